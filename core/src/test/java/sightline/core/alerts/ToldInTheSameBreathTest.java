package sightline.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.duties.PackReader;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.KindSet;
import sightline.core.household.Bounds;
import sightline.core.household.InMemoryKnownFacts;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.core.story.RandomStory;
import sightline.core.story.Story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Whoever is told of an alert starts a clock, and no rule: to work out the clocks of those told
 * about, with what the rules said before, is to look at everybody again.
 */
final class ToldInTheSameBreathTest {
    private final Clocks clocks = new Clocks(PackReader.shipped());
    private final Derivation derivation = new Derivation(Catalogue.screening(), clocks);
    private final Directory directory = Story.westmarsh();
    private int told;

    private record Found(Neighbourhood around, Evaluation evaluation, Derived derived) {}

    @Test
    void whoIsToldOfAnAlertChangesTheClocksOfThatPersonAndNothingElse() {
        long seed = Long.getLong("seed", new Random().nextLong());
        int stories = TestSize.chosen().of(12, 150, 3000);
        for (int i = 0; i < stories; i++) {
            tell(seed + i, i % 2 == 0 ? Attendance.asRecorded() : Attendance.everybody());
        }
        assertThat(told).as("who was told of anything, -Dseed=%d", seed).isPositive();
    }

    @Test
    void nothingIsHeardThatAnAgencyRecorded() {
        InMemoryLedger ledger = new InMemoryLedger();
        ledger.append(new RandomStory(7).facts());
        Fact recorded = ledger.after(0, 1).getFirst();
        Neighbourhood around = read(ledger).values().iterator().next();

        assertThatThrownBy(() -> around.hear(List.of(recorded)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void tell(long seed, Attendance attendance) {
        InMemoryLedger ledger = new InMemoryLedger();
        Map<PersonId, Known> known = new HashMap<>();
        for (Fact fact : new RandomStory(seed).facts()) {
            Instant now = ledger.append(List.of(fact)).getFirst().times().received();
            Map<PersonId, Found> found = everybody(ledger, now);
            Map<PersonId, List<Fact>> tellings = new LinkedHashMap<>();
            found.forEach((person, each) -> {
                List<Fact> facts = tellings(each, known, attendance, now);
                tellings.put(person, ledger.append(facts));
                known.put(person, Known.of(each.derived()));
            });
            tellings.forEach((_, facts) -> told += facts.size());
            compare(seed, found, tellings, everybody(ledger, now), now);
        }
    }

    private List<Fact> tellings(
            Found found, Map<PersonId, Known> known, Attendance attendance, Instant now) {
        PersonId person = found.derived().subject();
        found.around().attend();
        return new Tellings(clocks, attendance)
                .of(
                        Changes.between(known.getOrDefault(person, Known.NOTHING), found.derived()),
                        found.derived().duties(),
                        situation(found.around(), now),
                        found.around().subject().records().stream()
                                .sorted()
                                .findFirst()
                                .orElseThrow());
    }

    private void compare(
            long seed,
            Map<PersonId, Found> before,
            Map<PersonId, List<Fact>> tellings,
            Map<PersonId, Found> afresh,
            Instant now) {
        before.forEach((person, each) -> {
            Found whole = Objects.requireNonNull(afresh.get(person));
            List<Fact> own = tellings.getOrDefault(person, List.of());
            Derived heard = own.isEmpty() ? each.derived() : heard(each, own, now);
            assertThat(whole.evaluation())
                    .as("what rules say of %s, -Dseed=%d", person, seed)
                    .isEqualTo(each.evaluation());
            assertThat(whole.derived())
                    .as("what follows for %s, -Dseed=%d", person, seed)
                    .isEqualTo(heard);
            Map<SourceRecord, KindSet> looked = each.around().dependsOn();
            whole.around()
                    .dependsOn()
                    .forEach((record, kinds) ->
                            assertThat(looked.getOrDefault(record, KindSet.NONE).and(kinds))
                                    .as("looks of %s at %s, -Dseed=%d", person, record, seed)
                                    .isEqualTo(looked.get(record)));
        });
    }

    private Derived heard(Found before, List<Fact> own, Instant now) {
        before.around().hear(own);
        return derivation.derive(situation(before.around(), now), before.evaluation());
    }

    private Map<PersonId, Found> everybody(InMemoryLedger ledger, Instant now) {
        Map<PersonId, Found> found = new LinkedHashMap<>();
        read(ledger)
                .forEach((person, around) -> {
                    Situation situation = situation(around, now);
                    Evaluation evaluation = derivation.screen(situation);
                    found.put(
                            person,
                            new Found(
                                    around, evaluation, derivation.derive(situation, evaluation)));
                });
        return found;
    }

    private Situation situation(Neighbourhood around, Instant now) {
        return new Situation(around, now, directory, Parameters.DEFAULT);
    }

    private static Map<PersonId, Neighbourhood> read(InMemoryLedger ledger) {
        Set<PersonId> everybody = new HashSet<>();
        new ArrayList<>(ledger.after(0, Integer.MAX_VALUE))
                .forEach(f ->
                        f.participants()
                                .forEach(p -> everybody.add(new PersonId(p.record().localId()))));
        return new NeighbourhoodReader(
                        new InMemoryKnownFacts(
                                ledger,
                                r -> new PersonId(r.localId()),
                                a -> new PlaceId(a.line().value())),
                        Bounds.DEFAULT)
                .read(everybody);
    }
}
