package sightline.core.register;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.RiskMarker;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody.BorderEntry;
import sightline.core.facts.PoliceBody.PoliceVisit;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.When;
import sightline.core.register.Happening.Assessed;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Died;
import sightline.core.register.Happening.Entered;
import sightline.core.register.Happening.Found;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Lost;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.OrderEnded;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Happening.SetAside;
import sightline.core.register.Happening.Stayed;
import sightline.core.register.Happening.Visited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A registered life as the facts have it: every agency's, not only what the person told. A home
 * that another agency recorded is a change to be told, whoever learnt of it (Southampton).
 *
 * @see Registrations
 */
public final class Recorded {
    private static final Set<VisitOutcome> SEEN =
            EnumSet.of(
                    VisitOutcome.SEEN,
                    VisitOutcome.SEEN_ALONE,
                    VisitOutcome.SEEN_NOT_EXAMINABLE,
                    VisitOutcome.SEEN_AT_A_DISTANCE);

    /**
     * One happening, and the fact that tells of it.
     *
     * @param sure how sure it is that the record it hangs on is this person's
     */
    public record Sourced(Happening happening, Fact fact, Certainty sure) {
        static Sourced of(Entry<?> entry, Happening happening) {
            return new Sourced(happening, entry.fact(), entry.certainty());
        }
    }

    private final Individual person;
    private final List<Stay> stays;
    private final List<Entry<RegisterNotification>> said;
    private final EntryEnds ends;
    private final List<Sourced> sourced = new ArrayList<>();

    private Recorded(Individual person, List<Stay> stays, HandOvers handOvers, String pack) {
        this.person = person;
        this.stays = stays;
        this.said =
                person.about(RegisterNotification.class).stream()
                        .filter(e -> e.body().pack().equalsIgnoreCase(pack))
                        .toList();
        this.ends = new EntryEnds(person, handOvers, said);
    }

    /**
     * The life of somebody, as one register looks at it.
     *
     * @param stays where the person lived and stayed
     * @param pack the register: notices given under another are not given under this one
     */
    public static RegisteredLife life(Individual person, List<Stay> stays, RegisterPack pack) {
        HandOvers handOvers =
                HandOvers.of(
                        person,
                        HandOver.Handed.REGISTERED_PERSON,
                        _ -> false,
                        HandOvers.Holding.ANYBODY,
                        Optional.empty());
        return of(person, stays, List.of(), Renamed.of(person), handOvers, pack).life();
    }

    /**
     * The same with the facts that tell of it, of somebody who began to live with children and who
     * may have been handed over.
     *
     * @param stays where the person lived and stayed
     * @param children when they began to live or stay with a child
     * @param renamed under which names the person came to be known
     * @param handOvers of the person between those who keep registers
     * @param pack the register
     */
    public static Recorded of(
            Individual person,
            List<Stay> stays,
            List<WithChild> children,
            Renamed renamed,
            HandOvers handOvers,
            RegisterPack pack) {
        var recorded = new Recorded(person, stays, handOvers, pack.key());
        recorded.justice(pack.sameRelease());
        recorded.register();
        recorded.places();
        recorded.names(renamed);
        recorded.children(children);
        return recorded;
    }

    /** Whether anything is recorded of somebody that could put them on any register. */
    public static boolean concerns(Individual person) {
        return !person.about(RegisterNotification.class).isEmpty()
                || !person.about(Supervision.class).isEmpty()
                || !person.about(RiskMarker.class).isEmpty()
                || person.entries(Conviction.class).stream().anyMatch(e -> person.did(e.fact()));
    }

    /** The life, as the register's clocks take it. */
    public RegisteredLife life() {
        Optional<LocalDate> born =
                person.born().filter(PartialDate.Day.class::isInstance).map(PartialDate::earliest);
        return new RegisteredLife(born, sourced.stream().map(Sourced::happening).toList());
    }

    /** What happened, with the facts that tell of it, in the order of the ledger within a kind. */
    public List<Sourced> sourced() {
        return List.copyOf(sourced);
    }

    /**
     * What began something that is owed; empty where the records that began it are gone.
     *
     * @param owed one of the obligations of this life
     */
    public Optional<Sourced> basis(Obligation owed) {
        return sourced.stream()
                .filter(s -> begins(owed, s.happening()))
                .reduce((one, other) -> earlier(one, other) ? one : other);
    }

    /** Of several that say the same, what was known first. */
    private static boolean earlier(Sourced one, Sourced other) {
        int days = one.happening().day().compareTo(other.happening().day());
        return days != 0
                ? days > 0
                : !one.fact().times().received().isAfter(other.fact().times().received());
    }

