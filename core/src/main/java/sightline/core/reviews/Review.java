package sightline.core.reviews;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewEntry.ChronologyFrozen;
import sightline.core.reviews.ReviewEntry.Commissioned;
import sightline.core.reviews.ReviewEntry.Fate;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.core.reviews.ReviewEntry.Graded;
import sightline.core.reviews.ReviewEntry.HoldKept;
import sightline.core.reviews.ReviewEntry.NotReviewed;
import sightline.core.reviews.ReviewEntry.OfAction;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewEntry.ProcessBegan;
import sightline.core.reviews.ReviewEntry.ProcessEnded;
import sightline.core.reviews.ReviewEntry.PublicationDecided;
import sightline.core.reviews.ReviewEntry.Published;
import sightline.core.reviews.ReviewEntry.RecommendationMade;
import sightline.core.reviews.ReviewEntry.ReportAsked;
import sightline.core.reviews.ReviewEntry.ReportFinished;
import sightline.core.reviews.ReviewEntry.ReportReceived;
import sightline.core.reviews.ReviewEntry.VersionBegun;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case review as its entries tell it at a moment. Everything that a page, a sentence or an export
 * says comes from here.
 */
public final class Review {
    private final List<ReviewEntry> entries;
    private final Instant asOf;
    private final Reader reader;
    private final List<Recommendation> recommendations;

    private enum Reader {
        NAMED,
        OF_ALL,
        OF_A_PART
    }

    private Review(List<ReviewEntry> entries, Instant asOf, Reader reader) {
        this.entries = entries.stream().filter(e -> !e.at().isAfter(asOf)).toList();
        this.asOf = asOf;
        this.reader = reader;
        this.recommendations = worked(this.entries);
    }

    /** The review as of a moment: later entries are left out. */
    public static Review of(List<ReviewEntry> entries, Instant asOf) {
        return new Review(entries, asOf, Reader.NAMED);
    }

    /** The same for somebody to whom all of it fell, and who is not named on it. */
    public static Review fallen(List<ReviewEntry> entries, Instant asOf) {
        return new Review(entries, asOf, Reader.OF_ALL);
    }

    /** The same for somebody who may read only these of its entries. */
    public static Review part(List<ReviewEntry> entries, Instant asOf) {
        return new Review(entries, asOf, Reader.OF_A_PART);
    }

    private static List<Recommendation> worked(List<ReviewEntry> entries) {
        return entries.stream()
                .filter(RecommendationMade.class::isInstance)
                .map(RecommendationMade.class::cast)
                .map(made ->
                        new Recommendation(
                                made,
                                made.to().stream()
                                        .sorted()
                                        .map(to -> Action.of(made, to, about(entries, made, to)))
                                        .toList()))
                .toList();
    }

    private static List<OfAction> about(
            List<ReviewEntry> entries, RecommendationMade made, AgencyId organisation) {
        return entries.stream()
                .filter(OfAction.class::isInstance)
                .map(OfAction.class::cast)
                .filter(e ->
                        e.recommendation() == made.number()
                                && e.organisation().equals(organisation))
                .toList();
    }

    /** Why that entry may not be added now by somebody to whom nothing fell; empty if it may. */
    public Optional<Refusal> refusal(ReviewEntry entry) {
        return refusal(entry, SpeaksFor.own(entry.by()));
    }

    /** Why that entry may not be added now by somebody who speaks for those; empty if it may. */
    public Optional<Refusal> refusal(ReviewEntry entry, SpeaksFor speaks) {
        return Refusals.of(this, entry, speaks);
    }

    /** Every entry, oldest first. */
    public List<ReviewEntry> entries() {
        return entries;
    }

    /** The moment of which this tells. */
    public Instant asOf() {
        return asOf;
    }

    /** The day of which this tells. */
    public LocalDate today() {
        return London.day(asOf);
    }

    /** How it began; empty if it did not. */
    public Optional<Opened> opened() {
        return last(Opened.class);
    }

    /** What kind of review it is. */
    public Optional<ReviewTemplate> template() {
        return opened().map(o -> ReviewTemplate.shipped().get(o.template()));
    }

    /** The decision that there is one. */
    public Optional<Commissioned> commissioned() {
        return last(Commissioned.class);
    }

    /**
     * Whether only some organisation's part of it is told. Nothing may then be said of the whole.
     */
    public boolean partial() {
        return reader == Reader.OF_A_PART
                || (!recommendations.isEmpty() && commissioned().isEmpty());
    }

