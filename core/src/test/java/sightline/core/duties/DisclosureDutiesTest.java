package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.DisclosureApplication;
import sightline.core.facts.PoliceBody.DisclosureApplication.Scheme;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.Disclosure.DisclosureStep;
import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.facts.SharedBody.DisclosureAsked.Applicant;
import sightline.core.facts.SharedBody.DisclosureStage;
import sightline.core.facts.SharedBody.DisclosureStage.Stage;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.facts.SharedBody.Route;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.screening.Catalogue;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stages of both disclosure schemes, by their clocks. Invented people. */
final class DisclosureDutiesTest {
    private static final String ASKED = "2024-03-04T10:00";

    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void whoeverAppliesUnderEitherSchemeIsCheckedMetAndDecidedOnByTheirOwnClocks() {
        asked(DisclosureTo.PARENT, Optional.of(Route.RIGHT_TO_ASK));

        assertThat(open("2024-03-04T11:00"))
                .containsExactlyInAnyOrder(
                        "disclosure.parent-checks",
                        "disclosure.parent-meeting",
                        "disclosure.parent");
        assertThat(due("disclosure.parent-checks")).isEqualTo(instant("2024-03-05T10:00"));
        assertThat(due("disclosure.parent-meeting")).isEqualTo(endOf("2024-03-14"));
        assertThat(due("disclosure.parent")).isEqualTo(endOf("2024-04-01"));
    }

    @Test
    void aPartnersMeetingIsCountedInWorkingDays() {
        asked(DisclosureTo.PARTNER, Optional.of(Route.RIGHT_TO_ASK));

        assertThat(open("2024-03-04T11:00"))
                .containsExactlyInAnyOrder(
                        "disclosure.partner-checks",
                        "disclosure.partner-meeting",
                        "disclosure.partner");
        assertThat(due("disclosure.partner-meeting")).isEqualTo(endOf("2024-03-18"));
    }

    @Test
    void nobodyIsMetWhereThePoliceThemselvesLearntOfTheRisk() {
        asked(DisclosureTo.PARTNER, Optional.of(Route.RIGHT_TO_KNOW));

        assertThat(open("2024-03-04T11:00"))
                .containsExactlyInAnyOrder("disclosure.partner-checks", "disclosure.partner");
    }

    @Test
    void aStageEndsItsOwnClockAndNotTheDecision() {
        Fact asked = asked(DisclosureTo.PARENT, Optional.of(Route.RIGHT_TO_ASK));
        says("2024-03-04T15:00", asked, stage(Stage.CHECKED, false));
        assertThat(open("2024-03-04T16:00"))
                .containsExactlyInAnyOrder("disclosure.parent-meeting", "disclosure.parent");

        says("2024-03-08T15:00", asked, stage(Stage.MET, false));
        assertThat(open("2024-03-08T16:00")).containsExactly("disclosure.parent");
    }

    @Test
    void dangerThatAStageFindsIsActedOnWithinTheHour() {
        Fact asked = asked(DisclosureTo.PARENT, Optional.of(Route.RIGHT_TO_ASK));
        Fact checked = says("2024-03-04T15:00", asked, stage(Stage.CHECKED, true));

        assertThat(open("2024-03-04T15:30")).contains("disclosure.danger");
        assertThat(due("disclosure.danger")).isEqualTo(instant("2024-03-04T16:00"));
        says("2024-03-04T15:40", asked, stage(Stage.ACTED, false));
        assertThat(open("2024-03-04T15:45")).contains("disclosure.danger");
        says("2024-03-04T15:50", checked, stage(Stage.ACTED, false));
        assertThat(open("2024-03-04T15:55")).doesNotContain("disclosure.danger");
    }

    @Test
    void whoeverAppliedAndIsRefusedIsAnsweredAndNobodyElseIs() {
        Fact asked = asked(DisclosureTo.PARENT, Optional.of(Route.RIGHT_TO_ASK));
        Fact refused = says("2024-03-10T10:00", asked, decided(false, Route.RIGHT_TO_ASK));

        assertThat(open("2024-03-10T11:00")).containsExactly("disclosure.answer");
        says("2024-03-11T10:00", refused, said(false, Route.RIGHT_TO_ASK));
        assertThat(open("2024-03-11T11:00")).isEmpty();

        Fact known = asked(DisclosureTo.PARTNER, Optional.of(Route.RIGHT_TO_KNOW));
        says("2024-03-12T10:00", known, decided(false, Route.RIGHT_TO_KNOW));
        assertThat(open("2024-03-12T11:00")).isEmpty();
    }

    @Test
    void whatWasDecidedToBeToldIsOwedUntilItIsSaid() {
        Fact asked = asked(DisclosureTo.PARENT, Optional.of(Route.RIGHT_TO_ASK));
        Fact decided = says("2024-03-10T10:00", asked, decided(true, Route.RIGHT_TO_ASK));

        assertThat(open("2024-03-10T11:00")).containsExactly("disclosure.say");
        says("2024-03-11T10:00", decided, said(true, Route.RIGHT_TO_ASK));
        assertThat(open("2024-03-11T11:00")).isEmpty();
    }

    @Test
    void anApplicationThatPoliceSendStartsTheClocksOfItsScheme() {
        applied(Scheme.CHILD_SEX_OFFENDER);

        assertThat(open("2024-03-04T11:00"))
                .containsExactlyInAnyOrder(
                        "disclosure.parent-checks",
                        "disclosure.parent-meeting",
                        "disclosure.parent");
        assertThat(due("disclosure.parent-checks")).isEqualTo(instant("2024-03-05T10:00"));
        assertThat(due("disclosure.parent-meeting")).isEqualTo(endOf("2024-03-14"));
        assertThat(due("disclosure.parent")).isEqualTo(endOf("2024-04-01"));
    }

