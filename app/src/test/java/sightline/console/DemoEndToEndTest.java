package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.core.TestSize;
import sightline.core.directory.Directory;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.upkeep.SiteDutyKind;
import sightline.database.Database;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.feeds.FeedHealth;
import sightline.feeds.FeedHealths;
import sightline.feeds.Freshness;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The newcomer's first command, with fewer people. */
@Order(2)
final class DemoEndToEndTest {
    private static final int PEOPLE = TestSize.chosen().of(50, 100, 300);

    /** On which clock somebody owes something, and in which post. */
    private static final String OWED =
            """
            SELECT DISTINCT clock || ' ' || coalesce(owner, 'nobody') FROM alerts.duty
              LEFT JOIN LATERAL jsonb_array_elements_text(content -> 'owedBy') AS o (owner) ON true
             WHERE state IN ('running', 'overdue')
            """;

    @TempDir private static Path folder;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = new RunningDemo(folder, PEOPLE);
    }

    @AfterAll
    static void stop() throws Exception {
        demo.stop();
    }

    @Test
    void startsWithSourcesThatAreCurrentButOneThatIsSilentAndOneThatLostAMessage()
            throws Exception {
        try (var visitor = new DemoVisitor(demo.address())) {
            assertThat(visitor.get("/sign-in").body()).contains("Iris Calder");
        }
        looksAt();
    }

    @Test
    void aSocialWorkerFindsAnAssessmentHalfDoneWithItsVersionsAndAPlan() throws Exception {
        try (var visitor = new DemoVisitor(demo.address())) {
            visitor.signIn("priya-nair", demo.password());
            String child = begun(visitor);

            String background = read(visitor, child + "/assessments/both-parents");
            assertThat(background).containsPattern("[1-9]\\d* of \\d+ answered");
            List<String> asked = new ArrayList<>();
            for (DemoVisitor.Link link : DemoVisitor.links(background)) {
                if (link.to().endsWith("/mental-health")) {
                    asked.add(read(visitor, link.to()));
                }
            }
            assertThat(asked)
                    .anySatisfy(page ->
                            assertThat(page)
                                    .contains("Low since the summer before last.")
                                    .contains("asked alone"));
            assertThat(read(visitor, child + "/assessments/assessment-triangle"))
                    .contains("Versions side by side")
                    .contains("dog lead stood in the hall");
            assertThat(read(visitor, child + "/meetings"))
                    .contains("Nobody who may have hurt him is alone with him.");
        }
    }

    /** The first child on the list of whom an assessment is being written. */
    private static String begun(DemoVisitor visitor) throws Exception {
        for (DemoVisitor.Link link : DemoVisitor.links(read(visitor, "/children"))) {
            if (link.to().matches("/children/[0-9a-f]{32}")
                    && read(visitor, link.to() + "/assessments").contains("Being written")) {
                return link.to();
            }
        }
        throw new AssertionError("no child of whom an assessment is being written");
    }

    private static String read(DemoVisitor visitor, String path) throws Exception {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Tag("ci")
    void everyLinkLeadsToAPageThatFitsAndIsAccessible() {
        new DemoWalk().of(demo);
    }

    @Test
    @Tag("ci")
    void everyLinkOfEverybodysWorkListOpensForThem() throws Exception {
        List<String> closed = new ArrayList<>();
        int followed = 0;
        for (String name : demo.names()) {
            try (var visitor = new DemoVisitor(demo.address())) {
                visitor.signIn(name, demo.password());
                String work = visitor.get("/work").body();
                for (DemoVisitor.Link link : DemoVisitor.links(work)) {
                    followed++;
                    int status = visitor.get(link.to()).statusCode();
                    // Of what is not theirs to open, its holder is named.
                    if (status != 200 && !(status == 403 && link.words().equals("Who holds it"))) {
                        closed.add(name + " " + link + ": " + status);
                    }
                }
            }
        }

        assertThat(closed).isEmpty();
        assertThat(followed).isGreaterThan(100);
    }

    @Test
    void everyOpenDutyIsOwedInAPostOfAnOpenAgency() {
        try (var database = database()) {
            var transactions = new Transactions(database);
            LocalDate today = London.day(InstantSource.system().instant());
            Directory directory = new PostgresDirectory(transactions).now();
            List<String> owed =
                    transactions.asJob(
                            JobName.WATCH, sql -> sql.sql(OWED).query(String.class).list());

            assertThat(owed)
                    .hasSizeGreaterThan(10)
                    .allMatch(one -> stands(directory, one.substring(one.indexOf(' ') + 1), today));
        }
    }

    private static boolean stands(Directory directory, String owner, LocalDate today) {
        String[] parts = owner.split("/", -1);
        return parts.length == 2
                && directory
                        .agency(new AgencyId(parts[0]))
                        .filter(agency -> agency.open().contains(today))
                        .flatMap(a -> directory.post(a.id(), new Role(parts[1]), today))
                        .isPresent();
    }

    private static Database database() {
        Path folder = demo.folder();
        return Database.beside(folder.resolve("database"), Secrets.in(folder.resolve("keys")));
    }

    private void looksAt() throws InterruptedException {
        try (var database = database()) {
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
}