    /**
     * Whether its reader may open its chronology: only whoever is named on it. To whom it fell is
     * named when they record that they take it on.
     */
    public boolean opensChronology() {
        return reader == Reader.NAMED && !partial();
    }

    /** The decision that there is none. */
    public Optional<NotReviewed> notReviewed() {
        return last(NotReviewed.class);
    }

    /** The version that is open, from 1. */
    public int version() {
        return last(VersionBegun.class).map(VersionBegun::version).orElse(1);
    }

    /** When the report of a version was finished. */
    public Optional<ReportFinished> finished(int version) {
        return all(ReportFinished.class).stream().filter(f -> f.version() == version).findFirst();
    }

    /** Whether a version was graded inadequate by any grader. */
    public boolean inadequate(int version) {
        return grades(version).stream().anyMatch(g -> g.grade() == ReviewEntry.Grade.INADEQUATE);
    }

    /** The grades of a version, oldest first. */
    public List<Graded> grades(int version) {
        return all(Graded.class).stream().filter(g -> g.version() == version).toList();
    }

    /** The findings of a version. */
    public List<FindingMade> findings(int version) {
        return all(FindingMade.class).stream().filter(f -> f.version() == version).toList();
    }

    /** The parts of the chronology that were taken in, in the order of their numbers. */
    public List<ChronologyFrozen> copies() {
        return all(ChronologyFrozen.class);
    }

    /** Whether the chronology has a row of that name. */
    public boolean hasRow(String id) {
        String[] parts = id.split("-", -1);
        return ChronologyRow.isId(id)
                && copies().stream()
                        .anyMatch(c ->
                                c.copy() == Integer.parseInt(parts[0])
                                        && Integer.parseInt(parts[1]) <= c.rows());
    }

    /** Every recommendation of every version, in the order of their numbers. */
    public List<Recommendation> recommendations() {
        return recommendations;
    }

    /** The recommendation of that number. */
    public Optional<Recommendation> recommendation(int number) {
        return recommendations.stream().filter(r -> r.number() == number).findFirst();
    }

    /** One recommendation as far as one organisation is asked. */
    public Optional<Action> action(int number, AgencyId organisation) {
        return recommendation(number).stream()
                .flatMap(r -> r.actions().stream())
                .filter(a -> a.organisation().equals(organisation))
                .findFirst();
    }

    /** Every organisation to which something was recommended. */
    public List<AgencyId> organisations() {
        return actions().stream().map(Action::organisation).distinct().sorted().toList();
    }

    /** Every recommendation for every organisation. */
    public List<Action> actions() {
        return recommendations.stream().flatMap(r -> r.actions().stream()).toList();
    }

