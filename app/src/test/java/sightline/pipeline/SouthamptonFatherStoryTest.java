package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.checks.Asked;
import sightline.checks.Asker;
import sightline.checks.CheckResult;
import sightline.core.checks.Checked.Words;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.pipeline.RegisterSimulation.Change;
import sightline.pipeline.RegisterSimulation.How;
import sightline.pipeline.RegisterSimulation.Result;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A father who broke a baby's bones, convicted of "GBH and battery", moves from Eastport to Weston
 * through the running system: who is told, on which day, under each register. Invented people.
 */
final class SouthamptonFatherStoryTest {
    private static final AgencyId COURT = new AgencyId("eastport-court");
    private static final AgencyId PRISON = new AgencyId("eastport-prison");
    private static final AgencyId POLICE = new AgencyId("eastport-police");
    private static final AgencyId PROBATION = new AgencyId("eastport-probation");
    private static final AgencyId HOUSING = new AgencyId("weston-housing");
    private static final AgencyId MATERNITY = new AgencyId("weston-maternity");
    private static final AgencyId THERE = new AgencyId("weston-police");

    private static final List<ReplayDirectory.Declared> AGENCIES =
            List.of(
                    Installation.declared(COURT, AgencyType.COURT),
                    Installation.declared(PRISON, AgencyType.PRISON),
                    Installation.declared(POLICE, AgencyType.POLICE),
                    Installation.declared(PROBATION, AgencyType.PROBATION),
                    Installation.declared(
                            new AgencyId("eastport-csc"), AgencyType.CHILDRENS_SOCIAL_CARE),
                    Installation.declared(HOUSING, AgencyType.HOUSING),
                    Installation.declared(MATERNITY, AgencyType.MATERNITY),
                    Installation.declared(THERE, AgencyType.POLICE),
                    Installation.declared(
                            new AgencyId("weston-csc"), AgencyType.CHILDRENS_SOCIAL_CARE));

    private static final String HIM =
            """
            "names":[{"given":"Callum","family":"Prewett"}],"dateOfBirth":"1984-11-17","sex":"male",
            "identifiers":[{"type":"nhs","value":"9990001405"}]
            """;
    private static final String HER =
            """
            "names":[{"given":"Tara","family":"Linfield"}],"dateOfBirth":"1990-08-01","sex":"female",
            "identifiers":[{"type":"nhs","value":"9990001413"}]
            """;

    private final Installation world = new Installation(Installation.at("2012-01-01T09:00"));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whateverItWasCalledHeStaysInSightFromConvictionToBirth() {
        world.open(AGENCIES);
        String conviction = convicted("2012-01-09T12:00", "");
        assertThat(lines()).isEmpty();
        assertThat(world.owed("offence.victim")).containsExactly("eastport-court/records-desk");
        assertThat(simulated("local-risk"))
                .extracting(Result::looked, Result::questions)
                .containsExactly(1, 1);

        convicted("2012-03-05T10:00", conviction);
        assertThat(lines()).containsExactly("local-risk TOLLED eastport-police");
        assertThat(world.owed("register.assess")).containsExactly("eastport-csc/manager");
        assertThat(due("register.assess")).isEqualTo(London.endOf(day("2012-03-12")));
        said("2012-07-09T09:00", PRISON, "release", him(""), "{\"onLicence\":true}");
        eachRegisterSaysWhetherItWouldCoverHim();

        said(
                "2013-01-07T12:00",
                COURT,
                "supervision",
                him(""),
                "{\"type\":\"violent-offender-order\",\"stage\":\"started\",\"ends\":\"2018-01-06\"}");
        assertThat(due("register.notice")).isEqualTo(London.endOf(day("2013-01-09")));
        assertThat(world.owed("register.notice"))
                .containsExactly("eastport-police/register-keeper");
        told("2013-01-08T10:00", "initial", "1 Mill Lane, Eastport");
        assertThat(lines()).contains("voo-2008 CURRENT eastport-police");
        assertThat(due("register.notice")).isEqualTo(London.endOf(day("2014-01-08")));

        movesAndHousingKnowsFirst();
        heIsHandedOverAndNobodyIsWithoutHim();
        housingSeesOnlyRingBeforeYouAllocate();
        aPregnancyAndABirthAreToldToTheAreaInWhichTheyAre();
        theOrderEndsAndHeIsStillOnTheLocalList();
        rebuiltItIsTheSame();
    }

    private void eachRegisterSaysWhetherItWouldCoverHim() {
        for (String law : List.of("soa-2003", "ccr-2026", "voo-2008", "terrorism-2008")) {
            assertThat(simulated(law).changes()).as(law).isEmpty();
            assertThat(simulated(law).under()).as(law).isZero();
        }
        assertThat(simulated("local-risk").under()).isEqualTo(1);
        assertThat(simulated("local-risk").changes()).isEmpty();
        assertThat(simulated("illinois").changes()).extracting(Change::how).containsExactly(How.ON);
    }

