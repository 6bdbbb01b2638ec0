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
 * @param possible whom near the subject they may be, where nobody has decided
 * @param since when that was known
 */
public record DomesticIncident(
        Incident incident, List<PersonId> parties, List<PersonId> possible, Instant since) {
    public DomesticIncident {
        parties = List.copyOf(parties);
        possible = List.copyOf(possible);
    }

    /** All around the subject; one that a person found not to be domestic is none. */
    public static List<DomesticIncident> in(Neighbourhood around) {
        MayBe mayBe = MayBe.around(around);
        return new Incidents(around, mayBe)
                .all().stream().flatMap(i -> of(i, around, mayBe).stream()).toList();
    }

    private static Optional<DomesticIncident> of(
            Incident incident, Neighbourhood around, MayBe mayBe) {
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
                    List<PersonId> parties = DomesticSuspicion.partiesOf(incident, around);
                    return new DomesticIncident(incident, parties, others(parties, mayBe), since);
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
