package sightline.core.identity;

import sightline.core.kernel.PartialDate;

import java.time.LocalDate;
import java.util.Optional;

/** How the dates of birth of two records compare: the best over all that they ever gave. */
public final class BirthComparison {
    private static final int GENERATION_YEARS = 12;
    private static final int EARLIEST_BEFORE_EXPECTED_DAYS = 126;
    private static final int LATEST_AFTER_EXPECTED_DAYS = 28;
    private static final int SCANS_DIFFER_DAYS = 21;

    private BirthComparison() {}

    /**
     * Whether two days of birth are of two people, as far as no slip explains it: a day and month
     * swapped, one digit that differs, or a 1 January, which is written where only the year is
     * known.
     */
    public static boolean plainlyDiffer(LocalDate a, LocalDate b) {
        var level = days(a, b);
        return (level == MatchWeights.BIRTH_DIFFERENT || level == MatchWeights.BIRTH_GENERATION)
                && digitsApart(a, b) > 1
                && a.getDayOfYear() > 1
                && b.getDayOfYear() > 1;
    }

    /** Nothing when either side has no date. */
    static Optional<MatchWeights> of(Prepared a, Prepared b) {
        var best = Optional.<MatchWeights>empty();
        for (var x : a.births()) {
            for (var y : b.births()) {
                var weight = of(x, y);
                if (best.isEmpty() || weight.tenths() > best.get().tenths()) {
                    best = Optional.of(weight);
                }
            }
        }
        return best;
    }

    /**
     * Whether a child can have been born of a pregnancy, as far as the dates say; not if unknown.
     */
    static boolean canBeOfPregnancy(Prepared pregnancy, Prepared child) {
        return pregnancy.expected().stream()
                .anyMatch(due ->
                        child.births().stream().anyMatch(birth -> aroundExpected(birth, due)));
    }

    /** Whether two pregnancies can be one, as far as the dates say; not if unknown. */
    static boolean samePregnancy(Prepared a, Prepared b) {
        return a.expected().stream()
                .anyMatch(x ->
                        b.expected().stream().anyMatch(y -> withinDays(x, y, SCANS_DIFFER_DAYS)));
    }

    private static MatchWeights of(PartialDate x, PartialDate y) {
        return switch (x) {
            case PartialDate.Day(var a) when y instanceof PartialDate.Day(var b) -> days(a, b);
            case PartialDate.Day _, PartialDate.Month _, PartialDate.Year _ -> partial(x, y);
        };
    }

    private static MatchWeights days(LocalDate a, LocalDate b) {
        if (a.equals(b)) {
            return MatchWeights.BIRTH_SAME;
        }
        if (a.getYear() == b.getYear()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue()) {
            return MatchWeights.BIRTH_SWAPPED;
        }
        if (Math.abs(a.getYear() - b.getYear()) >= GENERATION_YEARS) {
            return MatchWeights.BIRTH_GENERATION;
        }
        return digitsApart(a, b) == 1 ? MatchWeights.BIRTH_ONE_DIGIT : MatchWeights.BIRTH_DIFFERENT;
    }

    private static MatchWeights partial(PartialDate x, PartialDate y) {
        if (x.agreesWith(y)) {
            return x instanceof PartialDate.Year || y instanceof PartialDate.Year
                    ? MatchWeights.BIRTH_YEAR
                    : MatchWeights.BIRTH_MONTH;
        }
        var years = Math.abs(x.earliest().getYear() - y.earliest().getYear());
        return years >= GENERATION_YEARS
                ? MatchWeights.BIRTH_GENERATION
                : MatchWeights.BIRTH_DIFFERENT;
    }

    private static int digitsApart(LocalDate a, LocalDate b) {
        var x = a.getYear() * 10_000 + a.getMonthValue() * 100 + a.getDayOfMonth();
        var y = b.getYear() * 10_000 + b.getMonthValue() * 100 + b.getDayOfMonth();
        var apart = 0;
        for (; x > 0 || y > 0; x /= 10, y /= 10) {
            if (x % 10 != y % 10) {
                apart++;
            }
        }
        return apart;
    }

    private static boolean aroundExpected(PartialDate birth, LocalDate due) {
        return !birth.latest().isBefore(due.minusDays(EARLIEST_BEFORE_EXPECTED_DAYS))
                && !birth.earliest().isAfter(due.plusDays(LATEST_AFTER_EXPECTED_DAYS));
    }

    private static boolean withinDays(LocalDate x, LocalDate y, int days) {
        return Math.abs(x.toEpochDay() - y.toEpochDay()) <= days;
    }
}
