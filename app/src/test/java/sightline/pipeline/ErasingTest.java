package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.AuditExport;
import sightline.audit.AuditVerify;
import sightline.audit.Entry;
import sightline.audit.Journal;
import sightline.audit.Sequencer;
import sightline.audit.Verdict;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.duties.PackReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.screening.Catalogue;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.facts.Erasures;
import sightline.facts.Facts;
import sightline.facts.Holds;
import sightline.facts.Tombstones.Outcome;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The end of content: by two people, never under a hold, nowhere left, and all else stands. */
final class ErasingTest {
    private static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final AgencyId POLICE = new AgencyId("northton-police");
    private static final List<AgencyId> SENDERS = List.of(HOSPITAL, CARE, POLICE);
    private static final String CANARY = "Zanzibarquill";
    private static final SourceRecord CHILD = new SourceRecord(HOSPITAL, "c-" + CANARY);
    private static final SourceRecord OFFENDER = new SourceRecord(POLICE, "x1");

    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Intake intake = Intake.onClock(database.transactions(), secrets, clock);
    private final Facts facts = new Facts(secrets);
    private final Directory directory = ReplayDirectory.of(List.of(), SENDERS);
    private final Derivation derivation =
            new Derivation(Catalogue.screening(), new Clocks(PackReader.shipped()));
    private final Pipeline pipeline =
            new Pipeline(
                    database.transactions(),
                    new Unread(secrets),
                    facts,
                    new Identities(secrets, facts),
                    _ -> directory,
                    derivation,
                    clock);
    private final Erasing erasing =
            new Erasing(database.transactions(), secrets, _ -> directory, derivation, clock);
    private final Erasures erasures = new Erasures();
    private final Journal journal = new Journal(secrets);
    private final ReaderContext first = officer("ada-quill", "team-a");
    private final ReaderContext second = officer("ben-rowe", "team-b");
    private int sent;