    /** How many recommendations are in each group; each is in one. */
    public Map<Group, Long> groups() {
        Map<Group, Long> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            groups.put(group, recommendations.stream().filter(r -> r.group() == group).count());
        }
        return groups;
    }

    /** How many organisations stand so with how many recommendations. */
    public long standing(Standing standing) {
        return actions().stream().filter(a -> a.standing() == standing).count();
    }

    /** How many recommendations are past their date for somebody. */
    public long pastDate() {
        return recommendations.stream().filter(r -> r.pastDate(today())).count();
    }

    /** Whether somebody else verified every one in every organisation. */
    public boolean allVerified() {
        return !recommendations.isEmpty()
                && recommendations.stream().allMatch(r -> r.group() == Group.VERIFIED);
    }

    /** One sentence that may be quoted. It says of no two of these that they are the same. */
    public String sentence() {
        int all = recommendations.size();
        if (all == 0 && partial()) {
            return "Of the whole review nothing is said here.";
        }
        if (all == 0) {
            return "No recommendation was made.";
        }
        if (partial()) {
            return all
                    + (all == 1 ? " recommendation" : " recommendations")
                    + " to one organisation; of the whole review nothing is said here.";
        }
        return sentence(groups());
    }

    /** The sentence of that many recommendations in each group. */
    public static String sentence(Map<Group, Long> groups) {
        long all = groups.values().stream().mapToLong(Long::longValue).sum();
        long verified = count(groups, Group.VERIFIED);
        return (all == 1 ? "Of 1 recommendation, " : "Of " + all + " recommendations, ")
                + verified
                + (verified == 1 ? " is" : " are")
                + " verified by somebody else in every organisation it was made to, "
                + part(count(groups, Group.PART_WAY), "is", "are")
                + " part of the way, "
                + part(count(groups, Group.NO_EVIDENCE), "has", "have")
                + " no evidence and "
                + part(count(groups, Group.FELL_BACK), "has", "have")
                + " slipped or re-opened.";
    }

    private static long count(Map<Group, Long> groups, Group group) {
        return groups.getOrDefault(group, 0L);
    }

    private static String part(long count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }

    /** Which parallel processes run. */
    public List<ProcessBegan> running() {
        List<ProcessBegan> running = new ArrayList<>();
        for (ReviewEntry entry : entries) {
            if (entry instanceof ProcessBegan began) {
                running.add(began);
            } else if (entry instanceof ProcessEnded ended) {
                running.removeIf(b -> b.process().equals(ended.process()));
            }
        }
        return List.copyOf(running);
    }

    /**
     * A process that holds publication.
     *
     * @param number of those that were recorded beside the review, from 1
     * @param looked when somebody last said that it holds
     */
    public record Hold(int number, ProcessBegan began, Instant looked) {}

    /** Which of those it is that were recorded beside the review, from 1. */
    public int number(ProcessBegan process) {
        return all(ProcessBegan.class).indexOf(process) + 1;
    }

    /** What holds publication, the oldest first. */
    public List<Hold> holds() {
        return running().stream()
                .filter(p -> p.holds() == ReviewEntry.Holds.PUBLICATION)
                .map(p -> new Hold(number(p), p, looked(p)))
                .toList();
    }

    /** When it was put into the library, as long as anybody can read it there. */
    public Optional<Published> published() {
        return last(Published.class)
                .filter(p ->
                        all(PublicationDecided.class).stream()
                                .noneMatch(d -> d.fate() != Fate.KEPT_UP && isAfter(d, p)));
    }

    /** Why it was taken down for a time, as long as it is. */
    public Optional<PublicationDecided> takenDown() {
        return last(PublicationDecided.class)
                .filter(d -> d.fate() == Fate.TAKEN_DOWN)
                .filter(d -> last(Published.class).filter(p -> isAfter(p, d)).isEmpty());
    }

    /** Why it stays in the library though that process runs; empty while nobody said so. */
    public Optional<PublicationDecided> keptUp(Hold beside) {
        return all(PublicationDecided.class).reversed().stream()
                .filter(d -> d.fate() == Fate.KEPT_UP)
                .filter(d -> d.process().equals(beside.began().process()))
                .filter(d -> isAfter(d, beside.began()))
                .filter(d -> published().filter(p -> isAfter(d, p)).isPresent())
                .findFirst();
    }

    /** What holds publication of a published review while nobody decided whether it stays up. */
    public List<Hold> undecided() {
        return published().isEmpty()
                ? List.of()
                : holds().stream().filter(h -> keptUp(h).isEmpty()).toList();
    }

    private boolean isAfter(ReviewEntry entry, ReviewEntry other) {
        return entries.indexOf(entry) > entries.indexOf(other);
    }

    private Instant looked(ProcessBegan process) {
        return Stream.concat(
                        all(HoldKept.class).stream()
                                .filter(k -> k.process().equals(process.process()))
                                .map(HoldKept::at),
                        all(PublicationDecided.class).stream()
                                .filter(d -> d.process().equals(process.process()))
                                .map(PublicationDecided::at))
                .filter(at -> !at.isBefore(process.at()))
                .max(Comparator.naturalOrder())
                .orElse(process.at());
    }

    /** Reports that were asked for and have not come. */
    public List<ReportAsked> reportsOwed() {
        List<AgencyId> came = all(ReportReceived.class).stream().map(ReportReceived::of).toList();
        return all(ReportAsked.class).stream().filter(a -> !came.contains(a.of())).toList();
    }

    /** Everything still owed, the earliest first. */
    public List<ReviewDuty> owed() {
        return ReviewDuties.of(this);
    }

    /** The entries of one kind, oldest first. */
    public <T extends ReviewEntry> List<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The newest entry of one kind. */
    public <T extends ReviewEntry> Optional<T> last(Class<T> kind) {
        return all(kind).reversed().stream().findFirst();
    }

    @Override
    public String toString() {
        return "Review[" + entries.size() + " entries]";
    }
}
