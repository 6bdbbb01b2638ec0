package sightline.console.demo;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.By;
import sightline.core.reviews.Measure;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.core.reviews.ReviewEntry.Made;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewEntry.Trigger;
import sightline.reviews.Added;
import sightline.reviews.Chronologies;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * An invented case review of 33 recommendations to six organisations, told by its lead and by them:
 * eight verified in each, of which one slips by its measure, and one that is only said to be done.
 */
public final class ReviewStory {
    /** How many recommendations there are. */
    public static final int RECOMMENDATIONS = 33;

    private static final int VERIFIED = 8;
    private static final int DAYS = 90;
    private static final int REPORT_DAYS = 60;
    private static final int EARLY = 8;

    private final Rooms rooms;
    private final ReaderContext lead;
    private final List<AgencyId> six;
    private final Role owner;
    private final ReviewId review;
    private Instant then;

    /** Where it is told. */
    public record Rooms(Reviews reviews, Chronologies chronologies) {}

    private ReviewStory(
            Rooms rooms, ReaderContext lead, List<AgencyId> six, Role owner, Instant begin) {
        this.rooms = rooms;
        this.lead = lead;
        this.six = List.copyOf(six);
        this.owner = owner;
        this.then = begin;
        By by = by(lead);
        this.review =
                rooms.reviews()
                        .open(
                                lead,
                                new ReviewEntry.Opened(
                                        by,
                                        begin,
                                        "practice-review",
                                        "Child M",
                                        Trigger.DIED,
                                        London.day(begin)));
    }

    /**
     * Opens the review and tells it.
     *
     * @param lead who leads it
     * @param six social care, a hospital, a practice, police, housing and a school
     * @param owner the post in each that answers for an action
     * @param begin the story takes some five months from there
     */
    public static ReviewStory tell(
            Rooms rooms, ReaderContext lead, List<AgencyId> six, Role owner, Instant begin) {
        var story = new ReviewStory(rooms, lead, six, owner, begin);
        story.thirtyThree();
        return story;
    }

    /** Its number. */
    public ReviewId review() {
        return review;
    }

    /** Those to whom a recommendation is made: two of the six. */
    private List<AgencyId> to(int n) {
        return List.of(six.get(n % six.size()), six.get((n + 1) % six.size()));
    }

    private void thirtyThree() {
        By by = by(lead);
        LocalDate day = London.day(then);
        must(lead, new ReviewEntry.Notified(by, next(), day));
        must(lead, new ReviewEntry.RapidReviewed(by, next(), day, "Six organisations knew him."));
        must(lead, new ReviewEntry.Commissioned(by, next(), day, "Six agencies knew him."));
        begun(by, day);
        for (int of = 0; of < six.size(); of++) {
            taken(of, by, day);
        }
        List<ReviewTexts.Found> findings = ReviewTexts.findings();
        for (int n = 1; n <= findings.size(); n++) {
            must(lead, finding(by, n, findings.get(n - 1)));
        }
        for (int n = 1; n <= RECOMMENDATIONS; n++) {
            String[] said = ReviewTexts.recommendations().get(n - 1).split(" ", 2);
            must(
                    lead,
                    new ReviewEntry.RecommendationMade(
                            by,
                            next(),
                            1,
                            n,
                            said[1],
                            Reach.LOCAL,
                            n == EARLY ? Made.EARLY : Made.WITH_THE_REPORT,
                            Set.copyOf(to(n)),
                            Set.of(Integer.valueOf(said[0]))));
        }
        for (int n = 1; n <= VERIFIED; n++) {
            for (AgencyId of : to(n)) {
                done(n, of);
                must(lead, new ReviewEntry.Verified(by, next(), n, of, "Twenty files read"));
            }
        }
        slips(to(VERIFIED).getFirst(), YearMonth.from(day).plusMonths(1));
        done(VERIFIED + 1, to(VERIFIED + 1).getFirst());
    }

    /** Its terms, its author, who is asked, the family, and the trial beside it. */
    private void begun(By by, LocalDate day) {
        must(
                lead,
                new ReviewEntry.TermsSet(
                        by,
                        next(),
                        "What was known of him, by whom and when; what each could have done; what keeps the next child safer."));
        must(
                lead,
                new ReviewEntry.AuthorNamed(
                        by,
                        next(),
                        "j-linnet",
                        "J Linnet",
                        Set.of(new AgencyId("northmere-council")),
                        "Worked for none of the six; knows nobody on the panel."));
        for (AgencyId of : six) {
            must(lead, new ReviewEntry.ReportAsked(by, next(), of, day.plusDays(REPORT_DAYS)));
            must(lead, new ReviewEntry.ReportReceived(by, next(), of, "Own report of " + day));
        }
        must(
                lead,
                new ReviewEntry.FamilyPart(
                        by,
                        next(),
                        "His grandmother",
                        "Was heard twice, and reads it before others."));
        must(
                lead,
                new ReviewEntry.ProcessBegan(
                        by,
                        next(),
                        "Trial of Mr P",
                        ReviewEntry.Holds.PUBLICATION,
                        "The report tells what witnesses will be asked; the prosecutor asked."));
    }

