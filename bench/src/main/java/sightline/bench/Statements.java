package sightline.bench;

import java.util.List;
import java.util.Locale;

/** Which statements the database spends its time on, by its own count. */
final class Statements {
    private static final int SHOWN = 25;

    private final Installation installation;

    private Statements(Installation installation) {
        this.installation = installation;
    }

    /** Counts from here on; the database is started anew for it. */
    static Statements countedIn(Installation installation) {
        try (Installation.Owner owner = installation.owner()) {
            owner.sql()
                    .sql("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'")
                    .update();
        }
        installation.close();
        installation.startDatabaseAgain();
        try (Installation.Owner owner = installation.owner()) {
            owner.sql().sql("CREATE EXTENSION IF NOT EXISTS pg_stat_statements").update();
        }
        return new Statements(installation);
    }

    /** Forgets what was counted. */
    void reset() {
        try (Installation.Owner owner = installation.owner()) {
            owner.sql().sql("SELECT pg_stat_statements_reset()").query().listOfRows();
        }
    }

    /** How many statements ran; those of this counting among them. */
    long calls() {
        try (Installation.Owner owner = installation.owner()) {
            return owner.sql()
                    .sql("SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements")
                    .query(Long.class)
                    .single();
        }
    }

    /** The costliest first: milliseconds in all, calls, milliseconds and rows a call, the text. */
    List<String> costliest() {
        try (Installation.Owner owner = installation.owner()) {
            return owner.sql()
                    .sql(
                            """
                            SELECT total_exec_time, calls, mean_exec_time, rows::float8 / calls,
                                   total_plan_time, left(regexp_replace(query, '\\s+', ' ', 'g'), 150)
                              FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT :n
                            """)
                    .param("n", SHOWN)
                    .query((row, _) ->
                            String.format(
                                    Locale.ROOT,
                                    "%9.0f ms %7d calls %8.3f ms %7.1f rows  %s",
                                    row.getDouble(1),
                                    row.getLong(2),
                                    row.getDouble(3),
                                    row.getDouble(4),
                                    row.getString(6)))
                    .list();
        }
    }
}
