package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.GpRegistration;
import sightline.core.facts.PersonBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Period;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class MoveBesideOpenMatterTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Asked asked = new Asked(story, new MoveBesideOpenMatter(), child);

    @Test
    void aMoveBetweenAreasTellsTheOwnerAndTheFrontDoorAtOnce() {
        Fact there = moved();

        Finding finding = asked.only("2024-03-04T10:00");
        assertThat(finding.matter()).isEqualTo(there.id().text());
        assertThat(finding.item()).isEqualTo("moved");
        assertThat(Asked.told(finding))
                .containsExactly(
                        "childrens-social-care/duty-manager",
                        "eastholme-childrens-social-care/front-door");
    }

    @Test
    void withoutAnOpenMatterItIsADutyToTell() {
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        home("eastholme/housing", "2024-03-04T10:00", "9 Quay Street");
        asked.silent("2024-03-04T10:00");

        Child subject = Child.in(story.situation(child, "2024-03-04T10:00")).orElseThrow();
        assertThat(Moves.of(subject)).singleElement().matches(Moves.Move::betweenAreas);
    }

    @Test
    void aMoveWithinTheAreaIsNot() {
        plan("2024-01-02T10:00");
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        home("housing", "2024-03-04T10:00", "9 Quay Street");

        asked.silent("2024-03-30T10:00");
    }

    @Test
    void aHomeThatWhoeverServesBothAreasWroteDownIsNoMove() {
        story.serving("eastholme/housing", "westmarsh", Period.until(LocalDate.of(2024, 3, 9)));
        plan("2024-01-02T10:00");
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        home("eastholme/housing", "2024-03-04T10:00", "9 Quay Street");
        asked.silent("2024-03-04T10:00");

        home("housing", "2024-03-05T10:00", "5 Hill Road");
        home("eastholme/housing", "2024-03-12T10:00", "2 Sluice Lane");
        assertThat(Asked.told(asked.only("2024-03-12T10:00")))
                .contains("eastholme-childrens-social-care/front-door");
    }

    @Test
    void aHomeThatIsNoMoveMakesNobodyElseResponsible() {
        story.serving("eastholme/housing", "westmarsh", Period.always());
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        home("eastholme/housing", "2024-03-04T10:00", "9 Quay Street");
        home("eastholme/housing", "2024-03-05T10:00", "5 Hill Road");
        assertThat(moves("2024-03-06T10:00")).noneMatch(Moves.Move::betweenAreas);
        assertThat(socialCare("2024-03-06T10:00"))
                .containsExactly(Story.agency("childrens-social-care"));

        home("eastholme/housing", "2024-04-04T10:00", "2 Sluice Lane, Eastholme");
        assertThat(socialCare("2024-04-05T10:00"))
                .containsExactly(Story.agency("eastholme/childrens-social-care"));
    }

    private List<AgencyId> socialCare(String at) {
        return story.situation(child, at)
                .recipients()
                .responsible(AgencyType.CHILDRENS_SOCIAL_CARE);
    }

    @Test
    void whoeverServesTheAreaIsAskedForWhereItRecordedTheChildLast() {
        story.serving("eastholme/police", "westmarsh", Period.until(LocalDate.of(2024, 3, 9)));
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        assertThat(police("2024-01-04T10:00")).containsExactly(Story.agency("police"));

        home("eastholme/police", "2024-01-05T10:00", "1 Mill Row");
        assertThat(police("2024-01-06T10:00")).containsExactly(Story.agency("eastholme/police"));
        assertThat(police("2024-03-10T10:00")).containsExactly(Story.agency("police"));
    }

    private List<AgencyId> police(String at) {
        return story.situation(child, at).recipients().responsible(AgencyType.POLICE);
    }

    @Test
    void aHospitalElsewherePlacesNobodyInItsArea() {
        plan("2024-01-02T10:00");
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        home("eastholme/hospital", "2024-03-04T10:00", "9 Quay Street");

        asked.silent("2024-03-05T10:00");
    }

    @Test
    void anAddressInAnotherAreaIsAMoveWhoeverWroteItDown() {
        plan("2024-01-02T10:00");
        home("housing", "2024-01-03T10:00", "1 Mill Row, Westmarsh");
        home("hospital", "2024-03-04T10:00", "9 Quay Street, Eastholme");

        assertThat(Asked.told(asked.only("2024-03-04T10:00")))
                .containsExactly(
                        "childrens-social-care/duty-manager",
                        "eastholme-childrens-social-care/front-door");
    }

    @Test
    void aHospitalElsewhereThatWritesTheHomeDownMakesNobodyElseResponsible() {
        home("eastholme/hospital", "2024-03-04T10:00", "9 Quay Street, Westmarsh");

        assertThat(
                        story.situation(child, "2024-03-05T10:00")
                                .recipients()
                                .responsible(AgencyType.CHILDRENS_SOCIAL_CARE))
                .containsExactly(Story.agency("childrens-social-care"));
    }

    @Test
    void aPracticeThatStillHasTheOldAddressAfterTenWorkingDaysFires() {
        plan("2024-01-02T10:00");
        register("2024-01-02T11:00");
        Fact old = home("gp", "2024-01-03T10:00", "1 Mill Row");
        home("housing", "2024-03-04T10:00", "9 Quay Street");

        asked.beginsAt("2024-03-04T10:00", "2024-03-19T00:00");
        assertThat(asked.only("2024-03-19T00:00").item()).isEqualTo("address-" + old.id().text());

        home("gp", "2024-03-20T10:00", "9 Quay Street");
        asked.silent("2024-03-20T10:00");
    }

    @Test
    void anOldRecordThatNobodyUsesIsNot() {
        plan("2024-01-02T10:00");
        home("hospital", "2024-01-03T10:00", "1 Mill Row");
        home("housing", "2024-03-04T10:00", "9 Quay Street");
        asked.silent("2024-03-30T10:00");

        story.at("2024-04-02T10:00")
                .from("hospital")
                .about(child)
                .says(Said.bruise(sightline.core.facts.HealthBody.Site.SHIN));
        assertThat(asked.only("2024-04-02T10:00").since())
                .isEqualTo(Story.instant("2024-04-02T10:00"));
    }

    @Test
    void aMatterThatWasClosedBeforeIsNotBesideIt() {
        plan("2024-01-02T10:00");
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        story.at("2024-02-02T10:00").from(CARE).about(child).says(Said.closed(true, true));
        home("eastholme/housing", "2024-03-04T10:00", "9 Quay Street");

        asked.silent("2024-03-04T10:00");
    }

    @Test
    void aMoveThatComesAfterTheMatterWasClosedStoodBesideItAllTheSame() {
        movedAndClosed();
        late("2024-02-23T10:00", "2024-02-01T10:00");

        Finding finding = asked.only("2024-02-23T10:00");
        assertThat(finding.since()).isEqualTo(Story.instant("2024-02-23T10:00"));
        assertThat(Asked.told(finding))
                .containsExactly(
                        "childrens-social-care/duty-manager",
                        "eastholme-childrens-social-care/front-door");
        assertThat(Asked.path(finding))
                .last()
                .isEqualTo(
                        "It was open when the move was written down; it was closed on 2 February"
                                + " 2024, before the move was known here");
    }

    @Test
    void aMoveWrittenDownAfterTheClosingIsNotBesideIt() {
        movedAndClosed();
        late("2024-02-23T10:00", "2024-02-03T10:00");

        asked.silent("2024-02-23T10:00");
    }

    @Test
    void aYearAfterTheClosingItIsShownAndAsksNobody() {
        movedAndClosed();
        late("2025-02-03T10:00", "2024-02-01T10:00");

        asked.silent("2025-02-03T10:00");
        assertThat(story.findings(new MoveBesideOpenMatter(), child, "2025-02-03T10:00"))
                .anyMatch(f -> f.item().equals("moved") && !f.alerts());
    }

    @Test
    void aPlanThatComesAfterItsEndStoodBesideTheMove() {
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        home("eastholme/housing", "2024-02-01T10:00", "9 Quay Street");
        story.at("2024-02-02T10:00").from(CARE).about(child).says(Said.closed(true, true));
        story.at("2024-02-23T10:00")
                .recorded("2024-01-02T10:00")
                .happened("2024-01-02")
                .from(CARE)
                .about(child)
                .says(Said.protectionPlan());

        asked.only("2024-02-23T10:00");
    }

    private void movedAndClosed() {
        plan("2024-01-02T10:00");
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        story.at("2024-02-02T10:00").from(CARE).about(child).says(Said.closed(true, true));
    }

    private void late(String received, String written) {
        story.at(received)
                .recorded(written)
                .happened(written.substring(0, 10))
                .from("eastholme/housing")
                .about(child)
                .place("9 Quay Street")
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
    }

    @Test
    void whoSaysAFormerHomeWithoutADayTellsOfNoMoveBack() {
        moved();
        undated("school", "2024-03-05T10:00", "1 Mill Row");
        undated("eastholme/school", "2024-03-06T10:00", "9 Quay Street");
        undated("health-visiting", "2024-03-07T10:00", "1 Mill Row");

        assertThat(moves("2024-03-08T10:00")).hasSize(1);
    }

    @Test
    void twoHomesOfOneDayAreOneMoveHoweverManySayEither() {
        plan("2024-01-02T10:00");
        home("housing", "2024-03-04T10:00", "1 Mill Row");
        home("eastholme/housing", "2024-03-04T11:00", "9 Quay Street");
        home("school", "2024-03-04T12:00", "1 Mill Row");
        home("eastholme/school", "2024-03-04T13:00", "9 Quay Street");

        assertThat(moves("2024-03-08T10:00")).hasSize(1);
    }

    @Test
    void aSourceThatMovedItsOwnRecordBackTellsOfAReturn() {
        moved();
        undated("school", "2024-03-05T10:00", "9 Quay Street");
        undated("school", "2024-05-07T10:00", "1 Mill Row");

        assertThat(moves("2024-05-08T10:00")).hasSize(2);
    }

    @Test
    void aDayAfterTheNewHomeBeganTellsOfAReturn() {
        moved();
        home("school", "2024-05-07T10:00", "1 Mill Row");

        assertThat(moves("2024-05-08T10:00")).hasSize(2);
    }

    private List<Moves.Move> moves(String at) {
        return Moves.of(Child.in(story.situation(child, at)).orElseThrow());
    }

    private void undated(String agency, String at, String address) {
        story.at(at)
                .from(agency)
                .about(child)
                .place(address)
                .happened("unknown")
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
    }

    @Test
    void aRetractedAddressIsNoMove() {
        Fact there = moved();
        story.at("2024-03-05T10:00")
                .from("eastholme/housing")
                .about(child)
                .regarding(there)
                .says(Said.retraction());

        asked.silent("2024-03-05T10:00");
    }

    /** Beside a plan, to another area. */
    private Fact moved() {
        plan("2024-01-02T10:00");
        home("housing", "2024-01-03T10:00", "1 Mill Row");
        return home("eastholme/housing", "2024-03-04T10:00", "9 Quay Street");
    }

    private void plan(String at) {
        story.at(at).from(CARE).about(child).says(Said.protectionPlan());
    }

    private void register(String at) {
        story.at(at).from("gp").about(child).says(new GpRegistration(Optional.empty(), false));
    }

    private Fact home(String agency, String at, String address) {
        return story.at(at)
                .from(agency)
                .about(child)
                .place(address)
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
    }
}
