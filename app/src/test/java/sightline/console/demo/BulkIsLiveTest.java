package sightline.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.alerts.Attendance;
import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Catalogue;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;
import sightline.pipeline.Pipeline;
import sightline.pipeline.SettableClock;
import sightline.population.LifeEvent;
import sightline.population.Population;
import sightline.population.Settings;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The bulk path is a contract: history that is loaded set-based leaves the same people, places,
 * alerts and duties as the same messages one by one as they came.
 */
@Tag("ci")
final class BulkIsLiveTest {
    private static final TestSize SIZE = TestSize.chosen();

    /** With a year of their lives: some 6 messages for each, and the storylines. */
    private static final int PEOPLE = SIZE.of(50, 900, 9_000);

    /** One by one, each is a transaction of its own: some 5,000 end within ten minutes. */
    private static final int MESSAGES = SIZE.of(200, 5_000, 50_000);

    /** One in so many. */
    private static final int CORRECTED = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DAYS = SIZE.of(60, 365, 365);
    private static final long SEED = Long.getLong("seed", 11);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant END = Instant.parse("2026-03-02T09:00:00Z");

    /**
     * One after the other: what is compared, each a query whose rows hold every key and state. When
     * somebody was told is no consequence of the facts but happened: the clocks of that differ.
     */
    private static final List<String> PROJECTIONS =
            List.of(
                    "SELECT record_key || ' ' || person || ' ' || certainty FROM identity.person",
                    "SELECT first || ' ' || second || ' ' || held FROM identity.undecided",
                    "SELECT address_key || ' ' || coalesce(place, '-') FROM identity.address",
                    "SELECT record_key || ' ' || subject FROM alerts.depends_on_record",
                    "SELECT place || ' ' || subject FROM alerts.depends_on_place",
                    """
                    SELECT subject || ' ' || reference || ' ' || state || ' ' || certainty || ' ' || raised_at || content
                      FROM alerts.alert WHERE state <> 'withdrawn'
                    """,
                    """
                    SELECT subject || ' ' || key || ' ' || state || ' ' || rung || ' ' || due_at || content
                      FROM alerts.duty WHERE clock NOT LIKE 'alert.%'
                    """);

    private record Waiting(Instant at, AgencyId sender, String body) {}

    private final Secrets secrets = Secrets.throwAway();

    @Test
    void historyLoadedSetBasedLeavesWhatTheSameMessagesLeaveOneByOne() {
        System.out.println("seed " + SEED);
        var population = new Population(Settings.of(SEED, PEOPLE, TODAY.minusDays(DAYS), TODAY));
        var all = messages(population);
        assertThat(all).hasSizeGreaterThanOrEqualTo(MESSAGES);
        var messages = amended(all.subList(all.size() - MESSAGES, all.size()));
        try (var live = new World(population);
                var bulk = new World(population)) {
            took("one by one", messages, live::oneByOne);
            took("set-based", messages, bulk::setBased);

            assertThat(live.count("alerts.alert")).isPositive();
            assertThat(live.count("alerts.duty")).isPositive();
            assertThat(live.count("facts.withdrawn WHERE taken_back AND NOT named")).isPositive();
            assertThat(live.count("facts.correction")).isPositive();
            for (var projection : PROJECTIONS) {
                assertThat(bulk.rows(projection)).as(projection).isEqualTo(live.rows(projection));
            }
        }
    }

    /**
     * With corrections of some of them, and of some corrections, that name fewer people or others,
     * and with what takes some of the entries back by naming somebody else.
     */
    private static List<Waiting> amended(List<Waiting> messages) {
        var random = new Random(SEED);
        var amended = new ArrayList<>(messages);
        for (var message : messages) {
            if (random.nextInt(CORRECTED) == 0) {
                var other = messages.get(random.nextInt(messages.size()));
                var first = corrected(message, message, other, random);
                amended.add(first);
                if (random.nextBoolean()) {
                    amended.add(
                            corrected(
                                    message,
                                    random.nextBoolean() ? first : message,
                                    other,
                                    random));
                }
                if (random.nextBoolean()) {
                    amended.add(takenBack(message, random.nextBoolean() ? message : first, random));
                }
            }
        }
        amended.sort(Comparator.comparing(Waiting::at));
        return amended;
    }

    private static Waiting corrected(Waiting message, Waiting wrong, Waiting other, Random random) {
        var right = (ObjectNode) JSON.readTree(message.body());
        var people = right.withArray("people");
        if (people.size() > 1 && random.nextBoolean()) {
            people.remove(people.size() - 1);
        }
        if (other.sender().equals(message.sender()) && random.nextBoolean()) {
            JSON.readTree(other.body()).path("people").forEach(people::add);
        }
        right.put("corrects", id(wrong));
        return after(message, right, random);
    }

