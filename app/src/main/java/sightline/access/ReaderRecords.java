package sightline.access;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.RecordKey;
import sightline.database.Subject;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Of which records a reader may know, and which they may open, as the database answers within the
 * transaction of that reader, of the subjects that stand in it.
 */
public final class ReaderRecords {
    private ReaderRecords() {}

    /** Those that the reader may know of, by their keys. */
    public static Set<UUID> known(JdbcClient sql) {
        return keys(sql, "access.known_records()");
    }

    /** The same, where the reader may be told of anybody: else none. */
    public static Set<UUID> told(JdbcClient sql, ReaderContext reader) {
        return reader.isToldOfPeople() ? known(sql) : Set.of();
    }

    /** Those that the reader may open, by their keys. */
    public static Set<UUID> readable(JdbcClient sql) {
        return keys(sql, "access.readable_records()");
    }

    /** Those about which the reader is in a conflict of interest, by their keys. */
    public static Set<UUID> barred(JdbcClient sql) {
        return keys(sql, "access.barred_records()");
    }

    /** The messages that ask the reader's agency something about them, by their keys. */
    public static Set<UUID> asked(JdbcClient sql) {
        return keys(sql, "access.asked_messages()");
    }

    /** Whether somebody's page opens: one of their records does. */
    public static boolean opens(Subject subject, Set<UUID> readable) {
        return subject.records().stream().map(RecordKey::of).anyMatch(readable::contains);
    }

    private static Set<UUID> keys(JdbcClient sql, String function) {
        return new HashSet<>(sql.sql("SELECT unnest(" + function + ")").query(UUID.class).list());
    }
}
