package sightline.web;

import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.Action;
import sightline.core.reviews.Measure;
import sightline.core.reviews.ReviewEntry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Entries of a review in plain words. */
final class ReviewWords {
    private ReviewWords() {}

    /** A choice as it is read. */
    static String plain(Enum<?> choice) {
        return Wording.capital(choice.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** What an entry is. */
    static String what(ReviewEntry entry) {
        return switch (entry) {
            case ReviewEntry.Opened _ -> "Opened";
            case ReviewEntry.Notified _ -> "National body told";
            case ReviewEntry.RapidReviewed _ -> "Rapid review";
            case ReviewEntry.Commissioned _ -> "Decided: there is a review";
            case ReviewEntry.NotReviewed _ -> "Decided: there is none";
            case ReviewEntry.TermsSet _ -> "Terms of reference";
            case ReviewEntry.PanelJoined _ -> "Joined the panel";
            case ReviewEntry.AuthorNamed _ -> "Author named";
            case ReviewEntry.ReportAsked _ -> "Report asked for";
            case ReviewEntry.ReportReceived _ -> "Report came";
            case ReviewEntry.FamilyPart _ -> "Family";
            case ReviewEntry.ProcessBegan _ -> "Process began";
            case ReviewEntry.HoldKept _ -> "Still held";
            case ReviewEntry.ProcessEnded _ -> "Process ended";
            case ReviewEntry.Published _ -> "Put into the library";
            case ReviewEntry.PublicationDecided d ->
                    switch (d.fate()) {
                        case KEPT_UP -> "Stays published";
                        case TAKEN_DOWN -> "Taken down for a time";
                        case WITHDRAWN -> "Withdrawn from the library";
                    };
            case ReviewEntry.ChronologyFrozen c -> "Chronology, part " + c.copy();
            case ReviewEntry.FindingMade f -> "Finding " + f.number();
            case ReviewEntry.RecommendationMade r -> "Recommendation " + r.number();
            case ReviewEntry.ReportFinished f -> "Report finished, version " + f.version();
            case ReviewEntry.Graded g -> "Graded, version " + g.version();
            case ReviewEntry.VersionBegun v -> "Begun again, version " + v.version();
            case ReviewEntry.Answered a -> plain(a.acceptance());
            case ReviewEntry.ActionAgreed _ -> "Action agreed";
            case ReviewEntry.Started _ -> "Started";
            case ReviewEntry.EvidenceAttached _ -> "Evidence";
            case ReviewEntry.SaidDone _ -> "Done by own account";
            case ReviewEntry.Verified _ -> "Verified by somebody else";
            case ReviewEntry.FoundEffective _ -> "Effective";
            case ReviewEntry.SeenSlipping _ -> "Slipping";
            case ReviewEntry.Reopened _ -> "Re-opened";
            case ReviewEntry.Dissented _ -> "Dissent";
            case ReviewEntry.LetterSent _ -> "Letter sent";
            case ReviewEntry.LetterAnswered _ -> "Letter answered";
            case ReviewEntry.Chased _ -> "Chased";
            case ReviewEntry.Bound _ -> "Bound to a measure";
            case ReviewEntry.LevelTaken _ -> "Level when it was bound";
            case ReviewEntry.Measured _ -> "Measured";
        };
    }

    /** What was said in it. */
    static String said(Visit visit, ReviewEntry entry) {
        return switch (entry) {
            case ReviewEntry.Opened o -> o.trigger().words();
            case ReviewEntry.Notified n -> "On " + Words.day(n.on());
            case ReviewEntry.RapidReviewed r -> r.outcome();
            case ReviewEntry.Commissioned c -> c.reasons();
            case ReviewEntry.NotReviewed n -> n.reasons();
            case ReviewEntry.TermsSet t -> t.terms();
            case ReviewEntry.PanelJoined p -> p.name() + ", " + visit.organisation(p.agency());
            case ReviewEntry.AuthorNamed a -> a.name() + ". Conflicts: " + a.declaration();
            case ReviewEntry.ReportAsked r ->
                    visit.organisation(r.of()) + ", by " + Words.day(r.due());
            case ReviewEntry.ReportReceived r -> visit.organisation(r.of()) + ", " + r.reference();
            case ReviewEntry.FamilyPart f -> f.who() + ": " + f.how();
            case ReviewEntry.ProcessBegan p -> with(p.process(), p.why());
            case ReviewEntry.HoldKept k -> with(k.process(), k.why());
            case ReviewEntry.ProcessEnded p -> with(p.process(), p.how());
            case ReviewEntry.Published _ -> "";
            case ReviewEntry.PublicationDecided d ->
                    (d.process().isEmpty() ? d.why() : with(d.process(), d.why()))
                            + d.again().map(a -> ". Looked at again on " + Words.day(a)).orElse("");
            case ReviewEntry.ChronologyFrozen c ->
                    c.what()
                            + " of "
                            + visit.organisation(c.agency())
                            + ", as of "
                            + Words.day(c.asOf())
                            + ": "
                            + c.rows()
                            + (c.rows() == 1 ? " row" : " rows")
                            + (c.doubtful() == 0
                                    ? ""
                                    : ", of which " + c.doubtful() + " without a readable date")
                            + (c.leftBehind().isEmpty()
                                    ? ""
                                    : ". Not taken in: " + String.join(", ", c.leftBehind()));
            case ReviewEntry.FindingMade f -> f.text();
            case ReviewEntry.RecommendationMade r -> r.text();
            case ReviewEntry.ReportFinished f -> "On " + Words.day(f.on());
            case ReviewEntry.Graded g -> plain(g.grade()) + " by " + g.grader() + ": " + g.why();
            case ReviewEntry.VersionBegun v -> v.why();
            case ReviewEntry.Answered a -> a.why();
            case ReviewEntry.ActionAgreed a ->
                    Wording.capital(a.owner().title())
                            + ", by "
                            + Words.day(a.due())
                            + ": "
                            + a.different();
            case ReviewEntry.Started _, ReviewEntry.SaidDone _ -> "";
            case ReviewEntry.EvidenceAttached e -> e.reference() + ": " + e.shows();
            case ReviewEntry.Verified v -> v.how();
            case ReviewEntry.FoundEffective f -> f.how();
            case ReviewEntry.SeenSlipping s -> s.what();
            case ReviewEntry.Reopened r -> r.why();
            case ReviewEntry.Dissented d -> d.says();
            case ReviewEntry.LetterSent l ->
                    "Sent "
                            + Words.day(l.on())
                            + ", answer asked for by "
                            + Words.day(l.answerBy());
            case ReviewEntry.LetterAnswered l -> Words.day(l.on()) + ": " + l.says();
            case ReviewEntry.Chased c ->
                    "Asked again "
                            + Words.day(c.on())
                            + ", answer asked for by "
                            + Words.day(c.answerBy());
            case ReviewEntry.Bound b -> bound(b);
            case ReviewEntry.LevelTaken l -> level(l);
            case ReviewEntry.Measured m ->
                    Words.month(m.month()) + ": " + m.met() + " of " + m.all();
        };
    }

    /** A process and what was said of it, where something was. */
    static String with(String process, String said) {
        return said.isBlank() ? process : process + ": " + said;
    }

    /** Who disagrees about one organisation's part, when and in what words, oldest first. */
    static List<String> dissent(Visit visit, Action action) {
        return action.all(ReviewEntry.Dissented.class).stream()
                .map(d ->
                        visit.person(d.by().person())
                                + ", "
                                + visit.organisation(d.by().agency())
                                + ", disagrees, "
                                + Words.day(London.day(d.at()))
                                + ": “"
                                + d.says()
                                + "”")
                .toList();
    }

    /** What a measure was before anything was done for it. */
    static String level(ReviewEntry.LevelTaken level) {
        return Words.month(level.month())
                + ": "
                + (level.all() == 0
                        ? "none is recorded as due"
                        : level.met()
                                + " of "
                                + level.all()
                                + ", "
                                + level.met() * 100 / level.all()
                                + " percent");
    }

    /** The measure of a part, its target, and from where it started. */
    static Optional<String> measure(Action action) {
        return action.bound()
                .map(b ->
                        bound(b)
                                + action.level()
                                        .map(l -> "; level when it was bound, " + level(l))
                                        .orElse(
                                                "; the level when it was bound is not counted yet"));
    }

    /** A measure and its target. */
    static String bound(ReviewEntry.Bound bound) {
        return Measure.of(bound.measure()).map(Measure::name).orElse(bound.measure())
                + ", target "
                + bound.target()
                + " percent";
    }
}
