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

    /** Those that the system computes. */
    public static List<Measure> all() {
        return List.of(GP_RECORDS, REFERRAL_ANSWERS);
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
