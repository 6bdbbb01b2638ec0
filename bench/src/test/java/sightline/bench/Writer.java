package sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One worker at two questions of an assessment, who saves drafts of the one and answers to the
 * other until the program dies, and remembers what it said was kept.
 */
final class Writer {
    private static final Pattern DRAFT = Pattern.compile("data-autosave=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation;
    private final List<String> options;
    private final String drafted;
    private final String answered;
    private final Random random;
    private final List<String> kept = new ArrayList<>();
    private int drafts;

    /**
     * @param set the page of a set whose questions are asked of the child
     */
    Writer(Installation installation, List<String> options, String set, long seed) {
        this.installation = installation;
        this.options = options;
        this.drafted = set + "/child/health";
        this.answered = set + "/child/education";
        this.random = new Random(seed);
    }

    /** Writes on through so many kills, at least so many saves before each; gives all that is. */
    int writesThrough(int kills, int saves) {
        ServeProcess server = ServeProcess.start(installation.folder(), options, List.of());
        try {
            for (int kill = 0; kill < kills; kill++) {
                server = until(server, saves);
            }
            try (Reader reader = Reader.signedIn(server.awaitServing())) {
                awaitAnswers(reader);
            }
            return drafts + kept.size();
        } finally {
            server.close();
        }
    }

    private ServeProcess until(ServeProcess server, int saves) {
        URI at = server.awaitServing();
        int tried = drafts;
        Optional<CompletableFuture<Void>> dying = Optional.empty();
        try (Reader reader = Reader.signedIn(at)) {
            int before = drafts + kept.size();
            while (true) {
                if (dying.isEmpty() && drafts + kept.size() >= before + saves) {
                    dying = Optional.of(soon(server));
                }
                tried = drafts + 1;
                draft(reader, tried);
                drafts = tried;
                if (random.nextInt(3) == 0) {
                    String words = "Answer number " + (kept.size() + 1) + ".";
                    reader.keep(answered, answered, Map.of("state", "known", "words", words));
                    kept.add(words);
                }
            }
        } catch (UncheckedIOException | IllegalStateException died) {
            dying.orElseThrow(() -> died).join();
        }
        ServeProcess next = ServeProcess.start(installation.folder(), options, List.of());
        installation.startDatabaseAgain();
        try (Reader reader = Reader.signedIn(next.awaitServing())) {
            String page = reader.get(drafted);
            assertThat(page.contains(words(drafts)) || page.contains(words(tried)))
                    .as("draft %d, which was said to be kept, or the one after it", drafts)
                    .isTrue();
        }
        return next;
    }

    private CompletableFuture<Void> soon(ServeProcess server) {
        long nanos = Duration.ofMillis(random.nextLong(400)).toNanos();
        return CompletableFuture.runAsync(() -> {
            LockSupport.parkNanos(nanos);
            server.kill();
        });
    }

    private void draft(Reader reader, int number) {
        Matcher address = DRAFT.matcher(reader.get(drafted));
        if (!address.find()) {
            throw new AssertionError("no form that keeps a draft at " + drafted);
        }
        reader.keep(drafted, address.group(1), Map.of("words", words(number)));
    }

    private static String words(int number) {
        return "Draft number " + number + ".";
    }

    private void awaitAnswers(Reader reader) {
        Instant end = Instant.now().plus(PATIENCE);
        String page = "";
        while (Instant.now().isBefore(end)) {
            page = reader.get(answered);
            if (kept.stream().allMatch(page::contains)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        assertThat(page).contains(kept);
    }
}
