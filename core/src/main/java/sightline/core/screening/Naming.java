package sightline.core.screening;

import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * One occasion on which somebody joined, stayed at, applied for or was named in an address,
 * household, pregnancy, birth or care of the subject.
 *
 * @param person who
 * @param item the fact that stands for the occasion
 * @param since when it was first known to concern the subject
 * @param open whether it still connects them on a day
 * @param words in a headline: "named as father in this pregnancy"
 * @param steps the evidence
 */
record Naming(
        PersonId person,
        FactId item,
        Instant since,
        Predicate<LocalDate> open,
        String words,
        List<Step> steps) {
    Naming {
        steps = List.copyOf(steps);
    }
}
