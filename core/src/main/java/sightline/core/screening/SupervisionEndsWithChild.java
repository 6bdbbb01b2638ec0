package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.HealthBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.screening.SupervisionRuns.End;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * AL-18: supervision, licence, order or register period for an offence of AL-02 (a) to (c) ends
 * with the household unknown, or with a child or a pregnancy in it. The matter is the order ({@code
 * order:FACT}); the subject each child or unborn child of the household, else the adult.
 */
final class SupervisionEndsWithChild extends CatalogueRule {
    static final RuleId ID = new RuleId("AL-18");
    private static final String ITEM = "ended";

    private static final RuleCard CARD =
            new RuleCard(
                    "Supervision ends and nobody watches the household",
                    "Southampton 2013: six months of supervision ended \"with no concerns\"; the man"
                            + " moved on, was told to get in touch if he had children, and had"
                            + " twins.",
                    Set.of(
                            JusticeBody.Supervision.class,
                            JusticeBody.Release.class,
                            JusticeBody.RegisterNotification.class,
                            JusticeBody.Conviction.class,
                            PersonBody.Residence.class,
                            PersonBody.HouseholdMemberSeen.class,
                            HealthBody.PregnancyBooked.class),
                    "Police and social care of the area of residence.",
                    "That a supervision for such an offence has ended. From probation, courts or the"
                            + " register to the roles told first.",
                    "The end by a message or by its day, for an offence against a child or serious"
                            + " violence in the family, where nobody recorded a home or who lives in"
                            + " it, or with a child or a pregnancy in the home.",
                    "At the end of supervision everybody's duty to look ends on the same day.",
                    List.of(
                            "A household on record without a child or a pregnancy",
                            "Supervision for another kind of offence",
                            "An end that was put off before it came",
                            Counted.SENT_TWICE,
                            "A child who joins the home after the end: that is AL-02"),
                    "INF");

    SupervisionEndsWithChild() {
        super(ID, CARD, 2);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        if (!situation.around().becameBorn().isEmpty()) {
            return Evaluation.NOTHING;
        }
        Timed timed = new Timed(situation);
        if (!situation.subject().alwaysGrown()) {
            children(situation, timed);
        }
        new SupervisionRuns(situation, situation.subject())
                .ends()
                .forEach(e -> adult(situation, e, timed));
        return timed.evaluation();
    }

    private static void children(Situation situation, Timed timed) {
        Map<PersonId, List<Naming>> living = Namings.living(situation);
        Map<PersonId, List<Naming>> named = Namings.byPerson(situation);
        named.keySet().stream()
                .map(situation.around()::person)
                .forEach(p ->
                        new SupervisionRuns(situation, p)
                                .ends()
                                .forEach(e -> child(situation, p, e, living, named, timed)));
    }

    /** The subject is a child of the household, or the pregnancy in it, on the day of the end. */
    private static void child(
            Situation situation,
            Individual person,
            End end,
            Map<PersonId, List<Naming>> living,
            Map<PersonId, List<Naming>> named,
            Timed timed) {
        LocalDate day = London.day(end.moment());
        Individual child = situation.subject();
        if (!child.childOn(day)) {
            return;
        }
        boolean unborn =
                child.unborn() || child.born().filter(b -> b.earliest().isAfter(day)).isPresent();
        (unborn ? named : living)
                .getOrDefault(person.id(), List.of()).stream()
                        .filter(n -> n.open().test(day) && begun(n, day))
                        .min(Comparator.comparing(Naming::since).thenComparing(n -> n.item()))
                        .ifPresent(n ->
                                timed.from(
                                        Namings.latest(end.moment(), n.since()),
                                        at ->
                                                finding(
                                                        situation,
                                                        end,
                                                        at,
                                                        n.steps(),
                                                        headline(unborn))));
    }

    /** What is told later counts where it was so by then. */
    private static boolean begun(Naming naming, LocalDate day) {
        return naming.steps().stream()
                .flatMap(s -> s.date().earliest().stream())
                .noneMatch(d -> d.isAfter(day));
    }

