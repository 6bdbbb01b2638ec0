package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SystemBody;
import sightline.core.household.Entry;
import sightline.core.household.Stay;
import sightline.core.identity.DetailsOf;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.register.HandOvers;
import sightline.core.register.Happening;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Liability;
import sightline.core.register.Recorded.Sourced;
import sightline.core.register.RegisterPack.Status;
import sightline.core.register.State;
import sightline.core.screening.Registers.Standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * RG-02: what the records of a registered person leave open, each a question with an owner and a
 * clock. It raises nothing: the clocks {@code register.release}, {@code register.sentence}, {@code
 * register.place}, {@code register.forces}, {@code register.taken}, {@code register.assess} and
 * {@code register.review} start on it.
 */
final class RegisterQuestions extends CatalogueRule {
    static final RuleId ID = new RuleId("RG-02");

    private static final int ABROAD_DAYS = 28;
    private static final int HOSPITAL_MONTHS = 6;

    private static final Set<JusticeBody.Detained.Grounds> WITHOUT_SENTENCE =
            EnumSet.of(JusticeBody.Detained.Grounds.REMAND, JusticeBody.Detained.Grounds.RECALL);

    /** How long a remand or a recall is taken to last before it is asked. */
    private static final int DETAINED_DAYS = 28;

    private static final int REVIEW_DAYS = 28;

    private static final RuleCard CARD =
            new RuleCard(
                    "What the record of a registered person leaves open",
                    "Southampton 2013: a man left prison, and then supervision, and nobody who"
                            + " could have watched knew of either. Silence about a release is not"
                            + " custody.",
                    Set.of(
                            JusticeBody.RegisterNotification.class,
                            Conviction.class,
                            JusticeBody.Sentence.class,
                            JusticeBody.Detained.class,
                            JusticeBody.Release.class,
                            JusticeBody.Supervision.class,
                            JusticeBody.RiskMarker.class,
                            SharedBody.HandOver.class,
                            SystemBody.EntryTakenOver.class,
                            PersonBody.Residence.class),
                    "Nobody: it starts a clock of the register keeper, the records desk or social"
                            + " care",
                    "Nothing beyond what the owner of the clock has already",
                    "Custody, hospital or abroad without a recorded return; a sentence without its"
                            + " kind or length; a notified address that"
                            + " names no place; an entry by a second force; an entry that ended here, runs on and was"
                            + " taken over by nobody; a new person on the local list; a marker's review;"
                            + " a period, a licence, supervision or an order that ends within 28"
                            + " days, or ended without a day known before",
                    "A clock that nobody owns is not asked",
                    List.of(
                            "A sentence of which less than half has run",
                            "A release that is recorded",
                            "An entry by the force that handed the person over",
                            "Somebody who is under no register"),
                    "INF");

    RegisterQuestions() {
        super(ID, CARD, 5);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        Timed timed = new Timed(situation);
        List<Standing> covering = situation.registers().covering().toList();
        covering.stream()
                .filter(s -> s.pack().status() != Status.LOCAL)
                .filter(s -> s.registration().state().under())
                .findFirst()
                .ifPresent(s -> release(situation, s, timed));
        covering.stream()
                .filter(s -> s.registration().state().under())
                .flatMap(s -> unplaced(situation, s).stream())
                .findFirst()
                .ifPresent(home -> place(situation, home, timed));
        situation.registers().waits().ifPresent(ended -> taken(situation, ended, timed));
        if (covering.stream().anyMatch(s -> s.registration().state().under())) {
            secondForce(situation).ifPresent(entry -> forces(situation, entry, timed));
        }
        covering.forEach(s -> sentences(situation, s, timed));
        covering.stream()
                .filter(s -> s.pack().status() == Status.IN_FORCE)
                .filter(s -> s.pack().visits().law().isPresent())
                .filter(s -> s.registration().state().under())
                .findFirst()
                .ifPresent(s -> risk(situation, s, timed));
        covering.stream()
                .filter(s -> s.pack().assess().isPresent())
                .forEach(s -> local(situation, s, timed));
        if (!covering.isEmpty()) {
            new RegisterEndings(situation)
                    .all().stream()
                            .filter(e -> covering.stream().noneMatch(s -> elsewhere(s, e.basis())))
                            .forEach(e -> ending(situation, e, timed));
        }
        return timed.evaluation();
    }

