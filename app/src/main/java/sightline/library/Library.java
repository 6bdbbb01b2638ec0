package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.library.Edition;
import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;
import sightline.database.JobName;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.library.FoundReview.Piece;
import sightline.library.Matches.Match;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What anybody may ask. It knows nothing before the minute of its embargo and nothing that was
 * withdrawn, but that it was.
 */
public final class Library {
    /** So many reviews are found at most. */
    public static final int MATCHES_MAX = 10_000;

    /** So many are shown on a page. */
    public static final int SHOWN = 10;

    /** So many a feed holds. */
    public static final int NEWEST = 50;

    /** So many tell on one page how far they have come. */
    public static final int TOLD_MAX = 300;

    /** So many months tell how far a review has come. */
    public static final int MONTHS_TOLD = 12;

    /** So many recommendations that say much the same are given. */
    public static final int SIMILAR_MAX = 50;

    private static final String MARK = "\u0002";
    private static final String UNMARK = "\u0003";

    private final Transactions transactions;
    private final InstantSource clock;

    public Library(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many can be read, are withheld, were withdrawn; and those of the last two, in words. */
    public record Holdings(
            int readable, List<Withheld> withheld, List<Withdrawn> withdrawn, Instant asOf) {
        public Holdings {
            withheld = List.copyOf(withheld);
            withdrawn = List.copyOf(withdrawn);
        }

        /** Every review that was ever counted. */
        public int all() {
            return readable + withheld.size() + withdrawn.size();
        }
    }

    /** A review that nobody may read for now. */
    public record Withheld(String reason, LocalDate decided, LocalDate lookAgain) {}

    /**
     * What is left of a review that was withdrawn, or taken down for a time.
     *
     * @param lookAgain when that is looked at again; empty where it is withdrawn for good
     */
    public record Withdrawn(
            String reference,
            Instant published,
            Instant withdrawn,
            String reason,
            Optional<LocalDate> lookAgain) {}

    /** What somebody gets who asks for a reference. */
    public sealed interface Shelf {
        /** It can be read. */
        record Open(PublishedReview review, Instant from, Optional<Progress> progress)
                implements Shelf {}

        /** It could be read once. */
        record Gone(Withdrawn tombstone) implements Shelf {}

        /** There is nothing, or not yet. */
        record Empty() implements Shelf {}
    }

    /** What there is. */
    public Holdings holdings() {
        Instant now = clock.instant();
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        new Holdings(
                                sql.sql(
                                                "SELECT count(*) FROM library.review WHERE readable_from <= :now AND withdrawn_at IS NULL")
                                        .param("now", Timestamp.from(now))
                                        .query(Integer.class)
                                        .single(),
                                sql.sql(
                                                """
                                                SELECT reason, decided_on, look_again FROM library.withheld
                                                 WHERE ended_on IS NULL ORDER BY number LIMIT 200
                                                """)
                                        .query((row, _) ->
                                                new Withheld(
                                                        row.getString(1),
                                                        row.getDate(2).toLocalDate(),
                                                        row.getDate(3).toLocalDate()))
                                        .list(),
                                sql.sql(
                                                """
                                                SELECT reference, coalesce(first_readable, readable_from) AS first_readable, withdrawn_at, withdrawn_why, look_again
                                                  FROM library.review
                                                 WHERE withdrawn_at IS NOT NULL AND coalesce(first_readable, readable_from) <= withdrawn_at
                                                 ORDER BY withdrawn_at DESC LIMIT 200
                                                """)
                                        .query((row, _) -> tombstone(row))
                                        .list(),
                                now));
    }

    private static Withdrawn tombstone(ResultSet row) throws SQLException {
        return new Withdrawn(
                row.getString("reference"),
                row.getTimestamp("first_readable").toInstant(),
                row.getTimestamp("withdrawn_at").toInstant(),
                row.getString("withdrawn_why"),
                Optional.ofNullable(row.getDate("look_again")).map(java.sql.Date::toLocalDate));
    }

