package sightline.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.casework.Assessment.Item;
import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Kinds;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Standing;
import sightline.core.household.Bounds;
import sightline.core.household.InMemoryKnownFacts;
import sightline.core.household.Individual;
import sightline.core.household.KnownFacts;
import sightline.core.household.LeftOut;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.screening.AgainstDecision;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.core.screening.WeightyDecision;
import sightline.core.story.RandomStory;
import sightline.core.story.Said;
import sightline.core.story.Story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A form is the same whether a child's everyday entries were read or left out. */
final class LeftOutTest {
    private static final int EVERYDAY_EACH = 3;

    private int left;

    @Test
    void aFormIsTheSameWhateverWasLeftOut() {
        long seed = Long.getLong("seed", new Random().nextLong());
        int stories = TestSize.chosen().of(25, 300, 3000);
        for (int i = 0; i < stories; i++) {
            compare(seed + i);
        }
        assertThat(left).as("entries left out, -Dseed=%d", seed).isGreaterThan(stories);
    }

    @Test
    void whatWasLeftOutCannotBeAskedFor() {
        InMemoryLedger ledger = told(1);
        Individual anybody = read(ledger, LeftOut.EVERYDAY).values().iterator().next().subject();

        assertThatThrownBy(() -> anybody.entries(HealthBody.Appointment.class))
                .hasMessageContaining("appointment");
        assertThatThrownBy(() -> anybody.counting("note")).hasMessageContaining("note");
        assertThatThrownBy(() -> anybody.all(Body.class)).hasMessageContaining("left out");
        assertThat(anybody.entries(HealthBody.InjuryObserved.class)).isNotNull();
    }

    private void compare(long seed) {
        InMemoryLedger ledger = told(seed);
        Map<PersonId, Neighbourhood> whole = read(ledger, LeftOut.NOTHING);
        Instant now = ledger.after(0, Integer.MAX_VALUE).getLast().times().received();
        for (QuestionSet set : QuestionSets.shipped().sets()) {
            LeftOut leftOut = LeftOut.EVERYDAY.but(set.recordedIn());
            Map<PersonId, Neighbourhood> form = read(ledger, leftOut);
            assertThat(form.keySet()).isEqualTo(whole.keySet());
            whole.forEach((person, around) -> {
                String which = "-Dseed=%d %s %s".formatted(seed, set.id(), person.value());
                Neighbourhood narrow = Objects.requireNonNull(form.get(person));
                left += around.subject().facts().size() - narrow.subject().facts().size();
                assertThat(seen(narrow, set, leftOut, now))
                        .as(which)
                        .containsExactlyElementsOf(seen(around, set, leftOut, now));
            });
        }
    }

    /** What speaks against decisions, and what a pack shows of it, are the same too. */
    @Test
    void aPackAndADecisionAreTheSameWhateverWasLeftOut() {
        long seed = Long.getLong("seed", new Random().nextLong());
        int stories = TestSize.chosen().of(25, 300, 3000);
        for (int i = 0; i < stories; i++) {
            InMemoryLedger ledger = told(seed + i);
            Instant now = ledger.after(0, Integer.MAX_VALUE).getLast().times().received();
            Map<PersonId, Neighbourhood> packed = read(ledger, StrategyPack.LEFT_OUT);
            Map<PersonId, Neighbourhood> decided =
                    read(ledger, LeftOut.EVERYDAY.but(AgainstDecision.READS));
            String which = "-Dseed=%d".formatted(seed + i);
            read(ledger, LeftOut.NOTHING)
                    .forEach((person, around) -> {
                        Situation whole = situation(around, now);
                        assertThat(
                                        shown(
                                                situation(
                                                        Objects.requireNonNull(packed.get(person)),
                                                        now)))
                                .as(which)
                                .containsExactlyElementsOf(shown(whole));
                        assertThat(
                                        against(
                                                situation(
                                                        Objects.requireNonNull(decided.get(person)),
                                                        now)))
                                .as(which)
                                .containsExactlyElementsOf(against(whole));
                    });
        }
    }

    private static List<Object> shown(Situation situation) {
        StrategyPack pack = StrategyPack.of(situation);
        List<Object> shown = new ArrayList<>();
        for (List<StrategyPack.Line> lines :
                List.of(pack.household(), pack.injuries(), pack.background(), pack.closings())) {
            shown.add(lines.stream().map(StrategyPack.Line::fact).toList());
        }
        shown.add(
                pack.chronology().stream()
                        .limit(StrategyPack.SHOWN)
                        .map(StrategyPack.Line::fact)
                        .toList());
        shown.add(pack.against());
        shown.add(pack.invited());
        return shown;
    }

    private static List<Object> against(Situation situation) {
        List<Object> against = new ArrayList<>();
        for (WeightyDecision decision : WeightyDecision.values()) {
            against.add(AgainstDecision.of(situation, decision, situation.now(), Optional.empty()));
        }
        AgainstDecision.made(situation)
                .forEach(m -> against.add(List.of(m.decision(), m.entry().fact(), m.against())));
        return against;
    }

    private static Situation situation(Neighbourhood around, Instant now) {
        return new Situation(around, now, Story.westmarsh(), Parameters.DEFAULT);
    }

