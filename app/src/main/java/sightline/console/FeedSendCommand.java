package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.core.kernel.AgencyId;
import sightline.feeds.CsvMapping;
import sightline.feeds.Problem;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Sends the messages of files as an agency's system would, and goes on where it was stopped. */
@Command(
        name = "send",
        description = {
            "Send messages: .ndjson (one a line), .json (one), .csv (one a row, by a mapping).",
            "Prints a receipt a message. May be run again at any time: nothing is kept twice."
        },
        mixinStandardHelpOptions = true)
final class FeedSendCommand implements Callable<Integer> {

    @Option(names = "--sender", required = true, description = "Agency id as which to send.")
    private String sender = "";

    @Option(
            names = "--to",
            defaultValue = "http://localhost:8080",
            description = "Address of the server; default ${DEFAULT-VALUE}.")
    private URI server = URI.create("http://localhost:8080");

    @Option(
            names = "--keys",
            description = "File of the sender's keys; default .sightline/data/senders/SENDER.keys.")
    private @Nullable Path keys;

    @Option(names = "--mapping", description = "YAML that says what the columns of a CSV mean.")
    private @Nullable Path mapping;

    @Option(
            names = "--receipt-keys",
            description = "File of the keys that sign receipts; default is to ask the server.")
    private @Nullable Path receiptKeys;

    @Option(names = "--json", description = "Print whole answers, one JSON object a line.")
    private boolean json;

    @Option(names = "--again", description = "Send everything, also what was sent before.")
    private boolean again;

    @Option(names = "--first-wait", hidden = true, defaultValue = "PT1S")
    private Duration firstWait = Duration.ofSeconds(1);

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to send, in this order.")
    private List<Path> files = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            var credentials = SenderKeys.of(sender, keys);
            var columns = columns();
            try (var poster =
                    new MessagePoster(
                            server, credentials, firstWait, Optional.ofNullable(receiptKeys))) {
                var aside = 0;
                for (var file : files) {
                    aside += send(file, credentials.sender(), columns, poster);
                }
                return (aside == 0 ? Outcome.OK : Outcome.SET_ASIDE).code();
            }
        } catch (MessagePoster.Refused refused) {
            say(refused.words());
            return refused.outcome().code();
        } catch (IOException unreadable) {
            say("cannot read or write " + unreadable.getMessage());
            return Outcome.FAILED.code();
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    /** How many lines or rows of a file were set aside. */
    private int send(Path file, AgencyId as, Optional<CsvMapping> columns, MessagePoster poster)
            throws IOException, MessagePoster.Refused {
        var progress = SendProgress.of(file, server.toString());
        var from = again ? 0 : progress.done();
        var sending = new FileSending(file, from, progress, poster, this::print, this::complain);
        if (from > 0) {
            say(file + ": going on after line " + from);
        }
        try (var messages = FileMessages.open(file, as, columns)) {
            sending.send(messages);
        }
        say("%s: %d sent, %d set aside".formatted(file, sending.sent(), sending.aside()));
        return sending.aside();
    }

    private Optional<CsvMapping> columns() throws IOException {
        return mapping == null
                ? Optional.empty()
                : Optional.of(CsvMapping.parse(Files.readString(mapping)));
    }

    private void print(FileSending.Answered answered) {
        var out = spec.commandLine().getOut();
        out.println(json ? answered.json() : answered.line());
        out.flush();
    }

    private void complain(Path file, int line, List<Problem> problems) {
        problems.forEach(problem ->
                say(
                        "%s:%d: %s: %s; %s"
                                .formatted(
                                        file,
                                        line,
                                        problem.field(),
                                        problem.message(),
                                        problem.fix())));
    }

    private void say(String words) {
        var err = spec.commandLine().getErr();
        err.println(words);
        err.flush();
    }
}
