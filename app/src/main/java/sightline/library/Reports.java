package sightline.library;

import sightline.core.library.PublishedReview;

import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The reports as PDF. One that came in by an import is made when somebody first asks, one at a
 * time, and kept: nobody outside can make the server make many.
 */
public final class Reports {
    private final Library library;
    private final Shelving shelving;
    private final InstantSource clock;
    private final ReentrantLock making = new ReentrantLock();

    public Reports(Library library, Shelving shelving, InstantSource clock) {
        this.library = library;
        this.shelving = shelving;
        this.clock = clock;
    }

    /** The report of a review that can be read. */
    public byte[] of(PublishedReview review) {
        return library.document(review.reference()).orElseGet(() -> made(review));
    }

    private byte[] made(PublishedReview review) {
        making.lock();
        try {
            return library.document(review.reference())
                    .orElseGet(() -> {
                        byte[] pdf =
                                ReportPdf.of(
                                        ReviewJson.with(review, library.text(review.reference())));
                        shelving.keep(review, pdf, clock.instant());
                        return pdf;
                    });
        } finally {
            making.unlock();
        }
    }
}
