package sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.facts.Facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts one by one, in any order, give the people and places that all of them give at once. */
final class IdentityOrderTest {
    private static final long SEED = Long.getLong("seed", 20_260_302L);

    private final Secrets secrets = Secrets.throwAway();
    private final Facts facts = new Facts(secrets);
    private final Identities identities = new Identities(secrets, facts);

    /** Who and where, at the end. */
    private record Outcome(Map<SourceRecord, PersonId> people, Map<Address, PlaceId> places) {}

    @Test
    void oneByOneIsAllAtOnce() {
        List<Fact> all = new Invented(SEED, 60).facts.stream().flatMap(List::stream).toList();
        List<Fact> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(SEED));

        Outcome atOnce = outcome(all, all.size());
        Outcome oneByOne = outcome(shuffled, 1);

        assertThat(Set.copyOf(atOnce.people().values())).hasSizeLessThan(atOnce.people().size());
        assertThat(Set.copyOf(atOnce.places().values())).hasSizeLessThan(atOnce.places().size());
        assertThat(oneByOne).as("seed %d", SEED).isEqualTo(atOnce);
    }

    private Outcome outcome(List<Fact> told, int portion) {
        TestDatabase database = TestDatabase.fresh();
        try {
            for (int from = 0; from < told.size(); from += portion) {
                List<Fact> some = told.subList(from, Math.min(told.size(), from + portion));
                database.transactions()
                        .asJob(
                                JobName.PIPELINE,
                                sql -> identities.in(sql).apply(facts.in(sql).append(some)));
            }
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> outcome(identities.in(sql), told));
        } finally {
            database.close();
        }
    }

    private static Outcome outcome(IdentityStore store, List<Fact> told) {
        Set<SourceRecord> records =
                told.stream().flatMap(f -> f.subject().stream()).collect(Collectors.toSet());
        Set<Address> addresses =
                told.stream().flatMap(f -> f.place().stream()).collect(Collectors.toSet());
        return new Outcome(store.peopleOf(records), store.placesOf(addresses));
    }
}
