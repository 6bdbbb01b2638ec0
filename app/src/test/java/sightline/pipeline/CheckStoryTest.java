package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.checks.Asked;
import sightline.checks.Asker;
import sightline.checks.CheckResult;
import sightline.checks.Checks;
import sightline.core.checks.Checked.Outcome;
import sightline.core.checks.Checked.Words;
import sightline.core.checks.SourceAnswer;
import sightline.core.checks.SourceAnswer.State;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Housing, health and school ask before they go on, through the running system: what each is told,
 * what the desk owes, and what nobody is told. Invented people.
 */
final class CheckStoryTest {
    private static final AgencyId HOUSING = new AgencyId("weston-housing");
    private static final AgencyId CARE = new AgencyId("weston-csc");
    private static final AgencyId COURT = new AgencyId("weston-court");
    private static final AgencyId POLICE = new AgencyId("weston-police");
    private static final AgencyId GP = new AgencyId("weston-gp");
    private static final AgencyId HOSPITAL = new AgencyId("weston-hospital");

    private static final List<ReplayDirectory.Declared> AGENCIES =
            List.of(
                    Installation.declared(HOUSING, AgencyType.HOUSING),
                    Installation.declared(CARE, AgencyType.CHILDRENS_SOCIAL_CARE),
                    Installation.declared(COURT, AgencyType.COURT),
                    Installation.declared(POLICE, AgencyType.POLICE),
                    Installation.declared(GP, AgencyType.GP),
                    Installation.declared(HOSPITAL, AgencyType.HOSPITAL),
                    Installation.declared(new AgencyId("weston-probation"), AgencyType.PROBATION),
                    Installation.declared(new AgencyId("weston-maternity"), AgencyType.MATERNITY),
                    Installation.declared(new AgencyId("weston-school"), AgencyType.SCHOOL));

    private static final String HOME = "\"address\":{\"line\":\"9 Canal Street, Weston\"}";
    private static final String HIM =
            "\"names\":[{\"given\":\"Callum\",\"family\":\"Prewett\"}],\"dateOfBirth\":\"1984-11-17\",\"sex\":\"male\"";
    private static final String HER =
            "\"names\":[{\"given\":\"Tara\",\"family\":\"Linfield\"}],\"dateOfBirth\":\"1990-08-01\",\"sex\":\"female\"";
    private static final String CHILD =
            "\"names\":[{\"given\":\"Rowan\",\"family\":\"Linfield\"}],\"dateOfBirth\":\"2024-02-03\"";

    private static final String BABY =
            "\"names\":[{\"given\":\"Wren\",\"family\":\"Marlow\"}],\"dateOfBirth\":\"2026-01-05\"";

    private static final List<ReplayDirectory.Declared> EASTON =
            Stream.of(
                            AgencyType.CHILDRENS_SOCIAL_CARE,
                            AgencyType.HOSPITAL,
                            AgencyType.GP,
                            AgencyType.MATERNITY,
                            AgencyType.SCHOOL)
                    .map(t -> Installation.declared(new AgencyId("easton-" + t.slug()), t))
                    .toList();

    private final Installation weston = new Installation(Installation.at("2026-03-02T09:00"));
    private final Checks checks = weston.checks();

    @BeforeEach
    void agencies() {
        weston.open(AGENCIES);
        said(GP, "residence", subject("rowan", CHILD + "," + HOME), "{\"stay\":\"home\"}");
        said(GP, "residence", subject("tara", HER + "," + HOME), "{\"stay\":\"home\"}");
        said(
                GP,
                "relationship",
                "{\"role\":\"subject\",\"localId\":\"rowan\"},{\"role\":\"mother\",\"localId\":\"tara\"}",
                "{\"tie\":\"mother\"}");
        everybodyIsThere();
    }

    @AfterEach
    void close() {
        weston.close();
    }

    @Test
    void housingIsToldToRingAndNeverWhy() {
        convicted();

        Asked asked = housing("WH-1", HIM);

        assertThat(asked.words()).isEqualTo(Words.CARRY_ON_RING);
        assertThat(asked.said()).isEmpty();
        assertThat(asked.number()).matches("CHK-26-[2-9A-HJ-NP-Z]{7}");
        weston.run();
        assertThat(weston.owed("check.ring")).containsExactly("weston-csc/front-door");
        assertThat(weston.texts("SELECT rule FROM checks.cause")).containsExactly("AL-02");
    }

