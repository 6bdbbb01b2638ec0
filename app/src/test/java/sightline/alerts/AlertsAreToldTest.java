package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.Conflict;
import sightline.access.Conflicts;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertChanged;
import sightline.core.facts.SystemBody.AlertChanged.AlertChange;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PostId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.JobName;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An alert from its raising to whoever opens it, or to the lead when nobody does. */
final class AlertsAreToldTest {
    private static final ReaderContext DANA =
            Northton.reader("dana", Northton.CARE, "northton-csc/duty-manager");
    private static final ReaderContext LEE =
            Northton.reader("lee", Northton.CARE, "northton-csc/area-lead");

    private final Northton world = new Northton("2026-03-02T10:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachWhomItNamesOwesOpeningItUntilTheyDo() {
        world.with(Northton.staffed()).injury("c1");
        world.run();

        assertThat(owed("alert.open"))
                .containsExactlyInAnyOrder(
                        "northton-csc/duty-manager", "northton-hospital/paediatrician-on-call");

        step(DANA, "opened");
        world.run();
        assertThat(owed("alert.open")).containsExactly("northton-hospital/paediatrician-on-call");
        assertThat(owed("alert.ack")).hasSize(2);

        step(DANA, "acknowledged");
        world.run();
        assertThat(owed("alert.ack")).containsExactly("northton-hospital/paediatrician-on-call");
        assertThat(world.count("facts.fact WHERE kind = 'alert-seen'"))
                .isEqualTo(
                        2
                                * world.count(
                                        "alerts.telling WHERE recipient = 'northton-csc/duty-manager'"));
    }

    @Test
    void anAlertWhoseAgenciesAreInNoDirectoryIsNotLostFromSight() {
        world.with(new DirectoryBuilder()).injury("c1");
        world.run();

        assertThat(world.count("alerts.alert WHERE state = 'open'")).isPositive();
        assertThat(owed("alert.deliver")).isNotEmpty().containsOnly("sightline/platform-operator");
    }

    @Test
    void anAlertForPostsThatNobodyFillsIsTheNamedLeads() {
        world.with(Northton.agencies(new AreaId("northton"))).injury("c1");
        world.run();

        assertThat(owed("alert.deliver"))
                .isNotEmpty()
                .containsOnly("northton-partnership/area-lead");
        assertThat(owed("alert.open")).isEmpty();
    }

    @Test
    void anAlertThatNobodyOpensInTimeIsTheNamedLeadsToo() {
        world.with(Northton.staffed()).injury("c1");
        world.run();
        assertThat(seen(LEE)).isEmpty();

        world.pass(Duration.ofHours(3));

        assertThat(owed("alert.deliver")).contains("northton-csc/area-lead");
        assertThat(seen(LEE)).isNotEmpty();

        step(LEE, "opened");
        step(LEE, "acknowledged");
        world.run();
        assertThat(owed("alert.deliver")).isEmpty();
    }

    @Test
    void whoeverWasToldCanOpenItUntilItIsAnsweredAndAFortnightMore() {
        world.with(Northton.staffed()).injury("c1");
        world.run();
        world.pass(Duration.ofDays(40));
        assertThat(mayReadWhy()).containsExactly("northton-csc", "northton-hospital");

        takenBack("m1");
        world.pass(Duration.ofDays(13));
        assertThat(mayReadWhy()).containsExactly("northton-csc", "northton-hospital");

        world.pass(Duration.ofDays(2));
        assertThat(mayReadWhy()).isEmpty();
    }

    @Test
    void whatWasWithdrawnAndStandsAgainIsRaisedAndToldAgainToWhomeverHadOpenedIt() {
        world.with(Northton.staffed()).injury("c1");
        world.run();
        List<String> raised = openAlerts();
        step(DANA, "opened");
        step(DANA, "acknowledged");
        world.run();
        assertThat(owed("alert.open")).containsExactly("northton-hospital/paediatrician-on-call");

        world.pass(Duration.ofMinutes(10));
        world.send(
                Northton.HOSPITAL,
                """
                "kind":"developmental-stage","when":"2026-02-27",
                "people":[{"role":"subject","localId":"c1"}],"body":{"stage":"crawling"}
                """);
        world.run();
        List<String> withdrawn = new ArrayList<>(raised);
        withdrawn.removeAll(openAlerts());
        assertThat(withdrawn).isNotEmpty();
        world.pass(Duration.ofMinutes(10));
        takenBack("m2");

        assertThat(openAlerts()).containsExactlyInAnyOrderElementsOf(raised);
        for (String alert : withdrawn) {
            assertThat(happened(alert))
                    .containsExactly(AlertChange.RAISED, AlertChange.WITHDRAWN, AlertChange.RAISED);
            assertThat(told(alert))
                    .as("told again, but of what they never opened")
                    .containsExactlyInAnyOrder(
                            "northton-csc/duty-manager",
                            "northton-csc/duty-manager",
                            "northton-hospital/paediatrician-on-call");
        }
        for (String clock : List.of("alert.open", "alert.ack")) {
            assertThat(owed(clock)).as(clock).contains("northton-csc/duty-manager");
        }

        step(DANA, "opened");
        step(DANA, "acknowledged");
        world.run();
        assertThat(owed("alert.open")).containsExactly("northton-hospital/paediatrician-on-call");
        assertThat(owed("alert.ack")).containsExactly("northton-hospital/paediatrician-on-call");
    }

