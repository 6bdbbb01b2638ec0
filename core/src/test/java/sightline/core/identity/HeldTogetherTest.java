package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.MONDAY;
import static sightline.core.identity.Fixtures.record;

import org.junit.jupiter.api.Test;

import sightline.core.identity.Explanation.Reason;
import sightline.core.identity.HeldTogether.Joint;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

final class HeldTogetherTest {
    private static final long SEED = Long.getLong("seed", 20_260_302L);
    private static final SourceRecord CARE = record("csc:1");
    private static final SourceRecord WARD = record("hospital:1");
    private static final SourceRecord SCHOOL = record("school:1");
    private static final SourceRecord POLICE = record("police:1");

    @Test
    void oneRecordIsHeldTogetherByNothing() {
        assertThat(HeldTogether.among(List.of(CARE), List.of(), List.of())).isEmpty();
    }

    @Test
    void theStrongestPairsThatConnectAllAreToldTheLeastSureFirst() {
        var strong = link(CARE, SCHOOL, Certainty.CONFIRMED, 300);
        var weak = link(CARE, WARD, Certainty.LIKELY, 90);
        var weaker = link(SCHOOL, WARD, Certainty.LIKELY, 80);

        assertThat(among(List.of(CARE, WARD, SCHOOL), List.of(weaker, strong, weak), List.of()))
                .containsExactly("csc:1 hospital:1 LIKELY", "csc:1 school:1 CONFIRMED");
    }

    @Test
    void whereTwoPartsMeetIsToldThoughEachRecordIsHeldMoreStronglyWithinItsPart() {
        var links =
                List.of(
                        link(CARE, SCHOOL, Certainty.CONFIRMED, 300),
                        link(WARD, POLICE, Certainty.CONFIRMED, 300),
                        link(SCHOOL, WARD, Certainty.LIKELY, 60));

        assertThat(among(List.of(CARE, WARD, SCHOOL, POLICE), links, List.of()))
                .startsWith("hospital:1 school:1 LIKELY");
    }

    @Test
    void whatAPersonDecidedIsToldAsTheirsAndWhatTheyTookApartIsNot() {
        var link = link(CARE, WARD, Certainty.LIKELY, 90);
        var join = new Decision(CARE, WARD, Verdict.JOIN, "w1", MONDAY);
        var apart = new Decision(CARE, WARD, Verdict.NOT_THE_SAME, "w2", MONDAY.plusSeconds(1));

        assertThat(HeldTogether.among(List.of(CARE, WARD), List.of(link), List.of(join)))
                .singleElement()
                .satisfies(j -> assertThat(j.decided()).contains(join))
                .satisfies(j -> assertThat(j.explanation()).contains(link.explanation()));
        assertThat(HeldTogether.among(List.of(CARE, WARD), List.of(), List.of(join, apart)))
                .isEmpty();
    }

    @Test
    void whatIsSaidOfOthersOrTooWeaklyHoldsNothing() {
        var possible = link(CARE, WARD, Certainty.POSSIBLE, 20);
        var beyond = link(CARE, POLICE, Certainty.CONFIRMED, 300);

        assertThat(among(List.of(CARE, WARD), List.of(possible, beyond), List.of())).isEmpty();
    }

    @Test
    void inWhateverOrderTheyComeTheSamePairsAreTold() {
        System.out.println("seed " + SEED);
        var lot = new Random(SEED);
        var records = IntStream.range(0, 12).mapToObj(n -> record("agency:" + n)).toList();
        List<PersonLink> links = new ArrayList<>();
        for (var a : records) {
            for (var b : records) {
                if (a.compareTo(b) < 0 && lot.nextInt(3) == 0) {
                    links.add(link(a, b, Certainty.LIKELY, lot.nextInt(40)));
                }
            }
        }
        var told = among(records, links, List.of());
        Collections.shuffle(links, lot);

        assertThat(among(records, links, List.of())).as("seed %d", SEED).isEqualTo(told);
    }

    private static List<String> among(
            List<SourceRecord> records, List<PersonLink> links, List<Decision> decisions) {
        return HeldTogether.among(records, links, decisions).stream()
                .map(HeldTogetherTest::words)
                .toList();
    }

    private static String words(Joint joint) {
        return "%s %s %s"
                .formatted(
                        joint.first(),
                        joint.second(),
                        joint.explanation().orElseThrow().certainty());
    }

    private static PersonLink link(
            SourceRecord first, SourceRecord second, Certainty certainty, int tenths) {
        var line = new Explanation.Line(Field.GIVEN_NAME, Agreement.AGREES, tenths);
        return PersonLink.between(
                first, second, new Explanation(certainty, Reason.WEIGHT, List.of(line), "test"));
    }
}
