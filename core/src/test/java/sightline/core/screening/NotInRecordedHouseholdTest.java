package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.OCCUPANT;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.note;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.Fact;
import sightline.core.facts.HousingBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.Sensitivity;
import sightline.core.story.Phrases;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class NotInRecordedHouseholdTest {
    private static final Rule RULE = new NotInRecordedHousehold();
    private static final String CARE = "childrens-social-care";
    private static final String HOME = "1 Mill Row";

    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1985-01-01");
    private final Who man = story.person("man", "1980-01-01");

    NotInRecordedHouseholdTest() {
        lives("gp", child, "2006-03-05");
        lives("gp", mother, "2006-03-05");
    }

    @Test
    void anAdultWhomSocialCareDoesNotKnowThereIsToldToTheLeadWorker() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        Fact tenancy = lives("housing", man, "2007-02-10");

        List<Finding> findings = at("2007-02-10T09:00");

        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.since()).isEqualTo(tenancy.times().received());
        assertThat(finding.matter()).isEqualTo("person:p-man");
        assertThat(finding.headline().value())
                .isEqualTo(
                        "Housing recorded an adult at this child's address on 10 February 2007.");
        assertThat(finding.first().stream().map(r -> r.agency().value()))
                .containsExactly("westmarsh-childrens-social-care");
        assertThat(at("2007-02-10T08:59")).isEmpty();
    }

    @Test
    void whoWasThereBesideAPlanThatEndedBeforeItWasToldIsSaidToBeKnownLate() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        plan("2007-03-01T10:00", false);
        story.at("2007-03-20T09:00")
                .from("housing")
                .about(man)
                .recorded("2007-02-10T09:00")
                .happened("2007-02-10")
                .place(HOME)
                .says(home());

        List<Finding> findings = at("2007-03-20T09:00");

        assertThat(findings).hasSize(1);
        assertThat(Asked.path(findings.getFirst()))
                .last()
                .isEqualTo(
                        "It was open when that was written down; it was closed on 1 March 2007,"
                                + " before that was known here");
    }

    @Test
    void whereTheChildWasOnAVisitIsNoAddressOfTheChild() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        story.at("2007-02-01T09:00")
                .from("housing")
                .about(man)
                .place("9 Quay Street")
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
        story.at("2007-02-10T09:00")
                .from("police")
                .about(child)
                .happened("2007-02-10")
                .place("9 Quay Street")
                .says(
                        new PersonBody.Residence(
                                PersonBody.Stay.VISITING,
                                Optional.of(LocalDate.parse("2007-02-10"))));

        assertThat(at("2007-02-10T10:00")).isEmpty();
    }

    @Test
    void somebodyUnnamedIsToldWithoutColourAndCause() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        Fact report = reported("2007-02-10T09:00");

        Finding finding = at("2007-02-10T09:00").getFirst();

        assertThat(finding.matter()).isEqualTo("occupant:" + report.id().text());
        assertThat(finding.headline().value())
                .isEqualTo(
                        "Housing recorded an unnamed person at this child's address on"
                                + " 10 February 2007.");
        assertThat(at("2007-02-10T09:00")).hasSize(1);
    }

    @Test
    void whenSocialCareLooksAgainTheReportIsAnswered() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        reported("2007-02-10T09:00");
        sees("2007-02-12T09:00", mother);

        assertThat(at("2007-02-12T09:00")).isEmpty();
    }

    @Test
    void withoutAnOpenMatterNobodyIsTold() {
        sees("2006-12-23T10:00", mother);
        lives("housing", man, "2007-02-10");

        assertThat(at("2007-03-01T09:00")).isEmpty();
    }

    @Test
    void afterThePlanEndedNobodyIsTold() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        plan("2007-02-09T10:00", false);
        lives("housing", man, "2007-02-10");

        assertThat(at("2007-03-01T09:00")).isEmpty();
    }

    @Test
    void whomSocialCareRecordsItselfIsKnown() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        lives("housing", man, "2007-02-10");
        sees("2007-02-20T10:00", man);

        assertThat(at("2007-02-19T09:00")).hasSize(1);
        assertThat(at("2007-02-20T10:00")).isEmpty();
    }

    @Test
    void beforeThereIsARecordOneAlertNamesEverybody() {
        lives("housing", man, "2006-04-10");
        Fact referral = refer("2006-12-11T10:00");

        List<Finding> findings = at("2006-12-11T10:00");

        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.matter()).isEqualTo("household");
        assertThat(finding.since()).isEqualTo(referral.times().received());
        assertThat(finding.first().stream().map(Recipient::text))
                .containsExactly("westmarsh-childrens-social-care/duty-manager");
        assertThat(finding.path()).hasSize(3);
    }

    @Test
    void aReferralToSomebodyElseAsksNothingOfTheHousehold() {
        mothers("2006-03-06T09:00");
        story.at("2006-12-11T10:00")
                .from("hospital")
                .about(child)
                .to("health-visiting")
                .says(
                        new CareBody.Referral(
                                CareBody.Referral.Service.HEALTH,
                                List.of(CareBody.Harm.INJURY),
                                Optional.empty(),
                                CareBody.Referral.Channel.WRITTEN));

        assertThat(story.findings(RULE, child, "2006-12-12T10:00")).isEmpty();
    }

    @Test
    void beforeThereIsARecordTheFamilyAloneIsShownToWhoeverDecides() {
        mothers("2006-03-06T09:00");
        lives("housing", mother, "2006-04-10");
        assertThat(story.findings(RULE, child, "2006-12-10T10:00")).isEmpty();
        refer("2006-12-11T10:00");

        assertThat(at("2006-12-11T10:00")).isEmpty();
        assertThat(story.findings(RULE, child, "2006-12-11T10:00"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.matter()).isEqualTo("household");
                    assertThat(Asked.told(f)).containsExactly("childrens-social-care/duty-manager");
                });
        sees("2006-12-12T10:00", mother);
        assertThat(story.findings(RULE, child, "2006-12-12T10:00")).isEmpty();
    }

    @Test
    void beforeThereIsARecordNobodyAtTheAddressOrNoLongerAtItIsNoAlert() {
        mothers("2006-03-06T09:00");
        lives("housing", mother, "2006-04-10");
        story.at("2006-06-01T09:00")
                .from("housing")
                .about(mother)
                .place("9 Quay Street")
                .says(home());
        refer("2006-12-11T10:00");

        assertThat(story.findings(RULE, child, "2006-12-12T10:00")).isEmpty();
    }

    @Test
    void anAddressInAnotherEntryOfSocialCareIsNoHousehold() {
        mothers("2006-03-06T09:00");
        refer("2006-12-11T10:00");
        lives(CARE, child, "2006-12-12");

        assertThat(story.findings(RULE, child, "2006-12-13T10:00"))
                .singleElement()
                .satisfies(f -> assertThat(f.matter()).isEqualTo("household"));
    }

    @Test
    void beforeThereIsARecordSomebodyBesideTheFamilyMakesItAnAlertThatNamesAll() {
        mothers("2006-03-06T09:00");
        lives("housing", mother, "2006-04-10");
        refer("2006-12-11T10:00");
        assertThat(at("2006-12-12T10:00")).isEmpty();

        lives("housing", man, "2006-12-13");
        assertThat(at("2006-12-13T10:00"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.matter()).isEqualTo("household");
                    assertThat(f.evidence()).hasSizeGreaterThanOrEqualTo(2);
                });
    }

    @Test
    void aParentRecordedThereAnewIsTold() {
        plan("2006-12-22T10:00", true);
        fathers("2006-03-06T09:00");
        lives("gp", man, "2006-03-07");
        sees("2006-12-23T10:00", mother);
        assertThat(at("2006-12-24T10:00")).isEmpty();

        lives("housing", man, "2007-02-10");
        assertThat(at("2007-02-10T09:00")).hasSize(1);
    }

    @Test
    void whoeverMovedAwayBeforeTheMatterOpenedIsNotNamed() {
        sees("2006-03-23T10:00", mother);
        lives("housing", man, "2006-04-10");
        story.at("2006-06-01T09:00").from("housing").about(man).place("9 Quay Street").says(home());
        plan("2006-12-22T10:00", true);

        assertThat(at("2006-12-22T10:00")).isEmpty();
    }

    @Test
    void whereALTwoAlertsThisIsALineInIt() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        story.at("2005-05-01T09:00").from("police").about(man).says(hurtABaby());
        lives("housing", man, "2007-02-10");

        assertThat(at("2007-02-10T09:00")).isEmpty();
        assertThat(story.findings(new KnownRiskJoinsChild(), child, "2007-02-10T09:00"))
                .singleElement()
                .matches(f ->
                        f.path().stream()
                                .anyMatch(
                                        s -> s.text().value().contains("record of the household")));
    }

    @Test
    void aHostelConnectsNobody() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        for (int i = 0; i < 20; i++) {
            lives("housing", story.person("guest" + i, "1980-01-01"), "2006-03-10");
        }

        assertThat(at("2007-02-10T09:00")).isEmpty();
    }

    @Test
    void peopleWithoutAFixedAbodeAreAtNoOnePlace() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        for (Who who : List.of(child, man)) {
            story.at("2007-02-10T09:00")
                    .from("housing")
                    .about(who)
                    .place("No fixed abode, ZZ99 3VZ")
                    .says(home());
        }

        assertThat(at("2007-02-11T09:00")).isEmpty();
    }

    @Test
    void takenBackOrSealedItSaysNothing() {
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        Fact home = lives("housing", man, "2007-02-10");
        story.at("2007-02-11T09:00")
                .from("housing")
                .about(man)
                .regarding(home)
                .says(Phrases.takesBack());
        story.at("2007-02-12T09:00")
                .from("housing")
                .about(man)
                .place(HOME)
                .sensitivity(Sensitivity.ADDRESS_SHIELDED)
                .says(home());

        assertThat(at("2007-02-12T09:00")).isEmpty();
    }

    private void mothers(String when) {
        story.at(when).from("gp").about(child).with(MOTHER, mother).says(Phrases.note());
    }

    private void fathers(String when) {
        story.at(when).from("gp").about(child).with(FATHER, man).says(Phrases.note());
    }

    /** A record of which nobody has decided whose it is: asked, and not taken for somebody new. */
    @ParameterizedTest
    @ValueSource(strings = {"child", "mother", "stranger"})
    void aRecordThatMayBeOneOfTheHouseholdIsShownAndAsked(String mayBe) {
        Who record = story.person("record", "1985-01-02");
        story.undecided(record, mayBe.equals("child") ? child : nameless(mayBe));
        plan("2006-12-22T10:00", true);
        sees("2006-12-23T10:00", mother);
        lives("police", record, "2007-02-10");

        boolean stranger = mayBe.equals("stranger");
        assertThat(at("2007-02-10T09:00")).hasSize(stranger ? 1 : 0);
        assertThat(story.findings(RULE, child, "2007-02-10T09:00"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.alerts()).isEqualTo(stranger);
                    assertThat(f.headline().value().contains("ask")).isEqualTo(!stranger);
                });
    }

    private Who nameless(String who) {
        return who.equals("mother") ? mother : story.person(who, "1985-01-02");
    }

    /** Before a household is recorded, too: the family alone, under two records, is shown. */
    @Test
    void aRecordThatMayBeAParentIsNobodyBeyondTheFamily() {
        story.at("2006-03-06T09:00").from("gp").about(child).with(MOTHER, mother).says(note());
        Who record = story.person("record", "1985-01-02");
        story.undecided(record, mother);
        lives("police", record, "2006-12-01");
        refer("2006-12-22T10:00");

        assertThat(at("2006-12-23T10:00")).isEmpty();
        assertThat(story.findings(RULE, child, "2006-12-23T10:00")).hasSize(1);

        lives("housing", man, "2006-12-24");
        assertThat(at("2006-12-24T10:00")).hasSize(1);
    }

    private Fact lives(String agency, Who who, String from) {
        return story.at(from + "T09:00").from(agency).about(who).place(HOME).says(home());
    }

    private void sees(String when, Who who) {
        story.at(when)
                .from(CARE)
                .about(child)
                .with(OCCUPANT, who)
                .place(HOME)
                .says(new PersonBody.HouseholdMemberSeen(PersonBody.Stay.HOME, Optional.empty()));
    }

    private Fact reported(String when) {
        return story.at(when)
                .from("housing")
                .about(mother)
                .place(HOME)
                .says(new HousingBody.OccupantReported(false, Optional.empty()));
    }

    private void plan(String when, boolean started) {
        story.at(when)
                .from(CARE)
                .about(child)
                .says(new CareBody.Plan(PlanType.PROTECTION, started));
    }

    private Fact refer(String when) {
        return story.at(when)
                .from("hospital")
                .about(child)
                .to(CARE)
                .says(Said.referral(CareBody.Harm.INJURY));
    }

    private List<Finding> at(String london) {
        return story.findings(RULE, child, london).stream().filter(Finding::alerts).toList();
    }
}
