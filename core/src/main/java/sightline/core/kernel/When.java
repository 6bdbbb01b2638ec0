package sightline.core.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * When something was so, as precisely as its source knew and no more. Published inquiries disagree
 * on days and often have only a month or a season, so imprecision is kept, never rounded away. Two
 * sources with two dates are two facts.
 */
public sealed interface When {
    /** The forms that {@link #parse} reads, for messages to senders. */
    String ACCEPTED_FORMS =
            "a day 2007-05-25, a month 2007-05, a year 2007, a window 2006-09-01/2007-04-30 (or"
                    + " 2006-09/2007-04, 2009/2011), a time with its offset 2007-05-25T09:12:00Z or"
                    + " 2007-05-25T09:12+01:00, or 'unknown'";

    /** Earliest first, at one day the most precise first, what has no date last. */
    Comparator<When> IN_ORDER =
            Comparator.comparing((When when) -> when.earliest().orElse(LocalDate.MAX))
                    .thenComparing(when -> when.latest().orElse(LocalDate.MAX))
                    .thenComparing(when -> when.instant().orElse(Instant.MAX))
                    .thenComparing(When::text);

    /** A moment, to be shown in London time. */
    record At(Instant moment) implements When {
        public At {
            DateForms.requireYear(London.day(moment).getYear());
        }

        @Override
        public String text() {
            return moment.toString();
        }
    }

    /** A day whose hour is not known. */
    record Day(LocalDate date) implements When {
        public Day {
            DateForms.requireYear(date.getYear());
        }

        @Override
        public String text() {
            return date.toString();
        }
    }

    /** Some day of a month. */
    record Month(YearMonth month) implements When {
        public Month {
            DateForms.requireYear(month.getYear());
        }

        @Override
        public String text() {
            return month.toString();
        }
    }

    /** Some day of a year. */
    record Year(int year) implements When {
        public Year {
            DateForms.requireYear(year);
        }

        @Override
        public String text() {
            return Integer.toString(year);
        }
    }

    /** Some day between two, both included. */
    record Window(LocalDate from, LocalDate to) implements When {
        public Window {
            DateForms.requireYear(from.getYear());
            DateForms.requireYear(to.getYear());
            if (from.isAfter(to)) {
                throw new DateTimeException(
                        "The window %s/%s ends before it begins.\nWrite the earlier day first."
                                .formatted(from, to));
            }
        }

        @Override
        public String text() {
            return from + "/" + to;
        }
    }

    /** The source did not say. Rules on "recent" things count it as recent. */
    record Unknown() implements When {
        @Override
        public String text() {
            return "unknown";
        }
    }

    /** The form that {@link #parse} reads back as an equal value. */
    String text();

    /** The first day, in London, on which it may have been; none when not known. */
    default Optional<LocalDate> earliest() {
        return switch (this) {
            case At(var moment) -> Optional.of(London.day(moment));
            case Day(var date) -> Optional.of(date);
            case Month(var month) -> Optional.of(month.atDay(1));
            case Year(var year) -> Optional.of(java.time.Year.of(year).atDay(1));
            case Window(var from, var _) -> Optional.of(from);
            case Unknown() -> Optional.empty();
        };
    }

    /** The last day, in London, on which it may have been; none when not known. */
    default Optional<LocalDate> latest() {
        return switch (this) {
            case At(var moment) -> Optional.of(London.day(moment));
            case Day(var date) -> Optional.of(date);
            case Month(var month) -> Optional.of(month.atEndOfMonth());
            case Year(var year) -> Optional.of(YearMonth.of(year, 12).atEndOfMonth());
            case Window(var _, var to) -> Optional.of(to);
            case Unknown() -> Optional.empty();
        };
    }

    /** The moment, when the source knew one. */
    default Optional<Instant> instant() {
        return this instanceof At(var moment) ? Optional.of(moment) : Optional.empty();
    }

    /** Every day on which it may have been; without bounds when not known. */
    default Period possible() {
        return new Period(earliest(), latest());
    }

    /** How a page says it: "16 September 2025", "between .. and ..", "date not recorded". */
    default String inWords() {
        return switch (this) {
            case At(var moment) -> Words.moment(moment);
            case Day(var date) -> Words.day(date);
            case Month(var month) -> Words.month(month);
            case Year(var year) -> Integer.toString(year);
            case Window(var from, var to) -> "between " + Words.day(from) + " and " + Words.day(to);
            case Unknown() -> "date not recorded";
        };
    }

    /**
     * Reads one of {@link #ACCEPTED_FORMS}; nothing at all is {@link Unknown}.
     *
     * @throws DateTimeException listing the accepted forms, if the text is none of them, names a
     *     day that does not exist, or is a time without its offset
     */
    static When parse(String text) {
        var form = text.strip();
        if (form.isEmpty() || form.toLowerCase(Locale.ROOT).equals("unknown")) {
            return new Unknown();
        }
        return DateForms.day(form)
                .<When>map(Day::new)
                .or(() -> DateForms.month(form).map(Month::new))
                .or(() -> DateForms.year(form).map(year -> new Year(year.getValue())))
                .or(() -> window(form))
                .or(() -> moment(form))
                .orElseThrow(() -> unreadable(form));
    }

    private static Optional<When> window(String form) {
        var slash = form.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var from = DateForms.earliest(form.substring(0, slash).strip());
        var to = DateForms.latest(form.substring(slash + 1).strip());
        return from.flatMap(first -> to.map(last -> new Window(first, last)));
    }

    private static Optional<When> moment(String form) {
        try {
            return Optional.of(new At(OffsetDateTime.parse(form).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static DateTimeException unreadable(String form) {
        return new DateTimeException(
                "The date '%s' cannot be read.\nWrite %s."
                        .formatted(Token.shown(form), ACCEPTED_FORMS));
    }
}
