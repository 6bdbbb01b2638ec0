package sightline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a server keeps what it has acknowledged. Sightline refuses to work on one that does not.
 */
final class Durability {
    private static final List<String> MUST_BE_ON =
            List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final int OLDEST = 150000;

    private Durability() {}

    static void check(Connection connection) throws SQLException {
        var off = new ArrayList<String>();
        for (var setting : MUST_BE_ON) {
            // 'remote_apply' and its like are stronger than 'on', 'local' is enough for one server.
            if (show(connection, setting).equals("off")) {
                off.add(setting);
            }
        }
        if (!off.isEmpty()) {
            throw new DatabaseException(
                    "The database server may lose what it acknowledged: "
                            + off
                            + " off.\n"
                            + "Ask its administrator to set them on; Sightline does not start until then.");
        }
        var version = Integer.parseInt(show(connection, "server_version_num"));
        if (version < OLDEST) {
            throw new DatabaseException(
                    "The database server is PostgreSQL " + version / 10000 + ".\nUse 15 or later.");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
