package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.kernel.WorkingCalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a school begins its day, and on which days: what police must tell it before the next one
 * starts (Operation Encompass).
 *
 * @param starts when the day begins, London time
 * @param terms first and last days of each half term; none means that they are not known, and every
 *     working day is taken for a school day
 * @param closed single days on which it is shut
 */
public record SchoolDays(
        AgencyId school, LocalTime starts, List<Period> terms, Set<LocalDate> closed) {
    /** The longest gap looked across, longer than any summer. */
    private static final int MOST_DAYS_AHEAD = 400;

    public SchoolDays {
        terms = List.copyOf(terms);
        closed = Set.copyOf(closed);
    }

    /** Whether the school is open on a day. */
    public boolean isSchoolDay(LocalDate day, WorkingCalendar calendar) {
        return calendar.isWorkingDay(day)
                && !closed.contains(day)
                && (terms.isEmpty() || terms.stream().anyMatch(term -> term.contains(day)));
    }

    /**
     * Its school days, for counting; after the last term that is known every working day is one.
     *
     * @param area the working days of the area in which it lies
     */
    public WorkingCalendar calendar(WorkingCalendar area) {
        Optional<LocalDate> known =
                terms.stream().flatMap(t -> t.until().stream()).max(Comparator.naturalOrder());
        return area.openOn(
                "the school",
                day -> isSchoolDay(day, area) || known.filter(day::isAfter).isPresent(),
                "no school day");
    }

    /** The start of the first school day that begins after an instant; none if no term is known. */
    public Optional<Instant> nextStart(Instant after, WorkingCalendar calendar) {
        return Stream.iterate(London.day(after), day -> day.plusDays(1))
                .limit(MOST_DAYS_AHEAD)
                .filter(day -> isSchoolDay(day, calendar))
                .map(day -> day.atTime(starts).atZone(London.ZONE).toInstant())
                .filter(start -> start.isAfter(after))
                .findFirst();
    }
}
