package sightline.pipeline;

import sightline.core.directory.DirectoryEntries;

import java.util.Collection;

/** The agencies of a case as a replay makes them up. */
public final class ReplayedDirectory {
    private ReplayedDirectory() {}

    /**
     * From what the case declares and from the ids of its senders.
     *
     * @param agencies what agencies.ndjson says; nothing when there is none
     */
    public static DirectoryEntries of(Collection<String> messages, String agencies) {
        ReplayCase read = ReplayCase.of("case", String.join("\n", messages), agencies);
        return ReplayDirectory.entries(read.agencies(), ReplayDirectory.named(read.messages()));
    }
}
