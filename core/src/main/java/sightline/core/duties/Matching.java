package sightline.core.duties;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.Assessment;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.MedicalOpinion;
import sightline.core.facts.JusticeBody.BreachDecided;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody.AlertAnswered;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.household.Connection;
import sightline.core.household.Individual;
import sightline.core.household.Reach;
import sightline.core.household.Stay;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.HandOvers;
import sightline.core.screening.CaseHandOvers;
import sightline.core.screening.Child;
import sightline.core.screening.Injuries;
import sightline.core.screening.Injury;
import sightline.core.screening.Matter;
import sightline.core.screening.Matters;
import sightline.core.screening.Situation;
import sightline.core.screening.Supervised;
import sightline.core.screening.UnansweredQuestions;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which facts of a situation meet a condition, about whom the condition says. */
final class Matching {
    private static final Set<PersonRole> SUSPECTED =
            EnumSet.of(PersonRole.SUBJECT, PersonRole.SUSPECT, PersonRole.OFFENDER);

    private static final int DAYS_OF_OPINION = 28;

    private final Situation situation;
    private final Map<Condition.Of, List<Individual>> people = new HashMap<>();

    /** By identity: a condition is asked again for every start. */
    private final IdentityHashMap<Condition, List<Fact>> found = new IdentityHashMap<>();

    Matching(Situation situation) {
        this.situation = situation;
    }

    /** Facts that count and meet the condition, in ledger order. */
    List<Fact> facts(Condition condition) {
        return found.computeIfAbsent(condition, this::find);
    }

    private List<Fact> find(Condition condition) {
        return whom(condition.of())
                .flatMap(person ->
                        person.counting(condition.kind()).stream()
                                .filter(f -> meets(condition, f, person))
                                .filter(f ->
                                        condition.of() != Condition.Of.SUSPECT
                                                || investigations()
                                                        .anyMatch(m -> runsAt(m, person, f))))
                .distinct()
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }

    /** The first fact after the start that meets any of the conditions. */
    Optional<Fact> firstAfter(Start start, Collection<Condition> conditions) {
        return conditions.stream()
                .flatMap(c ->
                        c.regardingStart()
                                ? regarding(start, c)
                                : facts(c).stream()
                                        .filter(f -> inTime(start, f, c, conditions))
                                        .filter(f -> agrees(start, f, c))
                                        .filter(f -> theirs(start, f, c))
                                        .filter(f -> !c.answersFinding() || answered(start, f))
                                        .filter(f -> !c.childThere() || childThere(start, f))
                                        .filter(f -> answers(start, f, c)))
                .min(
                        Comparator.comparingLong((Fact f) -> firstTold(start, conditions, f))
                                .thenComparingLong(Fact::position));
    }

    /**
     * Where in the ledger it was first told: whoever corrects a timely answer had given it in time,
     * and whoever corrects what came before the start answers nothing by it. What was told of a day
     * on the other side of the start was another answer.
     */
    long firstTold(Start start, Collection<Condition> conditions, Fact fact) {
        LocalDate day = London.day(start.counted());
        boolean before = dayOf(fact).isBefore(day);
        return situation
                .around()
                .first(
                        fact,
                        f ->
                                dayOf(f).isBefore(day) == before
                                        && conditions.stream()
                                                .anyMatch(c -> c.fits(f) && saidTo(c, f)))
                .position();
    }

    /**
     * Whether it answers an alert that told of the finding that started the clock, or decides it,
     * or answers otherwise the question that was put off.
     */
    private boolean answered(Start start, Fact fact) {
        if (fact.body() instanceof BreachDecided decided) {
            return start.reference().equals(Start.found(decided.notice()));
        }
        if (fact.body() instanceof Assessment) {
            return start.putOff(situation)
                    .flatMap(UnansweredQuestions.PutOff::then)
                    .filter(then -> then.fact().id().equals(fact.id()))
                    .isPresent();
        }
        return fact.body() instanceof AlertAnswered answer
                && situation.subject().entries(AlertTold.class).stream()
                        .filter(told -> told.body().alert().equals(answer.alert()))
                        .flatMap(told -> told.body().findings().stream())
                        .anyMatch(item -> start.reference().equals(Start.found(item)));
    }

    /**
     * Whether it names a child of the start, or one who lives where the subject lives or was found.
     */
    private boolean childThere(Start start, Fact fact) {
        Set<PersonId> named =
                start.fact().stream().flatMap(this::people).collect(Collectors.toSet());
        Set<PlaceId> there = new HashSet<>();
        start.fact().flatMap(situation.around()::placeOf).ifPresent(there::add);
        LocalDate day = London.day(start.counted());
        openOn(situation.subject().id(), day).forEach(there::add);
        return people(fact)
                .filter(p -> !p.equals(situation.subject().id()))
                .filter(p -> situation.around().person(p).childOn(day))
                .anyMatch(p -> named.contains(p) || openOn(p, day).anyMatch(there::contains));
    }

