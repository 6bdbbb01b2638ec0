package sightline.core.reviews;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.When;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of a review's chronology, as its source has it. Personal, so printing it shows its number
 * only.
 *
 * @param copy the copy that it is in, from 1
 * @param number its place in that copy, from 1
 * @param agency who says it
 * @param source where it stands there: "Row 12", "Entry in Sightline"
 * @param happened when; not known where it cannot be read
 * @param written the date as it was written
 * @param by who did or saw it
 * @param known the day on which the agency knew it, where its source says so
 * @param told to whom else it was told
 * @param doubt why the date was not read; empty where it was
 */
public record ChronologyRow(
        int copy,
        int number,
        AgencyId agency,
        String source,
        When happened,
        String written,
        String what,
        String by,
        Optional<LocalDate> known,
        List<Told> told,
        String doubt) {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,3}-[1-9][0-9]{0,4}");

    public ChronologyRow {
        told = List.copyOf(told);
    }

    /** Whom it was told to, as it was written, and when if that is known. */
    public record Told(String who, Optional<LocalDate> on) {
        @Override
        public String toString() {
            return "Told[redacted]";
        }
    }

    /** How findings name it: the copy and the row. */
    public String id() {
        return copy + "-" + number;
    }

    /** Whether a text has the form of such a name. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The day on which its agency knew it: what the source says, else the day itself. */
    public Optional<LocalDate> knownFrom() {
        return known.or(happened::latest);
    }

    @Override
    public String toString() {
        return "ChronologyRow[" + id() + ", redacted]";
    }
}
