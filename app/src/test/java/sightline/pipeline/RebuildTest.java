package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.duties.Pack;
import sightline.core.duties.PackReader;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertChanged;
import sightline.core.facts.SystemBody.AlertChanged.AlertChange;
import sightline.core.identity.Decision;
import sightline.core.identity.Verdict;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;
import sightline.pipeline.Rebuild.Difference;
import sightline.pipeline.Rebuild.How;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that follows from facts is derived again, exactly: after late facts, retractions,
 * joins, separations, an undo, a restart with other packs, another directory, and time passing.
 */
final class RebuildTest {
    private static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final AgencyId POLICE = new AgencyId("northton-police");
    private static final List<AgencyId> SENDERS = List.of(HOSPITAL, CARE, POLICE);

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Secrets SECRETS = Secrets.throwAway();
    private static final SettableClock CLOCK =
            new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private static final Intake INTAKE = Intake.onClock(DATABASE.transactions(), SECRETS, CLOCK);
    private static final PostgresDirectory DIRECTORY =
            new PostgresDirectory(DATABASE.transactions());
    private static final Pack TODAY = PackReader.shipped().getFirst();
    private static final Pack OF_BEFORE =
            PackReader.read(
                    TODAY.yaml()
                            .replace(TODAY.version(), "2025-01-01")
                            .replace("same day\n", "same day, as it was\n")
                            .replace("limit: same-day", "limit: 12 hours"));
    private static int sent;