    /** What forms ask of those around a child. */
    private static List<Object> seen(
            Neighbourhood around, QuestionSet set, LeftOut leftOut, Instant now) {
        LocalDate day = London.day(now);
        List<Object> seen = new ArrayList<>();
        Assessment assessment = Assessment.of(around, set, day);
        for (Item item : assessment.items()) {
            seen.add(item.question().id() + item.of() + item.standing());
            seen.add(RecordedAnswers.of(around, set, item));
        }
        seen.add(StrategyPack.knowing(situation(around, now)));
        seen.add(CensusChecks.broken(CaseCourse.of(around.asOne()), day));
        seen.add(around.people());
        Set<PersonId> people = new HashSet<>();
        people.add(around.subject().id());
        around.connections(around.subject().id()).forEach(c -> people.add(c.to()));
        people.forEach(p -> seen.add(person(around, around.person(p), leftOut, day)));
        return seen;
    }

    private static List<Object> person(
            Neighbourhood around, Individual person, LeftOut leftOut, LocalDate day) {
        List<Object> seen = new ArrayList<>();
        seen.add(person.id());
        seen.add(around.connections(person.id()));
        seen.add(around.stays(person.id()));
        seen.add(around.sharing(person.id()));
        seen.add(
                around.household(person.id(), day).stream()
                        .map(Individual::id)
                        .collect(Collectors.toSet()));
        seen.add(List.of(person.born(), person.expected(), person.unborn(), person.childOn(day)));
        for (Kinds.Kind kind : Kinds.all()) {
            if (!leftOut.kinds().contains(kind.slug())) {
                seen.add(person.counting(kind.slug()));
            }
        }
        seen.add(person.facts().stream().reduce((_, later) -> later));
        seen.add(person.facts().stream().map(Fact::source).collect(Collectors.toSet()));
        seen.add(
                person.facts().stream()
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .collect(Collectors.toSet()));
        return seen;
    }

    private static Map<PersonId, Neighbourhood> read(InMemoryLedger ledger, LeftOut leftOut) {
        KnownFacts whole = new InMemoryKnownFacts(ledger, LeftOutTest::person, LeftOutTest::place);
        Set<PersonId> everybody =
                ledger.after(0, Integer.MAX_VALUE).stream()
                        .flatMap(f -> f.participants().stream())
                        .map(p -> person(p.record()))
                        .collect(Collectors.toSet());
        return new NeighbourhoodReader(new Narrow(whole, ledger, leftOut), Bounds.DEFAULT, leftOut)
                .read(everybody);
    }

    /** A random story with everyday entries of everybody in it, some of them corrected. */
    private static InMemoryLedger told(long seed) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : new RandomStory(seed).facts()) {
            facts.add(fact);
            for (int i = 0; i < EVERYDAY_EACH; i++) {
                facts.add(everyday(fact, facts, random));
            }
        }
        InMemoryLedger ledger = new InMemoryLedger();
        ledger.append(facts);
        return ledger;
    }

    private static Fact everyday(Fact beside, List<Fact> before, Random random) {
        List<Participant> people = beside.participants();
        Participant one = people.get(random.nextInt(people.size()));
        PersonRole role = random.nextInt(4) == 0 ? one.role() : PersonRole.SUBJECT;
        List<Fact> own = before.stream().filter(f -> f.source().equals(beside.source())).toList();
        Optional<MessageRef> corrects =
                own.isEmpty() || random.nextInt(8) > 0
                        ? Optional.empty()
                        : Optional.of(own.get(random.nextInt(own.size())).id().message());
        MessageId id = new MessageId("everyday-" + before.size());
        return new Fact(
                new FactId(new MessageRef(beside.source(), id), 0),
                0,
                List.of(new Participant(role, one.record())),
                body(random),
                beside.times(),
                Optional.empty(),
                beside.sensitivity(),
                new References(List.of(), List.of(), corrects));
    }

    /** Each says something else: what is sent twice counts once. */
    private static Body body(Random random) {
        String words = "no coat " + random.nextInt();
        return switch (random.nextInt(3)) {
            case 0 -> new HealthBody.Appointment(HealthBody.Appointment.Kept.KEPT, words);
            case 1 -> Said.concern(Topic.OTHER, words);
            default -> new SharedBody.Note(new Text(words));
        };
    }

    private static PersonId person(SourceRecord record) {
        return new PersonId(record.localId());
    }

    private static PlaceId place(Address address) {
        return new PlaceId(address.line().value());
    }

    /** Facts as a form reads them. */
    private record Narrow(KnownFacts whole, InMemoryLedger ledger, LeftOut leftOut)
            implements KnownFacts {
        @Override
        public Map<SourceRecord, PersonId> peopleOf(Collection<SourceRecord> records) {
            return whole.peopleOf(records);
        }

        @Override
        public Map<PersonId, List<Member>> recordsOf(Collection<PersonId> people) {
            return whole.recordsOf(people);
        }

        @Override
        public Map<PersonId, Set<PersonId>> undecidedOf(Collection<PersonId> people) {
            return whole.undecidedOf(people);
        }

        @Override
        public List<Fact> mentioning(Collection<SourceRecord> records) {
            Set<Long> known =
                    ledger.mentioningBut(records, leftOut.kinds(), leftOut.latest()).stream()
                            .map(Fact::position)
                            .collect(Collectors.toSet());
            return whole.mentioning(records).stream()
                    .filter(f -> known.contains(f.position()))
                    .toList();
        }

        @Override
        public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
            return whole.withdrawn(records);
        }

        @Override
        public Map<Address, PlaceId> placesOf(Collection<Address> addresses) {
            return whole.placesOf(addresses);
        }

        @Override
        public List<Fact> occupying(Collection<PlaceId> places, int limit) {
            return whole.occupying(places, limit);
        }
    }
}
