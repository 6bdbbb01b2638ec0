package sightline.core.directory;

import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Text;

/**
 * Somebody in a post.
 *
 * @param name as colleagues write it; redacted when printed
 * @param days from the first to the last day in the post
 */
public record Holder(PostId post, StaffId person, Text name, Period days) {}