    @Test
    void anApplicationAboutAPartnerHasTheClocksOfThatScheme() {
        applied(Scheme.DOMESTIC_VIOLENCE);

        assertThat(open("2024-03-04T11:00"))
                .containsExactlyInAnyOrder(
                        "disclosure.partner-checks",
                        "disclosure.partner-meeting",
                        "disclosure.partner");
    }

    @Test
    void anApplicationThatPoliceMadeOfTheirOwnAccordHasNobodyToMeet() {
        story.at(ASKED)
                .from("police")
                .about(man)
                .says(
                        new DisclosureApplication(
                                Scheme.DOMESTIC_VIOLENCE,
                                Optional.of(new Text("Seen at a visit")),
                                Optional.of(Route.RIGHT_TO_KNOW)));

        assertThat(open("2024-03-04T11:00"))
                .containsExactlyInAnyOrder("disclosure.partner-checks", "disclosure.partner");
    }

    @Test
    void anApplicationIsOwedAboutWhoeverItIsAboutAndNobodyElseInIt() {
        Who woman = story.person("woman", "1984-01-01");
        story.at(ASKED)
                .from("police")
                .about(man)
                .with(PersonRole.PARTNER, woman)
                .says(new DisclosureApplication(Scheme.DOMESTIC_VIOLENCE, Optional.empty()));

        assertThat(open("2024-03-04T11:00")).hasSize(3);
        assertThat(owedAbout(woman, "2024-03-04T11:00")).isEmpty();
    }

    /** An answer that names nobody is about all whom the application named. */
    @Test
    void whatComesOfAnApplicationIsOwedAboutNobodyElseInIt() {
        Who woman = story.person("woman", "1984-01-01");
        for (Body answer :
                List.of(
                        stage(Stage.CHECKED, true),
                        decided(true, Route.RIGHT_TO_ASK),
                        decided(false, Route.RIGHT_TO_ASK))) {
            story.at("2024-03-05T10:00")
                    .from("police")
                    .about(man)
                    .with(PersonRole.PARTNER, woman)
                    .says(answer);
        }

        assertThat(open("2024-03-05T10:30"))
                .containsExactlyInAnyOrder(
                        "disclosure.danger", "disclosure.say", "disclosure.answer");
        assertThat(owedAbout(woman, "2024-03-05T10:30")).isEmpty();
    }

    private List<String> owedAbout(Who who, String at) {
        return derivation.derive(story.situation(who, at)).duties().stream()
                .map(d -> d.clock().value())
                .filter(clock -> clock.startsWith("disclosure."))
                .toList();
    }

    @Test
    void anApplicationGoesThroughItsStagesToARefusalThatIsAnswered() {
        Fact asked = applied(Scheme.CHILD_SEX_OFFENDER);
        says("2024-03-04T15:00", asked, stage(Stage.CHECKED, false));
        says("2024-03-08T15:00", asked, stage(Stage.MET, false));
        assertThat(open("2024-03-08T16:00")).containsExactly("disclosure.parent");
        Fact refused = says("2024-03-10T10:00", asked, decided(false, Route.RIGHT_TO_ASK));
        assertThat(open("2024-03-10T11:00")).containsExactly("disclosure.answer");
        says("2024-03-11T10:00", refused, said(false, Route.RIGHT_TO_ASK));
        assertThat(open("2024-03-11T11:00")).isEmpty();
    }

    private Fact applied(Scheme scheme) {
        return story.at(ASKED)
                .from("police")
                .about(man)
                .says(new DisclosureApplication(scheme, Optional.of(new Text("Is he safe?"))));
    }

    private Fact asked(DisclosureTo to, Optional<Route> route) {
        boolean applied = route.filter(Route.RIGHT_TO_ASK::equals).isPresent();
        return story.at(ASKED)
                .from("police")
                .about(man)
                .says(
                        new DisclosureAsked(
                                to,
                                Optional.empty(),
                                new Text("He sits for their boy"),
                                route,
                                applied ? Optional.of(Applicant.THIRD_PARTY) : Optional.empty(),
                                applied ? Optional.of(new Text("A neighbour")) : Optional.empty(),
                                false));
    }

    private static DisclosureStage stage(Stage stage, boolean danger) {
        return new DisclosureStage(
                stage, danger, Optional.of(new Text("Looked at")), Optional.empty());
    }

    private static Disclosure decided(boolean made, Route route) {
        return step(made, route, DisclosureStep.DECIDED);
    }

    private static Disclosure said(boolean made, Route route) {
        return step(made, route, DisclosureStep.SAID);
    }

    private static Disclosure step(boolean made, Route route, DisclosureStep step) {
        return new Disclosure(
                made,
                "Common law",
                Optional.of(new Text("Needed or not")),
                Optional.of(step),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(route),
                Optional.empty());
    }

    private Fact says(String at, Fact regarding, Body body) {
        return story.at(at).from("police").about(man).regarding(regarding).says(body);
    }

    private List<String> open(String at) {
        return duties(at).filter(d -> d.state().open()).map(d -> d.clock().value()).toList();
    }

    private Instant due(String clock) {
        return duties("2024-03-04T15:30")
                .filter(d -> d.clock().value().equals(clock))
                .findFirst()
                .orElseThrow()
                .due();
    }

    private java.util.stream.Stream<Duty> duties(String at) {
        return derivation.derive(story.situation(man, at)).duties().stream()
                .filter(d -> d.clock().value().startsWith("disclosure."));
    }

    private static Instant endOf(String day) {
        return London.endOf(LocalDate.parse(day));
    }

    private static Instant instant(String local) {
        return java.time.LocalDateTime.parse(local).toInstant(java.time.ZoneOffset.UTC);
    }
}
