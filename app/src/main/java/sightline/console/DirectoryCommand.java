package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Journal;
import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryChange;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;
import sightline.directory.PostgresDirectory;
import sightline.upkeep.DirectoryKeeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the directory: areas with their postcodes and holidays, and who has whose work. */
@Command(
        name = "directory",
        description = {
            "Keep areas and agencies. A platform operator keeps all of them, an administrator of a",
            "safeguarding partnership those of its area."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            DirectoryCommand.Show.class,
            DirectoryCommand.Holiday.class,
            DirectoryCommand.Postcodes.class,
            DirectoryCommand.Succeed.class,
            DirectoryCommand.Serve.class,
            DirectoryCommand.Merge.class
        })
final class DirectoryCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** A command of somebody who keeps the directory. */
    private abstract static class KeepersCommand extends DeskCommand {
        KeepersCommand() {
            super(UserCommand.ADMINISTRATORS, Purpose.ADMINISTRATION);
        }

        static DirectoryKeeping keeping(Installation.Open open) {
            return new DirectoryKeeping(
                    open.transactions(),
                    new PostgresDirectory(open.transactions()),
                    new Journal(open.secrets()));
        }

        Outcome make(Installation.Open open, ReaderContext by, DirectoryChange change) {
            return keeping(open).change(by, change, open.clock().instant())
                    ? Outcome.OK
                    : refuse("You do not keep the entries of that area.");
        }
    }

    /** Lists areas and agencies. */
    @Command(
            name = "show",
            description = "List areas and agencies, a line each.",
            mixinStandardHelpOptions = true)
    static final class Show extends KeepersCommand {
        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            Optional<DirectoryKeeping.Kept> kept = keeping(open).look(by);
            if (kept.isEmpty()) {
                return refuse("You keep no part of the directory.");
            }
            kept.get().areas().forEach(a -> out().println(line(a)));
            kept.get().agencies().forEach(a -> out().println(line(a)));
            return Outcome.OK;
        }

        private static String line(Area area) {
            return "area %s, %s, postcodes: %s, holidays: %s%s"
                    .formatted(
                            area.id(),
                            area.name(),
                            area.postcodes().isEmpty()
                                    ? "none"
                                    : String.join(", ", area.postcodes()),
                            area.holidays().isEmpty() ? "none" : area.holidays().keySet(),
                            area.merged()
                                    .map(m -> ", part of %s from %s".formatted(m.into(), m.from()))
                                    .orElse(""));
        }

        private static String line(Agency agency) {
            return "agency %s, %s, %s, in %s%s%s%s"
                    .formatted(
                            agency.id(),
                            agency.name(),
                            agency.type().slug(),
                            agency.area(),
                            agency.serves().stream()
                                    .map(s -> ", serves " + s.area() + days(s.days()))
                                    .collect(Collectors.joining()),
                            agency.open().until().map(d -> ", last day " + d).orElse(""),
                            agency.successor().map(s -> ", succeeded by " + s).orElse(""));
        }
    }

    private static String days(Period days) {
        return days.from().map(d -> " from " + d).orElse("")
                + days.until().map(d -> " until " + d).orElse("");
    }

    /** Enters or takes away an area's own holiday. */
    @Command(
            name = "holiday",
            description = "Enter a holiday of an area's own; without a name, take it away.",
            mixinStandardHelpOptions = true)
    static final class Holiday extends KeepersCommand {
        @Parameters(index = "0", paramLabel = "AREA")
        private String area = "";

        @Parameters(index = "1", paramLabel = "DAY", description = "Like 2026-12-31.")
        private LocalDate day = LocalDate.EPOCH;

        @Parameters(index = "2", paramLabel = "NAME", arity = "0..1")
        private Optional<String> name = Optional.empty();

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            return make(open, by, new DirectoryChange.Holiday(new AreaId(area), day, name));
        }
    }

    /** Enters an area's postcodes. */
    @Command(
            name = "postcodes",
            description = "Enter the postcode areas, districts or sectors of an area: all it has.",
            mixinStandardHelpOptions = true)
    static final class Postcodes extends KeepersCommand {
        @Parameters(index = "0", paramLabel = "AREA")
        private String area = "";

        @Parameters(
                index = "1..*",
                paramLabel = "POSTCODE",
                description = "WM, WM4 or “WM4 2”; none takes all away.")
        private List<String> postcodes = List.of();

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            return make(open, by, new DirectoryChange.Postcodes(new AreaId(area), postcodes));
        }
    }

    /** Closes an agency. */
    @Command(
            name = "succeed",
            description = "Close an agency at the end of a day; another of its type has its work.",
            mixinStandardHelpOptions = true)
    static final class Succeed extends KeepersCommand {
        @Parameters(index = "0", paramLabel = "AGENCY", description = "The one that closes.")
        private String agency = "";

        @Parameters(index = "1", paramLabel = "NEXT", description = "The one that has its work.")
        private String next = "";

        @Parameters(index = "2", paramLabel = "LAST-DAY", description = "Like 2027-03-31.")
        private LocalDate lastDay = LocalDate.EPOCH;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            return make(
                    open,
                    by,
                    new DirectoryChange.Succession(
                            new AgencyId(agency), new AgencyId(next), lastDay));
        }
    }

    /** Has an agency serve an area that is not its home. */
    @Command(
            name = "serve",
            description = {
                "Enter on which days an agency serves an area besides its own: it is asked in checks of homes there,",
                "and told of children there. The same first day again, with a last one, ends it."
            },
            mixinStandardHelpOptions = true)
    static final class Serve extends KeepersCommand {
        @Parameters(index = "0", paramLabel = "AGENCY", description = "The one that serves it.")
        private String agency = "";

        @Parameters(index = "1", paramLabel = "AREA", description = "One that is not its home.")
        private String area = "";

        @Parameters(index = "2", paramLabel = "FIRST-DAY", description = "Like 2027-04-01.")
        private LocalDate first = LocalDate.EPOCH;

        @Parameters(index = "3", paramLabel = "LAST-DAY", arity = "0..1")
        private Optional<LocalDate> last = Optional.empty();

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            return make(
                    open,
                    by,
                    new DirectoryChange.Serve(
                            new AgencyId(agency),
                            new AreaId(area),
                            new Period(Optional.of(first), last)));
        }
    }

    /** Merges an area into another. */
    @Command(
            name = "merge",
            description = {
                "Make an area part of another from a day on. Each of its agencies of whose type the other",
                "has exactly one closes the day before; the rest stay open and serve the whole."
            },
            mixinStandardHelpOptions = true)
    static final class Merge extends KeepersCommand {
        @Parameters(index = "0", paramLabel = "AREA", description = "The one that ends.")
        private String area = "";

        @Parameters(index = "1", paramLabel = "INTO")
        private String into = "";

        @Parameters(index = "2", paramLabel = "FROM", description = "Like 2027-04-01.")
        private LocalDate from = LocalDate.EPOCH;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            return make(
                    open, by, new DirectoryChange.Merge(new AreaId(area), new AreaId(into), from));
        }
    }
}
