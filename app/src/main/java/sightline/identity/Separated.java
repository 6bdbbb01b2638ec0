package sightline.identity;

import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A record that had been taken for somebody's, by people or by itself, until people separated it.
 *
 * @param from the record of theirs with which it had been joined
 * @param record the one that is not held to be theirs any more
 * @param joined when people joined the two; empty where they were one without anybody's decision
 * @param at when they were separated
 * @param by the accounts that decided that it is another person's; empty where it was left open
 *     whose it is, so that nobody did
 */
public record Separated(
        SourceRecord from,
        SourceRecord record,
        Optional<Instant> joined,
        Instant at,
        List<String> by) {
    public Separated {
        by = List.copyOf(by);
    }
}
