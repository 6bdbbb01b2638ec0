package sightline.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import sightline.alerts.AgencyAlerts;
import sightline.alerts.CallbackKey;
import sightline.audit.Journal;
import sightline.checks.Checks;
import sightline.checks.LocalIds;
import sightline.core.alerts.Derivation;
import sightline.core.checks.TouchpointPack;
import sightline.core.duties.Clocks;
import sightline.core.screening.Catalogue;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Refusals;
import sightline.feeds.SenderGate;
import sightline.identity.Identities;
import sightline.locator.Answering;
import sightline.locator.LocatorKey;
import sightline.locator.Peers;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The API on a free port. */
public final class ApiServer implements AutoCloseable {
    private final TestDatabase database;
    private final Secrets secrets;
    private final Intake intake;
    private final SenderGate gate;
    private final ConfigurableApplicationContext context;

    /** Starts it over a database of its own. */
    public ApiServer() {
        this(TestDatabase.fresh(), Secrets.throwAway());
    }

    /** Starts it over a database that it closes when it is closed. */
    public ApiServer(TestDatabase database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
        this.intake = Intake.of(database.transactions(), secrets);
        this.gate = new SenderGate(database.transactions());
        var application = new SpringApplication(Parts.class);
        application.setDefaultProperties(
                Map.of(
                        "server.port",
                        0,
                        "sightline.data",
                        "none",
                        "spring.main.banner-mode",
                        "off"));
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext beans) {
                beans.registerBean(Intake.class, () -> intake);
                beans.registerBean(SenderGate.class, () -> gate);
                beans.registerBean(
                        AgencyAlerts.class, () -> new AgencyAlerts(database.transactions()));
                beans.registerBean(CallbackKey.class, () -> CallbackKey.of(secrets));
                beans.registerBean(Checks.class, this::checks);
                beans.registerBean(Answering.class, this::answering);
                beans.registerBean(Refusals.class, () -> new Refusals(database.transactions()));
            }
        });
        context = application.run();
    }

    private Answering answering() {
        Facts facts = new Facts(secrets);
        return new Answering(
                database.transactions(),
                new Peers(database.transactions(), secrets),
                LocatorKey.of(secrets),
                new Identities(secrets, facts),
                new PostgresDirectory(database.transactions())::now,
                new Journal(secrets),
                InstantSource.system());
    }

    private Checks checks() {
        Facts facts = new Facts(secrets);
        return new Checks(
                database.transactions(),
                facts,
                new Identities(secrets, facts),
                new PostgresDirectory(database.transactions())::now,
                new Derivation(Catalogue.screening(), Clocks.shipped()),
                TouchpointPack.shipped(),
                new Journal(secrets),
                new LocalIds(secrets),
                InstantSource.system());
    }

    /** Its database. */
    public TestDatabase database() {
        return database;
    }

    /** The keys under which it seals. */
    public Secrets secrets() {
        return secrets;
    }

    /** What takes its messages in. */
    public Intake intake() {
        return intake;
    }

    /** Its gate. */
    public SenderGate gate() {
        return gate;
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** What it answers to: method and path. */
    public Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route ->
                        route.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(Locale.ROOT))
                                .forEach(method ->
                                        route.getPatternValues()
                                                .forEach(p -> routes.add(method + " " + p))));
        return routes;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @EnableAutoConfiguration
    @Import({
        ApiSecurity.class,
        MessagesController.class,
        AlertsController.class,
        ChecksController.class,
        ApiDescription.class,
        KindsController.class,
        LocatorController.class,
        ReceiptKeysController.class,
        RefusedController.class
    })
    static final class Parts {}
}
