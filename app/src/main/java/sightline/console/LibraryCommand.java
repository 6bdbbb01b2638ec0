package sightline.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.library.Library;
import sightline.library.LibraryImport;
import sightline.library.LibraryImport.Came;
import sightline.library.PopulationEstimates;
import sightline.library.Reports;
import sightline.library.Shelving;
import sightline.web.LibrarySite;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The public library, from the shell. */
@Command(
        name = "library",
        description = "Bring published reviews into the library, and make a copy of its site.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LibraryCommand.Import.class,
            LibraryCommand.Build.class,
            LibraryCommand.Population.class
        })
final class LibraryCommand implements Runnable {
    private static final Set<AccessRole> PUBLISHERS = Set.of(AccessRole.REVIEW_PUBLISHER);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SAY_EVERY = 50;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    /** Brings a folder in. */
    @Command(
            name = "import",
            description = {
                "Bring in a folder of PDF and DOCX that are public already, each with its fields in a JSON file",
                "of the same name, or in a row of fields.csv whose column \"file\" names it. Goes on where it was stopped. Ends with 6 where files are set aside."
            },
            mixinStandardHelpOptions = true)
    static final class Import extends DeskCommand {
        @Parameters(paramLabel = "FOLDER", description = "The folder.")
        private Path folder = Path.of("");

        @Option(names = "--json", description = "One JSON object a line.")
        private boolean json;

        Import() {
            super(PUBLISHERS, Purpose.REVIEW);
        }

        @Override
        Outcome work(Installation.Open open, ReaderContext by) throws IOException {
            Desk.record(open, by, Event.POLICY_CHANGE, "library import");
            var imports = new LibraryImport(open.transactions(), open.clock());
            var aside = new AtomicInteger();
            imports.folder(
                    folder,
                    (came, done, of) -> {
                        aside.addAndGet(came instanceof Came.Aside ? 1 : 0);
                        say(came);
                        if (done % SAY_EVERY == 0 || done == of) {
                            err().println("%d of %d files".formatted(done, of));
                            err().flush();
                        }
                    });
            return aside.get() > 0 ? Outcome.SET_ASIDE : Outcome.OK;
        }

        private void say(Came came) {
            ObjectNode node = JSON.createObjectNode().put("file", came.file());
            String words =
                    switch (came) {
                        case Came.In in -> {
                            node.put("state", "in")
                                    .put("reference", in.reference())
                                    .put("pages", in.pages());
                            in.leftBehind().forEach(node.putArray("leftBehind")::add);
                            yield in.reference()
                                    + ", "
                                    + in.pages()
                                    + " pages"
                                    + (in.leftBehind().isEmpty()
                                            ? ""
                                            : "; left behind: "
                                                    + String.join(", ", in.leftBehind()));
                        }
                        case Came.Known _ -> {
                            node.put("state", "known");
                            yield "in already";
                        }
                        case Came.Aside set -> {
                            node.put("state", "set-aside").put("because", set.because());
                            yield "set aside: " + set.because();
                        }
                    };
            print(json, node, came.file() + ": " + words);
        }
    }

    /** Brings the published numbers of children in. */
    @Command(
            name = "population",
            description = {
                "Bring in published numbers of children, from which it is counted how many a review could mean: CSV",
                "with area (empty for the nation), age_from, age_to, year, children, source, mark."
            },
            mixinStandardHelpOptions = true)
    static final class Population extends DeskCommand {
        @Parameters(paramLabel = "FILE", description = "The table.")
        private Path file = Path.of("");

        Population() {
            super(PUBLISHERS, Purpose.REVIEW);
        }

        @Override
        Outcome work(Installation.Open open, ReaderContext by) throws IOException {
            Desk.record(open, by, Event.POLICY_CHANGE, "library population");
            try (Reader in = Files.newBufferedReader(file)) {
                int rows = new PopulationEstimates(open.transactions()).replace(in);
                print(false, JSON.createObjectNode(), rows + " rows");
                return Outcome.OK;
            } catch (IllegalArgumentException wrong) {
                throw new IOException(wrong.getMessage(), wrong);
            }
        }
    }

    /** Makes a copy of the site. */
    @Command(
            name = "build",
            description = "Write the public site into a folder, for any web server to show.",
            mixinStandardHelpOptions = true)
    static final class Build extends DeskCommand {
        @Parameters(paramLabel = "FOLDER", description = "Where it is written.")
        private Path folder = Path.of("");

        @Option(
                names = "--desk",
                defaultValue = "the safeguarding desk",
                description = "Whom to ring; default ${DEFAULT-VALUE}.")
        private String desk = "";

        @Option(names = "--telephone", required = true, description = "The number of the desk.")
        private String telephone = "";

        Build() {
            super(PUBLISHERS, Purpose.REVIEW);
        }

        @Override
        Outcome work(Installation.Open open, ReaderContext by) throws IOException {
            var library = new Library(open.transactions(), open.clock());
            var reports = new Reports(library, new Shelving(open.transactions()), open.clock());
            int count =
                    new LibrarySite(library, reports, desk, telephone)
                            .build(
                                    folder,
                                    done -> {
                                        if (done % SAY_EVERY == 0) {
                                            err().println(done + " reviews");
                                            err().flush();
                                        }
                                    });
            print(false, JSON.createObjectNode(), count + " reviews");
            return Outcome.OK;
        }
    }
}