    @Test
    void anAnswerIsTheSameForAnyCause() {
        convicted();
        injured();

        Asked convictedMan = housing("WH-1", HIM);
        Asked injuredBaby = housing("WH-2", BABY);

        assertThat(injuredBaby.words()).isEqualTo(convictedMan.words());
        assertThat(injuredBaby.sources()).isEqualTo(convictedMan.sources());
        assertThat(injuredBaby.said()).isEqualTo(convictedMan.said());
    }

    @Test
    void carryOnIsSaidOnlyWhenEverySourceAnswered() {
        assertThat(housing("WH-1", HIM).words()).isEqualTo(Words.CARRY_ON);

        weston.clock().moveTo(weston.clock().instant().plus(Duration.ofHours(30)));
        Asked stale = housing("WH-2", HIM);

        assertThat(stale.words()).isEqualTo(Words.COULD_NOT_CHECK);
        assertThat(stale.sources()).extracting(SourceAnswer::state).contains(State.STALE);
        weston.run();
        assertThat(weston.owed("check.ring")).containsExactly("weston-csc/front-door");
    }

    @Test
    void whoeverServesTheOtherAreaAnswersThereToo() {
        weston.open(servingEaston(Period.always()));
        everybodyIsThere();

        assertThat(eastonHousing("WH-1", HIM).words()).isEqualTo(Words.CARRY_ON);
    }

    @Test
    void whoeverServesItNoLongerOrNotYetIsNotAsked() {
        for (Period other :
                List.of(
                        Period.until(LocalDate.of(2026, 3, 1)),
                        Period.from(LocalDate.of(2026, 3, 3)))) {
            weston.open(servingEaston(other));
            everybodyIsThere();

            Asked asked = eastonHousing("WH-" + other.from().isPresent(), HIM);

            assertThat(asked.words()).isEqualTo(Words.COULD_NOT_CHECK);
            assertThat(asked.sources())
                    .filteredOn(s -> s.state() == State.NOT_CONNECTED)
                    .extracting(SourceAnswer::name)
                    .containsExactly("Police", "Probation");
        }
    }

    @Test
    void withoutAPlaceEveryAreaThatTheAskerServesIsAsked() {
        weston.open(servingEaston(Period.always()));
        everybodyIsThere();
        assertThat(nowhere("WH-1").words()).isEqualTo(Words.CARRY_ON);

        weston.open(servingEaston(Period.until(LocalDate.of(2026, 3, 1))));
        weston.open(
                servingEaston(Period.until(LocalDate.of(2026, 3, 1))).stream()
                        .map(a -> a.id().equals(HOUSING.value()) ? serving(a, Period.always()) : a)
                        .toList());
        everybodyIsThere();

        assertThat(nowhere("WH-2").words()).isEqualTo(Words.COULD_NOT_CHECK);
    }

    /** Police, probation and housing of Weston, where Easton has all the others. */
    private static List<ReplayDirectory.Declared> servingEaston(Period days) {
        Stream<ReplayDirectory.Declared> weston =
                AGENCIES.stream()
                        .map(a ->
                                List.of(AgencyType.POLICE, AgencyType.PROBATION, AgencyType.HOUSING)
                                                .contains(a.type())
                                        ? serving(a, days)
                                        : a);
        return Stream.concat(weston, EASTON.stream()).toList();
    }

    private static ReplayDirectory.Declared serving(ReplayDirectory.Declared agency, Period days) {
        return new ReplayDirectory.Declared(
                agency.id(),
                agency.name(),
                agency.type(),
                agency.area(),
                agency.postcodes(),
                agency.nation(),
                List.of(new Agency.Service(new AreaId("easton"), days)));
    }

    private Asked eastonHousing(String reference, String applicant) {
        return asked(HOUSING, reference, application(reference, applicant, "3 Mill Lane, Easton"));
    }

    private Asked nowhere(String reference) {
        return asked(HOUSING, reference, application(reference, HIM, "3 Mill Lane"));
    }

    @Test
    void aRiskGoesBeforeAMissingSource() {
        convicted();
        weston.clock().moveTo(weston.clock().instant().plus(Duration.ofHours(30)));

        assertThat(housing("WH-1", HIM).words()).isEqualTo(Words.CARRY_ON_RING);
    }

    @Test
    void whoeverMayBeOnRecordIsADoubtUntilSomebodyCompares() {
        convicted();

        String alike =
                "\"names\":[{\"given\":\"Callum\",\"family\":\"Prewett\"}],\"dateOfBirth\":\"1984\"";
        Asked asked = housing("WH-1", alike);

        assertThat(asked.words()).isEqualTo(Words.CARRY_ON_RING);
        assertThat(weston.texts("SELECT doubt::text FROM checks.cause")).containsOnly("true");
    }

