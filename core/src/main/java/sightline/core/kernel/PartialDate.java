package sightline.core.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date of birth (or of death) of which perhaps only the month or the year is known. Personal, so
 * printing it shows its precision only.
 */
public sealed interface PartialDate {
    /** The day is known. */
    record Day(LocalDate date) implements PartialDate {
        public Day {
            DateForms.requireYear(date.getYear());
        }

        @Override
        public String toString() {
            return "PartialDate.Day[redacted]";
        }
    }

    /** The month is known. */
    record Month(YearMonth month) implements PartialDate {
        public Month {
            DateForms.requireYear(month.getYear());
        }

        @Override
        public String toString() {
            return "PartialDate.Month[redacted]";
        }
    }

    /** The year is known. */
    record Year(int year) implements PartialDate {
        public Year {
            DateForms.requireYear(year);
        }

        @Override
        public String toString() {
            return "PartialDate.Year[redacted]";
        }
    }

    /** The first day that it may be. */
    default LocalDate earliest() {
        return switch (this) {
            case Day(var date) -> date;
            case Month(var month) -> month.atDay(1);
            case Year(var year) -> LocalDate.of(year, 1, 1);
        };
    }

    /** The last day that it may be. */
    default LocalDate latest() {
        return switch (this) {
            case Day(var date) -> date;
            case Month(var month) -> month.atEndOfMonth();
            case Year(var year) -> LocalDate.of(year, 12, 31);
        };
    }

    /** Whether both could be one day, known with different precision. */
    default boolean agreesWith(PartialDate other) {
        return Period.between(earliest(), latest())
                .overlaps(Period.between(other.earliest(), other.latest()));
    }

    /** The youngest and the oldest that somebody born then may be on a day. */
    default AgeRange ageOn(LocalDate day) {
        return AgeRange.of(earliest(), latest(), day);
    }

    /** The form that {@link #parse} reads back: 2007-05-25, 2007-05 or 2007. */
    default String text() {
        return switch (this) {
            case Day(var date) -> date.toString();
            case Month(var month) -> month.toString();
            case Year(var year) -> Integer.toString(year);
        };
    }

    /** "25 May 2007", "May 2007" or "2007". */
    default String inWords() {
        return switch (this) {
            case Day(var date) -> Words.day(date);
            case Month(var month) -> Words.month(month);
            case Year(var year) -> Integer.toString(year);
        };
    }

    /** Reads a day, month or year; nothing if the text is none, or a day that does not exist. */
    static Optional<PartialDate> read(String text) {
        var form = text.strip();
        return DateForms.day(form)
                .<PartialDate>map(Day::new)
                .or(() -> DateForms.month(form).map(Month::new))
                .or(() -> DateForms.year(form).map(year -> new Year(year.getValue())));
    }

    /**
     * Reads a day, month or year.
     *
     * @throws DateTimeException if the text is none of them; the message does not repeat it
     */
    static PartialDate parse(String text) {
        return read(text)
                .orElseThrow(() ->
                        new DateTimeException(
                                "This date of birth cannot be read, or is no day of the"
                                        + " calendar.\nWrite 2007-05-25, 2007-05 or 2007."));
    }
}
