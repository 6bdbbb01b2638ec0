package sightline.core.register;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Detained;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.RiskMarker;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.SuspicionEnded;
import sightline.core.facts.JusticeBody.SuspicionEnded.Ending;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.facts.PersonBody.PersonName.Use;
import sightline.core.facts.PoliceBody.BorderEntry;
import sightline.core.facts.PoliceBody.PoliceVisit;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.EntryAskedAbout;
import sightline.core.facts.SystemBody.EntryHeldElsewhere;
import sightline.core.facts.SystemBody.EntryTakenOver;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.identity.NamesKnown;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
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
import sightline.core.register.Happening.EntryEnded;
import sightline.core.register.Happening.Found;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.HandedOver;
import sightline.core.register.Happening.Lost;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.OrderEnded;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Happening.Quashed;
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
    /** How far apart two words may be that are of one release; not law, but practice's to say. */
    private static final int SAME_RELEASE_DAYS = 28;

    private static final Set<SentenceKind> INSIDE =
            EnumSet.of(SentenceKind.CUSTODY, SentenceKind.LIFE);
    private static final Set<SentenceKind> HOSPITAL =
            EnumSet.of(SentenceKind.HOSPITAL_ORDER, SentenceKind.HOSPITAL_WITH_RESTRICTION);
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
    public record Sourced(Happening happening, Fact fact, Certainty sure) {}

    private final Individual person;
    private final List<Stay> stays;
    private final HandOvers handOvers;
    private final String pack;
    private final List<Sourced> sourced = new ArrayList<>();
    private Optional<Fact> waits = Optional.empty();

    private Recorded(Individual person, List<Stay> stays, HandOvers handOvers, String pack) {
        this.person = person;
        this.stays = stays;
        this.handOvers = handOvers;
        this.pack = pack;
    }

    /**
     * The life of somebody, as one register looks at it.
     *
     * @param stays where the person lived and stayed
     * @param pack the register's key: notices given under another are not given under this one
     */
    public static RegisteredLife life(Individual person, List<Stay> stays, String pack) {
        HandOvers handOvers =
                HandOvers.of(
                        person,
                        HandOver.Handed.REGISTERED_PERSON,
                        _ -> false,
                        HandOvers.Holding.ANYBODY,
                        Optional.empty());
        return of(person, stays, List.of(), handOvers, pack).life();
    }

    /**
     * The same with the facts that tell of it, of somebody who began to live with children and who
     * may have been handed over.
     *
     * @param stays where the person lived and stayed
     * @param children when they began to live or stay with a child
     * @param handOvers of the person between those who keep registers
     * @param pack the register's key
     */
    public static Recorded of(
            Individual person,
            List<Stay> stays,
            List<WithChild> children,
            HandOvers handOvers,
            String pack) {
        var recorded = new Recorded(person, stays, handOvers, pack);
        recorded.justice();
        recorded.register();
        recorded.places();
        recorded.names();
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

    private void justice() {
        List<Entry<Conviction>> convictions =
                person.all(Conviction.class)
                        .filter(e -> person.did(e.fact()))
                        .filter(e -> e.standing().counts() || acquitted(e.fact()))
                        .toList();
        convictions.forEach(c -> convicted(c, number(c, convictions)));
        quashed(convictions);
        died();
        held(convictions);
        person.about(Supervision.class).forEach(this::ordered);
        person.about(RiskMarker.class)
                .forEach(e ->
                        add(
                                e,
                                e.body().set()
                                        ? new Marked(e.day(), e.body().review())
                                        : new SetAside(e.day())));
        person.about(BorderEntry.class)
                .forEach(e ->
                        add(
                                e,
                                e.body().entering()
                                        ? new Back(e.day(), Away.ABROAD)
                                        : new Gone(e.day(), Away.ABROAD)));
    }

    private void add(Entry<?> entry, Happening happening) {
        sourced.add(new Sourced(happening, entry.fact(), entry.certainty()));
    }

    private void convicted(Entry<Conviction> entry, int number) {
        add(
                entry,
                new Convicted(
                        entry.day(), withSentence(entry), Optional.empty(), number, dealt(entry)));
    }

    /** The day of the conviction, unless it said nothing of a sentence and one came later. */
    private LocalDate dealt(Entry<Conviction> of) {
        return sentences(of).stream()
                .filter(_ -> of.body().sentence().isEmpty())
                .map(s -> later(s.day(), of.day()))
                .findFirst()
                .orElse(of.day());
    }

    /** Which it is of those like it in the words of its agency. */
    private static int number(Entry<Conviction> of, List<Entry<Conviction>> convictions) {
        return 1
                + (int)
                        convictions.stream()
                                .takeWhile(c -> !c.fact().id().equals(of.fact().id()))
                                .filter(c -> c.fact().source().equals(of.fact().source()))
                                .filter(c -> alike(c, of))
                                .count();
    }

    private static boolean alike(Entry<Conviction> one, Entry<Conviction> other) {
        return one.day().equals(other.day())
                && one.body().offence().group() == other.body().offence().group();
    }

    /**
     * That somebody is held, or held no longer.
     *
     * @param where where, as it says; nothing where it ends
     * @param of the conviction that holds or held them, where it is one
     */
    private record Held(
            LocalDate day, Entry<?> by, Optional<Away> where, Optional<Entry<Conviction>> of) {
        /** Whoever lets them go lets them go from all that holds them. */
        private boolean release() {
            return where.isEmpty() && of.isEmpty();
        }

        /** Of one day, what a court says comes first: who served it already is released by it. */
        private int rank() {
            return by.body() instanceof Conviction || by.body() instanceof Sentence ? 0 : 1;
        }
    }

    /**
     * When the person was held: by sentences, and by whatever else detained them. Held is held,
     * wherever they are taken; a release ends all of it, and a court only what it had ordered.
     */
    private void held(List<Entry<Conviction>> convictions) {
        List<Held> all = new ArrayList<>();
        convictions.forEach(c -> all.addAll(sentenced(c)));
        person.about(Detained.class)
                .forEach(e ->
                        all.add(
                                new Held(
                                        e.day(),
                                        e,
                                        Optional.of(detained(e.body().place())),
                                        Optional.empty())));
        person.about(Release.class)
                .forEach(e -> all.add(new Held(e.day(), e, Optional.empty(), Optional.empty())));
        all.sort(
                Comparator.comparing(Held::day)
                        .thenComparing(Held::rank)
                        .thenComparing(h -> h.by().fact().position()));
        onceReleased(all);
        Optional<Away> inside = Optional.empty();
        Set<FactId> holding = new HashSet<>();
        for (Held each : all) {
            if (each.where().isPresent()) {
                each.of().ifPresent(c -> holding.add(c.fact().id()));
                Away where = inside.or(each::where).orElseThrow();
                add(each.by(), new Gone(each.day(), where));
                inside = Optional.of(where);
                continue;
            }
            each.of().ifPresent(c -> holding.remove(c.fact().id()));
            if (each.release() || (inside.isPresent() && holding.isEmpty())) {
                add(each.by(), new Back(each.day(), inside.orElse(Away.CUSTODY)));
                inside = Optional.empty();
                holding.clear();
            }
        }
    }

    /**
     * Of two words of a release, four weeks apart at the most and with nothing between them that
     * held anybody, the later told: further apart, whoever was released had been held again.
     */
    private static void onceReleased(List<Held> all) {
        for (int i = all.size() - 1; i > 0; i--) {
            Held one = all.get(i - 1);
            Held next = all.get(i);
            boolean near = !one.day().plusDays(SAME_RELEASE_DAYS).isBefore(next.day());
            if (one.release() && next.release() && near) {
                boolean nextIsLater = next.by().fact().position() > one.by().fact().position();
                all.remove(nextIsLater ? i - 1 : i);
            }
        }
    }

    /**
     * Held from the conviction on, as far as that says so; what a later sentence changes, be it the
     * first, on appeal or in breach of a suspended one, it changes from its own day.
     */
    private List<Held> sentenced(Entry<Conviction> of) {
        List<Held> all = new ArrayList<>();
        Optional<Away> held = held(of.body());
        if (held.isPresent()) {
            all.add(new Held(of.day(), of, held, Optional.of(of)));
        }
        for (Entry<Sentence> later : sentences(of)) {
            Optional<Away> now = held(later.body().kind());
            if (now.isPresent() != held.isPresent()) {
                all.add(new Held(later(later.day(), of.day()), later, now, Optional.of(of)));
            }
            held = now;
        }
        return all;
    }

    private static Away detained(Detained.Place place) {
        return switch (place) {
            case PRISON -> Away.CUSTODY;
            case HOSPITAL -> Away.HOSPITAL;
        };
    }

    private List<Entry<Sentence>> sentences(Entry<Conviction> of) {
        return person.entries(Sentence.class).stream()
                .filter(s -> regards(s.fact(), of.fact()))
                .toList();
    }

    /**
     * One of several convictions of a day is set aside alone. Another agency's record of the same
     * one, by its day and group of offence, goes with it, whatever its words.
     */
    private void quashed(List<Entry<Conviction>> convictions) {
        Set<FactId> gone = new HashSet<>();
        for (Entry<SuspicionEnded> ended : person.about(SuspicionEnded.class)) {
            if (ended.body().ending() == Ending.ACQUITTED) {
                for (Entry<Conviction> of : convictions) {
                    if (regards(ended.fact(), of.fact()) && gone.add(of.fact().id())) {
                        quash(ended, of);
                        again(of, before(ended, convictions), gone)
                                .forEach(same -> quash(ended, same));
                        List<Entry<Conviction>> left =
                                convictions.stream()
                                        .filter(c -> !gone.contains(c.fact().id()))
                                        .toList();
                        free(ended, of, left);
                    }
                }
            }
        }
    }

    /**
     * Whoever is held for that alone is free with it, where no release is recorded: their clocks
     * stand no longer.
     */
    private void free(
            Entry<SuspicionEnded> ended, Entry<Conviction> of, List<Entry<Conviction>> left) {
        boolean heldOtherwise =
                left.stream()
                        .filter(c -> c.standing().counts() && !c.day().isAfter(ended.day()))
                        .filter(c -> held(withSentence(c)).isPresent())
                        .anyMatch(c -> !released(c, ended));
        if (!released(of, ended) && !heldOtherwise) {
            held(withSentence(of)).ifPresent(where -> add(ended, new Back(ended.day(), where)));
        }
    }

    private boolean released(Entry<Conviction> from, Entry<SuspicionEnded> until) {
        return person.about(Release.class).stream()
                .anyMatch(r -> !r.day().isBefore(from.day()) && !r.day().isAfter(until.day()));
    }

    private static Optional<Away> held(Conviction body) {
        return body.sentence().flatMap(Recorded::held);
    }

    private static Optional<Away> held(SentenceKind kind) {
        return INSIDE.contains(kind)
                ? Optional.of(Away.CUSTODY)
                : Optional.of(Away.HOSPITAL).filter(_ -> HOSPITAL.contains(kind));
    }

    /** What was set aside on appeal counts for nothing, and was a conviction until then. */
    private boolean acquitted(Fact conviction) {
        return person.about(SuspicionEnded.class).stream()
                .filter(e -> e.body().ending() == Ending.ACQUITTED)
                .anyMatch(e -> regards(e.fact(), conviction));
    }

    private void quash(Entry<SuspicionEnded> ended, Entry<Conviction> of) {
        add(ended, new Quashed(ended.day(), of.day(), Optional.of(withSentence(of))));
    }

    /** A conviction that is recorded later is another, or the same restored. */
    private static List<Entry<Conviction>> before(
            Entry<SuspicionEnded> ended, List<Entry<Conviction>> convictions) {
        return convictions.stream()
                .filter(c -> c.fact().position() < ended.fact().position())
                .toList();
    }

    /** The first like it of each other agency. */
    private static List<Entry<Conviction>> again(
            Entry<Conviction> of, List<Entry<Conviction>> convictions, Set<FactId> gone) {
        Set<AgencyId> agencies = new HashSet<>(Set.of(of.fact().source()));
        return convictions.stream()
                .filter(c -> alike(c, of))
                .filter(c -> !gone.contains(c.fact().id()))
                .filter(c -> agencies.add(c.fact().source()))
                .filter(c -> gone.add(c.fact().id()))
                .toList();
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

    /** A sentence passed later names the conviction that it is for. */
    private Conviction withSentence(Entry<Conviction> entry) {
        Conviction body = entry.body();
        return sentences(entry).stream()
                .reduce((_, last) -> last)
                .map(Entry::body)
                .map(s ->
                        new Conviction(
                                body.offence(),
                                body.originalCharge(),
                                body.caution(),
                                Optional.of(s.kind()),
                                s.months()))
                .orElse(body);
    }

    private static boolean regards(Fact later, Fact earlier) {
        return later.references().regarding().contains(earlier.id().message());
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
        person.about(RegisterNotification.class).stream()
                .filter(e -> e.body().pack().equalsIgnoreCase(pack))
                .forEach(this::notified);
        person.about(PoliceVisit.class)
                .forEach(e -> add(e, new Visited(e.day(), SEEN.contains(e.body().outcome()))));
    }

    private void notified(Entry<RegisterNotification> entry) {
        NotificationType type = entry.body().type();
        switch (type) {
            case ENTERED -> {
                waits = Optional.empty();
                add(entry, new Entered(entry.day(), entry.body().periodEnds()));
            }
            case ENDED -> ended(entry);
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
     * Whoever keeps the register may end its own entry, and no order or sentence. Where it gives
     * the last day of the period, that is over. Otherwise, where another area is known to have to
     * do with the person, the end is a hand-over: it takes effect on the day on which that area
     * answers that it holds an entry, and until then nothing has ended. Nor has it while an area of
     * this installation, to which the keeper offered the person before, has not answered.
     */
    private void ended(Entry<RegisterNotification> entry) {
        Optional<HandOvers.Acceptance> away = acceptedElsewhere(entry.fact());
        if (away.isPresent()) {
            LocalDate day = London.day(away.get().entry().received());
            add(entry, new HandedOver(later(day, entry.day())));
            return;
        }
        Optional<HandOverStage> handed = handedHere(entry.fact());
        if (ofSecondForce(entry.fact().source())
                || handed.filter(HandOverStage.ACCEPTED::equals).isPresent()) {
            return;
        }
        if (entry.body().periodEnds().isPresent()) {
            add(entry, new EntryEnded(entry.day()));
            return;
        }
        Optional<Entry<EntryTakenOver>> taken =
                person.about(EntryTakenOver.class).stream()
                        .filter(t -> !t.received().isBefore(entry.received()))
                        .filter(t -> !enteredBetween(entry.fact(), t.fact()))
                        .findFirst();
        if (taken.isPresent()) {
            add(taken.get(), new HandedOver(later(taken.get().day(), entry.day())));
            return;
        }
        if (handed.isEmpty() && !knownElsewhere(entry)) {
            add(entry, new EntryEnded(entry.day()));
        }
        waits = acceptedSince(entry.fact()) ? Optional.empty() : Optional.of(entry.fact());
    }

    private boolean enteredBetween(Fact before, Fact after) {
        return said(NotificationType.ENTERED)
                .map(e -> e.fact().position())
                .anyMatch(at -> at > before.position() && at < after.position());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether another installation asked about the person, or said that it holds an entry. */
    private boolean knownElsewhere(Entry<RegisterNotification> before) {
        return Stream.<Class<? extends SystemBody>>of(
                        EntryAskedAbout.class, EntryHeldElsewhere.class, EntryTakenOver.class)
                .flatMap(kind -> person.about(kind).stream())
                .anyMatch(e -> !e.received().isAfter(before.received()));
    }

    /**
     * How the agency handed the person to another area here: offered before the end and not
     * answered yet; or accepted, by such an offer or unasked, be it after the end. Who has the
     * person from another, or is answered for by another, ends nothing.
     */
    private Optional<HandOverStage> handedHere(Fact ended) {
        Optional<AgencyId> holder =
                handOvers.acceptances().stream()
                        .filter(a -> a.entry().fact().position() < ended.position())
                        .reduce((_, last) -> last)
                        .filter(a -> !(a.elsewhere() && enteredBetween(a.entry().fact(), ended)))
                        .map(HandOvers.Acceptance::by);
        boolean others = holder.filter(h -> !h.equals(ended.source())).isPresent();
        boolean accepted =
                handOvers.acceptances().stream()
                        .filter(a -> a.entry().fact().position() > ended.position())
                        .findFirst()
                        .filter(a -> !a.by().equals(ended.source()))
                        .filter(a -> a.offer().map(o -> offeredBefore(o, ended)).orElse(true))
                        .isPresent();
        return others || accepted
                ? Optional.of(HandOverStage.ACCEPTED)
                : handOvers
                        .open()
                        .filter(o -> offeredBefore(o, ended))
                        .map(_ -> HandOverStage.OFFERED);
    }

    /**
     * That an area which is not here accepted the person, of whom the end tells, from whoever ends
     * the entry, and still has them: offered before the end, and not entered here again before it.
     */
    private Optional<HandOvers.Acceptance> acceptedElsewhere(Fact ended) {
        return handOvers
                .acceptance()
                .filter(HandOvers.Acceptance::elsewhere)
                .filter(a -> a.offer().filter(o -> offeredBefore(o, ended)).isPresent())
                .filter(a -> !enteredBetween(a.entry().fact(), ended));
    }

    private static boolean offeredBefore(HandOvers.Offer offer, Fact ended) {
        return offer.from().equals(ended.source())
                && offer.entry().fact().position() < ended.position();
    }

    /** Whether another area here accepted the person after the end, whoever had offered. */
    private boolean acceptedSince(Fact ended) {
        return handOvers.acceptances().stream()
                .map(a -> a.entry().fact())
                .anyMatch(f -> f.position() > ended.position());
    }

    /**
     * That the keeper said that the entry ended, while nobody is known to have taken over and the
     * person was not entered again: whether anything still runs is for whoever asks.
     */
    public Optional<Fact> waits() {
        return waits;
    }

    /**
     * Whether an agency entered the person after another had, and never took them over: where it
     * ends its own entry, the first still stands.
     */
    private boolean ofSecondForce(AgencyId agency) {
        boolean tookOver = handOvers.acceptances().stream().anyMatch(a -> a.by().equals(agency));
        List<AgencyId> entered =
                said(NotificationType.ENTERED).map(e -> e.fact().source()).distinct().toList();
        return !tookOver
                && entered.indexOf(agency) > 0
                && said(NotificationType.ENDED)
                        .noneMatch(e -> e.fact().source().equals(entered.getFirst()));
    }

    private Stream<Entry<RegisterNotification>> said(NotificationType type) {
        return person.about(RegisterNotification.class).stream()
                .filter(e -> e.body().pack().equalsIgnoreCase(pack))
                .filter(e -> e.body().type() == type);
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
    private void names() {
        NamesKnown known = new NamesKnown();
        List<LocalDate> told = new ArrayList<>(toldWithoutName());
        for (Entry<PersonBody.Person> entry : person.about(PersonBody.Person.class)) {
            List<PersonName> names = entry.body().names();
            boolean other = names.stream().anyMatch(n -> n.use() == Use.CURRENT && known.isNew(n));
            if (other && !notified(entry.fact()) && !tookOne(told, entry.day())) {
                add(entry, new Changed(entry.day(), Notice.NAME));
            }
            names.forEach(known::add);
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
        return said(NotificationType.CHANGE_OF_NAME)
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
