package sightline.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.Unevaluated;
import sightline.core.directory.Directory;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewDuty;
import sightline.core.screening.Recipient;
import sightline.core.upkeep.SiteChange;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteDuty;
import sightline.core.upkeep.SiteDutyKind;
import sightline.core.upkeep.SiteState;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.facts.EarlierCorrections;
import sightline.feeds.FeedHealth;
import sightline.feeds.FeedHealths;
import sightline.feeds.Gap;
import sightline.feeds.NotedDetails;
import sightline.feeds.NotedLimits;
import sightline.feeds.Paused;
import sightline.feeds.Pauses;
import sightline.identity.EarlierDecisions;
import sightline.locator.Peers;
import sightline.register.UploadsWaiting;
import sightline.reviews.MonthlyMeasures;
import sightline.reviews.ReviewsOwed;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out, again and again, what is owed about the sources and the installation. Any number of
 * processes may: one waits for the other and then finds nothing new.
 */
public final class SiteWatch {
    private static final int GAPS_NAMED = 20;

    private final Transactions transactions;
    private final FeedHealths feeds;
    private final Pauses pauses;
    private final Function<JdbcClient, Directory> directory;
    private final SiteClocks clocks;
    private final Undone undone;
    private final NotedDetails details = new NotedDetails(NotedLimits.DEFAULT);
    private final ReviewsOwed reviews = new ReviewsOwed();
    private final MonthlyMeasures measures = new MonthlyMeasures();

    public SiteWatch(
            Transactions transactions,
            FeedHealths feeds,
            Pauses pauses,
            Function<JdbcClient, ? extends Directory> directory,
            SiteClocks clocks) {
        this(transactions, feeds, pauses, directory::apply, clocks, _ -> List.of());
    }

    private SiteWatch(
            Transactions transactions,
            FeedHealths feeds,
            Pauses pauses,
            Function<JdbcClient, Directory> directory,
            SiteClocks clocks,
            Undone undone) {
        this.transactions = transactions;
        this.feeds = feeds;
        this.pauses = pauses;
        this.directory = directory;
        this.clocks = clocks;
        this.undone = undone;
    }

    /** The same watch, which sees as well what the library was to do and has not done. */
    public SiteWatch seeing(Undone inLibrary) {
        return new SiteWatch(transactions, feeds, pauses, directory, clocks, inLibrary);
    }

    /** Looks once; what happened since somebody last did. */
    public List<SiteChange> look(Instant now) {
        return transactions.asJob(JobName.WATCH, sql -> look(sql, now));
    }

    private List<SiteChange> look(JdbcClient sql, Instant now) {
        var store = new SiteStore(sql);
        Instant lastBatch = store.lock(now);
        var before = SiteDuties.open(sql).stream().map(SiteWatch::known).toList();
        pauses.stopFloods(sql, feeds.all(sql), London.day(now));
        Map<AgencyId, NotedDetails.Many> noted =
                details.look(sql, now).stream()
                        .collect(Collectors.toMap(NotedDetails.Many::sender, m -> m));
        var sources =
                feeds.all(sql).stream()
                        .map(f -> feed(f, Optional.ofNullable(noted.get(f.sender()))))
                        .toList();
        var notWorkedOut =
                Unevaluated.waiting(sql)
                        .map(w -> new SiteState.Owed(w.since(), people(w.people())));
        var peersDown = Peers.down(sql).map(d -> new SiteState.Owed(d.since(), d.words()));
        measures.record(sql, now);
        var asked = reviews.at(sql, now);
        var ofReviews =
                asked.stream().filter(a -> a.overdue(now)).map(SiteWatch::ofReview).toList();
        var state =
                new SiteState(
                        sources,
                        lastBatch,
                        notWorkedOut,
                        peersDown,
                        uploads(sql),
                        ofReviews,
                        undone.in(sql),
                        decisions(sql),
                        corrections(sql));
        Directory people = directory.apply(sql);
        List<SiteDuty> owed = clocks.owed(state, people, now);
        ReviewsOwed.letIn(sql, readers(asked, owed, people, London.day(now)));
        List<SiteChange> changes = SiteChange.between(before, owed, now);
        store.save(owed, changes, now);
        return changes;
    }

