package sightline.console;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Files of data that a command reads and prints, each for itself: one that is wrong is said to be,
 * and the next is looked at.
 *
 * @param what one holds, as in "the path of a pack"
 * @param read refuses what is wrong by an {@link IllegalArgumentException} that says what
 */
record FilesChecked<T>(CommandSpec spec, String what, Function<String, T> read, Consumer<T> print) {

    /** How the command ends. */
    Outcome of(List<Path> files) {
        boolean good = true;
        for (Path file : files) {
            good &= checked(file);
        }
        return good ? Outcome.OK : Outcome.DATA_PROBLEM;
    }

    private boolean checked(Path file) {
        try {
            print.accept(read.apply(Files.readString(file)));
            return true;
        } catch (IllegalArgumentException wrong) {
            complain(file, String.valueOf(wrong.getMessage()));
        } catch (IOException unreadable) {
            complain(file, "it cannot be read; give the path of a " + what + " in YAML, in UTF-8");
        }
        return false;
    }

    private void complain(Path file, String why) {
        var err = spec.commandLine().getErr();
        err.printf("%s: %s%n", file.getFileName(), why);
        err.flush();
    }
}
