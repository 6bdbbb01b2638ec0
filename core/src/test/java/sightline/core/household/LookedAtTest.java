package sightline.core.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.KindSet;
import sightline.core.facts.Participant;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.core.story.RandomStory;
import sightline.core.story.Story;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever looked at nothing that a fact changes, sees the same after it: so those who looked are
 * the only ones who need to look again.
 */
final class LookedAtTest {
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());
    private final Directory directory = Story.westmarsh();
    private int spared;
    private int changed;

    @Test
    void whoeverLookedAtNothingThatAFactChangesSeesTheSameAfterIt() {
        long seed = Long.getLong("seed", new Random().nextLong());
        int stories = TestSize.chosen().of(12, 150, 3000);
        for (int i = 0; i < stories; i++) {
            tell(seed + i);
        }
        assertThat(spared).as("who need not look again, -Dseed=%d", seed).isPositive();
        assertThat(changed).as("whom a fact changed, -Dseed=%d", seed).isPositive();
    }

    private void tell(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryKnownFacts known =
                new InMemoryKnownFacts(ledger, LookedAtTest::person, LookedAtTest::place);
        Map<PersonId, Neighbourhood> before = new HashMap<>();
        for (Fact fact : new RandomStory(seed).facts()) {
            Fact told = ledger.append(List.of(fact)).getFirst();
            Instant now = told.times().received();
            Set<PersonId> everybody = everybody(ledger);
            Map<PersonId, Neighbourhood> after =
                    new NeighbourhoodReader(known, Bounds.DEFAULT).read(everybody);
            Set<PersonId> named = named(List.of(told));
            after.forEach((person, around) -> {
                Derived seen = derive(around, now);
                Neighbourhood earlier = before.get(person);
                if (earlier != null && !named.contains(person)) {
                    compare(seed, told, ledger, known, earlier, seen, now);
                }
            });
            before.putAll(after);
        }
    }

    private void compare(
            long seed,
            Fact told,
            InMemoryLedger ledger,
            InMemoryKnownFacts known,
            Neighbourhood earlier,
            Derived seen,
            Instant now) {
        // Time may change what is seen; the fact must not.
        Derived without = derive(earlier, now);
        if (!touches(told, ledger, known, earlier)) {
            spared++;
            assertThat(seen)
                    .as("-Dseed=%d %s after %s", seed, earlier.subject(), told.kind())
                    .isEqualTo(without);
        } else if (!seen.equals(without)) {
            changed++;
        }
    }

    private static boolean touches(
            Fact told, InMemoryLedger ledger, InMemoryKnownFacts known, Neighbourhood earlier) {
        Map<SourceRecord, KindSet> looked = earlier.dependsOn();
        Ties.Changed changes = new Ties(known).changedBy(List.of(told));
        boolean record =
                Stream.concat(
                                changes.records().entrySet().stream(),
                                ledger.ofMessages(KindSet.messages(told)).stream()
                                        .flatMap(f -> f.participants().stream())
                                        .map(p -> Map.entry(p.record(), KindSet.ALL)))
                        .anyMatch(e ->
                                looked.getOrDefault(e.getKey(), KindSet.NONE).meets(e.getValue()));
        // A record that is new is looked at by everybody who looked at anything of its person.
        Set<PersonId> joined = joined(told, ledger);
        boolean moved = looked.keySet().stream().anyMatch(r -> joined.contains(person(r)));
        boolean place =
                changes.homes().stream()
                        .map(LookedAtTest::place)
                        .anyMatch(earlier.dependsOnPlaces()::contains);
        return record || moved || place;
    }

    private static Set<PersonId> joined(Fact told, InMemoryLedger ledger) {
        Set<SourceRecord> held = new HashSet<>();
        ledger.after(0, Integer.MAX_VALUE).stream()
                .filter(f -> f.position() < told.position())
                .flatMap(f -> f.participants().stream())
                .forEach(p -> held.add(p.record()));
        Set<PersonId> joined = named(List.of(told));
        told.participants().stream()
                .map(Participant::record)
                .filter(held::contains)
                .forEach(r -> joined.remove(person(r)));
        return joined;
    }

    private Derived derive(Neighbourhood around, Instant now) {
        return derivation.derive(new Situation(around, now, directory, Parameters.DEFAULT));
    }

    private static Set<PersonId> everybody(InMemoryLedger ledger) {
        return named(ledger.after(0, Integer.MAX_VALUE));
    }

    private static Set<PersonId> named(List<Fact> facts) {
        Set<PersonId> named = new HashSet<>();
        facts.stream()
                .flatMap(f -> f.participants().stream())
                .forEach(p -> named.add(person(p.record())));
        return named;
    }

    private static PersonId person(SourceRecord record) {
        return new PersonId(record.localId());
    }

    private static PlaceId place(Address address) {
        return new PlaceId(address.line().value());
    }
}
