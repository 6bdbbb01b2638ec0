package sightline.database;

import java.util.List;
import java.util.stream.Stream;

/**
 * The roles in the database. A program connects only as one of those that may log in, none of which
 * is a superuser, owns anything, or passes row security (but {@link #BACKUP}).
 */
enum DatabaseRole {
    /** Owns every schema, table and function; nobody logs in as it. */
    OWNER("sl_owner", "NOLOGIN"),
    /** Changes schemas, as the owner, while the program starts. */
    MIGRATE("sl_migrate", "LOGIN"),
    /** Readers' pages, API and commands: sees only what the open context permits. */
    APP("sl_app", "LOGIN"),
    /** The pipeline and other jobs, each by name. */
    JOB("sl_job", "LOGIN"),
    /** Receives messages: raw bytes, natural keys, receipts. */
    INTAKE("sl_intake", "LOGIN"),
    /** Nulls what an erasure or the end of retention ends. */
    ERASER("sl_eraser", "LOGIN"),
    /** Numbers journal entries and signs checkpoints. */
    SEQUENCER("sl_audit_sequencer", "LOGIN"),
    /** Reads everything, to copy it; the only one that passes row security. */
    BACKUP("sl_backup", "LOGIN BYPASSRLS");

    private static final List<String> ALWAYS =
            List.of("SET jit = off", "SET search_path = ''", "SET timezone = 'UTC'");

    private final String sqlName;
    private final String attributes;

    DatabaseRole(String sqlName, String attributes) {
        this.sqlName = sqlName;
        this.attributes = attributes;
    }

    String sqlName() {
        return sqlName;
    }

    boolean logsIn() {
        return this != OWNER;
    }

    /** Whether the running program's work is done as this role. */
    boolean works() {
        return this != OWNER && this != MIGRATE && this != BACKUP;
    }

    String attributes() {
        return attributes
                + " NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT"
                + (this == BACKUP ? "" : " NOBYPASSRLS");
    }

    /** What holds for each of its sessions from the start. */
    List<String> settings() {
        return switch (this) {
            case OWNER -> List.of();
            case APP ->
                    always(
                            "SET statement_timeout = '30s'",
                            "SET lock_timeout = '10s'",
                            "SET idle_in_transaction_session_timeout = '60s'");
            // Each query of a job has its index. A table that is young has no statistics, and
            // reading it whole would search the array of keys one by one for each of its rows.
            case JOB -> always("SET enable_seqscan = off");
            // A process that stands still in its transaction would keep every other one from taking
            // messages in.
            case INTAKE -> always("SET idle_in_transaction_session_timeout = '5s'");
            case MIGRATE, ERASER, SEQUENCER, BACKUP -> ALWAYS;
        };
    }

    private static List<String> always(String... more) {
        return Stream.concat(ALWAYS.stream(), Stream.of(more)).toList();
    }
}
