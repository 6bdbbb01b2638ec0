package sightline.core.screening;

import sightline.core.directory.Directory;
import sightline.core.directory.SchoolDays;
import sightline.core.facts.SchoolBody.HomeEducation;
import sightline.core.facts.SchoolBody.SchoolRoll;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a child is taught on a day, as far as recorded, and when the next day there starts.
 *
 * @param roll the entry that put the child on the roll of a school
 * @param atHome the entry that says that the child is taught at home
 */
public record Schooling(Optional<Entry<SchoolRoll>> roll, Optional<Entry<HomeEducation>> atHome) {
    /** Taken where a school's own time is not in the directory: an area setting, unconfirmed. */
    public static final LocalTime USUAL_START = LocalTime.of(8, 40);

    /** By when the council is told of a child who is taught at home. */
    public static final LocalTime COUNCIL = LocalTime.of(9, 0);

    private static final AgencyId NO_SCHOOL = new AgencyId("no-school-recorded");

    /** Where the child is taught on a day. */
    public static Schooling of(Individual child, LocalDate day) {
        Optional<Entry<SchoolRoll>> roll =
                newest(child.about(SchoolRoll.class), day).filter(e -> e.body().joined());
        Optional<Entry<HomeEducation>> atHome =
                newest(child.about(HomeEducation.class), day)
                        .filter(e -> e.body().started())
                        .filter(h ->
                                roll.filter(r -> r.latestDay().isAfter(h.latestDay())).isEmpty());
        return new Schooling(atHome.isPresent() ? Optional.empty() : roll, atHome);
    }

    private static <E extends Entry<?>> Optional<E> newest(List<E> entries, LocalDate day) {
        return entries.stream()
                .filter(e -> !e.latestDay().isAfter(day))
                .max(
                        Comparator.<E, LocalDate>comparing(Entry::latestDay)
                                .thenComparingLong(e -> e.fact().position()));
    }

    /** The school, where one is recorded. */
    public Optional<AgencyId> school() {
        return roll.map(r -> r.fact().source());
    }

    /** Its days as the directory has them. */
    public Optional<SchoolDays> entered(Directory directory) {
        return school().flatMap(directory::schoolDays);
    }

    /** Its days, or the usual ones where the directory does not know them. */
    public SchoolDays days(Directory directory) {
        LocalTime usual = atHome.isPresent() ? COUNCIL : USUAL_START;
        return entered(directory)
                .orElseGet(() ->
                        new SchoolDays(school().orElse(NO_SCHOOL), usual, List.of(), Set.of()));
    }
}
