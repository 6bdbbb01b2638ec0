package sightline.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements by which an administrator prepares a server and a database. Passwords appear only
 * as SCRAM verifiers, so that the script may be printed, sent and logged.
 */
final class RoleScript {
    private RoleScript() {}

    /** Makes the roles of the cluster, or brings them up to date. */
    static List<String> forServer(Secrets secrets) {
        var statements = new ArrayList<String>();
        for (var role : DatabaseRole.values()) {
            statements.add(create(role));
            statements.add("ALTER ROLE " + role.sqlName() + " " + role.attributes());
            if (role.logsIn()) {
                statements.add(password(role, secrets));
            }
            role.settings().forEach(s -> statements.add("ALTER ROLE " + role.sqlName() + " " + s));
        }
        statements.add("GRANT sl_owner TO sl_migrate");
        statements.add("GRANT pg_read_all_data TO sl_backup");
        return statements;
    }

    /** Takes a database from the public and gives it to the roles. Run while connected to it. */
    static List<String> forDatabase(String database) {
        var workers = names(DatabaseRole.values());
        return List.of(
                "REVOKE ALL ON DATABASE \"" + database + "\" FROM PUBLIC",
                "GRANT CONNECT ON DATABASE \"" + database + "\" TO " + workers,
                "GRANT CREATE ON DATABASE \"" + database + "\" TO sl_owner",
                "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    }

    private static String create(DatabaseRole role) {
        return """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
        END $$\
        """
                .formatted(role.sqlName());
    }

    private static String password(DatabaseRole role, Secrets secrets) {
        var verifier = ScramVerifier.of(secrets.password(role.sqlName()));
        return "ALTER ROLE " + role.sqlName() + " PASSWORD '" + verifier + "'";
    }

    private static String names(DatabaseRole[] roles) {
        return Arrays.stream(roles).map(DatabaseRole::sqlName).collect(Collectors.joining(", "));
    }
}
