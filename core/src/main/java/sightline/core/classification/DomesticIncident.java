package sightline.core.classification;

import sightline.core.household.Entry;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An incident that is domestic: by the flag of its log, or because a person decided so.
 *
 * @param parties those of age whom its logs name as parties
 * @param possible whom near the subject they may be, where nobody has decided and no record tells
 *     the two apart
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
                            incident, parties, others(parties, incidents), since);
                });
    }

    private static List<PersonId> others(List<PersonId> parties, Incidents incidents) {
        return parties.stream()
                .flatMap(p -> others(p, incidents))
                .filter(p -> !parties.contains(p))
                .distinct()
                .toList();
    }

    private static Stream<PersonId> others(PersonId party, Incidents incidents) {
        Neighbourhood around = incidents.around();
        return incidents.mayBe().of(party).stream()
                .filter(near -> !ToldApart.are(around.person(party), around.person(near)));
    }
}