    /**
     * Notes, in the transaction of whoever runs the pipeline, that a batch was finished: an older
     * moment changes nothing, and while somebody looks nothing is noted, so that the pipeline never
     * waits for them.
     */
    public static void finishedBatch(JdbcClient sql, Instant at) {
        sql.sql(
                        """
                        UPDATE upkeep.watch SET last_batch = :at
                         WHERE only_one IN (SELECT only_one FROM upkeep.watch WHERE last_batch < :at
                                               FOR UPDATE SKIP LOCKED)
                        """)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whoever owes a part of a review, late or not; of a recommendation, whoever was told too. */
    private static List<ReviewsOwed.Reader> readers(
            List<ReviewsOwed.Owed> asked, List<SiteDuty> owed, Directory people, LocalDate today) {
        Map<String, Set<Recipient>> told =
                owed.stream()
                        .filter(d -> d.kind() == SiteDutyKind.REVIEW_OVERDUE)
                        .collect(Collectors.toMap(d -> d.about().orElse(""), SiteDuty::told));
        return asked.stream()
                .flatMap(a -> {
                    Recipient owner =
                            SiteClocks.reviewOwner(a.agency(), a.role(), a.lead(), people, today);
                    Stream<Recipient> others =
                            a.of() instanceof ReviewDuty.Of.Part
                                    ? told.getOrDefault(a.key(), Set.of()).stream()
                                    : Stream.of();
                    return Stream.concat(
                            Stream.of(new ReviewsOwed.Reader(a, owner.text(), true)),
                            others.map(who -> new ReviewsOwed.Reader(a, who.text(), false)));
                })
                .toList();
    }

    private static Optional<SiteState.Owed> decisions(JdbcClient sql) {
        return EarlierDecisions.failingSince(sql)
                .map(since ->
                        new SiteState.Owed(
                                since,
                                "What was decided of mothers before it counted for their children could"
                                        + " not be taken up: for some children it does not count yet."));
    }

    private static final String STUCK =
            " Reading on fails there, and is tried again: the log says why.";

    private static Optional<SiteState.Owed> corrections(JdbcClient sql) {
        return new EarlierCorrections(sql)
                .waiting()
                .map(left ->
                        new SiteState.Owed(
                                left.since(),
                                ("What was corrected or taken back before this version is not all known yet:"
                                                + " of %,d facts %,d have been read for it. What somebody took"
                                                + " back may still show.%s")
                                        .formatted(
                                                left.until(),
                                                left.after(),
                                                left.failing().isEmpty() ? "" : STUCK)));
    }

    private static SiteState.OfReview ofReview(ReviewsOwed.Owed part) {
        return new SiteState.OfReview(
                part.key(),
                part.agency(),
                part.role(),
                part.lead(),
                new SiteState.Owed(part.since(), part.words()));
    }

    private static Map<AgencyId, SiteState.Owed> uploads(JdbcClient sql) {
        return UploadsWaiting.in(sql).stream()
                .collect(
                        Collectors.toMap(
                                UploadsWaiting::agency,
                                u -> new SiteState.Owed(u.since(), u.words())));
    }

    private static SiteState.Feed feed(FeedHealth feed, Optional<NotedDetails.Many> noted) {
        return new SiteState.Feed(
                feed.sender(),
                feed.goLive(),
                feed.promise(),
                feed.completeUpTo(),
                feed.missingSince().map(since -> new SiteState.Owed(since, missing(feed))),
                feed.quarantinedSince().map(since -> new SiteState.Owed(since, unreadable(feed))),
                feed.paused().map(pause -> new SiteState.Owed(pause.since(), held(feed, pause))),
                noted.map(many -> new SiteState.Owed(many.since(), odd(many))));
    }

    private static String odd(NotedDetails.Many many) {
        return "Of %d of its last %s something was set aside or not understood; their receipts say what."
                .formatted(many.noted(), messages(many.read()));
    }

    private static String held(FeedHealth feed, Paused pause) {
        return pause.words() + " It is not read; " + messages(feed.held()) + " of it kept.";
    }

    private static String missing(FeedHealth feed) {
        var numbers =
                feed.gaps().stream()
                        .limit(GAPS_NAMED)
                        .map(SiteWatch::numbers)
                        .collect(Collectors.joining(", "));
        var count = messages(feed.missing()) + (feed.missing() == 1 ? " is" : " are") + " missing";
        return numbers.isEmpty()
                ? count + "."
                : count + ": " + numbers + (feed.gaps().size() > GAPS_NAMED ? " and more." : ".");
    }

    private static String numbers(Gap gap) {
        return gap.from() == gap.until()
                ? String.valueOf(gap.from())
                : gap.from() + " to " + gap.until();
    }

    private static String unreadable(FeedHealth feed) {
        return messages(feed.quarantined()) + " could not be read.";
    }

    private static String messages(long count) {
        return count == 1 ? "1 message" : count + " messages";
    }

    private static String people(long count) {
        return count == 1
                ? "For 1 person it could not be worked out what follows."
                : "For " + count + " people it could not be worked out what follows.";
    }

    /** What is compared of a duty that was open: its key, its level and who owed it. */
    private static SiteDuty known(OpenSiteDuty open) {
        return new SiteDuty(
                open.kind(),
                open.source(),
                open.about(),
                open.words(),
                open.starts(),
                open.due(),
                open.owedBy().stream().map(SiteWatch::recipient).collect(Collectors.toSet()),
                List.of(new SiteDuty.Told(open.level() + 1, open.nextAt(), Set.of())),
                open.level());
    }

    private static Recipient recipient(String text) {
        var slash = text.indexOf('/');
        return new Recipient(
                new AgencyId(text.substring(0, slash)), new Role(text.substring(slash + 1)));
    }
}
