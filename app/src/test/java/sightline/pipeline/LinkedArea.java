package sightline.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteLimits;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Subject;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.feeds.BreakerLimits;
import sightline.feeds.FeedHealths;
import sightline.feeds.Pauses;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.identity.Identities;
import sightline.locator.Answering;
import sightline.locator.Asking;
import sightline.locator.LocatorKey;
import sightline.locator.NewPeer;
import sightline.locator.PeerName;
import sightline.locator.Peers;
import sightline.locator.Reply;
import sightline.upkeep.SiteWatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One area with an installation, a database and an HTTP server of its own, that keeps what crossed
 * its wire. Invented agencies.
 */
final class LinkedArea implements AutoCloseable {
    private static final BreakerLimits LIMITS =
            new BreakerLimits(
                    0.02, Duration.ofMinutes(10), 20, 50, 100, 10, Duration.ofMinutes(10));

    /** A call that came in. */
    record Crossed(
            String path,
            String signature,
            String asked,
            int status,
            String answered,
            Duration took) {}

    final TestDatabase database;
    final List<Crossed> wire = new ArrayList<>();
    final Answering answering;
    final Peers peers;
    private final String name;
    private final Installation installation;
    private final Secrets secrets;
    private final SettableClock clock;
    private final PostgresDirectory directory;
    private final Asking asking;
    private final Identities identities;
    private final int port;
    private Optional<HttpServer> server = Optional.empty();

    LinkedArea(String name, SettableClock clock) {
        this.name = name;
        this.clock = clock;
        installation = new Installation(clock);
        database = installation.database();
        secrets = installation.secrets();
        directory = installation.directory();
        identities = installation.identities();
        Journal journal = new Journal(secrets);
        peers = new Peers(database.transactions(), secrets);
        LocatorKey key = LocatorKey.of(secrets);
        answering =
                new Answering(
                        database.transactions(),
                        peers,
                        key,
                        identities,
                        directory::now,
                        journal,
                        clock);
        asking =
                new Asking(
                        database.transactions(),
                        peers,
                        key,
                        identities,
                        journal,
                        Duration.ofSeconds(5),
                        clock);
        agencies();
        up();
        port = server.orElseThrow().getAddress().getPort();
    }

    private void agencies() {
        List<ReplayDirectory.Declared> declared =
                List.of(
                        declared("court", AgencyType.COURT),
                        declared("prison", AgencyType.PRISON),
                        declared("police", AgencyType.POLICE),
                        declared("csc", AgencyType.CHILDRENS_SOCIAL_CARE),
                        declared("housing", AgencyType.HOUSING),
                        declared("maternity", AgencyType.MATERNITY));
        directory.replace(ReplayDirectory.entries(declared, List.of()));
        Senders senders = new Senders(database.transactions());
        declared.forEach(a ->
                senders.register(
                        Sender.of(
                                new AgencyId(a.id()),
                                LocalDate.of(2000, 1, 1),
                                Duration.ofDays(300))));
    }

    private ReplayDirectory.Declared declared(String what, AgencyType type) {
        return new ReplayDirectory.Declared(
                agency(what).value(), Optional.empty(), type, name, List.of());
    }

    AgencyId agency(String what) {
        return new AgencyId(name + "-" + what);
    }

    String publicKey() {
        return LocatorKey.of(secrets).publicKey();
    }

    void link(LinkedArea other, byte[] secret) {
        peers.add(
                new NewPeer(
                        new PeerName(other.name),
                        new PeerName(name),
                        URI.create("http://127.0.0.1:" + other.port),
                        other.publicKey(),
                        "Register desk, 01632 960177"),
                secret,
                clock.instant());
    }

    /** Its server answers, on the port of before. */
    void up() {
        try {
            int at = server.map(s -> s.getAddress().getPort()).orElse(0);
            HttpServer made =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            made.createContext("/api/locator", this::handle);
            made.start();
            server = Optional.of(made);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Its server is stopped. */
    void down() {
        server.ifPresent(s -> s.stop(0));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String signature =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Signature"))
                            .orElse("");
            long began = System.nanoTime();
            Reply reply =
                    path.endsWith("acknowledged")
                            ? answering.acknowledged(signature, body)
                            : answering.answer(signature, body);
            reply.signature().ifPresent(s -> exchange.getResponseHeaders().set("X-Signature", s));
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
            wire.add(
                    new Crossed(
                            path,
                            signature,
                            new String(body, StandardCharsets.UTF_8),
                            reply.status(),
                            new String(reply.body(), StandardCharsets.UTF_8),
                            Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    /** One of its agencies says something, and everything follows. */
    void says(String agency, String kind, String people, String body) {
        installation.said(
                agency(agency),
                "\"kind\":\"%s\",\"when\":\"%s\",\"people\":[%s],\"body\":%s"
                        .formatted(
                                kind, clock.instant().toString().substring(0, 10), people, body));
    }

    void run() {
        installation.run();
    }

    /** What waits is asked and answered, and everything follows. */
    void asks() {
        while (asking.run()) {}
        run();
    }

    void watches() {
        new SiteWatch(
                        database.transactions(),
                        new FeedHealths(),
                        new Pauses(database.transactions(), LIMITS),
                        directory::now,
                        new SiteClocks(SiteLimits.DEFAULT))
                .look(clock.instant());
    }

    List<Rebuild.Difference> rebuilt() {
        return installation.rebuilt();
    }

    /** The clocks of whoever is registered or may be, as somebody with a post reads them. */
    List<String> clocksReadBy(String what, AccessRole role, String post) {
        PersonId subject =
                new PersonId(
                        texts("SELECT subject FROM alerts.duty WHERE clock LIKE 'locator.%'")
                                .getFirst());
        List<SourceRecord> records =
                database.transactions()
                        .asJob(
                                JobName.PIPELINE,
                                sql ->
                                        identities
                                                .in(sql)
                                                .recordsOf(List.of(subject))
                                                .values()
                                                .stream()
                                                .flatMap(List::stream)
                                                .map(m -> m.record())
                                                .toList());
        ReaderContext reader =
                new ReaderContext(
                        "session-" + what + post,
                        new UserId("somebody-" + post),
                        agency(what),
                        Set.of(role),
                        Set.of(),
                        Set.of(agency(what).value() + "/" + post),
                        role.purposes().stream().sorted().findFirst().orElseThrow());
        return database.transactions()
                .asReader(
                        reader,
                        List.of(new Subject(subject, records)),
                        sql ->
                                sql.sql("SELECT DISTINCT clock FROM alerts.duty ORDER BY 1")
                                        .query(String.class)
                                        .list());
    }

    /** Who owes what is open of a clock. */
    List<String> owed(String clockKey) {
        return texts(
                """
                SELECT DISTINCT t.recipient FROM alerts.told t JOIN alerts.duty d
                    ON d.subject = t.subject AND d.key = t.reference
                 WHERE t.what = 'duty' AND d.state IN ('running', 'overdue') AND d.clock = '%s' ORDER BY 1
                """
                        .formatted(clockKey));
    }

    List<String> texts(String sql) {
        return installation.texts(sql);
    }

    long count(String from) {
        return installation.count(from);
    }

    @Override
    public void close() {
        down();
        installation.close();
    }
}
