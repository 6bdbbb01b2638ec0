package sightline.core.duties;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody.Residence;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SystemBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.register.HandOvers;
import sightline.core.screening.CaseHandOvers;
import sightline.core.screening.Recipient;
import sightline.core.screening.Registers;
import sightline.core.screening.Situation;
import sightline.core.screening.Supervised;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Optional<Fact> fact = start.fact().or(() -> newestEvidence(start));
        Set<Recipient> found = new LinkedHashSet<>();
        if (hidesFrom(owner, fact, start)) {
            return Set.of(situation.recipients().lead());
        }
        switch (owner.agency()) {
            case AREA_LEAD -> found.add(situation.recipients().lead());
            case SUPERVISOR -> Supervised.of(situation).inForce().ifPresent(found::add);
            case FIRST -> start.first().forEach(r -> found.add(as(owner, r)));
            case TOLD -> fact.flatMap(Owners::told).map(t -> as(owner, t)).ifPresent(found::add);
            case RESPONSIBLE, SOURCE, HOLDER, ADDRESSEE, RECORDER, FROM ->
                    owner.role()
                            .ifPresent(role ->
                                    agencies(owner, fact, start)
                                            .forEach(a -> found.add(new Recipient(a, role))));
        }
        return found.stream()
                .map(situation.recipients()::current)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * A housing service is told in words alone, and never that an alert stands: neither by the
     * alert nor by a duty about it. What is its own (a request of its own, a check) it may know to
     * be late.
     */
    private boolean hidesFrom(Owner owner, Optional<Fact> fact, Start start) {
        boolean ofAnAlert =
                start.fact().isEmpty()
                        || start.fact()
                                .filter(f ->
                                        f.body() instanceof SystemBody.AlertTold
                                                || f.body() instanceof SystemBody.AlertUndeliverable
                                                || f.body() instanceof SystemBody.AlertToRing)
                                .isPresent();
        return owner.agency() == Owner.Which.SOURCE
                && ofAnAlert
                && fact.map(Owners::source).filter(a -> hasType(a, AgencyType.HOUSING)).isPresent();
    }

    private static Optional<Recipient> told(Fact fact) {
        return switch (fact.body()) {
            case SystemBody.AlertTold t ->
                    Optional.of(new Recipient(t.agency(), new Role(t.role())));
            case SystemBody.AlertUndeliverable u ->
                    Optional.of(new Recipient(u.agency(), new Role(u.role())));
            case SystemBody.AlertToRing r ->
                    Optional.of(new Recipient(r.desk(), new Role(r.deskRole())));
            default -> Optional.empty();
        };
    }

    /** Whom a fact was sent to, or goes to, of those who owe a clock each for itself; each once. */
    List<AgencyId> addressees(Collection<Owner> owners, Optional<Fact> fact) {
        return owners.stream()
                .flatMap(o ->
                        switch (o.agency()) {
                            case ADDRESSEE -> addressees(o, fact).stream();
                            case RECORDER -> fact.stream().flatMap(this::recorders);
                            default -> Stream.<AgencyId>of();
                        })
                .distinct()
                .toList();
    }

    private static Recipient as(Owner owner, Recipient told) {
        return new Recipient(told.agency(), owner.role().orElse(told.role()));
    }

    /** Whose entry it is; of what Sightline told, whose entry raised it. */
    private static AgencyId source(Fact fact) {
        return switch (fact.body()) {
            case SystemBody.AlertTold t -> t.from();
            case SystemBody.AlertUndeliverable u -> u.from();
            case SystemBody.AlertToRing r -> r.from();
            case SystemBody.TouchpointAnswered t -> t.agency();
            default -> fact.source();
        };
    }

    private Collection<AgencyId> agencies(Owner owner, Optional<Fact> fact, Start start) {
        List<AgencyId> source = fact.map(Owners::source).stream().toList();
        List<AgencyId> named =
                switch (owner.agency()) {
                    case RESPONSIBLE -> responsible(owner);
                    case SOURCE -> ofType(owner, source.stream());
                    case HOLDER -> ofType(owner, holder(start).stream());
                    case ADDRESSEE ->
                            start.addressee()
                                    .map(List::of)
                                    .orElseGet(() -> addressees(owner, fact));
                    case RECORDER ->
                            start.addressee()
                                    .map(List::of)
                                    .orElseGet(
                                            () -> fact.stream().flatMap(this::recorders).toList());
                    case FROM -> fact.flatMap(Owners::from).stream().toList();
                    case TOLD, FIRST, SUPERVISOR, AREA_LEAD -> List.of();
                };
        if (!named.isEmpty()) {
            return named;
        }
        List<AgencyId> responsible = responsible(owner);
        return responsible.isEmpty() ? source : responsible;
    }

    /** Of what social care wrote who has that case since; of anything else who has the case. */
    private Optional<AgencyId> holder(Start start) {
        return start.fact()
                .filter(f -> hasType(source(f), AgencyType.CHILDRENS_SOCIAL_CARE))
                .map(f ->
                        HandOvers.holderOfCase(
                                situation.around().selves(), source(f), f.times().recorded()))
                .or(() -> CaseHandOvers.of(situation).holder());
    }

    private List<AgencyId> ofType(Owner owner, Stream<AgencyId> agencies) {
        return agencies.filter(a -> owner.type().map(t -> hasType(a, t)).orElse(true)).toList();
    }

    private Optional<Fact> newestEvidence(Start start) {
        List<Fact> facts = situation.around().facts(start.evidence());
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts.getLast());
    }

    private List<AgencyId> responsible(Owner owner) {
        return owner.type().map(t -> situation.recipients().responsible(t)).orElse(List.of());
    }

    private List<AgencyId> addressees(Owner owner, Optional<Fact> fact) {
        return ofType(owner, fact.map(f -> f.references().addressees()).orElse(List.of()).stream());
    }

    /** In the order of what they recorded; what is decided or recorded later changes nothing. */
    private Stream<AgencyId> recorders(Fact asked) {
        Individual subject = situation.subject();
        return subject.about(Residence.class).stream()
                .map(Entry::fact)
                .filter(f -> f.position() < asked.position() && f.place().isPresent())
                .filter(f -> Registers.health(situation.directory(), f.source()))
                .filter(f -> !toldBefore(subject, f, asked))
                .map(Fact::source)
                .distinct();
    }

    private static boolean toldBefore(Individual subject, Fact address, Fact asked) {
        return subject.entries(Disclosure.class).stream()
                .filter(e -> e.body().made() && e.fact().position() < asked.position())
                .anyMatch(e -> e.fact().references().regarding().contains(address.id().message()));
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
            case SchoolBody.SchoolRoll roll when roll.joined() -> roll.other();
            default -> Optional.empty();
        };
    }
}