    /** Whether it put the person under a register that another area runs since. */
    private static boolean elsewhere(Standing standing, Fact basis) {
        return standing.registration().state() == State.HANDED_OVER
                && standing.recorded().sourced().stream()
                        .anyMatch(s ->
                                s.happening() instanceof Ordered
                                        && s.fact().id().equals(basis.id()));
    }

    /** Ended here, and nobody is known to have begun: still the keeper's, and it is said. */
    private static void taken(Situation situation, Fact ended, Timed timed) {
        timed.from(
                ended.times().received(),
                at ->
                        shown(
                                situation,
                                "taken",
                                ended,
                                at,
                                "The entry was ended here, and what put the person under the register"
                                        + " runs on. No other area is known to have taken over: you"
                                        + " answer until one has. Ring the area where the person"
                                        + " lives, or record the day on which the period was over.",
                                situation.registers().keeper()));
    }

    private static void ending(Situation situation, RegisterEndings.Ending ending, Timed timed) {
        timed.from(
                ending.since(),
                at ->
                        shown(
                                situation,
                                ending.planned() ? "ending" : "ended",
                                ending.basis(),
                                at,
                                ending.words()
                                        + " An end is a hand-over: say who watches from then on, or"
                                        + " why nobody needs to.",
                                ending.owner()));
    }

    /** The address that was told last, where nobody can say which place it is. */
    private static Optional<Fact> unplaced(Situation situation, Standing standing) {
        return standing.recorded()
                .notifiedHome(situation.today())
                .map(Stay::basis)
                .filter(f -> f.place().filter(a -> !placed(a)).isPresent());
    }

    private static boolean placed(Address address) {
        return DetailsOf.place(address).findable();
    }

    private static void place(Situation situation, Fact home, Timed timed) {
        timed.from(
                home.times().received(),
                at ->
                        shown(
                                situation,
                                "place",
                                home,
                                at,
                                "The address that was notified names no place: no house with"
                                        + " its street, postcode or town. It is kept as it was told."
                                        + " Find out where it is.",
                                situation.registers().keeper()));
    }

    /**
     * The newest entry by police who neither answer for the person nor ended it, made since whoever
     * answers took over.
     */
    private static Optional<Entry<RegisterNotification>> secondForce(Situation situation) {
        AgencyId keeper = situation.registers().keeper().agency();
        HandOvers handOvers = situation.registers().handOvers();
        List<Entry<RegisterNotification>> others =
                situation.subject().about(RegisterNotification.class).stream()
                        .filter(e -> !e.fact().source().equals(keeper))
                        .filter(e -> police(situation, e.fact().source()))
                        .filter(e ->
                                handOvers
                                        .acceptance()
                                        .filter(a -> !a.entry().received().isBefore(e.received()))
                                        .isEmpty())
                        .toList();
        return others.stream()
                .filter(e -> e.body().type() == NotificationType.ENTERED)
                .filter(e -> others.stream().noneMatch(o -> ends(o, e)))
                .reduce((_, last) -> last);
    }

    private static boolean ends(Entry<RegisterNotification> later, Entry<RegisterNotification> of) {
        return later.body().type() == NotificationType.ENDED
                && later.body().pack().equals(of.body().pack())
                && later.fact().source().equals(of.fact().source())
                && !later.received().isBefore(of.received());
    }

    private static boolean police(Situation situation, AgencyId agency) {
        return situation
                .directory()
                .agency(agency)
                .filter(a -> a.type() == AgencyType.POLICE)
                .isPresent();
    }

