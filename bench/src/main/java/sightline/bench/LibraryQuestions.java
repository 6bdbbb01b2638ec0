package sightline.bench;

import sightline.library.Asked;
import sightline.library.Library;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** What readers type and what pages ask of the public library, each measured by itself. */
final class LibraryQuestions {
    private static final int WARM_UP = 30;

    /** So many at most came in by an import and are called otherwise. */
    private static final int SPARE = 20;

    private static final int EXPLAINED = 5;
    private static final long LARGE = 1_000;
    private static final int TOLD = 25;
    private static final int WORDS = 160;

    private final Invented invented;
    private final long seed;
    private final PrintStream out;

    LibraryQuestions(Invented invented, long seed, PrintStream out) {
        this.invented = invented;
        this.seed = seed;
        this.out = out;
    }

    /** Asks once; tells how many were found. */
    private interface Question {
        long ask(Library library, Random random);
    }

    private record Named(String name, Question question) {}

    private static Named search(String name, Typed typed) {
        return new Named(
                "search, " + name, (library, random) -> library.search(typed.by(random)).all());
    }

    /** What somebody types and ticks. */
    private interface Typed {
        Asked by(Random random);
    }

    private static Asked words(String words) {
        return new Asked(words, List.of(), List.of(), List.of(), List.of(), List.of(), false, 0);
    }

    private String common(Random random) {
        return invented.word(random, 200);
    }

    private List<Named> questions(Library library) {
        int shelf = Math.max(1, library.holdings().readable() - SPARE);
        List<Named> all = new ArrayList<>();
        all.add(search("one word", r -> words(invented.word(r, 2_000))));
        all.add(
                search(
                        "a common word and a rarer one",
                        r -> words(common(r) + " " + invented.word(r, 5_000))));
        all.add(
                search(
                        "four words",
                        r ->
                                words(
                                        common(r)
                                                + " "
                                                + common(r)
                                                + " "
                                                + invented.word(r, 5_000)
                                                + " "
                                                + invented.word(r, 5_000))));
        all.add(
                search(
                        "a phrase of two words",
                        r -> words('"' + common(r) + " " + invented.word(r, 2_000) + '"')));
        all.add(search("no words", _ -> Asked.everything()));
        all.addAll(filtered());
        all.add(
                new Named(
                        "similar recommendations of one",
                        (asked, random) ->
                                asked.similar(
                                                Invented.reference(1 + random.nextInt(shelf)),
                                                1 + random.nextInt(Invented.RECOMMENDATIONS))
                                        .size()));
        all.add(
                new Named(
                        "similar to a sentence",
                        (asked, random) -> asked.saying(invented.sentence(random)).size()));
        all.add(
                new Named(
                        "the feed of new reviews",
                        (asked, _) -> asked.first(Asked.everything(), Library.NEWEST).size()));
        all.add(new Named("how many there are", (asked, _) -> asked.holdings().readable()));
        all.add(new Named("progress of those that tell it", (asked, _) -> asked.told().size()));
        return all;
    }

    private List<Named> filtered() {
        return List.of(
                search("a word and a theme", r -> by(r, List.of(any(r, Invented.THEMES)), 1)),
                search("a word and an age", r -> by(r, List.of("under-1"), 2)),
                search("a word and an agency", r -> by(r, List.of(any(r, Invented.AGENCIES)), 3)),
                search("a word and a kind", r -> by(r, List.of("serious-case-review"), 4)),
                search("a word and a year", r -> by(r, List.of("from-2023"), 5)),
                search(
                        "a theme, no words",
                        r ->
                                new Asked(
                                        "",
                                        List.of(any(r, Invented.THEMES)),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        false,
                                        0)));
    }

    /** A word of the common ones, narrowed by one filter. */
    private Asked by(Random random, List<String> chosen, int filter) {
        return new Asked(
                invented.word(random, 2_000),
                filter == 1 ? chosen : List.of(),
                filter == 2 ? chosen : List.of(),
                filter == 3 ? chosen : List.of(),
                filter == 4 ? chosen : List.of(),
                filter == 5 ? chosen : List.of(),
                false,
                0);
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Asks each so many times, and prints what it took. */
    void all(Library library, int times, DoubleSupplier processor) {
        for (Named named : questions(library)) {
            Random random = new Random(seed);
            Latencies latencies = new Latencies();
            long found = 0;
            double before = 0;
            for (int i = -WARM_UP; i < times; i++) {
                before = i == 0 ? processor.getAsDouble() : before;
                long began = System.nanoTime();
                long all = named.question().ask(library, random);
                if (i >= 0) {
                    latencies.add(System.nanoTime() - began);
                    found += all;
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%s: %s; %.1f ms of processor each, %d found on average%n",
                    named.name(),
                    latencies,
                    (processor.getAsDouble() - before) * 1e3 / times,
                    found / times);
        }
    }

    /** Asks each a few times. */
    void each(Library library) {
        for (Named named : questions(library)) {
            Random random = new Random(seed);
            for (int i = 0; i < EXPLAINED; i++) {
                named.question().ask(library, random);
            }
        }
    }

    /** Prints how the database went about it, and what it read from end to end. */
    void tell(Plans plans, boolean lines) {
        Set<String> large = plans.large(LARGE);
        List<Plans.Statement> statements = plans.statements();
        out.printf(
                Locale.ROOT,
                "plans: %d statements in %d runs of each question, those with the longest run first; tables of %d rows or more: %s%n",
                statements.size(),
                EXPLAINED,
                LARGE,
                String.join(", ", large.stream().sorted().toList()));
        for (Plans.Statement statement : statements.stream().limit(TOLD).toList()) {
            String text = statement.text().replaceAll("\\s+", " ");
            out.printf(
                    Locale.ROOT,
                    "%8.1f ms longest, %8.1f ms in %d runs%s  %s%n",
                    statement.longest(),
                    statement.all(),
                    statement.runs(),
                    statement.whole().stream().anyMatch(large::contains)
                            ? " whole " + statement.whole()
                            : "",
                    text.substring(0, Math.min(WORDS, text.length())));
            if (lines) {
                statement.plan().forEach(out::println);
            }
        }
    }
}
