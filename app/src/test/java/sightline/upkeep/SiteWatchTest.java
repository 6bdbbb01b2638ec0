package sightline.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.upkeep.SiteChange.What;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteDutyKind;
import sightline.core.upkeep.SiteLimits;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.database.Transactions;
import sightline.feeds.BreakerLimits;
import sightline.feeds.FeedHealths;
import sightline.feeds.Intake;
import sightline.feeds.Pauses;
import sightline.feeds.ReadOutcome;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

final class SiteWatchTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final BreakerLimits LIMITS =
            new BreakerLimits(
                    0.02, Duration.ofMinutes(10), 20, 50, 100, 10, Duration.ofMinutes(10));
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Transactions transactions = DATABASE.transactions();
    private final Secrets secrets = Secrets.throwAway();
    private final AgencyId police = new AgencyId("police-" + COUNT.incrementAndGet());
    private Instant now = NINE;
    private boolean odd;
    private final Intake intake = Intake.onClock(transactions, secrets, () -> now);
    private final Unread unread = new Unread(secrets);
    private final SiteWatch watch =
            new SiteWatch(
                    transactions,
                    new FeedHealths(),
                    new Pauses(transactions, LIMITS),
                    _ -> new DirectoryBuilder().build(),
                    new SiteClocks(SiteLimits.DEFAULT));

    @BeforeEach
    void register() {
        new Senders(transactions)
                .register(Sender.of(police, LocalDate.of(2026, 3, 2), Duration.ofDays(300)));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aLostNumberIsOwedUntilItComesHoweverManyHeartbeatsSayThatAllIsWell() {
        send(numbered(1), numbered(3), heartbeat(3));
        watch.look(now);
        assertThat(open()).hasSize(1);
        assertThat(open().getFirst().words()).isEqualTo("1 message is missing: 2.");
        assertThat(open().getFirst().starts()).isEqualTo(NINE);
        assertThat(open().getFirst().owedBy()).containsExactly(police + "/data-steward");

        now = NINE.plus(Duration.ofHours(6));
        send(numbered(4), heartbeat(4));
        watch.look(now);
        assertThat(open().getFirst().level()).isEqualTo(1);
        assertThat(open().getFirst().late(now)).isTrue();

        send(numbered(2));
        watch.look(now);
        assertThat(open()).isEmpty();
        assertThat(happened())
                .extracting(SiteDuties.Happened::what)
                .containsExactly(What.DISCHARGED, What.ESCALATED, What.OPENED);
    }

    @Test
    void aNumberThatOnlyAHeartbeatTellsOfIsOwedSinceTheFirstThatDid() {
        send(numbered(1), heartbeat(5));
        now = NINE.plus(Duration.ofHours(1));
        send(heartbeat(6));
        now = NINE.plus(Duration.ofHours(2));
        send(numbered(2), heartbeat(6));

        watch.look(now);

        assertThat(open().getFirst().words()).isEqualTo("4 messages are missing: 3 to 6.");
        assertThat(open().getFirst().starts()).isEqualTo(NINE);
    }

    @Test
    void aMessageInTheMiddleOfAGapDoesNotMakeTheRestOfItYounger() {
        send(numbered(1), numbered(9));
        now = NINE.plus(Duration.ofHours(3));
        send(numbered(5), heartbeat(9));

        watch.look(now);

        assertThat(open().getFirst().words()).isEqualTo("6 messages are missing: 2 to 4, 6 to 8.");
        assertThat(open().getFirst().starts()).isEqualTo(NINE);
    }

    @Test
    void whatLiesInQuarantineIsOwedUntilItIsReplaced() {
        send(heartbeat(0));
        intake.receive(police, bytes("nonsense"));

        watch.look(now);

        assertThat(open()).extracting(OpenSiteDuty::kind).containsExactly(SiteDutyKind.QUARANTINED);
        assertThat(open().getFirst().words()).isEqualTo("1 message could not be read.");
    }

    @Test
    void whoeverSendsManyOddDetailsIsOwedALookUntilTheyAreFew() {
        odd = true;
        for (var i = 1; i <= 9; i++) {
            send(numbered(i));
        }
        send(heartbeat(9));
        watch.look(now);
        assertThat(open()).as("nine are few").isEmpty();

        send(numbered(10), heartbeat(10));
        watch.look(now);
        assertThat(open())
                .extracting(OpenSiteDuty::kind)
                .containsExactly(SiteDutyKind.DETAILS_SET_ASIDE);
        assertThat(open().getFirst().words()).startsWith("Of 10 of its last 10 messages");

        now = now.plus(Duration.ofDays(6));
        odd = false;
        send(numbered(11), heartbeat(11));
        watch.look(now);
        assertThat(open()).extracting(OpenSiteDuty::starts).containsExactly(NINE);

        now = now.plus(Duration.ofDays(1));
        watch.look(now);
        assertThat(open()).as("they are a week old").isEmpty();
    }

    @Test
    void oddDetailsOfOneMessageInTenOweNoLook() {
        odd = true;
        for (var i = 1; i <= 12; i++) {
            send(numbered(i));
        }
        odd = false;
        for (var i = 13; i <= 120; i++) {
            intake.receive(police, numbered(i));
        }
        send(heartbeat(120));
        watch.look(now);
        assertThat(open()).isEmpty();

        odd = true;
        send(numbered(121), heartbeat(121));
        watch.look(now);
        assertThat(open())
                .extracting(OpenSiteDuty::words)
                .containsExactly(
                        "Of 13 of its last 121 messages something was set aside or not understood;"
                                + " their receipts say what.");
    }

    @Test
    void aFloodIsStoppedAndOwedAndReadInTheGapsThatOthersLeave() {
        send(heartbeat(0));
        for (var i = 1; i <= 240; i++) {
            intake.receive(police, numbered(i));
        }

        watch.look(now);
        assertThat(open())
                .extracting(OpenSiteDuty::kind)
                .containsExactly(SiteDutyKind.READING_PAUSED);
        assertThat(open().getFirst().words()).startsWith("240 messages of it wait");

        readAll();
        watch.look(now);
        assertThat(open()).isEmpty();
        assertThat(count("feeds.held") + count("feeds.unread")).isZero();
    }

    private long count(String table) {
        return DATABASE.owner().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void lookingTwiceAtTheSameMomentSaysNothingNew() {
        send(numbered(2), heartbeat(2));

        assertThat(mine(watch.look(now))).isNotEmpty();
        assertThat(mine(watch.look(now))).isEmpty();
    }

    @Test
    void aPipelineThatStoppedIsSeenAndGoesOnWhenItRuns() {
        var last = Instant.parse("2100-01-01T00:00:00Z");
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    SiteWatch.finishedBatch(sql, last);
                    return true;
                });
        watch.look(last.plusSeconds(121));
        assertThat(pipelineStands()).isTrue();

        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    SiteWatch.finishedBatch(sql, last.plusSeconds(121));
                    return true;
                });
        watch.look(last.plusSeconds(122));
        assertThat(pipelineStands()).isFalse();
    }

    @Test
    void whoOwesADutyOrWasToldOfItFindsItInTheirWorkAndNobodyElseDoes() {
        send(numbered(2), heartbeat(2));
        watch.look(now);
        var duties = new SiteDuties(transactions, new Journal(DATABASE.secrets()));

        assertThat(duties.mine(reader(police + "/data-steward")))
                .extracting(OpenSiteDuty::source)
                .containsExactly(Optional.of(police));
        assertThat(duties.mine(reader(police + "/duty-manager"))).isEmpty();
        assertThat(duties.all(reader(police + "/duty-manager"))).isNotEmpty();
    }

    @Test
    void onlyThoseToWhomAPauseWasPutMayReleaseIt() {
        send(heartbeat(0));
        for (var i = 1; i <= 101; i++) {
            intake.receive(police, numbered(i));
        }
        watch.look(now);
        var duties = new SiteDuties(transactions, new Journal(DATABASE.secrets()));

        assertThat(duties.mayRelease(reader(police + "/data-steward"), police)).isTrue();
        assertThat(duties.mayRelease(reader(police + "/duty-manager"), police)).isFalse();
        assertThat(duties.mayRelease(reader("school/data-steward"), police)).isFalse();
        readAll();
        watch.look(now);
        assertThat(duties.mayRelease(reader(police + "/data-steward"), police)).isFalse();
    }

    private ReaderContext reader(String post) {
        return new ReaderContext(
                "session",
                new UserId("somebody"),
                police,
                Set.of(AccessRole.AGENCY_ADMINISTRATOR),
                Set.of(),
                Set.of(post),
                Purpose.ADMINISTRATION);
    }

    @Test
    void nobodyMayChangeOrRemoveWhatHappened() {
        send(numbered(2), heartbeat(2));
        watch.look(now);

        for (var statement :
                List.of("DELETE FROM upkeep.change", "UPDATE upkeep.change SET words = ''")) {
            assertThatThrownBy(() ->
                            transactions.asJob(JobName.WATCH, sql -> sql.sql(statement).update()))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private boolean pipelineStands() {
        return transactions.asJob(JobName.WATCH, SiteDuties::open).stream()
                .anyMatch(d -> d.kind() == SiteDutyKind.PIPELINE_STANDS);
    }

    private List<OpenSiteDuty> open() {
        return transactions.asJob(JobName.WATCH, SiteDuties::open).stream()
                .filter(d -> d.source().equals(Optional.of(police)))
                .toList();
    }

    private List<SiteDuties.Happened> happened() {
        return transactions.asJob(
                JobName.WATCH,
                sql ->
                        SiteDuties.happened(sql, Optional.empty(), 100).stream()
                                .filter(h -> h.key().endsWith("|" + police))
                                .toList());
    }

    private List<sightline.core.upkeep.SiteChange> mine(
            List<sightline.core.upkeep.SiteChange> changes) {
        return changes.stream().filter(c -> c.duty().endsWith("|" + police)).toList();
    }

    private void send(byte[]... bodies) {
        intake.receiveAll(police, List.of(bodies));
        readAll();
    }

    private void readAll() {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    for (var batch = unread.next(sql, 100);
                            !batch.isEmpty();
                            batch = unread.next(sql, 100)) {
                        unread.read(
                                sql,
                                batch.stream()
                                        .map(m -> new ReadOutcome(m.receiptId(), notes()))
                                        .toList());
                    }
                    return true;
                });
    }

    /** What is noted of a message that is read now. */
    private List<String> notes() {
        return odd ? List.of("people[0].telephone was set aside: it is no number.") : List.of();
    }

    private byte[] numbered(long number) {
        return bytes(
                "{'sender':'%s','id':'m-%d','kind':'note','number':%d}"
                        .formatted(police, number, number));
    }

    private byte[] heartbeat(long last) {
        return bytes(
                "{'sender':'%s','id':'h-%s-%s','kind':'heartbeat','body':{'completeUpTo':'%s','lastNumber':%d}}"
                        .formatted(police, last, now, now, last));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