    private void taken(int of, By by, LocalDate day) {
        Chronologies.Taken taken =
                rooms.chronologies()
                        .table(
                                lead,
                                review,
                                by,
                                six.get(of),
                                ReviewTexts.table(of, six, day).getBytes(StandardCharsets.UTF_8),
                                next());
        if (!(taken instanceof Chronologies.Taken.In)) {
            throw new IllegalStateException("the story does not follow: " + taken);
        }
    }

    private ReviewEntry finding(By by, int number, ReviewTexts.Found found) {
        return new ReviewEntry.FindingMade(
                by,
                next(),
                1,
                number,
                found.type(),
                found.text(),
                found.known(),
                found.knowable(),
                found.other(),
                found.rows());
    }

    /** The trial ends, the report is written and graded. */
    void finished() {
        By by = by(lead);
        LocalDate day = London.day(then);
        must(
                lead,
                new ReviewEntry.ProcessEnded(
                        by, next(), "Trial of Mr P", "Sentence; the prosecutor rang."));
        must(lead, new ReviewEntry.ReportFinished(by, next(), 1, day));
        must(
                lead,
                new ReviewEntry.Graded(
                        by,
                        next(),
                        1,
                        "Ida Brand, inspector",
                        ReviewEntry.Grade.GOOD,
                        "It asks why at each point, and says where nothing else could be done."));
    }

    private void slips(AgencyId of, YearMonth first) {
        By by = by(lead);
        must(lead, new ReviewEntry.Bound(by, next(), VERIFIED, of, Measure.GP_RECORDS.key(), 95));
        for (int i = 0; i < 4; i++) {
            YearMonth month = first.plusMonths(i);
            then = London.endOf(month.atEndOfMonth());
            rooms.reviews()
                    .measured(
                            review,
                            new ReviewEntry.Measured(
                                    by, then, VERIFIED, of, month, i == 3 ? 83 : 96, 100));
        }
    }

    /** Whoever has not answered accepts, and agrees to do it by some day. */
    void acceptRest(LocalDate due) {
        for (int n = VERIFIED + 2; n <= RECOMMENDATIONS; n++) {
            for (AgencyId of : to(n)) {
                accept(n, of, due);
            }
        }
        accept(VERIFIED + 1, to(VERIFIED + 1).getLast(), due);
    }

    private void done(int n, AgencyId of) {
        ReaderContext own = of(of);
        By by = by(own);
        accept(n, of, London.day(then).plusDays(DAYS));
        must(own, new ReviewEntry.EvidenceAttached(by, next(), n, of, "E-" + n, "Files read"));
        must(own, new ReviewEntry.SaidDone(by, next(), n, of));
    }

    private void accept(int n, AgencyId of, LocalDate due) {
        ReaderContext own = of(of);
        By by = by(own);
        must(own, new ReviewEntry.Answered(by, next(), n, of, Acceptance.ACCEPTED, ""));
        must(
                own,
                new ReviewEntry.ActionAgreed(
                        by,
                        next(),
                        n,
                        of,
                        owner,
                        due,
                        "Each child is seen alone.",
                        "Twenty files are read."));
    }

    /** Somebody who answers for an organisation's part. */
    public static ReaderContext of(AgencyId agency) {
        String name = "manager-" + agency;
        return new ReaderContext(
                "session-" + name,
                new UserId(name),
                agency,
                Set.of(AccessRole.SOCIAL_WORK_MANAGER),
                Set.of(),
                Set.of(),
                Purpose.REFERRAL);
    }

    /** A reader as who makes an entry. */
    public static By by(ReaderContext reader) {
        return new By(reader.actor(), reader.agencyId(), Set.of(), Set.of());
    }

    private void must(ReaderContext reader, ReviewEntry entry) {
        Added added = rooms.reviews().add(reader, review, entry);
        if (!added.equals(new Added.Kept())) {
            throw new IllegalStateException("the story does not follow: " + added);
        }
    }

    private Instant next() {
        then = then.plusSeconds(60);
        return then;
    }
}
