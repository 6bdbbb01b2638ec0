package sightline.household;

import sightline.core.facts.Fact;
import sightline.core.kernel.SourceRecord;

import java.util.List;
import java.util.Optional;

/**
 * What a person is called by an agency that owes something about them.
 *
 * @param records the agency's own records of the person; none where it holds none
 * @param question what it was asked about them, where it was asked
 */
public record Owing(List<SourceRecord> records, Optional<Fact> question) {
    public Owing {
        records = List.copyOf(records);
    }
}
