package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * Where the reader is in a long list. A page of a list has at most 50 rows.
 *
 * @param summary like "1 to 50 of 312, newest first"
 */
public record Pages(String summary, @Nullable Link previous, @Nullable Link next) {}
