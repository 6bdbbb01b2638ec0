package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.TestDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What row security costs on 200,000 rows of 20,000 records. The figures are in
 * docs/benchmarks/row-security.md; the bounds here are wide, for busy machines.
 */
final class RowSecurityCostTest {
    private static final int RUNS = 7;
    private static final Subject MIA = Readers.subject("mia", "csc:m1", "school:m2", "police:m3");
    private static final ReaderContext WORKER =
            Readers.reader("worker", "csc", AccessRole.SOCIAL_WORKER, "north");
    private static final String SCAN = "SELECT count(*) FROM access.t_fact";
    private static final String PAGE =
            "SELECT sum(n) FROM access.t_fact WHERE record_key = ANY (:keys)";

    @Test
    void rowSecurityStaysCheapOnAPageAndOnAScan() {
        try (var database = TestDatabase.fresh()) {
            fill(database.owner());
            var transactions = database.transactions();
            Readers.allocate(transactions, "north", "csc:m1", "f1");

            var scanBare = median(database.owner(), SCAN);
            var pageBare = median(database.owner(), PAGE);
            double[] guarded =
                    transactions.asReader(
                            WORKER,
                            List.of(MIA),
                            sql -> new double[] {median(sql, SCAN), median(sql, PAGE)});
            double job = transactions.asJob(JobName.PIPELINE, sql -> median(sql, SCAN));

            record(
                    "scan of 200,000 rows: bare %s ms, reader %s ms, job %s ms; page of 30: bare %s ms, reader %s ms"
                            .formatted(scanBare, guarded[0], job, pageBare, guarded[1]));
            assertThat(guarded[0]).as("reader's count, by index").isLessThan(scanBare * 3 + 20);
            assertThat(guarded[1]).as("reader's page").isLessThan(pageBare + 20);
            assertThat(job).as("job's count").isLessThan(scanBare * 5 + 50);
        }
    }

    /** For docs/benchmarks/row-security.md. */
    private static void record(String line) {
        try {
            Files.writeString(Path.of("target", "row-security.txt"), line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(JdbcClient owner) {
        owner.sql(
                        """
                        SET ROLE sl_owner;
                        CREATE TABLE access.t_fact (record_key uuid NOT NULL, class text NOT NULL, n int NOT NULL);
                        DO $$ BEGIN
                          PERFORM access.guard_records('access.t_fact', 'record_key', 'class');
                          PERFORM access.grant_job('access.t_fact', 'pipeline', 'SELECT');
                        END $$;
                        RESET ROLE;
                        INSERT INTO access.t_fact
                        SELECT md5((i % 20000)::text)::uuid, (ARRAY['CORE', 'EVENT', 'HEALTH', 'CRIMINAL'])[1 + i % 4], i
                          FROM generate_series(1, 199970) i;
                        """)
                .update();
        for (var record : MIA.records()) {
            owner.sql(
                            """
                            INSERT INTO access.t_fact
                            SELECT :key, (ARRAY['CORE', 'EVENT', 'HEALTH', 'COVERT'])[1 + i % 4], i FROM generate_series(1, 10) i
                            """)
                    .param("key", RecordKey.of(record))
                    .update();
        }
        owner.sql("CREATE INDEX ON access.t_fact (record_key)").update();
        owner.sql("VACUUM ANALYZE access.t_fact").update();
    }

    /** Milliseconds of the middle run, with the way to the server and back. */
    private static double median(JdbcClient sql, String query) {
        var keys = MIA.records().stream().map(RecordKey::of).toArray(java.util.UUID[]::new);
        var times =
                IntStream.range(0, RUNS)
                        .mapToDouble(_ -> {
                            var start = System.nanoTime();
                            var statement = sql.sql(query);
                            if (query.contains(":keys")) {
                                statement = statement.param("keys", keys);
                            }
                            statement.query(Long.class).single();
                            return Math.round((System.nanoTime() - start) / 10_000.0) / 100.0;
                        })
                        .sorted()
                        .toArray();
        assertThat(Arrays.stream(times).allMatch(t -> t > 0)).isTrue();
        return times[RUNS / 2];
    }
}