    private static String headline(boolean unborn) {
        return "The supervision of somebody who is "
                + (unborn ? "named in this pregnancy" : "recorded in this child's home")
                + " has ended.";
    }

    /** Nobody knows where, or with whom, the adult lives, and no child or pregnancy is known. */
    private static void adult(Situation situation, End end, Timed timed) {
        Individual person = situation.subject();
        LocalDate day = London.day(end.moment());
        List<Stay> homes =
                situation.around().stays(person.id()).stream().filter(s -> s.openOn(day)).toList();
        boolean known = homes.stream().anyMatch(h -> householdKnown(situation, h, day));
        if (known || pregnancy(situation, person.id(), day) || !grown(person, end)) {
            return;
        }
        timed.from(
                end.moment(),
                at ->
                        finding(
                                situation,
                                end,
                                at,
                                List.of(
                                        new PathOf()
                                                .derived(
                                                        homes.isEmpty()
                                                                ? "No home of this person is on"
                                                                        + " record on the day of"
                                                                        + " the end."
                                                                : "A home is on record, and nobody"
                                                                        + " recorded who lives"
                                                                        + " there.",
                                                        at,
                                                        end.certainty(),
                                                        List.of())
                                                .steps()
                                                .getFirst()),
                                "A supervision has ended and nobody knows where, or with whom, this"
                                        + " person lives."));
    }

    /** Somebody recorded who lives there: named as a household, or others at the same home. */
    private static boolean householdKnown(Situation situation, Stay home, LocalDate day) {
        boolean seen =
                situation.subject().entries(PersonBody.HouseholdMemberSeen.class).stream()
                        .filter(e -> !e.day().isAfter(day))
                        .anyMatch(e ->
                                situation
                                        .around()
                                        .placeOf(e.fact())
                                        .filter(home.place()::equals)
                                        .isPresent());
        return seen
                || situation.around().communal(home.place(), day)
                || situation.around().at(home.place(), day).stream()
                        .anyMatch(s -> !s.person().equals(home.person()));
    }

    private static boolean grown(Individual person, End end) {
        return Birthdays.adult(person).filter(a -> !a.isAfter(end.moment())).isPresent();
    }

    private static boolean pregnancy(Situation situation, PersonId person, LocalDate day) {
        Stream<PersonId> partners =
                situation.around().connections(person, Kind.PARTNER).stream()
                        .filter(c -> !c.when().endedBefore(day))
                        .map(Connection::to);
        return Stream.concat(Stream.of(person), partners)
                .flatMap(p -> situation.around().childrenOf(p).stream())
                .anyMatch(c ->
                        c.unborn() || c.born().filter(b -> b.earliest().isAfter(day)).isPresent());
    }

    private static Finding finding(
            Situation situation, End end, Instant since, List<Step> where, String headline) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                KnownRisk.step(
                        situation,
                        end.shows(),
                        end.certainty(),
                        "A "
                                + end.words()
                                + " for an offence against a child or serious violence in the"
                                + " family has ended."));
        steps.addAll(where);
        Set<Recipient> told = new LinkedHashSet<>();
        Recipients recipients = situation.recipients();
        told.addAll(recipients.at(AgencyType.POLICE, Role.REGISTER_KEEPER));
        told.addAll(recipients.at(AgencyType.CHILDRENS_SOCIAL_CARE, Role.DUTY_MANAGER));
        return new Finding(
                ID,
                situation.subject().id(),
                "order:" + end.order().id().text(),
                ITEM,
                since,
                new Text(headline),
                steps,
                told,
                new Sharing(
                        List.of(
                                "Police and social care of the area of residence",
                                "The probation officer who held the supervision"),
                        List.of("The household and the person, by this system"),
                        List.of("Social care's manager, with police")),
                List.of(
                        new Text("It does not say that anyone in the home has been harmed."),
                        new Text("It does not say that the person did anything since.")));
    }
}
