package sightline.identity;

import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.List;

/**
 * A record that people had taken for somebody's, until people separated it again.
 *
 * @param from the record of theirs with which it had been joined
 * @param record the one that is not held to be theirs any more
 * @param joined when the two were joined
 * @param at when they were separated
 * @param by the accounts that decided that it is another person's; empty where it was left open
 *     whose it is, so that nobody did
 */
public record Separated(
        SourceRecord from, SourceRecord record, Instant joined, Instant at, List<String> by) {
    public Separated {
        by = List.copyOf(by);
    }
}