    /** Two who both think that they answer, or that the other does. */
    private static void forces(
            Situation situation, Entry<RegisterNotification> entry, Timed timed) {
        Fact fact = entry.fact();
        timed.from(
                fact.times().received(),
                at ->
                        shown(
                                situation,
                                "forces",
                                fact,
                                at,
                                "A second force entered the person, who is yours. Until one hands"
                                        + " over or ends its entry you answer: agree which of you"
                                        + " does, and record it.",
                                situation.registers().keeper()));
    }

    /** Away as recorded, without a return: to be asked before the clocks are taken to stand. */
    private static void release(Situation situation, Standing standing, Timed timed) {
        Optional<Gone> gone = standing.registration().away();
        Optional<Sourced> basis = gone.flatMap(g -> basis(standing, g));
        if (basis.isEmpty()) {
            return;
        }
        Gone away = (Gone) basis.get().happening();
        Fact fact = basis.get().fact();
        Instant since =
                Order.later(
                        London.startOf(ask(situation, standing, basis.get())),
                        fact.times().received());
        timed.from(
                since,
                at ->
                        shown(
                                situation,
                                "release",
                                fact,
                                at,
                                words(away.where())
                                        + " as recorded since "
                                        + Words.day(away.day())
                                        + "; no return is recorded. Ask.",
                                situation.registers().keeper()));
    }

    private static Optional<Sourced> basis(Standing standing, Gone gone) {
        return standing.recorded().sourced().stream()
                .filter(s ->
                        s.happening() instanceof Gone g
                                && g.where() == gone.where()
                                && !g.day().isBefore(gone.day()))
                .reduce((_, last) -> last);
    }

    /** When to ask: half the sentence, or what shows the person elsewhere, whichever is sooner. */
    private static LocalDate ask(Situation situation, Standing standing, Sourced basis) {
        Gone away = (Gone) basis.happening();
        boolean withoutSentence =
                basis.fact().body() instanceof JusticeBody.Detained detained
                        && WITHOUT_SENTENCE.contains(detained.grounds());
        LocalDate by =
                switch (away.where()) {
                    case ABROAD -> away.day().plusDays(ABROAD_DAYS);
                    case HOSPITAL -> away.day().plusMonths(HOSPITAL_MONTHS);
                    case CUSTODY ->
                            withoutSentence
                                    ? away.day().plusDays(DETAINED_DAYS)
                                    : away.day().plusMonths(months(standing, away) / 2);
                };
        return Stream.concat(Stream.of(by), elsewhere(situation, away))
                .min(LocalDate::compareTo)
                .orElse(by);
    }

    /** Of the newest convictions by then, the longest sentence. */
    private static int months(Standing standing, Gone away) {
        List<Convicted> by =
                standing.recorded().sourced().stream()
                        .map(Sourced::happening)
                        .filter(Convicted.class::isInstance)
                        .map(Convicted.class::cast)
                        .filter(c -> !c.day().isAfter(away.day()))
                        .toList();
        Optional<LocalDate> newest = by.stream().map(Convicted::day).max(LocalDate::compareTo);
        return by.stream()
                .filter(c -> newest.filter(c.day()::equals).isPresent())
                .flatMap(c -> c.conviction().months().stream())
                .max(Integer::compareTo)
                .orElse(0);
    }

    private static Stream<LocalDate> elsewhere(Situation situation, Gone away) {
        return situation.around().stays(situation.subject().id()).stream()
                .filter(s -> s.kind() == PersonBody.Stay.HOME)
                .map(Stay::days)
                .flatMap(d -> d.from().stream())
                .filter(day -> day.isAfter(away.day()));
    }

    private static String words(Away where) {
        return switch (where) {
            case CUSTODY -> "In custody";
            case HOSPITAL -> "In hospital";
            case ABROAD -> "Abroad";
        };
    }