    private Stream<PersonId> people(Fact fact) {
        return fact.participants().stream()
                .flatMap(p -> situation.around().whose(p.record()).stream())
                .map(Individual::id);
    }

    private Stream<PlaceId> openOn(PersonId person, LocalDate day) {
        return situation.around().stays(person).stream()
                .filter(s -> s.openOn(day))
                .map(Stay::place)
                .filter(place -> !situation.around().communal(place, day));
    }

    private List<Individual> childrenThere() {
        LocalDate today = situation.today();
        return openOn(situation.subject().id(), today)
                .flatMap(place -> situation.around().at(place, today).stream())
                .map(Stay::person)
                .distinct()
                .map(situation.around()::person)
                .filter(p -> p.childOn(today))
                .toList();
    }

    private boolean answers(Start start, Fact fact, Condition condition) {
        return condition.answering().isEmpty()
                || facts(condition.answering().get()).stream()
                        .filter(asked -> after(start, asked))
                        .anyMatch(asked ->
                                fact.references().regarding().contains(asked.id().message()));
    }

    private static boolean agrees(Start start, Fact fact, Condition condition) {
        return start.fact().map(s -> condition.agrees(s, fact)).orElse(condition.same().isEmpty());
    }

    /**
     * What names the start ends it for everybody in it, and for whoever they may be, whomever the
     * answer itself names.
     */
    private Stream<Fact> regarding(Start start, Condition condition) {
        Stream<Fact> began =
                start.fact().isPresent()
                        ? start.fact().stream()
                        : situation.around().facts(start.evidence()).stream();
        return began.flatMap(asked ->
                        Stream.concat(
                                        Stream.of(situation.subject()),
                                        asked.participants().stream()
                                                .flatMap(p ->
                                                        situation
                                                                .around()
                                                                .whoseEver(p.record())
                                                                .stream()))
                                .distinct()
                                .flatMap(p -> p.counting(condition.kind()).stream())
                                .filter(f ->
                                        f.references().regarding().contains(asked.id().message())))
                .filter(f -> condition.fits(f) && saidBy(condition, f) && saidTo(condition, f))
                .filter(f -> theirs(start, f, condition));
    }

    /** Whether whoever must say it does, or whoever had their work when it came. */
    private boolean theirs(Start start, Fact fact, Condition condition) {
        Optional<AgencyId> sayer =
                switch (condition.sayer()) {
                    case ANYBODY -> Optional.empty();
                    case ADDRESSEE -> start.addressee();
                    case SOURCE -> start.fact().map(Fact::source);
                };
        return sayer.map(agency -> speaksFor(agency, fact)).orElse(true);
    }

    /** Whether the source of a fact is an agency, or had its work when the fact came. */
    private boolean speaksFor(AgencyId agency, Fact fact) {
        LocalDate day = London.day(fact.times().received());
        return fact.source().equals(agency)
                || fact.source().equals(situation.directory().current(agency, day));
    }

    /** After the start, or as long before it as the condition says. */
    private boolean inTime(
            Start start, Fact fact, Condition condition, Collection<Condition> conditions) {
        if (condition.unless().sameInjury()) {
            return tells(start, fact);
        }
        int daysBefore = condition.unless().daysBefore();
        if (dayOf(fact).isBefore(London.day(start.counted()).minusDays(daysBefore))) {
            return false;
        }
        long told = firstTold(start, conditions, fact);
        return (told > start.position() && after(start, fact) && !began(start, fact))
                || (daysBefore > 0 && told < start.position());
    }

    /** A correction of what began it is no answer to it. */
    private static boolean began(Start start, Fact fact) {
        return start.evidence().contains(fact.id());
    }

    private static boolean after(Start start, Fact fact) {
        return fact.position() > start.position()
                && !dayOf(fact).isBefore(London.day(start.counted()));
    }

    private static LocalDate dayOf(Fact fact) {
        return fact.times()
                .happened()
                .latest()
                .orElseGet(() -> London.day(fact.times().recorded()));
    }

    private boolean meets(Condition condition, Fact fact, Individual person) {
        return condition.fits(fact)
                && counts(condition, fact, person)
                && (condition.of() != Condition.Of.NAMED_FIRST
                        || fact.subject().filter(person::has).isPresent())
                && roleFits(condition, fact, person)
                && saidBy(condition, fact)
                && saidTo(condition, fact)
                && narrowed(condition.unless(), fact);
    }

