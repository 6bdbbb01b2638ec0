package sightline.core.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tests of one review to which entries are added as time goes on. */
abstract class OfOneReview {
    final List<ReviewEntry> entries = new ArrayList<>();
    Instant now;

    OfOneReview(LocalDate began) {
        now = London.startOf(began);
    }

    final Review review() {
        return Review.of(entries, now);
    }

    /** Adds it, unless it is refused. */
    final Optional<Refusal> add(ReviewEntry entry) {
        Optional<Refusal> refusal = review().refusal(entry);
        if (refusal.isEmpty()) {
            entries.add(entry);
        }
        return refusal;
    }

    final void must(ReviewEntry entry) {
        assertThat(add(entry)).isEmpty();
    }
}
