package sightline.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Hours;
import sightline.core.directory.Leave;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.Rota;
import sightline.core.directory.StaffId;
import sightline.core.duties.ClockKey;
import sightline.core.duties.Clocks;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.facts.SystemBody.AlertTold.Manner;
import sightline.core.facts.SystemBody.AlertUndeliverable;
import sightline.core.facts.SystemBody.AlertUndeliverable.Reason;
import sightline.core.facts.SystemBody.DeliveryChannel;
import sightline.core.facts.Times;
import sightline.core.household.Bounds;
import sightline.core.household.InMemoryKnownFacts;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.PostId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Finding;
import sightline.core.screening.Parameters;
import sightline.core.screening.Recipient;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleId;
import sightline.core.screening.Sharing;
import sightline.core.screening.Situation;
import sightline.core.screening.Step;
import sightline.core.story.Story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom an alert is put before, and what follows when nobody opens it. */
final class TellingsTest {
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    private static final SourceRecord CHILD = new SourceRecord(HOSPITAL, "c1");
    private static final RuleId NOW = new RuleId("AL-01");
    private static final RuleId LATER = new RuleId("AL-06");
    private static final Recipient MANAGER = new Recipient(CARE, Role.DUTY_MANAGER);
    private static final Recipient LEAD = new Recipient(CARE, Role.AREA_LEAD);

    private final Clocks clocks = Clocks.shipped();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Fact injury = ledger.append(List.of(injury("2026-03-02T09:00"))).getFirst();

    @Test
    void anAlertIsPutBeforeWhomItsRuleNamesAndClocksStartOnThat() {
        List<Fact> told = tell(staffed().build(), "2026-03-02T09:00", NOW, Set.of(MANAGER));

        assertThat(manners(told)).containsExactly("northton-csc/duty-manager FIRST");
        Duty open = only("alert.open", staffed().build(), "2026-03-02T09:01");
        assertThat(open.due()).isEqualTo(Story.instant("2026-03-02T11:00"));
        assertThat(open.owedBy()).containsExactly(MANAGER);
        assertThat(only("alert.ack", staffed().build(), "2026-03-02T09:01").owedBy())
                .containsExactly(MANAGER);
    }

