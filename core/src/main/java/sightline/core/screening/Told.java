package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.PersonBody;
import sightline.core.household.Entry;
import sightline.core.household.Stay;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.screening.Matter.Kind;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the rules about a child tell, and what they say about sharing. */
final class Told {
    private static final int DAYS_WHERE_FOUND = 1;
    private static final Set<PersonBody.Stay> VISITS =
            EnumSet.of(PersonBody.Stay.STAYING, PersonBody.Stay.VISITING);

    private Told() {}

    /**
     * Of the area where the child is; and of whoever holds a plan for the child, who placed the
     * child there or has not handed the plan over.
     */
    static Set<Recipient> socialCareManager(Child child) {
        Recipients recipients = child.situation().recipients();
        Set<Recipient> told =
                new LinkedHashSet<>(
                        recipients.at(AgencyType.CHILDRENS_SOCIAL_CARE, Role.DUTY_MANAGER));
        Matters.apartFromReferrals(child).stream()
                .filter(m -> m.kind() == Kind.PROTECTION_PLAN || m.kind() == Kind.LOOKED_AFTER)
                .filter(m -> m.openAt(child.situation().now()))
                .flatMap(m -> m.agency().stream())
                .filter(a ->
                        child.typeOf(a)
                                .filter(AgencyType.CHILDRENS_SOCIAL_CARE::equals)
                                .isPresent())
                .map(a -> recipients.current(new Recipient(a, Role.DUTY_MANAGER)))
                .forEach(told::add);
        return told;
    }

    /**
     * Of an injury also that of the area where the child was seen with it today, in hospital, by an
     * ambulance or by police: it answers for whoever is found in its area (Children Act 1989
     * section 47(1)). Of a child who stays with somebody, also that of its home.
     */
    static Set<Recipient> socialCareManager(Child child, Collection<? extends Entry<?>> tellings) {
        Recipients recipients = child.situation().recipients();
        Set<Recipient> told = new LinkedHashSet<>(socialCareManager(child));
        Stream.concat(
                        tellings.stream()
                                .filter(t -> foundThere(child, t))
                                .flatMap(t -> recipients.areaOf(t.fact()).stream()),
                        homeOfWhoStays(child).stream())
                .distinct()
                .forEach(area ->
                        told.addAll(
                                recipients.at(
                                        area,
                                        AgencyType.CHILDRENS_SOCIAL_CARE,
                                        Role.DUTY_MANAGER)));
        return told;
    }

    private static boolean foundThere(Child child, Entry<?> telling) {
        LocalDate known = London.day(telling.fact().times().recorded());
        return child.isFrom(telling, AgencyType.HOSPITAL, AgencyType.AMBULANCE, AgencyType.POLICE)
                && !Order.day(telling).plusDays(DAYS_WHERE_FOUND).isBefore(known);
    }

    /** Whoever hides is at no address that is named here: a refuge is no visit. */
    private static Optional<AreaId> homeOfWhoStays(Child child) {
        LocalDate today = child.situation().today();
        List<Stay> open =
                child.situation().around().stays(child.individual().id()).stream()
                        .filter(s -> s.openOn(today))
                        .toList();
        boolean stays =
                open.stream().anyMatch(s -> VISITS.contains(s.kind()))
                        && open.stream().noneMatch(Told::shielded);
        return open.stream()
                .filter(s -> stays && s.kind() == PersonBody.Stay.HOME)
                .reduce((_, newer) -> newer)
                .flatMap(s -> child.situation().recipients().areaOf(s.basis()));
    }

    private static boolean shielded(Stay stay) {
        return stay.basis().sensitivity().sealed();
    }

    /** The same, of a child; of anybody else that of the area alone. */
    static Set<Recipient> socialCareManager(Situation situation) {
        return Child.in(situation)
                .map(Told::socialCareManager)
                .orElseGet(() ->
                        situation
                                .recipients()
                                .at(AgencyType.CHILDRENS_SOCIAL_CARE, Role.DUTY_MANAGER));
    }

    static Set<Recipient> paediatrician(Child child) {
        return child.situation().recipients().at(AgencyType.HOSPITAL, Role.PAEDIATRICIAN_ON_CALL);
    }

    /** Of the hospital that saw the injury, where one did: that is where the child is. */
    static Set<Recipient> paediatrician(Child child, Injury injury) {
        Set<Recipient> there =
                injury.tellings().stream()
                        .map(t -> t.fact().source())
                        .filter(a ->
                                child.typeOf(a).filter(AgencyType.HOSPITAL::equals).isPresent())
                        .map(a -> new Recipient(a, Role.PAEDIATRICIAN_ON_CALL))
                        .collect(Collectors.toSet());
        return there.isEmpty() ? paediatrician(child) : there;
    }

    static Set<Recipient> police(Child child) {
        return child.situation().recipients().at(AgencyType.POLICE, Role.INVESTIGATION_SUPERVISOR);
    }

    static Recipient leadOf(Entry<?> entry) {
        return new Recipient(entry.fact().source(), Role.SAFEGUARDING_LEAD);
    }

    /** Injuries: the family hears from a person, after the strategy discussion. */
    static Sharing ofInjury() {
        return new Sharing(
                List.of(
                        "social care, police and the paediatrician who are asked to act",
                        "the health visitor, school nurse and school, as social care decides"),
                List.of(
                        "anybody in the family before social care, police and the paediatrician"
                                + " have decided who speaks to them",
                        "anybody outside the agencies that work with this child"),
                List.of("social care's duty manager, with police and the paediatrician"));
    }

    /** How a case is run: between the services in it; the family by the owner. */
    static Sharing ofCase() {
        return new Sharing(
                List.of("the services that work with this child", "the referrer, that it was read"),
                List.of(
                        "who referred, where the referrer asked not to be named",
                        "anybody outside the services that work with this child"),
                List.of("social care's duty manager"));
    }

    /** What an owner of a matter is told of ordinary records. */
    static Sharing ofOwner() {
        return new Sharing(
                List.of("the owner of the open matter and those whom the owner names"),
                List.of("services that do not work with this child"),
                List.of("the owner of the open matter"));
    }
}
