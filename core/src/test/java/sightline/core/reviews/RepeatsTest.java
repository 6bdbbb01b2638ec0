package sightline.core.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.reviews.Repeats.Made;

import java.util.List;

final class RepeatsTest {
    private static final Made GP =
            new Made(
                    "REV-24-001",
                    4,
                    "The GP record of a child on a plan is to reach the new practice within 28 days");
    private static final Made SEEN =
            new Made("REV-24-001", 5, "Each child is seen alone by a social worker");
    private static final Made OTHER =
            new Made("REV-23-002", 1, "The practice holds a meeting of the record keepers");

    @Test
    void whatSaysMuchTheSameIsFoundAndWhatSharesFewWordsIsNot() {
        assertThat(
                        Repeats.of(
                                "GP records of children on plans reach the new practice within 28 days",
                                List.of(SEEN, OTHER, GP)))
                .extracting(r -> r.made().number())
                .containsExactly(4);
        assertThat(Repeats.of("Supervision asks who was heard", List.of(SEEN, OTHER, GP)))
                .isEmpty();
    }

    @Test
    void theSameSentenceSharesAllOfItAndAnEmptyOneNothing() {
        assertThat(Repeats.of(SEEN.text(), List.of(SEEN)).getFirst().sharedPercent())
                .isEqualTo(100);
        assertThat(Repeats.of("", List.of(SEEN))).isEmpty();
        assertThat(Repeats.of(SEEN.text(), List.of())).isEmpty();
    }
}