    private static Waiting takenBack(Waiting message, Waiting named, Random random) {
        var back = JSON.createObjectNode();
        back.put("sender", message.sender().value());
        back.put("sentAt", message.at().toString());
        back.put("kind", "retraction");
        back.putArray("regarding").add(id(named));
        back.putObject("body");
        return after(message, back, random);
    }

    /** Some days later, as another message, which was sent before it came. */
    private static Waiting after(Waiting message, ObjectNode body, Random random) {
        body.remove("number");
        body.put("id", id(message) + "-" + Long.toHexString(random.nextLong()));
        int hours = random.nextInt(400);
        var sent = message.at().plus(Duration.ofHours(random.nextInt(hours + 1)));
        body.put("sentAt", noLaterThanEnd(sent).toString());
        return waiting(
                message.at().plus(Duration.ofHours(hours)), message.sender(), body.toString());
    }

    private static Instant noLaterThanEnd(Instant at) {
        return at.isAfter(END) ? END : at;
    }

    private static String id(Waiting message) {
        return JSON.readTree(message.body()).path("id").asString();
    }

    private static void took(String how, List<Waiting> messages, Consumer<List<Waiting>> run) {
        long began = System.nanoTime();
        run.accept(messages);
        System.out.printf(
                "%,d messages %s: %,d s%n",
                messages.size(), how, (System.nanoTime() - began) / 1_000_000_000);
    }

    private static List<Waiting> messages(Population population) {
        var messages = new ArrayList<Waiting>();
        new Storylines(new DemoDirectory(population.agencies()).agencies(), TODAY)
                .messages((at, sender, body) -> messages.add(waiting(at, sender, body)));
        var write = new LifeEventMessages();
        var events = population.events();
        while (events.hasNext()) {
            LifeEvent event = events.next();
            var sender = new AgencyId(event.agencyId());
            messages.add(waiting(event.recordedAt(), sender, write.message(event)));
        }
        messages.sort(Comparator.comparing(Waiting::at));
        return messages;
    }

    private static Waiting waiting(Instant at, AgencyId sender, String body) {
        return new Waiting(noLaterThanEnd(at), sender, body);
    }

    /** A database of its own on a clock of its own. */
    private final class World implements AutoCloseable {
        private final TestDatabase database = TestDatabase.fresh();
        private final SettableClock clock = new SettableClock(Instant.EPOCH);
        private final Intake intake = Intake.onClock(database.transactions(), secrets, clock);
        private final Pipeline pipeline;

        World(Population population) {
            var who = new DemoDirectory(population.agencies());
            var directory = new PostgresDirectory(database.transactions());
            directory.replace(who.entries());
            var senders = new Senders(database.transactions());
            who.agencies()
                    .forEach(a ->
                            senders.register(
                                    Sender.of(
                                            a.id(), LocalDate.of(1900, 1, 1), Duration.ofDays(1))));
            var facts = new Facts(secrets);
            this.pipeline =
                    new Pipeline(
                            database.transactions(),
                            new Unread(secrets),
                            facts,
                            new Identities(secrets, facts),
                            directory::now,
                            new Derivation(Catalogue.screening(), Clocks.shipped()),
                            clock,
                            // Who is there when something comes is not told of history.
                            Attendance.everybody());
        }

        void oneByOne(List<Waiting> messages) {
            for (var message : messages) {
                receive(message);
                pipeline.run();
            }
            finish();
        }

        void setBased(List<Waiting> messages) {
            messages.forEach(this::receive);
            var more = true;
            while (more) {
                more = pipeline.takeHistory().full();
            }
            clock.moveTo(END);
            pipeline.catchUp(0);
            finish();
        }

        private void receive(Waiting message) {
            clock.moveTo(message.at());
            intake.receive(message.sender(), message.body().getBytes(StandardCharsets.UTF_8));
        }

        /** Both are looked at from one moment. */
        private void finish() {
            clock.moveTo(END);
            var more = true;
            while (more) {
                more = pipeline.run().full();
            }
        }

        long count(String table) {
            return database.owner().sql("SELECT count(*) FROM " + table).query(Long.class).single();
        }

        List<String> rows(String query) {
            return database.owner().sql(query).query((row, _) -> row.getString(1)).list().stream()
                    .sorted()
                    .toList();
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
