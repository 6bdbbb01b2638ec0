package sightline.pipeline;

import sightline.core.alerts.Attendance;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.screening.Catalogue;
import sightline.database.Database;
import sightline.database.EmbeddedPostgres;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Runs a case through the very pipeline, in a throw-away database, on a clock that follows the
 * messages and every recheck and due time between them, and 30 days beyond the last.
 */
public final class Replay {
    private static final Duration BEYOND = Duration.ofDays(30);
    private static final Duration PROMISE = Duration.ofDays(1);

    private final Options options;

    public Replay(Options options) {
        this.options = options;
    }

    /**
     * How to replay.
     *
     * @param until where to stop; 30 days beyond the last message when not given
     * @param lawOf the day whose packs count for every start; when not given, each clock counts by
     *     the pack in force on the day of its start
     */
    public record Options(Optional<LocalDate> until, Optional<LocalDate> lawOf) {
        /** Under the packs of one day, to the end. */
        public static Options under(LocalDate day) {
            return new Options(Optional.empty(), Optional.of(day));
        }
    }

    /**
     * What a replay did.
     *
     * @param messages how many messages were sent in
     * @param setAside how many of them could not be read
     */
    public record Outcome(int messages, int setAside) {}

    /** Replays a case and gives each line as it is said. */
    public Outcome run(ReplayCase replayed, Consumer<ReplayLine> said) {
        Secrets secrets = Secrets.throwAway();
        try (EmbeddedPostgres server = EmbeddedPostgres.throwAway(secrets);
                Database database = Database.prepareThrowAway(server.server(), "replay", secrets)) {
            return run(replayed, said, new Transactions(database), secrets);
        }
    }

    /** Replays a case in a database that is there and empty. */
    Outcome run(
            ReplayCase replayed,
            Consumer<ReplayLine> said,
            Transactions transactions,
            Secrets secrets) {
        Directory directory = prepare(replayed, transactions);
        Instant start =
                replayed.messages().stream()
                        .map(ReplayCase.Message::sentAt)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        SettableClock clock = new SettableClock(start);
        Facts facts = new Facts(secrets);
        Pipeline pipeline =
                new Pipeline(
                        transactions,
                        new Unread(secrets),
                        facts,
                        new Identities(secrets, facts),
                        _ -> directory,
                        new Derivation(Catalogue.screening(), clocks()),
                        clock,
                        Attendance.everybody());
        Intake intake = Intake.onClock(transactions, secrets, clock);
        return new Running(pipeline, clock, intake, said).run(replayed, end(replayed));
    }

    private Clocks clocks() {
        Clocks all = Clocks.shipped();
        return options.lawOf().map(all::asInForce).orElse(all);
    }

    private static Directory prepare(ReplayCase replayed, Transactions transactions) {
        Directory directory =
                ReplayDirectory.of(replayed.agencies(), ReplayDirectory.named(replayed.messages()));
        PostgresDirectory stored = new PostgresDirectory(transactions);
        stored.replace(
                ReplayDirectory.entries(
                        replayed.agencies(), ReplayDirectory.named(replayed.messages())));
        Senders senders = new Senders(transactions);
        LocalDate ever = LocalDate.of(1990, 1, 1);
        for (AgencyId sender : ReplayDirectory.senders(replayed.messages())) {
            senders.register(Sender.of(sender, ever, PROMISE));
        }
        return directory;
    }

    private Instant end(ReplayCase replayed) {
        Instant last =
                replayed.messages().stream()
                        .map(ReplayCase.Message::sentAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        return options.until().map(London::endOf).orElse(last.plus(BEYOND));
    }

    /** One replay under way. */
    private static final class Running {
        private static final Duration STEP = Duration.ofMinutes(1);

        private final Pipeline pipeline;
        private final SettableClock clock;
        private final Intake intake;
        private final Consumer<ReplayLine> said;
        private final Queue<ReplayCase.Refused> refused = new ArrayDeque<>();
        private int setAside;

        Running(Pipeline pipeline, SettableClock clock, Intake intake, Consumer<ReplayLine> said) {
            this.pipeline = pipeline;
            this.clock = clock;
            this.intake = intake;
            this.said = said;
        }

        Outcome run(ReplayCase replayed, Instant end) {
            int sent = 0;
            List<ReplayCase.Message> messages = replayed.messages();
            refused.addAll(replayed.refused());
            for (int i = 0; i < messages.size() && !messages.get(i).sentAt().isAfter(end); ) {
                Instant at = messages.get(i).sentAt();
                passTo(at);
                sent += refused(r -> r.at().isBefore(at));
                clock.moveTo(at);
                while (i < messages.size() && !messages.get(i).sentAt().isAfter(clock.instant())) {
                    intake.receive(
                            messages.get(i).sender(),
                            messages.get(i).raw().getBytes(StandardCharsets.UTF_8));
                    sent++;
                    i++;
                }
                work();
            }
            sent += refused(r -> !r.at().isAfter(end));
            passTo(end);
            return new Outcome(sent, setAside);
        }

        /** Prints the lines that were no message, as far as time has come; how many. */
        private int refused(Predicate<ReplayCase.Refused> now) {
            int count = 0;
            while (!refused.isEmpty() && now.test(refused.element())) {
                said.accept(ReplayLine.of(refused.remove()));
                setAside++;
                count++;
            }
            return count;
        }

        /** Lets time pass through every moment at which time alone changes something. */
        private void passTo(Instant until) {
            Optional<Instant> next = pipeline.nextRecheck();
            while (next.filter(n -> n.isBefore(until)).isPresent()) {
                Instant before = clock.instant();
                clock.moveTo(next.get().isAfter(before) ? next.get() : before.plus(STEP));
                if (!clock.instant().isBefore(until)) {
                    return;
                }
                work();
                next = pipeline.nextRecheck();
            }
        }

        private void work() {
            boolean full = true;
            while (full) {
                Pipeline.Batch batch = pipeline.runAndShow();
                List<Occurrence> shownFirst = new ArrayList<>(batch.occurrences());
                shownFirst.sort(Comparator.comparing(o -> !(o instanceof Occurrence.Visible)));
                for (Occurrence occurrence : shownFirst) {
                    setAside += occurrence instanceof Occurrence.Quarantined ? 1 : 0;
                    ReplayLine.of(occurrence).forEach(said);
                }
                full = batch.full();
            }
        }
    }
}
