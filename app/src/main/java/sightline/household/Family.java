package sightline.household;

import sightline.core.facts.Sensitivity;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.Subject;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What one reader may see of a person and of those around them.
 *
 * @param subject whom the page is about, with all of their records
 * @param around what was readable; those of whom nothing is readable have no facts in it
 * @param classes the classes of facts that the reader may see on a record of the subject
 * @param restricted holders of records of the subject of which this reader sees nothing, and may
 *     know that they exist
 * @param naming the id that whoever holds a record would have if it were their only one: it stays
 *     the same when records are joined and separated
 */
public record Family(
        Subject subject,
        Neighbourhood around,
        Set<Sensitivity> classes,
        List<AgencyId> restricted,
        Function<SourceRecord, PersonId> naming) {
    public Family {
        classes = Set.copyOf(classes);
        restricted = List.copyOf(restricted);
    }

    /** The records of the subject of which something was shown. */
    public List<SourceRecord> shown() {
        return around.subject().facts().stream()
                .flatMap(f -> f.participants().stream())
                .map(p -> p.record())
                .filter(around.subject()::has)
                .distinct()
                .sorted()
                .toList();
    }
}