    /** Two moves: one told, one that only housing of another area recorded. */
    private void movesAndHousingKnowsFirst() {
        told("2013-06-10T10:00", "change-of-address", "2 Quay Road, Eastport");
        assertThat(world.open("register.decide")).isZero();

        said(
                "2013-09-02T10:00",
                HOUSING,
                "residence",
                him(",\"address\":{\"line\":\"9 Canal Street, Weston\"}"),
                "{\"stay\":\"home\"}");
        world.moveTo(Installation.at("2013-09-04T23:59"));
        assertThat(lines()).contains("voo-2008 CURRENT eastport-police");
        assertThat(world.alerted("RG-01")).isEmpty();
        world.moveTo(Installation.at("2013-09-05T00:00"));
        assertThat(lines()).contains("voo-2008 IN_BREACH eastport-police");
        assertThat(world.alerted("RG-01")).containsExactly("eastport-police/register-keeper");
        assertThat(world.rungs("register.notice")).containsExactly("eastport-police/supervisor");
        assertThat(told(HOUSING)).isEmpty();
        assertThat(world.owed("register.move"))
                .containsExactly(
                        "eastport-police/register-keeper", "weston-police/register-keeper");
        world.moveTo(Installation.at("2013-09-06T00:00"));
        assertThat(world.rungs("register.notice"))
                .contains("eastport-police/public-protection-lead");
    }

    private void heIsHandedOverAndNobodyIsWithoutHim() {
        said(
                "2013-09-09T10:00",
                POLICE,
                "hand-over",
                him(""),
                "{\"stage\":\"offered\",\"what\":\"registered-person\"}",
                ",\"to\":[\"weston-police\"]");
        assertThat(lines()).contains("voo-2008 IN_BREACH eastport-police offered weston-police");
        said(
                "2013-09-10T10:00",
                THERE,
                "hand-over",
                him(""),
                "{\"stage\":\"accepted\",\"what\":\"registered-person\"}",
                ",\"to\":[\"eastport-police\"]");
        assertThat(lines()).contains("voo-2008 IN_BREACH weston-police");
        assertThat(world.owed("register.notice")).containsExactly("weston-police/register-keeper");
        assertThat(world.open("register.move")).isZero();
        said(
                "2013-09-10T15:00",
                THERE,
                "register-notification",
                him(",\"address\":{\"line\":\"9 Canal Street, Weston\"}"),
                "{\"pack\":\"voo-2008\",\"type\":\"change-of-address\"}");
        assertThat(lines()).contains("voo-2008 CURRENT weston-police");
    }

    /** He and a woman with a child of two apply for a home; nobody else who applies is to ring. */
    private void housingSeesOnlyRingBeforeYouAllocate() {
        String child =
                """
                {"role":"child","localId":"app-3","names":[{"given":"Bryn","family":"Linfield"}],"dateOfBirth":"2011-10-03"}
                """;
        String her = "{\"role\":\"%s\",\"localId\":\"app-2\"," + HER + "}";
        Asked both =
                checked(
                        "2014-01-13T10:00",
                        "WH-1",
                        "{\"role\":\"subject\",\"localId\":\"app-1\","
                                + HIM
                                + "},"
                                + her.formatted("occupant")
                                + ","
                                + child);
        assertThat(both.words()).isEqualTo(Words.CARRY_ON_RING);
        assertThat(both.said()).isEmpty();
        assertThat(world.owed("check.ring")).containsExactly("weston-csc/front-door");
        said(
                "2014-01-13T15:00",
                HOUSING,
                "check-rung",
                "{\"role\":\"subject\",\"localId\":\"app-1\"}",
                "{\"check\":\"%s\"}".formatted(both.number()));
        assertThat(world.owed("check.ring")).isEmpty();

        Asked without = checked("2014-01-14T10:00", "WH-2", her.formatted("subject") + "," + child);
        assertThat(without.words()).isNotEqualTo(Words.CARRY_ON);
        assertThat(told(HOUSING)).isEmpty();
    }

    private Asked checked(String london, String reference, String people) {
        world.moveTo(Installation.at(london));
        byte[] message =
                """
                {"sender":"%s","id":"%s","sentAt":"%s","kind":"housing-application","when":"%s","people":[%s],
                 "place":{"line":"3 Lock Lane, Weston"},"body":{"reference":"%s"}}
                """
                        .formatted(
                                HOUSING.value(),
                                world.nextId(),
                                world.clock().instant(),
                                london.substring(0, 10),
                                people,
                                reference)
                        .getBytes(StandardCharsets.UTF_8);
        CheckResult result =
                world.checks()
                        .check(
                                new Asker.AgencySystem(HOUSING),
                                reference,
                                message,
                                () -> world.intake().receive(HOUSING, message));
        world.run();
        assertThat(result).isInstanceOf(CheckResult.Answered.class);
        return ((CheckResult.Answered) result).asked();
    }

