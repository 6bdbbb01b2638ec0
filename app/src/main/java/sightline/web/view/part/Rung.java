package sightline.web.view.part;

/**
 * One rung: when, who is told next, what became of it.
 *
 * @param note empty when nothing is to be added
 */
public record Rung(String when, String who, String note, RungState state) {}
