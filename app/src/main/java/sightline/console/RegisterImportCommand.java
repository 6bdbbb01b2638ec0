package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.directory.PostgresDirectory;
import sightline.register.HeadingNames;
import sightline.register.ImportDesk;
import sightline.register.ImportFile;
import sightline.register.ImportState;
import sightline.register.Imports;
import sightline.register.UnreadableFile;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings in the file of an existing register through the stages that the page has. Without {@code
 * --go-in} it stops once every row is checked, and nothing goes in.
 */
@Command(
        name = "import",
        description = {
            "Bring in the CSV of an existing register: uploaded, checked, going in, in, set aside.",
            "Without --go-in it only checks, and says of each row that is set aside why.",
            "Ends with 6 where rows are set aside, with 3 where no row can be relied upon,",
            "with 5 where an earlier file waits for a server."
        },
        mixinStandardHelpOptions = true)
final class RegisterImportCommand extends DeskCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofMinutes(30);

    @Parameters(paramLabel = "FILE", description = "The register, as CSV.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Their headings: a line each, like Ref No = local_id.")
    private @Nullable Path mapping;

    @Option(names = "--go-in", description = "What can go in, goes in.")
    private boolean goIn;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    RegisterImportCommand() {
        super(Set.of(AccessRole.REGISTER_KEEPER), Purpose.REGISTER);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) throws IOException {
        PostgresDirectory directory = new PostgresDirectory(open.transactions());
        ImportDesk desk =
                new ImportDesk(open.transactions(), open.secrets(), directory::now, open.clock());
        String id;
        try (InputStream in = named(Files.newInputStream(file))) {
            id =
                    desk.imports()
                            .upload(
                                    by,
                                    String.valueOf(file.getFileName()),
                                    in,
                                    open.clock().instant());
        } catch (UnreadableFile refused) {
            err().println(refused.getMessage());
            return Outcome.DATA_PROBLEM;
        }
        if (waitsForAnother(desk, by, id)) {
            err().println(
                            "An earlier file is sent and not yet read. Start the server, which reads it;"
                                    + " this one is kept, and is checked then.");
            return Outcome.UNAVAILABLE;
        }
        ImportFile checked = wait(open, desk, by, id, ImportState.UPLOADED);
        if (checked.state() == ImportState.UNREADABLE) {
            print(checked);
            err().println(checked.unreadable().orElse("It cannot be read."));
            return Outcome.DATA_PROBLEM;
        }
        desk.aside(by, checked).forEach(this::print);
        if (goIn && desk.imports().confirm(by, checked, open.clock().instant())) {
            checked = wait(open, desk, by, id, ImportState.GOING_IN);
        }
        print(checked);
        return outcome(checked);
    }

    private InputStream named(InputStream in) throws IOException {
        return mapping == null ? in : HeadingNames.read(Files.readAllLines(mapping)).applied(in);
    }

    /**
     * Works, or lets a server work, until the file is past a state; or sent, where none reads it.
     */
    private static ImportFile wait(
            Installation.Open open,
            ImportDesk desk,
            ReaderContext by,
            String id,
            ImportState until) {
        Instant last = open.clock().instant().plus(AT_MOST);
        while (true) {
            boolean more = desk.work();
            ImportFile file = desk.imports().find(by, id).orElseThrow();
            boolean sent = until == ImportState.GOING_IN && file.done() >= file.rows();
            if (file.state() != until || sent) {
                return file;
            }
            if (open.clock().instant().isAfter(last)) {
                throw new IllegalStateException(
                        "It is not done after 30 minutes; it goes on under a server.\nSee /register/import.");
            }
            if (!more) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * An agency's files go one after the other; one that is sent ends when a server has read it.
     */
    private static boolean waitsForAnother(ImportDesk desk, ReaderContext by, String id) {
        while (desk.work()) {
            if (desk.imports().find(by, id).orElseThrow().state() != ImportState.UPLOADED) {
                return false;
            }
        }
        return desk.imports().newest(by).stream()
                        .anyMatch(f ->
                                !f.id().equals(id)
                                        && f.state() == ImportState.GOING_IN
                                        && f.done() >= f.rows())
                && desk.imports().find(by, id).orElseThrow().state() == ImportState.UPLOADED;
    }

    private static Outcome outcome(ImportFile file) {
        if (file.aside() > 0) {
            return Outcome.SET_ASIDE;
        }
        return file.ready() + file.known() == 0 ? Outcome.DATA_PROBLEM : Outcome.OK;
    }

    /** A row by its number and its reasons: nothing that stands in it. */
    private void print(Imports.Aside row) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "set-aside").put("row", row.number());
        var because = node.putArray("because");
        row.problems()
                .forEach(p -> because.addObject().put("says", Imports.says(p)).put("fix", p.fix()));
        List<String> says =
                row.problems().stream().map(p -> Imports.says(p) + " " + p.fix()).toList();
        print(json, node, "row %d: %s".formatted(row.number(), String.join(" ", says)));
    }

    private void print(ImportFile done) {
        String state = done.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "file").put("id", done.id()).put("state", state);
        node.put("rows", done.rows()).put("ready", done.ready()).put("known", done.known());
        node.put("setAside", done.aside()).put("wentIn", done.goneIn());
        print(
                json,
                node,
                "%s: %d rows, %d to go in, %d in before, %d set aside, %d went in%s"
                        .formatted(
                                state,
                                done.rows(),
                                done.ready(),
                                done.known(),
                                done.aside(),
                                done.goneIn(),
                                Optional.of(done)
                                        .filter(f -> f.state() == ImportState.GOING_IN)
                                        .map(_ -> "; a server reads what was sent")
                                        .orElse("")));
    }
}
