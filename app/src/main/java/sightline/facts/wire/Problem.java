package sightline.facts.wire;

/**
 * One thing in a message that cannot be read.
 *
 * @param field where, like {@code body.marks[0].site}
 * @param message what is wrong with it; never repeats a value that may be personal
 * @param fix what to send instead
 */
public record Problem(String field, String message, String fix) {}
