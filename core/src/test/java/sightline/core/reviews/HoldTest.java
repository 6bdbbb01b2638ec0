package sightline.core.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewEntry.Commissioned;
import sightline.core.reviews.ReviewEntry.HoldKept;
import sightline.core.reviews.ReviewEntry.Holds;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewEntry.ProcessBegan;
import sightline.core.reviews.ReviewEntry.ProcessEnded;
import sightline.core.reviews.ReviewEntry.Trigger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

final class HoldTest extends OfOneReview {
    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");
    private static final LocalDate BEGAN = LocalDate.of(2026, 1, 5);

    private final By lead = new By("helen", BOARD, Set.of(), Set.of());

    HoldTest() {
        super(BEGAN);
    }

    private ProcessBegan began(String process, Holds holds) {
        return new ProcessBegan(lead, now, process, holds, "Witnesses have not been heard.");
    }

    private List<ReviewDuty> owed() {
        return review().owed().stream().filter(d -> d.key().startsWith("hold/")).toList();
    }

    private void commissioned() {
        must(new Opened(lead, now, "practice-review", "Child M", Trigger.DIED, BEGAN));
        must(new Commissioned(lead, now, BEGAN, "Several agencies knew the family."));
    }

    @Test
    void aHoldIsLookedAtAgainUntilSomebodySaysHowItEnded() {
        commissioned();
        must(began("Audit of the trust", Holds.NOTHING));
        must(began("Inquest", Holds.PUBLICATION));
        assertThat(review().holds())
                .singleElement()
                .satisfies(h -> assertThat(h.number()).isEqualTo(2));
        assertThat(owed())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.key()).isEqualTo("hold/2");
                    assertThat(d.what()).doesNotContain("Inquest");
                    assertThat(d.agency()).isEqualTo(BOARD);
                    assertThat(d.role()).isEqualTo(ReviewDuty.REVIEW_LEAD);
                    assertThat(d.due()).isEqualTo(BEGAN.plusMonths(3));
                    assertThat(d.overdue(BEGAN.plusMonths(3))).isFalse();
                    assertThat(d.overdue(BEGAN.plusMonths(3).plusDays(1))).isTrue();
                });

        now = London.startOf(BEGAN.plusMonths(3));
        must(new HoldKept(lead, now, "Inquest", "It was put off until May."));
        assertThat(owed()).extracting(ReviewDuty::due).containsExactly(BEGAN.plusMonths(6));

        assertThat(add(new ProcessEnded(lead, now, "Inquest", " "))).contains(Refusal.HOW_ENDED);
        assertThat(review().holds()).hasSize(1);
        must(new ProcessEnded(lead, now, "Inquest", "Verdict of 5 April; the coroner wrote."));
        assertThat(review().holds()).isEmpty();
        assertThat(owed()).isEmpty();
    }

    @Test
    void whatHoldsNothingIsNotKeptOnAndNoTwoHaveOneName() {
        commissioned();
        must(began("Audit of the trust", Holds.NOTHING));
        assertThat(add(new HoldKept(lead, now, "Audit of the trust", "Why not")))
                .contains(Refusal.HOLDS_NOTHING);
        assertThat(add(new HoldKept(lead, now, "Trial", "Why not")))
                .contains(Refusal.HOLDS_NOTHING);
        assertThat(add(began("Audit of the trust", Holds.PUBLICATION)))
                .contains(Refusal.PROCESS_RUNS);
        assertThat(add(new ProcessBegan(lead, now, "Trial", Holds.PUBLICATION, "")))
                .contains(Refusal.NO_REASON);
        must(began("Trial", Holds.PUBLICATION));
        assertThat(add(new HoldKept(lead, now, "Trial", " "))).contains(Refusal.NO_REASON);
    }

    /** The second trial of one name is looked at from its own beginning. */
    @Test
    void whatBeganAgainCountsFromItsOwnBeginning() {
        commissioned();
        must(began("Trial", Holds.PUBLICATION));
        must(new HoldKept(lead, now, "Trial", "It goes on."));
        must(new ProcessEnded(lead, now, "Trial", "The jury was discharged."));
        now = London.startOf(BEGAN.plusMonths(1));
        must(began("Trial", Holds.PUBLICATION));
        assertThat(owed()).extracting(ReviewDuty::key).containsExactly("hold/2");
        assertThat(owed()).extracting(ReviewDuty::due).containsExactly(BEGAN.plusMonths(4));
    }
}
