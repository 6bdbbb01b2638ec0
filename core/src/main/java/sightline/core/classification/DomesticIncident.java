package sightline.core.classification;

import sightline.core.household.Entry;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An incident that is domestic: by the flag of its log, or because a person decided so.
 *
 * @param parties those of age whom its logs name as parties
 * @param since when that was known
 */
public record DomesticIncident(Incident incident, List<PersonId> parties, Instant since) {
    public DomesticIncident {
        parties = List.copyOf(parties);
    }

    /** All around the subject; one that a person found not to be domestic is none. */
    public static List<DomesticIncident> in(Neighbourhood around) {
        return new Incidents(around, MayBe.nobody())
                .all().stream().flatMap(i -> of(i, around).stream()).toList();
    }

    private static Optional<DomesticIncident> of(Incident incident, Neighbourhood around) {
        if (incident.foundNotDomestic()) {
            return Optional.empty();
        }
        Optional<Instant> flagged =
                incident.logs().stream()
                        .filter(l -> l.body().domestic())
                        .map(Entry::received)
                        .min(Comparator.naturalOrder());
        return flagged.or(() -> incident.confirmed().map(Entry::received))
                .map(since ->
                        new DomesticIncident(
                                incident, DomesticSuspicion.partiesOf(incident, around), since));
    }
}
