package sightline.database;

import org.springframework.jdbc.support.SqlArrayValue;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.UUID;

/**
 * Sets as real arrays of PostgreSQL, sorted: the planner sees how many there are and of what type,
 * which it does not of a text that is cast.
 */
public final class SqlArrays {
    private SqlArrays() {}

    /** Keys, as {@code uuid[]}. */
    public static SqlArrayValue keys(Collection<UUID> keys) {
        return new SqlArrayValue("uuid", keys.stream().sorted().toArray());
    }

    /** Ids and other texts, as {@code text[]}. */
    public static SqlArrayValue texts(Collection<String> values) {
        return new SqlArrayValue("text", values.stream().sorted().toArray());
    }

    /** Numbers, as {@code bigint[]}. */
    public static SqlArrayValue numbers(Collection<Long> values) {
        return new SqlArrayValue("bigint", values.stream().sorted().toArray());
    }

    /** The ids of people, as {@code text[]}. */
    public static SqlArrayValue people(Collection<PersonId> people) {
        return texts(people.stream().map(PersonId::value).toList());
    }

    /** The keys of records, as {@code uuid[]}. */
    public static SqlArrayValue records(Collection<SourceRecord> records) {
        return keys(records.stream().map(RecordKey::of).toList());
    }
}