    private static boolean begins(Obligation owed, Happening happening) {
        LocalDate day = owed.start();
        return switch (owed.notice()) {
            case INITIAL -> puts(happening) && !happening.day().isAfter(day);
            case PERIODIC -> happening instanceof Notified n && n.day().equals(day);
            case TRAVEL -> happening instanceof Gone g && g.day().equals(day);
            case RELEASE, RETURN -> happening instanceof Back b && b.day().equals(day);
            case STAY -> happening instanceof Stayed s && s.days().contains(day);
            case HOME, NAME, CHILD ->
                    happening instanceof Changed c
                            && c.day().equals(day)
                            && c.notice() == owed.notice();
        };
    }

    private static boolean puts(Happening happening) {
        return happening instanceof Convicted
                || happening instanceof Ordered
                || happening instanceof Entered
                || happening instanceof Marked;
    }

    /** The notice that met something that was owed: of that day, else the last before it. */
    public Optional<Fact> met(Obligation owed) {
        return owed.met()
                .flatMap(day ->
                        sourced.stream()
                                .filter(s ->
                                        s.happening() instanceof Notified n
                                                && !n.day().isAfter(day))
                                .reduce((known, next) -> before(next, known) ? known : next)
                                .map(Sourced::fact));
    }

    private static boolean before(Sourced first, Sourced second) {
        return first.happening().day().isBefore(second.happening().day());
    }

    /** The newest home that was notified under this register, by a day. */
    public Optional<Stay> notifiedHome(LocalDate day) {
        return stays.stream()
                .filter(s -> s.days().from().filter(from -> !from.isAfter(day)).isPresent())
                .filter(s -> notified(s.basis()))
                .reduce((_, last) -> last);
    }

    /** Whether a fact was told in a notice under this register. */
    public boolean notified(Fact fact) {
        return sourced.stream()
                .filter(s -> s.happening() instanceof Notified)
                .anyMatch(s -> s.fact().id().message().equals(fact.id().message()));
    }

    private void justice(Optional<RegisterPack.SameRelease> sameRelease) {
        Convictions convictions = Convictions.of(person);
        sourced.addAll(convictions.found());
        sourced.addAll(convictions.setAside());
        died();
        sourced.addAll(Custody.of(person, convictions, sameRelease));
        person.about(Supervision.class).forEach(this::ordered);
        person.about(RiskMarker.class).forEach(this::marked);
        person.about(BorderEntry.class).forEach(this::crossed);
    }

    private void marked(Entry<RiskMarker> entry) {
        RiskMarker body = entry.body();
        add(entry, body.set() ? new Marked(entry.day(), body.review()) : new SetAside(entry.day()));
    }

    private void crossed(Entry<BorderEntry> entry) {
        LocalDate day = entry.day();
        add(
                entry,
                entry.body().entering() ? new Back(day, Away.ABROAD) : new Gone(day, Away.ABROAD));
    }

    private void add(Entry<?> entry, Happening happening) {
        sourced.add(Sourced.of(entry, happening));
    }

    private void died() {
        person.died()
                .ifPresent(day ->
                        Stream.<Entry<?>>concat(
                                        person.about(PersonBody.Person.class).stream()
                                                .filter(e -> e.body().died().isPresent()),
                                        person.about(CareBody.SeriousIncident.class).stream()
                                                .filter(e -> e.body().died()))
                                .findFirst()
                                .ifPresent(e -> add(e, new Died(day))));
    }

    private void ordered(Entry<Supervision> entry) {
        Supervision body = entry.body();
        add(
                entry,
                body.stage() == SupervisionStage.ENDED
                        ? new OrderEnded(entry.day(), body.type())
                        : new Ordered(entry.day(), body.type(), body.ends()));
    }

    private void register() {
        said.forEach(this::notified);
        person.about(PoliceVisit.class)
                .forEach(e -> add(e, new Visited(e.day(), SEEN.contains(e.body().outcome()))));
    }

