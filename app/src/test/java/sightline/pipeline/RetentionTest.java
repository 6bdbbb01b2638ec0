package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.facts.RetentionPack;
import sightline.facts.RetentionPack.Kept;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Periods as data: the longest that applies counts, and on its last day nothing is due yet. */
final class RetentionTest {
    private static final LocalDate TODAY = LocalDate.of(2060, 6, 1);
    private static final LocalDate BORN = LocalDate.of(2030, 5, 20);
    private final RetentionPack pack = RetentionPack.shipped();

    @Test
    void theLongestPeriodThatAppliesCounts() {
        assertThat(until(Set.of("referral"), LocalDate.of(2040, 1, 1)))
                .contains(LocalDate.of(2056, 5, 20));
        assertThat(until(Set.of("referral", "conference"), LocalDate.of(2040, 1, 1)))
                .contains(LocalDate.of(2115, 5, 20));
    }

    @Test
    void quietYearsAreCountedFromTheNewestEntry() {
        assertThat(until(Set.of("health-contact"), LocalDate.of(2055, 2, 3)))
                .contains(LocalDate.of(2063, 2, 3));
    }

    @Test
    void withoutADateOfBirthNothingEnds() {
        assertThat(pack.kept(Set.of("referral"), Optional.empty(), BORN, TODAY)).isEmpty();
    }

    @Test
    void aPeriodThatIsNotInForceYetDoesNotApply() {
        LocalDate before = LocalDate.of(2026, 10, 31);

        assertThat(pack.kept(Set.of("referral"), Optional.of(BORN), BORN, before)).isEmpty();
    }

    @Test
    void aPeriodOfAKindThatDoesNotExistIsRefused() {
        String yaml =
                """
                pack: x
                version: 1
                periods:
                  - {key: a, title: A, kinds: [conferences], from: birth, years: 1, in-force: 2026-01-01, source: s, mark: GK}
                """;

        assertThatThrownBy(() -> RetentionPack.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no kind conferences");
    }

    @Test
    void aTraceSaysForHowLongAndOnWhoseWord() {
        assertThat(pack.trace("import-names"))
                .satisfies(t -> assertThat(t.days()).isEqualTo(90))
                .satisfies(t -> assertThat(t.mark()).isEqualTo("INF"));
        assertThatThrownBy(() -> pack.trace("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not say how long 'nothing' is kept");
    }

    @Test
    void aTraceThatEndsBeforeItBeganIsRefused() {
        String yaml =
                """
                pack: x
                version: 1
                periods: []
                traces:
                  - {key: a, title: A, days: 0, source: s, mark: GK}
                """;

        assertThatThrownBy(() -> RetentionPack.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Trace a is kept for 0 days");
    }

    private Optional<LocalDate> until(Set<String> kinds, LocalDate newest) {
        return pack.kept(kinds, Optional.of(BORN), newest, TODAY).map(Kept::until);
    }
}
