package sightline.bench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.core.library.PublishedReview;
import sightline.database.Database;
import sightline.database.Transactions;
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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The public library: how fast reports come in, are found, and are written as a site. */
@Command(
        name = "library",
        description = {
            "Import PDFs, put made-up reviews of 50 to 200 pages on the shelf, ask what readers and pages ask of",
            "them, write the site with the released PDFs copied, and tell how the database went about it.",
            "The national collection is --reviews 2000: some 250,000 pages, which the shelf takes in a quarter of",
            "an hour and an import, which reads PDFs, in an hour and more; the import is measured on a few files.",
            "With --data the shelf stays, and --left asks it again."
        },
        mixinStandardHelpOptions = true)
final class LibraryCommand implements Callable<Integer> {
    private static final int FILE_PAGES = 100;
    private static final int SAY_EVERY = 100;
    private static final String DAY = "2026-09-15";

    @Option(names = "--reviews", defaultValue = "250", description = "How many on the shelf.")
    private int reviews;

    @Option(
            names = "--pages",
            defaultValue = "200",
            description = "The longest has so many, the shortest a quarter of it.")
    private int longest;

    @Option(names = "--files", defaultValue = "6", description = "How many PDFs are imported.")
    private int files;

    @Option(names = "--searches", defaultValue = "300", description = "How many of each kind.")
    private int searches;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other words.")
    private long seed;

    @Option(names = "--data", description = "A new folder for the installation; it stays.")
    private Path data = Path.of("");

    @Option(names = "--left", description = "Ask the shelf that a run before left in --data.")
    private boolean left;

    @Option(names = "--no-site", description = "Do not write the site.")
    private boolean noSite;

    @Option(names = "--plans", description = "Print each plan, line by line.")
    private boolean plans;

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
        try (Installation made =
                left
                        ? Installation.left(folder)
                        : Installation.make(folder, world.directory(), world.goLive())) {
            installation = made;
            Invented invented = new Invented(seed);
            var asked = new LibraryQuestions(invented, seed, out);
            try (Database database = made.open()) {
                Transactions transactions = new Transactions(database);
                if (!left) {
                    imported(transactions, folder.resolve("in"), invented);
                    shelved(transactions, invented);
                }
                Library library = new Library(transactions, clock);
                asked.all(library, searches, this::processor);
                if (!noSite) {
                    built(transactions, library, folder.resolve("site"));
                }
            }
            explained(made, asked);
        }
        out.printf(Locale.ROOT, "load %.1f at the end%n", Machine.load());
        return 0;
    }

    /** Asks each question a few times more with the database telling how it goes about it. */
    private void explained(Installation made, LibraryQuestions asked) {
        Plans explained = Plans.withNestedFrom(made);
        try (Database database = made.open()) {
            asked.each(new Library(new Transactions(database), clock));
        }
        asked.tell(explained, plans);
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
        again(transactions, folder);
    }

    /** An import that was stopped is given the same folder again. */
    private void again(Transactions transactions, Path folder) throws IOException {
        AtomicInteger known = new AtomicInteger();
        long began = System.nanoTime();
        new LibraryImport(transactions, clock)
                .folder(
                        folder,
                        (came, _, _) -> known.addAndGet(came instanceof Came.Known ? 1 : 0));
        out.printf(
                Locale.ROOT,
                "import of the same folder again: %d of %d files are known and not read, in %.2f s%n",
                known.get(),
                files,
                seconds(began));
    }

    private void shelved(Transactions transactions, Invented invented) {
        Shelving shelving = new Shelving(transactions);
        int shortest = Math.max(1, longest / 4);
        byte[] pdf = ReportPdf.of(invented.review(999_999, FILE_PAGES));
        var from = clock.instant().minusSeconds(60);
        double before = processor();
        long began = System.nanoTime();
        long pages = 0;
        for (int i = 0; i < reviews; i++) {
            PublishedReview review =
                    invented.review(i + 1, shortest + invented.below(longest - shortest + 1));
            pages += review.pages();
            shelving.put(review, from, Optional.of(pdf), from);
            if ((i + 1) % SAY_EVERY == 0) {
                System.err.printf(
                        Locale.ROOT,
                        "%d of %d on the shelf, %.0f s%n",
                        i + 1,
                        reviews,
                        seconds(began));
            }
        }
        double seconds = seconds(began);
        out.printf(
                Locale.ROOT,
                "shelf, as a release does it, no PDF read: %d reviews, %d pages in %.1f s, %.0f pages a second; %.1f s of processor%n",
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
                    "site: %d reviews written in %.1f s, PDFs copied but for the imported, made where none is kept; %.1f s of processor%n",
                    count,
                    seconds(began),
                    processor() - before);
        } catch (IOException full) {
            throw new UncheckedIOException("the site could not be written to " + folder, full);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