    /**
     * Whoever does not have a case offers nothing, what somebody else than whoever was asked says
     * is no answer to an offer, and what one person says that an area elsewhere accepted is no
     * acceptance yet.
     */
    private boolean counts(Condition condition, Fact fact, Individual person) {
        if (!(fact.body() instanceof HandOver handOver)) {
            return true;
        }
        return switch (handOver.stage()) {
            case OFFERED -> held(handOver, fact) != condition.unless().unheld();
            case ACCEPTANCE_TOLD -> true;
            case REFUSED, WITHDRAWN -> rightful(handOver, fact, person);
            case ACCEPTED -> rightful(handOver, fact, person) || accepted(handOver, fact);
            case ACCEPTANCE_CONFIRMED -> accepted(handOver, fact);
        };
    }

    private boolean held(HandOver handOver, Fact fact) {
        if (handOver.what() == HandOver.Handed.CASE) {
            return CaseHandOvers.offeredByHolder(situation, fact);
        }
        HandOvers all = handOvers(handOver.what());
        return all.all().stream().filter(e -> e.fact().id().equals(fact.id())).noneMatch(all::idle);
    }

    /** By whoever can say so, or has their work by then. */
    private boolean rightful(HandOver handOver, Fact fact, Individual person) {
        return HandOvers.rightful(person, handOver, fact, agency -> speaksFor(agency, fact));
    }

    private boolean accepted(HandOver handOver, Fact fact) {
        return handOvers(handOver.what()).acceptances().stream()
                .anyMatch(a -> a.entry().fact().id().equals(fact.id()));
    }

    private HandOvers handOvers(HandOver.Handed what) {
        return switch (what) {
            case REGISTERED_PERSON -> situation.registers().handOvers();
            case SUPERVISION -> Supervised.of(situation).handOvers();
            case CASE -> CaseHandOvers.of(situation);
        };
    }

    private boolean narrowed(Condition.Unless unless, Fact fact) {
        return (unless.notBy().isEmpty() || !isOf(unless.notBy(), fact.source()))
                && (unless.notTo().isEmpty()
                        || fact.references().addressees().stream()
                                .noneMatch(a -> isOf(unless.notTo(), a)))
                && (!unless.weekend() || onWeekend(fact))
                && (!unless.serious() || serious(fact, unless.settledBy()))
                && (unless.beside().isEmpty()
                        || unless.beside().stream()
                                .flatMap(b -> facts(b).stream())
                                .anyMatch(b -> stoodBeside(b, fact, unless.besideByDay())));
    }

    /**
     * It came before; by day, also where it was so by the day of the other, whichever of the two
     * was told first. Nothing stands beside itself.
     */
    private static boolean stoodBeside(Fact beside, Fact fact, boolean byDay) {
        return beside.position() < fact.position()
                || (byDay
                        && beside.position() > fact.position()
                        && !dayOf(beside).isAfter(dayOf(fact)));
    }

    /** Whether it is a telling of the injury whose finding started the clock. */
    private boolean tells(Start start, Fact fact) {
        return Child.in(situation).map(Injuries::of).stream()
                .flatMap(injuries -> injuries.all().stream())
                .filter(injury -> start.reference().equals(Start.found(injury.key())))
                .anyMatch(injury -> injury.isToldBy(fact));
    }

    /** It tells of a serious injury that is not settled, or is what a doctor says of one. */
    private boolean serious(Fact fact, List<Condition> settledBy) {
        return Child.in(situation).map(Injuries::of).stream()
                .anyMatch(injuries ->
                        (fact.body() instanceof MedicalOpinion
                                        ? opinionOn(injuries, fact)
                                        : injuries.all().stream()
                                                .filter(injury -> injury.isToldBy(fact)))
                                .filter(injury -> !settled(injuries, injury, fact, settledBy))
                                .anyMatch(injuries::serious));
    }

    /**
     * Whether it was done already, on the day of the injury or later, what the fact would ask: of
     * this injury, where it names any or where no other serious one lies between.
     */
    private boolean settled(
            Injuries injuries, Injury injury, Fact fact, List<Condition> settledBy) {
        return settledBy.stream()
                .flatMap(c -> facts(c).stream())
                .filter(done -> done.position() < fact.position())
                .filter(done -> !dayOf(done).isBefore(injury.day()))
                .anyMatch(done -> isOf(injuries, injury, done));
    }

    private static boolean isOf(Injuries injuries, Injury injury, Fact done) {
        List<Injury> named = named(injuries, done);
        return named.isEmpty()
                ? injuries.all().stream()
                        .filter(injuries::serious)
                        .filter(i -> i.day().isAfter(injury.day()))
                        .noneMatch(i -> !i.day().isAfter(dayOf(done)))
                : named.contains(injury);
    }