    private void aPregnancyAndABirthAreToldToTheAreaInWhichTheyAre() {
        String family =
                """
                {"role":"mother","localId":"her",%s,"address":{"line":"9 Canal Street, Weston"}},
                {"role":"father","localId":"him",%s}
                """
                        .formatted(HER, HIM);
        said(
                "2014-02-03T10:00",
                MATERNITY,
                "pregnancy-booked",
                family
                        + ",{\"role\":\"unborn-child\",\"localId\":\"baby\",\"expected\":\"2014-08-10\"}",
                "{\"expected\":\"2014-08-10\",\"children\":1}");
        assertThat(world.alerted("AL-02"))
                .contains(
                        "weston-csc/duty-manager",
                        "weston-police/register-keeper",
                        "weston-maternity/safeguarding-midwife")
                .noneMatch(to -> to.startsWith("weston-housing"));
        said(
                "2014-08-08T06:00",
                MATERNITY,
                "birth",
                "{\"role\":\"subject\",\"localId\":\"born\",\"names\":[{\"given\":\"Rowan\",\"family\":\"Linfield\"}],"
                        + "\"dateOfBirth\":\"2014-08-08\"},"
                        + family,
                "{}");
        assertThat(world.alerted("AL-02")).contains("weston-csc/duty-manager");
        assertThat(told(HOUSING)).containsOnly("rung check.ring");
    }

    private void theOrderEndsAndHeIsStillOnTheLocalList() {
        world.moveTo(Installation.at("2018-01-06T12:00"));
        assertThat(lines()).anyMatch(l -> l.startsWith("voo-2008 IN_BREACH"));
        world.moveTo(Installation.at("2018-01-07T00:00"));
        assertThat(lines())
                .containsExactly(
                        "local-risk CURRENT weston-police", "voo-2008 ENDED weston-police");
        assertThat(world.count("register.entry WHERE keeper = ''")).isZero();
    }

    private void rebuiltItIsTheSame() {
        assertThat(world.rebuilt()).isEmpty();
    }

    /** The conviction as it was entered; corrected, with the victim's age. */
    private String convicted(String london, String corrects) {
        String age = corrects.isEmpty() ? "" : ",\"victimAge\":0";
        return said(
                london,
                COURT,
                "conviction",
                "{\"role\":\"offender\",\"localId\":\"him\"," + HIM + "}",
                "{\"offence\":{\"wording\":\"GBH and battery\",\"group\":\"wounding\"%s},\"sentence\":\"custody\",\"months\":12}"
                        .formatted(age),
                corrects.isEmpty() ? "" : ",\"corrects\":\"" + corrects + "\"");
    }

    private void told(String london, String type, String address) {
        said(
                london,
                POLICE,
                "register-notification",
                him(",\"address\":{\"line\":\"" + address + "\"}"),
                "{\"pack\":\"voo-2008\",\"type\":\"" + type + "\"}");
    }

    private static String him(String more) {
        return "{\"role\":\"subject\",\"localId\":\"him\"," + HIM + more + "}";
    }

    private String said(String london, AgencyId sender, String kind, String people, String body) {
        return said(london, sender, kind, people, body, "");
    }

    private String said(
            String london, AgencyId sender, String kind, String people, String body, String more) {
        world.moveTo(Installation.at(london));
        String when = kind.equals("conviction") ? "2012-01-09" : london.substring(0, 10);
        return world.said(
                sender,
                "\"kind\":\"%s\",\"when\":\"%s\",\"people\":[%s],\"body\":%s%s"
                        .formatted(kind, when, people, body, more));
    }

    private Result simulated(String key) {
        RegisterPack pack =
                RegisterPackReader.shipped().stream()
                        .filter(p -> p.key().equals(key))
                        .findFirst()
                        .orElseThrow();
        return new RegisterSimulation(
                        world.database().transactions(),
                        world.secrets(),
                        world.directory()::now,
                        world.clock())
                .of(pack);
    }

    /** The list of the registers: pack, state, who answers, and to whom he is offered. */
    private List<String> lines() {
        return world.texts(
                """
                SELECT pack || ' ' || state || ' ' || keeper || coalesce(' offered ' || offered_to, '')
                  FROM register.entry ORDER BY 1
                """);
    }

    /**
     * Of which alerts and duties an agency was told; that one of its entries led to is no alert.
     */
    private List<String> told(AgencyId agency) {
        return world.texts(
                """
                SELECT t.what || ' ' || coalesce(d.clock, t.reference) FROM alerts.told t
                  LEFT JOIN alerts.duty d ON d.subject = t.subject AND d.key = t.reference
                 WHERE t.recipient LIKE '%s/%%' ORDER BY 1
                """
                        .formatted(agency.value()));
    }

    /** When the first of them that is open is late. */
    private Instant due(String clockKey) {
        return world.database()
                .owner()
                .sql(
                        "SELECT min(due_at) FROM alerts.duty WHERE state IN ('running', 'overdue') AND clock = '"
                                + clockKey
                                + "'")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
