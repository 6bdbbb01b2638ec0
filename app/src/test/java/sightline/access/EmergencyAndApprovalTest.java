package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.DualControl.Action;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.JobName;
import sightline.database.Subject;
import sightline.database.TestDatabase;
import sightline.database.Transactions;
import sightline.database.Work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

final class EmergencyAndApprovalTest {
    private static final SourceRecord RECORD = SourceRecord.parse("csc:m1");
    private static final Subject MIA = Readers.subject("mia", "csc:m1");
    private static final ReaderContext DOCTOR =
            Readers.reader("doctor", "hospital", AccessRole.EMERGENCY_CLINICIAN, "ward");
    private static final ReaderContext OFFICER =
            Readers.reader("officer", "csc", AccessRole.PRIVACY_OFFICER, "privacy");
    private static final Text REASON = new Text("Unconscious on arrival, bruised, no parent here");
    private static final Instant DUE = Instant.parse("2099-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Transactions transactions = database.transactions();
    private final EmergencyAccess emergency = new EmergencyAccess();
    private final DualControl control = new DualControl();
    private final Decisions decisions = new Decisions(transactions);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutARelationshipTheReaderIsToldWhoHoldsTheRecord() {
        assertThat(decision(DOCTOR)).isEqualTo(new Decision.Restricted(new AgencyId("csc")));
    }

    @Test
    void emergencyAccessOpensOnePersonButNothingSealedAndNoReferrer() {
        open(DOCTOR);

        assertThat(decision(DOCTOR))
                .isInstanceOfSatisfying(
                        Decision.Permitted.class,
                        permitted ->
                                assertThat(permitted.classes())
                                        .contains(Sensitivity.EVENT, Sensitivity.CRIMINAL)
                                        .doesNotContain(
                                                Sensitivity.COVERT, Sensitivity.THIRD_PARTY));
        assertThat(readable(DOCTOR)).isEqualTo(DecisionRules.IN_EMERGENCY.size());
    }

    @Test
    void itEndsAfterAnHour() {
        open(DOCTOR);
        database.owner()
                .sql(
                        "UPDATE access.emergency SET opened_at = opened_at - interval '1 hour', expires_at = expires_at - interval '1 hour'")
                .update();

        assertThat(readable(DOCTOR)).isZero();
        assertThat(decision(DOCTOR)).isInstanceOf(Decision.Restricted.class);
    }

    @Test
    void aConflictRefusesItAndLeavesNoTrace() {
        var conflict =
                new Conflict(
                        DOCTOR.user(),
                        RECORD,
                        Conflict.Kind.SELF,
                        DOCTOR.user(),
                        Readers.LONG_AGO,
                        Optional.empty());
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Conflicts().register(sql, List.of(conflict));
                    return null;
                });

