package sightline.console;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import sightline.SightlineApplication;
import sightline.database.Database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The web application, started and stopped by a command. */
final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped;

    private Server(ConfigurableApplicationContext context, CountDownLatch stopped) {
        this.context = context;
        this.stopped = stopped;
    }

    /** Starts the server on a port (0: any that is free) with its keys and data in a folder. */
    static Server start(int port, Path data, Map<String, Object> more) {
        CountDownLatch stopped = new CountDownLatch(1);
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("server.port", port);
        properties.put("sightline.data", data.toAbsolutePath().toString());
        SpringApplication application = new SpringApplication(SightlineApplication.class);
        application.setDefaultProperties(properties);
        application.addListeners(new Closing(stopped));
        ConfigurableApplicationContext context = application.run();
        context.getBean(Database.class).lost().thenRun(stopped::countDown);
        return new Server(context, stopped);
    }

    /** Of a type that says what it listens to: a lambda is asked of each event, and fails. */
    private record Closing(CountDownLatch stopped)
            implements ApplicationListener<ContextClosedEvent> {
        @Override
        public void onApplicationEvent(ContextClosedEvent event) {
            stopped.countDown();
        }
    }

    /** Whether its database ended and cannot be started again. */
    boolean lostItsDatabase() {
        return part(Database.class).lost().toCompletableFuture().isDone();
    }

    /** The port on which it answers. */
    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A part of the running application. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * Returns when the process, or its thread, is told to stop. The thread is not left interrupted:
     * the orderly end that follows waits for what is under way, and would be cut short.
     */
    void waitUntilStopped() {
        try {
            stopped.await();
        } catch (InterruptedException _) {
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
