package sightline.core.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a register looks at about one person, in the order of days.
 *
 * @param born the date of birth, where known to the day
 * @param happenings in the order of days; those of one day in the order of recording
 */
public record RegisteredLife(Optional<LocalDate> born, List<Happening> happenings) {
    public RegisteredLife {
        happenings = happenings.stream().sorted(Comparator.comparing(Happening::day)).toList();
    }

    /** Those of one kind, in order. */
    <H extends Happening> Stream<H> of(Class<H> kind) {
        return happenings.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The age on a day, in whole years. */
    Optional<Integer> ageOn(LocalDate day) {
        return born.map(b -> java.time.Period.between(b, day).getYears());
    }
}
