package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Figures on small cases that can be worked out by hand. */
final class AssessmentTest {

    @Test
    void countsPairsAndRecords() {
        var found = new Clusters(new int[] {0, 0, 0, 3, 3, 5});
        int[] truth = {1, 1, 2, 2, 2, 3};

        Evaluation e = Evaluation.of(found, truth);

        assertThat(e.truePositive()).isEqualTo(2);
        assertThat(e.falsePositive()).isEqualTo(2);
        assertThat(e.falseNegative()).isEqualTo(2);
        assertThat(e.f1()).isEqualTo(0.5);
        double precision = (2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 + 1 + 1) / 6;
        double recall = (1 + 1 + 1 / 3.0 + 2 / 3.0 + 2 / 3.0 + 1) / 6;
        assertThat(e.cubedPrecision()).isCloseTo(precision, within(1e-12));
        assertThat(e.cubedRecall()).isCloseTo(recall, within(1e-12));
    }

    @Test
    void aPairCountsForTheGroupsOfBothItsRecords() {
        var found = new Clusters(new int[] {0, 0, 0, 3, 3, 5});
        int[] truth = {1, 1, 2, 2, 2, 3};
        int[] group = {0, 0, 1, 1, 1, 0};

        List<Group> groups = new Fairness(found, truth).groups(group, List.of("a", "b"));

        assertThat(groups.getFirst().records()).isEqualTo(3);
        assertThat(groups.getFirst().recall().part()).isEqualTo(1);
        assertThat(groups.getFirst().recall().of()).isEqualTo(1);
        assertThat(groups.getFirst().precision().part()).isEqualTo(1);
        assertThat(groups.getFirst().precision().of()).isEqualTo(3);
        assertThat(groups.getLast().recall().part()).isEqualTo(1);
        assertThat(groups.getLast().recall().of()).isEqualTo(3);
        assertThat(groups.getLast().precision().of()).isEqualTo(3);
    }

    @Test
    void wilsonsIntervalHoldsAtTheEndsAndWidensWithDependence() {
        Rate half = Rate.of(5, 10);
        Rate all = Rate.of(10, 10);

        assertThat(half.low()).isCloseTo(0.2366, within(1e-4));
        assertThat(half.high()).isCloseTo(0.7634, within(1e-4));
        assertThat(all.low()).isCloseTo(0.7225, within(1e-4));
        assertThat(all.high()).isCloseTo(1, within(1e-9));
        assertThat(Rate.of(50, 100, 10).low()).isCloseTo(half.low(), within(1e-9));
        assertThat(Rate.of(0, 0).share()).isEqualTo(1);
    }

    @Test
    void theCurveCountsWhatBlockingLost() {
        Edges edges = new Edges();
        edges.add(0, 1, 5);
        edges.add(2, 3, 2);
        edges.add(0, 2, -1);
        int[] truth = {1, 1, 2, 2, 1};

        Curve curve = Curve.of(edges, truth, 4);

        assertThat(curve.reach().part()).isEqualTo(2);
        assertThat(curve.reach().of()).isEqualTo(4);
        assertThat(curve.points()).extracting(Curve.Point::recall).containsExactly(0.25, 0.5, 0.5);
        assertThat(curve.points())
                .extracting(Curve.Point::precision)
                .containsExactly(1.0, 1.0, 2 / 3.0);
    }

    @Test
    void groupsByDecadesByFrequentValuesAndByCompleteness() {
        Linkage linkage = linked();
        int[] truth = new int[linkage.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = i / 2;
        }
        Table table = table();

        Assessment assessment = Assessment.of(linkage, truth);

        assertThat(assessment.by(List.of(table.column("dob").orElseThrow())))
                .extracting(Group::name)
                .containsExactly("1950s", "1960s", "1970s", "1980s");
        assertThat(assessment.by(List.of(table.column("first_name").orElseThrow())))
                .hasSize(12)
                .last()
                .extracting(Group::name)
                .isEqualTo("others");
        assertThat(assessment.byCompleteness().getLast().records()).isZero();
        assertThat(assessment.all().f1()).isEqualTo(1);
        assertThat(assessment.errors(5)).isEmpty();
        assertThat(assessment.across()).isEmpty();
    }

    @Test
    void showsPairsThatAreWrong() {
        Linkage linkage = linked();
        int[] truth = new int[linkage.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = i;
        }
        truth[0] = truth[3];

        List<PairError> errors = Assessment.of(linkage, truth).errors(2);

        assertThat(errors).hasSize(3);
        assertThat(errors.getFirst().together()).isTrue();
        assertThat(errors.getFirst().first()).isZero();
        assertThat(errors.getFirst().second()).isEqualTo(1);
        assertThat(errors.getLast().together()).isFalse();
        assertThat(errors.getLast().second()).isEqualTo(3);
        assertThat(errors.getLast().why().bits()).isNegative();
    }

    @Test
    void theTruthOfARecordWithoutOneIsItsOwn() {
        int[] truth =
                Assessment.truthIn(
                        List.of(
                                Column.of("x", List.of("a", "", "b")),
                                Column.of("x", List.of("", "a"))));

        assertThat(truth[0]).isEqualTo(truth[4]);
        assertThat(truth).hasSize(5);
        assertThat(Arrays.stream(truth).distinct().count()).isEqualTo(4);
    }

    private static Linkage linked() {
        return Linkage.auto(List.of(table()));
    }

    private static Table table() {
        var text = new StringBuilder("id,first_name,surname,dob,postcode\n");
        for (int i = 0; i < 80; i++) {
            int person = i / 2;
            text.append(
                    "r%d,Ada%c%c,Marsh%c%c,19%02d-%02d-%02d,WX%d %dAB\n"
                            .formatted(
                                    i,
                                    'a' + person % 26,
                                    'a' + person / 26,
                                    'a' + person % 23,
                                    'a' + person / 23,
                                    50 + person,
                                    1 + person % 12,
                                    1 + person % 28,
                                    person,
                                    person % 10));
        }
        return CsvReader.parse("t.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
