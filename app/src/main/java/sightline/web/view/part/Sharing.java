package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Who may be told, who must not be, and who decides. Every alert ends with it.
 *
 * @param moves what private information the alert moves; empty where another part of the page says
 *     it
 */
public record Sharing(
        List<SharingLine> mayBeTold,
        List<SharingLine> mustNotBeTold,
        List<SharingLine> decides,
        String moves,
        @Nullable Link basis) {
    public Sharing {
        if (decides.isEmpty()) {
            throw new IllegalArgumentException("somebody decides");
        }
        mayBeTold = List.copyOf(mayBeTold);
        mustNotBeTold = List.copyOf(mustNotBeTold);
        decides = List.copyOf(decides);
    }
}