    @BeforeAll
    static void live() {
        DIRECTORY.replace(ReplayDirectory.entries(List.of(), SENDERS));
        Senders senders = new Senders(DATABASE.transactions());
        SENDERS.forEach(
                s -> senders.register(Sender.of(s, LocalDate.of(2000, 1, 1), Duration.ofDays(1))));
        happen();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static void happen() {
        Pipeline pipeline = pipeline(OF_BEFORE);
        send(HOSPITAL, birth("n1", "Noa", "Prewett", "f1", "Callum", "9990012377"));
        send(HOSPITAL, injury("n1", "2026-03-02"));
        run(pipeline);
        history(pipeline);
        passTo(pipeline, Instant.parse("2026-03-04T09:00:00Z"));
        send(POLICE, conviction("x9", "Callum", "Prewett", "9990012377"));
        run(pipeline);

        DATABASE.owner()
                .sql(
                        """
                        INSERT INTO alerts.seen (telling_id, step, way, by_whom)
                        SELECT telling_id, 'opened', 'work-list', 'dana-cole' FROM alerts.telling
                        """)
                .update();
        run(pipeline);

        Decision apart =
                decision("northton-police:x9", "northton-hospital:f1", Verdict.NOT_THE_SAME);
        pipeline.decide(apart);
        // A restart with other packs: nothing that matters lives in memory.
        Pipeline restarted = pipeline(TODAY);
        passTo(restarted, Instant.parse("2026-03-05T09:00:00Z"));
        restarted.undo(apart);
        DIRECTORY.replace(
                ReplayDirectory.entries(
                        List.of(),
                        List.of(HOSPITAL, CARE, POLICE, new AgencyId("northton-a-csc"))));
        send(POLICE, conviction("x10", "Callum", "Prewitt", "9990012385"));
        run(restarted);
        restarted.decide(decision("northton-police:x10", "northton-police:x9", Verdict.JOIN));

        send(HOSPITAL, injury("late", "2025-12-01"));
        send(HOSPITAL, retraction("m" + sent));
        run(restarted);
        send(HOSPITAL, retraction("m2"));
        run(restarted);
        correctedOfOthers(restarted);
        passTo(restarted, Instant.parse("2026-03-07T09:00:00Z"));
    }

    /** Entries that correct each other, and what takes them back, name different people. */
    private static void correctedOfOthers(Pipeline pipeline) {
        int bruise = sent + 1;
        send(HOSPITAL, injury("c1", "2026-03-03"));
        run(pipeline);
        send(HOSPITAL, correcting(bruise, injury("c2", "2026-03-03")));
        run(pipeline);
        send(HOSPITAL, correcting(bruise + 1, injury("c3", "2026-03-03")));
        run(pipeline);
        send(HOSPITAL, retraction("m" + bruise));
        run(pipeline);
        send(HOSPITAL, correcting(bruise, injury("c4", "2026-03-03")));
        run(pipeline);

        int birth = sent + 1;
        send(HOSPITAL, birth("n2", "Ari", "Prewett", "f2", "Dorian", "9990012393"));
        send(HOSPITAL, correcting(birth, birth("n2", "Ari", "Vane", "f3", "Callum", "9990012377")));
        run(pipeline);
        send(
                HOSPITAL,
                correcting(birth, birth("n2", "Ari", "Prewett", "f2", "Dorian", "9990012393")));
        run(pipeline);
        send(HOSPITAL, retraction("m" + sent));
        run(pipeline);
    }

    private static String correcting(int message, String rest) {
        return "\"corrects\":\"m%d\",%s".formatted(message, rest);
    }

    /** History by the bulk path, of whom everything follows later. */
    private static void history(Pipeline pipeline) {
        for (int i = 0; i < 5; i++) {
            send(HOSPITAL, injury("h" + i, "2026-02-20"));
        }
        while (pipeline.takeHistory().full()) {}
        pipeline.catchUp(0);
    }

    @Test
    void everyRowIsDerivedAgain() {
        Rebuild.Result result = compare();

        assertThat(result.differences()).isEmpty();
        assertThat(result.batches()).isGreaterThan(20);
        assertThat(result.facts()).isGreaterThan(20);
        assertThat(result.rows()).isGreaterThan(300);
        assertThat(count("alerts.alert WHERE state = 'withdrawn'")).isPositive();
        assertThat(count("alerts.duty WHERE state = 'overdue'")).isPositive();
        assertThat(count("identity.decision")).isEqualTo(1);
        assertThat(count("alerts.telling")).isPositive();
        assertThat(count("facts.fact WHERE kind = 'alert-seen'")).isPositive();
        assertThat(raisedAgain()).as("raised again in the same words").isPositive();
        assertThat(count("facts.correction")).isEqualTo(5);
        assertThat(count("facts.withdrawn WHERE taken_back AND NOT named")).isEqualTo(1);
    }

    @Test
    void whatWasOwedUnderThePacksAndTheDirectoryOfBeforeWasDerivedUnderThem() {
        assertThat(count("facts.batch WHERE kind = 'changed'")).isEqualTo(3);
        assertThat(count("facts.rulebook")).isEqualTo(2);
        assertThat(count("directory.edition")).isEqualTo(2);
        assertThat(count("alerts.told WHERE recipient LIKE 'northton-a-csc/%'")).isPositive();
        var owner = DATABASE.owner();
        long before =
                owner.sql("SELECT min(rulebook) FROM facts.rulebook").query(Long.class).single();

        // Under today's packs from the beginning, another history follows than was recorded.
        owner.sql("UPDATE facts.batch SET rulebook = rulebook + 1 WHERE rulebook = " + before)
                .update();
        List<Difference> found = compare().differences();
        owner.sql(
                        "UPDATE facts.batch SET rulebook = %d WHERE batch_id = (SELECT min(batch_id) FROM facts.batch)"
                                .formatted(before))
                .update();

        assertThat(found)
                .extracting(Difference::table, Difference::how)
                .contains(tuple("facts.fact", How.MISSING), tuple("facts.fact", How.EXTRA));
    }

    @Test
    void aRowThatWasTamperedWithIsFoundInEachTableAndPutRight() {
        var owner = DATABASE.owner();
        owner.sql("UPDATE alerts.alert SET certainty = 'likely' WHERE state = 'open'").update();
        owner.sql("DELETE FROM alerts.duty WHERE clock = 'strategy'").update();
        owner.sql(
                        """
                        INSERT INTO alerts.told (recipient, subject, reference, what, since)
                        SELECT 'nobody/at-all', subject, reference, 'alert', raised_at FROM alerts.alert LIMIT 1
                        """)
                .update();
        owner.sql(
                        "UPDATE identity.details d SET details = o.details FROM identity.details o"
                                + " WHERE d.mother_key IS NOT DISTINCT FROM o.mother_key AND d.record_key < o.record_key")
                .update();
        owner.sql("UPDATE alerts.subject SET known = '{}', recheck_at = NULL").update();
        owner.sql("DELETE FROM access.relationship WHERE kind = 'alert-recipient'").update();

        List<Difference> found = compare().differences();

        assertThat(found)
                .extracting(Difference::table, Difference::how)
                .contains(
                        tuple("alerts.alert", How.DIFFERENT),
                        tuple("alerts.duty", How.MISSING),
                        tuple("alerts.told", How.EXTRA),
                        tuple("identity.details", How.DIFFERENT),
                        tuple("alerts.subject", How.DIFFERENT),
                        tuple("access.relationship", How.MISSING));
        assertThat(rebuild(TestDatabase.fresh()).rebuild().differences()).hasSameSizeAs(found);
        assertThat(compare().differences()).isEmpty();
    }

    @Test
    void aChangeThatWasNeverMadeOrNeverRecordedIsFound() {
        var owner = DATABASE.owner();
        String all = "sender = 'sightline' AND kind = 'duty-changed'";
        String one = "(SELECT min(position) FROM facts.fact WHERE " + all + ")";
        long position = owner.sql("SELECT " + one).query(Long.class).single();
        String key = "UPDATE facts.fact SET message_key = %s WHERE position = " + position;
        String before =
                owner.sql("SELECT message_key FROM facts.fact WHERE position = " + position)
                        .query(String.class)
                        .single();
        owner.sql(key.formatted("gen_random_uuid()")).update();

        List<Difference> found = compare().differences();
        owner.sql(key.formatted("'" + before + "'")).update();

        assertThat(found)
                .extracting(Difference::table, Difference::how)
                .containsExactlyInAnyOrder(
                        tuple("facts.fact", How.MISSING), tuple("facts.fact", How.EXTRA));
    }

    private static long raisedAgain() {
        Facts facts = new Facts(SECRETS);
        List<Fact> all =
                DATABASE.transactions()
                        .asJob(JobName.PIPELINE, sql -> facts.in(sql).after(0, Integer.MAX_VALUE));
        List<String> raised =
                all.stream()
                        .filter(f ->
                                f.body() instanceof AlertChanged changed
                                        && changed.change() == AlertChange.RAISED)
                        .map(f -> f.subject() + " " + f.body())
                        .toList();
        return raised.size() - raised.stream().distinct().count();
    }

    private static Rebuild.Result compare() {
        try (TestDatabase shadow = TestDatabase.fresh()) {
            return rebuild(shadow).compare();
        }
    }

    private static Rebuild rebuild(TestDatabase shadow) {
        return new Rebuild(
                DATABASE.transactions(),
                shadow.transactions(),
                SECRETS,
                DIRECTORY::now,
                derivation(TODAY));
    }

    private static Derivation derivation(Pack pack) {
        return new Derivation(Catalogue.screening(), new Clocks(List.of(pack)));
    }

    private static Pipeline pipeline(Pack pack) {
        Facts facts = new Facts(SECRETS);
        return new Pipeline(
                DATABASE.transactions(),
                new Unread(SECRETS),
                facts,
                new Identities(SECRETS, facts),
                DIRECTORY::now,
                derivation(pack),
                CLOCK);
    }

    private static void run(Pipeline pipeline) {
        while (pipeline.run().full()) {}
        CLOCK.moveTo(CLOCK.instant().plusSeconds(60));
    }

    private static void passTo(Pipeline pipeline, Instant end) {
        while (pipeline.nextRecheck().filter(n -> n.isBefore(end)).isPresent()) {
            Instant next = pipeline.nextRecheck().orElseThrow();
            CLOCK.moveTo(next.isAfter(CLOCK.instant()) ? next : CLOCK.instant().plusSeconds(1));
            run(pipeline);
        }
    }

    private static Decision decision(String first, String second, Verdict verdict) {
        return new Decision(
                SourceRecord.parse(first),
                SourceRecord.parse(second),
                verdict,
                "dana-cole",
                CLOCK.instant());
    }

    private static void send(AgencyId sender, String rest) {
        String message =
                "{\"sender\":\"%s\",\"id\":\"m%d\",\"sentAt\":\"%s\",%s}"
                        .formatted(sender.value(), ++sent, CLOCK.instant(), rest);
        INTAKE.receive(sender, message.getBytes(StandardCharsets.UTF_8));
    }

    private static String retraction(String message) {
        return "\"kind\":\"retraction\",\"regarding\":[\"%s\"],\"body\":{\"reason\":\"wrong child\"}"
                .formatted(message);
    }

    private static String birth(
            String child, String given, String family, String father, String his, String nhs) {
        return """
        "kind":"birth","when":"2026-02-01","place":{"line":"14 Tarn Row","postcode":"NN1 1AA"},"people":[
        {"role":"child","localId":"%s","names":[{"given":"%s","family":"%s"}],"dateOfBirth":"2026-02-01"},
        {"role":"father","localId":"%s","names":[{"given":"%s","family":"%3$s"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"%s"}]}],
        "body":{"injuryAtBirth":false}
        """
                .formatted(child, given, family, father, his, nhs);
    }

    private static String conviction(String local, String given, String family, String nhs) {
        return """
        "kind":"conviction","when":"2020-05-12","people":[
        {"role":"offender","localId":"%s","names":[{"given":"%s","family":"%s"}],
         "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"%s"}]}],
        "body":{"offence":{"wording":"Child cruelty","group":"child-cruelty","victimAge":2}}
        """
                .formatted(local, given, family, nhs);
    }

    private static String injury(String child, String day) {
        return """
        "kind":"injury-observed","when":"%2$s","people":[{"role":"subject","localId":"%1$s",
        "names":[{"given":"Robin %1$s","family":"Vale%1$s"}],"dateOfBirth":"2025-11-01"}],
        "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}
        """
                .formatted(child, day);
    }

    private static long count(String from) {
        return DATABASE.owner().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
