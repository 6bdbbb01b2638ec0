package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.pipeline.Replay;
import sightline.pipeline.ReplayCase;
import sightline.pipeline.ReplayLine;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Replays cases and prints, day by day, what would have been said, to whom, and why. */
@Command(
        name = "replay",
        description =
                "Replay a case (suffolk, haringey, southampton, birmingham, a folder or an NDJSON file) and"
                        + " print what would have been said, to whom and why.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "CASE", description = "A name, a folder or a file.")
    private List<String> cases = List.of();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = "--law-as-of-event",
            description = "Count each clock by the pack in force on the day of its start.")
    private boolean lawAsOfEvent;

    @Option(names = "--until", paramLabel = "DATE", description = "Stop at the end of that day.")
    private @Nullable LocalDate until;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LocalDate today = London.day(InstantSource.system().instant());
        Optional<LocalDate> lawOf = lawAsOfEvent ? Optional.empty() : Optional.of(today);
        Replay replay = new Replay(new Replay.Options(Optional.ofNullable(until), lawOf));
        int setAside = 0;
        boolean unreadable = false;
        for (String name : cases) {
            try {
                Printer printer = new Printer(out, json);
                Replay.Outcome outcome = replay.run(ReplayCase.open(name), printer::print);
                setAside += outcome.setAside();
                err.printf(
                        "%s: %d messages, %d set aside%n",
                        name, outcome.messages(), outcome.setAside());
            } catch (IllegalArgumentException | UncheckedIOException cannot) {
                err.println("replay " + name + ": " + cannot.getMessage());
                unreadable = true;
            }
        }
        out.flush();
        err.flush();
        if (unreadable) {
            return Outcome.DATA_PROBLEM.code();
        }
        return (setAside > 0 ? Outcome.SET_ASIDE : Outcome.OK).code();
    }

    /** Prints lines as JSON, or as text with a heading a day. */
    private static final class Printer {
        private final PrintWriter out;
        private final boolean json;
        private Optional<LocalDate> day = Optional.empty();

        Printer(PrintWriter out, boolean json) {
            this.out = out;
            this.json = json;
        }

        void print(ReplayLine line) {
            if (json) {
                out.println(line.json());
                return;
            }
            LocalDate today = London.day(line.at());
            if (!day.equals(Optional.of(today))) {
                day = Optional.of(today);
                out.printf("%n%s%n", Words.weekday(today));
            }
            String due = line.due().map(d -> ", due " + Words.moment(d)).orElse("");
            out.printf(
                    "  %s  %s %s: %s%s%n",
                    Words.time(London.time(line.at()).toLocalTime()),
                    line.type(),
                    line.rule(),
                    line.said(),
                    due);
            if (!line.to().isEmpty()) {
                out.printf("        to %s%n", String.join(", ", line.to()));
            }
            if (!line.type().equals("shown")) {
                line.path()
                        .forEach(step ->
                                out.printf(
                                        "        - %s (%s, %s, %s)%n",
                                        step.path("text").asString(),
                                        step.path("source").asString(),
                                        step.path("date").asString(),
                                        step.path("certainty").asString()));
            }
        }
    }
}
