package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Installation.declared;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;
import sightline.core.identity.Decision;
import sightline.core.identity.Verdict;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.facts.Erasures;
import sightline.facts.Tombstones.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * To whom each of two twins is open, whose case was held before they were born. Invented people.
 */
final class CaseOfBornTest {
    private static final AgencyId HERE = new AgencyId("northton-csc");
    private static final AgencyId THERE = new AgencyId("southton-csc");
    private static final AgencyId MATERNITY = new AgencyId("northton-maternity");
    private static final AgencyId SCHOOL = new AgencyId("northton-school");
    private static final SourceRecord ELDER = new SourceRecord(MATERNITY, "elder");
    private static final SourceRecord YOUNGER = new SourceRecord(MATERNITY, "younger");

    private final Installation world = new Installation(Instant.parse("2026-03-02T09:00:00Z"));

    @BeforeEach
    void twinsAreExpectedAndHaveAPlan() {
        world.open(
                List.of(
                        declared(HERE, AgencyType.CHILDRENS_SOCIAL_CARE),
                        declared(THERE, AgencyType.CHILDRENS_SOCIAL_CARE),
                        declared(MATERNITY, AgencyType.MATERNITY),
                        declared(SCHOOL, AgencyType.SCHOOL)));
        said(
                MATERNITY,
                "pregnancy-booked",
                mother("m-mother") + "," + unborn("m-unborn"),
                "{\"expected\":\"2026-04-01\",\"children\":2}",
                "");
        said(
                HERE,
                "plan",
                unborn("h-unborn") + "," + mother("h-mother"),
                "{\"type\":\"protection\",\"started\":true,\"category\":\"neglect\"}",
                "");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverHadTheCaseHasThatOfEachTwinAndNobodyElseHas() {
        born();

        assertThat(open(HERE, ELDER)).containsExactly("allocation for good");
        assertThat(open(HERE, YOUNGER)).containsExactly("allocation for good");
        assertThat(open(THERE, ELDER)).isEmpty();
        assertThat(open(SCHOOL, YOUNGER)).isEmpty();
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void whatIsSaidOfTheUnbornChildAfterTheBirthFollowsToo() {
        born();
        said(
                HERE,
                "meeting",
                unborn("h-unborn"),
                "{\"type\":\"core-group\",\"stage\":\"planned\",\"on\":\"2026-04-20\"}",
                to(SCHOOL));

        assertThat(open(SCHOOL, ELDER)).containsExactly("conference for now");
        assertThat(open(SCHOOL, YOUNGER)).containsExactly("conference for now");
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void anOfferFromBeforeTheBirthIsAcceptedForTheTwinWhoIsNamedAlone() {
        handOver(HERE, unborn("h-unborn"), "offered", THERE);
        born();
        assertThat(open(THERE, ELDER)).containsExactly("team-queue for now");

        handOver(THERE, child("elder"), "accepted", HERE);

        assertThat(open(THERE, new SourceRecord(THERE, "elder"))).contains("allocation for good");
        assertThat(open(HERE, ELDER)).containsExactly("allocation for now");
        assertThat(open(HERE, YOUNGER)).containsExactly("allocation for good");
        assertThat(open(THERE, YOUNGER)).doesNotContain("allocation for good");
        assertThat(world.rebuilt()).isEmpty();
    }

    /** An acceptance of what was taken back comes late: it is none of what was offered since. */
    @Test
    void anAcceptanceThatNamesAnOfferWhichWasTakenBackOpensNoTwin() {
        handOver(HERE, unborn("h-unborn"), "offered", THERE);
        String takenBack = HERE.value() + "/" + world.lastId();
        handOver(HERE, unborn("h-unborn"), "withdrawn", THERE);
        handOver(HERE, unborn("h-unborn"), "offered", THERE);
        born();

        said(
                THERE,
                "hand-over",
                child("elder"),
                "{\"stage\":\"accepted\",\"what\":\"case\"}",
                "\"regarding\":[\"%s\"],".formatted(takenBack) + to(HERE));

        assertThat(open(THERE, ELDER)).containsExactly("team-queue for now");
        assertThat(open(THERE, new SourceRecord(THERE, "elder")))
                .doesNotContain("allocation for good");
        assertThat(open(HERE, ELDER)).containsExactly("allocation for good");
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void whereTheirMotherIsSomebodyElseNothingFollowsUntilThatIsTakenBack() {
        born();
        List<Decision> apart =
                List.of(apart("h-mother", "m-mother"), apart("h-unborn", "m-unborn"));
        apart.forEach(world.pipeline()::decide);
        later();
        assertThat(open(HERE, ELDER)).isEmpty();
        apart.forEach(world.pipeline()::undo);
        later();
        assertThat(open(HERE, ELDER)).containsExactly("allocation for good");
        assertThat(world.rebuilt()).isEmpty();
    }

    /** An answer is of those whom it names; the other twin is offered still. */
    @Test
    void aRefusalOfOneTwinLeavesTheOfferOfTheOther() {
        handOver(HERE, unborn("h-unborn"), "offered", THERE);
        born();
        handOver(THERE, child("elder"), "refused", HERE);

        assertThat(open(THERE, ELDER)).isEmpty();
        assertThat(open(THERE, YOUNGER)).containsExactly("team-queue for now");
        handOver(HERE, child("younger"), "withdrawn", THERE);
        assertThat(open(THERE, YOUNGER)).isEmpty();
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void whatFollowsHoldsFromTheBirthOnAndWhatHadEndedFollowsNoMore() {
        handOver(HERE, unborn("h-unborn"), "offered", THERE);
        handOver(HERE, unborn("h-unborn"), "withdrawn", THERE);
        Instant before = world.clock().instant();
        born();

        assertThat(
                        world.count(
                                "access.relationship WHERE follows IS NOT NULL AND starts_at < '%s'"
                                        .formatted(before)))
                .isZero();
        assertThat(
                        world.count(
                                "access.relationship WHERE follows IS NOT NULL AND kind = 'team-queue'"))
                .isZero();
        assertThat(open(HERE, ELDER)).containsExactly("allocation for good");
    }

    @Test
    void whatFollowedFromAnErasedRecordIsOpenNoMoreAndNamesItNoMore() {
        born();
        SourceRecord ours = new SourceRecord(HERE, "h-unborn");
        assertThat(open(HERE, YOUNGER)).isNotEmpty();

        erase(ours);

        assertThat(open(HERE, ELDER)).isEmpty();
        assertThat(open(HERE, YOUNGER)).isEmpty();
        assertThat(
                        world.count(
                                "access.relationship WHERE follows = '%s'"
                                        .formatted(RecordKey.of(ours))))
                .isZero();
        assertThat(world.rebuilt()).isEmpty();
    }

    private void erase(SourceRecord record) {
        var transactions = world.database().transactions();
        var erasing =
                new Erasing(
                        transactions,
                        world.secrets(),
                        world.directory()::now,
                        world.derivation(),
                        world.clock());
        var erasures = new Erasures();
        var first = CanaryFamily.officer("first", "governance");
        long facts = erasing.count(List.of(record));
        long order =
                transactions.asReader(
                        first,
                        List.of(),
                        sql ->
                                erasures.order(
                                        sql, Erasures.ORDERED, "SAR/1", List.of(record), facts));
        transactions.asReader(
                CanaryFamily.officer("second", "audit"),
                List.of(),
                sql -> erasures.approve(sql, order));
        assertThat(
                        erasing.run(
                                transactions.asReader(
                                        first,
                                        List.of(),
                                        sql -> erasures.find(sql, order).orElseThrow())))
                .isEqualTo(Outcome.ERASED);
    }

    private Decision apart(String ours, String theirs) {
        return new Decision(
                new SourceRecord(HERE, ours),
                new SourceRecord(MATERNITY, theirs),
                Verdict.NOT_THE_SAME,
                "w-7",
                world.clock().instant());
    }

    private void born() {
        for (String twin : List.of("elder", "younger")) {
            said(
                    MATERNITY,
                    "birth",
                    child(twin) + "," + mother("m-mother"),
                    "{\"marks\":[],\"injuryAtBirth\":false}",
                    "");
        }
    }

    private void handOver(AgencyId from, String whom, String stage, AgencyId to) {
        said(
                from,
                "hand-over",
                whom,
                "{\"stage\":\"%s\",\"what\":\"case\"}".formatted(stage),
                to(to));
    }

    private static String to(AgencyId agency) {
        return "\"to\":[\"%s\"],".formatted(agency.value());
    }

    private void said(AgencyId from, String kind, String people, String body, String to) {
        world.said(
                from,
                "\"kind\":\"%s\",\"when\":\"%s\",%s\"people\":[%s],\"body\":%s"
                        .formatted(kind, world.clock().instant(), to, people, body));
        later();
    }

    private void later() {
        world.moveTo(world.clock().instant().plus(Duration.ofMinutes(5)));
    }

    /** On what grounds a record is open to an agency now, and for how long. */
    private List<String> open(AgencyId agency, SourceRecord record) {
        return world.texts(
                """
                SELECT DISTINCT kind || CASE WHEN ends_at IS NULL THEN ' for good' ELSE ' for now' END
                  FROM access.relationship
                 WHERE grantee = '%s' AND record_key = '%s' AND opens_content
                   AND kind <> 'alert-recipient' AND (ends_at IS NULL OR ends_at > '%s')
                 ORDER BY 1
                """
                        .formatted(agency.value(), RecordKey.of(record), world.clock().instant()));
    }

    private static String mother(String record) {
        return """
        {"role":"mother","localId":"%s","sex":"female","names":[{"given":"Tamsin","family":"Orrell"}],
        "dateOfBirth":"1999-02-11","identifiers":[{"type":"nhs","value":"9990001413"}]}
        """
                .formatted(record);
    }

    private static String unborn(String record) {
        return "{\"role\":\"unborn-child\",\"localId\":\"%s\",\"expected\":\"2026-04-01\"}"
                .formatted(record);
    }

    private static String child(String record) {
        return """
        {"role":"child","localId":"%1$s","sex":"female","dateOfBirth":"2026-03-02",
        "names":[{"given":"Baby %1$s","family":"Orrell"}],
        "identifiers":[{"type":"nhs","value":"%2$s"}]}
        """
                .formatted(record, record.equals("elder") ? "9990001235" : "9990001405");
    }
}
