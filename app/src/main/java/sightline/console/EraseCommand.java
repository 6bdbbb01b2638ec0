package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.directory.PostgresDirectory;
import sightline.facts.Erasures;
import sightline.facts.Holds;
import sightline.facts.Tombstones;
import sightline.pipeline.Erasing;
import sightline.pipeline.Retention;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The end of content: ordered by one privacy officer, approved by another, never under a hold. */
@Command(
        name = "erase",
        description = "End the content of records: order, approve, run; holds win.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EraseCommand.Order.class,
            EraseCommand.Approve.class,
            EraseCommand.Run.class,
            EraseCommand.Orders.class,
            EraseDueCommand.class,
            EraseCommand.PlaceHold.class,
            EraseCommand.LiftHold.class
        })
final class EraseCommand implements Runnable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<AccessRole> OFFICERS = Set.of(AccessRole.PRIVACY_OFFICER);
    private static final Erasures ERASURES = new Erasures();
    private static final Holds HOLDS = new Holds();

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** A privacy officer's command. */
    private abstract static class OfficersCommand extends DeskCommand {
        OfficersCommand() {
            super(OFFICERS, Purpose.OVERSIGHT);
        }
    }

    private static Erasing erasing(Installation.Open open) {
        PostgresDirectory directory = new PostgresDirectory(open.transactions());
        return new Erasing(
                open.transactions(),
                open.secrets(),
                directory::now,
                new Derivation(Catalogue.screening(), Clocks.shipped()),
                open.clock());
    }

    /** The records of a file, a line each: {@code agency:local-id}. */
    private static List<SourceRecord> records(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(SourceRecord::parse)
                .toList();
    }

    /** Orders an erasure. */
    @Command(
            name = "order",
            description = "Order an erasure; another privacy officer must approve it.",
            mixinStandardHelpOptions = true)
    static final class Order extends OfficersCommand {
        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        static final class Which {
            @Option(
                    names = "--records",
                    paramLabel = "FILE",
                    description = "The records, one agency:local-id a line.")
            private @Nullable Path file;

            @Option(
                    names = "--due",
                    paramLabel = "PERSON",
                    description = "All records of a person whom erase due lists.")
            private @Nullable String person;
        }

        @Option(
                names = "--reference",
                required = true,
                description = "A reference in your files; never a name.")
        private String reference = "";

        @Option(names = "--json", description = "One JSON object.")
        private boolean json;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) throws IOException {
            Optional<Retention.Due> due =
                    Optional.ofNullable(which.person)
                            .map(PersonId::new)
                            .map(p ->
                                    EraseDueCommand.retention(open)
                                            .dueNow(p, open.clock().instant())
                                            .orElseThrow(() ->
                                                    new IllegalArgumentException(
                                                            "That person's records are not due.")));
            List<SourceRecord> records =
                    due.isPresent()
                            ? EraseDueCommand.retention(open).records(due.get().person())
                            : records(Objects.requireNonNull(which.file));
            String rule = due.map(Retention.Due::rule).orElse(Erasures.ORDERED);
            long facts = erasing(open).count(records);
            Desk.record(open, by, Event.APPROVE, "erasure asked for, " + facts + " facts");
            long number =
                    open.transactions()
                            .asReader(
                                    by,
                                    List.of(),
                                    sql -> ERASURES.order(sql, rule, reference, records, facts));
            ObjectNode node = JSON.createObjectNode().put("order", number).put("facts", facts);
            print(json, node, "order %d: %d facts".formatted(number, facts));
            return Outcome.OK;
        }
    }

    /** Approves an order. */
    @Command(
            name = "approve",
            description = "Approve another privacy officer's order, within 24 hours.",
            mixinStandardHelpOptions = true)
    static final class Approve extends OfficersCommand {
        @Parameters(paramLabel = "ORDER")
        private long number;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            Desk.record(open, by, Event.APPROVE, "approval of erasure order " + number);
            boolean approved =
                    open.transactions()
                            .asReader(by, List.of(), sql -> ERASURES.approve(sql, number));
            err().println(
                            approved
                                    ? "approved"
                                    : "Not approved: it takes another person of another team, in time.");
            return approved ? Outcome.OK : Outcome.NOT_ALLOWED;
        }
    }

    /** Carries an order out. */
    @Command(
            name = "run",
            description = "Carry out an order that was approved.",
            mixinStandardHelpOptions = true)
    static final class Run extends OfficersCommand {
        @Parameters(paramLabel = "ORDER")
        private long number;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            Optional<Erasures.Order> order =
                    open.transactions().asReader(by, List.of(), sql -> ERASURES.find(sql, number));
            PrintWriter err = err();
            if (order.isEmpty()) {
                err.println("There is no order " + number + ".");
                return Outcome.FAILED;
            }
            Desk.record(open, by, Event.APPROVE, "erasure order " + number + " is carried out");
            Tombstones.Outcome outcome = erasing(open).run(order.get());
            err.println(words(outcome));
            return switch (outcome) {
                case ERASED -> Outcome.OK;
                case HELD, NOT_APPROVED -> Outcome.NOT_ALLOWED;
                case CHANGED -> Outcome.DATA_PROBLEM;
            };
        }

        private static String words(Tombstones.Outcome outcome) {
            return switch (outcome) {
                case ERASED -> "erased";
                case HELD -> "Nothing was erased: a legal hold stands on a record.";
                case NOT_APPROVED ->
                        "Nothing was erased: the order has no approval that is good now.";
                case CHANGED ->
                        "Nothing was erased: more was recorded since it was ordered. Order again.";
            };
        }
    }

    /** Lists orders and holds. */
    @Command(
            name = "list",
            description = "List orders and the holds that stand.",
            mixinStandardHelpOptions = true)
    static final class Orders extends OfficersCommand {
        @Option(names = "--json", description = "One JSON object a line.")
        private boolean json;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            Desk.record(open, by, Event.VISIT, "erasure orders and holds");
            open.transactions().asReader(by, List.of(), ERASURES::list).forEach(this::print);
            open.transactions().asReader(by, List.of(), HOLDS::standing).forEach(this::print);
            return Outcome.OK;
        }

        private void print(Erasures.Order order) {
            String state = order.state().name().toLowerCase(Locale.ROOT);
            ObjectNode node =
                    JSON.createObjectNode()
                            .put("type", "order")
                            .put("order", order.number())
                            .put("state", state)
                            .put("rule", order.rule())
                            .put("reference", order.reference())
                            .put("records", order.records().size())
                            .put("facts", order.facts())
                            .put("by", order.orderedBy())
                            .put("at", order.orderedAt().toString());
            print(
                    json,
                    node,
                    "order %d  %-8s %s %s: %d facts of %d records, by %s"
                            .formatted(
                                    order.number(),
                                    state,
                                    order.rule(),
                                    order.reference(),
                                    order.facts(),
                                    order.records().size(),
                                    order.orderedBy()));
        }

        private void print(Holds.Hold hold) {
            ObjectNode node =
                    JSON.createObjectNode()
                            .put("type", "hold")
                            .put("hold", hold.number())
                            .put("record", hold.record().toString())
                            .put("reference", hold.reference())
                            .put("by", hold.placedBy())
                            .put("at", hold.placedAt().toString())
                            .put("lifting", hold.lifting().isPresent());
            print(
                    json,
                    node,
                    "hold %d  %s on %s, by %s%s"
                            .formatted(
                                    hold.number(),
                                    hold.reference(),
                                    hold.record(),
                                    hold.placedBy(),
                                    hold.lifting().isPresent() ? ", lifting was asked for" : ""));
        }
    }

    /** Places holds. */
    @Command(
            name = "hold",
            description = "Place a legal hold on records: nothing of them is erased.",
            mixinStandardHelpOptions = true)
    static final class PlaceHold extends OfficersCommand {
        @Option(
                names = "--records",
                required = true,
                paramLabel = "FILE",
                description = "The records, one agency:local-id a line.")
        private Path file = Path.of("records");

        @Option(
                names = "--reference",
                required = true,
                description = "A reference in the files of whoever asked for it; never a name.")
        private String reference = "";

        @Override
        Outcome work(Installation.Open open, ReaderContext by) throws IOException {
            for (SourceRecord record : records(file)) {
                Desk.record(open, by, Event.APPROVE, "legal hold placed");
                long number =
                        open.transactions()
                                .asReader(
                                        by, List.of(), sql -> HOLDS.place(sql, record, reference));
                out().println("hold " + number);
            }
            return Outcome.OK;
        }
    }

    /** Lifts a hold, by two people one after the other. */
    @Command(
            name = "lift",
            description = {
                "Lift a legal hold: the first officer asks with --ask,",
                "another one of another team lifts it within 24 hours."
            },
            mixinStandardHelpOptions = true)
    static final class LiftHold extends OfficersCommand {
        @Parameters(paramLabel = "HOLD")
        private long number;

        @Option(names = "--ask", description = "Ask that it be lifted.")
        private boolean ask;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            String detail = (ask ? "lifting asked for of hold " : "lifting of hold ") + number;
            Desk.record(open, by, Event.APPROVE, detail);
            boolean done =
                    open.transactions()
                            .asReader(
                                    by,
                                    List.of(),
                                    sql ->
                                            ask
                                                    ? HOLDS.askToLift(sql, number)
                                                    : HOLDS.lift(sql, number));
            return done ? Outcome.OK : Outcome.NOT_ALLOWED;
        }
    }
}
