package sightline.core.classification;

import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Home Office offence classes by date (rule OC-1): which group an offence belongs to where the
 * sender coded only the class. Classes 1 to 13 as in the lists of 2010, 2018 and 2020; the days on
 * which 5D, 8N, 11A and 105A came in are not confirmed, so a class counts from the first list that
 * may have it.
 */
public final class OffenceClasses {
    private record Row(String number, Period inForce, OffenceGroup group, boolean childAlways) {}

    private static final LocalDate RENUMBERED = LocalDate.of(2008, 4, 1);

    private static final List<Row> ROWS =
            List.of(
                    row("1/1", OffenceGroup.MURDER),
                    child("1/2", OffenceGroup.MURDER),
                    row("2", OffenceGroup.MURDER),
                    row("3B", OffenceGroup.THREATS_TO_KILL),
                    row("4/1", OffenceGroup.MANSLAUGHTER),
                    child("4/2", OffenceGroup.INFANTICIDE),
                    child("4/3", OffenceGroup.INFANTICIDE),
                    row("4/7", OffenceGroup.CAUSING_DEATH_OR_HARM_TO_CHILD),
                    row("5A", OffenceGroup.WOUNDING_WITH_INTENT),
                    row("5B", OffenceGroup.OTHER_VIOLENCE),
                    since("5D", OffenceGroup.WOUNDING_WITH_INTENT),
                    until("8F", OffenceGroup.WOUNDING),
                    until("8G", OffenceGroup.ACTUAL_BODILY_HARM),
                    since("8N", OffenceGroup.ACTUAL_BODILY_HARM),
                    row("8K", OffenceGroup.OTHER_VIOLENCE),
                    child("11", OffenceGroup.CHILD_CRUELTY),
                    child("11A", OffenceGroup.CHILD_CRUELTY),
                    child("12", OffenceGroup.ABANDONMENT),
                    child("13", OffenceGroup.ABDUCTION),
                    row("105A", OffenceGroup.COMMON_ASSAULT));

    private OffenceClasses() {}

    private static Row row(String number, OffenceGroup group) {
        return new Row(number, Period.always(), group, false);
    }

    private static Row child(String number, OffenceGroup group) {
        return new Row(number, Period.always(), group, true);
    }

    private static Row since(String number, OffenceGroup group) {
        return new Row(number, Period.from(RENUMBERED), group, false);
    }

    /** Old classes go on standing in old records, and in systems that were never changed. */
    private static Row until(String number, OffenceGroup group) {
        return new Row(number, Period.until(LocalDate.of(2015, 3, 31)), group, false);
    }

    private static Optional<Row> of(Offence offence, LocalDate day) {
        return offence.homeOfficeClass()
                .flatMap(c ->
                        ROWS.stream()
                                .filter(r -> r.number().equalsIgnoreCase(c.strip()))
                                .filter(r -> r.inForce().contains(day))
                                .findFirst());
    }

    /** Whether the offence carries a class of the list, whichever years that stood in. */
    public static boolean known(Offence offence) {
        return offence.homeOfficeClass()
                .filter(c -> ROWS.stream().anyMatch(r -> r.number().equalsIgnoreCase(c.strip())))
                .isPresent();
    }

    /** The nearest day on which the class stood, where it did not on this one. */
    static Optional<LocalDate> otherDay(Offence offence, LocalDate day) {
        if (offence.group() != OffenceGroup.OTHER || of(offence, day).isPresent()) {
            return Optional.empty();
        }
        return offence.homeOfficeClass()
                .flatMap(c ->
                        ROWS.stream()
                                .filter(r -> r.number().equalsIgnoreCase(c.strip()))
                                .map(Row::inForce)
                                .flatMap(p -> nearest(p, day).stream())
                                .findFirst());
    }

    private static Optional<LocalDate> nearest(Period inForce, LocalDate day) {
        return inForce.from().filter(day::isBefore).or(inForce::until);
    }

    /** The group as the sender coded it; where it only says "other", as the class says. */
    public static OffenceGroup group(Offence offence, LocalDate day) {
        return offence.group() == OffenceGroup.OTHER
                ? of(offence, day).map(Row::group).orElse(OffenceGroup.OTHER)
                : offence.group();
    }

    /** Whether the class alone says that the victim was a child. */
    static boolean childAlways(Offence offence, LocalDate day) {
        return of(offence, day).filter(Row::childAlways).isPresent();
    }
}
