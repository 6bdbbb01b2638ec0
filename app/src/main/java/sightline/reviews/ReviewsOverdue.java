package sightline.reviews;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * What of all case reviews is past its date. It is worked out anew when an entry was added or the
 * day is another; in between it is what it was.
 */
public final class ReviewsOverdue {
    private final AtomicReference<Known> known =
            new AtomicReference<>(new Known(new State(-1, -1), LocalDate.EPOCH, List.of()));

    /**
     * Something past its date. No word of a review is in it but numbers.
     *
     * @param key begins with the review's number
     * @param lead the agency that leads the review
     * @param since the end of its last day
     */
    public record Overdue(
            String key, AgencyId agency, Role role, AgencyId lead, Instant since, String words) {}

    /** Entries are only added: their number and the highest tell whether any was. */
    private record State(long count, long highest) {}

    private record Known(State state, LocalDate day, List<Overdue> overdue) {}

    private record Row(ReviewId review, ReviewEntry entry) {}

    /** What is past its date at a moment, in the transaction of a job that may read reviews. */
    public List<Overdue> at(JdbcClient sql, Instant now) {
        LocalDate day = London.day(now);
        State state =
                sql.sql("SELECT count(*), coalesce(max(entry_id), 0) FROM reviews.entry")
                        .query((row, _) -> new State(row.getLong(1), row.getLong(2)))
                        .single();
        Known last = known.get();
        if (!last.state().equals(state) || !last.day().equals(day)) {
            last = new Known(state, day, workedOut(sql, now));
            known.set(last);
        }
        return last.overdue();
    }

    /** Where whoever owes it goes, from the key of the duty. */
    public static String address(String key) {
        String[] parts = key.substring(key.lastIndexOf('|') + 1).split("/", -1);
        String review = "/reviews/" + parts[0];
        return parts.length == 4 ? review + "/recommendations/" + parts[2] : review;
    }

    private static List<Overdue> workedOut(JdbcClient sql, Instant now) {
        Map<ReviewId, List<ReviewEntry>> all = new LinkedHashMap<>();
        sql.sql("SELECT review, kind, body FROM reviews.entry ORDER BY review, entry_id")
                .query((row, _) ->
                        new Row(
                                new ReviewId(row.getString(1)),
                                EntryJson.read(row.getString(2), row.getString(3))))
                .list()
                .forEach(row ->
                        all.computeIfAbsent(row.review(), _ -> new ArrayList<>()).add(row.entry()));
        return all.entrySet().stream()
                .flatMap(e -> overdue(e.getKey(), Review.of(e.getValue(), now)))
                .toList();
    }

    private static Stream<Overdue> overdue(ReviewId id, Review review) {
        return review.opened().stream()
                .flatMap(opened ->
                        review.owed().stream()
                                .filter(duty -> duty.overdue(review.today()))
                                .map(duty -> overdue(id, opened.by().agency(), duty)));
    }

    private static Overdue overdue(ReviewId id, AgencyId lead, ReviewDuty duty) {
        return new Overdue(
                id + "/" + duty.key(),
                duty.agency(),
                duty.role(),
                lead,
                London.endOf(duty.due()),
                "%s: %s. %s.".formatted(id, duty.what(), duty.why()));
    }
}
