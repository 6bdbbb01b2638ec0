package sightline.console;

import picocli.CommandLine.Option;

import sightline.database.Database;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Which installation a command works on, beside its server or while that is stopped. */
final class Installation {
    @Option(
            names = "--data",
            defaultValue = ".sightline/data",
            description = "Folder of keys and of the embedded database; default ${DEFAULT-VALUE}.")
    private Path data = Path.of(".sightline/data");

    @Option(
            names = "--database-url",
            defaultValue = "",
            description = "A PostgreSQL 15 or later, as a JDBC URL.")
    private String databaseUrl = "";

    /** An installation that is open; closing it leaves a server that runs alone. */
    record Open(Database database, Transactions transactions, Secrets secrets)
            implements AutoCloseable {
        /** The clock by which a command works. */
        InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** There is no installation there, or not such a one. */
    static final class Absent extends Exception {
        private static final long serialVersionUID = 1;

        Absent(String message) {
            super(message);
        }
    }

    /** The folder of keys and data. */
    Path folder() {
        return data.toAbsolutePath();
    }

    /** Whether keys were made here. */
    boolean exists() {
        return Files.exists(folder().resolve("keys").resolve("master.key"));
    }

    /** Opens what is there; makes nothing. */
    Open open() throws Absent {
        if (!exists()) {
            throw new Absent(
                    """
                    There is no installation in %s.
                    Say with --data where its folder is; that of './sightline demo' is .sightline/demo.\
                    """
                            .formatted(data));
        }
        return make();
    }

    /** Opens what is there, or makes it. */
    Open make() {
        Secrets secrets = Secrets.in(folder().resolve("keys"));
        Database database =
                databaseUrl.isBlank()
                        ? Database.beside(folder().resolve("database"), secrets)
                        : Database.openDurable(databaseUrl, secrets);
        return new Open(database, new Transactions(database), secrets);
    }
}