    /** The injuries that a fact names. */
    private static List<Injury> named(Injuries injuries, Fact fact) {
        Collection<MessageRef> regarding = fact.references().regarding();
        return injuries.all().stream()
                .filter(injury ->
                        injury.tellings().stream()
                                .anyMatch(t -> regarding.contains(t.fact().id().message())))
                .toList();
    }

    /** The injuries that an opinion names; of that month where it names none, or something else. */
    private static Stream<Injury> opinionOn(Injuries injuries, Fact opinion) {
        List<Injury> named = named(injuries, opinion);
        LocalDate day = dayOf(opinion);
        return named.isEmpty()
                ? injuries.all().stream()
                        .filter(injury -> !injury.day().isAfter(day))
                        .filter(injury -> injury.day().plusDays(DAYS_OF_OPINION).isAfter(day))
                : named.stream();
    }

    private static boolean onWeekend(Fact fact) {
        return fact.times()
                .happened()
                .latest()
                .filter(day ->
                        day.getDayOfWeek() == DayOfWeek.SATURDAY
                                || day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .isPresent();
    }

    private static boolean roleFits(Condition condition, Fact fact, Individual person) {
        Set<PersonRole> roles = new HashSet<>();
        for (Participant participant : fact.participants()) {
            if (person.has(participant.record())) {
                roles.add(participant.role());
            }
        }
        if (condition.role().isEmpty()) {
            return roles.stream().anyMatch(r -> r != PersonRole.SIBLING);
        }
        return roles.stream().anyMatch(r -> condition.role().contains(Codes.kebab(r)));
    }

    private boolean saidBy(Condition condition, Fact fact) {
        return condition.by().isEmpty() || isOf(condition.by(), fact.source());
    }

    /** Whoever tells their own agency has told nobody. */
    private boolean saidTo(Condition condition, Fact fact) {
        return condition.to().isEmpty()
                || fact.references().addressees().stream()
                        .filter(a -> !a.equals(fact.source()))
                        .anyMatch(a -> isOf(condition.to(), a));
    }

    private boolean isOf(Set<AgencyType> types, AgencyId agency) {
        return situation
                .directory()
                .agency(agency)
                .map(Agency::type)
                .filter(types::contains)
                .isPresent();
    }

    private Stream<Individual> whom(Condition.Of of) {
        return people.computeIfAbsent(of, this::find).stream();
    }

    private List<Individual> find(Condition.Of of) {
        Individual subject = situation.subject();
        return switch (of) {
            case SUBJECT, NAMED_FIRST -> situation.around().selves();
            case PARENT -> situation.around().parents(subject.id());
            case SIBLING -> situation.around().siblings();
            case CARER ->
                    Stream.of(Connection.Kind.CARER, Connection.Kind.SUPERVISOR)
                            .flatMap(k -> situation.around().connections(subject.id(), k).stream())
                            .map(c -> situation.around().person(c.to()))
                            .toList();
            case SUSPECT ->
                    investigations()
                            .flatMap(Matching::suspects)
                            .flatMap(r -> situation.around().whose(r).stream())
                            .distinct()
                            .toList();
            case HOUSEHOLD_CHILD -> childrenThere();
            case HOUSEHOLD_ADULT ->
                    situation.around().reach(situation.today()).stream()
                            .filter(r -> r.why().compareTo(Reach.Why.PARTNER_OF_PARENT) <= 0)
                            .map(Reach::person)
                            .filter(p -> !p.childOn(situation.today()))
                            .toList();
        };
    }

    private Stream<Matter> investigations() {
        return Child.in(situation).map(Matters::of).stream()
                .flatMap(m -> m.all().stream())
                .filter(m -> m.kind() == Matter.Kind.POLICE_INVESTIGATION);
    }

    private static Stream<SourceRecord> suspects(Matter investigation) {
        return investigation.basis().getFirst().fact().participants().stream()
                .filter(p -> SUSPECTED.contains(p.role()))
                .map(Participant::record);
    }

    /** What was done about the suspect from the day on which it began until it ended. */
    private static boolean runsAt(Matter investigation, Individual suspect, Fact fact) {
        Instant received = fact.times().received();
        return suspects(investigation).anyMatch(suspect::has)
                && !London.day(received).isBefore(London.day(investigation.opened()))
                && investigation.closed().filter(received::isAfter).isEmpty();
    }

    /** The newest of the facts' positions; 0 when none of them is here. */
    long newestPosition(Collection<FactId> ids) {
        return situation.around().facts(ids).stream().mapToLong(Fact::position).max().orElse(0);
    }
}
