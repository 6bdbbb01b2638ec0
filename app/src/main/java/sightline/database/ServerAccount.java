package sightline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The account under which the server runs. PostgreSQL refuses to run as root, so root steps down:
 * into a user namespace of its own where the machine allows one, otherwise to an unprivileged
 * account that then owns the data folder.
 */
sealed interface ServerAccount {

    /** The account of this program. */
    record Own() implements ServerAccount {}

    /** Root in a user namespace in which it is nobody; files stay root's. */
    record Namespace() implements ServerAccount {}

    /** An unprivileged account, which owns the files. */
    record Unprivileged(String name) implements ServerAccount {}

    /** The account that works on this machine. */
    static ServerAccount choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Own();
        }
        if (succeeds("unshare", "-U", "true")) {
            return new Namespace();
        }
        for (var name : List.of("postgres", "nobody")) {
            if (succeeds("setpriv", "--reuid", name, "--clear-groups", "true")) {
                return new Unprivileged(name);
            }
        }
        throw new DatabaseException(
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here.\n"
                        + "Start the program as another user, or give --database-url.");
    }

    /** The command line that runs {@code command} under this account. */
    default List<String> command(List<String> command) {
        var prefix =
                switch (this) {
                    case Own() -> List.<String>of();
                    case Namespace() -> List.of("unshare", "-U");
                    case Unprivileged(var name) ->
                            List.of("setpriv", "--reuid", name, "--clear-groups");
                };
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes {@code home} and what is in it the account's own, and checks that it can get there. */
    default void own(Path home) throws IOException {
        if (!(this instanceof Unprivileged(var name))) {
            return;
        }
        var principal =
                home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        try (var tree = Files.walk(home)) {
            for (var path : tree.filter(p -> !Files.isSymbolicLink(p)).toList()) {
                Files.setOwner(path, principal);
            }
        }
        if (!succeeds(command(List.of("test", "-x", home.toString())).toArray(String[]::new))) {
            throw new DatabaseException(
                    "The account '"
                            + name
                            + "', which runs the database, cannot enter "
                            + home
                            + ".\n"
                            + "Give a data folder below one that everybody may pass, such as"
                            + " --data /var/lib/sightline");
        }
    }

    private static boolean succeeds(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
