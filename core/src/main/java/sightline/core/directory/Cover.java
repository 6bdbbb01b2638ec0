package sightline.core.directory;

import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;

/**
 * One post does the work of another for some days, when its own holder is away or there is none.
 */
public record Cover(PostId post, PostId by, Period days) {
    public Cover {
        if (post.equals(by)) {
            throw new IllegalArgumentException(
                    "The post %s cannot cover itself.\nName another post.".formatted(post));
        }
    }
}
