package sightline.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.feeds.Intake;
import sightline.feeds.Refusals;
import sightline.feeds.SenderGate;

import java.util.Map;

/** The API on a free port, over a database of its own. */
public final class ApiServer implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final Intake intake = Intake.of(database.transactions(), secrets);
    private final SenderGate gate = new SenderGate(database.transactions());
    private final ConfigurableApplicationContext context;

    /** Starts it. */
    public ApiServer() {
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
                beans.registerBean(Refusals.class, () -> new Refusals(database.transactions()));
            }
        });
        context = application.run();
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

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @EnableAutoConfiguration
    @Import({
        ApiSecurity.class,
        MessagesController.class,
        KindsController.class,
        ReceiptKeysController.class,
        RefusedController.class
    })
    static final class Parts {}
}
