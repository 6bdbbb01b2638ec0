package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.Occupancy;
import sightline.core.facts.PersonBody;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns "social care" into the agency that is responsible for the subject on that day: by the area
 * in which the newest home lies, else by that of whoever recorded it or the subject last.
 */
public final class Recipients {
    private final Situation situation;
    private final Map<AgencyType, List<AgencyId>> involved = new EnumMap<>(AgencyType.class);
    private Optional<List<AreaId>> areas = Optional.empty();
    private Optional<List<AgencyId>> sources = Optional.empty();

    Recipients(Situation situation) {
        this.situation = situation;
    }

    /** The role at the responsible area's agency of that type; several where several serve it. */
    public Set<Recipient> at(AgencyType type, Role role) {
        Set<Recipient> found = new LinkedHashSet<>();
        responsible(type).forEach(agency -> found.add(new Recipient(agency, role)));
        return found;
    }

    /** The role at the agency that asserted a fact. */
    public Recipient sourceOf(Fact fact, Role role) {
        return new Recipient(fact.source(), role);
    }

    /** The agencies of that type that serve the subject today. */
    public List<AgencyId> responsible(AgencyType type) {
        List<AgencyId> involved = involved(type);
        List<AgencyId> serving = new ArrayList<>();
        for (AreaId area : areas()) {
            responsible(area, type).ifPresent(serving::add);
            if (!serving.isEmpty()) {
                return serving;
            }
        }
        return involved.stream().limit(1).toList();
    }

    /**
     * Of those of that type that serve an area the one that recorded the subject last, else the
     * first: one at home there before one of elsewhere.
     */
    private Optional<AgencyId> responsible(AreaId area, AgencyType type) {
        List<AgencyId> ids = answering(area, type).map(Agency::id).toList();
        return involved(type).stream()
                .filter(ids::contains)
                .findFirst()
                .or(() -> ids.stream().findFirst());
    }

    /** The role at the agency of that type in an area, whoever is responsible for the subject. */
    Set<Recipient> at(AreaId area, AgencyType type, Role role) {
        return responsible(area, type).stream()
                .map(agency -> new Recipient(agency, role))
                .collect(Collectors.toSet());
    }

    /** The area in which the place of a fact lies, else that of whoever knows where it is. */
    Optional<AreaId> areaOf(Fact fact) {
        return ground(situation, fact).or(() -> recordedIn(whoKnows(fact)));
    }

    /**
     * The home of whoever recorded a home; of several areas that it serves the one in which the
     * subject was last for sure, for then it recorded no move out of that (see {@link Moves}).
     */
    private Optional<AreaId> recordedIn(Fact home) {
        List<AreaId> served = servedBy(home);
        return Optional.of(served)
                .filter(s -> s.size() > 1)
                .flatMap(_ -> lastSureBefore(home))
                .filter(served::contains)
                .or(() -> areaOf(home.source()));
    }

    private Optional<AreaId> lastSureBefore(Fact home) {
        return newestFirst().stream()
                .filter(f -> lives(f) && f.times().recorded().isBefore(home.times().recorded()))
                .flatMap(f -> sure(f).stream())
                .findFirst();
    }

    /** Where a home lies that its address or the one area of a service of homes tells. */
    private Optional<AreaId> sure(Fact home) {
        return ground(situation, home)
                .map(area -> situation.directory().current(area, situation.today()))
                .or(() ->
                        Optional.of(servedBy(home))
                                .filter(s -> s.size() == 1)
                                .filter(_ ->
                                        typeOf(home.source()).filter(Moves::ofItsArea).isPresent())
                                .map(List::getFirst));
    }

    /** The areas that the source of a fact served when it was recorded, as they are today. */
    private List<AreaId> servedBy(Fact fact) {
        LocalDate recorded = London.day(fact.times().recorded());
        return situation.directory().agency(fact.source()).stream()
                .flatMap(a -> a.areas(recorded).stream())
                .map(area -> situation.directory().current(area, situation.today()))
                .distinct()
                .toList();
    }

    /**
     * A hospital or an ambulance repeats the home that it is told, wherever that lies: the last who
     * serves the homes of its own area, else the first who recorded this one.
     */
    private Fact whoKnows(Fact fact) {
        List<Fact> same =
                situation.around().placeOf(fact).stream()
                        .flatMap(place ->
                                situation.subject().facts().stream()
                                        .filter(f -> Occupancy.of(f.body()).isPresent())
                                        .filter(f ->
                                                situation
                                                        .around()
                                                        .placeOf(f)
                                                        .filter(place::equals)
                                                        .isPresent()))
                        .toList();
        return same.stream()
                .filter(f -> typeOf(f.source()).filter(Moves::ofItsArea).isPresent())
                .reduce((_, later) -> later)
                .or(() -> same.stream().findFirst())
                .orElse(fact);
    }

    private Stream<Agency> answering(AreaId area, AgencyType type) {
        return situation.directory().answering(area, type, situation.today()).stream();
    }

    /** The same role at whoever has the agency's work today. */
    public Recipient current(Recipient recipient) {
        return new Recipient(
                situation.directory().current(recipient.agency(), situation.today()),
                recipient.role());
    }

