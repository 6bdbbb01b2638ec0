package sightline.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills an installation's tables with made-up rows, so many facts and everything else in
 * proportion, set-based in SQL: for the sizes of a country, without the days of sending. The rows
 * are nobody's and lie sealed under no key; the system works beside them.
 */
final class Scale {
    /** Facts a source record, source records a person, and so on: as the load runs found them. */
    private static final int FACTS_A_RECORD = 5;

    private static final List<String> TABLES =
            List.of(
                    "facts.record_seed",
                    "facts.fact",
                    "facts.participant",
                    "identity.record",
                    "identity.details",
                    "identity.blocking",
                    "identity.link",
                    "identity.person",
                    "identity.anchor",
                    "identity.address",
                    "identity.spelling",
                    "identity.address_block",
                    "alerts.subject",
                    "alerts.subject_record",
                    "alerts.depends_on_record",
                    "alerts.depends_on_place",
                    "alerts.alert",
                    "alerts.duty",
                    "alerts.told",
                    "access.relationship",
                    "feeds.receipt");

    private final JdbcClient sql;
    private final Consumer<String> progress;

    Scale(JdbcClient sql, Consumer<String> progress) {
        this.sql = sql;
        this.progress = progress;
    }

    private record Index(String drop, String make) {}

    /** Adds so many facts; the ledger goes on after the last of them. */
    void fill(long facts) {
        careless(true);
        for (String table : TABLES) {
            long start = System.nanoTime();
            List<Index> indexes = indexes(table);
            indexes.forEach(index -> run(index.drop()));
            run(rows(table, facts));
            indexes.forEach(index -> run(index.make()));
            run("VACUUM (ANALYZE) " + table);
            progress.accept(
                    "%s filled in %d s"
                            .formatted(table, (System.nanoTime() - start) / 1_000_000_000));
        }
        run("UPDATE facts.head SET position = greatest(position, %d)".formatted(facts));
        careless(false);
        run("CHECKPOINT");
    }

