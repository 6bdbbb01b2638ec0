package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.core.upkeep.SiteDutyKind;
import sightline.database.Database;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.feeds.FeedHealth;
import sightline.feeds.FeedHealths;
import sightline.feeds.Freshness;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The newcomer's first command, with fewer people. */
final class DemoEndToEndTest {
    @TempDir private Path folder;

    @Test
    void startsWithSourcesThatAreCurrentButOneThatIsSilentAndOneThatLostAMessage()
            throws Exception {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        var out =
                new PrintWriter(new StringWriter(), true) {
                    @Override
                    public void println(String line) {
                        printed.add(line);
                    }
                };
        var thread =
                Thread.ofPlatform()
                        .start(() ->
                                Sightline.commandLine()
                                        .setOut(out)
                                        .setErr(new PrintWriter(new StringWriter(), true))
                                        .execute(
                                                "demo",
                                                "--port",
                                                "0",
                                                "--people",
                                                "50",
                                                "--data",
                                                folder.toString()));
        try {
            var address = printed.poll(40, TimeUnit.MINUTES);
            assertThat(address).startsWith("http://localhost:");
            assertThat(printed.poll(10, TimeUnit.SECONDS)).startsWith("password  ");
            assertThat(page(address + "/sign-in")).contains("Iris Calder");
            looksAt();
        } finally {
            thread.interrupt();
            assertThat(thread.join(Duration.ofMinutes(5))).isTrue();
        }
    }

    private void looksAt() throws InterruptedException {
        var secrets = Secrets.in(folder.resolve("keys"));
        try (var database = Database.beside(folder.resolve("database"), secrets)) {
            var transactions = new Transactions(database);
            var now = InstantSource.system().instant();
            var health = eventuallyRead(transactions);

            assertThat(health).hasSizeGreaterThan(10);
            assertThat(health.stream().filter(h -> h.freshness(now) instanceof Freshness.Stale))
                    .hasSize(1);
            assertThat(health.stream().filter(h -> h.missing() > 0))
                    .singleElement()
                    .satisfies(h -> assertThat(h.missing()).isEqualTo(1));
            assertThat(health.stream().filter(h -> h.freshness(now) instanceof Freshness.Fresh))
                    .hasSize(health.size() - 2);
            assertThat(eventuallyOwed(transactions))
                    .extracting(OpenSiteDuty::kind)
                    .containsExactlyInAnyOrder(
                            SiteDutyKind.NO_HEARTBEAT, SiteDutyKind.MISSING_NUMBERS);
        }
    }

    /** Once the pipeline has taken the heartbeats up that were sent at the start. */
    private static List<FeedHealth> eventuallyRead(Transactions transactions)
            throws InterruptedException {
        for (var tries = 0; tries < 300; tries++) {
            var health = transactions.asJob(JobName.WATCH, sql -> new FeedHealths().all(sql));
            if (health.stream().allMatch(h -> h.unread() == 0)) {
                return health;
            }
            pause();
        }
        throw new AssertionError("the messages are not read");
    }

    /** Of feeds; what is late of the demonstration's case review depends on the day. */
    private static List<OpenSiteDuty> eventuallyOwed(Transactions transactions)
            throws InterruptedException {
        List<OpenSiteDuty> owed = List.of();
        for (var tries = 0; tries < 300 && owed.size() != 2; tries++) {
            pause();
            owed =
                    transactions.asJob(JobName.WATCH, SiteDuties::open).stream()
                            .filter(duty -> duty.kind() != SiteDutyKind.REVIEW_OVERDUE)
                            .toList();
        }
        return owed;
    }

    private static void pause() throws InterruptedException {
        new LinkedBlockingQueue<Boolean>().poll(100, TimeUnit.MILLISECONDS);
    }

    private static String page(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
