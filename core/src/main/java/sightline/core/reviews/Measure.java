package sightline.core.reviews;

import java.util.List;
import java.util.Optional;

/**
 * Something that the running system counts each month for each organisation. Whoever computes one
 * gives numbers of a month that is over; what they were is then kept.
 *
 * @param key how an entry names it
 * @param name in plain words
 * @param counts what is counted, as a sentence
 * @param unit what one of them is called, in the plural
 */
public record Measure(String key, String name, String counts, String unit) {
    /** GP records that reached the next practice in time. */
    public static final Measure GP_RECORDS =
            new Measure(
                    "gp-records",
                    "GP records transferred in time",
                    "Of the records that were due in a month, those that had reached the new practice.",
                    "records");

    /** Referrals that were answered in time. */
    public static final Measure REFERRAL_ANSWERS =
            new Measure(
                    "referral-answers",
                    "Referrals answered in time",
                    "Of the referrals on which an answer was due in a month, those answered by then.",
                    "referrals");

    /** Incidents that were logged as something else, and decided in time once they were found. */
    public static final Measure UNFLAGGED_INCIDENTS =
            new Measure(
                    "unflagged-incidents",
                    "Incidents found unflagged, decided in time",
                    "Of the incidents found to be unflagged on which a decision was due in a month, those decided by then.",
                    "incidents");

    /** Assessments signed off with unanswered questions, which were then asked in time. */
    public static final Measure UNANSWERED_QUESTIONS =
            new Measure(
                    "unanswered-questions",
                    "Questions left unanswered by an assessment, asked in time",
                    "Of the assessments with unanswered questions that were due to be asked in a month, those asked by then.",
                    "assessments");

    /** Hand-overs of a registered person that were accepted or refused in time. */
    public static final Measure HAND_OVERS =
            new Measure(
                    "register-hand-overs",
                    "Hand-overs on the register, accepted or refused in time",
                    "Of the hand-overs on which an answer was due in a month, those accepted or refused by then.",
                    "hand-overs");

    /** Those that the system computes. */
    public static List<Measure> all() {
        return List.of(
                GP_RECORDS,
                REFERRAL_ANSWERS,
                UNFLAGGED_INCIDENTS,
                UNANSWERED_QUESTIONS,
                HAND_OVERS);
    }

    /** The one of that key. */
    public static Optional<Measure> of(String key) {
        return all().stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /** Below target for the first month: slipped. That many in a row: re-opened. */
    public static final int REOPENS_AFTER = 3;

    /** That many months in a row at target: effective. */
    public static final int EFFECTIVE_AFTER = 6;

    /** That many months at target before what was re-opened may be verified again. */
    public static final int CLOSES_AFTER = 3;
}
