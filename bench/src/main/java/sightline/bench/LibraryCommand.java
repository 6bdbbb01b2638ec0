package sightline.bench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.core.library.PublishedReview;
import sightline.database.Database;
import sightline.database.Transactions;
import sightline.library.Asked;
import sightline.library.Library;
import sightline.library.LibraryImport;
import sightline.library.LibraryImport.Came;
import sightline.library.ReportPdf;
import sightline.library.Reports;
import sightline.library.Shelving;
import sightline.web.LibrarySite;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** The public library: how fast reports come in, are found, and are written as a site. */
@Command(
        name = "library",
        description = {
            "Import PDFs, put made-up reviews of 50 to 200 pages on the shelf, search them and write the site,",
            "with the released PDFs copied."
        },
        mixinStandardHelpOptions = true)
final class LibraryCommand implements Callable<Integer> {
    private static final int FILE_PAGES = 100;
    private static final int WARM_UP = 30;
    private static final String DAY = "2026-09-15";

    @Option(names = "--reviews", defaultValue = "250", description = "How many on the shelf.")
    private int reviews;

    @Option(names = "--files", defaultValue = "6", description = "How many PDFs are imported.")
    private int files;

    @Option(names = "--searches", defaultValue = "300", description = "How many of each kind.")
    private int searches;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other words.")
    private long seed;

    @Option(names = "--data", description = "A new folder for the installation; it stays.")
    private Path data = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;
    private @Nullable Installation installation;

    LibraryCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        out.println(Machine.line(clock.instant(), seed, data));
        Path folder = Installation.folder(data, "library");
        World world = new World(seed, 100, clock.instant());
        try (Installation made = Installation.make(folder, world.directory(), world.goLive());
                Database database = made.open()) {
            installation = made;
            Transactions transactions = new Transactions(database);
            Invented invented = new Invented(seed);
            imported(transactions, folder.resolve("in"), invented);
            shelved(transactions, invented);
            Library library = new Library(transactions, clock);
            searched(library, "one word", r -> invented.word(r, 2_000));
            searched(
                    library,
                    "a common word and a rarer one",
                    r -> invented.word(r, 200) + " " + invented.word(r, 5_000));
            searched(
                    library,
                    "four words",
                    r ->
                            invented.word(r, 200)
                                    + " "
                                    + invented.word(r, 200)
                                    + " "
                                    + invented.word(r, 5_000)
                                    + " "
                                    + invented.word(r, 5_000));
            searched(
                    library,
                    "a phrase of two words",
                    r -> '"' + invented.word(r, 200) + " " + invented.word(r, 2_000) + '"');
            built(transactions, library, folder.resolve("site"));
        }
        out.printf(Locale.ROOT, "load %.1f at the end%n", Machine.load());
        return 0;
    }

    private void imported(Transactions transactions, Path folder, Invented invented)
            throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            PublishedReview review = invented.review(900_000 + i, FILE_PAGES);
            Files.write(folder.resolve(i + ".pdf"), ReportPdf.of(review));
            Files.writeString(
                    folder.resolve(i + ".json"),
                    "{\"reference\":\"%s\",\"pseudonym\":\"Child X\",\"kind\":\"serious-case-review\",\"published\":\"%s\"}"
                            .formatted(review.reference(), DAY));
        }
        AtomicLong pages = new AtomicLong();
        double before = processor();
        long began = System.nanoTime();
        new LibraryImport(transactions, clock)
                .folder(
                        folder,
                        (came, _, _) -> {
                            if (came instanceof Came.In in) {
                                pages.addAndGet(in.pages());
                            } else {
                                throw new IllegalStateException("not imported: " + came);
                            }
                        });
        double seconds = seconds(began);
        out.printf(
                Locale.ROOT,
                "import: %d files, %d pages in %.1f s, %.0f pages a second; %.1f s of processor%n",
                files,
                pages.get(),
                seconds,
                pages.get() / seconds,
                processor() - before);
    }

    private void shelved(Transactions transactions, Invented invented) {
        Shelving shelving = new Shelving(transactions);
        byte[] pdf = ReportPdf.of(invented.review(999_999, FILE_PAGES));
        var from = clock.instant().minusSeconds(60);
        double before = processor();
        long began = System.nanoTime();
        long pages = 0;
        for (int i = 0; i < reviews; i++) {
            PublishedReview review = invented.review(i + 1, 50 + invented.below(151));
            pages += review.pages();
            shelving.put(review, from, Optional.of(pdf), from);
        }
        double seconds = seconds(began);
        out.printf(
                Locale.ROOT,
                "shelf: %d reviews, %d pages in %.1f s, %.0f pages a second; %.1f s of processor%n",
                reviews,
                pages,
                seconds,
                pages / seconds,
                processor() - before);
    }

    /** How much processor this process and the database have had; load slows no such clock. */
    private double processor() {
        return Machine.processorTime()
                        .plus(Objects.requireNonNull(installation).processorTime())
                        .toMillis()
                / 1e3;
    }

    /** What somebody types. */
    private interface Typed {
        String by(Random random);
    }

    private void searched(Library library, String what, Typed typed) {
        Random random = new Random(seed);
        Latencies latencies = new Latencies();
        long found = 0;
        double before = 0;
        for (int i = -WARM_UP; i < searches; i++) {
            before = i == 0 ? processor() : before;
            Asked asked =
                    new Asked(
                            typed.by(random),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            false,
                            0);
            long began = System.nanoTime();
            int all = library.search(asked).all();
            if (i >= 0) {
                latencies.add(System.nanoTime() - began);
                found += all;
            }
        }
        out.printf(
                Locale.ROOT,
                "search, %s: %s; %.1f ms of processor each, %d found on average%n",
                what,
                latencies,
                (processor() - before) * 1e3 / searches,
                found / searches);
    }

    private void built(Transactions transactions, Library library, Path folder) {
        var reports = new Reports(library, new Shelving(transactions), clock);
        double before = processor();
        long began = System.nanoTime();
        try {
            int count =
                    new LibrarySite(library, reports, "the desk", "01632 960 104")
                            .build(folder, _ -> {});
            out.printf(
                    Locale.ROOT,
                    "site: %d reviews written in %.1f s, PDFs copied but for %d; %.1f s of processor%n",
                    count,
                    seconds(began),
                    files,
                    processor() - before);
        } catch (IOException full) {
            throw new UncheckedIOException("the site could not be written to " + folder, full);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