        assertThatThrownBy(() -> open(DOCTOR))
                .rootCause()
                .hasMessageContaining("cannot be opened here");
        assertThat(decision(DOCTOR)).isEqualTo(new Decision.Hidden());
    }

    @Test
    void aFourthTimeInSevenDaysNeedsACall() {
        for (var i = 0; i < 3; i++) {
            open(DOCTOR);
        }

        assertThatThrownBy(() -> open(DOCTOR)).rootCause().hasMessageContaining("three times");
    }

    @Test
    void aShortReasonIsRefused() {
        assertThatThrownBy(() ->
                        as(
                                DOCTOR,
                                sql ->
                                        emergency.open(
                                                sql,
                                                MIA.id(),
                                                EmergencyAccess.Code.HERE_NOW,
                                                new Text("urgent"),
                                                DUE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrivacyOfficerReviewsIt() {
        var opened = open(DOCTOR);

        assertThat(toReview(DOCTOR)).isEmpty();
        assertThat(toReview(OFFICER)).hasSize(1);
        assertThat(
                        allowed(
                                OFFICER,
                                sql ->
                                        emergency.review(
                                                sql,
                                                opened,
                                                EmergencyAccess.Outcome.JUSTIFIED,
                                                new Text("rang her"))))
                .isTrue();
        assertThat(
                        allowed(
                                OFFICER,
                                sql ->
                                        emergency.review(
                                                sql,
                                                opened,
                                                EmergencyAccess.Outcome.NOT_JUSTIFIED,
                                                new Text("again"))))
                .isFalse();
        assertThat(toReview(OFFICER)).isEmpty();
    }

    @Test
    void anApprovalTakesAnotherPersonOfAnotherTeamAndIsUsedOnce() {
        var asker = Readers.reader("ann", "csc", AccessRole.SOCIAL_WORKER, "north");
        var colleague = Readers.reader("bob", "csc", AccessRole.SOCIAL_WORKER, "north");
        var other = Readers.reader("cem", "csc", AccessRole.SOCIAL_WORKER, "south");
        var asked = as(asker, sql -> control.ask(sql, Action.EXPORT, "rows 1-60"));

        assertThat(allowed(asker, sql -> control.approve(sql, asked, "rows 1-60"))).isFalse();
        assertThat(allowed(colleague, sql -> control.approve(sql, asked, "rows 1-60"))).isFalse();
        assertThat(allowed(other, sql -> control.approve(sql, asked, "rows 1-61"))).isFalse();
        assertThat(allowed(other, sql -> control.approve(sql, asked, "rows 1-60"))).isTrue();
        assertThat(allowed(asker, sql -> control.use(sql, asked, Action.EXPORT, "rows 1-61")))
                .isFalse();
        assertThat(allowed(other, sql -> control.use(sql, asked, Action.EXPORT, "rows 1-60")))
                .isFalse();
        assertThat(allowed(asker, sql -> control.use(sql, asked, Action.EXPORT, "rows 1-60")))
                .isTrue();
        assertThat(allowed(asker, sql -> control.use(sql, asked, Action.EXPORT, "rows 1-60")))
                .isFalse();
    }

    @Test
    void liftingASealTakesAnotherAgency() {
        var asker = Readers.reader("ann", "csc", AccessRole.SOCIAL_WORKER, "north");
        var sameAgency = Readers.reader("cem", "csc", AccessRole.SOCIAL_WORKER, "south");
        var police = Readers.reader("dee", "police", AccessRole.PROTECTION_OFFICER, "unit");
        var asked = as(asker, sql -> control.ask(sql, Action.UNSEAL, "seal 1"));

        assertThat(allowed(sameAgency, sql -> control.approve(sql, asked, "seal 1"))).isFalse();
        assertThat(allowed(police, sql -> control.approve(sql, asked, "seal 1"))).isTrue();
    }

    @Test
    void anApprovalIsVoidAfterADay() {
        var asker = Readers.reader("ann", "csc", AccessRole.SOCIAL_WORKER, "north");
        var other = Readers.reader("cem", "csc", AccessRole.SOCIAL_WORKER, "south");
        var asked = as(asker, sql -> control.ask(sql, Action.EXPORT, "rows"));
        as(other, sql -> control.approve(sql, asked, "rows"));
        database.owner()
                .sql("UPDATE access.approval SET approved_at = now() - interval '25 hours'")
                .update();

        assertThat(allowed(asker, sql -> control.use(sql, asked, Action.EXPORT, "rows"))).isFalse();
    }

    private long open(ReaderContext reader) {
        return as(
                reader,
                sql -> emergency.open(sql, MIA.id(), EmergencyAccess.Code.HERE_NOW, REASON, DUE));
    }

    private List<EmergencyAccess.ToReview> toReview(ReaderContext reader) {
        return as(reader, emergency::toReview);
    }

    private boolean allowed(ReaderContext reader, Predicate<JdbcClient> asked) {
        return as(reader, asked::test);
    }

    private Decision decision(ReaderContext reader) {
        return decisions
                .decide(reader, List.of(MIA))
                .getOrDefault(MIA.id(), java.util.Map.of())
                .getOrDefault(RECORD, new Decision.Hidden());
    }

    private long readable(ReaderContext reader) {
        return as(
                reader,
                sql ->
                        sql.sql("SELECT count(*) FROM access.readable()")
                                .query(Long.class)
                                .single());
    }

    private <T> T as(ReaderContext reader, Work<T> work) {
        return transactions.asReader(reader, List.of(MIA), work);
    }
}
