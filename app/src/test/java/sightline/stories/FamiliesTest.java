package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import sightline.core.TestSize;

import java.util.List;
import java.util.stream.Stream;

/**
 * Families whom nobody had in mind when a rule was written: what must be said of each stands in its
 * folder, taken from law and practice; of its twin, with ordinary facts, nothing is.
 */
@Tag("ci")
final class FamiliesTest {
    /** Each tests a rule or a way to it that no other does. */
    private static final List<String> EVERYDAY =
            List.of(
                    "abandoned-calls",
                    "above-the-shop",
                    "anonymous-call",
                    "baby-group",
                    "babysitter",
                    "bail-breach",
                    "bath-time",
                    "bed-and-breakfast",
                    "booked-with-his-year",
                    "bruises-kept",
                    "called-rico",
                    "caravan-week",
                    "co-sleeping",
                    "concealed-pregnancy",
                    "cuckooed-flat",
                    "disabled-child",
                    "dog-on-the-landing",
                    "doors-shut",
                    "dros-y-ffin",
                    "empty-desk",
                    "ended-at-transfer",
                    "enquiry-unseen",
                    "forces-family",
                    "former-step-father",
                    "foster-household",
                    "fostered-across-the-line",
                    "found-in-the-pile",
                    "found-over-the-bridge",
                    "gdynia",
                    "gp-record-late",
                    "granny-cannot",
                    "granny-watches-now",
                    "great-aunt",
                    "grey-uniform",
                    "half-brother",
                    "he-answered",
                    "hidden-title",
                    "home-before-easter",
                    "home-withdrawn",
                    "hungry-at-school",
                    "inside-before-he-told",
                    "kinship-tenant",
                    "left-against-advice",
                    "licence-ends",
                    "lodger-in-a-note",
                    "log-at-four",
                    "missing-teenager",
                    "nans-fella",
                    "new-surname-new-coast",
                    "next-to-nothing",
                    "no-doctor",
                    "non-recent",
                    "off-the-plan",
                    "older-boyfriend",
                    "only-dad",
                    "only-the-month",
                    "order-ends-pregnancy",
                    "photos-of-bruises",
                    "prem-unit",
                    "quarry-rise",
                    "removed-elsewhere",
                    "residential-night-staff",
                    "room-214",
                    "same-doctor-three-homes",
                    "scottish-partner",
                    "sealed-refuge",
                    "second-cousin-over-easter",
                    "sentenced-after-christmas",
                    "six-weeks-away",
                    "sixty-contacts",
                    "strathoran-baby",
                    "taken-back-with-the-old-address",
                    "taxi-escort",
                    "teaches-at-her-sons-school",
                    "the-ticket",
                    "three-explanations",
                    "three-front-doors",
                    "three-hospitals",
                    "three-nations",
                    "twins-of-two-names",
                    "two-fathers",
                    "two-numbers",
                    "two-release-days",
                    "tyler-in-a-log",
                    "unbooked-in-wales",
                    "unread-inbox",
                    "weekends-at-her-aunts");

    private static final List<String> MORE =
            List.of(
                    "contact-order",
                    "cousin-not-told",
                    "scottish-partner-late",
                    "bruises-at-six",
                    "three-areas",
                    "noise-logs",
                    "refused-thrice",
                    "insulin-at-the-third",
                    "off-roll-and-silent",
                    "two-aliases-late",
                    "ty-gwyn",
                    "new-trainers",
                    "not-his-aunt",
                    "blood-not-hers",
                    "born-in-the-hall",
                    "aunts-photographs",
                    "stack-of-letters",
                    "door-at-night",
                    "bolted-door",
                    "corrected-twice",
                    "dentist-only",
                    "perplexing",
                    "pinprick-rash",
                    "who-collects");

    static List<Family> families() {
        return Stream.concat(
                        EVERYDAY.stream(),
                        TestSize.chosen() == TestSize.EVERYDAY ? Stream.of() : MORE.stream())
                .map(Family::of)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> whatMustBeSaidIsSaidOnItsDayToWhomItNames() {
        return families().stream().flatMap(FamiliesTest::rows);
    }

    private static Stream<DynamicTest> rows(Family family) {
        List<Said> said =
                MemoryReplay.of(
                        family.agencies(), family.messages().stream().map(List::of).toList());
        return family.wanted().stream()
                .map(r ->
                        DynamicTest.dynamicTest(
                                family.name() + " " + r, () -> family.assertMet(r, said)));
    }

    @TestFactory
    Stream<DynamicTest> ordinaryFactsRaiseNothingAndLeaveNothingOverdue() {
        return families().stream()
                .map(f -> DynamicTest.dynamicTest(f.name(), () -> assertQuiet(f)));
    }

    private static void assertQuiet(Family family) {
        assertThat(
                        MemoryReplay.of(
                                family.agencies(), family.twin().stream().map(List::of).toList()))
                .noneMatch(s -> s.alert() || s.late());
    }
}
