package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Says whether this machine has what the program needs, and what to do where it has not. */
@Command(
        name = "doctor",
        description = "Check that this machine has what Sightline needs.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final int JAVA_NEEDED = 25;
    private static final List<Path> CHROMIUM_PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var findings = List.of(java(), embeddedPostgres(), chromium());
        var out = spec.commandLine().getOut();
        findings.forEach(finding -> finding.printTo(out));
        out.flush();
        var needed = findings.stream().filter(Finding::needed);
        return (needed.allMatch(Finding::good) ? Outcome.OK : Outcome.FAILED).code();
    }

    private static Finding java() {
        var running = Runtime.version().feature();
        return new Finding(
                "Java",
                running >= JAVA_NEEDED,
                true,
                "runs on Java " + Runtime.version(),
                "Install a JDK 25 or later, or name one in SIGHTLINE_JAVA_HOME.");
    }

    private static Finding embeddedPostgres() {
        var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        var archive = EmbeddedPostgresArchive.ofThisMachine();
        return new Finding(
                "PostgreSQL",
                archive.isPresent(),
                true,
                archive.map(name -> "embedded server " + name).orElse("none for " + system),
                "Use --database-url with a PostgreSQL 15 or later.");
    }

    private static Finding chromium() {
        var found = CHROMIUM_PLACES.stream().filter(Files::isExecutable).findFirst();
        return new Finding(
                "Chromium",
                found.isPresent(),
                false,
                found.map(Path::toString).orElse("not found"),
                "Only the browser tests need it: apt-get install chromium.");
    }

    private record Finding(
            String what, boolean good, boolean needed, String state, String whatToDo) {

        void printTo(PrintWriter out) {
            out.printf("%-12s %-8s %s%n", what, word(), state);
            if (!good) {
                out.printf("%-12s %-8s %s%n", "", "", whatToDo);
            }
        }

        private String word() {
            if (good) {
                return "ok";
            }
            return needed ? "MISSING" : "absent";
        }
    }
}
