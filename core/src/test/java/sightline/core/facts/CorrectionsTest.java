package sightline.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** In whose place each correction stands: as defined, of any tangle of them, and of many. */
final class CorrectionsTest {
    private static final AgencyId GP = new AgencyId("westmarsh-gp");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final int TANGLES = 3_000;
    private static final int MESSAGES = 9;
    private static final int PEOPLE = 4;

    /** What a sender can well send of one entry in an hour. */
    private static final int MANY = 20_000;

    private long position;

    @Test
    void ofEachTangleOfCorrectionsTheSameStandsAsByTheDefinition() {
        long seed = Long.getLong("seed", 20_260_304);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int tangle = 0; tangle < TANGLES; tangle++) {
            List<Fact> facts = new ArrayList<>();
            Set<MessageRef> takenBack = new HashSet<>();
            for (int message = 0; message < MESSAGES; message++) {
                Fact fact =
                        fact(
                                message,
                                random.nextInt(MESSAGES),
                                NINE.plusSeconds(random.nextInt(MESSAGES)),
                                random.ints(1 + random.nextInt(2), 0, PEOPLE).toArray());
                facts.add(fact);
                if (random.nextInt(5) == 0) {
                    takenBack.add(fact.id().message());
                }
            }

            assertThat(Corrections.among(facts, takenBack).all())
                    .as("%s, taken back %s", facts, takenBack)
                    .isEqualTo(byDefinition(facts, takenBack));
        }
    }

    @Test
    @Timeout(60)
    void whoeverCorrectsOneEntryTimeAndAgainKeepsNobodyWaiting() {
        List<Fact> facts = new ArrayList<>();
        for (int message = 1; message <= MANY; message++) {
            facts.add(fact(message, 0, NINE, 1));
        }

        Standings standings = Standings.of(facts);

        assertThat(facts.stream().filter(f -> standings.of(f) == Standing.STANDS))
                .containsExactly(facts.getLast());
        assertThat(standings.replaced(facts.getFirst())).isTrue();
    }

    @Test
    @Timeout(60)
    void whoeverCorrectsEachCorrectionNeither() {
        List<Fact> facts = new ArrayList<>();
        for (int message = 1; message <= MANY; message++) {
            facts.add(fact(message, message - 1, NINE, 1));
        }

        Standings standings = Standings.of(facts);

        assertThat(facts.stream().filter(f -> standings.of(f) == Standing.STANDS))
                .containsExactly(facts.getLast());
        assertThat(standings.replaced(facts.getFirst())).isTrue();
    }

    @Test
    void ofThoseThatCorrectEachOtherNoneStandsInTheOthersPlace() {
        List<Fact> facts = List.of(fact(1, 2, NINE, 1), fact(2, 1, NINE, 1), fact(3, 3, NINE, 1));

        Standings standings = Standings.of(facts);

        assertThat(facts).allMatch(f -> standings.of(f) == Standing.CORRECTED);
        assertThat(facts).noneMatch(standings::replaced);
    }

    /** As {@link Corrections} says it, each time from the beginning. */
    private static Map<MessageRef, Set<MessageRef>> byDefinition(
            List<Fact> facts, Set<MessageRef> takenBack) {
        Map<MessageRef, Set<MessageRef>> inPlaceOf = new HashMap<>();
        Map<MessageRef, Set<MessageRef>> after = new HashMap<>();
        Map<MessageRef, Set<SourceRecord>> lastOf = new HashMap<>();
        List<Fact> inOrder =
                facts.stream().sorted(Comparator.comparing(TakenBack.Sent::of)).toList();
        for (Fact fact : inOrder) {
            MessageRef message = fact.id().message();
            MessageRef named = fact.references().corrects().orElseThrow();
            if (!takenBack.contains(message)) {
                Set<SourceRecord> concerned = Corrections.concerned(List.of(fact));
                Set<MessageRef> earlier = new LinkedHashSet<>();
                for (MessageRef each :
                        Reached.from(
                                Set.of(named), m -> after.getOrDefault(m, Set.of()).stream())) {
                    if (lastOf.getOrDefault(each, new HashSet<>()).removeAll(concerned)) {
                        earlier.add(each);
                    }
                }
                if (earlier.isEmpty()) {
                    earlier.add(named);
                }
                inPlaceOf.put(message, earlier);
                lastOf.put(message, new HashSet<>(concerned));
                earlier.forEach(
                        each -> after.computeIfAbsent(each, _ -> new HashSet<>()).add(message));
            }
            after.computeIfAbsent(named, _ -> new HashSet<>()).add(message);
        }
        return inPlaceOf;
    }

    /** A message that corrects another about some people. */
    private Fact fact(int message, int corrects, Instant sent, int... people) {
        return new Fact(
                new FactId(ref(message), 0),
                ++position,
                IntStream.of(people)
                        .distinct()
                        .mapToObj(person -> new SourceRecord(GP, "p" + person))
                        .map(record -> new Participant(PersonRole.CHILD, record))
                        .toList(),
                new SharedBody.Note(new Text("seen at the desk")),
                new Times(new When.Unknown(), NINE, sent, NINE.plusSeconds(3_600)),
                Optional.empty(),
                Sensitivity.EVENT,
                new References(List.of(), List.of(), Optional.of(ref(corrects))));
    }

    private static MessageRef ref(int message) {
        return new MessageRef(GP, new MessageId("m" + message));
    }
}
