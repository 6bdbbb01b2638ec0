package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Entry;
import sightline.audit.Journal;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.facts.Address;
import sightline.core.identity.AddressComparison;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.Verdict;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.facts.Erasures;
import sightline.facts.Tombstones.Outcome;
import sightline.feeds.Answer;
import sightline.feeds.Drafts;
import sightline.feeds.Intake;
import sightline.feeds.ReceiptKey;
import sightline.feeds.SignedReceipt;
import sightline.identity.Answered;
import sightline.identity.Identities;
import sightline.identity.ReviewQueue;
import sightline.identity.Waiting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A family of whom one record has a canary in every field, and two officers who can end it. */
final class CanaryFamily implements AutoCloseable {
    static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    static final AgencyId CARE = new AgencyId("northton-csc");
    static final AgencyId POLICE = new AgencyId("northton-police");
    private static final List<AgencyId> SENDERS = List.of(HOSPITAL, CARE, POLICE);
    static final String CANARY = "Zanzibarquill";
    static final SourceRecord CHILD = new SourceRecord(HOSPITAL, "c-" + CANARY);
    static final SourceRecord SIBLING = new SourceRecord(HOSPITAL, "s1");
    static final SourceRecord OFFENDER = new SourceRecord(POLICE, "x1");

    private final Installation installation =
            new Installation(Instant.parse("2026-03-02T09:00:00Z"));
    final TestDatabase database = installation.database();
    final Secrets secrets = installation.secrets();
    final SettableClock clock = installation.clock();
    private final Intake intake = installation.intake();
    final Identities identities = installation.identities();
    final Directory directory = ReplayDirectory.of(List.of(), SENDERS);
    final Derivation derivation = installation.derivation();
    final Pipeline pipeline = installation.pipeline();
    final Erasing erasing =
            new Erasing(database.transactions(), secrets, _ -> directory, derivation, clock);
    final Erasures erasures = new Erasures();
    private final Drafts drafts = new Drafts(database.transactions(), secrets);
    final Journal journal = new Journal(secrets);
    final ReaderContext first = officer("ada-quill", "team-a");
    final ReaderContext second = officer("ben-rowe", "team-b");
    private final List<String> sentBodies = new ArrayList<>();
    private final List<SignedReceipt> receipts = new ArrayList<>();

    CanaryFamily() {
        installation.directory().replace(ReplayDirectory.entries(List.of(), SENDERS));
        installation.senders(SENDERS);
        send(HOSPITAL, birth());
        send(HOSPITAL, injury());
        send(POLICE, conviction());
        send(HOSPITAL, birthOfASibling());
        run();
    }

    @Override
    public void close() {
        installation.close();
    }

