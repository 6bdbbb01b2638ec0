package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.Role;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.RiskMarker;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.HandOver.Handed;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.HandOvers;
import sightline.core.register.HandOvers.Acceptance;
import sightline.core.register.Recorded;
import sightline.core.register.RegisterEntry;
import sightline.core.register.RegisterPack;
import sightline.core.register.Registration;
import sightline.core.register.Registrations;
import sightline.core.register.Renamed;
import sightline.core.register.WithChild;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the subject of a situation stands under the registers, and who answers for them. */
public final class Registers {

    /**
     * One register.
     *
     * @param recorded the life that it looks at, with the facts that tell of it
     */
    public record Standing(RegisterPack pack, Recorded recorded, Registration registration) {}

    private static final Set<AgencyType> HEALTH =
            EnumSet.of(
                    AgencyType.GP,
                    AgencyType.HOSPITAL,
                    AgencyType.MATERNITY,
                    AgencyType.HEALTH_VISITING,
                    AgencyType.SCHOOL_NURSING,
                    AgencyType.AMBULANCE);

    private final Situation situation;
    private final List<Standing> standings;
    private Optional<Recipient> keeper = Optional.empty();

    private Registers(Situation situation, List<Standing> standings) {
        this.situation = situation;
        this.standings = List.copyOf(standings);
    }

    /** Under these packs, as far as each may hold for the subject. */
    public static Registers of(Situation situation, Collection<RegisterPack> packs) {
        Individual person = situation.subject();
        if (packs.isEmpty() || !Recorded.concerns(person)) {
            return new Registers(situation, List.of());
        }
        Set<Nation> nations =
                situation.recipients().areas().stream()
                        .flatMap(a -> situation.directory().area(a).stream())
                        .map(Area::nation)
                        .collect(Collectors.toSet());
        WorkingCalendar calendar =
                situation.recipients().areas().stream()
                        .findFirst()
                        .map(situation.directory()::calendar)
                        .orElseGet(() -> WorkingCalendar.of(Nation.ENGLAND));
        List<RegisterPack> held = packs.stream().filter(p -> p.heldIn(nations)).toList();
        List<WithChild> children =
                held.stream().anyMatch(Registers::asksOfChildren)
                        ? ChildrenAtHome.of(situation)
                        : List.of();
        Renamed renamed = Renamed.of(person);
        HandOvers handOvers = handOvers(situation);
        List<Standing> standings = new ArrayList<>();
        for (RegisterPack pack : held) {
            Recorded recorded =
                    Recorded.of(
                            person,
                            situation.around().stays(person.id()),
                            asksOfChildren(pack) ? children : List.of(),
                            renamed,
                            handOvers,
                            pack);
            Registration registration =
                    Registrations.of(pack, recorded.life(), calendar, situation.today());
            standings.add(new Standing(pack, recorded, registration));
        }
        return new Registers(situation, standings);
    }

    private static boolean asksOfChildren(RegisterPack pack) {
        return pack.notices().child().isPresent();
    }

    /** Each register that is switched on and may hold for the subject, in the order of packs. */
    public List<Standing> all() {
        return standings;
    }

    /** Those that anything ever put the subject under. */
    public Stream<Standing> covering() {
        return standings.stream().filter(s -> s.registration().coverage().covered());
    }

    /** The lines of the lists of the registers that ever covered the subject. */
    public List<RegisterEntry> entries() {
        return covering()
                .flatMap(s ->
                        RegisterEntry.of(s.registration(), keeper().agency(), offeredTo()).stream())
                .toList();
    }

    /** The next moment at which time alone changes where the subject stands under any of them. */
    public Optional<Instant> recheckAt() {
        return standings.stream()
                .flatMap(s -> s.registration().next().stream())
                .min(LocalDate::compareTo)
                .map(London::startOf);
    }

    /**
     * Who answers for the subject on every register: whoever last accepted a hand-over (or entered
     * them since, where that was an area which is not here), else the police who entered them
     * first, else the police of where they live, else the area's lead. An offer changes nothing
     * until it is accepted.
     */
    public Recipient keeper() {
        Recipient known = keeper.orElseGet(this::answering);
        keeper = Optional.of(known);
        return known;
    }

    private Recipient answering() {
        return handOvers()
                .acceptance()
                .map(a -> enteredAgain(a).orElse(a.by()))
                .or(() -> entered(situation))
                .or(() ->
                        situation.recipients().responsible(AgencyType.POLICE).stream().findFirst())
                .map(agency -> new Recipient(agency, Role.REGISTER_KEEPER))
                .map(situation.recipients()::current)
                .orElseGet(() -> situation.recipients().lead());
    }

    /** Whoever entered the subject since an area took them that cannot hand them back here. */
    private Optional<AgencyId> enteredAgain(HandOvers.Acceptance acceptance) {
        return situation.subject().about(RegisterNotification.class).stream()
                .filter(_ -> acceptance.elsewhere())
                .filter(e -> e.body().type() == NotificationType.ENTERED)
                .map(Entry::fact)
                .filter(f -> f.position() > acceptance.entry().fact().position())
                .map(Fact::source)
                .reduce((_, last) -> last);
    }

