package sightline.core.casework;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.CareBody.StrategyDiscussion;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.Kinds;
import sightline.core.facts.MeetingBody.Attendance;
import sightline.core.facts.MeetingBody.Attended;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SharedBody.InformationAnswer.AnswerOutcome;
import sightline.core.facts.SystemBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.LeftOut;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PlaceId;
import sightline.core.screening.AgainstDecision;
import sightline.core.screening.Situation;
import sightline.core.screening.WeightyDecision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is recorded around a child, as it lies before a strategy discussion: every line is one fact,
 * so that whoever is invited can be shown the lines that are open to them.
 *
 * @param chronology what was recorded about the child, newest first
 * @param household who lives with the child, and parents wherever they live
 * @param injuries injuries and what doctors wrote of them, oldest first
 * @param background what is recorded of the grown-ups, newest first
 * @param closings decisions after which fewer people looked, newest first
 * @param against what speaks against deciding that nothing follows, who was not heard, and what
 *     nobody answered
 * @param invited whom the discussion that is to come invited
 * @param held the discussions that were held, newest first
 */
public record StrategyPack(
        List<Line> chronology,
        List<Line> household,
        List<Line> injuries,
        List<Line> background,
        List<Line> closings,
        AgainstDecision against,
        List<Invited> invited,
        List<Entry<StrategyDiscussion>> held) {

    /** How many of the chronology a pack shows. */
    public static final int SHOWN = 50;

    /**
     * What need not be read: a chronology shows the {@value #SHOWN} that happened last, and of
     * twice as many those that still count.
     */
    public static final LeftOut LEFT_OUT =
            LeftOut.EVERYDAY.but(AgainstDecision.READS).butTheLatest(2 * SHOWN);

    /** One recorded thing, and about whom it says it. */
    public record Line(Individual about, Fact fact) {}

    /**
     * Whom the discussion invited, and what they have done so far.
     *
     * @param by with what they answered
     */
    public record Invited(AgencyId agency, Attendance sofar, Optional<Fact> by) {}

    private static final Set<Class<? extends Body>> BACKGROUND =
            Set.of(
                    HealthBody.Background.class,
                    HealthBody.MedicalCondition.class,
                    PoliceBody.PoliceIncident.class,
                    PoliceBody.MaracHeard.class,
                    JusticeBody.Arrest.class,
                    JusticeBody.Bail.class,
                    JusticeBody.Charge.class,
                    JusticeBody.SuspicionEnded.class,
                    JusticeBody.Conviction.class,
                    JusticeBody.Supervision.class,
                    JusticeBody.OrderCondition.class,
                    JusticeBody.RegisterNotification.class,
                    JusticeBody.RiskMarker.class,
                    JusticeBody.ChildRemoved.class,
                    JusticeBody.ChildHarmedInCare.class);
    private static final Set<Class<? extends Body>> NO_EVENT =
            Set.of(
                    PersonBody.Person.class,
                    PersonBody.Relationship.class,
                    PersonBody.ParentalResponsibility.class);
    private static final Comparator<Line> OLDEST_FIRST =
            Comparator.comparing((Line l) -> day(l.fact()))
                    .thenComparingLong(l -> l.fact().position());

    public StrategyPack {
        chronology = List.copyOf(chronology);
        household = List.copyOf(household);
        injuries = List.copyOf(injuries);
        background = List.copyOf(background);
        closings = List.copyOf(closings);
        invited = List.copyOf(invited);
        held = List.copyOf(held);
    }

    /** What is recorded around the situation's subject, as far as the situation holds it. */
    public static StrategyPack of(Situation situation) {
        List<Individual> child = situation.around().selves();
        Map<Individual, Optional<Fact>> family = family(situation);
        List<Entry<StrategyDiscussion>> held = held(child);
        return new StrategyPack(
                lines(child, events()).sorted(OLDEST_FIRST.reversed()).toList(),
                household(family),
                lines(
                                child,
                                Set.of(
                                        HealthBody.InjuryObserved.class,
                                        HealthBody.MedicalOpinion.class))
                        .sorted(OLDEST_FIRST)
                        .toList(),
                background(situation, family.keySet()),
                closings(child),
                AgainstDecision.of(
                        situation,
                        WeightyDecision.THRESHOLD_NOT_MET,
                        situation.now(),
                        Optional.empty()),
                invited(child, held),
                held);
    }

    /**
     * Whom a discussion that is to come invited, and whoever recorded what the pack shows of the
     * household and of the background of its adults.
     */
    public static Set<AgencyId> knowing(Situation situation) {
        List<Individual> child = situation.around().selves();
        Map<Individual, Optional<Fact>> family = family(situation);
        Set<AgencyId> knowing = new LinkedHashSet<>();
        List<Entry<StrategyDiscussion>> held = held(child);
        knowing.addAll(asked(invited(child, held), held));
        household(family).forEach(l -> knowing.add(l.fact().source()));
        background(situation, family.keySet()).forEach(l -> knowing.add(l.fact().source()));
        return knowing;
    }

    /** Whom the discussion to come invited; where none is to come, who was asked to the last. */
    public List<AgencyId> asked() {
        return asked(invited, held);
    }

    private static List<AgencyId> asked(
            List<Invited> invited, List<Entry<StrategyDiscussion>> held) {
        return invited.isEmpty()
                ? held.stream()
                        .limit(1)
                        .flatMap(h -> h.body().minutes().stream())
                        .flatMap(m -> m.attended().stream())
                        .map(Attended::agency)
                        .toList()
                : invited.stream().map(Invited::agency).toList();
    }

    private static List<Line> household(Map<Individual, Optional<Fact>> family) {
        List<Line> household = new ArrayList<>();
        family.forEach((person, basis) -> basis.ifPresent(f -> household.add(new Line(person, f))));
        return household;
    }

    private static List<Line> background(Situation situation, Set<Individual> family) {
        return family.stream()
                .filter(p -> !p.childOn(situation.today()))
                .flatMap(p -> lines(p, BACKGROUND))
                .sorted(OLDEST_FIRST.reversed())
                .toList();
    }

    /** Newest first. */
    private static List<Entry<StrategyDiscussion>> held(List<Individual> child) {
        return child.stream()
                .flatMap(s -> s.about(StrategyDiscussion.class).stream())
                .sorted(
                        Comparator.comparingLong(
                                        (Entry<StrategyDiscussion> e) -> e.fact().position())
                                .reversed())
                .toList();
    }

    /** The day on which it was so, else the one on which it was written down. */
    public static LocalDate day(Fact fact) {
        return fact.times()
                .happened()
                .earliest()
                .orElseGet(() -> sightline.core.kernel.London.day(fact.times().recorded()));
    }

    /** Every kind that says that something happened. */
    private static Set<Class<? extends Body>> events() {
        return Kinds.all().stream()
                .<Class<? extends Body>>map(Kinds.Kind::body)
                .filter(b -> !SystemBody.class.isAssignableFrom(b) && !NO_EVENT.contains(b))
                .collect(Collectors.toSet());
    }

    /** Of the child and of the unborn child that it was: what names both is one line. */
    private static Stream<Line> lines(List<Individual> child, Set<Class<? extends Body>> kinds) {
        Set<FactId> seen = new HashSet<>();
        return child.stream().flatMap(s -> lines(s, kinds)).filter(l -> seen.add(l.fact().id()));
    }

    private static Stream<Line> lines(Individual person, Set<Class<? extends Body>> kinds) {
        return kinds.stream()
                .flatMap(k -> person.countingRead(Kinds.slug(k)).stream())
                .distinct()
                .map(f -> new Line(person, f));
    }

    /** Everybody at home, the parents, brothers and sisters; each with what says where they are. */
    private static Map<Individual, Optional<Fact>> family(Situation situation) {
        Neighbourhood around = situation.around();
        Individual child = situation.subject();
        LocalDate today = situation.today();
        List<PlaceId> homes =
                around.stays(child.id()).stream()
                        .filter(s -> s.openOn(today))
                        .map(Stay::place)
                        .toList();
        Map<Individual, Optional<Fact>> found = new LinkedHashMap<>();
        Stream.of(
                        around.household(child.id(), today),
                        around.parents(child.id()),
                        around.siblings())
                .flatMap(Collection::stream)
                .filter(p -> !p.id().equals(child.id()))
                .forEach(p -> found.putIfAbsent(p, basis(around, p, homes, today)));
        return found;
    }

    private static Optional<Fact> basis(
            Neighbourhood around, Individual person, List<PlaceId> homes, LocalDate today) {
        List<Stay> open = around.stays(person.id()).stream().filter(s -> s.openOn(today)).toList();
        return open.stream()
                .filter(s -> homes.contains(s.place()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(Stay::basis)
                .or(() -> person.facts().stream().reduce((_, later) -> later));
    }

    private static List<Line> closings(List<Individual> child) {
        return lines(
                        child,
                        Set.of(
                                CareBody.ReferralDecision.class,
                                CareBody.CaseClosed.class,
                                CareBody.Enquiry.class,
                                CareBody.Plan.class,
                                CareBody.Conference.class,
                                CareBody.StrategyDiscussion.class,
                                CareBody.StrategyDecidedOn.class,
                                SchoolBody.ConcernClosed.class))
                .filter(l -> closes(l.fact().body()))
                .sorted(OLDEST_FIRST.reversed())
                .toList();
    }

    private static boolean closes(Body body) {
        return switch (body) {
            case CareBody.ReferralDecision d ->
                    d.outcome() == CareBody.ReferralDecision.Decision.NO_FURTHER_ACTION
                            || d.outcome() == CareBody.ReferralDecision.Decision.EARLY_HELP;
            case CareBody.Enquiry e -> !e.started();
            case CareBody.Plan p -> !p.started();
            case CareBody.Conference c ->
                    c.outcome() == CareBody.Conference.ConferenceOutcome.NO_PLAN
                            || c.outcome() == CareBody.Conference.ConferenceOutcome.PLAN_ENDS;
            case CareBody.StrategyDiscussion s ->
                    s.outcome() == StrategyDiscussion.StrategyOutcome.NO_ENQUIRY;
            case CareBody.StrategyDecidedOn s -> !s.hold();
            case CareBody.CaseClosed _, SchoolBody.ConcernClosed _ -> true;
            default -> false;
        };
    }

    /** Whom the discussion that has not been held yet invited; nobody where none is to come. */
    private static List<Invited> invited(
            List<Individual> child, List<Entry<StrategyDiscussion>> held) {
        long last = held.stream().mapToLong(e -> e.fact().position()).max().orElse(0);
        Map<AgencyId, Fact> asked = new LinkedHashMap<>();
        child.stream()
                .flatMap(s -> s.about(CareBody.Meeting.class).stream())
                .filter(m -> m.body().type() == MeetingType.STRATEGY)
                .filter(m -> m.fact().position() > last)
                .forEach(m -> {
                    if (m.body().stage() == MeetingStage.CANCELLED) {
                        asked.clear();
                    } else if (m.body().stage() != MeetingStage.HELD) {
                        m.fact()
                                .references()
                                .addressees()
                                .forEach(a -> asked.putIfAbsent(a, m.fact()));
                    }
                });
        return asked.entrySet().stream()
                .map(e -> invited(child, e.getKey(), e.getValue()))
                .toList();
    }

    private static Invited invited(List<Individual> child, AgencyId agency, Fact invitation) {
        Optional<Entry<SharedBody.InformationAnswer>> answer =
                child.stream()
                        .flatMap(s -> s.about(SharedBody.InformationAnswer.class).stream())
                        .filter(a -> a.fact().source().equals(agency))
                        .filter(a -> a.fact().position() > invitation.position())
                        .filter(a -> a.body().outcome() != AnswerOutcome.ACKNOWLEDGED)
                        .reduce((_, later) -> later);
        Attendance sofar =
                answer.map(a ->
                                a.body().outcome() == AnswerOutcome.REFUSED
                                        ? Attendance.SENT_APOLOGY
                                        : Attendance.SENT_INFORMATION)
                        .orElse(Attendance.SILENT);
        return new Invited(agency, sofar, answer.map(Entry::fact));
    }
}