    /** Without waiting for the disk while rows are made that can be made again. */
    private void careless(boolean whether) {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            run("ALTER SYSTEM " + (whether ? "SET " + setting + " = off" : "RESET " + setting));
        }
        run("ALTER SYSTEM SET max_wal_size = '8GB'");
        run("ALTER SYSTEM SET maintenance_work_mem = '512MB'");
        sql.sql("SELECT pg_reload_conf()").query(Boolean.class).single();
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }

    /** What to drop before filling, and how to make it again: filling a tree in order is faster. */
    private List<Index> indexes(String table) {
        List<Index> found = new ArrayList<>();
        found.addAll(
                sql.sql(
                                """
                                SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
                                 WHERE conrelid = :t::regclass AND contype IN ('p', 'u')
                                """)
                        .param("t", table)
                        .query((row, _) ->
                                new Index(
                                        "ALTER TABLE %s DROP CONSTRAINT %s"
                                                .formatted(table, row.getString(1)),
                                        "ALTER TABLE %s ADD CONSTRAINT %s %s"
                                                .formatted(
                                                        table, row.getString(1), row.getString(2))))
                        .list());
        found.addAll(
                sql.sql(
                                """
                                SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
                                 WHERE i.indrelid = :t::regclass AND NOT EXISTS (
                                   SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                                """)
                        .param("t", table)
                        .query((row, _) ->
                                new Index("DROP INDEX " + row.getString(1), row.getString(2)))
                        .list());
        return found;
    }

    private static String rows(String table, long facts) {
        long records = facts / FACTS_A_RECORD;
        long people = records * 2 / 5;
        long addresses = records / 4;
        return "INSERT INTO "
                + table
                + " "
                + columnsAndRows(table)
                        .replace("{facts}", Long.toString(facts))
                        .replace("{records}", Long.toString(records))
                        .replace("{people}", Long.toString(people))
                        .replace("{addresses}", Long.toString(addresses));
    }

    private static String columnsAndRows(String table) {
        return switch (table) {
            case "facts.record_seed" ->
                    "SELECT md5('r' || i)::uuid, decode(md5('s' || i), 'hex')"
                            + " FROM generate_series(1, {records}) i";
            case "facts.fact" ->
                    """
                    SELECT i, md5('m' || i / 2)::uuid, i % 2, 'bulk-agency-' || i % 40,
                           (ARRAY['health-contact', 'school-absence', 'police-incident', 'residence',
                                  'appointment', 'person', 'injury-observed', 'school-roll'])[1 + i % 8],
                           k, ARRAY[k], 'EVENT', d, d, d, d,
                           CASE WHEN i % 5 = 0 THEN md5('a' || i % {addresses})::uuid END, i % 5 = 0,
                           decode(repeat(md5('b' || i), 12), 'hex')
                      FROM (SELECT i, md5('r' || 1 + i % {records})::uuid AS k,
                                   date '2020-01-01' + (i % 2000)::int AS d
                              FROM generate_series(1, {facts}) i) x
                    """;
            case "facts.participant" ->
                    "SELECT md5('r' || 1 + i % {records})::uuid, i FROM generate_series(1, {facts}) i";
            case "feeds.receipt" ->
                    """
                    (sender, message_id, keyed_by_hash, body_hash, size, kind, channel, received_at, state, readable)
                    SELECT 'bulk-agency-' || i % 40, 'bulk-' || i, false, decode(repeat(md5('h' || i), 2), 'hex'),
                           500, 'health-contact', 'api', now() - interval '1 day', 'read', true
                      FROM generate_series(1, {facts} / 2) i
                    """;
            case "access.relationship" ->
                    """
                    (grantee_kind, grantee, record_key, kind, opens_content, reason_fact, starts_at)
                    SELECT 'agency', 'bulk-agency-' || i % 40, md5('r' || i)::uuid, 'episode', false, 'f' || i,
                           now() - interval '1 day' FROM generate_series(1, {records}) i
                    """;
            default -> table.startsWith("identity.") ? identity(table) : derived(table);
        };
    }

    private static String identity(String table) {
        return switch (table) {
            case "identity.record" ->
                    "SELECT md5('r' || i)::uuid, 'bulk-agency-' || i % 40, 'bulk-' || i"
                            + " FROM generate_series(1, {records}) i";
            case "identity.details" ->
                    "SELECT md5('r' || i)::uuid, NULL, decode(repeat(md5('d' || i), 12), 'hex')"
                            + " FROM generate_series(1, {records}) i";
            case "identity.blocking" ->
                    """
                    SELECT md5('r' || i)::uuid, md5('k' || j || '-' || i / 3), 100
                      FROM generate_series(1, {records}) i CROSS JOIN generate_series(1, 6) j
                    """;
            case "identity.link" ->
                    "SELECT md5('r' || i)::uuid, md5('r' || i + 1)::uuid, true, '{}'"
                            + " FROM generate_series(1, {records}, 2) i";
            case "identity.person" ->
                    "SELECT md5('r' || i)::uuid, md5('p' || i * 2 / 5), 'CONFIRMED'"
                            + " FROM generate_series(1, {records}) i";
            case "identity.anchor" ->
                    "SELECT md5('p' || i), md5('r' || i)::uuid FROM generate_series(1, {people}) i";
            case "identity.address" ->
                    "SELECT md5('a' || i)::uuid, decode(repeat(md5('c' || i), 6), 'hex'), md5('l' || i)"
                            + " FROM generate_series(0, {addresses}) i";
            case "identity.spelling" ->
                    "SELECT md5('a' || i)::uuid, md5('a' || i)::uuid"
                            + " FROM generate_series(0, {addresses}) i";
            case "identity.address_block" ->
                    "SELECT md5('a' || i)::uuid, md5('q' || j || '-' || i / 2)"
                            + " FROM generate_series(0, {addresses}) i CROSS JOIN generate_series(1, 3) j";
            default -> throw new IllegalArgumentException(table);
        };
    }

    private static String derived(String table) {
        return switch (table) {
            case "alerts.subject" ->
                    "SELECT md5('p' || i), now() + interval '1 year', now(), '{}'"
                            + " FROM generate_series(1, {people}) i";
            case "alerts.subject_record" ->
                    "SELECT md5('r' || i)::uuid, md5('p' || i * 2 / 5)"
                            + " FROM generate_series(1, {records}) i";
            case "alerts.depends_on_record" ->
                    """
                    SELECT md5('r' || 1 + (i * 3 + j * 7919) % {records})::uuid, md5('p' || i)
                      FROM generate_series(1, {people}) i CROSS JOIN generate_series(1, 12) j
                    ON CONFLICT DO NOTHING
                    """;
            case "alerts.depends_on_place" ->
                    "SELECT md5('l' || i % {addresses}), md5('p' || i) FROM generate_series(1, {people}) i";
            case "alerts.alert" ->
                    """
                    SELECT md5('p' || i), 'BULK-' || i, 'AL-01', now(), now(), 'open', 'Confirmed', '{}'
                      FROM generate_series(1, {people}, 10) i
                    """;
            case "alerts.duty" ->
                    """
                    SELECT md5('p' || i), 'bulk|' || i, 'bulk', 'A duty', now(), now() + interval '1 year',
                           'running', 0, now() + interval '1 year', '{}'
                      FROM generate_series(1, {people}, 10) i
                    """;
            case "alerts.told" ->
                    """
                    SELECT 'bulk-agency-' || i % 40 || '/' || w, md5('p' || i), 'BULK-' || i, 'alert', now()
                      FROM generate_series(1, {people}, 10) i
                      CROSS JOIN (VALUES ('duty-manager'), ('safeguarding-lead')) v(w)
                    """;
            default -> throw new IllegalArgumentException(table);
        };
    }
}
