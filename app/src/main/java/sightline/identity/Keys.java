package sightline.identity;

import org.springframework.jdbc.support.SqlArrayValue;

import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/** Sets as PostgreSQL takes them: one parameter a set, whatever its size. */
final class Keys {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Keys() {}

    /** An empty set of rows, to be sent as JSON. */
    static ArrayNode rows() {
        return JSON.createArrayNode();
    }

    /** The keys of records. */
    static SqlArrayValue of(Collection<SourceRecord> records) {
        return array(records.stream().map(RecordKey::of).toList());
    }

    static SqlArrayValue array(Collection<UUID> keys) {
        return SqlArrays.keys(keys);
    }

    static SqlArrayValue texts(Collection<String> ids) {
        return SqlArrays.texts(ids);
    }

    /** A column that is never null. */
    static UUID key(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    /** 32 hexadecimal digits as a key. */
    static UUID uuid(String hex) {
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16),
                Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
