package sightline.core.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * How long somebody has, as the law or the guidance puts it.
 *
 * @param amount how many of the unit, at most {@value #MAX_AMOUNT}; 0 for {@link Unit#SAME_DAY}
 */
public record Limit(int amount, Unit unit) {
    /** A hundred years of days: more than any clock has. */
    public static final int MAX_AMOUNT = 36_525;

    /** What is counted. */
    public enum Unit {
        HOURS("hours"),
        DAYS("days"),
        WORKING_DAYS("working-days"),
        WEEKS("weeks"),
        MONTHS("months"),
        /** By the end of the day on which it starts. */
        SAME_DAY("same-day"),
        /** So many hours before the next school day starts; 0 is at its start. */
        HOURS_BEFORE_SCHOOL("hours-before-school");

        private final String slug;

        Unit(String slug) {
            this.slug = slug;
        }

        /** The word used in packs. */
        public String slug() {
            return slug;
        }

        private boolean writtenAs(String word) {
            return slug.equals(word) || slug.equals(word + "s");
        }
    }

    public Limit {
        if (amount < 0 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException(
                    "A limit of %d is out of range.\nUse 0 to %d.".formatted(amount, MAX_AMOUNT));
        }
        if (unit == Unit.SAME_DAY && amount != 0) {
            throw new IllegalArgumentException("The same day has no number.\nWrite 'same-day'.");
        }
    }

    /** A number of hours by the clock. */
    public static Limit hours(int amount) {
        return new Limit(amount, Unit.HOURS);
    }

    /** A number of days of the calendar. */
    public static Limit days(int amount) {
        return new Limit(amount, Unit.DAYS);
    }

    /** A number of working days. */
    public static Limit workingDays(int amount) {
        return new Limit(amount, Unit.WORKING_DAYS);
    }

    /** A number of weeks. */
    public static Limit weeks(int amount) {
        return new Limit(amount, Unit.WEEKS);
    }

    /** A number of months. */
    public static Limit months(int amount) {
        return new Limit(amount, Unit.MONTHS);
    }

    /** By the end of the day on which it starts. */
    public static Limit sameDay() {
        return new Limit(0, Unit.SAME_DAY);
    }

    /**
     * Reads {@link #text()}: "24 hours", "15 working-days", "1 month", "same-day".
     *
     * @throws IllegalArgumentException listing the units if the text is no limit
     */
    public static Limit parse(String text) {
        var words = text.strip().split(" +", -1);
        if (words.length == 1 && words[0].equals(Unit.SAME_DAY.slug)) {
            return sameDay();
        }
        if (words.length != 2 || !words[0].matches("[0-9]{1,5}")) {
            throw unreadable(text);
        }
        var unit = unitOf(words[1]).orElseThrow(() -> unreadable(text));
        return new Limit(Integer.parseInt(words[0]), unit);
    }

    /** The form that {@link #parse} reads back. */
    public String text() {
        return unit == Unit.SAME_DAY ? unit.slug : amount + " " + unit.slug;
    }

    /** "15 working days", "1 month", "the same day". */
    public String inWords() {
        if (unit == Unit.SAME_DAY) {
            return "the same day";
        }
        if (unit == Unit.HOURS_BEFORE_SCHOOL) {
            return (amount == 0 ? "" : amount + (amount == 1 ? " hour " : " hours "))
                    + "before the next school day starts";
        }
        var plural = unit.slug.replace('-', ' ');
        return amount + " " + (amount == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }

    private static Optional<Unit> unitOf(String word) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit != Unit.SAME_DAY && unit.writtenAs(word))
                .findFirst();
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                ("The limit '%s' cannot be read.\nWrite a number and hours, days, working-days,"
                                + " weeks, months or hours-before-school, or 'same-day'.")
                        .formatted(Token.shown(text)));
    }
}