    private void notified(Entry<RegisterNotification> entry) {
        NotificationType type = entry.body().type();
        switch (type) {
            case ENTERED -> {
                ends.enteredAgain();
                add(entry, new Entered(entry.day(), entry.body().periodEnds()));
            }
            case ENDED -> ends.take(entry).ifPresent(sourced::add);
            case WHEREABOUTS_UNKNOWN -> add(entry, new Lost(entry.day()));
            case FOUND -> add(entry, new Found(entry.day()));
            case RISK_ASSESSED ->
                    entry.body()
                            .risk()
                            .ifPresent(r ->
                                    add(
                                            entry,
                                            new Assessed(
                                                    entry.day(), RiskLevel.valueOf(r.name()))));
            case STAY_ELSEWHERE -> told(entry, Notice.STAY);
            case RELEASE -> told(entry, Notice.RELEASE);
            case INITIAL -> told(entry, Notice.INITIAL);
            case CHANGE_OF_ADDRESS -> told(entry, Notice.HOME);
            case CHANGE_OF_NAME -> told(entry, Notice.NAME);
            case PERIODIC -> told(entry, Notice.PERIODIC);
            case FOREIGN_TRAVEL -> told(entry, Notice.TRAVEL);
            case CHILD_IN_HOUSEHOLD -> told(entry, Notice.CHILD);
        }
    }

    /**
     * That the keeper said that the entry ended, while nobody is known to have taken over and the
     * person was not entered again: whether anything still runs is for whoever asks.
     */
    public Optional<Fact> waits() {
        return ends.waits();
    }

    private void told(Entry<RegisterNotification> entry, Notice notice) {
        add(
                entry,
                new Notified(entry.day(), notice, entry.body().expected(), entry.body().noHome()));
    }

    /**
     * A first home is no change; a home elsewhere later is, and a stay elsewhere may be one. A home
     * that was told in a notice is told, whichever day its message gives it; a former home that is
     * written down again without a day is an old record and no move.
     */
    private void places() {
        Optional<PlaceId> home = Optional.empty();
        Set<PlaceId> former = new HashSet<>();
        for (Stay stay : stays) {
            if (stay.kind() == PersonBody.Stay.HOME && !old(stay, former)) {
                boolean elsewhere = home.filter(h -> !h.equals(stay.place())).isPresent();
                if (elsewhere && !notified(stay.basis())) {
                    stay.days().from().ifPresent(day -> add(stay, new Changed(day, Notice.HOME)));
                }
                home = Optional.of(stay.place());
                former.add(stay.place());
            } else if (stay.kind() != PersonBody.Stay.HOME && stay.days().from().isPresent()) {
                add(stay, new Stayed(stay.days(), stay.place().value()));
            }
        }
    }

    /**
     * A name that anybody recorded and nobody knew before is a change to be told: a deed poll is
     * known to a bank or a practice first. One that came in a notice is told; a notice of a change
     * of name that names none was of the next that is recorded.
     */
    private void names(Renamed renamed) {
        List<LocalDate> told = new ArrayList<>(toldWithoutName());
        for (Entry<PersonBody.Person> entry : renamed.entries()) {
            if (!notified(entry.fact()) && !tookOne(told, entry.day())) {
                add(entry, new Changed(entry.day(), Notice.NAME));
            }
        }
    }

    private static boolean tookOne(List<LocalDate> told, LocalDate day) {
        return told.stream().filter(t -> !t.isAfter(day)).findFirst().map(told::remove).isPresent();
    }

    /** The days of the notices of a change of name with which no name was recorded. */
    private List<LocalDate> toldWithoutName() {
        Set<MessageRef> named =
                person.about(PersonBody.Person.class).stream()
                        .filter(e -> !e.body().names().isEmpty())
                        .map(e -> e.fact().id().message())
                        .collect(Collectors.toSet());
        return said.stream()
                .filter(e -> e.body().type() == NotificationType.CHANGE_OF_NAME)
                .filter(e -> !named.contains(e.fact().id().message()))
                .map(Entry::day)
                .toList();
    }

    /** Told in a notice, it is told, whichever day the notice's message gives it. */
    private void children(List<WithChild> children) {
        children.stream()
                .filter(c -> !notified(c.fact()))
                .forEach(c ->
                        sourced.add(
                                new Sourced(
                                        new Changed(c.day(), Notice.CHILD), c.fact(), c.sure())));
    }

    private static boolean old(Stay stay, Set<PlaceId> former) {
        return stay.basis().times().happened() instanceof When.Unknown
                && former.contains(stay.place());
    }

    private void add(Stay stay, Happening happening) {
        Certainty sure =
                stay.basis().participants().stream()
                        .filter(p -> person.has(p.record()))
                        .map(p -> person.certaintyOf(p.record()))
                        .min(Comparator.naturalOrder())
                        .orElse(Certainty.NOT_KNOWN);
        sourced.add(new Sourced(happening, stay.basis(), sure));
    }
}
