package sightline.feeds;

/**
 * One thing in a message that keeps it from being read.
 *
 * @param field where, like {@code body.marks[0].site}
 * @param message what is wrong; never repeats a value of the message, which may be personal
 * @param fix what to send instead
 */
public record Problem(String field, String message, String fix) {}
