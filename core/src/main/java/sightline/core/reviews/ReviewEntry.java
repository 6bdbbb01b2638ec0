package sightline.core.reviews;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One thing that was done, decided or said in a review. Entries are only added. */
public sealed interface ReviewEntry {
    /** Who made it. */
    By by();

    /** When. */
    Instant at();

    /** An entry about one recommendation, as far as one organisation is asked. */
    sealed interface OfAction extends ReviewEntry {
        /** The recommendation's number, from 1. */
        int recommendation();

        /** Whose part of it. */
        AgencyId organisation();
    }

    /** Why a review may be needed. */
    enum Trigger {
        DIED("A child died, and abuse or neglect is known or suspected"),
        SERIOUSLY_HARMED("A child was seriously harmed");

        private final String words;

        Trigger(String words) {
            this.words = words;
        }

        /** In plain words. */
        public String words() {
            return words;
        }
    }

    /** It became known that a child died or was seriously harmed: the clocks begin. */
    record Opened(
            By by, Instant at, String template, String pseudonym, Trigger trigger, LocalDate known)
            implements ReviewEntry {}

    /** The national body was told. */
    record Notified(By by, Instant at, LocalDate on) implements ReviewEntry {}

    /** The first look at what happened is done. */
    record RapidReviewed(By by, Instant at, LocalDate on, String outcome) implements ReviewEntry {}

    /** It is decided that there will be a review. */
    record Commissioned(By by, Instant at, LocalDate on, String reasons) implements ReviewEntry {}

    /** It is decided that there will be none, and why. */
    record NotReviewed(By by, Instant at, LocalDate on, String reasons) implements ReviewEntry {}

    /** What the review is to find out. */
    record TermsSet(By by, Instant at, String terms) implements ReviewEntry {}

    /** Somebody sits on the panel, and may read the review. */
    record PanelJoined(By by, Instant at, String person, String name, AgencyId agency)
            implements ReviewEntry {}

    /**
     * Somebody independent writes it.
     *
     * @param workedFor every agency for which the author worked or works
     * @param declaration what the author says of conflicts
     */
    record AuthorNamed(
            By by,
            Instant at,
            String person,
            String name,
            Set<AgencyId> workedFor,
            String declaration)
            implements ReviewEntry {
        public AuthorNamed {
            workedFor = Set.copyOf(workedFor);
        }
    }

    /** An organisation is asked for its own report. */
    record ReportAsked(By by, Instant at, AgencyId of, LocalDate due) implements ReviewEntry {}

    /** It came. */
    record ReportReceived(By by, Instant at, AgencyId of, String reference)
            implements ReviewEntry {}

    /** How somebody of the family takes part, or was asked and does not. */
    record FamilyPart(By by, Instant at, String who, String how) implements ReviewEntry {}

    /**
     * An inquest, a trial or an investigation runs beside the review.
     *
     * @param why what publication could do to it, and who asked; or why it holds nothing
     */
    record ProcessBegan(By by, Instant at, String process, Holds holds, String why)
            implements ReviewEntry {
        public ProcessBegan {
            // One that was kept before reasons were asked for has none.
            why = Objects.requireNonNullElse(why, "");
        }
    }

    /** Somebody looked again: it goes on, and still holds publication. */
    record HoldKept(By by, Instant at, String process, String why) implements ReviewEntry {}

    /**
     * It is over.
     *
     * @param how it ended, and from whom that is known
     */
    record ProcessEnded(By by, Instant at, String process, String how) implements ReviewEntry {
        public ProcessEnded {
            how = Objects.requireNonNullElse(how, "");
        }
    }

    /** Two people released it, and it is in the library: anybody reads it from then on. */
    record Published(By by, Instant at) implements ReviewEntry {}

    /** What becomes of a published review when a process begins beside it. */
    enum Fate {
        KEPT_UP("Keep it up"),
        TAKEN_DOWN("Take it down for a time"),
        WITHDRAWN("Withdraw it; its address stays");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        /** As an instruction. */
        public String words() {
            return words;
        }
    }

    /**
     * It was decided what becomes of the published review.
     *
     * @param process beside which; empty where it is for another reason
     * @param again the day on which what is taken down for a time is looked at again
     */
    record PublicationDecided(
            By by, Instant at, String process, Fate fate, String why, Optional<LocalDate> again)
            implements ReviewEntry {}

    /** Whether a parallel process keeps the review from being published. */
    enum Holds {
        PUBLICATION,
        NOTHING
    }

    /**
     * A part of the chronology was taken in: an agency's own table, or what the system held. It is
     * the review's own copy, and nothing that comes later changes it.
     *
     * @param copy its number, from 1
     * @param agency whose it is; of what the system held, who took it
     * @param what the file's kind, or that it was taken from the system
     * @param asOf the day as of which it is
     * @param rows how many rows it has
     * @param doubtful of how many the date cannot be read
     * @param leftBehind what was in the file and not taken in, in plain words
     */
    record ChronologyFrozen(
            By by,
            Instant at,
            int copy,
            AgencyId agency,
            String what,
            LocalDate asOf,
            int rows,
            int doubtful,
            List<String> leftBehind)
            implements ReviewEntry {
        public ChronologyFrozen {
            leftBehind = List.copyOf(leftBehind);
        }
    }

    /** What a finding is about, so that reviews can be compared. */
    enum FindingType {
        SHARING("Information between agencies"),
        ASSESSMENT("Assessment and analysis"),
        CHILD_NOT_SEEN("The child was not seen or heard"),
        MANAGEMENT("Supervision and management"),
        RESOURCES("Resources and workload"),
        RECORDS("Records and systems"),
        MEDICAL("Medical findings"),
        GOOD_PRACTICE("Good practice");

