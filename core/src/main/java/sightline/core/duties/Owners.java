package sightline.core.duties;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the agencies that owe a duty or are told on a rung. */
final class Owners {
    private final Situation situation;

    Owners(Situation situation) {
        this.situation = situation;
    }

    Set<Recipient> all(Collection<Owner> owners, Start start) {
        Set<Recipient> found = new LinkedHashSet<>();
        owners.forEach(owner -> found.addAll(of(owner, start)));
        return found;
    }

    Set<Recipient> of(Owner owner, Start start) {
        Set<Recipient> found = new LinkedHashSet<>();
        agencies(owner, start).forEach(agency -> found.add(new Recipient(agency, owner.role())));
        return found;
    }

    private Collection<AgencyId> agencies(Owner owner, Start start) {
        Optional<Fact> fact = start.fact().or(() -> newestEvidence(start));
        List<AgencyId> source = fact.map(Fact::source).stream().toList();
        List<AgencyId> named =
                switch (owner.agency()) {
                    case RESPONSIBLE -> responsible(owner);
                    case SOURCE -> source;
                    case ADDRESSEE -> addressees(owner, fact);
                    case FROM -> fact.flatMap(Owners::from).stream().toList();
                };
        if (!named.isEmpty()) {
            return named;
        }
        List<AgencyId> responsible = responsible(owner);
        return responsible.isEmpty() ? source : responsible;
    }

    private Optional<Fact> newestEvidence(Start start) {
        List<Fact> facts = situation.around().facts(start.evidence());
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts.getLast());
    }

    private List<AgencyId> responsible(Owner owner) {
        return owner.type().map(t -> situation.recipients().responsible(t)).orElse(List.of());
    }

    private List<AgencyId> addressees(Owner owner, Optional<Fact> fact) {
        return fact.map(f -> f.references().addressees()).orElse(List.of()).stream()
                .filter(a -> owner.type().map(t -> hasType(a, t)).orElse(true))
                .toList();
    }

    private boolean hasType(AgencyId agency, AgencyType type) {
        return situation
                .directory()
                .agency(agency)
                .map(Agency::type)
                .filter(type::equals)
                .isPresent();
    }

    private static Optional<AgencyId> from(Fact fact) {
        return switch (fact.body()) {
            case HealthBody.GpRecordTransfer transfer -> transfer.from();
            case HealthBody.GpRegistration registration -> registration.previous();
            default -> Optional.empty();
        };
    }
}