    @Test
    void anotherManAnArrestAndAnAcquittalAreNothing() {
        said(
                POLICE,
                "arrest",
                "{\"role\":\"suspect\",\"localId\":\"him\"," + HIM + "}",
                "{\"offence\":{\"wording\":\"assault\",\"group\":\"common-assault\"}}");
        everybodyIsThere();

        assertThat(housing("WH-1", HIM).words()).isEqualTo(Words.CARRY_ON);
    }

    @Test
    void askingTwiceIsAskingOnce() {
        byte[] message = application("WH-1", HIM);

        Asked first = asked(HOUSING, "WH-1", message);
        Asked second = asked(HOUSING, "WH-1", message);
        weston.run();
        Asked third = asked(HOUSING, "WH-1", message);

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(weston.texts("SELECT count(*)::text FROM checks.asked")).containsExactly("1");
    }

    @Test
    void rungByEitherSideItIsDone() {
        convicted();
        Asked asked = housing("WH-1", HIM);
        weston.run();

        said(
                HOUSING,
                "check-rung",
                "{\"role\":\"subject\",\"localId\":\"applicant-WH-1\"}",
                "{\"check\":\"%s\"}".formatted(asked.number()));

        assertThat(weston.owed("check.ring")).isEmpty();
        assertThat(checks.of(HOUSING, asked.number()).orElseThrow().rung().orElseThrow().by())
                .isEqualTo(HOUSING);
        assertThat(checks.of(HOUSING, asked.number()).orElseThrow().toRing()).isFalse();
    }

    @Test
    void theDeskThatRangEndsItsDutyAndTheAskerSeesIt() {
        convicted();
        Asked asked = housing("WH-1", HIM);
        weston.run();
        String duty =
                weston.texts("SELECT key FROM alerts.duty WHERE clock = 'check.ring'").getFirst();

        said(
                CARE,
                "duty-ended",
                "{\"role\":\"subject\",\"localId\":\"csc-1\"," + HIM + "}",
                "{\"duty\":\"%s\",\"done\":true,\"reason\":\"Rang them.\",\"outcome\":\"They go on.\"}"
                        .formatted(duty));

        assertThat(weston.owed("check.ring")).isEmpty();
        assertThat(checks.of(HOUSING, asked.number()).orElseThrow().rung().orElseThrow().by())
                .isEqualTo(CARE);
        said(
                CARE,
                "duty-ended",
                "{\"role\":\"subject\",\"localId\":\"csc-1\"," + HIM + "}",
                "{\"duty\":\"check.ring|no fact\",\"done\":true,\"reason\":\"Rang them.\"}");
    }

    @Test
    void healthIsToldWhoWorksWithTheChildAndNothingOfTheCase() {
        said(CARE, "plan", subject("rowan", CHILD), "{\"type\":\"protection\",\"started\":true}");
        everybodyIsThere();

        Asked asked = attends(CHILD);

        assertThat(asked.said().orElseThrow().outcome()).isEqualTo(Outcome.NEEDS_CHECKING);
        assertThat(asked.said().orElseThrow().steps())
                .anySatisfy(s -> {
                    assertThat(s.text())
                            .isEqualTo("A child protection plan is in force for person 1.");
                    assertThat(s.source()).isEqualTo("weston-csc");
                });
    }

    @Test
    void nothingKnownIsSaidWithItsSources() {
        Asked asked = attends(CHILD);

        assertThat(asked.said().orElseThrow().outcome()).isEqualTo(Outcome.NO_KNOWN_RISK_RECORDED);
        assertThat(asked.sources())
                .extracting(SourceAnswer::name)
                .containsExactly(
                        "Children’s social care",
                        "Police",
                        "Hospitals",
                        "Health visiting and midwifery",
                        "GP practices");
        assertThat(asked.sources()).allMatch(SourceAnswer::answered);
    }

    @Test
    void whatCannotBeCheckedIsSaidAndNothingIsKept() {
        String nameAlone = "\"names\":[{\"given\":\"Callum\",\"family\":\"Prewett\"}]";

        assertThat(problems("WH-1", application("WH-1", nameAlone)))
                .containsExactly("message.people[0]");
        assertThat(problems("", application("WH-1", HIM))).containsExactly("reference");
        assertThat(
                        problems(
                                "WH-1",
                                message(
                                        HOUSING,
                                        "note",
                                        subject("x", HIM),
                                        "{\"words\":\"rang\"}")))
                .containsExactly("message.kind");
        assertThat(weston.texts("SELECT count(*)::text FROM checks.asked")).containsExactly("0");
    }

