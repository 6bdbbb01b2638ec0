package sightline.core.household;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Standing;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the reader of neighbourhoods asks of the stores; each call is one set-based read. */
public interface KnownFacts {

    /** One source record of a person, and how sure it is that it is theirs. */
    record Member(SourceRecord record, Certainty certainty) {}

    /** Who each record is; records never seen are left out. */
    Map<SourceRecord, PersonId> peopleOf(Collection<SourceRecord> records);

    /** The records of each person; ids never given or since replaced are left out. */
    Map<PersonId, List<Member>> recordsOf(Collection<PersonId> people);

    /**
     * Who else each of the people may be: those with whom a pair of records waits for a decision.
     * People of whom nobody asks that are left out.
     */
    Map<PersonId, Set<PersonId>> undecidedOf(Collection<PersonId> people);

    /** All facts in which any of the records takes part, in ledger order. */
    List<Fact> mentioning(Collection<SourceRecord> records);

    /**
     * The same of records without which others can be looked at: empty when any of it cannot be
     * read.
     */
    default Optional<List<Fact>> readable(Collection<SourceRecord> records) {
        return Optional.of(mentioning(records));
    }

    /**
     * Which of the facts in which any of the records takes part their sender corrected or took
     * back, whoever the correction is about, by their positions.
     */
    Map<Long, Standing> withdrawn(Collection<SourceRecord> records);

    /** Which place each address is; addresses that could not be placed are left out. */
    Map<Address, PlaceId> placesOf(Collection<Address> addresses);

    /** At most {@code limit} newest facts per place that put somebody at it. */
    List<Fact> occupying(Collection<PlaceId> places, int limit);
}
