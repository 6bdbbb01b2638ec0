package sightline.console.demo;

import sightline.access.AccessRole;
import sightline.access.Accounts;
import sightline.access.NewAccount;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.alerts.Attendance;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Sensitive;
import sightline.core.screening.Catalogue;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;
import sightline.library.PopulationEstimates;
import sightline.library.Shelving;
import sightline.pipeline.Pipeline;
import sightline.pipeline.SettableClock;
import sightline.population.LifeEvent;
import sightline.population.LifeEvents;
import sightline.population.Population;
import sightline.population.Settings;
import sightline.reviews.Chronologies;
import sightline.reviews.Reviews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Loads the demonstration: some thousand invented people of three areas and some storylines, sent
 * in as their agencies would have sent it, on a clock that follows, up to today.
 */
public final class DemoWorld {
    /** How many people live in the partnership. */
    public static final int PEOPLE = 2_000;

    /** To whom the case review's recommendations are made. */
    private static final List<AgencyType> REVIEWED =
            List.of(
                    AgencyType.CHILDRENS_SOCIAL_CARE,
                    AgencyType.HOSPITAL,
                    AgencyType.GP,
                    AgencyType.POLICE,
                    AgencyType.HOUSING,
                    AgencyType.SCHOOL);

    private static final int REVIEW_DAYS = 300;
    private static final long SEED = 7;
    private static final int DAYS = 60;

    /** Alerts of the last days are there to be opened; those before them have been. */
    private static final Duration UNOPENED = Duration.ofDays(1);

    private static final int AT_ONCE = 500;
    private static final Duration PROMISE = Duration.ofDays(1);
    private static final UserId SETUP = new UserId("demo-setup");

    private final Transactions transactions;
    private final Secrets secrets;
    private final Consumer<String> progress;
    private final int people;

    /**
     * @param people how many; {@link #PEOPLE} but for a test
     */
    public DemoWorld(
            Transactions transactions, Secrets secrets, Consumer<String> progress, int people) {
        this.people = people;
        this.transactions = transactions;
        this.secrets = secrets;
        this.progress = progress;
    }

    /** One message on its way in. */
    private record Waiting(Instant at, AgencyId sender, String body) {}

