package sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.TestDatabase;
import sightline.database.Transactions;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

final class JournalTest {
    private static final SourceRecord MIA = new SourceRecord(new AgencyId("csc"), "mia");
    private static final SourceRecord MIA_AT_SCHOOL =
            new SourceRecord(new AgencyId("school"), "m1");
    private static final ReaderContext READER =
            new ReaderContext(
                    "session-1",
                    new UserId("worker-1"),
                    new AgencyId("csc"),
                    Set.of(AccessRole.SOCIAL_WORKER),
                    Set.of(),
                    Set.of(),
                    Purpose.SECTION_47);

    private final TestDatabase database = TestDatabase.fresh();
    private final Transactions transactions = database.transactions();
    private final Journal journal = new Journal(database.secrets());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void namesWhoAndWhyFromTheContextAndNobodyByName() {
        reveal(MIA);

        var leaf =
                database.owner().sql("SELECT leaf FROM audit.entry").query(String.class).single();
        assertThat(leaf)
                .contains(
                        "\"actor\": \"worker-1\"",
                        "\"purpose\": \"s47\"",
                        "\"roles\": [\"social-worker\"]")
                .contains("\"classes\": [\"CORE\"]", "\"event\": \"reveal\"")
                .doesNotContain("mia", "person-1", "session-1");
    }

    @Test
    void theWordsOfAReasonAreNotInTheLeaf() {
        var entry =
                Entry.of(Event.EMERGENCY, "child")
                        .withReason(new Text("The child is here, and hurt"));
        transactions.asReader(READER, List.of(), sql -> journal.write(sql, entry));

        var leaf =
                database.owner().sql("SELECT leaf FROM audit.entry").query(String.class).single();
        assertThat(leaf).contains("\"reason\"").doesNotContain("hurt");
    }

    @Test
    void saysOfEachAttemptAtAProposalWhetherItWasDone() {
        var proposals = new Proposals(transactions, journal);

        assertThat(proposals.propose(READER, "a list", _ -> Optional.of(7L))).contains(7L);
        assertThat(proposals.propose(READER, "a list", _ -> Optional.empty())).isEmpty();
        assertThat(proposals.decide(READER, "list 7", null, _ -> false)).isFalse();
        assertThat(proposals.decide(READER, "list 7", "too wide", _ -> false)).isFalse();
        assertThat(proposals.decide(READER, "list 7", null, _ -> true)).isTrue();
        assertThat(proposals.decide(READER, "list 8", "too wide", _ -> true)).isTrue();

        assertThat(
                        database.owner()
                                .sql(
                                        """
                                        SELECT leaf::jsonb ->> 'detail' FROM audit.entry
                                         WHERE leaf::jsonb ->> 'event' = 'policy-change'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder(
                        "a list, proposed",
                        "a list, not proposed",
                        "list 7 not approved",
                        "list 7 not refused",
                        "list 7 approved",
                        "list 8 refused");
    }

    @Test
    void whoHasLookedFollowsSourceRecordsThroughJoiningAndSeparating() {
        reveal(MIA);
        reveal(MIA_AT_SCHOOL);

        var apart = looks(MIA);
        var joined = looks(MIA, MIA_AT_SCHOOL);

        assertThat(apart).hasSize(1);
        assertThat(joined).hasSize(2);
        assertThat(joined.getFirst().actor()).isEqualTo("worker-1");
        assertThat(joined.getFirst().classes()).containsExactly("CORE");
    }

    @Test
    void writersCountWithoutGapsWhileManyWriteAndSomeFail() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var jobs =
                    IntStream.range(0, 200)
                            .mapToObj(i -> pool.submit(() -> writeOrFail(i)))
                            .toList();
            for (Future<?> job : jobs) {
                job.get();
            }
        }

        var gaps =
                database.owner()
                        .sql(
                                """
                                SELECT count(*) FROM (SELECT writer, max(counter) - count(*) AS missing
                                  FROM audit.entry GROUP BY writer) w WHERE missing <> 0
                                """)
                        .query(Long.class)
                        .single();
        assertThat(gaps).isZero();
    }

    @Test
    void theSequencerSignsWhatVerifies(@TempDir Path folder) {
        var sequencer = new Sequencer(transactions, database.secrets());
        for (var i = 0; i < 25; i++) {
            reveal(MIA);
            if (i % 4 == 0) {
                assertThat(sequencer.run()).isPositive();
            }
        }
        sequencer.run();
        assertThat(sequencer.run()).isZero();

        var exported = new AuditExport(transactions).to(folder);
        var verdict = new AuditVerify(sequencer.publicKey()).verify(folder, Optional.empty());

        assertThat(exported).isEqualTo(25);
        assertThat(verdict).isEqualTo(new Verdict.Sound(25, 7));
    }

    private void writeOrFail(int number) {
        try {
            transactions.asReader(
                    READER,
                    List.of(),
                    sql -> {
                        journal.write(sql, Entry.of(Event.VISIT, "page"));
                        if (number % 5 == 0) {
                            throw new IllegalStateException("as a failing page does");
                        }
                        return null;
                    });
        } catch (IllegalStateException expected) {
            assertThat(number % 5).isZero();
        }
    }

    private void reveal(SourceRecord record) {
        var entry =
                Entry.reveal(
                        List.of(new PersonId("person-1")),
                        List.of(record),
                        Set.of(Sensitivity.CORE),
                        1,
                        "child page");
        transactions.asReader(READER, List.of(), sql -> journal.write(sql, entry));
    }

    private List<Look> looks(SourceRecord... records) {
        return transactions.asReader(
                READER, List.of(), sql -> journal.looks(sql, List.of(records), 50));
    }
}
