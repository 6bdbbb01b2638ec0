package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Installation.declared;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** To whom a child's record is open that one area offers to another. Invented people. */
final class CasesHandedOverTest {
    private static final AgencyId HERE = new AgencyId("northton-csc");
    private static final AgencyId THERE = new AgencyId("southton-csc");
    private static final AgencyId THIRD = new AgencyId("westton-csc");
    private static final AgencyId SCHOOL = new AgencyId("northton-school");

    private final Installation world = new Installation(Instant.parse("2026-03-02T09:00:00Z"));

    @BeforeEach
    void aChildHasAWorkerHere() {
        world.open(
                List.of(
                        declared(HERE, AgencyType.CHILDRENS_SOCIAL_CARE),
                        declared(THERE, AgencyType.CHILDRENS_SOCIAL_CARE),
                        declared(THIRD, AgencyType.CHILDRENS_SOCIAL_CARE),
                        declared(SCHOOL, AgencyType.SCHOOL)));
        allocated(HERE, "h1");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverAcceptsByARecordOfTheirOwnHasTheCaseAndWhoeverOfferedNoMore() {
        handOver(HERE, "h1", "offered", THERE);
        assertThat(open(THERE)).containsExactly("team-queue for now");

        handOver(THERE, "t9", "accepted", HERE);

        assertThat(open(THERE)).contains("allocation for good");
        assertThat(open(HERE)).containsExactly("allocation for now");
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void anAcceptanceOpensNobodyWhoWasNotOffered() {
        world.send(
                HERE,
                """
                "kind":"case-allocated","when":"2026-03-02","people":[{"role":"subject","localId":"other",
                "names":[{"given":"Wren","family":"Alder"}],"dateOfBirth":"2019-04-01"}],
                "body":{"post":"social-worker"}
                """);
        world.run();
        later();
        handOver(HERE, "h1", "offered", THERE);
        world.send(
                THERE,
                """
                "kind":"hand-over","when":"2026-03-02","regarding":["%s/m3"],"to":["%s"],"people":[
                {"role":"subject","localId":"t9","names":[{"given":"Robin","family":"Vale"}],
                "dateOfBirth":"2020-11-01","identifiers":[{"type":"nhs","value":"9990001235"}]},
                {"role":"sibling","localId":"t10","names":[{"given":"Wren","family":"Alder"}],
                "dateOfBirth":"2019-04-01"}],"body":{"stage":"accepted","what":"case"}
                """
                        .formatted(HERE.value(), HERE.value()));
        world.run();
        later();

        assertThat(
                        world.count(
                                "access.relationship WHERE kind = 'allocation' AND grantee = '%s'"
                                        .formatted(THERE.value())))
                .isEqualTo(1);
    }

    @Test
    void whoeverRefusesOrLosesTheOfferReadsNoMoreWhateverTheAnswerNames() {
        handOver(HERE, "h1", "offered", THERE);
        handOver(THERE, "t9", "refused", HERE);
        assertThat(open(THERE)).isEmpty();

        handOver(HERE, "h1", "offered", THERE);
        assertThat(open(THERE)).isNotEmpty();
        handOver(HERE, "h1", "withdrawn", THERE);
        assertThat(open(THERE)).isEmpty();
        assertThat(open(HERE)).containsExactly("allocation for good");
    }

    @Test
    void whoeverIsAskedInPlaceOfAnotherReadsInTheirPlace() {
        handOver(HERE, "h1", "offered", THERE);
        handOver(HERE, "h1", "offered", THIRD);

        assertThat(open(THERE)).isEmpty();
        assertThat(open(THIRD)).containsExactly("team-queue for now");
        handOver(THERE, "t9", "accepted", HERE);
        assertThat(open(THERE)).isEmpty();
        assertThat(open(HERE)).containsExactly("allocation for good");
    }

    /** An answer to what was taken back answers nothing that was offered since, or by others. */
    @Test
    void anAcceptanceThatNamesAnOfferWhichIsOpenNoMoreOpensNothing() {
        handOver(HERE, "h1", "offered", THERE);
        String takenBack = HERE.value() + "/" + world.lastId();
        handOver(HERE, "h1", "withdrawn", THERE);
        handOver(THIRD, "w7", "offered", THERE);
        String idle = THIRD.value() + "/" + world.lastId();
        handOver(HERE, "h1", "offered", THERE);
        String open = HERE.value() + "/" + world.lastId();

        for (String named : List.of(takenBack, idle)) {
            accepted(named);
            assertThat(open(THERE)).as(named).containsExactly("team-queue for now");
        }
        accepted(open);
        assertThat(open(THERE)).contains("allocation for good");
    }

    private void accepted(String offer) {
        send(
                THERE,
                "t9",
                "hand-over",
                "{\"stage\":\"accepted\",\"what\":\"case\"}",
                "\"regarding\":[\"%s\"],\"to\":[\"%s\"],".formatted(offer, HERE.value()));
        world.run();
        later();
    }

    @Test
    void whoeverHasTheCaseAgainKeepsIt() {
        handOver(HERE, "h1", "offered", THERE);
        later();
        send(THERE, "t9", "hand-over", "{\"stage\":\"accepted\",\"what\":\"case\"}", "");
        later();
        send(HERE, "h1", "case-allocated", "{\"post\":\"social-worker\"}", "");
        world.run();

        assertThat(open(HERE)).contains("allocation for good");
    }

    @Test
    void anOfferByWhoeverDoesNotHaveTheCaseOpensNothing() {
        handOver(THIRD, "w7", "offered", THERE);
        assertThat(open(THERE)).isEmpty();
        assertThat(world.count("alerts.duty WHERE clock = 'case.unheld'")).isEqualTo(1);
        handOver(HERE, "h1", "offered", THERE);
        assertThat(open(THERE)).containsExactly("team-queue for now");
        handOver(THERE, "t9", "accepted", HERE);
        handOver(HERE, "h1", "offered", THIRD);
        assertThat(open(THIRD)).as("who handed it over has it no more").isEmpty();
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void everybodyAroundAChildSeesThatTheCaseMovesAndNotWhatIsWrittenOfWhy() {
        send(
                HERE,
                "h1",
                "hand-over",
                "{\"stage\":\"offered\",\"what\":\"case\",\"reason\":\"Mum drinks.\"}",
                "\"to\":[\"%s\"],".formatted(THERE.value()));
        world.run();

        assertThat(
                        world.texts(
                                "SELECT kind || ' ' || class FROM facts.fact"
                                        + " WHERE kind IN ('hand-over', 'note') ORDER BY 1"))
                .containsExactly("hand-over CORE", "note EVENT");
    }

    @Test
    void anAllocationByAnybodyElseThanSocialCareOpensNothing() {
        allocated(SCHOOL, "s4");

        assertThat(open(SCHOOL)).isEmpty();
        assertThat(world.count("facts.fact WHERE kind = 'case-allocated'")).isEqualTo(2);
    }

    private void allocated(AgencyId agency, String localId) {
        send(agency, localId, "case-allocated", "{\"post\":\"social-worker\"}", "");
        world.run();
        later();
    }

    private void handOver(AgencyId from, String localId, String stage, AgencyId to) {
        send(
                from,
                localId,
                "hand-over",
                "{\"stage\":\"%s\",\"what\":\"case\"}".formatted(stage),
                "\"to\":[\"%s\"],".formatted(to.value()));
        world.run();
        later();
    }

    private void send(AgencyId from, String localId, String kind, String body, String to) {
        world.send(
                from, "\"kind\":\"%s\",%s%s\"body\":%s".formatted(kind, to, child(localId), body));
    }

    private void later() {
        world.moveTo(world.clock().instant().plus(Duration.ofMinutes(5)));
    }

    /** On what grounds content of the child is open to an agency now, and for how long. */
    private List<String> open(AgencyId agency) {
        return world.texts(
                """
                SELECT DISTINCT kind || CASE WHEN ends_at IS NULL THEN ' for good' ELSE ' for now' END
                  FROM access.relationship
                 WHERE grantee = '%s' AND kind IN ('allocation', 'team-queue')
                   AND (ends_at IS NULL OR ends_at > '%s')
                 ORDER BY 1
                """
                        .formatted(agency.value(), world.clock().instant()));
    }

    /** The child by the number that every area knows, under a record of each agency's own. */
    private static String child(String localId) {
        return """
        "when":"2026-03-02","people":[{"role":"subject","localId":"%s","names":[{"given":"Robin",
        "family":"Vale"}],"dateOfBirth":"2020-11-01","identifiers":[{"type":"nhs","value":"9990001235"}]}],
        """
                .formatted(localId);
    }
}
