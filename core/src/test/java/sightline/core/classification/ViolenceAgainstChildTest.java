package sightline.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.convicted;
import static sightline.core.story.Phrases.offence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.VictimTie;

import java.time.LocalDate;
import java.util.Optional;

final class ViolenceAgainstChildTest {
    private static final LocalDate DAY = LocalDate.of(2008, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "WOUNDING, 0, true",
        "ACTUAL_BODILY_HARM, 17, true",
        "ACTUAL_BODILY_HARM, 18, false",
        "COMMON_ASSAULT, 5, true",
        "SEXUAL, 17, true",
        "PROPERTY, 5, false",
        "DRIVING, 5, false",
    })
    void theGroupAndTheVictimsAgeDecide(OffenceGroup group, int age, boolean against) {
        Offence offence = offence("battery", group, Optional.of(age), Optional.empty());

        assertThat(ViolenceAgainstChild.of(convicted(offence), DAY).yes()).isEqualTo(against);
    }

    @Test
    void crueltyToAChildIsAgainstAChildWithoutAnAge() {
        assertThat(verdict("cruelty", OffenceGroup.CHILD_CRUELTY)).isInstanceOf(Verdict.Yes.class);
    }

    @Test
    void aMissingAgeIsAskedForAndNeverANo() {
        Verdict verdict = verdict("grievous bodily harm", OffenceGroup.WOUNDING);

        assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
        assertThat(((Verdict.Unknown) verdict).wouldChange()).contains("under 18");
    }

    @Test
    void theTitleNeverDecides() {
        assertThat(verdict("assault on a child", OffenceGroup.PUBLIC_ORDER))
                .isInstanceOf(Verdict.No.class);
        assertThat(verdict("assault on a child", OffenceGroup.WOUNDING))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aLesserOffenceFoundKeepsTheOriginalCharge() {
        Offence found =
                offence("affray", OffenceGroup.PUBLIC_ORDER, Optional.empty(), Optional.empty());
        Offence charge =
                offence(
                        "cruelty to a child",
                        OffenceGroup.CHILD_CRUELTY,
                        Optional.of(3),
                        Optional.empty());
        Conviction plea =
                new Conviction(
                        found, Optional.of(charge), false, Optional.empty(), Optional.empty());

        assertThat(ViolenceAgainstChild.of(plea, DAY).yes()).isTrue();
    }

    @Test
    void anOwnChildOfUnknownAgeMayBeGrownUp() {
        Offence own =
                offence(
                        "wounding",
                        OffenceGroup.WOUNDING,
                        Optional.empty(),
                        tie(VictimTie.OWN_CHILD));
        Offence other =
                offence(
                        "wounding",
                        OffenceGroup.WOUNDING,
                        Optional.empty(),
                        tie(VictimTie.CHILD_IN_CARE_OF));

        assertThat(ViolenceAgainstChild.of(convicted(own), DAY))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(ViolenceAgainstChild.of(convicted(other), DAY).yes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1/2, true", "11, true", "12, true", "8F, false", "8N, false"})
    void theHomeOfficeClassCountsWhereTheGroupSaysNothing(String number, boolean against) {
        Offence offence =
                new Offence(
                        "as recorded",
                        Optional.empty(),
                        Optional.of(number),
                        OffenceGroup.OTHER,
                        Optional.empty(),
                        Optional.empty());

        assertThat(ViolenceAgainstChild.of(convicted(offence), DAY).yes()).isEqualTo(against);
    }

    @Test
    void aClassCountsOnlyInTheYearsInWhichItStood() {
        Offence offence =
                new Offence(
                        "as recorded",
                        Optional.empty(),
                        Optional.of("8F"),
                        OffenceGroup.OTHER,
                        Optional.of(2),
                        Optional.empty());

        assertThat(ViolenceAgainstChild.of(convicted(offence), LocalDate.of(2015, 3, 31)).yes())
                .isTrue();
        assertThat(ViolenceAgainstChild.of(convicted(offence), LocalDate.of(2015, 4, 1)).yes())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, a baby under 1",
        "1, a child under 5",
        "4, a child under 5",
        "5, a child between 5 and 17",
        "17, a child between 5 and 17",
        "18, an adult",
    })
    void onlyTheAgeGroupIsTold(int years, String words) {
        assertThat(ViolenceAgainstChild.ageGroup(years)).isEqualTo(words);
    }

    private static Verdict verdict(String wording, OffenceGroup group) {
        Offence offence = offence(wording, group, Optional.empty(), Optional.empty());
        return ViolenceAgainstChild.of(convicted(offence), DAY);
    }

    private static Optional<VictimTie> tie(VictimTie tie) {
        return Optional.of(tie);
    }
}