    /** To whom the subject is offered, as long as that neither accepted nor refused. */
    public Optional<AgencyId> offeredTo() {
        return handOvers().open().map(HandOvers.Offer::to);
    }

    /**
     * Where the keeper said that an entry ended and it runs on: an order or a sentence does, and no
     * other area is known to have taken over. The person is the keeper's until one has.
     */
    public Optional<Fact> waits() {
        return covering()
                .filter(s -> s.pack().status() == RegisterPack.Status.IN_FORCE)
                .filter(s -> s.registration().state().under())
                .flatMap(s -> s.recorded().waits().stream())
                .min(Comparator.comparingLong(Fact::position));
    }

    /** Every hand-over of the subject as a registered person. */
    public HandOvers handOvers() {
        return handOvers(situation);
    }

    private static HandOvers handOvers(Situation situation) {
        return HandOvers.of(
                situation.subject(),
                Handed.REGISTERED_PERSON,
                a -> police(situation, a),
                (a, since, before) -> has(situation, a, since, before),
                entered(situation));
    }

    /**
     * Whether an agency has the subject by its own word. Once somebody accepted them: by that, or
     * by entering them for a day since then, which a register that is brought in again does not.
     * Before that: whoever entered them, notified of them or set a marker; where nobody entered
     * them, a force. Whoever took an agency's place has what it had.
     */
    private static boolean has(
            Situation situation, AgencyId agency, Optional<Acceptance> since, long before) {
        List<Entry<RegisterNotification>> told =
                before(situation, RegisterNotification.class, before);
        List<Entry<RegisterNotification>> entered =
                told.stream().filter(e -> e.body().type() == NotificationType.ENTERED).toList();
        if (since.isPresent()) {
            Fact accepted = since.get().entry().fact();
            LocalDate day = London.day(accepted.times().received());
            return isOf(situation, since.get().by(), agency)
                    || entered.stream()
                            .filter(e -> e.fact().position() > accepted.position())
                            .filter(e -> !e.day().isBefore(day))
                            .anyMatch(e -> isOf(situation, e.fact().source(), agency));
        }
        return (police(situation, agency) && entered.isEmpty())
                || Stream.concat(
                                told.stream(), before(situation, RiskMarker.class, before).stream())
                        .anyMatch(e -> isOf(situation, e.fact().source(), agency));
    }

    private static <B extends Body> List<Entry<B>> before(
            Situation situation, Class<B> kind, long position) {
        return situation.subject().about(kind).stream()
                .filter(e -> e.fact().position() < position)
                .toList();
    }

    /** Whether what one agency has is another's: they are one, or it took that one's place. */
    static boolean isOf(Situation situation, AgencyId whose, AgencyId agency) {
        Recipient keeper = new Recipient(whose, Role.REGISTER_KEEPER);
        return whose.equals(agency)
                || situation.recipients().current(keeper).agency().equals(agency);
    }

    /**
     * Whether an agency kept the register of the subject by then: it accepted them last, or nobody
     * had and it had recorded them on one.
     */
    static boolean kept(Situation situation, AgencyId agency, long before) {
        return handOvers(situation).acceptances().stream()
                .filter(a -> a.entry().fact().position() < before)
                .reduce((_, last) -> last)
                .map(a -> isOf(situation, a.by(), agency))
                .orElseGet(() ->
                        before(situation, RegisterNotification.class, before).stream()
                                .anyMatch(e -> isOf(situation, e.fact().source(), agency)));
    }

    private static boolean police(Situation situation, AgencyId agency) {
        return situation
                .directory()
                .agency(agency)
                .map(Agency::type)
                .filter(AgencyType.POLICE::equals)
                .isPresent();
    }

    /**
     * Whether a health service recorded it and nobody there decided to disclose it: a keeper is
     * told that an address differs, and neither which nor by whom. A disclosure names what it
     * discloses.
     */
    public boolean keptByHealth(Fact fact) {
        return keptByHealth(situation.directory(), situation.subject(), fact);
    }

    /** The same of anybody: whether a fact about a person is health's alone until it decides. */
    public static boolean keptByHealth(Directory directory, Individual person, Fact fact) {
        return health(directory, fact.source())
                && person.entries(Disclosure.class).stream()
                        .filter(e -> e.body().made() && !e.body().basis().isBlank())
                        .filter(e -> health(directory, e.fact().source()))
                        .noneMatch(e ->
                                e.fact().references().regarding().contains(fact.id().message()));
    }

    /** Whether an agency is a health service. */
    public static boolean health(Directory directory, AgencyId agency) {
        return directory.agency(agency).map(Agency::type).filter(HEALTH::contains).isPresent();
    }

    private static Optional<AgencyId> entered(Situation situation) {
        return situation.subject().about(RegisterNotification.class).stream()
                .map(e -> e.fact().source())
                .findFirst();
    }
}
