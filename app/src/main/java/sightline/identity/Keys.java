package sightline.identity;

import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets as PostgreSQL takes them: one text a set, whatever its size. */
final class Keys {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Keys() {}

    /** An empty set of rows, to be sent as JSON. */
    static ArrayNode rows() {
        return JSON.createArrayNode();
    }

    /** The keys of records as PostgreSQL writes an array. */
    static String of(Collection<SourceRecord> records) {
        return array(records.stream().map(RecordKey::of).toList());
    }

    static String array(Collection<UUID> keys) {
        return keys.stream()
                .sorted()
                .map(UUID::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Ids, which have letters, digits and hyphens only when identity made them. */
    static String texts(Collection<String> ids) {
        ArrayNode rows = rows();
        ids.forEach(rows::add);
        return rows.toString();
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
