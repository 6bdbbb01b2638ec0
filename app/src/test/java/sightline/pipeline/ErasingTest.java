package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.audit.AuditExport;
import sightline.audit.AuditVerify;
import sightline.audit.Sequencer;
import sightline.audit.Verdict;
import sightline.database.TestDatabase;
import sightline.facts.Erasures;
import sightline.facts.Holds;
import sightline.facts.Tombstones.Outcome;
import sightline.feeds.Drafts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The end of content: by two people, never under a hold, nowhere left, and all else stands. */
final class ErasingTest {
    private final CanaryFamily family = new CanaryFamily();

    @AfterEach
    void close() {
        family.close();
    }

    @Test
    void nothingOfAnErasedRecordIsLeftAnywhereAndOtherPeoplesFactsStand() {
        try (Canary canary = new Canary(CanaryFamily.CANARY)) {
            family.everythingThatIsKeptOfTheChild();
            family.database.owner().sql("ANALYZE").update();
            assertThat(canary.tables(family.database))
                    .contains(
                            "identity.record",
                            "access.emergency",
                            "audit.reason",
                            "pg_catalog.pg_statistic");
            assertThat(canary.sealed(family.database, family.openings(canary)))
                    .contains(
                            "facts.batch.decision",
                            "feeds.draft.content",
                            "feeds.draft_file.content",
                            "identity.address.content",
                            "identity.answer.reason");
            long others =
                    family.count("facts.fact WHERE sender <> 'sightline'")
                            - family.hangingOn(CanaryFamily.CHILD);

            assertThat(family.erase(CanaryFamily.CHILD)).isEqualTo(Outcome.ERASED);

            assertThat(canary.tables(family.database)).isEmpty();
            assertThat(canary.sealed(family.database, family.openings(canary))).isEmpty();
            assertThat(canary.files(family.database)).isEmpty();
            assertThat(canary.logged()).isEmpty();
            assertThat(family.keptUnder(CanaryFamily.CHILD))
                    .contains("facts.erasure")
                    .isSubsetOf("facts.erasure", "pg_catalog.pg_statistic");
            othersStand(others);
        }
    }

    private void othersStand(long others) {
        assertThat(family.hangingOn(CanaryFamily.CHILD)).isZero();
        assertThat(
                        family.count(
                                "facts.fact f JOIN facts.record_seed s ON s.record_key = f.subject_key"
                                        + " WHERE f.sender <> 'sightline'"))
                .isEqualTo(others);
        assertThat(family.count("facts.tombstone")).isGreaterThan(2);
        assertThat(family.count("facts.head WHERE position = (SELECT count(*) FROM facts.fact)"))
                .isEqualTo(1);
        assertThat(family.count("feeds.receipt")).isEqualTo(5);
        assertThat(family.count("feeds.raw_key")).isEqualTo(2);
        assertThat(
                        family.count(
                                "facts.fact WHERE happened_from IS NULL AND address_key IS NULL AND body = ''"))
                .isEqualTo(family.count("facts.tombstone"));
    }

    @Test
    void aPageThatWasOpenDuringAnErasureKeepsNoDraftOfItAfterwards() {
        family.everythingThatIsKeptOfTheChild();
        String form = "record|" + family.person(CanaryFamily.CHILD);
        String longer = "meeting|" + family.person(CanaryFamily.CHILD) + "--conference";
        assertThat(family.draft(form)).isEqualTo(Drafts.Saved.KEPT);
        assertThat(family.draft(longer)).isEqualTo(Drafts.Saved.KEPT);
        assertThat(family.erase(CanaryFamily.CHILD)).isEqualTo(Outcome.ERASED);

        try (Canary canary = new Canary(CanaryFamily.CANARY)) {
            assertThat(canary.sealed(family.database, family.openings(canary))).isEmpty();
            assertThat(family.draft(form)).isEqualTo(Drafts.Saved.ENDED);
            assertThat(family.draft(longer)).isEqualTo(Drafts.Saved.ENDED);
            assertThat(canary.sealed(family.database, family.openings(canary))).isEmpty();
        }
        assertThat(family.draft("record|" + family.person(CanaryFamily.SIBLING)))
                .isEqualTo(Drafts.Saved.KEPT);
    }

