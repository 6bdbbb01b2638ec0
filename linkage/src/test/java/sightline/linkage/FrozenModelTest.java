package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Two records are judged by what was learnt, whatever other records there are. */
final class FrozenModelTest {
    private static final List<String> COLUMNS =
            List.of("first_name", "surname", "dob", "postcode", "sex");
    private static final Map<String, ToDoubleFunction<String>> FREQUENCIES =
            Map.of(
                    "first_name", name -> name.equals("mary") ? 0.02 : 0.001,
                    "surname", _ -> 0.0005,
                    "dob", _ -> 1 / 25_000.0,
                    "postcode", _ -> 1e-5,
                    "sex", _ -> 0.5);

    private static FrozenModel model;

    @BeforeAll
    static void learn() {
        MadeUp set = MadeUp.of(MadeUp.shape("two-no-id"), 1);
        model = new FrozenModel(Linkage.auto(set.tables()).trained(), FREQUENCIES);
    }

    @Test
    void oneWrongLetterIsOnePersonAndAnotherFamilyIsNot() {
        var mary = record("Philippa", "Penhallow", "1984-05-06", "WX1 2AB", "F");
        var slip = record("Philipa", "Penhallow", "1984-05-06", "WX1 2AB", "F");
        var other = record("Grace", "Tregear", "1951-11-30", "WX8 9ZZ", "F");

        assertThat(model.compare(mary, slip).bits()).isGreaterThan(8);
        assertThat(model.compare(mary, other).bits()).isLessThan(-8);
    }

    @Test
    void itDoesNotMatterWhichRecordComesFirst() {
        var one = record("Philippa", "Penhallow", "1984-05-06", "WX1 2AB", "F");
        var other = record("Pip", "Penhalow", "1984-06-05", "WX1 2AC", "F");

        assertThat(model.compare(one, other)).isEqualTo(model.compare(other, one));
    }

    @Test
    void aFrequentNameProvesLess() {
        var mary = record("Mary", "Penhallow", "1984-05-06", "", "F");
        var philippa = record("Philippa", "Penhallow", "1984-05-06", "", "F");

        assertThat(model.compare(mary, mary).bits())
                .isLessThan(model.compare(philippa, philippa).bits());
    }

    @Test
    void amongMoreOtherPeopleTheSameAgreementProvesLess() {
        var one = record("Philippa", "Penhallow", "1984-05-06", "WX1 2AB", "F");
        double few = model.withPrior(1e-4).compare(one, one).bits();
        double many = model.withPrior(1e-6).compare(one, one).bits();

        assertThat(few - many).isCloseTo(Math.log(100) / Math.log(2), within(0.1));
    }

    @Test
    void ofSeveralValuesTheBestCountsAndWhatIsMissingSaysNothing() {
        var now = record("Philippa", "Tregear", "1984-05-06", "WX1 2AB", "F");
        var both =
                model.ready(
                        Map.of(
                                "first_name", List.of("Philippa"),
                                "surname", List.of("Penhallow", "Tregear"),
                                "dob", List.of("1984-05-06")));

        Explanation found = model.compare(now, both);

        assertThat(found.unknown()).containsExactlyInAnyOrder("postcode", "sex");
        assertThat(found.steps()).extracting(Explanation.Step::level).containsOnly("equal");
    }

    private static FrozenModel.Ready record(String... values) {
        return model.ready(
                Map.of(
                        COLUMNS.get(0), List.of(values[0]),
                        COLUMNS.get(1), List.of(values[1]),
                        COLUMNS.get(2), List.of(values[2]),
                        COLUMNS.get(3), List.of(values[3]),
                        COLUMNS.get(4), List.of(values[4])));
    }
}
