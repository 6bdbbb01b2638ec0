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
import sightline.core.reviews.ReviewEntry.OfAction;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
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
        var counted = new Counted(sql, now, new HashMap<>());
        int made = 0;
        for (ReviewId id : withoutLevel(sql, last)) {
            made += add(sql, id, now, (by, action, bound) -> level(by, action, bound, counted));
        }
        if (!recorded.get().isBefore(last)) {
            return made;
        }
        for (ReviewId id : bound(sql)) {
            made +=
                    add(
                            sql,
                            id,
                            now,
                            (by, action, bound) -> months(by, action, bound, last, counted));
        }
        recorded.set(last);
        return made;
    }

    private record Month(AgencyId agency, YearMonth month) {}

    /** What was counted, each measure once however many parts are bound to it. */
    private record Counted(JdbcClient sql, Instant now, Map<String, Map<Month, InTime>> read) {
        /** Of a part's organisation in a month; none of none where nothing was due. */
        InTime of(Action action, Bound bound, YearMonth month) {
            AgencyId agency = action.organisation();
            YearMonth since = YearMonth.from(London.day(now)).minusYears(2);
            return read.computeIfAbsent(
                            month.isBefore(since) ? bound.measure() + " " + month : bound.measure(),
                            _ ->
                                    month.isBefore(since)
                                            ? values(sql, bound.measure(), month, month)
                                            : values(sql, bound.measure(), since, last(now)))
                    .getOrDefault(new Month(agency, month), new InTime(agency, month, 0, 0));
        }
    }

    private static YearMonth last(Instant now) {
        return YearMonth.from(London.day(now)).minusMonths(1);
    }

    /** What there is to say of a part that is bound to a measure. */
    private interface Said {
        List<? extends OfAction> of(By system, Action action, Bound bound);
    }

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

    /** Adds what is said of each part, unless it was said before; how much that was. */
    private static int add(JdbcClient sql, ReviewId id, Instant now, Said said) {
        Reviews.lock(sql, id);
        Review review = Review.of(Reviews.entries(sql, id), now);
        AgencyId lead = review.opened().orElseThrow().by().agency();
        var system = new By(SYSTEM, lead, Set.of(), Set.of());
        int made = 0;
        for (Action action : review.actions()) {
            List<? extends OfAction> entries =
                    action.bound()
                            .filter(b -> CLOCKS.containsKey(b.measure()))
                            .<List<? extends OfAction>>map(b -> said.of(system, action, b))
                            .orElse(List.of());
            for (OfAction entry : entries) {
                if (review.refusal(entry).isEmpty()) {
                    Reviews.insert(sql, id, SYSTEM, lead, entry);
                    made++;
                }
            }
        }
        return made;
    }

    /** The last whole month before a part was bound: from there it is seen how far it comes. */
    private static List<LevelTaken> level(By by, Action action, Bound bound, Counted counted) {
        YearMonth month = YearMonth.from(London.day(bound.at())).minusMonths(1);
        InTime value = counted.of(action, bound, month);
        return List.of(
                new LevelTaken(
                        by,
                        counted.now(),
                        action.made().number(),
                        action.organisation(),
                        month,
                        value.met(),
                        value.all()));
    }

    /** The months since it was bound. */
    private static List<Measured> months(
            By by, Action action, Bound bound, YearMonth last, Counted counted) {
        List<Measured> months = new ArrayList<>();
        YearMonth first = YearMonth.from(London.day(bound.at()));
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            InTime value = counted.of(action, bound, month);
            months.add(
                    new Measured(
                            by,
                            counted.now(),
                            action.made().number(),
                            action.organisation(),
                            month,
                            value.met(),
                            value.all()));
        }
        return months;
    }

    /** Every agency's months from one to another, read once however many parts are bound. */
    private static Map<Month, InTime> values(
            JdbcClient sql, String measure, YearMonth first, YearMonth last) {
        Map<Month, InTime> values = new HashMap<>();
        Optional.ofNullable(CLOCKS.get(measure)).stream()
                .flatMap(clock -> InTime.of(sql, clock, first, last).stream())
                .forEach(v -> values.put(new Month(v.agency(), v.month()), v));
        return values;
    }
}
