package sightline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.Ledger;
import sightline.core.facts.LedgerContractTest;
import sightline.core.facts.Standing;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The ledger in PostgreSQL does what every ledger does; each call in a transaction of its own. */
final class PostgresLedgerTest extends LedgerContractTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Facts facts = new Facts(Secrets.throwAway());

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Ledger ledger() {
        return new EachInItsTransaction();
    }

    @Test
    void aBodyIsNoPlainTextInTheDatabase() {
        givesBackWhatWasAppended();

        var bodies =
                database.owner()
                        .sql("SELECT encode(body, 'escape') FROM facts.fact")
                        .query(String.class)
                        .list();

        assertThat(bodies)
                .isNotEmpty()
                .noneMatch(b -> String.valueOf(b).contains("desk"))
                .noneMatch(b -> String.valueOf(b).contains("Mill Row"));
    }

    private final class EachInItsTransaction implements Ledger {
        @Override
        public List<Fact> append(List<Fact> added) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> facts.in(sql).append(added));
        }

        @Override
        public List<Fact> mentioning(Collection<SourceRecord> records) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> facts.in(sql).mentioning(records));
        }

        @Override
        public List<Fact> mentioningBut(
                Collection<SourceRecord> records, Collection<String> leftOut, int latest) {
            return database.transactions()
                    .asJob(
                            JobName.PIPELINE,
                            sql -> facts.in(sql).mentioningBut(records, leftOut, latest));
        }

        @Override
        public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> facts.in(sql).withdrawn(records));
        }

        @Override
        public Map<MessageRef, Standing> withdrawnOf(Collection<MessageRef> messages) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> facts.in(sql).withdrawnOf(messages));
        }

        @Override
        public List<Fact> ofEntries(Collection<MessageRef> messages) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> facts.in(sql).ofEntries(messages));
        }

        @Override
        public List<Fact> ofMessages(Collection<MessageRef> messages) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> facts.in(sql).ofMessages(messages));
        }

        @Override
        public List<Fact> after(long position, int limit) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> facts.in(sql).after(position, limit));
        }

        @Override
        public long last() {
            return database.transactions().asJob(JobName.PIPELINE, sql -> facts.in(sql).last());
        }
    }
}
