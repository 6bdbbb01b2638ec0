package sightline.reviews;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.InTime;
import sightline.core.duties.ClockKey;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.Action;
import sightline.core.reviews.By;
import sightline.core.reviews.Measure;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry.Bound;
import sightline.core.reviews.ReviewEntry.LevelTaken;
import sightline.core.reviews.ReviewEntry.Measured;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Once a month, the measure of each recommendation that is bound to one, kept as it was then; and
 * what it was when it was bound. What comes in after that changes nothing that was kept.
 */
public final class MonthlyMeasures {
    /** A month is measured when the messages of its last days have had that long to come in. */
    private static final int DAYS_TO_COME_IN = 3;

    static final String SYSTEM = "system";

    private static final Map<String, ClockKey> CLOCKS =
            Map.of(
                    Measure.GP_RECORDS.key(), new ClockKey("gp.transfer"),
                    Measure.REFERRAL_ANSWERS.key(), new ClockKey("ref.decision"),
                    Measure.UNFLAGGED_INCIDENTS.key(), new ClockKey("encompass.triage"),
                    Measure.UNANSWERED_QUESTIONS.key(), new ClockKey("question.ask"),
                    Measure.HAND_OVERS.key(), new ClockKey("register.move"));

    private final AtomicReference<YearMonth> recorded =
            new AtomicReference<>(YearMonth.of(1970, 1));

    /** Records what is not recorded; how many months of how many parts that was. */
    public int record(JdbcClient sql, Instant now) {
        YearMonth last = YearMonth.from(London.day(now).minusDays(DAYS_TO_COME_IN)).minusMonths(1);
        Map<String, Map<Month, InTime>> read = new HashMap<>();
        int made = 0;
        for (ReviewId id : withoutLevel(sql, last)) {
            made += levels(sql, id, read, now);
        }
        if (!recorded.get().isBefore(last)) {
            return made;
        }
        for (ReviewId id : bound(sql)) {
            made += record(sql, id, last, read, now);
        }
        recorded.set(last);
        return made;
    }

    private record Month(AgencyId agency, YearMonth month) {}

    private static List<ReviewId> bound(JdbcClient sql) {
        return sql.sql("SELECT DISTINCT review FROM reviews.entry WHERE kind = 'bound' ORDER BY 1")
                .query((row, _) -> new ReviewId(row.getString(1)))
                .list();
    }

    /** Those bound to a measure of which nobody has said what it was then, and now somebody can. */
    private static List<ReviewId> withoutLevel(JdbcClient sql, YearMonth last) {
        return sql.sql(
                        """
                        SELECT DISTINCT b.review FROM reviews.entry b
                         WHERE b.kind = 'bound' AND b.at < :until::timestamptz
                           AND NOT EXISTS (SELECT FROM reviews.entry l
                                            WHERE l.review = b.review AND l.recommendation = b.recommendation
                                              AND l.kind IN ('bound', 'level-taken') AND l.organisations = b.organisations
                                              AND l.entry_id > b.entry_id)
                         ORDER BY 1
                        """)
                .param("until", London.startOf(last.plusMonths(2).atDay(1)).toString())
                .query((row, _) -> new ReviewId(row.getString(1)))
                .list();
    }

    /** The last whole month before each part was bound: from there it is seen how far it comes. */
    private static int levels(
            JdbcClient sql, ReviewId id, Map<String, Map<Month, InTime>> read, Instant now) {
        Reviews.lock(sql, id);
        Review review = Review.of(Reviews.entries(sql, id), now);
        int made = 0;
        for (Action action : review.actions()) {
            Optional<Bound> bound = action.bound().filter(b -> CLOCKS.containsKey(b.measure()));
            if (bound.isEmpty()) {
                continue;
            }
            YearMonth month = YearMonth.from(London.day(bound.get().at())).minusMonths(1);
            Optional<InTime> value = value(sql, action, bound.get(), month, read, now);
            var entry =
                    new LevelTaken(
                            system(review),
                            now,
                            action.made().number(),
                            action.organisation(),
                            month,
                            value.map(InTime::met).orElse(0L),
                            value.map(InTime::all).orElse(0L));
            if (review.refusal(entry).isEmpty()) {
                Reviews.insert(sql, id, SYSTEM, entry.by().agency(), entry);
                made++;
            }
        }
        return made;
    }

    private static By system(Review review) {
        return new By(SYSTEM, review.opened().orElseThrow().by().agency(), Set.of(), Set.of());
    }

    private static Optional<InTime> value(
            JdbcClient sql,
            Action action,
            Bound bound,
            YearMonth month,
            Map<String, Map<Month, InTime>> read,
            Instant now) {
        return Optional.ofNullable(
                read.computeIfAbsent(bound.measure(), key -> values(sql, key, now))
                        .get(new Month(action.organisation(), month)));
    }

    private static int record(
            JdbcClient sql,
            ReviewId id,
            YearMonth last,
            Map<String, Map<Month, InTime>> read,
            Instant now) {
        Reviews.lock(sql, id);
        Review review = Review.of(Reviews.entries(sql, id), now);
        int made = 0;
        for (Action action : review.actions()) {
            Optional<Bound> bound = action.bound();
            if (bound.isEmpty() || !CLOCKS.containsKey(bound.get().measure())) {
                continue;
            }
            YearMonth first = YearMonth.from(London.day(bound.get().at()));
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                Measured entry = measured(sql, review, action, bound.get(), month, read, now);
                if (review.refusal(entry).isEmpty()) {
                    Reviews.insert(sql, id, SYSTEM, entry.by().agency(), entry);
                    made++;
                }
            }
        }
        return made;
    }

    private static Measured measured(
            JdbcClient sql,
            Review review,
            Action action,
            Bound bound,
            YearMonth month,
            Map<String, Map<Month, InTime>> read,
            Instant now) {
        Optional<InTime> value = value(sql, action, bound, month, read, now);
        return new Measured(
                system(review),
                now,
                action.made().number(),
                action.organisation(),
                month,
                value.map(InTime::met).orElse(0L),
                value.map(InTime::all).orElse(0L));
    }

    /** Every agency's months of the last two years, read once however many parts are bound. */
    private static Map<Month, InTime> values(JdbcClient sql, String measure, Instant now) {
        YearMonth month = YearMonth.from(London.day(now));
        Map<Month, InTime> values = new HashMap<>();
        Optional.ofNullable(CLOCKS.get(measure)).stream()
                .flatMap(clock ->
                        InTime.of(sql, clock, month.minusYears(2), month.minusMonths(1)).stream())
                .forEach(v -> values.put(new Month(v.agency(), v.month()), v));
        return values;
    }
}