    private void takenBack(String message) {
        world.send(
                Northton.HOSPITAL,
                "\"kind\":\"retraction\",\"regarding\":[\"%s\"],\"body\":{\"reason\":\"wrong child\"}"
                        .formatted(message));
        world.run();
    }

    private List<String> told(String alert) {
        return world.texts(
                "SELECT recipient FROM alerts.telling WHERE reference = '%s'".formatted(alert));
    }

    private List<AlertChange> happened(String alert) {
        return world.ledger().stream()
                .map(Fact::body)
                .filter(b -> b instanceof AlertChanged)
                .map(AlertChanged.class::cast)
                .filter(c -> c.alert().equals(alert))
                .map(AlertChanged::change)
                .toList();
    }

    @Test
    void aTellingIsReadHoweverManyCameBeforeIt() {
        world.with(Northton.staffed()).injury("c1");
        world.run();
        world.database
                .owner()
                .sql(
                        """
                        INSERT INTO alerts.telling
                          (telling_id, recipient, subject, record_key, reference, rule, manner, findings, told_at)
                        SELECT gen_random_uuid(), t.recipient, t.subject, t.record_key, 'ALR-00-' || n, t.rule,
                               'first', '[]', t.told_at - interval '1 day'
                          FROM (SELECT * FROM alerts.telling WHERE recipient = 'northton-csc/duty-manager' LIMIT 1) t,
                               generate_series(1, 600) n
                        """)
                .update();

        List<TellingRow> read =
                world.database
                        .transactions()
                        .asReader(
                                DANA,
                                List.of(),
                                sql -> new TellingRows(sql).about(List.of(subject())));
        assertThat(read).hasSizeGreaterThan(600);
        assertThat(read).extracting(TellingRow::reference).containsAll(openAlerts());
    }

    @Test
    void whoeverIsAskedSeesWhomTheyAreAskedAboutUntilAFortnightAfterTheirAnswer() {
        world.with(Northton.staffed());
        world.send(
                Northton.CARE,
                """
                "kind":"information-request","when":"2026-03-02","people":[{"role":"subject","localId":"x7",
                "names":[{"given":"Robin","family":"Asken"}],"dateOfBirth":"2020-12-02"}],
                "to":["northton-hospital"],"body":{"asked":"health-history"}
                """);
        world.run();
        assertThat(seesWho("northton-hospital")).isTrue();
        assertThat(
                        world.texts(
                                "SELECT content ->> 'because' FROM alerts.duty WHERE clock = 'info.request'"))
                .singleElement()
                .asString()
                .startsWith("information request: health history, recorded by northton-csc")
                .contains("there is no such post, passed at once to area lead");

        world.pass(Duration.ofDays(30));
        assertThat(seesWho("northton-hospital")).isTrue();
        world.send(
                Northton.HOSPITAL,
                """
                "kind":"information-answer","when":"2026-04-01","regarding":["northton-csc/m1"],
                "body":{"outcome":"nothing-held"}
                """);
        world.run();
        world.pass(Duration.ofDays(13));
        assertThat(seesWho("northton-hospital")).isTrue();
        world.pass(Duration.ofDays(2));
        assertThat(seesWho("northton-hospital")).isFalse();
    }

    @Test
    void whatIsOwedByAPostIsPassedOnTheDayThatItsLastHolderIsGone() {
        PostId desk = new PostId("northton-hospital-desk");
        world.with(
                Northton.staffed()
                        .add(
                                Post.of(
                                        desk,
                                        Northton.HOSPITAL,
                                        "Information desk",
                                        new Role("information-desk")))
                        .add(
                                new Holder(
                                        desk,
                                        new StaffId("ida"),
                                        new Text("Ida"),
                                        Period.until(LocalDate.of(2026, 3, 3)))));
        world.send(
                Northton.CARE,
                """
                "kind":"information-request","when":"2026-03-02","people":[{"role":"subject","localId":"x7",
                "names":[{"given":"Robin","family":"Asken"}],"dateOfBirth":"2020-12-02"}],
                "to":["northton-hospital"],"body":{"asked":"health-history"}
                """);
        world.run();
        world.pass(Duration.ofHours(30));
        assertThat(owed("info.request")).containsExactly("northton-hospital/information-desk");

        world.pass(Duration.ofHours(12));
        assertThat(owed("info.request"))
                .containsExactlyInAnyOrder(
                        "northton-hospital/information-desk", "northton-csc/area-lead");
        assertThat(world.texts("SELECT state FROM alerts.duty WHERE clock = 'info.request'"))
                .containsExactly("running");

        world.pass(Duration.ofHours(12));
        assertThat(world.count("facts.fact WHERE kind = 'duty-passed'")).isOne();
    }

