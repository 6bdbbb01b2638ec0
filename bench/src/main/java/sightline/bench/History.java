package sightline.bench;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Catalogue;
import sightline.database.Database;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Unread;
import sightline.identity.Identities;
import sightline.pipeline.Pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Loads history by the bulk path, and says how fast each of its three steps went. */
final class History {
    private static final int AT_ONCE = 500;

    private final Intake intake;
    private final Pipeline pipeline;
    private final Consumer<String> progress;
    private final Map<AgencyId, List<byte[]>> waiting = new LinkedHashMap<>();
    private long messages;
    private long bytes;
    private long storing;

    History(Installation installation, Database database, InstantSource clock, Consumer<String> p) {
        Transactions transactions = new Transactions(database);
        Facts facts = new Facts(installation.secrets());
        this.intake = Intake.onClock(transactions, installation.secrets(), clock);
        this.progress = p;
        this.pipeline =
                new Pipeline(
                        transactions,
                        new Unread(installation.secrets()),
                        facts,
                        new Identities(installation.secrets(), facts),
                        new PostgresDirectory(transactions)::now,
                        new Derivation(Catalogue.screening(), Clocks.shipped()),
                        clock);
    }

    /**
     * How long each step took.
     *
     * @param messages how many were loaded
     * @param bytes what they hold
     * @param storing until all were kept and would have been acknowledged
     * @param reading until all were facts of people
     * @param following until everything that follows was worked out
     */
    record Times(
            long messages, long bytes, Duration storing, Duration reading, Duration following) {
        String lines() {
            return "stored %d messages of %d bytes: %.0f a second; read into facts: %.0f a second;"
                            .formatted(
                                    messages,
                                    bytes / Math.max(1, messages),
                                    rate(storing),
                                    rate(reading))
                    + " what follows for everybody: %.0f s, %.0f messages a second"
                            .formatted(following.toMillis() / 1e3, rate(following));
        }

        private double rate(Duration step) {
            return messages * 1e9 / Math.max(1, step.toNanos());
        }
    }

    /** Keeps one more message. */
    void add(Traffic.Sent message) {
        byte[] body = message.bytes();
        List<byte[]> batch = waiting.computeIfAbsent(message.sender(), _ -> new ArrayList<>());
        batch.add(body);
        messages++;
        bytes += body.length;
        if (batch.size() == AT_ONCE) {
            store(message.sender(), batch);
        }
    }

    private void store(AgencyId sender, List<byte[]> batch) {
        long start = System.nanoTime();
        intake.receiveAll(sender, batch);
        storing += System.nanoTime() - start;
        batch.clear();
    }

    /** Keeps one message at once, after those before it. */
    void keep(Traffic.Sent message) {
        store(message.sender(), new ArrayList<>(List.of(message.bytes())));
    }

    /**
     * What following came to.
     *
     * @param looked how many people were looked at, each time counted
     */
    record Followed(int messages, int looked, int batches) {
        static final Followed NOTHING = new Followed(0, 0, 0);

        Followed and(Followed more) {
            return new Followed(
                    messages + more.messages, looked + more.looked, batches + more.batches);
        }
    }

    /** Works out what follows by the live path, batch after batch. */
    Followed follow() {
        Followed all = Followed.NOTHING;
        boolean more = true;
        while (more) {
            Pipeline.Batch batch = pipeline.run();
            all = all.and(new Followed(batch.messages(), batch.looked(), 1));
            more = batch.full();
        }
        return all;
    }

    /** Works out what follows for everybody once more; how long it took. */
    Duration everybody() {
        long start = System.nanoTime();
        pipeline.catchUp(0);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Stores what was kept and waits. */
    void store() {
        waiting.forEach((sender, batch) -> {
            if (!batch.isEmpty()) {
                store(sender, batch);
            }
        });
    }

    /** Reads all that was kept, and works out what follows. */
    Times finish() {
        store();
        progress.accept("kept " + messages + " messages");
        long start = System.nanoTime();
        boolean more = true;
        while (more) {
            more = pipeline.takeHistory().full();
        }
        long read = System.nanoTime();
        progress.accept("read in " + (read - start) / 1_000_000_000 + " s");
        pipeline.catchUp(0);
        long followed = System.nanoTime();
        return new Times(
                messages,
                bytes,
                Duration.ofNanos(storing),
                Duration.ofNanos(read - start),
                Duration.ofNanos(followed - read));
    }
}
