package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.always;
import static sightline.core.identity.Fixtures.at;
import static sightline.core.identity.Fixtures.date;
import static sightline.core.identity.Fixtures.due;
import static sightline.core.identity.Fixtures.mother;
import static sightline.core.identity.Fixtures.nhs;
import static sightline.core.identity.Fixtures.place;

import org.junit.jupiter.api.Test;

import sightline.core.identity.Explanation.Reason;
import sightline.core.kernel.Certainty;

import java.util.List;
import java.util.Optional;

final class PersonComparisonTest {
    private static final String HOME = "12 Heron Way, Westmarsh, WM1 4AB";

    @Test
    void anNhsNumberConfirmsWhateverElseIsMissing() {
        var a = at("health", "1").named("Orla", "Penhallow").identifier(nhs(1)).build();
        var b = at("school", "2").named("O", "Penhalow").identifier(nhs(1)).build();

        assertThat(PersonComparison.compare(a, b).certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    @Test
    void anNhsNumberAloneAgainstNameAndBirthIsForAPersonToDecide() {
        var a = orla("1").identifier(nhs(1)).build();
        var b =
                at("police", "2")
                        .named("Derek", "Quillfeather")
                        .born(date("1984-11-30"))
                        .identifier(nhs(1))
                        .build();

        var explanation = PersonComparison.compare(a, b);

        assertThat(explanation.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(explanation.reason()).isEqualTo(Reason.IDENTIFIER_AGREES_BUT_NOTHING_ELSE);
    }

    @Test
    void rareNameAndBirthdayAreLikelyOnePerson() {
        assertThat(PersonComparison.compare(orla("1").build(), orla("2").build()).certainty())
                .isEqualTo(Certainty.LIKELY);
    }

    private static Certainty asGiven(String one, String other) {
        return PersonComparison.compare(
                        at("court", "1").named(one, "Penhallow").born(date("1991-10-17")).build(),
                        at("maternity", "2")
                                .named(other, "Penhallow")
                                .born(date("1991-10-17"))
                                .build())
                .certainty();
    }

    @Test
    void theShortFormOfANameBesideARareFamilyNameAndTheBirthdayIsLikelyOnePerson() {
        assertThat(asGiven("Michael", "Mike")).isEqualTo(Certainty.LIKELY);
        assertThat(asGiven("Bartholomew", "Barth")).isEqualTo(Certainty.LIKELY);
        assertThat(asGiven("Paula", "Paul")).isNotEqualTo(Certainty.LIKELY);
    }

    @Test
    void aMiddleNameUsedAsTheFirstOrADayAndMonthInEachOthersPlaceIsForAPersonToDecide() {
        var born = date("1990-10-12");
        var whole = at("court", "1").named("Peter", "James", "Smith").born(born).build();
        var used = at("maternity", "2").named("James", "Smith").born(born).build();
        var written = at("court", "1").named("James", "Smith").born(born).build();
        var swapped = at("gp", "2").named("James", "Smith").born(date("1990-12-10")).build();

        assertThat(PersonComparison.compare(whole, used).certainty())
                .isIn(Certainty.POSSIBLE, Certainty.LIKELY);
        assertThat(PersonComparison.compare(written, swapped).certainty())
                .isIn(Certainty.POSSIBLE, Certainty.LIKELY);
        assertThat(BlockingKeys.of(whole)).containsAnyElementsOf(BlockingKeys.of(used));
        assertThat(BlockingKeys.of(written)).containsAnyElementsOf(BlockingKeys.of(swapped));
    }

    @Test
    void aCommonNameAndBirthdayNeedMore() {
        var a = at("school", "1").named("Jack", "Smith").born(date("2014-05-03"));
        var b = at("police", "2").named("Jack", "Smith").born(date("2014-05-03"));

        var names = PersonComparison.compare(a.build(), b.build());
        var withHome =
                PersonComparison.compare(
                        a.at(place(HOME), always()).build(), b.at(place(HOME), always()).build());

        assertThat(names.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(withHome.certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void twoNhsNumbersAreNeverJoinedAndShownIfAllElseAgrees() {
        var a = orla("1").at(place(HOME), always()).identifier(nhs(1)).build();
        var b = orla("2").at(place(HOME), always()).identifier(nhs(2)).build();

        var explanation = PersonComparison.compare(a, b);

        assertThat(explanation.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(explanation.reason()).isEqualTo(Reason.TWO_NHS_NUMBERS);
    }

    @Test
    void twinsAreNeverJoinedByScore() {
        var a =
                at("school", "1")
                        .named("Orla", "Penhallow")
                        .born(date("2014-05-03"))
                        .sex(Sex.FEMALE)
                        .at(place(HOME), always())
                        .phone("07700 900123")
                        .email("home@example.org");
        var b =
                at("school", "2")
                        .named("Freya", "Penhallow")
                        .born(date("2014-05-03"))
                        .sex(Sex.FEMALE)
                        .at(place(HOME), always())
                        .phone("+44 7700 900123")
                        .email("home@example.org");

        var explanation = PersonComparison.compare(a.build(), b.build());
        var numbered =
                PersonComparison.compare(
                        a.identifier(nhs(1)).build(), b.identifier(nhs(2)).build());

        assertThat(explanation.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(explanation.reason()).isEqualTo(Reason.TWINS_OR_TWO_NAMES);
        assertThat(numbered.certainty()).isEqualTo(Certainty.NOT_KNOWN);
    }

    @Test
    void fatherAndSonOfOneNameAreTwo() {
        var father = named("1", "1981-05-03").at(place(HOME), always()).phone("01632 960111");
        var son = named("2", "2014-05-03").at(place(HOME), always()).phone("01632 960111");

        assertThat(PersonComparison.compare(father.build(), son.build()).certainty())
                .isEqualTo(Certainty.NOT_KNOWN);
    }

    @Test
    void aNameWithoutDateOfBirthIsNeverJoinedByScore() {
        var unknown =
                at("police", "1")
                        .named("Orla", "Penhallow")
                        .at(place(HOME), always())
                        .phone("01632 960111")
                        .build();
        var dated = orla("2").at(place(HOME), always()).phone("01632 960111").build();

        assertThat(PersonComparison.compare(unknown, dated).certainty())
                .isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aForenameSpeltAnewIsOneChildWithOneBirthdayAndHome() {
        joined("Oskar", "Wrenfeld", "Oscar", "Wrenfeld");
        joined("Isaac", "Loveday", "Issac", "Loveday");
        joined("Katherine", "Vane", "Katie", "Vane");
        joined("Mohammed", "Choudray", "Muhammad", "Choudhury");
        joined("Þorsteinn", "Guðmundsson", "Thorsteinn", "Gudmundsson");
    }

    @Test
    void twinsWhoseNamesRhymeAreTwo() {
        apart("Jayden", "Hayden");
        apart("Mason", "Jason");
        apart("Layla", "Kayla");
        apart("Mary", "Mara");
    }

    @Test
    void aBoyAndAGirlWhoseNamesAreAlikeAreTwo() {
        var boy = atHome("school", "Daniel", "Wrenfeld", Sex.MALE);
        var girl = atHome("surgery", "Danielle", "Wrenfeld", Sex.FEMALE);

        assertThat(PersonComparison.compare(boy, girl).certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void anUndatedRecordJoinsByOneNameOneHomeAndOneMotherOfOneNameAndBirthday() {
        var dated = orla("1").at(place(HOME), always());
        var undated = at("police", "2").named("Orla", "Penhallow").at(place(HOME), always());
        var sister = at("police", "3").named("Freya", "Penhallow").at(place(HOME), always());

        var one = dated.mother(known("school:9", "1990-02-15")).build();

        var same = undated.mother(known("police:9", "1990-02-15")).build();
        var other = undated.mother(known("police:9", "1991-02-15")).build();
        assertThat(PersonComparison.compare(one, same).certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(PersonComparison.compare(one, other).certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(
                        PersonComparison.compare(
                                        one, sister.mother(known("police:9", "1990-02-15")).build())
                                .certainty())
                .isNotEqualTo(Certainty.LIKELY);
    }

    @Test
    void theUnbornChildOfOneMotherOfOneNameAndBirthdayIsOneAtTwoAgencies() {
        var maternity =
                at("maternity", "1")
                        .named("Unborn", "Penhallow")
                        .unborn(due("2024-03-01"))
                        .mother(known("maternity:9", "1990-02-15"))
                        .build();

        var socialCare = unborn("2024-03-04", "1990-02-15");

        assertThat(PersonComparison.compare(maternity, socialCare).certainty())
                .isEqualTo(Certainty.LIKELY);
        assertThat(BlockingKeys.of(maternity)).containsAnyElementsOf(BlockingKeys.of(socialCare));
        assertThat(
                        PersonComparison.compare(maternity, unborn("2024-12-20", "1990-02-15"))
                                .certainty())
                .isNotEqualTo(Certainty.LIKELY);
        assertThat(
                        PersonComparison.compare(maternity, unborn("2024-03-01", "1990-01-01"))
                                .certainty())
                .isNotEqualTo(Certainty.LIKELY);
    }

    private static RecordDetails unborn(String expected, String motherBorn) {
        return at("social-care", "2")
                .named("Unborn", "Penhallow")
                .unborn(due(expected))
                .mother(known("social-care:9", motherBorn))
                .build();
    }

    private static RecordDetails.Mother known(String record, String born) {
        return new RecordDetails.Mother(
                Optional.of(Fixtures.record(record)),
                List.of(),
                List.of(new RecordName(List.of("Della"), "Penhallow", RecordName.Kind.CURRENT)),
                List.of(date(born)));
    }

    private static void joined(String given, String family, String again, String familyAgain) {
        var a = atHome("school", given, family);
        var b = atHome("surgery", again, familyAgain);
        assertThat(PersonComparison.compare(a, b).certainty())
                .as(given + " and " + again)
                .isEqualTo(Certainty.LIKELY);
        assertThat(BlockingKeys.of(a)).containsAnyElementsOf(BlockingKeys.of(b));
    }

    private static void apart(String given, String again) {
        var a = atHome("school", given, "Wrenfeld");
        var b = atHome("surgery", again, "Wrenfeld");
        assertThat(PersonComparison.compare(a, b).certainty())
                .as(given + " and " + again)
                .isNotIn(Certainty.LIKELY, Certainty.CONFIRMED);
    }

    private static RecordDetails atHome(String agency, String given, String family) {
        return atHome(agency, given, family, Sex.MALE);
    }

    private static RecordDetails atHome(String agency, String given, String family, Sex sex) {
        return at(agency, given)
                .named(given, family)
                .sex(sex)
                .born(date("2018-06-20"))
                .at(place(HOME), always())
                .build();
    }

    @Test
    void slipsAreSimilarAndMissingSaysNothing() {
        var a = named("1", "2014-05-03").sex(Sex.MALE).build();

        assertThat(birth(a, "2014-03-05")).isEqualTo(Agreement.SIMILAR);
        assertThat(birth(a, "2014-05-08")).isEqualTo(Agreement.SIMILAR);
        assertThat(birth(a, "2014")).isEqualTo(Agreement.SIMILAR);
        assertThat(birth(a, "2015")).isEqualTo(Agreement.DIFFERS);
        assertThat(birth(a, "2011-09-21")).isEqualTo(Agreement.DIFFERS);
        assertThat(PersonComparison.compare(a, at("x", "9").build()).lines()).isEmpty();
    }

    @Test
    void namesAgreeAcrossShortFormsSpellingMarriageAndExchange() {
        var robert = at("a", "1").named("Robert", "Penhallow").build();

        assertThat(given(robert, at("b", "2").named("Bob", "X").build()))
                .isEqualTo(Agreement.SIMILAR);
        assertThat(given(robert, at("b", "2").named("Robbert", "X").build()))
                .isEqualTo(Agreement.SIMILAR);
        assertThat(given(robert, at("b", "2").named("R", "X").build()))
                .isEqualTo(Agreement.SIMILAR);
        assertThat(given(robert, at("b", "2").named("Karl", "Robert", "X").build()))
                .isEqualTo(Agreement.SIMILAR);
        assertThat(given(robert, at("b", "2").named("Penhallow", "Robert").build()))
                .isEqualTo(Agreement.SIMILAR);
        assertThat(given(robert, at("b", "2").named("Alan", "X").build()))
                .isEqualTo(Agreement.DIFFERS);
        assertThat(family(robert, at("b", "2").named("R", "Penhallow-Grice").build()))
                .isEqualTo(Agreement.SIMILAR);
        assertThat(family(robert, at("b", "2").named("R", "PEN HALLOW").build()))
                .isEqualTo(Agreement.AGREES);
        var married =
                at("b", "2")
                        .named("R", "Grice")
                        .named(RecordName.Kind.BIRTH, "R", "Penhallow")
                        .build();
        assertThat(family(robert, married)).isEqualTo(Agreement.SIMILAR);
    }

    @Test
    void aPregnancyIsTheChildBornOfItInTime() {
        var unborn =
                at("maternity", "p1")
                        .named("Baby", "Penhallow")
                        .unborn(due("2026-06-01"))
                        .mother(mother("maternity:m1"))
                        .build();
        var born =
                at("maternity", "c1")
                        .named("Orla", "Penhallow")
                        .born(date("2026-05-20"))
                        .mother(mother("maternity:m1"))
                        .build();
        var older =
                at("maternity", "c2")
                        .named("Ivo", "Penhallow")
                        .born(date("2024-05-20"))
                        .mother(mother("maternity:m1"))
                        .build();

        var explanation = PersonComparison.compare(unborn, born);

        assertThat(explanation.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(explanation.reason()).isEqualTo(Reason.BORN_OF_THIS_PREGNANCY);
        assertThat(PersonComparison.compare(unborn, older).certainty())
                .isNotIn(Certainty.CONFIRMED, Certainty.LIKELY);
    }

    @Test
    void isSymmetricAndHoldsNoValue() {
        var a = orla("1").at(place(HOME), always()).identifier(nhs(1)).build();
        var b = orla("2").phone("01632 960111").build();

        assertThat(PersonComparison.compare(a, b)).isEqualTo(PersonComparison.compare(b, a));
        assertThat(PersonComparison.compare(a, b).toString() + a + b)
                .doesNotContainIgnoringCase("orla")
                .doesNotContain("960111", "2014");
    }

    private static RecordDetails.Builder orla(String id) {
        return at("agency-" + id, id).named("Orla", "Penhallow").born(date("2014-05-03"));
    }

    private static RecordDetails.Builder named(String id, String born) {
        return at("school", id).named("Karim", "Oyelaran").born(date(born));
    }

    private static Agreement birth(RecordDetails a, String other) {
        return PersonComparison.compare(a, named("9", other).build()).in(Field.DATE_OF_BIRTH);
    }

    private static Agreement given(RecordDetails a, RecordDetails b) {
        return PersonComparison.compare(a, b).in(Field.GIVEN_NAME);
    }

    private static Agreement family(RecordDetails a, RecordDetails b) {
        return PersonComparison.compare(a, b).in(Field.FAMILY_NAME);
    }
}