    @Test
    void everybodyNamedHasItInTheirAccessLog() {
        convicted();

        housing("WH-1", HIM);

        assertThat(
                        weston.texts(
                                "SELECT leaf FROM audit.entry WHERE leaf::text LIKE '%/checks CHK-%'"))
                .hasSize(1);
    }

    private List<String> problems(String reference, byte[] message) {
        CheckResult result =
                checks.check(
                        new Asker.AgencySystem(HOUSING),
                        reference,
                        message,
                        () -> {
                            throw new AssertionError("it must not be kept");
                        });
        return ((CheckResult.NotUnderstood) result)
                .problems().stream().map(sightline.facts.wire.Problem::field).toList();
    }

    private Asked housing(String reference, String applicant) {
        return asked(HOUSING, reference, application(reference, applicant));
    }

    /** To be added to the home in which a mother and her child live. */
    private byte[] application(String reference, String applicant) {
        return application(reference, applicant, "9 Canal Street, Weston");
    }

    private byte[] application(String reference, String applicant, String line) {
        return message(
                HOUSING,
                "housing-application",
                subject("applicant-" + reference, applicant),
                "{\"reference\":\"%s\"}".formatted(reference),
                ",\"place\":{\"line\":\"%s\"}".formatted(line));
    }

    private Asked attends(String who) {
        return asked(
                HOSPITAL,
                "AE-77",
                message(
                        HOSPITAL,
                        "health-contact",
                        subject("ae-1", who),
                        "{\"setting\":\"emergency-department\",\"unscheduled\":true}"));
    }

    private Asked asked(AgencyId agency, String reference, byte[] message) {
        CheckResult result =
                checks.check(
                        new Asker.AgencySystem(agency),
                        reference,
                        message,
                        () -> weston.intake().receive(agency, message));
        assertThat(result).isInstanceOf(CheckResult.Answered.class);
        return ((CheckResult.Answered) result).asked();
    }

    private void injured() {
        said(
                HOSPITAL,
                "injury-observed",
                subject("baby", BABY),
                "{\"marks\":[{\"site\":\"cheek\",\"side\":\"left\",\"kind\":\"bruise\",\"count\":1}]}");
        everybodyIsThere();
    }

    private void convicted() {
        said(
                COURT,
                "conviction",
                "{\"role\":\"offender\",\"localId\":\"him\"," + HIM + "}",
                "{\"offence\":{\"wording\":\"GBH and battery\",\"group\":\"wounding\",\"victimAge\":0},"
                        + "\"sentence\":\"custody\",\"months\":12}");
        everybodyIsThere();
    }

    /** Each source says that it is complete until now. */
    private void everybodyIsThere() {
        Stream.concat(AGENCIES.stream(), EASTON.stream())
                .forEach(a ->
                        weston.intake()
                                .receive(
                                        new AgencyId(a.id()),
                                        """
                                        {"sender":"%s","id":"%s","sentAt":"%s","kind":"heartbeat","body":{"completeUpTo":"%s"}}
                                        """
                                                .formatted(
                                                        a.id(),
                                                        weston.nextId(),
                                                        weston.clock().instant(),
                                                        weston.clock().instant())
                                                .getBytes(StandardCharsets.UTF_8)));
        weston.run();
    }

    private static String subject(String localId, String more) {
        return "{\"role\":\"subject\",\"localId\":\"%s\",%s}".formatted(localId, more);
    }

    private void said(AgencyId sender, String kind, String people, String body) {
        weston.intake().receive(sender, message(sender, kind, people, body));
        weston.run();
        assertThat(weston.texts("SELECT problems::text FROM feeds.quarantine")).isEmpty();
    }

    private byte[] message(AgencyId sender, String kind, String people, String body) {
        return message(sender, kind, people, body, "");
    }

    private byte[] message(AgencyId sender, String kind, String people, String body, String more) {
        return """
        {"sender":"%s","id":"%s","sentAt":"%s","kind":"%s","when":"2026-03-02","people":[%s],"body":%s%s}
        """
                .formatted(
                        sender.value(),
                        weston.nextId(),
                        weston.clock().instant(),
                        kind,
                        people,
                        body,
                        more)
                .getBytes(StandardCharsets.UTF_8);
    }
}
