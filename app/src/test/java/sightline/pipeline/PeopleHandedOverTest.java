package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Installation.declared;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Readers;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.Subject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** To whom a registered person is open who is handed over. Invented people. */
final class PeopleHandedOverTest {
    private static final AgencyId HERE = new AgencyId("northton-police");
    private static final AgencyId THERE = new AgencyId("southton-police");
    private static final AgencyId ELSEWHERE = new AgencyId("farside-police");
    private static final AgencyId PROBATION = new AgencyId("northton-probation");
    private static final AgencyId SCHOOL = new AgencyId("northton-school");
    private static final AgencyId NEXT_PROBATION = new AgencyId("westton-probation");
    private static final AgencyId NEXT_POLICE = new AgencyId("westton-police");
    private static final List<ReplayDirectory.Declared> AGENCIES =
            List.of(
                    declared(HERE, AgencyType.POLICE),
                    declared(THERE, AgencyType.POLICE),
                    declared(ELSEWHERE, AgencyType.POLICE),
                    declared(NEXT_POLICE, AgencyType.POLICE),
                    declared(PROBATION, AgencyType.PROBATION),
                    declared(NEXT_PROBATION, AgencyType.PROBATION),
                    declared(SCHOOL, AgencyType.SCHOOL));
    private static final String TOLD =
            """
            {"stage":"%s","what":"registered-person","by":"%s",
             "told":{"who":"Sgt Orla Pike","on":"2026-03-02","reference":"FP/2026/118"}}
            """;

    private final Installation world = new Installation(Instant.parse("2026-03-02T09:00:00Z"));

