package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * A record that was taken for the child's and is not held to be theirs any more.
 *
 * @param what which agency's record it is
 * @param when since when and until when it counted, and who decided, if anybody did
 * @param whose whose it is now; null where the reader may not open theirs
 */
public record SeparatedLine(String what, String when, @Nullable Link whose) {}