    /** Agencies of that type that recorded the subject, newest first. */
    public List<AgencyId> involved(AgencyType type) {
        return involved.computeIfAbsent(
                type,
                t ->
                        sources().stream()
                                .filter(source -> typeOf(source).filter(t::equals).isPresent())
                                .toList());
    }

    /** Agencies that recorded the subject, newest first, each once. */
    private List<AgencyId> sources() {
        List<AgencyId> known =
                sources.orElseGet(
                        () -> newestFirst().stream().map(Fact::source).distinct().toList());
        sources = Optional.of(known);
        return known;
    }

    private Optional<AgencyType> typeOf(AgencyId agency) {
        return situation.directory().agency(agency).map(Agency::type);
    }

    /**
     * The named lead of the subject's area, who owes what nobody else can be reached for; the role
     * at its partnership or social care where the post is not filled in; whoever runs Sightline
     * where the directory has neither.
     */
    public Recipient lead() {
        List<AreaId> areas = areas();
        return areas.stream()
                .flatMap(a -> situation.directory().leadOf(a, situation.today()).stream())
                .map(p -> new Recipient(p.agency(), p.role()))
                .findFirst()
                .or(() -> areas.stream().flatMap(a -> unfilled(a).stream()).findFirst())
                .orElse(Recipient.OPERATOR);
    }

    /**
     * The data steward of the area's partnership, else of its social care; else the area's lead.
     */
    Recipient steward() {
        return areas().stream()
                .flatMap(area ->
                        Stream.of(AgencyType.PARTNERSHIP, AgencyType.CHILDRENS_SOCIAL_CARE)
                                .flatMap(t -> open(area, t).stream()))
                .map(a -> new Recipient(a.id(), Role.DATA_STEWARD))
                .findFirst()
                .orElseGet(this::lead);
    }

    private List<Agency> open(AreaId area, AgencyType type) {
        return situation.directory().agenciesIn(area, type, situation.today());
    }

    /** Social care's duty managers; the area's lead where it has none. */
    Set<Recipient> dutyManagers() {
        Set<Recipient> managers = at(AgencyType.CHILDRENS_SOCIAL_CARE, Role.DUTY_MANAGER);
        return managers.isEmpty() ? Set.of(lead()) : managers;
    }

    /**
     * Whoever rings people who must be woken: the alert desk of the subject's area, else its lead.
     */
    public Recipient desk() {
        LocalDate today = situation.today();
        return areas().stream()
                .flatMap(area ->
                        Stream.of(AgencyType.PARTNERSHIP, AgencyType.CHILDRENS_SOCIAL_CARE)
                                .flatMap(t -> answering(area, t)))
                .flatMap(a -> situation.directory().post(a.id(), Role.ALERT_DESK, today).stream())
                .map(p -> new Recipient(p.agency(), p.role()))
                .findFirst()
                .orElseGet(this::lead);
    }

    private Optional<Recipient> unfilled(AreaId area) {
        return Stream.of(AgencyType.PARTNERSHIP, AgencyType.CHILDRENS_SOCIAL_CARE)
                .flatMap(t -> answering(area, t))
                .map(a -> new Recipient(a.id(), Role.AREA_LEAD))
                .findFirst();
    }

    /** The area that is responsible for the subject, where any is known. */
    public Optional<AreaId> area() {
        return areas().stream().findFirst();
    }

    /**
     * Areas in the order in which they are responsible: residence, social care, last record.
     * Whoever ends a plan becomes responsible for nobody by it.
     */
    public List<AreaId> areas() {
        List<AreaId> known = areas.orElseGet(this::inOrder);
        areas = Optional.of(known);
        return known;
    }

    private List<AreaId> inOrder() {
        Set<AreaId> areas = new LinkedHashSet<>();
        List<Fact> facts = newestFirst();
        facts.stream()
                .filter(f -> lives(f) || (f.body() instanceof CareBody.Plan plan && plan.started()))
                .forEach(f -> areaOf(f).ifPresent(areas::add));
        sources().forEach(source -> areaOf(source).ifPresent(areas::add));
        return areas.stream()
                .map(a -> situation.directory().current(a, situation.today()))
                .distinct()
                .toList();
    }

    /** Whoever is seen on a visit lives elsewhere. */
    private static boolean lives(Fact fact) {
        return Occupancy.of(fact.body()).filter(s -> s != PersonBody.Stay.VISITING).isPresent();
    }

    /** The area in which the place of a fact lies. */
    static Optional<AreaId> ground(Situation situation, Fact fact) {
        return fact.place()
                .flatMap(p -> situation.directory().areaOf(p.line().value(), p.postcode()));
    }

    /** Its home: having a record with somebody places nobody in a further area that it serves. */
    private Optional<AreaId> areaOf(AgencyId agency) {
        return situation.directory().agency(agency).map(Agency::area);
    }

    private List<Fact> newestFirst() {
        Individual subject = situation.subject();
        List<Fact> facts = new ArrayList<>(subject.facts());
        facts.sort(Comparator.comparing((Fact f) -> f.times().recorded()).reversed());
        return facts;
    }
}