    @Test
    void openingAndAcknowledgingDischargeEachItsOwnClock() {
        Directory directory = staffed().build();
        Fact told = tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER)).getFirst();
        see(told, AlertSeen.Step.OPENED, "2026-03-02T09:30");

        assertThat(only("alert.open", directory, "2026-03-02T09:31").state())
                .isInstanceOf(Duty.State.Discharged.class);
        assertThat(only("alert.ack", directory, "2026-03-02T09:31").state())
                .isInstanceOf(Duty.State.Running.class);

        see(told, AlertSeen.Step.ACKNOWLEDGED, "2026-03-02T09:40");

        assertThat(only("alert.ack", directory, "2026-03-02T09:41").state())
                .isInstanceOf(Duty.State.Discharged.class);
    }

    @Test
    void whatOnePersonOpensIsNotOpenedForAnother() {
        Directory directory = staffed().build();
        Recipient lead = LEAD;
        List<Fact> told = tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER, lead));
        see(told.getFirst(), AlertSeen.Step.OPENED, "2026-03-02T09:30");

        assertThat(of("alert.open", directory, "2026-03-02T09:31"))
                .extracting(d -> d.state().open())
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void anUnopenedAlertIsTheNamedLeadsAndItsLadderHasNoSilentTop() {
        Directory directory = staffed().build();
        tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER));
        Duty late = only("alert.open", directory, "2026-03-05T10:00");

        assertThat(late.rungs().getFirst().to()).containsExactly(LEAD);
        assertThat(late.rungs().getLast().day()).isEqualTo(4);
        assertThat(late.rungs().getLast().to())
                .extracting(Recipient::text)
                .containsExactlyInAnyOrder(
                        "northton-partnership/partnership-lead",
                        "northton-hospital/safeguarding-lead");

        Duty overdue = only("alert.open", directory, "2026-03-02T11:00");
        List<Fact> facts = overdue(overdue, directory, "2026-03-02T11:00");

        assertThat(reasons(facts)).containsExactly(Reason.NOT_OPENED);
        Duty deliver = only("alert.deliver", directory, "2026-03-02T11:01");
        assertThat(deliver.owedBy()).containsExactly(LEAD);
        assertThat(deliver.due()).isEqualTo(Story.instant("2026-03-02T12:00"));
    }

    @Test
    void theLeadsDutyEndsWhenTheRecipientOpensAfterAllOrTheLeadAcknowledges() {
        Directory directory = staffed().add(away("dana")).build();
        List<Fact> told = tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER));
        Fact inPlace =
                told.stream().filter(f -> manner(f) == Manner.IN_PLACE).findFirst().orElseThrow();
        see(inPlace, AlertSeen.Step.OPENED, "2026-03-02T09:20");
        assertThat(only("alert.deliver", directory, "2026-03-02T09:21").state().open()).isTrue();

        see(inPlace, AlertSeen.Step.ACKNOWLEDGED, "2026-03-02T09:30");
        assertThat(only("alert.deliver", directory, "2026-03-02T09:31").state().open()).isFalse();
    }

    @Test
    void anAlertWithNobodyToTellIsTheNamedLeads() {
        Directory directory = staffed().build();

        List<Fact> told = tell(directory, "2026-03-02T09:00", NOW, Set.of());

        assertThat(manners(told)).containsExactly("northton-csc/area-lead IN_PLACE");
        assertThat(reasons(told)).containsExactly(Reason.NO_RECIPIENT);
        assertThat(only("alert.deliver", directory, "2026-03-02T09:01").owedBy())
                .containsExactly(LEAD);
    }

    @Test
    void whereTheDirectoryNamesNobodyItIsTheOperators() {
        Directory empty = new DirectoryBuilder().build();

        List<Fact> told = tell(empty, "2026-03-02T09:00", NOW, Set.of(MANAGER));

        assertThat(reasons(told)).containsExactly(Reason.NO_AGENCY);
        assertThat(only("alert.deliver", empty, "2026-03-02T09:01").owedBy())
                .containsExactly(Recipient.OPERATOR);
    }

    @Test
    void aPostThatIsNotThereOrHasNobodyIsSaidToBeSo() {
        Directory noPost = staffed().build();
        assertThat(reasons(tell(noPost, "2026-03-02T09:00", NOW, Set.of(at(Role.LEGAL)))))
                .containsExactly(Reason.NO_POST);

        Directory nobody = staffed().add(away("dana")).build();
        assertThat(reasons(tell(nobody, "2026-03-02T09:05", NOW, Set.of(MANAGER))))
                .containsExactly(Reason.NOBODY_THERE);
    }

    @Test
    void atThreeOnASundayMorningTheRotasHolderHasWhatCannotWait() {
        String night = "2026-03-08T03:00";
        Directory onCall = rota(staffed()).build();
        assertThat(manners(tell(onCall, night, NOW, Set.of(MANAGER))))
                .containsExactly("northton-csc/duty-manager FIRST");

        Directory nobodyOnCall = rota(staffed()).add(away("oli")).build();
        List<Fact> told = tell(nobodyOnCall, "2026-03-08T03:05", NOW, Set.of(MANAGER));
        assertThat(reasons(told)).containsExactly(Reason.NOBODY_THERE);

        List<Fact> canWait = tell(nobodyOnCall, "2026-03-08T03:10", LATER, Set.of(MANAGER));
        assertThat(manners(canWait)).containsExactly("northton-csc/duty-manager FIRST");
    }

    @Test
    void whatWasWithdrawnAndStandsAgainIsToldAgainToWhomeverOpenedIt() {
        Directory directory = staffed().build();
        Fact first = tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER)).getFirst();
        see(first, AlertSeen.Step.OPENED, "2026-03-02T09:30");
        see(first, AlertSeen.Step.ACKNOWLEDGED, "2026-03-02T09:40");

        List<Fact> again =
                again("2026-03-02T09:00", directory, "2026-03-04T15:00", Set.of(MANAGER));

        assertThat(manners(again)).containsExactly("northton-csc/duty-manager FIRST");
        assertThat(again.getFirst().id()).isNotEqualTo(first.id());
        assertThat(again.getFirst().body()).isEqualTo(first.body());
        for (String clock : List.of("alert.open", "alert.ack")) {
            assertThat(of(clock, directory, "2026-03-04T15:01"))
                    .as(clock)
                    .extracting(d -> d.state().open())
                    .containsExactlyInAnyOrder(false, true);
        }
        see(again.getFirst(), AlertSeen.Step.ACKNOWLEDGED, "2026-03-04T15:10");
        assertThat(of("alert.ack", directory, "2026-03-04T15:11")).noneMatch(d -> d.state().open());
    }

    @Test
    void whoeverDidNotOpenItYetIsNotToldTwice() {
        Directory directory = staffed().build();
        List<Fact> told = tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER, LEAD));
        see(told.getFirst(), AlertSeen.Step.OPENED, "2026-03-02T09:30");
        String opened = manners(told).getFirst();

        assertThat(
                        manners(
                                again(
                                        "2026-03-02T09:00",
                                        directory,
                                        "2026-03-02T10:00",
                                        Set.of(MANAGER, LEAD))))
                .containsExactly(opened);
        assertThat(of("alert.open", directory, "2026-03-02T10:01"))
                .filteredOn(d -> d.state().open())
                .hasSize(2);
    }

    @Test
    void norWhereTheRuleSetsNoClockForOpening() {
        Directory directory = staffed().build();
        RuleId doubt = new RuleId("RC-93");
        String at = "2026-03-02T09:00";
        Fact told = tell(directory, at, doubt, Set.of(MANAGER)).getFirst();
        assertThat(of("alert.open", directory, "2026-03-02T09:01")).isEmpty();

        Alert alert = alert(at, doubt, Set.of(MANAGER));
        assertThat(raised(alert, directory, "2026-03-02T09:10")).isEmpty();
        see(told, AlertSeen.Step.OPENED, "2026-03-02T09:20");
        assertThat(manners(raised(alert, directory, "2026-03-02T09:30"))).hasSize(1);
    }

    @Test
    void theLeadHearsAgainOfWhatReachesNobodyAgainAndOnceForAllWhoDoNotOpenIt() {
        Directory nobody = staffed().add(away("dana")).build();
        List<Fact> first = tell(nobody, "2026-03-02T09:00", NOW, Set.of(MANAGER));
        assertThat(again("2026-03-02T09:00", nobody, "2026-03-02T09:10", Set.of(MANAGER)))
                .as("the lead has it already")
                .isEmpty();
        see(first.getLast(), AlertSeen.Step.ACKNOWLEDGED, "2026-03-02T09:20");
        assertThat(only("alert.deliver", nobody, "2026-03-02T09:21").state().open()).isFalse();

        List<Fact> again = again("2026-03-02T09:00", nobody, "2026-03-02T09:30", Set.of(MANAGER));
        assertThat(reasons(again)).containsExactly(Reason.NOBODY_THERE);
        assertThat(manners(again))
                .containsExactly(
                        "northton-csc/duty-manager NOBODY_THERE",
                        "northton-csc/area-lead IN_PLACE");
        assertThat(of("alert.deliver", nobody, "2026-03-02T09:31"))
                .extracting(d -> d.state().open())
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void whatNobodyOpensOnceMoreIsTheLeadsOnceMore() {
        Directory directory = staffed().build();
        Fact first = tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER)).getFirst();
        List<Fact> late =
                overdue(
                        only("alert.open", directory, "2026-03-02T11:00"),
                        directory,
                        "2026-03-02T11:00");
        assertThat(
                        overdue(
                                only("alert.open", directory, "2026-03-02T11:00"),
                                directory,
                                "2026-03-02T11:05"))
                .as("the lead was told of it")
                .isEmpty();
        see(first, AlertSeen.Step.OPENED, "2026-03-02T11:30");
        see(late.getLast(), AlertSeen.Step.ACKNOWLEDGED, "2026-03-02T11:30");

        again("2026-03-02T09:00", directory, "2026-03-03T09:00", Set.of(MANAGER));
        Duty open =
                of("alert.open", directory, "2026-03-03T11:00").stream()
                        .filter(d -> d.state().open())
                        .findFirst()
                        .orElseThrow();
        List<Fact> once = overdue(open, directory, "2026-03-03T11:00");

        assertThat(reasons(once)).containsExactly(Reason.NOT_OPENED);
        assertThat(manners(once)).containsExactly("northton-csc/area-lead IN_PLACE");
        assertThat(of("alert.deliver", directory, "2026-03-03T11:01"))
                .extracting(d -> d.state().open())
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void whoNeverOpenedWhatTheLeadSawToIsToldWhenItStandsAgain() {
        Directory directory = staffed().build();
        tell(directory, "2026-03-02T09:00", NOW, Set.of(MANAGER));
        List<Fact> late =
                overdue(
                        only("alert.open", directory, "2026-03-02T11:00"),
                        directory,
                        "2026-03-02T11:00");
        assertThat(again("2026-03-02T09:00", directory, "2026-03-02T11:10", Set.of(MANAGER)))
                .as("it waits for the manager, and the lead has not looked either")
                .isEmpty();
        see(late.getLast(), AlertSeen.Step.ACKNOWLEDGED, "2026-03-02T11:30");

        assertThat(
                        manners(
                                again(
                                        "2026-03-02T09:00",
                                        directory,
                                        "2026-03-03T09:00",
                                        Set.of(MANAGER))))
                .containsExactly("northton-csc/duty-manager FIRST");
    }

    @Test
    void everyRuleThatAlertsHasClocksForOpeningAndAcknowledging() {
        for (Rule rule : Catalogue.screening().rules()) {
            if (rule.id().value().startsWith("AL-")) {
                InMemoryLedger alone = new InMemoryLedger();
                alone.append(List.of(injury("2026-03-02T09:00")));
                alone.append(
                        List.of(
                                OwnFacts.of(
                                        CHILD,
                                        new AlertTold(
                                                "ALR",
                                                rule.id().value(),
                                                CARE,
                                                "manager",
                                                HOSPITAL,
                                                Manner.FIRST,
                                                List.of()),
                                        Story.instant("2026-03-02T09:00"))));
                assertThat(
                                clocks.evaluate(
                                                situation(
                                                        alone,
                                                        staffed().build(),
                                                        Story.instant("2026-03-02T09:01")),
                                                List.of())
                                        .duties())
                        .as(rule.id().value())
                        .extracting(d -> d.clock().value())
                        .contains("alert.open", "alert.ack");
            }
        }
    }

    private static Recipient at(Role role) {
        return new Recipient(CARE, role);
    }

    private static Leave away(String person) {
        return new Leave(new StaffId(person), Period.always());
    }

    private static DirectoryBuilder staffed() {
        AreaId area = new AreaId("northton");
        PostId duty = new PostId("csc-duty-manager");
        PostId lead = new PostId("csc-area-lead");
        return new DirectoryBuilder()
                .add(new Area(area, "Northton", Nation.ENGLAND))
                .add(new Agency(CARE, "Council", AgencyType.CHILDRENS_SOCIAL_CARE, area))
                .add(new Agency(HOSPITAL, "Hospital", AgencyType.HOSPITAL, area))
                .add(
                        new Agency(
                                new AgencyId("northton-partnership"),
                                "Partnership",
                                AgencyType.PARTNERSHIP,
                                area))
                .add(
                        Post.of(duty, CARE, "Duty manager", Role.DUTY_MANAGER)
                                .withHours(Hours.office()))
                .add(holder(duty, "dana"))
                .add(Post.of(lead, CARE, "Named lead", Role.AREA_LEAD))
                .add(holder(lead, "lee"));
    }

    private static DirectoryBuilder rota(DirectoryBuilder builder) {
        PostId night = new PostId("csc-night");
        return builder.add(Post.of(night, CARE, "Night team", new Role("out-of-hours")))
                .add(holder(night, "oli"))
                .add(Rota.always(new PostId("csc-duty-manager"), night));
    }

    private static Holder holder(PostId post, String who) {
        return new Holder(post, new StaffId(who), new Text(who), Period.always());
    }

    private List<Fact> overdue(Duty duty, Directory directory, String london) {
        return ledger.append(
                tellings(Attendance.asRecorded())
                        .of(
                                List.of(new Change.Overdue(duty)),
                                List.of(duty),
                                situation(directory, london),
                                CHILD));
    }

    private List<Fact> tell(Directory directory, String london, RuleId rule, Set<Recipient> first) {
        return raised(alert(london, rule, first), directory, london);
    }

    /** What was told at a moment was withdrawn since, and stands again. */
    private List<Fact> again(
            String told, Directory directory, String london, Set<Recipient> first) {
        return raised(alert(told, NOW, first), directory, london);
    }

    private Alert alert(String london, RuleId rule, Set<Recipient> first) {
        Finding finding =
                new Finding(
                        rule,
                        new PersonId("p-c1"),
                        "m-" + london,
                        "i-" + london,
                        Story.instant(london),
                        new Text("Something was found"),
                        List.of(
                                new Step(
                                        new Text("It was seen"),
                                        HOSPITAL,
                                        injury.times().happened(),
                                        Certainty.CONFIRMED,
                                        List.of(injury.id()))),
                        first,
                        new Sharing(List.of(), List.of(), List.of()),
                        List.of());
        return new Alert(
                "ALR-" + london,
                rule,
                new PersonId("p-c1"),
                finding.matter(),
                List.of(finding),
                new Alert.State.Open());
    }

    private List<Fact> raised(Alert alert, Directory directory, String london) {
        Situation situation = situation(directory, london);
        return ledger.append(
                tellings(Attendance.asRecorded())
                        .of(
                                List.of(new Change.Raised(alert)),
                                clocks.evaluate(situation, List.of()).duties(),
                                situation,
                                CHILD));
    }

    private Tellings tellings(Attendance attendance) {
        return new Tellings(clocks, attendance);
    }

    private void see(Fact told, AlertSeen.Step step, String london) {
        ledger.append(
                List.of(
                        OwnFacts.of(
                                CHILD,
                                Tellings.seen(
                                        (AlertTold) told.body(),
                                        step,
                                        DeliveryChannel.WORK_LIST,
                                        "dana"),
                                List.of(told.id().message()),
                                Story.instant(london))));
    }

    private static List<String> manners(List<Fact> facts) {
        return facts.stream()
                .filter(f -> f.body() instanceof AlertTold)
                .map(f -> (AlertTold) f.body())
                .map(t -> t.agency().value() + "/" + t.role() + " " + t.manner())
                .toList();
    }

    private static Manner manner(Fact fact) {
        return fact.body() instanceof AlertTold told ? told.manner() : Manner.FIRST;
    }

    private static List<Reason> reasons(List<Fact> facts) {
        return facts.stream()
                .filter(f -> f.body() instanceof AlertUndeliverable)
                .map(f -> ((AlertUndeliverable) f.body()).reason())
                .toList();
    }

    private Duty only(String clock, Directory directory, String london) {
        List<Duty> found = of(clock, directory, london);
        assertThat(found).as(clock).hasSize(1);
        return found.getFirst();
    }

    private List<Duty> of(String clock, Directory directory, String london) {
        return clocks.evaluate(situation(directory, london), List.of()).duties().stream()
                .filter(d -> d.clock().equals(new ClockKey(clock)))
                .toList();
    }

    private Situation situation(Directory directory, String london) {
        return situation(ledger, directory, Story.instant(london));
    }

    private static Situation situation(InMemoryLedger ledger, Directory directory, Instant now) {
        InMemoryKnownFacts known =
                new InMemoryKnownFacts(
                        ledger,
                        r -> new PersonId("p-" + r.localId()),
                        _ -> new PlaceId("pl-1"),
                        _ -> Certainty.CONFIRMED);
        PersonId subject = new PersonId("p-c1");
        Neighbourhood around =
                new NeighbourhoodReader(known, Bounds.DEFAULT).read(List.of(subject)).get(subject);
        return new Situation(
                java.util.Objects.requireNonNull(around), now, directory, Parameters.DEFAULT);
    }

    private static Fact injury(String london) {
        Instant at = Story.instant(london);
        return new Fact(
                new FactId(new MessageRef(HOSPITAL, new MessageId("m1")), 0),
                0,
                List.of(new Participant(PersonRole.SUBJECT, CHILD)),
                new HealthBody.MedicalOpinion(
                        HealthBody.MedicalOpinion.Fit.CANNOT_SAY, Optional.empty()),
                new Times(new When.Day(LocalDate.parse("2026-03-02")), at, at),
                Optional.empty(),
                Sensitivity.HEALTH,
                References.NONE);
    }
}