    /** Without a level of risk no visit is planned. */
    private static void risk(Situation situation, Standing standing, Timed timed) {
        standing.recorded().sourced().stream()
                .findFirst()
                .map(Sourced::fact)
                .ifPresent(fact ->
                        timed.from(
                                fact.times().received(),
                                at ->
                                        shown(
                                                situation,
                                                "risk",
                                                fact,
                                                at,
                                                "Visits are planned by the level of risk in the"
                                                        + " police's own plan.",
                                                situation.registers().keeper())));
    }

    /** Without the sentence nobody can say for how long. */
    private static void sentences(Situation situation, Standing standing, Timed timed) {
        for (Liability liability : standing.registration().coverage().liabilities()) {
            if (liability.length().isEmpty()) {
                on(standing, liability.relevant(), Convicted.class)
                        .ifPresent(s ->
                                timed.from(
                                        s.fact().times().received(),
                                        at ->
                                                shown(
                                                        situation,
                                                        "sentence",
                                                        s.fact(),
                                                        at,
                                                        "What the sentence was, or how long, is"
                                                                + " not recorded: it sets for how"
                                                                + " long the register holds.",
                                                        new Recipient(
                                                                s.fact().source(),
                                                                Role.RECORDS_DESK))));
            }
        }
    }

    private static Optional<Sourced> on(
            Standing standing, LocalDate day, Class<? extends Happening> kind) {
        return standing.recorded().sourced().stream()
                .filter(s -> kind.isInstance(s.happening()) && s.happening().day().equals(day))
                .findFirst();
    }

    /** The local list asks the partnership to assess, and to look at a marker again. */
    private static void local(Situation situation, Standing standing, Timed timed) {
        for (Liability liability : standing.registration().coverage().liabilities()) {
            if (!liability.days().endedBefore(situation.today())) {
                Stream.of(Convicted.class, Marked.class)
                        .flatMap(k -> on(standing, liability.relevant(), k).stream())
                        .findFirst()
                        .ifPresent(s -> assess(situation, s, timed));
            }
        }
    }

    private static void assess(Situation situation, Sourced basis, Timed timed) {
        Fact fact = basis.fact();
        timed.from(
                fact.times().received(),
                at ->
                        shown(
                                situation,
                                "assess",
                                fact,
                                at,
                                "On the local list: assess whether, and to whom, there is a risk.",
                                socialCare(situation)));
        if (basis.happening() instanceof Marked marked) {
            marked.review()
                    .map(day -> London.startOf(day.minusDays(REVIEW_DAYS)))
                    .ifPresent(day ->
                            timed.from(
                                    Order.later(day, fact.times().received()),
                                    at ->
                                            shown(
                                                    situation,
                                                    "review",
                                                    fact,
                                                    at,
                                                    "The marker's review is due.",
                                                    new Recipient(
                                                            fact.source(),
                                                            Role.SAFEGUARDING_LEAD))));
        }
    }

    private static Recipient socialCare(Situation situation) {
        return situation.recipients().responsible(AgencyType.CHILDRENS_SOCIAL_CARE).stream()
                .findFirst()
                .map(agency -> new Recipient(agency, Role.MANAGER))
                .orElseGet(() -> situation.recipients().lead());
    }

    private static Finding shown(
            Situation situation,
            String matter,
            Fact fact,
            Instant since,
            String headline,
            Recipient owner) {
        return new Finding(
                ID,
                situation.subject().id(),
                matter,
                matter + ":" + fact.id().text(),
                since,
                new Text(headline),
                new PathOf().fact(fact, sure(situation, fact), headline).steps(),
                Set.of(owner),
                new Sharing(
                        List.of("Whoever owns the clock"),
                        List.of("The person and the household, by this system"),
                        List.of("Whoever owns the clock")),
                List.of(),
                Finding.Effect.SHOWN);
    }

    private static Certainty sure(Situation situation, Fact fact) {
        return fact.subject()
                .filter(situation.subject()::has)
                .map(situation.subject()::certaintyOf)
                .orElse(Certainty.CONFIRMED);
    }
}
