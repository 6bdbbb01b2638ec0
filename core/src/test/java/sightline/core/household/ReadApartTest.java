package sightline.core.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.KindSet;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.Standings;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Parameters;
import sightline.core.screening.RuleId;
import sightline.core.screening.Situation;
import sightline.core.story.Phrases;
import sightline.core.story.RandomStory;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whoever is read by themselves sees what they see when they are read together with others. */
@Tag("ci")
final class ReadApartTest {
    /** Asked after so many facts each time. */
    private static final int EACH = 7;

    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());
    private final Directory directory = Story.westmarsh();
    private int found;

    @Test
    void whoeverIsReadApartSeesWhatTheySeeAmongOthers() {
        long seed = Long.getLong("seed", new Random().nextLong());
        int stories = TestSize.chosen().of(12, 150, 3000);
        for (int i = 0; i < stories; i++) {
            tell(seed + i);
        }
        assertThat(found).as("duties of anybody, -Dseed=%d", seed).isPositive();
    }

    /** Their tie is their own, seen by whoever reads them, too: the child's it is only perhaps. */
    @Test
    void whoMayBeTheParentsLivesTogetherAndTheirLogIsKnownThroughAFriend() {
        Story story = new Story();
        Who child = story.person("child", "2005-03-01");
        Who mother = story.person("mother", "1985-01-01");
        Who father = story.person("father", "1980-01-01");
        Who friend = story.person("friend", "1970-01-01");
        Who she = story.person("she", "1985-01");
        Who he = story.person("he", "1980-01");
        story.undecided(she, mother);
        story.undecided(he, father);
        story.at("2006-01-02T09:00")
                .from("gp")
                .about(child)
                .with(PersonRole.MOTHER, mother)
                .with(PersonRole.FATHER, father)
                .says(Phrases.note());
        story.at("2006-01-03T09:00")
                .from("gp")
                .about(mother)
                .with(PersonRole.FRIEND, friend)
                .says(Phrases.note());
        story.at("2006-01-04T09:00")
                .from("police")
                .with(PersonRole.PARTY, mother)
                .says(log(PoliceBody.LogClass.NOISE));
        for (Who each : List.of(she, he)) {
            story.at("2006-02-01T09:00")
                    .from("housing")
                    .about(each)
                    .place("9 Quay Street")
                    .says(Phrases.home());
        }
        story.at("2006-11-03T23:10")
                .from("police")
                .with(PersonRole.VICTIM, she)
                .with(PersonRole.SUSPECT, he)
                .with(PersonRole.CALLER, friend)
                .says(log(PoliceBody.LogClass.ASSAULT));

        Instant now = Story.instant("2006-11-04T09:00");
        NeighbourhoodReader reader = new NeighbourhoodReader(story.known(now), Bounds.DEFAULT);
        compare(0, reader, Set.of(child.id(), she.id(), he.id()), now);
        Neighbourhood alone = reader.read(List.of(child.id())).values().iterator().next();
        assertThat(derive(alone, now).alerts())
                .extracting(a -> a.rule())
                .contains(new RuleId("AL-03"));
    }

    private static PoliceBody.PoliceIncident log(PoliceBody.LogClass as) {
        return new PoliceBody.PoliceIncident(as, false, false, false, Optional.empty());
    }

    private void tell(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        RandomStory story = new RandomStory(seed);
        Map<PersonId, Set<PersonId>> mayBe = mayBe(story);
        InMemoryKnownFacts known =
                new InMemoryKnownFacts(
                        ledger,
                        r -> new PersonId(r.localId()),
                        a -> new PlaceId(a.line().value()),
                        _ -> Certainty.CONFIRMED,
                        p -> mayBe.getOrDefault(p, Set.of()));
        NeighbourhoodReader reader = new NeighbourhoodReader(known, Bounds.DEFAULT);
        for (Fact fact : story.facts()) {
            if (!namesWhomItSpeaksOf(fact, ledger)) {
                continue;
            }
            Fact told = ledger.append(List.of(fact)).getFirst();
            if (told.position() % EACH == 0) {
                compare(seed, reader, people(ledger), told.times().received());
            }
        }
    }

    private void compare(long seed, NeighbourhoodReader reader, Set<PersonId> people, Instant now) {
        reader.read(people)
                .forEach((person, among) -> {
                    Neighbourhood apart = reader.read(List.of(person)).get(person);
                    assertThat(apart).as("-Dseed=%d %s", seed, person).isNotNull();
                    compare(seed, apart, among, now);
                });
    }

    private static Map<PersonId, Set<PersonId>> mayBe(RandomStory story) {
        Map<PersonId, Set<PersonId>> mayBe = new HashMap<>();
        story.mayBe()
                .forEach((one, others) ->
                        mayBe.put(
                                new PersonId(one.label()),
                                others.stream()
                                        .map(o -> new PersonId(o.label()))
                                        .collect(Collectors.toSet())));
        return mayBe;
    }

    /**
     * What speaks of a message about others than it names is seen only by who reads both, but for
     * its sender's correcting it or taking it back, which the ledger knows.
     */
    private static boolean namesWhomItSpeaksOf(Fact fact, InMemoryLedger ledger) {
        return KindSet.messages(fact).equals(Standings.withdrawnBy(fact))
                || ledger.ofMessages(KindSet.messages(fact)).stream()
                        .flatMap(f -> f.participants().stream())
                        .allMatch(p ->
                                fact.participants().stream()
                                        .anyMatch(o -> o.record().equals(p.record())));
    }

    private void compare(long seed, Neighbourhood apart, Neighbourhood among, Instant now) {
        Derived seen = derive(apart, now);
        found += seen.duties().size();
        assertThat(seen).as("-Dseed=%d %s", seed, apart.subject()).isEqualTo(derive(among, now));
        // Read together, some of those who are near the others can be looked at too: nothing more
        // follows, and less than what was seen apart is never looked at.
        assertThat(more(apart.dependsOn(), among.dependsOn()))
                .as("-Dseed=%d what %s depends on apart alone", seed, apart.subject())
                .isEmpty();
        assertThat(among.dependsOnPlaces())
                .as("-Dseed=%d where %s depends on", seed, apart.subject())
                .containsAll(apart.dependsOnPlaces());
    }

    /** What is in the first and not in the other. */
    private static Map<SourceRecord, KindSet> more(
            Map<SourceRecord, KindSet> one, Map<SourceRecord, KindSet> other) {
        Map<SourceRecord, KindSet> more = new TreeMap<>();
        one.forEach((record, kinds) -> {
            KindSet there = other.getOrDefault(record, KindSet.NONE);
            if (!there.and(kinds).equals(there)) {
                more.put(record, kinds);
            }
        });
        return more;
    }

    private Derived derive(Neighbourhood around, Instant now) {
        return derivation.derive(new Situation(around, now, directory, Parameters.DEFAULT));
    }

    private static Set<PersonId> people(InMemoryLedger ledger) {
        Set<PersonId> people = new TreeSet<>(java.util.Comparator.comparing(PersonId::value));
        ledger.after(0, Integer.MAX_VALUE).stream()
                .flatMap(f -> f.participants().stream())
                .map(Participant::record)
                .forEach(r -> people.add(new PersonId(r.localId())));
        return people;
    }
}