    @Test
    void whatRestedOnErasedContentIsWithdrawnAndSaysWhy() {
        assertThat(family.count("alerts.alert WHERE rule = 'AL-02' AND state = 'open'"))
                .isPositive();
        assertThat(family.count("alerts.duty WHERE clock = 'register.assess'")).isPositive();

        assertThat(family.erase(CanaryFamily.OFFENDER)).isEqualTo(Outcome.ERASED);

        assertThat(family.count("alerts.alert WHERE rule = 'AL-02' AND state = 'open'")).isZero();
        assertThat(
                        family.count(
                                "alerts.alert WHERE rule = 'AL-02' AND state = 'withdrawn'"
                                        + " AND content::text LIKE '%What this rested on was erased (ordered).%'"))
                .isPositive();
        assertThat(family.count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'"))
                .isPositive();
        assertThat(family.count("alerts.lapsed_duty WHERE clock = 'register.assess'")).isZero();
    }

    @Test
    void receiptsJournalAndRebuildVerifyAfterwards(@TempDir Path folder) {
        family.everythingThatIsKeptOfTheChild();
        family.clock.moveTo(family.clock.instant().plus(Duration.ofHours(1)));
        assertThat(family.erase(CanaryFamily.OFFENDER)).isEqualTo(Outcome.ERASED);
        family.clock.moveTo(family.clock.instant().plus(Duration.ofHours(1)));
        assertThat(family.erase(CanaryFamily.CHILD)).isEqualTo(Outcome.ERASED);
        family.send(CanaryFamily.CARE, CanaryFamily.referral());
        family.run();

        try (TestDatabase shadow = TestDatabase.fresh()) {
            Rebuild.Result result =
                    new Rebuild(
                                    family.database.transactions(),
                                    shadow.transactions(),
                                    family.secrets,
                                    _ -> family.directory,
                                    family.derivation)
                            .compare();
            assertThat(result.differences()).isEmpty();
            assertThat(result.unprovable()).isPositive();
        }
        assertThat(family.receiptsStand()).isTrue();
        Sequencer sequencer = new Sequencer(family.database.transactions(), family.secrets);
        assertThat(sequencer.run()).isPositive();
        new AuditExport(family.database.transactions()).to(folder);
        assertThat(new AuditVerify(sequencer.publicKey()).verify(folder))
                .isInstanceOf(Verdict.Sound.class);
        assertThat(family.count("audit.entry WHERE event = 'erase'")).isEqualTo(2);
    }

    @Test
    void theSameMessageAgainIsTheSameReceiptAndANewOneIsANewRecord() {
        assertThat(family.erase(CanaryFamily.CHILD)).isEqualTo(Outcome.ERASED);

        family.send(CanaryFamily.HOSPITAL, CanaryFamily.injury());
        family.run();

        assertThat(family.count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'"))
                .isEqualTo(1);
        assertThat(family.hangingOn(CanaryFamily.CHILD)).isPositive();
    }

    @Test
    void oneOfficerAloneErasesNothing() {
        long order = family.order(CanaryFamily.CHILD);

        assertThat(family.approve(family.first, order)).isFalse();
        assertThat(family.carryOut(order)).isEqualTo(Outcome.NOT_APPROVED);
        assertThat(family.hangingOn(CanaryFamily.CHILD)).isPositive();
    }

    @Test
    void whatWasRecordedSinceNeedsAnotherOrder() {
        long order = family.order(CanaryFamily.CHILD);
        assertThat(family.approve(family.second, order)).isTrue();
        family.send(CanaryFamily.HOSPITAL, CanaryFamily.injury());
        family.run();

        assertThat(family.carryOut(order)).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void aLegalHoldWinsUntilTwoPeopleLiftIt() {
        Holds holds = new Holds();
        long hold =
                family.database
                        .transactions()
                        .asReader(
                                family.first,
                                List.of(),
                                sql -> holds.place(sql, CanaryFamily.CHILD, "INQ/2026/7"));
        long order = family.order(CanaryFamily.CHILD);
        assertThat(family.approve(family.second, order)).isTrue();

        assertThat(family.carryOut(order)).isEqualTo(Outcome.HELD);
        assertThat(lift(holds, family.first, hold)).isFalse();
        family.database
                .transactions()
                .asReader(family.first, List.of(), sql -> holds.askToLift(sql, hold));
        assertThat(lift(holds, family.first, hold)).isFalse();
        assertThat(lift(holds, family.second, hold)).isTrue();
        assertThat(family.carryOut(order)).isEqualTo(Outcome.ERASED);
    }

    @Test
    void whosePeriodHasEndedIsListedUnlessAHoldStands() {
        Retention retention =
                new Retention(
                        family.database.transactions(),
                        family.secrets,
                        sightline.facts.RetentionPack.shipped());
        Instant later = Instant.parse("2060-01-01T12:00:00Z");

        assertThat(retention.due(family.clock.instant(), 100)).isEmpty();
        List<Retention.Due> due = retention.due(later, 100);

        // The father has a conviction, which is kept longer.
        assertThat(due).extracting(Retention.Due::rule).containsOnly("retention:everything-else");
        assertThat(due).hasSize(2);
        assertThat(due)
                .anySatisfy(d ->
                        assertThat(retention.records(d.person())).contains(CanaryFamily.CHILD));
        family.database
                .transactions()
                .asReader(
                        family.first,
                        List.of(),
                        sql -> new Holds().place(sql, CanaryFamily.CHILD, "INQ/2"));
        assertThat(retention.due(later, 100)).hasSize(1);
    }

    @Test
    void whoIsNoPrivacyOfficerSeesNoOrderAndGivesNone() {
        family.order(CanaryFamily.CHILD);
        ReaderContext worker = CanaryFamily.reader("eve-dale", "team-c", AccessRole.SOCIAL_WORKER);

        assertThat(
                        family.database
                                .transactions()
                                .asReader(worker, List.of(), family.erasures::list))
                .isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        family.database
                                .transactions()
                                .asReader(
                                        worker,
                                        List.of(),
                                        sql ->
                                                family.erasures.order(
                                                        sql,
                                                        Erasures.ORDERED,
                                                        "SAR/1",
                                                        List.of(CanaryFamily.CHILD),
                                                        1)))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private boolean lift(Holds holds, ReaderContext by, long hold) {
        return family.database.transactions().asReader(by, List.of(), sql -> holds.lift(sql, hold));
    }
}