    /**
     * What is kept of the child beside facts: a reason in the journal, drafts of all kinds, answers
     * about the record and about its address, a decision on each, emergency access with its review.
     */
    void everythingThatIsKeptOfTheChild() {
        Text words = new Text("about " + CANARY);
        database.transactions()
                .asReader(
                        first,
                        List.of(),
                        sql ->
                                journal.write(
                                        sql,
                                        Entry.reveal(List.of(), List.of(CHILD), Set.of(), 1, "page")
                                                .withReason(words)));
        Waiting.People people =
                new Waiting.People("p", CHILD, SIBLING, Optional.empty(), Optional.empty());
        Waiting.Places places =
                new Waiting.Places(
                        "a",
                        DetailsOf.place(address("14 " + CANARY + " Row")),
                        DetailsOf.place(address("9 Mill Lane")),
                        AddressComparison.Reason.SAME_ADDRESS,
                        Set.of(),
                        Set.of());
        pipeline.decide(ReviewQueue.decision(people, Verdict.NOT_THE_SAME, "w1", clock.instant()));
        pipeline.decide(ReviewQueue.decision(places, Verdict.JOIN, "w1", clock.instant()));
        answered(people, words);
        answered(places, words);
        String child = person(CHILD);
        draft("record|" + child);
        draft("photograph|" + child);
        assertThat(
                        drafts.attach(
                                first,
                                "photograph|" + child,
                                CANARY.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        draft("match|" + md5("SELECT first::text || second::text FROM identity.decision"));
        draft("match|" + md5("SELECT first::text || second::text FROM identity.place_decision"));
        draft(
                "duty-done|"
                        + md5(
                                "SELECT min(key) FROM alerts.duty WHERE subject = '%s'"
                                        .formatted(child)));
        drafts.save(
                first,
                "record|" + person(SIBLING),
                Map.of("words", "of a sibling"),
                clock.instant());
        database.owner()
                .sql(
                        """
                        INSERT INTO facts.photograph
                               (photograph_id, record_key, class, position, agency, width, height, content)
                        VALUES (gen_random_uuid(), :record::uuid, 'EVENT', 1, 'agency', 1, 1, '')
                        """)
                .param("record", RecordKey.of(CHILD).toString())
                .update();
        emergency(child);
        looked();
        send(
                HOSPITAL,
                "\"kind\":\"injury-observed\",\"when\":\"soon\",\"people\":[{\"role\":\"subject\",\"localId\":\"%s\"}]"
                        .formatted(CHILD.localId()));
        run();
    }

    Outcome erase(SourceRecord record) {
        long order = order(record);
        assertThat(approve(second, order)).isTrue();
        return carryOut(order);
    }

    long order(SourceRecord record) {
        long facts = erasing.count(List.of(record));
        return database.transactions()
                .asReader(
                        first,
                        List.of(),
                        sql ->
                                erasures.order(
                                        sql, Erasures.ORDERED, "SAR/1", List.of(record), facts));
    }

    boolean approve(ReaderContext by, long order) {
        return database.transactions().asReader(by, List.of(), sql -> erasures.approve(sql, order));
    }

    Outcome carryOut(long order) {
        return erasing.run(
                database.transactions()
                        .asReader(
                                first, List.of(), sql -> erasures.find(sql, order).orElseThrow()));
    }

    static ReaderContext officer(String user, String team) {
        return reader(user, team, AccessRole.PRIVACY_OFFICER);
    }

    static ReaderContext reader(String user, String team, AccessRole role) {
        return new ReaderContext(
                "s-" + user,
                new UserId(user),
                CARE,
                Set.of(role),
                Set.of(team),
                Set.of(),
                Purpose.OVERSIGHT);
    }

    private static Address address(String line) {
        return new Address(new Text(line), Optional.of("NN1 1AA"), Optional.empty(), false);
    }

    private void answered(Waiting pair, Text words) {
        database.transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql ->
                                identities
                                        .reviewIn(sql)
                                        .keep(
                                                pair,
                                                new Answered(
                                                        0,
                                                        Answered.Choice.JOIN,
                                                        words,
                                                        "w1",
                                                        clock.instant(),
                                                        Optional.empty(),
                                                        Optional.empty())));
    }

    Drafts.Saved draft(String form) {
        return drafts.save(first, form, Map.of("words", "about " + CANARY), clock.instant());
    }

    private void emergency(String child) {
        database.owner()
                .sql(
                        """
                        INSERT INTO access.emergency (actor, agency, session, subject, reason_code, reason, review_due_at,
                                                      note)
                        VALUES ('w1', 'northton-csc', 's', :child, 'immediate-risk', :words, now(), :words)
                        """)
                .param("child", child)
                .param("words", "about " + CANARY + " who was ill")
                .update();
    }

    private void looked() {
        database.owner()
                .sql(
                        """
                        INSERT INTO chronology.looked (actor, record_key, page, began_position, seen_position, at)
                        VALUES ('w1', :key, 'child', 0, 1, now())
                        """)
                .param("key", RecordKey.of(CHILD))
                .update();
    }

    String person(SourceRecord record) {
        return database.owner()
                .sql("SELECT person FROM identity.person WHERE record_key = :key")
                .param("key", RecordKey.of(record))
                .query(String.class)
                .single();
    }

    private String md5(String query) {
        return database.owner()
                .sql("SELECT md5((%s LIMIT 1))".formatted(query))
                .query(String.class)
                .single();
    }

    /** Whether whatever was sent gets its receipt again, and each verifies with a public key. */
    boolean receiptsStand() {
        List<ReceiptKey> keys = intake.signing().keys();
        for (int i = 0; i < receipts.size(); i++) {
            SignedReceipt receipt = receipts.get(i);
            Answer again =
                    intake.receive(
                            new AgencyId(receipt.sender()),
                            sentBodies.get(i).getBytes(StandardCharsets.UTF_8));
            if (!(again instanceof Answer.KeptBefore before)
                    || !intake.signed(before.receipt()).equals(receipt)
                    || keys.stream().noneMatch(k -> k.hasSigned(receipt))) {
                return false;
            }
        }
        return !receipts.isEmpty();
    }

    /**
     * Ways to open what lies sealed under a key of the installation, and to look for the canary.
     */
    List<Predicate<byte[]>> openings(Canary canary) {
        List<Predicate<byte[]>> ways = new ArrayList<>();
        ways.add(bytes ->
                opened(() -> identities.open(Map.class, HexFormat.of().formatHex(bytes)).toString())
                        .filter(canary::in)
                        .isPresent());
        database.owner()
                .sql("SELECT form, content FROM feeds.draft")
                .query((row, _) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(d ->
                        ways.add(bytes ->
                                Arrays.equals(bytes, d.getValue())
                                        && drafts
                                                .find(first, d.getKey(), clock.instant())
                                                .orElseThrow()
                                                .fields()
                                                .values()
                                                .stream()
                                                .anyMatch(t -> canary.in(t.value()))));
        database.owner()
                .sql("SELECT form, content FROM feeds.draft_file")
                .query((row, _) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(f ->
                        ways.add(bytes ->
                                Arrays.equals(bytes, f.getValue())
                                        && drafts.attached(first, f.getKey())
                                                .map(b -> new String(b, StandardCharsets.UTF_8))
                                                .filter(canary::in)
                                                .isPresent()));
        return ways;
    }

    private static Optional<String> opened(Supplier<String> opening) {
        try {
            return Optional.of(opening.get());
        } catch (RuntimeException sealedOtherwise) {
            return Optional.empty();
        }
    }

    /** The tables that have a row under a record's key. */
    List<String> keptUnder(SourceRecord record) {
        try (Canary key = new Canary(RecordKey.of(record).toString())) {
            return key.tables(database);
        }
    }

    long hangingOn(SourceRecord record) {
        return count(
                "facts.fact WHERE sender <> 'sightline' AND subject_key = '"
                        + sightline.database.RecordKey.of(record)
                        + "'");
    }

    long count(String from) {
        return database.owner().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    void run() {
        installation.run();
    }

    void send(AgencyId sender, String rest) {
        String message =
                "{\"sender\":\"%s\",\"id\":\"%s\",\"sentAt\":\"%s\",%s}"
                        .formatted(sender.value(), installation.nextId(), clock.instant(), rest);
        sentBodies.add(message);
        if (intake.receive(sender, message.getBytes(StandardCharsets.UTF_8))
                instanceof Answer.Kept kept) {
            receipts.add(intake.signed(kept.receipt()));
        }
    }

    static String birth() {
        return """
        "kind":"birth","when":"2026-02-01","place":{"line":"14 %1$s Row","postcode":"NN1 1AA"},"people":[
        {"role":"child","localId":"c-%1$s","names":[{"given":"%1$s","family":"Prewett"}],"dateOfBirth":"2026-02-01"},
        {"role":"father","localId":"f1","names":[{"given":"Callum","family":"Prewett"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
        "body":{"injuryAtBirth":false}
        """
                .formatted(CANARY);
    }

    static String birthOfASibling() {
        return """
        "kind":"birth","when":"2025-02-01","people":[
        {"role":"child","localId":"s1","names":[{"given":"Tess","family":"Prewett"}],"dateOfBirth":"2025-02-01"},
        {"role":"father","localId":"f1","names":[{"given":"Callum","family":"Prewett"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
        "body":{"injuryAtBirth":false}
        """;
    }

    static String injury() {
        return """
        "kind":"injury-observed","when":"2026-03-02","people":[{"role":"subject","localId":"c-%1$s",
        "names":[{"given":"%1$s","family":"Prewett"}],"dateOfBirth":"2026-02-01"}],
        "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}],
                "explanation":"%1$s rolled onto a toy"}
        """
                .formatted(CANARY);
    }

    static String conviction() {
        return """
        "kind":"conviction","when":"2020-05-12","people":[
        {"role":"offender","localId":"x1","names":[{"given":"Callum","family":"Prewett"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
        "body":{"offence":{"wording":"Child cruelty","group":"child-cruelty","victimAge":2}}
        """;
    }

    static String referral() {
        return """
        "kind":"referral","when":"2026-03-02","to":["northton-csc"],"people":[{"role":"subject","localId":"r1",
        "names":[{"given":"Tess","family":"Prewett"}],"dateOfBirth":"2025-02-01"}],
        "body":{"reason":"worry"}
        """;
    }
}
