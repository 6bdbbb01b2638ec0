package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import sightline.core.kernel.SourceRecord;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
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
        return SqlArrays.records(records);
    }

    static SqlArrayValue array(Collection<UUID> keys) {
        return SqlArrays.keys(keys);
    }

    static SqlArrayValue texts(Collection<String> ids) {
        return SqlArrays.texts(ids);
    }

    /** Those of some keys that stand in a column of a table. */
    static Set<UUID> standing(JdbcClient sql, String table, String column, Set<UUID> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                sql.sql(
                                "SELECT %1$s FROM %2$s WHERE %1$s = ANY (:keys::uuid[])"
                                        .formatted(column, table))
                        .param("keys", array(asked))
                        .query((row, _) -> key(row, 1))
                        .list());
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
