package sightline.reviews;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.By;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.Review.Hold;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.AuthorNamed;
import sightline.core.reviews.ReviewEntry.LevelTaken;
import sightline.core.reviews.ReviewEntry.Measured;
import sightline.core.reviews.ReviewEntry.OfAction;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewEntry.PanelJoined;
import sightline.core.reviews.ReviewEntry.PublicationDecided;
import sightline.core.reviews.ReviewEntry.Published;
import sightline.core.reviews.ReviewEntry.RecommendationMade;
import sightline.core.reviews.ReviewEntry.ReportReceived;
import sightline.core.reviews.SpeaksFor;
import sightline.database.JobName;
import sightline.database.SqlArrays;
import sightline.database.Transactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Case reviews, as far as the reader may read them; each reading is in the journal. */
public final class Reviews {
    private static final int MOST = 500;

    private final Transactions transactions;
    private final Journal journal;

    public Reviews(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /** Every review that the reader may read something of, the newest first. */
    public Map<ReviewId, Review> all(ReaderContext reader, Instant now) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/reviews"));
                    Map<ReviewId, List<ReviewEntry>> entries = new LinkedHashMap<>();
                    Set<ReviewId> named = new HashSet<>();
                    for (Line line : lines(sql)) {
                        entries.computeIfAbsent(line.review(), _ -> new ArrayList<>())
                                .add(line.entry());
                        if (line.named()) {
                            named.add(line.review());
                        }
                    }
                    Map<ReviewId, Set<Owes>> owes = owes(sql);
                    Map<ReviewId, Review> all = new LinkedHashMap<>();
                    entries.forEach((id, of) ->
                            all.put(
                                    id,
                                    review(
                                            of,
                                            named.contains(id),
                                            owes.getOrDefault(id, Set.of()),
                                            reader,
                                            now)));
                    return all;
                });
    }

    /**
     * An entry of one of several reviews; {@code named} where its reader is named on the review.
     */
    private record Line(ReviewId review, ReviewEntry entry, boolean named) {}

    private static List<Line> lines(JdbcClient sql) {
        return sql.sql(
                        """
                        WITH newest AS (
                          SELECT review, opened_at FROM reviews.review ORDER BY opened_at DESC, review LIMIT :most)
                        SELECT e.review, e.kind, e.body,
                               EXISTS (SELECT FROM reviews.named m WHERE m.review = e.review)
                          FROM newest n JOIN reviews.entry e USING (review)
                         ORDER BY n.opened_at DESC, e.review, e.entry_id
                        """)
                .param("most", MOST)
                .query((row, _) ->
                        new Line(
                                new ReviewId(row.getString(1)),
                                EntryJson.read(row.getString(2), row.getString(3)),
                                row.getBoolean(4)))
                .list();
    }

    /**
     * A review as of a moment; empty where the reader may read nothing of it.
     *
     * @param page the address as the journal names it, without anybody's words
     */
    public Optional<Review> of(ReaderContext reader, ReviewId id, Instant asOf, String page) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, page));
                    return Optional.of(review(sql, reader, id, asOf))
                            .filter(r -> r.opened().isPresent());
                });
    }

    /** Opens a review, and gives it its number. */
    public ReviewId open(ReaderContext reader, Opened opened) {
        isTheirs(reader, opened);
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    long number =
                            sql.sql("SELECT nextval('reviews.number')").query(Long.class).single();
                    ReviewId id = numbered(opened.at(), number);
                    sql.sql(
                                    """
                                    INSERT INTO reviews.review (review, opened_for, opened_by, opened_at)
                                    VALUES (:review, :agency, :by, :at::timestamptz)
                                    """)
                            .param("review", id.value())
                            .param("agency", reader.agency())
                            .param("by", reader.actor())
                            .param("at", opened.at().toString())
                            .update();
                    name(
                            sql,
                            id,
                            Set.of(
                                    reader.actor(),
                                    reader.agency() + "/review-author",
                                    reader.agency() + "/review-publisher"));
                    journal.write(sql, Entry.of(Event.RECORD, "/reviews"));
                    keep(sql, reader, id, opened);
                    return id;
                });
    }

    private static ReviewId numbered(Instant at, long number) {
        String digits = String.valueOf(number);
        return new ReviewId(
                "REV-"
                        + String.valueOf(London.day(at).getYear()).substring(2)
                        + "-"
                        + "0".repeat(Math.max(0, 3 - digits.length()))
                        + digits);
    }

    /** Adds an entry, or says why it may not be added. */
    public Added add(ReaderContext reader, ReviewId id, ReviewEntry entry) {
        isTheirs(reader, entry);
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    lock(sql, id);
                    journal.write(sql, Entry.of(Event.RECORD, "/reviews/{id}"));
                    Set<Owes> owes = owes(sql, id);
                    Review review =
                            review(entries(sql, id), whole(sql, id), owes, reader, entry.at());
                    if (review.opened().isEmpty()) {
                        return new Added.Nowhere();
                    }
                    SpeaksFor speaks = speaks(reader, owes);
                    Optional<Refusal> refusal =
                            notTheirs(review, entry, speaks)
                                    .or(() -> review.refusal(entry, speaks));
                    if (refusal.isPresent()) {
                        return new Added.Refused(refusal.get());
                    }
                    keep(sql, reader, id, entry);
                    return new Added.Kept();
                });
    }

    /** Keeps what a measure was in a month, as the watch does; no reader may. */
    public void measured(ReviewId id, Measured entry) {
        transactions.asJob(
                JobName.WATCH,
                sql -> {
                    lock(sql, id);
                    insert(sql, id, MonthlyMeasures.SYSTEM, entry.by().agency(), entry);
                    return true;
                });
    }

    /** Nobody adds in another's name, whatever page or program asks. */
    static void isTheirs(ReaderContext reader, ReviewEntry entry) {
        if (!entry.by().person().equals(reader.actor())
                || !entry.by().agency().equals(reader.agencyId())) {
            throw new IllegalStateException("an entry is by whoever adds it");
        }
    }

    /** For whom a reader speaks in a review. */
    public SpeaksFor speaks(ReaderContext reader, ReviewId id) {
        return transactions.asReader(reader, List.of(), sql -> speaks(reader, owes(sql, id)));
    }

    private static SpeaksFor speaks(ReaderContext reader, Set<Owes> owes) {
        return new SpeaksFor(
                reader.agencies().stream().map(AgencyId::new).collect(Collectors.toSet()),
                owes.stream().filter(Owes::must).map(Owes::of).collect(Collectors.toSet()));
    }

    /** What the policies of the tables would not let in. */
    private static Optional<Refusal> notTheirs(Review review, ReviewEntry entry, SpeaksFor speaks) {
        boolean own =
                switch (entry) {
                    case Measured _, LevelTaken _ -> false;
                    case OfAction act -> speaks.answers(act.recommendation(), act.organisation());
                    case ReportReceived report -> speaks.handsIn(report.of());
                    default -> false;
                };
        if (entry instanceof Measured || entry instanceof LevelTaken) {
            return Optional.of(Refusal.MEASURED_BY_HAND);
        }
        if (entry instanceof Published || entry instanceof PublicationDecided) {
            return Optional.of(Refusal.BY_PUBLICATION);
        }
        return review.partial() && !own ? Optional.of(Refusal.NOT_NAMED) : Optional.empty();
    }

    private static void keep(JdbcClient sql, ReaderContext reader, ReviewId id, ReviewEntry entry) {
        if (entry instanceof PanelJoined joined) {
            name(sql, id, Set.of(joined.person()));
        }
        if (entry instanceof AuthorNamed author) {
            replaced(sql, id, author).forEach(person -> unname(sql, id, person));
            name(sql, id, Set.of(author.person()));
        }
        if (entry instanceof RecommendationMade) {
            organisations(entry).forEach(organisation -> ask(sql, id, organisation));
        }
        insert(sql, id, reader.actor(), reader.agencyId(), entry);
    }

    /**
     * What holds the publication of a review, for a reader who is named on it; empty for others,
     * who cannot know.
     */
    public static Optional<List<Hold>> holds(JdbcClient sql, ReviewId id) {
        return whole(sql, id)
                ? Optional.of(Review.of(entries(sql, id), Instant.MAX).holds())
                : Optional.empty();
    }

    /**
     * Adds what its publication says of a review, or says why it may not; whoever holds publication
     * calls it in the transaction in which it happens.
     */
    public static Optional<Refusal> ofPublication(
            JdbcClient sql, ReaderContext reader, ReviewId id, ReviewEntry entry) {
        isTheirs(reader, entry);
        if (!whole(sql, id)) {
            return Optional.of(Refusal.NOT_NAMED);
        }
        Optional<Refusal> refusal = Review.of(entries(sql, id), entry.at()).refusal(entry);
        if (refusal.isEmpty()) {
            insert(sql, id, reader.actor(), reader.agencyId(), entry);
        }
        return refusal;
    }

    /**
     * What was said last of the place of reviews in the library, for those of which anything was:
     * that they are published, or are so no more. For the library's job.
     */
    public static Map<ReviewId, ReviewEntry> places(JdbcClient sql) {
        Map<ReviewId, ReviewEntry> last = new HashMap<>();
        sql.sql(
                        """
                        SELECT DISTINCT ON (review) review, kind, body FROM reviews.entry
                         WHERE kind = 'published' OR (kind = 'publication-decided' AND body ->> 'fate' <> 'KEPT_UP')
                         ORDER BY review, entry_id DESC
                        """)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        last.put(
                                                new ReviewId(row.getString(1)),
                                                EntryJson.read(
                                                        row.getString(2), row.getString(3))));
        return last;
    }

    /**
     * Adds what the library's job says of a review that does not know it, as the system for the
     * agency that leads it; nothing where it knows by now.
     *
     * @return whether it was added
     */
    public static boolean bySystem(
            JdbcClient sql, ReviewId id, Function<By, ReviewEntry> said, Instant now) {
        lock(sql, id);
        Review review = Review.of(entries(sql, id), now);
        Optional<ReviewEntry> entry =
                review.opened()
                        .map(o ->
                                said.apply(
                                        new By(
                                                MonthlyMeasures.SYSTEM,
                                                o.by().agency(),
                                                Set.of(),
                                                Set.of())))
                        .filter(e -> review.refusal(e).isEmpty());
        entry.ifPresent(e -> insert(sql, id, MonthlyMeasures.SYSTEM, e.by().agency(), e));
        return entry.isPresent();
    }

    /** Waits until nobody else adds to a review. */
    public static void lock(JdbcClient sql, ReviewId id) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(:review, 29))")
                .param("review", id.value())
                .query((_, _) -> true)
                .list();
    }

    static void insert(
            JdbcClient sql, ReviewId id, String actor, AgencyId agency, ReviewEntry entry) {
        sql.sql(
                        """
                        INSERT INTO reviews.entry (review, kind, organisations, made_by, made_for, at, body)
                        VALUES (:review, :kind, :organisations::text[], :by, :agency, :at::timestamptz, :body::jsonb)
                        """)
                .param("review", id.value())
                .param("kind", EntryJson.kind(entry))
                .param("organisations", SqlArrays.texts(organisations(entry)))
                .param("by", actor)
                .param("agency", agency.value())
                .param("at", entry.at().toString())
                .param("body", EntryJson.write(entry))
                .update();
    }

    private static Set<String> organisations(ReviewEntry entry) {
        return switch (entry) {
            case OfAction act -> Set.of(act.organisation().value());
            case RecommendationMade made ->
                    made.to().stream()
                            .map(AgencyId::value)
                            .collect(Collectors.toCollection(TreeSet::new));
            default -> Set.of();
        };
    }

    private static void name(JdbcClient sql, ReviewId id, Set<String> who) {
        for (String each : who) {
            sql.sql(
                            """
                            INSERT INTO reviews.named (review, who) VALUES (:review, :who) ON CONFLICT DO NOTHING
                            """)
                    .param("review", id.value())
                    .param("who", each)
                    .update();
        }
    }

    /** Who wrote it before, unless they read it for another reason. */
    private static List<String> replaced(JdbcClient sql, ReviewId id, AuthorNamed author) {
        List<ReviewEntry> entries = entries(sql, id);
        Set<String> stay = new HashSet<>();
        stay.add(author.person());
        stay.add(author.by().person());
        for (ReviewEntry entry : entries) {
            if (entry instanceof Opened opened) {
                stay.add(opened.by().person());
            } else if (entry instanceof PanelJoined joined) {
                stay.add(joined.person());
            }
        }
        return entries.stream()
                .filter(AuthorNamed.class::isInstance)
                .map(e -> ((AuthorNamed) e).person())
                .distinct()
                .filter(person -> !stay.contains(person))
                .toList();
    }

    private static void unname(JdbcClient sql, ReviewId id, String who) {
        sql.sql("SELECT reviews.unname(:review, :who)")
                .param("review", id.value())
                .param("who", who)
                .query((_, _) -> true)
                .list();
    }

    private static void ask(JdbcClient sql, ReviewId id, String organisation) {
        sql.sql(
                        """
                        INSERT INTO reviews.asked (review, organisation) VALUES (:review, :organisation)
                        ON CONFLICT DO NOTHING
                        """)
                .param("review", id.value())
                .param("organisation", organisation)
                .update();
    }

    /** Every entry of a review that the context of the transaction lets through. */
    public static List<ReviewEntry> entries(JdbcClient sql, ReviewId id) {
        return sql.sql(
                        "SELECT kind, body FROM reviews.entry WHERE review = :review ORDER BY entry_id")
                .param("review", id.value())
                .query((row, _) -> EntryJson.read(row.getString(1), row.getString(2)))
                .list();
    }

    /** The review, or as much of it as is the reader's. */
    private static Review review(JdbcClient sql, ReaderContext reader, ReviewId id, Instant asOf) {
        return review(entries(sql, id), whole(sql, id), owes(sql, id), reader, asOf);
    }

    private static Review review(
            List<ReviewEntry> entries,
            boolean named,
            Set<Owes> owes,
            ReaderContext reader,
            Instant asOf) {
        if (named) {
            return Review.of(entries, asOf);
        }
        return owes.stream().anyMatch(Owes::all)
                ? Review.fallen(entries, asOf)
                : Review.part(
                        entries.stream().map(e -> part(e, reader.agencies(), owes)).toList(), asOf);
    }

    /** Whether the reader of the context is named on a review. */
    static boolean whole(JdbcClient sql, ReviewId id) {
        return sql.sql("SELECT EXISTS (SELECT FROM reviews.named WHERE review = :review)")
                .param("review", id.value())
                .query(Boolean.class)
                .single();
    }

    /** What the reader of the context owes, or was told of, in each review. */
    private static Map<ReviewId, Set<Owes>> owes(JdbcClient sql) {
        Map<ReviewId, Set<Owes>> owes = new HashMap<>();
        sql.sql("SELECT review, organisation, recommendation, must FROM reviews.owes")
                .query(
                        (RowCallbackHandler)
                                row ->
                                        owes.computeIfAbsent(
                                                        new ReviewId(row.getString(1)),
                                                        _ -> new HashSet<>())
                                                .add(
                                                        new Owes(
                                                                row.getString(2),
                                                                row.getInt(3),
                                                                row.getBoolean(4))));
        return owes;
    }

    /** The same of one review alone. */
    private static Set<Owes> owes(JdbcClient sql, ReviewId id) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT DISTINCT organisation, recommendation, must FROM reviews.owes
                                 WHERE review = :review
                                """)
                        .param("review", id.value())
                        .query((row, _) ->
                                new Owes(row.getString(1), row.getInt(2), row.getBoolean(3)))
                        .list());
    }

    /**
     * What of a review is the reader's.
     *
     * @param must whether they owe it; else they were told that it is late
     */
    private record Owes(String organisation, int recommendation, boolean must) {
        boolean all() {
            return organisation.isEmpty();
        }

        boolean isPart(int number, AgencyId of) {
            return recommendation == number && organisation.equals(of.value());
        }

        ReviewDuty.Of of() {
            if (all()) {
                return new ReviewDuty.Of.Whole();
            }
            var agency = new AgencyId(organisation);
            return recommendation == 0
                    ? new ReviewDuty.Of.Report(agency)
                    : new ReviewDuty.Of.Part(recommendation, agency);
        }
    }

    /** Of a recommendation to several, the reader's part: how the others stand is not theirs. */
    private static ReviewEntry part(ReviewEntry entry, Set<String> agencies, Set<Owes> owes) {
        return entry instanceof RecommendationMade made
                ? new RecommendationMade(
                        made.by(),
                        made.at(),
                        made.version(),
                        made.number(),
                        made.text(),
                        made.reach(),
                        made.made(),
                        made.to().stream()
                                .filter(to ->
                                        agencies.contains(to.value())
                                                || owes.stream()
                                                        .anyMatch(o -> o.isPart(made.number(), to)))
                                .collect(Collectors.toSet()),
                        made.findings())
                : entry;
    }
}
