package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.always;
import static sightline.core.identity.Fixtures.at;
import static sightline.core.identity.Fixtures.date;
import static sightline.core.identity.Fixtures.place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.identity.Explanation.Reason;
import sightline.core.kernel.Certainty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which forenames are one child's, written in another way, and which are two children's: of one
 * mother, one birthday and one home, so that nothing but the forename tells them apart.
 */
final class ForenamesTest {
    private static final String HOME = "12 Heron Way, Westmarsh, WM1 4AB";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Toby Tobi",
                "Tobias Tobi",
                "Tobias Toby",
                "Tobie Toby",
                "Lily Lilly",
                "Lillie Lily",
                "Katie Katy",
                "Kate Katie",
                "Katherine Catherine",
                "Katherine Kate",
                "Philip Phillip",
                "Sara Sarah",
                "Jon John",
                "Zac Zack",
                "Kayleigh Kaylee",
                "Kian Keian",
                "Kieran Keiran",
                "Ashleigh Ashley",
                "Kyra Kira",
                "Bryony Briony",
                "Eve Evie",
                "Rose Rosie",
                "Charles Charlie",
                "Frederick Freddie",
                "Daniel Danny",
                "Jessica Jessie",
                "Josh Joshua",
                "Joe Joseph",
                "Ben Benjamin",
                "Tom Thomas",
                "Ollie Oliver",
                "James Jamie",
                "Abigail Abbie",
                "Mohammed Muhammad",
                "Mohamed Muhammed",
                "Aidan Aiden",
                "Connor Conor",
                "Isaac Issac",
                "Zain Zayn",
                "Aaliyah Aliyah",
                "Robert Bob",
                "William Bill",
                "Margaret Peggy"
            })
    void oneNameWrittenInAnotherWayIsOneChild(String names) {
        var explanation = ofOneMotherAndBirthday(names, "9876 5432");

        assertThat(explanation.certainty()).as(names).isEqualTo(Certainty.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jack Jake",
                "Hassan Hussain",
                "Charles Charlotte",
                "Michael Michelle",
                "Emily Emma",
                "Robert William",
                "Patrick Peter",
                "Ella Isabella",
                "Ella Ellie",
                "Ellie Elsie",
                "Millie Mollie",
                "Madison Mason",
                "Harley Harvey",
                "Joe Joel",
                "Bella Ella",
                "Emma Gemma",
                "Luca Lucas",
                "Lara Laura",
                "Daisy Maisie",
                "Aaron Erin",
                "Olive Olivia",
                "Amelia Amelie",
                "Jade Jayden",
                "Leo Leon",
                "Theo Toby",
                "Theo Teddy",
                "Kayden Jayden",
                "Aisha Alisha",
                "Anna Hannah",
                "Daniel Danielle",
                "Louis Louise",
                "Gabriel Gabrielle",
                "George Georgia",
                "Joseph Josephine",
                "Ben Jamie",
                "Eva Eve",
                "Mary Mara",
                "Kian Kieran",
                "Harry Henry",
                "Libby Elsie",
                "Molly Polly",
                "Isabella Isabelle"
            })
    void namesOfTwinsThatAreNoMoreThanAlikeAreTwoChildren(String names) {
        var explanation = ofOneMotherAndBirthday(names, "9876 9876");

        assertThat(explanation.certainty()).as(names).isEqualTo(Certainty.POSSIBLE);
        assertThat(explanation.reason()).as(names).isEqualTo(Reason.TWINS_OR_TWO_NAMES);
    }

    @Test
    void oneNameOneMotherAndOneBirthdayAreOneChildUnderAnyAddressAndFrequentFamilyName() {
        var one = child("school", "Jack", "Smith", "2018-04-04").build();
        var other = child("gp", "Jack", "Smith", "2018-04-04").build();
        var brother = child("gp", "Jake", "Smith", "2018-04-04").build();
        var younger = child("gp", "Jack", "Smith", "2020-06-21").build();

        assertThat(PersonComparison.compare(one, other).certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(PersonComparison.compare(one, brother).certainty())
                .isEqualTo(Certainty.POSSIBLE);
        assertThat(PersonComparison.compare(one, younger).certainty())
                .isNotEqualTo(Certainty.LIKELY);
    }

    @Test
    void whatARecordSaysOfTheSexGoesBeforeWhatTheNameSays() {
        var samantha = child("school", "Samantha", "Wrenfeld", "2018-04-04");
        var sam = child("gp", "Sam", "Wrenfeld", "2018-04-04");

        assertThat(PersonComparison.compare(samantha.build(), sam.build()).certainty())
                .isEqualTo(Certainty.POSSIBLE);
        assertThat(
                        PersonComparison.compare(
                                        samantha.sex(Sex.FEMALE).build(),
                                        sam.sex(Sex.FEMALE).build())
                                .certainty())
                .isEqualTo(Certainty.LIKELY);
    }

    /**
     * Every two of the 300 most frequent names that are alike in any way, as those of two children
     * of one mother and birthday: who is taken for one stands in a list to be read.
     */
    @Test
    void ofTheMostFrequentNamesThoseAreOneThatTheListHas() {
        var names =
                lines("forename-shares.csv")
                        .skip(1)
                        .map(row -> row.split(",")[0])
                        .sorted()
                        .toList();
        var joined = new ArrayList<String>();
        for (var i = 0; i < names.size(); i++) {
            for (var j = i + 1; j < names.size(); j++) {
                var pair = names.get(i) + " " + names.get(j);
                if (areAlike(names.get(i), names.get(j))
                        && ofOneMotherAndBirthday(pair, "9876 9876").certainty()
                                == Certainty.LIKELY) {
                    joined.add(pair);
                }
            }
        }

        assertThat(joined).containsExactlyInAnyOrderElementsOf(lines("one-forename.csv").toList());
    }

    private static boolean areAlike(String a, String b) {
        return NameComparison.given(
                        Prepared.of(at("school", a).named(a, "Wrenfeld").build()),
                        Prepared.of(at("surgery", b).named(b, "Wrenfeld").build()))
                .filter(it -> it.weight() != MatchWeights.GIVEN_DIFFERENT)
                .isPresent();
    }

    private static Stream<String> lines(String table) {
        try (var in =
                Objects.requireNonNull(ForenamesTest.class.getResourceAsStream(table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Explanation ofOneMotherAndBirthday(String names, String phones) {
        var given = names.split(" ");
        var phone = phones.split(" ");
        return PersonComparison.compare(
                child("school", given[0], "Wrenfeld", "2018-06-20")
                        .at(place(HOME), always())
                        .phone("07700 90" + phone[0])
                        .build(),
                child("surgery", given[1], "Wrenfeld", "2018-06-20")
                        .at(place(HOME), always())
                        .phone("07700 90" + phone[1])
                        .build());
    }

    private static RecordDetails.Builder child(
            String agency, String given, String family, String born) {
        var mother =
                new RecordDetails.Mother(
                        Optional.of(Fixtures.record(agency + ":9")),
                        List.of(),
                        List.of(new RecordName(List.of("Della"), family, RecordName.Kind.CURRENT)),
                        List.of(date("1990-02-15")));
        return at(agency, given).named(given, family).born(date(born)).mother(mother);
    }
}
