package sightline.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * The key that signs contexts, with a public name so that an old and a new one may both be valid.
 */
final class ContextKey {
    private final String id;
    private final byte[] key;

    private ContextKey(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    static ContextKey of(Secrets secrets) {
        var key = secrets.key("access context", Hmac.KEY_BYTES);
        var name = Hmac.sign(key, "name".getBytes(StandardCharsets.US_ASCII));
        return new ContextKey(HexFormat.of().formatHex(name, 0, 4), key);
    }

    /** Puts the key where only the functions of the room access can read it. */
    static void install(Connection migrator, Secrets secrets) throws SQLException {
        var context = of(secrets);
        try (var statement = migrator.createStatement()) {
            statement.execute("SET ROLE sl_owner");
        }
        var sql =
                """
                INSERT INTO access.signing_key (key_id, inner_block, outer_block) VALUES (?, ?, ?)
                ON CONFLICT (key_id) DO NOTHING
                """;
        try (var insert = migrator.prepareStatement(sql)) {
            insert.setString(1, context.id);
            insert.setBytes(2, Hmac.innerBlock(context.key));
            insert.setBytes(3, Hmac.outerBlock(context.key));
            insert.executeUpdate();
        }
    }

    String id() {
        return id;
    }

    byte[] sign(String token) {
        return Hmac.sign(key, token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ContextKey[" + id + "]";
    }
}
