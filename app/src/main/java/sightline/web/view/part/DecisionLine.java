package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * A decision after which fewer people look, in one line.
 *
 * @param what what was decided, by whom and when
 * @param against with how many recorded things against it, and whether a reason was given
 * @param hot whether something spoke against it and no reason was given
 * @param link where it is laid out
 */
public record DecisionLine(String what, String against, boolean hot, @Nullable Link link) {}
