package sightline.reviews;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * What all case reviews still ask of somebody, and who may read what to do it. It is worked out
 * anew when an entry was added or the day is another; in between it is what it was.
 */
public final class ReviewsOwed {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AtomicReference<Known> known =
            new AtomicReference<>(new Known(new State(-1, -1), LocalDate.EPOCH, List.of()));

    /**
     * Something owed. No word of a review is in it but numbers.
     *
     * @param key begins with the review's number
     * @param of how much of the review it is about
     * @param lead the agency that leads the review
     * @param since the end of its last day
     */
    public record Owed(
            String key,
            ReviewId review,
            ReviewDuty.Of of,
            AgencyId agency,
            Role role,
            AgencyId lead,
            Instant since,
            String words) {
        /** Whether its day is over. */
        public boolean overdue(Instant now) {
            return !now.isBefore(since);
        }
    }

    /**
     * Somebody who may read what is owed.
     *
     * @param who as {@code AGENCY/ROLE}
     * @param must whether they owe it; else they were told of it
     */
    public record Reader(Owed owed, String who, boolean must) {}

    /** Entries are only added: their number and the highest tell whether any was. */
    private record State(long count, long highest) {}

    private record Known(State state, LocalDate day, List<Owed> owed) {}

    private record Row(ReviewId review, ReviewEntry entry) {}

    /** What is owed at a moment, in the transaction of a job that may read reviews. */
    public List<Owed> at(JdbcClient sql, Instant now) {
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
        return last.owed();
    }

    /**
     * Lets in whoever owes something, or was told of it, to read that; and nobody else any more.
     * What was written last is kept as a digest, so that a look at which nothing changed writes
     * nothing, whichever process looks.
     */
    public static void letIn(JdbcClient sql, List<Reader> readers) {
        SortedMap<String, LetIn> letIn = new TreeMap<>();
        readers.stream()
                .map(LetIn::of)
                .forEach(row ->
                        letIn.merge(row.of(), row, (one, other) -> one.must() ? one : other));
        String rows = JSON.writeValueAsString(letIn.values().stream().map(LetIn::row).toList());
        boolean same =
                sql.sql("SELECT digest = md5(:rows) FROM reviews.let_in")
                        .param("rows", rows)
                        .query(Boolean.class)
                        .single();
        if (same) {
            return;
        }
        sql.sql(
                        """
                        DELETE FROM reviews.owes o WHERE NOT EXISTS (
                          SELECT FROM jsonb_array_elements(:rows::jsonb) r
                           WHERE r ->> 0 = o.review AND r ->> 1 = o.who AND r ->> 2 = o.organisation
                             AND (r ->> 3)::integer = o.recommendation AND (r ->> 4)::boolean = o.must)
                        """)
                .param("rows", rows)
                .update();
        sql.sql(
                        """
                        INSERT INTO reviews.owes (review, who, organisation, recommendation, must)
                        SELECT r ->> 0, r ->> 1, r ->> 2, (r ->> 3)::integer, (r ->> 4)::boolean
                          FROM jsonb_array_elements(:rows::jsonb) r
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows)
                .update();
        sql.sql("UPDATE reviews.let_in SET digest = md5(:rows)").param("rows", rows).update();
    }

    /** A row of {@code reviews.owes}. */
    private record LetIn(
            String review, String who, String organisation, int recommendation, boolean must) {
        static LetIn of(Reader reader) {
            String review = reader.owed().review().value();
            return switch (reader.owed().of()) {
                case ReviewDuty.Of.Whole _ -> new LetIn(review, reader.who(), "", 0, reader.must());
                case ReviewDuty.Of.Report(var of) ->
                        new LetIn(review, reader.who(), of.value(), 0, reader.must());
                case ReviewDuty.Of.Part(var number, var of) ->
                        new LetIn(review, reader.who(), of.value(), number, reader.must());
            };
        }

        /** What it is about and whose it is, whether or not they must. */
        String of() {
            return String.join("\n", review, who, organisation, Integer.toString(recommendation));
        }

        List<Object> row() {
            return List.of(review, who, organisation, recommendation, must);
        }
    }

    /**
     * Where whoever owes it goes, from the key of the duty; empty where it is about more than one
     * recommendation and somebody was only told of it, who may not read so much.
     */
    public static Optional<String> address(String key, boolean owes) {
        String[] parts = key.substring(key.lastIndexOf('|') + 1).split("/", -1);
        String review = "/reviews/" + parts[0];
        return parts.length == 4
                ? Optional.of(review + "/recommendations/" + parts[2])
                : Optional.of(review).filter(_ -> owes);
    }

    private static List<Owed> workedOut(JdbcClient sql, Instant now) {
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
                .flatMap(e -> owed(e.getKey(), Review.of(e.getValue(), now)))
                .toList();
    }

    private static Stream<Owed> owed(ReviewId id, Review review) {
        return review.opened().stream()
                .flatMap(opened ->
                        review.owed().stream().map(duty -> owed(id, opened.by().agency(), duty)));
    }

    private static Owed owed(ReviewId id, AgencyId lead, ReviewDuty duty) {
        return new Owed(
                id + "/" + duty.key(),
                id,
                duty.of(),
                duty.agency(),
                duty.role(),
                lead,
                London.endOf(duty.due()),
                "%s: %s. %s.".formatted(id, duty.what(), duty.why()));
    }
}
