package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.core.casework.Assessment;
import sightline.core.casework.QuestionSet;
import sightline.core.casework.QuestionSets;
import sightline.core.casework.RecordedAnswers;
import sightline.core.chronology.Plainly;
import sightline.core.directory.AgencyType;
import sightline.core.household.Neighbourhood;
import sightline.database.Database;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the forms cost whoever fills them: how much is answered before anybody types, how many
 * fields are left, and how long a form, a save and a strategy pack take.
 */
@Command(
        name = "casework",
        description = "Questions answered by the record, fields and keystrokes, times of forms.",
        mixinStandardHelpOptions = true)
final class CaseworkCommand implements Callable<Integer> {
    private static final String SET = "both-parents";
    private static final int AGENCIES_EACH = 4;
    private static final Pattern QUESTION =
            Pattern.compile("href=\"(/children/[^\"]*/%s/[^\"]+)\"".formatted(SET));
    private static final Pattern WHOM = Pattern.compile("name=\"(whom-[^\"]+)\"");

    @Option(names = "--people", defaultValue = "4000", description = "The population's size.")
    private int people;

    @Option(names = "--cases", defaultValue = "200", description = "How many of its children.")
    private int cases;

    @Option(names = "--entries", defaultValue = "5000", description = "What the pack draws on.")
    private int entries;

    @Option(names = "--times", defaultValue = "300", description = "How often each is done.")
    private int times;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other people.")
    private long seed;

    @Option(
            names = "--data",
            description =
                    "A new folder for the installation; it stays. One that stands is read again.")
    private Path data = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;
    private Supplier<Duration> used = () -> Duration.ZERO;

    CaseworkCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        Path folder = Installation.folder(data, "casework");
        out.println(Machine.line(clock.instant(), seed, Path.of("")));
        answered();
        World world = new World(seed, people, clock.instant());
        Childhood child = new Childhood(world, entries, AGENCIES_EACH);
        boolean again = Files.exists(folder.resolve("keys"));
        try (Installation installation =
                again
                        ? Installation.left(folder)
                        : Installation.make(folder, world.directory(), world.goLive())) {
            if (!again) {
                fill(installation, child);
                Reader.register(installation, world.first(AgencyType.CHILDRENS_SOCIAL_CARE));
            }
            read(installation, "/children/" + Crowded.person(installation, child), world);
        }
        return 0;
    }

    private void fill(Installation installation, Childhood child) {
        try (Database database = installation.open()) {
            History history = new History(installation, database, clock, _ -> {});
            child.messages().forEach(history::add);
            history.finish();
        }
    }

    /** Of each set's questions, those that something recorded may answer, and what that saves. */
    private void answered() {
        List<Neighbourhood> children = new ArrayList<>(OrdinaryYear.children(people, seed));
        Collections.shuffle(children, new Random(seed));
        List<Neighbourhood> chosen = children.subList(0, Math.min(cases, children.size()));
        for (QuestionSet set : QuestionSets.shipped().sets()) {
            int asked = 0;
            int held = 0;
            long typed = 0;
            for (Neighbourhood around : chosen) {
                for (Assessment.Item item :
                        Assessment.of(around, set, OrdinaryYear.UNTIL).items()) {
                    asked++;
                    List<String> words =
                            RecordedAnswers.of(around, set, item).facts().stream()
                                    .limit(1)
                                    .map(Plainly::said)
                                    .toList();
                    held += words.size();
                    typed += words.stream().mapToInt(String::length).sum();
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%s, %d cases: %d questions, %.1f a case; the record may answer %d (%.0f %%), each"
                            + " with 1 key to confirm in place of %.0f to type%n",
                    set.id(),
                    chosen.size(),
                    asked,
                    (double) asked / chosen.size(),
                    held,
                    100.0 * held / Math.max(1, asked),
                    (double) typed / Math.max(1, held));
        }
    }

    private void read(Installation installation, String child, World world) {
        try (ServeProcess server = ServeProcess.start(installation.folder(), List.of(), List.of());
                Reader reader = Reader.signedIn(server.awaitServing())) {
            String set = child + "/assessments/" + SET;
            used = () -> server.processorTime().plus(installation.processorTime());
            Set<String> questions = found(QUESTION, reader.get(set));
            String referral = reader.get(child + "/referral");
            int form = referral.indexOf("id=\"refer\"");
            out.printf(
                    "referral of a known child: %d fields%n",
                    referral.substring(form, referral.indexOf("</form>", form))
                                    .split("govuk-form-group", -1)
                                    .length
                            - 1);
            measure(reader, "child's overview, for comparison: the", child);
            measure(reader, "assessment", set);
            measure(reader, "question", questions.iterator().next());
            measure(reader, "meeting form", child + "/meetings/conference");
            save(reader, new ArrayList<>(questions));
            pack(reader, child, world);
        }
    }

    private void measure(Reader reader, String what, String path) {
        for (int i = 0; i < times / 2; i++) {
            reader.get(path);
        }
        Latencies took = new Latencies();
        Duration before = used.get();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            reader.get(path);
            took.add(System.nanoTime() - start);
        }
        say(what + " page", took, used.get().minus(before).dividedBy(times));
    }

    /** An answer to one question after another, until the server says that it is kept. */
    private void save(Reader reader, List<String> questions) {
        Latencies took = new Latencies();
        Duration before = used.get();
        for (int i = 0; i < times + times / 4; i++) {
            String question = questions.get(i % questions.size());
            Duration once =
                    reader.keep(
                            question,
                            question,
                            Map.of("state", "known", "words", "No, she says; asked " + i));
            if (i >= times / 4) {
                took.add(once.toNanos());
            }
        }
        say("save of an answer", took, used.get().minus(before).dividedBy(times + times / 4));
    }

    private void pack(Reader reader, String child, World world) {
        String pack = child + "/strategy-pack";
        Map<String, String> whom = new LinkedHashMap<>();
        found(WHOM, reader.get(pack)).forEach(w -> whom.put(w, "yes"));
        var today = world.today();
        whom.put(
                "on",
                "%d %d %d"
                        .formatted(today.getDayOfMonth(), today.getMonthValue(), today.getYear()));
        reader.keep(pack, pack + "/invite", whom);
        int invited = 0;
        for (int wait = 0; wait < 600 && invited < whom.size() - 1; wait++) {
            invited =
                    found(Pattern.compile("strategy-pack\\?for=([^\"]+)\""), reader.get(pack))
                            .size();
        }
        int reads = Math.min(times, 30);
        for (int i = 0; i < reads / 2; i++) {
            reader.get(pack);
        }
        Latencies took = new Latencies();
        Duration before = used.get();
        for (int i = 0; i < reads; i++) {
            long start = System.nanoTime();
            reader.get(pack);
            took.add(System.nanoTime() - start);
        }
        say(
                "strategy pack of " + entries + " entries, open to " + invited + " agencies",
                took,
                used.get().minus(before).dividedBy(reads));
    }

    /**
     * @param processor what server and database used for each
     */
    private void say(String what, Latencies took, Duration processor) {
        out.printf(
                Locale.ROOT,
                "%s: %s; processor %d ms each; load %.1f%n",
                what,
                took,
                processor.toMillis(),
                Machine.load());
    }

    private static Set<String> found(Pattern pattern, String page) {
        return new LinkedHashSet<>(
                pattern.matcher(page).results().map((MatchResult m) -> m.group(1)).toList());
    }
}
