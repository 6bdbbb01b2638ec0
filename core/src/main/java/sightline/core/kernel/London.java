package sightline.core.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The local time of the United Kingdom: instants are stored, London time is shown and counted. */
public final class London {
    /** Europe/London, with its summer time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    /** The local day on which an instant falls. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The local date and time of an instant. */
    public static ZonedDateTime time(Instant instant) {
        return instant.atZone(ZONE);
    }

    /** The first instant of a local day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after a local day: what is due on that day is overdue from here on. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
