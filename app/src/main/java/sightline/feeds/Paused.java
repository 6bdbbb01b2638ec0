package sightline.feeds;

import java.time.Instant;

/**
 * That a sender's messages are kept and not read.
 *
 * @param words why
 */
public record Paused(Instant since, String words) {}