    /**
     * Loads everything up to a moment.
     *
     * @param signIns the file in which the names and the one-time made password are written
     */
    public void load(Instant now, Path signIns) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Population population =
                new Population(Settings.of(SEED, people, today.minusDays(DAYS), today));
        DemoDirectory directory = new DemoDirectory(population.agencies());
        new PostgresDirectory(transactions).replace(directory.entries());
        Senders senders = new Senders(transactions);
        directory
                .agencies()
                .forEach(a -> senders.register(Sender.of(a.id(), today.minusDays(DAYS), PROMISE)));
        accounts(directory, signIns, London.startOf(today.minusDays(DAYS)));
        new DemoLibrary(new Shelving(transactions), now).load();
        DemoLibrary.children(
                new PopulationEstimates(transactions),
                directory.entries().areas(),
                today.getYear());
        life(population, directory, new Storylines(directory.agencies(), today), now);
        review(directory, now);
    }

    /** One case review, led by whoever of the partnership writes reviews. */
    private void review(DemoDirectory directory, Instant now) {
        List<AgencyId> six =
                REVIEWED.stream()
                        .flatMap(type ->
                                directory.agencies().stream()
                                        .filter(a -> a.type() == type)
                                        .limit(1))
                        .map(Agency::id)
                        .toList();
        directory.signs().stream()
                .filter(s -> s.role() == AccessRole.REVIEW_AUTHOR && six.size() == REVIEWED.size())
                .forEach(s -> {
                    var lead =
                            new ReaderContext(
                                    "demo-review",
                                    new UserId(s.id().value()),
                                    s.agency(),
                                    Set.of(s.role()),
                                    Set.of(),
                                    Set.of(),
                                    Purpose.REVIEW);
                    var journal = new Journal(secrets);
                    ReviewStory story =
                            ReviewStory.tell(
                                    new ReviewStory.Rooms(
                                            new Reviews(transactions, journal),
                                            new Chronologies(transactions, journal)),
                                    lead,
                                    six,
                                    new Role("safeguarding-lead"),
                                    now.truncatedTo(ChronoUnit.SECONDS)
                                            .minus(Duration.ofDays(REVIEW_DAYS)));
                    story.acceptRest(London.day(now).plusDays(DAYS));
                    story.finished();
                });
    }

    private void accounts(DemoDirectory directory, Path signIns, Instant since) {
        Accounts accounts = new Accounts(transactions, secrets);
        String password = password();
        List<String> lines = new ArrayList<>();
        lines.add("password  " + password);
        for (DemoDirectory.Sign sign : directory.signs()) {
            accounts.create(
                    new NewAccount(
                            new UserId(sign.id().value()),
                            sign.id().value(),
                            sign.agency(),
                            new Sensitive<>(sign.name()),
                            new Sensitive<>(password),
                            java.util.Set.of(sign.role()),
                            java.util.Set.of(),
                            SETUP),
                    since);
            lines.add(
                    String.join(
                            "|",
                            sign.name(),
                            sign.title(),
                            directory.name(sign.agency()),
                            sign.id().value()));
        }
        try {
            Files.deleteIfExists(signIns);
            Files.createFile(
                    signIns,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(signIns, lines);
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot write the demonstration's sign-ins", cannot);
        }
    }

    /** Four words that nobody uses elsewhere; made anew for each demonstration. */
    private static String password() {
        String letters = "bcdfghjkmnpqrstvwxz";
        String vowels = "aeiou";
        SecureRandom random = new SecureRandom();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            String from = i % 2 == 0 ? letters : vowels;
            word.append(from.charAt(random.nextInt(from.length())));
            if (i % 4 == 3 && i < 15) {
                word.append('-');
            }
        }
        return word.toString();
    }

    private void life(
            Population population, DemoDirectory directory, Storylines storylines, Instant now) {
        LifeEvents events = population.events();
        PriorityQueue<Waiting> stories =
                new PriorityQueue<>(java.util.Comparator.comparing(Waiting::at));
        storylines.messages((at, sender, body) -> stories.add(new Waiting(at, sender, body)));
        LifeEventMessages messages = new LifeEventMessages();
        Loading loading = new Loading(now, directory.agencies().stream().map(Agency::id).toList());
        long afterGap = newest(population, directory);
        while (events.hasNext()) {
            LifeEvent event = events.next();
            Instant at = event.recordedAt().isBefore(now) ? event.recordedAt() : now;
            if (event.number() == afterGap) {
                messages.lose(event.agencyId());
            }
            while (!stories.isEmpty() && !stories.peek().at().isAfter(at)) {
                loading.add(stories.remove());
            }
            loading.add(new Waiting(at, new AgencyId(event.agencyId()), messages.message(event)));
        }
        while (!stories.isEmpty()) {
            loading.add(stories.remove());
        }
        loading.finish();
    }

    /**
     * The newest message of a GP, or else of anybody: one before it is lost, so that a page shows a
     * gap that began lately.
     */
    private static long newest(Population population, DemoDirectory directory) {
        Set<String> gps =
                directory.agencies().stream()
                        .filter(a -> a.type() == AgencyType.GP)
                        .map(a -> a.id().value())
                        .collect(Collectors.toSet());
        long ofGp = -1;
        long ofAnybody = -1;
        LifeEvents events = new Population(population.settings()).events();
        while (events.hasNext()) {
            LifeEvent event = events.next();
            ofAnybody = event.number();
            ofGp = gps.contains(event.agencyId()) ? event.number() : ofGp;
        }
        return ofGp < 0 ? ofAnybody : ofGp;
    }

    /**
     * Sends what is recorded and lets time pass, a day at a time once the demonstration's days
     * begin.
     */
    private final class Loading {
        private final Instant now;
        private final Instant begin;
        private final SettableClock clock;
        private final Intake intake;
        private final Pipeline pipeline;
        private final List<Waiting> batch = new ArrayList<>();
        private int sent;
        private boolean caughtUp;
        private final List<AgencyId> senders;

        Loading(Instant now, List<AgencyId> senders) {
            this.now = now;
            this.senders = List.copyOf(senders);
            this.begin = now.minus(Duration.ofDays(DAYS));
            this.clock = new SettableClock(Instant.EPOCH);
            this.intake = Intake.onClock(transactions, secrets, clock);
            Facts facts = new Facts(secrets);
            PostgresDirectory directory = new PostgresDirectory(transactions);
            this.pipeline =
                    new Pipeline(
                            transactions,
                            new Unread(secrets),
                            facts,
                            new Identities(secrets, facts),
                            directory::now,
                            new Derivation(Catalogue.screening(), Clocks.shipped()),
                            clock,
                            Attendance.openedBefore(now.minus(UNOPENED)));
        }

        void add(Waiting message) {
            boolean history = message.at().isBefore(begin);
            boolean nextDay =
                    !batch.isEmpty()
                            && !history
                            && message.at()
                                    .isAfter(batch.getFirst().at().plus(Duration.ofHours(6)));
            if (batch.size() >= AT_ONCE || nextDay) {
                flush();
            }
            batch.add(message);
        }

        private void flush() {
            if (batch.isEmpty()) {
                return;
            }
            Instant last = batch.getLast().at();
            boolean wasHistory = last.isBefore(begin);
            clock.moveTo(last);
            Map<AgencyId, List<byte[]>> bySender = new LinkedHashMap<>();
            for (Waiting message : batch) {
                bySender.computeIfAbsent(message.sender(), _ -> new ArrayList<>())
                        .add(message.body().getBytes(StandardCharsets.UTF_8));
            }
            bySender.forEach(intake::receiveAll);
            sent += batch.size();
            batch.clear();
            if (wasHistory) {
                history();
                return;
            }
            if (!caughtUp) {
                pipeline.catchUp(0);
                caughtUp = true;
            }
            work();
            progress.accept("loaded " + sent + " messages, to " + clock.instant());
        }

        private void history() {
            boolean more = true;
            while (more) {
                more = pipeline.takeHistory().full();
            }
        }

        private void work() {
            boolean more = true;
            while (more) {
                more = pipeline.run().full();
            }
        }

        void finish() {
            flush();
            clock.moveTo(now);
            DemoHeartbeats.first(intake, senders, now);
            work();
            progress.accept("loaded " + sent + " messages in all");
        }
    }
}