        private final String words;

        FindingType(String words) {
            this.words = words;
        }

        /** In plain words. */
        public String words() {
            return words;
        }
    }

    /** Whether somebody could realistically have acted otherwise on the day. */
    enum OtherAction {
        YES,
        NO,
        CANNOT_BE_SAID
    }

    /**
     * Something that was found.
     *
     * @param version of the review, from 1
     * @param number from 1
     * @param known what was known on the day
     * @param knowable what could have been known on the day
     * @param rows the rows of the chronology that it rests on
     */
    record FindingMade(
            By by,
            Instant at,
            int version,
            int number,
            FindingType type,
            String text,
            String known,
            String knowable,
            OtherAction otherAction,
            List<String> rows)
            implements ReviewEntry {
        public FindingMade {
            rows = List.copyOf(rows);
        }
    }

    /** To whom a recommendation is made. */
    enum Reach {
        LOCAL,
        NATIONAL
    }

    /** When a recommendation was made. */
    enum Made {
        WITH_THE_REPORT,
        EARLY
    }

    /**
     * A recommendation.
     *
     * @param to the organisations; of a national one, the national bodies
     * @param findings numbers of findings that it follows from
     */
    record RecommendationMade(
            By by,
            Instant at,
            int version,
            int number,
            String text,
            Reach reach,
            Made made,
            Set<AgencyId> to,
            Set<Integer> findings)
            implements ReviewEntry {
        public RecommendationMade {
            to = Set.copyOf(to);
            findings = Set.copyOf(findings);
        }
    }

    /** Whether an organisation accepts a recommendation. */
    enum Acceptance {
        ACCEPTED,
        NOT_ACCEPTED
    }

    /** An organisation answers, and says why where it does not accept. */
    record Answered(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            Acceptance acceptance,
            String why)
            implements OfAction {}

    /**
     * What an organisation will do.
     *
     * @param owner the post that answers for it
     * @param different what will be different for children
     * @param seen how it will be seen
     */
    record ActionAgreed(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            Role owner,
            LocalDate due,
            String different,
            String seen)
            implements OfAction {}

    /** Work on it began. */
    record Started(By by, Instant at, int recommendation, AgencyId organisation)
            implements OfAction {}

    /** Something that shows it. */
    record EvidenceAttached(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            String reference,
            String shows)
            implements OfAction {}

    /** The organisation says that it is done. */
    record SaidDone(By by, Instant at, int recommendation, AgencyId organisation)
            implements OfAction {}

    /** Somebody else looked and saw it. */
    record Verified(By by, Instant at, int recommendation, AgencyId organisation, String how)
            implements OfAction {}

    /** Somebody else looked again later, and it holds. */
    record FoundEffective(By by, Instant at, int recommendation, AgencyId organisation, String how)
            implements OfAction {}

    /** Somebody saw that practice is not as it was verified. */
    record SeenSlipping(By by, Instant at, int recommendation, AgencyId organisation, String what)
            implements OfAction {}

    /** Somebody opens it again. */
    record Reopened(By by, Instant at, int recommendation, AgencyId organisation, String why)
            implements OfAction {}

    /** Somebody does not agree, and it is kept beside. */
    record Dissented(By by, Instant at, int recommendation, AgencyId organisation, String says)
            implements OfAction {}

    /** A letter went to a national body. */
    record LetterSent(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            LocalDate on,
            LocalDate answerBy)
            implements OfAction {}

    /** The body answered it. */
    record LetterAnswered(
            By by, Instant at, int recommendation, AgencyId organisation, LocalDate on, String says)
            implements OfAction {}

    /** It was asked again. */
    record Chased(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            LocalDate on,
            LocalDate answerBy)
            implements OfAction {}

    /**
     * It proves itself from here on by a measure that the system computes.
     *
     * @param target percent, 1 to 100, at or above which a month counts as met
     */
    record Bound(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            String measure,
            int target)
            implements OfAction {}

    private static void counted(long met, long all) {
        if (met < 0 || met > all) {
            throw new IllegalArgumentException(
                    "at most all can be met.\nGive met between 0 and all.");
        }
    }

    /**
     * What the measure was in the last whole month before it was bound, kept as it was then.
     *
     * @param met how many of {@code all}
     */
    record LevelTaken(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            YearMonth month,
            long met,
            long all)
            implements OfAction {
        public LevelTaken {
            counted(met, all);
        }
    }

    /**
     * What the measure was in a month, kept as it was then.
     *
     * @param met how many of {@code all}
     */
    record Measured(
            By by,
            Instant at,
            int recommendation,
            AgencyId organisation,
            YearMonth month,
            long met,
            long all)
            implements OfAction {
        public Measured {
            counted(met, all);
        }
    }

    /** The report of a version is written. */
    record ReportFinished(By by, Instant at, int version, LocalDate on) implements ReviewEntry {}

    /** What the inspectorate's descriptors say of the learning in a version. */
    enum Grade {
        OUTSTANDING,
        GOOD,
        ADEQUATE,
        INADEQUATE
    }

    /** A named grader's grade. */
    record Graded(By by, Instant at, int version, String grader, Grade grade, String why)
            implements ReviewEntry {}

    /** It is done again; the version before stays. */
    record VersionBegun(By by, Instant at, int version, LocalDate on, String why)
            implements ReviewEntry {}
}