    /** Searches the full text; without words, everything. */
    public SearchResult search(Asked asked) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    Matches matches = new Matches(matches(sql, asked.words()), asked);
                    List<Match> order = matches.inOrder();
                    List<String> page =
                            order.stream()
                                    .skip(asked.from())
                                    .limit(SHOWN)
                                    .map(Match::reference)
                                    .toList();
                    return new SearchResult(
                            order.size(), shown(sql, page, asked.words()), matches.facets());
                });
    }

    /** Everything that a search found, without passages, for a list in a file. */
    public List<FoundReview> all(Asked asked) {
        return first(asked, MATCHES_MAX);
    }

    /** The first so many of everything that a search found, in its order. */
    public List<FoundReview> first(Asked asked, int most) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        shown(
                                sql,
                                new Matches(matches(sql, asked.words()), asked)
                                        .inOrder().stream()
                                                .limit(most)
                                                .map(Match::reference)
                                                .toList(),
                                ""));
    }

    private List<Match> matches(JdbcClient sql, String words) {
        String searched =
                """
                SELECT r.reference, r.kind, r.year, r.ages, r.themes, r.agencies, r.model, r.readable_from,
                       %s AS rank
                  FROM %s
                 WHERE r.readable_from <= :now AND r.withdrawn_at IS NULL
                 LIMIT :most
                """;
        var statement =
                words.isEmpty()
                        ? sql.sql(searched.formatted("0", "library.review r"))
                        : sql.sql(
                                        searched.formatted(
                                                "ts_rank(r.head, websearch_to_tsquery('pg_catalog.english', :words))",
                                                "library.with_words(websearch_to_tsquery('pg_catalog.english', :words)) w JOIN library.review r USING (reference)"))
                                .param("words", words);
        return statement
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MATCHES_MAX)
                .query((row, _) ->
                        new Match(
                                row.getString("reference"),
                                row.getString("kind"),
                                row.getInt("year"),
                                texts(row.getArray("ages")),
                                texts(row.getArray("themes")),
                                texts(row.getArray("agencies")),
                                row.getString("model"),
                                row.getDouble("rank"),
                                row.getTimestamp("readable_from").getTime()))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private List<FoundReview> shown(JdbcClient sql, List<String> references, String words) {
        if (references.isEmpty()) {
            return List.of();
        }
        Map<String, FoundReview> found = new HashMap<>();
        Map<String, List<Piece>> passages =
                words.isEmpty() ? Map.of() : passages(sql, references, words);
        sql.sql(
                        """
                        SELECT r.reference, r.body, r.pages, p.body AS progress
                          FROM library.review r
                          LEFT JOIN LATERAL (SELECT q.body FROM library.progress q WHERE q.reference = r.reference
                                              ORDER BY q.on_day DESC LIMIT 1) p ON true
                         WHERE r.reference = ANY (:references)
                        """)
                .param("references", SqlArrays.texts(references))
                .query((row, _) -> {
                    String reference = row.getString("reference");
                    found.put(
                            reference,
                            new FoundReview(
                                    ReviewJson.read(row.getString("body")),
                                    row.getInt("pages"),
                                    passages.getOrDefault(reference, List.of()),
                                    ReviewJson.progressIfAny(
                                            Optional.ofNullable(row.getString("progress")))));
                    return reference;
                })
                .list();
        return references.stream()
                .flatMap(r -> Optional.ofNullable(found.get(r)).stream())
                .toList();
    }

    /** The first section of each that has all the words, and a line or two of it. */
    private static Map<String, List<Piece>> passages(
            JdbcClient sql, List<String> references, String words) {
        Map<String, List<Piece>> passages = new HashMap<>();
        sql.sql(
                        """
                        SELECT s.reference,
                               ts_headline('pg_catalog.english', t.text, q.q,
                                 'MaxFragments=1, MinWords=12, MaxWords=30, StartSel=%s, StopSel=%s') AS passage
                          FROM (SELECT websearch_to_tsquery('pg_catalog.english', :words) AS q) q
                          CROSS JOIN library.sections_with(q.q, replace(q.q::text, '&', '|')::tsquery, :references) s
                          JOIN library.section t USING (reference, number)
                        """
                                .formatted(MARK, UNMARK))
                .param("words", words)
                .param("references", SqlArrays.texts(references))
                .query((row, _) -> passages.put(row.getString(1), pieces(row.getString(2))))
                .list();
        return passages;
    }

    private static List<Piece> pieces(String marked) {
        List<Piece> pieces = new ArrayList<>();
        for (String part : marked.split("(?=" + MARK + ")|(?<=" + UNMARK + ")")) {
            String text = part.replace(MARK, "").replace(UNMARK, "").replaceAll("\\s+", " ");
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, part.startsWith(MARK)));
            }
        }
        return List.copyOf(pieces);
    }

    /** How far organisations have come over all published reviews; empty before the first night. */
    public Optional<Organisations.AsOf> organisations() {
        return transactions.asJob(JobName.LIBRARY, Organisations::newest);
    }

    /** A review that tells how far its recommendations have come. */
    public record Told(PublishedReview review, Progress progress) {}

    /**
     * Those that tell it, with the newest day of each; the review that was published last first.
     */
    public List<Told> told() {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        SELECT r.body, p.body FROM library.review r
                                          JOIN LATERAL (SELECT q.body FROM library.progress q WHERE q.reference = r.reference
                                                         ORDER BY q.on_day DESC LIMIT 1) p ON true
                                         WHERE r.readable_from <= :now AND r.withdrawn_at IS NULL
                                         ORDER BY r.readable_from DESC, r.reference LIMIT :most
                                        """)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("most", TOLD_MAX)
                                .query((row, _) ->
                                        new Told(
                                                ReviewJson.read(row.getString(1)),
                                                ReviewJson.progress(row.getString(2))))
                                .list());
    }

    /** What stands under a reference, with progress as of a day or as of the newest. */
    public Shelf shelf(Reference reference, Optional<LocalDate> on) {
        Instant now = clock.instant();
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        SELECT r.reference, r.readable_from, coalesce(r.first_readable, r.readable_from) AS first_readable,
                                               r.withdrawn_at, r.withdrawn_why, r.look_again, r.body,
                                               p.body AS progress
                                          FROM library.review r
                                          LEFT JOIN LATERAL (
                                            SELECT q.body FROM library.progress q
                                             WHERE q.reference = r.reference AND q.on_day <= :day
                                             ORDER BY q.on_day DESC LIMIT 1) p ON true
                                         WHERE r.reference = :reference
                                           AND CASE WHEN r.withdrawn_at IS NULL THEN r.readable_from <= :now
                                                    ELSE coalesce(r.first_readable, r.readable_from) <= r.withdrawn_at END
                                        """)
                                .param("reference", reference.value())
                                .param("now", Timestamp.from(now))
                                .param("day", on.orElse(LocalDate.of(9999, 1, 1)))
                                .query((row, _) -> shelf(row))
                                .optional()
                                .orElse(new Shelf.Empty()));
    }

    private static Shelf shelf(ResultSet row) throws SQLException {
        if (row.getTimestamp("withdrawn_at") != null) {
            return new Shelf.Gone(tombstone(row));
        }
        return new Shelf.Open(
                ReviewJson.read(row.getString("body")),
                row.getTimestamp("readable_from").toInstant(),
                ReviewJson.progressIfAny(Optional.ofNullable(row.getString("progress"))));
    }

    /** The versions of a review that could be read so far, the first one first. */
    public List<Edition> editions(Reference reference) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        SELECT e.body FROM library.edition e JOIN library.review r USING (reference)
                                         WHERE e.reference = :reference AND e.readable_from <= :now
                                           AND r.readable_from <= :now AND r.withdrawn_at IS NULL
                                         ORDER BY e.readable_from
                                        """)
                                .param("reference", reference.value())
                                .param("now", Timestamp.from(clock.instant()))
                                .query((row, _) -> ReviewJson.edition(row.getString(1)))
                                .list());
    }

    /**
     * How far a review had come on the last day of each month that is on record, the oldest first.
     *
     * @param until the day after which nothing is told; empty for the newest
     */
    public List<Progress> history(Reference reference, Optional<LocalDate> until) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        SELECT p.body
                                          FROM (SELECT max(q.on_day) AS day FROM library.progress q
                                                  JOIN library.review r USING (reference)
                                                 WHERE q.reference = :reference AND q.on_day <= :day
                                                   AND r.readable_from <= :now AND r.withdrawn_at IS NULL) l
                                         CROSS JOIN generate_series(0, :months - 1) AS m
                                         CROSS JOIN LATERAL (
                                           SELECT q.on_day, q.body FROM library.progress q
                                            WHERE q.reference = :reference AND q.on_day <= l.day
                                              AND q.on_day >= (date_trunc('month', l.day::timestamp) - make_interval(months => m))::date
                                              AND q.on_day < (date_trunc('month', l.day::timestamp) + make_interval(months => 1 - m))::date
                                            ORDER BY q.on_day DESC LIMIT 1) p
                                         ORDER BY p.on_day
                                        """)
                                .param("reference", reference.value())
                                .param("day", until.orElse(LocalDate.of(9999, 1, 1)))
                                .param("now", Timestamp.from(clock.instant()))
                                .param("months", MONTHS_TOLD)
                                .query((row, _) -> ReviewJson.progress(row.getString(1)))
                                .list());
    }

    /** The full text, by sections; nothing where it cannot be read. */
    public List<Section> text(Reference reference) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        SELECT s.page, s.heading, s.text FROM library.section s
                                          JOIN library.review r USING (reference)
                                         WHERE s.reference = :reference AND r.readable_from <= :now AND r.withdrawn_at IS NULL
                                         ORDER BY s.number
                                        """)
                                .param("reference", reference.value())
                                .param("now", Timestamp.from(clock.instant()))
                                .query((row, _) ->
                                        new Section(
                                                row.getInt(1),
                                                row.getString(2),
                                                List.of(row.getString(3).split("\n\n"))))
                                .list());
    }

    /** A recommendation of another review that says much the same. */
    public record Similar(
            String reference, String pseudonym, int number, String text, int sharedOfHundred) {}

    /**
     * Recommendations of other reviews that share the words that few have, most alike first. A word
     * weighs by how few recommendations have it.
     */
    public List<Similar> similar(Reference reference, int number) {
        return transactions.asJob(
                JobName.LIBRARY, sql -> Recommended.alike(sql, reference, number, clock.instant()));
    }

    /**
     * Recommendations of the library that say much the same as a sentence that is in no review of
     * it, most alike first. A word that no recommendation has counts like one that one has.
     */
    public List<Similar> saying(String text) {
        return transactions.asJob(
                JobName.LIBRARY, sql -> Recommended.saying(sql, text, clock.instant()));
    }

    /** The words of all recommendations, to ask of many which others are similar. */
    public SaidBefore saidBefore() {
        return transactions.asJob(JobName.LIBRARY, sql -> Recommended.all(sql, clock.instant()));
    }

    /** The report as a PDF, where one was made. */
    public Optional<byte[]> document(Reference reference) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        SELECT d.bytes FROM library.document d JOIN library.review r USING (reference)
                                         WHERE reference = :reference AND r.readable_from <= :now AND r.withdrawn_at IS NULL
                                        """)
                                .param("reference", reference.value())
                                .param("now", Timestamp.from(clock.instant()))
                                .query(byte[].class)
                                .optional());
    }

    /** How large a report is. */
    public record Size(int pages, long bytes) {}

    /** How large the report of a review is; empty where it is not made yet, or cannot be read. */
    public Optional<Size> documentSize(Reference reference) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        SELECT d.pages, octet_length(d.bytes) FROM library.document d JOIN library.review r USING (reference)
                                         WHERE reference = :reference AND r.readable_from <= :now AND r.withdrawn_at IS NULL
                                        """)
                                .param("reference", reference.value())
                                .param("now", Timestamp.from(clock.instant()))
                                .query((row, _) -> new Size(row.getInt(1), row.getLong(2)))
                                .optional());
    }
}