    @Test
    void whoeverIsInConflictWithTheChildCannotSeeThatAnAlertExists() {
        world.with(Northton.staffed()).injury("c1");
        world.run();
        ReaderContext other = Northton.reader("kin", Northton.CARE, "northton-csc/duty-manager");
        assertThat(seen(other)).isNotEmpty();
        assertThat(visible(other, "alerts.told")).isPositive();

        conflict("kin", new SourceRecord(Northton.HOSPITAL, "c1"));

        for (String table : List.of("told", "telling", "seen", "alert", "duty")) {
            assertThat(visible(other, "alerts." + table)).as(table).isZero();
        }
        assertThat(visible(DANA, "alerts.told")).isPositive();
        step(other, "opened");
        world.run();
        assertThat(owed("alert.open")).contains("northton-csc/duty-manager");
    }

    @Test
    void aConflictWithAnotherRecordOfTheSameChildHidesThemToo() {
        world.with(Northton.staffed()).injury("c1");
        world.send(
                Northton.CARE,
                """
                "kind":"case-allocated","when":"2026-03-01","people":[{"role":"subject","localId":"x1",
                "names":[{"given":"Robin c1","family":"Valec1"}],"dateOfBirth":"2025-12-02",
                "identifiers":[{"type":"nhs","value":"9990001235"}]}],
                "body":{"post":"social-worker","worker":"Priya Nair"}
                """);
        world.run();
        conflict("kin", new SourceRecord(Northton.CARE, "x1"));

        ReaderContext kin = Northton.reader("kin", Northton.CARE, "northton-csc/duty-manager");
        assertThat(visible(kin, "alerts.told")).isZero();
        assertThat(visible(kin, "alerts.telling")).isZero();
        assertThat(visible(kin, "alerts.alert")).isZero();
    }

    private void conflict(String who, SourceRecord record) {
        world.database
                .transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            new Conflicts()
                                    .register(
                                            sql,
                                            List.of(
                                                    new Conflict(
                                                            new UserId(who),
                                                            record,
                                                            Conflict.Kind.RELATIVE,
                                                            new UserId("set-up"),
                                                            java.time.Instant.parse(
                                                                    "2020-01-01T00:00:00Z"),
                                                            Optional.empty())));
                            return true;
                        });
    }

    private long visible(ReaderContext reader, String table) {
        return world.database
                .transactions()
                .asReader(
                        reader,
                        List.of(),
                        sql -> sql.sql("SELECT count(*) FROM " + table).query(Long.class).single());
    }

    /** The alerts that a reader sees on their list before any record is opened. */
    private List<String> seen(ReaderContext reader) {
        return world.database
                .transactions()
                .asReader(
                        reader,
                        List.of(),
                        sql ->
                                sql.sql(
                                                """
                                                SELECT DISTINCT t.reference FROM alerts.telling t
                                                  JOIN alerts.alert a ON a.subject = t.subject
                                                   AND a.reference = t.reference
                                                 WHERE t.recipient = ANY (access.addresses())
                                                """)
                                        .query(String.class)
                                        .list());
    }

    private void step(ReaderContext reader, String step) {
        world.database
                .transactions()
                .asReader(
                        reader,
                        List.of(),
                        sql -> {
                            for (String reference : references()) {
                                new TellingRows(sql)
                                        .step(subject(), reference, step, reader.actor());
                            }
                            return true;
                        });
    }

    /** The agencies to which the record stands open because they were told of an alert. */
    private List<String> mayReadWhy() {
        return world.texts(
                """
                SELECT DISTINCT grantee FROM access.relationship
                 WHERE kind = 'alert-recipient' AND (ends_at IS NULL OR ends_at > '%s') ORDER BY 1
                """
                        .formatted(world.clock.instant()));
    }

    /** Whether somebody who cares for patients there reads whom they were asked about. */
    private boolean seesWho(String agency) {
        return world.texts(
                        """
                        SELECT grantee FROM access.relationship
                         WHERE kind = 'asked' AND NOT opens_content AND ends_at > '%s'
                        """
                                .formatted(world.clock.instant()))
                .contains(agency);
    }

    private List<String> openAlerts() {
        return world.texts(
                """
                SELECT DISTINCT t.reference FROM alerts.telling t
                  JOIN alerts.alert a ON a.subject = t.subject AND a.reference = t.reference
                 WHERE t.recipient = 'northton-csc/duty-manager' AND a.state = 'open'
                """);
    }

    private List<String> references() {
        return world.texts("SELECT DISTINCT reference FROM alerts.telling ORDER BY 1");
    }

    private PersonId subject() {
        return new PersonId(world.texts("SELECT subject FROM alerts.telling LIMIT 1").getFirst());
    }

    /** Who owes open duties of a clock. */
    private List<String> owed(String clock) {
        return world.texts(
                """
                SELECT DISTINCT jsonb_array_elements_text(content -> 'owedBy') FROM alerts.duty
                 WHERE clock = '%s' AND state IN ('running', 'overdue') ORDER BY 1
                """
                        .formatted(clock));
    }
}