    @BeforeEach
    void aFamily() {
        new PostgresDirectory(database.transactions())
                .replace(ReplayDirectory.entries(List.of(), SENDERS));
        Senders senders = new Senders(database.transactions());
        SENDERS.forEach(
                s -> senders.register(Sender.of(s, LocalDate.of(2000, 1, 1), Duration.ofDays(1))));
        send(HOSPITAL, birth());
        send(HOSPITAL, injury());
        send(POLICE, conviction());
        send(HOSPITAL, birthOfASibling());
        run();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingOfAnErasedRecordIsLeftAnywhereAndOtherPeoplesFactsStand() {
        database.transactions()
                .asReader(
                        first,
                        List.of(),
                        sql ->
                                journal.write(
                                        sql,
                                        Entry.reveal(List.of(), List.of(CHILD), Set.of(), 1, "page")
                                                .withReason(new Text("about " + CANARY))));
        assertThat(whereTheCanaryIs()).isNotEmpty();
        long others = count("facts.fact WHERE sender <> 'sightline'") - hangingOn(CHILD);

        assertThat(erase(CHILD)).isEqualTo(Outcome.ERASED);

        assertThat(whereTheCanaryIs()).isEmpty();
        assertThat(hangingOn(CHILD)).isZero();
        assertThat(
                        count(
                                "facts.fact f JOIN facts.record_seed s ON s.record_key = f.subject_key"
                                        + " WHERE f.sender <> 'sightline'"))
                .isEqualTo(others);
        assertThat(count("facts.tombstone")).isGreaterThan(2);
        assertThat(count("facts.head WHERE position = (SELECT count(*) FROM facts.fact)"))
                .isEqualTo(1);
        assertThat(count("feeds.receipt")).isEqualTo(4);
        assertThat(count("feeds.raw_key")).isEqualTo(2);
        assertThat(
                        count(
                                "facts.fact WHERE happened_from IS NULL AND address_key IS NULL AND body = ''"))
                .isEqualTo(count("facts.tombstone"));
    }

    @Test
    void whatRestedOnErasedContentIsWithdrawnAndSaysWhy() {
        assertThat(count("alerts.alert WHERE rule = 'AL-02' AND state = 'open'")).isPositive();

        assertThat(erase(OFFENDER)).isEqualTo(Outcome.ERASED);

        assertThat(count("alerts.alert WHERE rule = 'AL-02' AND state = 'open'")).isZero();
        assertThat(
                        count(
                                "alerts.alert WHERE rule = 'AL-02' AND state = 'withdrawn'"
                                        + " AND content::text LIKE '%What this rested on was erased (ordered).%'"))
                .isPositive();
        assertThat(count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'")).isPositive();
    }

    @Test
    void journalAndRebuildVerifyAfterwards(@TempDir Path folder) {
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(erase(OFFENDER)).isEqualTo(Outcome.ERASED);
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(erase(CHILD)).isEqualTo(Outcome.ERASED);
        send(CARE, referral());
        run();

        try (TestDatabase shadow = TestDatabase.fresh()) {
            Rebuild.Result result =
                    new Rebuild(
                                    database.transactions(),
                                    shadow.transactions(),
                                    secrets,
                                    _ -> directory,
                                    derivation)
                            .compare();
            assertThat(result.differences()).isEmpty();
            assertThat(result.unprovable()).isPositive();
        }
        Sequencer sequencer = new Sequencer(database.transactions(), secrets);
        assertThat(sequencer.run()).isPositive();
        new AuditExport(database.transactions()).to(folder);
        assertThat(new AuditVerify(sequencer.publicKey()).verify(folder))
                .isInstanceOf(Verdict.Sound.class);
        assertThat(count("audit.entry WHERE event = 'erase'")).isEqualTo(2);
    }

    @Test
    void theSameMessageAgainIsTheSameReceiptAndANewOneIsANewRecord() {
        assertThat(erase(CHILD)).isEqualTo(Outcome.ERASED);

        send(HOSPITAL, injury());
        run();

        assertThat(count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'")).isEqualTo(1);
        assertThat(hangingOn(CHILD)).isPositive();
    }

    @Test
    void oneOfficerAloneErasesNothing() {
        long order = order(CHILD);

        assertThat(approve(first, order)).isFalse();
        assertThat(carryOut(order)).isEqualTo(Outcome.NOT_APPROVED);
        assertThat(hangingOn(CHILD)).isPositive();
    }

    @Test
    void whatWasRecordedSinceNeedsAnotherOrder() {
        long order = order(CHILD);
        assertThat(approve(second, order)).isTrue();
        send(HOSPITAL, injury());
        run();

        assertThat(carryOut(order)).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void aLegalHoldWinsUntilTwoPeopleLiftIt() {
        Holds holds = new Holds();
        long hold =
                database.transactions()
                        .asReader(first, List.of(), sql -> holds.place(sql, CHILD, "INQ/2026/7"));
        long order = order(CHILD);
        assertThat(approve(second, order)).isTrue();

        assertThat(carryOut(order)).isEqualTo(Outcome.HELD);
        assertThat(lift(holds, first, hold)).isFalse();
        database.transactions().asReader(first, List.of(), sql -> holds.askToLift(sql, hold));
        assertThat(lift(holds, first, hold)).isFalse();
        assertThat(lift(holds, second, hold)).isTrue();
        assertThat(carryOut(order)).isEqualTo(Outcome.ERASED);
    }

    @Test
    void whosePeriodHasEndedIsListedUnlessAHoldStands() {
        Retention retention =
                new Retention(
                        database.transactions(), secrets, sightline.facts.RetentionPack.shipped());
        Instant later = Instant.parse("2060-01-01T12:00:00Z");

        assertThat(retention.due(clock.instant(), 100)).isEmpty();
        List<Retention.Due> due = retention.due(later, 100);

        // The father has a conviction, which is kept longer.
        assertThat(due).extracting(Retention.Due::rule).containsOnly("retention:everything-else");
        assertThat(due).hasSize(2);
        assertThat(due).anySatisfy(d -> assertThat(retention.records(d.person())).contains(CHILD));
        database.transactions()
                .asReader(first, List.of(), sql -> new Holds().place(sql, CHILD, "INQ/2"));
        assertThat(retention.due(later, 100)).hasSize(1);
    }

    @Test
    void whoIsNoPrivacyOfficerSeesNoOrderAndGivesNone() {
        order(CHILD);
        ReaderContext worker = reader("eve-dale", "team-c", AccessRole.SOCIAL_WORKER);

        assertThat(database.transactions().asReader(worker, List.of(), erasures::list)).isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        database.transactions()
                                .asReader(
                                        worker,
                                        List.of(),
                                        sql ->
                                                erasures.order(
                                                        sql,
                                                        Erasures.ORDERED,
                                                        "SAR/1",
                                                        List.of(CHILD),
                                                        1)))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private boolean lift(Holds holds, ReaderContext by, long hold) {
        return database.transactions().asReader(by, List.of(), sql -> holds.lift(sql, hold));
    }

    private Outcome erase(SourceRecord record) {
        long order = order(record);
        assertThat(approve(second, order)).isTrue();
        return carryOut(order);
    }

    private long order(SourceRecord record) {
        long facts = erasing.count(List.of(record));
        return database.transactions()
                .asReader(
                        first,
                        List.of(),
                        sql ->
                                erasures.order(
                                        sql, Erasures.ORDERED, "SAR/1", List.of(record), facts));
    }

    private boolean approve(ReaderContext by, long order) {
        return database.transactions().asReader(by, List.of(), sql -> erasures.approve(sql, order));
    }

    private Outcome carryOut(long order) {
        return erasing.run(
                database.transactions()
                        .asReader(
                                first, List.of(), sql -> erasures.find(sql, order).orElseThrow()));
    }

    private static ReaderContext officer(String user, String team) {
        return reader(user, team, AccessRole.PRIVACY_OFFICER);
    }

    private static ReaderContext reader(String user, String team, AccessRole role) {
        return new ReaderContext(
                "s-" + user,
                new UserId(user),
                CARE,
                Set.of(role),
                Set.of(team),
                Set.of(),
                Purpose.OVERSIGHT);
    }

    /** Every table that has the canary in any row, also inside what is not sealed as bytes. */
    private List<String> whereTheCanaryIs() {
        List<String> found = new ArrayList<>();
        List<String> tables =
                database.owner()
                        .sql(
                                """
                                SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg_toast%'
                                   AND n.nspname <> 'information_schema'
                                """)
                        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                        .list();
        String hex = java.util.HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8));
        for (String table : tables) {
            long rows =
                    count(
                            "%s t WHERE t::text ILIKE '%%%s%%' OR t::text ILIKE '%%%s%%'"
                                    .formatted(table, CANARY, hex));
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private long hangingOn(SourceRecord record) {
        return count(
                "facts.fact WHERE sender <> 'sightline' AND subject_key = '"
                        + sightline.database.RecordKey.of(record)
                        + "'");
    }

    private long count(String from) {
        return database.owner().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    private void run() {
        while (pipeline.run().full()) {}
    }

    private void send(AgencyId sender, String rest) {
        String message =
                "{\"sender\":\"%s\",\"id\":\"m%d\",\"sentAt\":\"%s\",%s}"
                        .formatted(sender.value(), ++sent, clock.instant(), rest);
        intake.receive(sender, message.getBytes(StandardCharsets.UTF_8));
    }

    private static String birth() {
        return """
        "kind":"birth","when":"2026-02-01","place":{"line":"14 %1$s Row","postcode":"NN1 1AA"},"people":[
        {"role":"child","localId":"c-%1$s","names":[{"given":"%1$s","family":"Prewett"}],"dateOfBirth":"2026-02-01"},
        {"role":"father","localId":"f1","names":[{"given":"Callum","family":"Prewett"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
        "body":{"injuryAtBirth":false}
        """
                .formatted(CANARY);
    }

    private static String birthOfASibling() {
        return """
        "kind":"birth","when":"2025-02-01","people":[
        {"role":"child","localId":"s1","names":[{"given":"Tess","family":"Prewett"}],"dateOfBirth":"2025-02-01"},
        {"role":"father","localId":"f1","names":[{"given":"Callum","family":"Prewett"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
        "body":{"injuryAtBirth":false}
        """;
    }

    private static String injury() {
        return """
        "kind":"injury-observed","when":"2026-03-02","people":[{"role":"subject","localId":"c-%1$s",
        "names":[{"given":"%1$s","family":"Prewett"}],"dateOfBirth":"2026-02-01"}],
        "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}],
                "explanation":"%1$s rolled onto a toy"}
        """
                .formatted(CANARY);
    }

    private static String conviction() {
        return """
        "kind":"conviction","when":"2020-05-12","people":[
        {"role":"offender","localId":"x1","names":[{"given":"Callum","family":"Prewett"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
        "body":{"offence":{"wording":"Child cruelty","group":"child-cruelty","victimAge":2}}
        """;
    }

    private static String referral() {
        return """
        "kind":"referral","when":"2026-03-02","to":["northton-csc"],"people":[{"role":"subject","localId":"r1",
        "names":[{"given":"Tess","family":"Prewett"}],"dateOfBirth":"2025-02-01"}],
        "body":{"reason":"worry"}
        """;
    }
}
