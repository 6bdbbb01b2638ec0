package sightline.core.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Participant;
import sightline.core.facts.Standing;
import sightline.core.facts.Standings;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.core.story.RandomStory;
import sightline.core.story.Story;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Whoever looks at nobody else sees alone what they see among all others. */
final class AloneTest {
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());
    private final Directory directory = Story.westmarsh();
    private int alike;
    private int further;

    @Test
    void whoeverLooksAtNobodyElseSeesAloneWhatTheySeeAmongOthers() {
        long seed = Long.getLong("seed", new Random().nextLong());
        int stories = TestSize.chosen().of(12, 150, 3000);
        for (int i = 0; i < stories; i++) {
            tell(seed + i);
        }
        assertThat(alike).as("who looked at nobody else, -Dseed=%d", seed).isPositive();
        assertThat(further).as("who looked further, -Dseed=%d", seed).isPositive();
    }

    private void tell(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryKnownFacts known =
                new InMemoryKnownFacts(
                        ledger, r -> new PersonId(r.localId()), a -> new PlaceId(a.line().value()));
        NeighbourhoodReader reader = new NeighbourhoodReader(known, Bounds.DEFAULT);
        for (Fact fact : new RandomStory(seed).facts()) {
            Fact told = ledger.append(List.of(fact)).getFirst();
            Instant now = told.times().received();
            List<Fact> all = ledger.after(0, Integer.MAX_VALUE);
            Standings standings = Standings.of(all);
            Set<PersonId> everybody = people(all);
            Map<PersonId, Neighbourhood> whole = reader.read(everybody);
            reader.alone(everybody, _ -> f -> standings.of(f) == Standing.STANDS)
                    .forEach((person, alone) -> {
                        Neighbourhood among = whole.get(person);
                        assertThat(among).as("-Dseed=%d %s", seed, person).isNotNull();
                        compare(seed, alone, among, now);
                    });
        }
    }

    private void compare(long seed, Neighbourhood alone, Neighbourhood among, Instant now) {
        Optional<Derived> seen = alone(alone, now);
        if (seen.isEmpty()) {
            further++;
            return;
        }
        alike++;
        assertThat(seen.get())
                .as("-Dseed=%d %s", seed, alone.subject())
                .isEqualTo(derive(among, now));
        assertThat(alone.dependsOn())
                .as("-Dseed=%d what %s depends on", seed, alone.subject())
                .isEqualTo(among.dependsOn());
        assertThat(among.dependsOnPlaces()).as("-Dseed=%d", seed).isEmpty();
        assertThat(alone.dependsOnPlaces()).as("-Dseed=%d", seed).isEmpty();
    }

    private Optional<Derived> alone(Neighbourhood around, Instant now) {
        try {
            return Optional.of(derive(around, now));
        } catch (LooksFurther further) {
            return Optional.empty();
        }
    }

    private Derived derive(Neighbourhood around, Instant now) {
        return derivation.derive(new Situation(around, now, directory, Parameters.DEFAULT));
    }

    private static Set<PersonId> people(List<Fact> facts) {
        Set<PersonId> people = new HashSet<>();
        facts.stream()
                .flatMap(f -> f.participants().stream())
                .map(Participant::record)
                .forEach(r -> people.add(new PersonId(r.localId())));
        return people;
    }
}
