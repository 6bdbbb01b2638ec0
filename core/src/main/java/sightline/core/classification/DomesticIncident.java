package sightline.core.classification;

import sightline.core.household.Entry;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An incident that is domestic: by the flag of its log, or because a person decided so.
 *
 * @param parties those of age whom its logs name as parties
 * @param possible whom near the subject they may be, where nobody has decided
 * @param since when that was known
 */
public record DomesticIncident(
        Incident incident, List<PersonId> parties, List<PersonId> possible, Instant since) {
    public DomesticIncident {
        parties = List.copyOf(parties);
        possible = List.copyOf(possible);
    }

    /** All of them; one that a person found not to be domestic is none. */
    public static List<DomesticIncident> in(Incidents incidents) {
        return incidents.all().stream().flatMap(i -> of(i, incidents).stream()).toList();
    }

    private static Optional<DomesticIncident> of(Incident incident, Incidents incidents) {
        if (incident.foundNotDomestic()) {
            return Optional.empty();
        }
        Optional<Instant> flagged =
                incident.logs().stream()
                        .filter(l -> l.body().domestic())
                        .map(Entry::received)
                        .min(Comparator.naturalOrder());
        return flagged.or(() -> incident.confirmed().map(Entry::received))
                .map(since -> {
                    List<PersonId> parties =
                            DomesticSuspicion.partiesOf(incident, incidents.around());
                    return new DomesticIncident(
                            incident, parties, others(parties, incidents.mayBe()), since);
                });
    }

    private static List<PersonId> others(List<PersonId> parties, MayBe mayBe) {
        return parties.stream()
                .flatMap(p -> mayBe.of(p).stream())
                .filter(p -> !parties.contains(p))
                .distinct()
                .toList();
    }
}