    @BeforeEach
    void aManIsRegisteredHere() {
        world.open(AGENCIES);
        said(HERE, "register-notification", "{\"pack\":\"soa-2003\",\"type\":\"entered\"}", "");
        assertThat(open(HERE)).contains("for good");
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** An area that is not here cannot accept here: two people of the old force say that it did. */
    @Test
    void whatAnAreaElsewhereAcceptedIsOpenToTheOldForceForAFortnightMore() {
        offered(HERE, ELSEWHERE);
        String told = told();
        assertThat(open(HERE)).as("one person's word").contains("for good");

        confirmed(told, "Ann Roe");
        assertThat(open(HERE)).containsOnly("for now");

        after(Duration.ofDays(14));
        assertThat(open(HERE)).isEmpty();
        assertThat(world.rebuilt()).isEmpty();
    }

    /** The same person twice is one person: nobody has accepted, and the old force reads on. */
    @Test
    void whoeverConfirmsThemselvesLosesNothing() {
        offered(HERE, ELSEWHERE);
        confirmed(told(), "Jo Vale");

        after(Duration.ofDays(15));
        assertThat(open(HERE)).contains("for good");
    }

    /** What a notice opened for a year ends with the rest of it. */
    @Test
    void whoeverHandedHimOverReadsAFortnightMoreByWhateverOpenedHim() {
        said(HERE, "register-notification", "{\"pack\":\"soa-2003\",\"type\":\"initial\"}", "");
        offered(HERE, THERE);
        accepted(THERE);
        assertThat(open(HERE)).containsOnly("for now");
        assertThat(open(THERE)).contains("for good");

        after(Duration.ofDays(15));
        assertThat(open(HERE)).isEmpty();
        assertThat(open(THERE)).contains("for good");
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void whoeverHasHimAgainReadsOn() {
        offered(HERE, THERE);
        accepted(THERE);
        after(Duration.ofDays(60));
        offered(THERE, HERE);
        accepted(HERE);

        after(Duration.ofDays(15));
        assertThat(open(HERE)).contains("for good");
        assertThat(open(THERE)).isEmpty();
    }

    /** His supervision goes on, and with it whoever supervises. */
    @Test
    void whoeverSupervisesLosesNothingWhenTheRegisterIsHandedOver() {
        said(PROBATION, "supervision", "{\"type\":\"licence\",\"stage\":\"started\"}", "");
        said(HERE, "hand-over", "{\"stage\":\"offered\",\"what\":\"supervision\"}", to(PROBATION));
        said(PROBATION, "hand-over", "{\"stage\":\"accepted\",\"what\":\"supervision\"}", to(HERE));
        assertThat(open(PROBATION)).contains("for good");

        offered(HERE, THERE);
        accepted(THERE);
        after(Duration.ofDays(15));
        assertThat(open(PROBATION)).contains("for good");
    }

    /** A school that says that it accepts a person whom nobody offered it reads nothing by that. */
    @Test
    void anAcceptanceOpensNobodyWhomNothingEntitlesToIt() {
        for (String what : List.of("registered-person", "supervision")) {
            said(
                    SCHOOL,
                    "hand-over",
                    "{\"stage\":\"accepted\",\"what\":\"%s\"}".formatted(what),
                    to(HERE));
        }

        assertThat(open(SCHOOL)).isEmpty();
        assertThat(open(HERE)).contains("for good");
    }

    /** Nor does an offer of whoever supervises nobody. */
    @Test
    void anOfferOfASchoolOpensNobody() {
        said(
                SCHOOL,
                "hand-over",
                "{\"stage\":\"offered\",\"what\":\"supervision\"}",
                to(PROBATION));

        assertThat(open(PROBATION)).isEmpty();
    }

    /** Only whoever has him can offer him: not another force, nor through it anybody else. */
    @Test
    void anOfferOfWhoeverDoesNotHaveHimOpensNobody() {
        for (AgencyId hostile : List.of(THERE, SCHOOL, PROBATION)) {
            for (String what : List.of("registered-person", "supervision")) {
                String offer = "{\"stage\":\"offered\",\"what\":\"%s\"}".formatted(what);
                said(hostile, "hand-over", offer, to(ELSEWHERE));
                assertThat(open(ELSEWHERE)).as("%s offers a %s", hostile, what).isEmpty();
            }
        }
        assertThat(open(HERE)).contains("for good");
        assertThat(world.rebuilt()).isEmpty();
    }

    /** Two who have nothing to do with him cannot open him by an offer and its acceptance. */
    @Test
    void anOfferAndItsAcceptanceByTwoOthersOpenNobody() {
        said(
                PROBATION,
                "hand-over",
                "{\"stage\":\"offered\",\"what\":\"registered-person\"}",
                to(SCHOOL));
        accepted(SCHOOL);

        assertThat(open(SCHOOL)).isEmpty();
        assertThat(open(HERE)).contains("for good");
    }

    /** They learn that it counts for nothing, and read nothing of him by having to put it right. */
    @Test
    void whoeverOffersWhomTheyDoNotHaveOwesToPutThatRightAndReadsNothingByIt() {
        offered(THERE, ELSEWHERE);
        offered(SCHOOL, ELSEWHERE);
        assertThat(world.owed("register.unheld"))
                .hasSize(2)
                .anyMatch(owner -> owner.startsWith(THERE.value()))
                .anyMatch(owner -> owner.startsWith(SCHOOL.value()));
        after(Duration.ofDays(1));
        assertThat(open(THERE)).isEmpty();
        assertThat(open(SCHOOL)).isEmpty();

        String withdrawn = "{\"stage\":\"withdrawn\",\"what\":\"registered-person\"}";
        said(THERE, "hand-over", withdrawn, "");
        assertThat(world.open("register.unheld")).as("the school's own").isEqualTo(1);
        offered(HERE, ELSEWHERE);
        assertThat(world.open("register.unheld")).as("whoever has him offers").isEqualTo(1);
        said(SCHOOL, "hand-over", withdrawn, "");
        assertThat(world.open("register.unheld")).isZero();
        assertThat(world.rebuilt()).isEmpty();
    }

    /** Who offered somebody without having them is no matter of whoever has the record open. */
    @Test
    void thatAnOfferCountsForNothingIsReadByWhoeverOfferedAlone() {
        offered(HERE, ELSEWHERE);
        offered(THERE, ELSEWHERE);
        said(THERE, "hand-over", "{\"stage\":\"offered\",\"what\":\"supervision\"}", to(PROBATION));

        assertThat(owedAsRead(HERE))
                .contains("register.move")
                .doesNotContain("register.unheld", "supervision.unheld");
        assertThat(owedAsRead(THERE)).contains("register.unheld", "supervision.unheld");
    }

    /** The clocks of what is owed about him, as a register keeper of an agency reads it. */
    private List<String> owedAsRead(AgencyId agency) {
        String person = world.texts("SELECT DISTINCT subject FROM alerts.duty").getFirst();
        Subject him =
                new Subject(
                        new PersonId(person),
                        List.of(
                                new SourceRecord(HERE, HERE.value() + "-1"),
                                new SourceRecord(THERE, THERE.value() + "-1")));
        return world.database()
                .transactions()
                .asReader(
                        Readers.reader(
                                "keeper", agency.value(), AccessRole.REGISTER_KEEPER, "register"),
                        List.of(him),
                        sql ->
                                sql.sql("SELECT DISTINCT clock FROM alerts.duty")
                                        .query(String.class)
                                        .list());
    }

    @Test
    void whoeverTookThePlaceOfWhoeverSupervisesOrAcceptedOffersInTheirPlace() {
        said(PROBATION, "supervision", "{\"type\":\"licence\",\"stage\":\"started\"}", "");
        offered(HERE, THERE);
        accepted(THERE);
        world.directory()
                .replace(
                        SuccessorStoryTest.closing(
                                SuccessorStoryTest.closing(
                                        ReplayDirectory.entries(AGENCIES, List.of()),
                                        PROBATION,
                                        NEXT_PROBATION),
                                THERE,
                                NEXT_POLICE));
        after(Duration.ofDays(40));

        said(
                NEXT_PROBATION,
                "hand-over",
                "{\"stage\":\"offered\",\"what\":\"supervision\"}",
                to(SCHOOL));
        assertThat(world.open("supervision.unheld")).isZero();
        assertThat(open(SCHOOL)).containsOnly("for now");
        offered(NEXT_POLICE, ELSEWHERE);
        assertThat(world.open("register.unheld")).isZero();
        assertThat(open(ELSEWHERE)).containsOnly("for now");
    }

    /** Whoever was asked has him not yet, and whoever handed him over has him no more. */
    @Test
    void whoeverWasAskedOrHandedHimOverOpensHimToNobody() {
        offered(HERE, THERE);
        offered(THERE, ELSEWHERE);
        assertThat(open(ELSEWHERE)).isEmpty();
        accepted(THERE);
        offered(HERE, ELSEWHERE);
        assertThat(open(ELSEWHERE)).isEmpty();
        offered(THERE, ELSEWHERE);
        assertThat(open(ELSEWHERE)).containsOnly("for now");
    }

    /** An acceptance that counted counts, whatever whoever accepted records of him afterwards. */
    @Test
    void whoeverAcceptedHimAndEntersHimAfterwardsHasHim() {
        said(HERE, "register-notification", "{\"pack\":\"soa-2003\",\"type\":\"initial\"}", "");
        offered(HERE, THERE);
        accepted(THERE);
        said(THERE, "register-notification", "{\"pack\":\"soa-2003\",\"type\":\"entered\"}", "");

        assertThat(open(THERE)).contains("for good");
        after(Duration.ofDays(15));
        assertThat(open(HERE)).isEmpty();
        offered(HERE, ELSEWHERE);
        assertThat(open(ELSEWHERE)).isEmpty();
        assertThat(world.rebuilt()).isEmpty();
    }

    /** Whoever handed him over opens him to nobody by offering his supervision either. */
    @Test
    void whoeverHandedHimOverDoesNotOfferHisSupervision() {
        offered(HERE, THERE);
        accepted(THERE);
        said(HERE, "hand-over", "{\"stage\":\"offered\",\"what\":\"supervision\"}", to(ELSEWHERE));

        assertThat(open(ELSEWHERE)).isEmpty();
    }

    /** Whoever supervises him offers the supervision, though another keeps the register. */
    @Test
    void whoeverSupervisesOpensHimByOffering() {
        said(PROBATION, "supervision", "{\"type\":\"licence\",\"stage\":\"started\"}", "");
        said(
                PROBATION,
                "hand-over",
                "{\"stage\":\"offered\",\"what\":\"supervision\"}",
                to(ELSEWHERE));
        assertThat(open(ELSEWHERE)).containsOnly("for now");
    }

    private void offered(AgencyId from, AgencyId to) {
        said(from, "hand-over", "{\"stage\":\"offered\",\"what\":\"registered-person\"}", to(to));
    }

    private void accepted(AgencyId by) {
        said(by, "hand-over", "{\"stage\":\"accepted\",\"what\":\"registered-person\"}", "");
    }

    /** What one person of the old force says that they were told: its id. */
    private String told() {
        return said(HERE, "hand-over", TOLD.formatted("acceptance-told", "Jo Vale"), "");
    }

    private void confirmed(String told, String by) {
        said(
                HERE,
                "hand-over",
                TOLD.formatted("acceptance-confirmed", by),
                "\"regarding\":[\"%s/%s\"],".formatted(HERE.value(), told));
    }

    private static String to(AgencyId agency) {
        return "\"to\":[\"%s\"],".formatted(agency.value());
    }

    private String said(AgencyId from, String kind, String body, String more) {
        String id =
                world.said(
                        from,
                        """
                        "kind":"%s","when":"2026-03-02",%s"people":[{"role":"subject","localId":"%s",
                        "names":[{"given":"Corin","family":"Ashdale"}],"dateOfBirth":"1980-05-20",
                        "identifiers":[{"type":"nhs","value":"9990001235"}]}],"body":%s
                        """
                                .formatted(kind, more, from.value() + "-1", body));
        after(Duration.ofMinutes(5));
        return id;
    }

    private void after(Duration time) {
        world.moveTo(world.clock().instant().plus(time));
    }

    /** For how long content of the man is open to an agency that manages him. */
    private List<String> open(AgencyId agency) {
        return world.texts(
                """
                SELECT DISTINCT CASE WHEN ends_at IS NULL THEN 'for good' ELSE 'for now' END
                  FROM access.relationship
                 WHERE grantee = '%s' AND kind = 'offender-management'
                   AND (ends_at IS NULL OR ends_at > '%s')
                 ORDER BY 1
                """
                        .formatted(agency.value(), world.clock().instant()));
    }
}
