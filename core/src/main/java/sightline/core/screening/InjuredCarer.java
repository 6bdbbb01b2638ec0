package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * AL-05: a pregnant or caring adult is seen with injuries twice or more in 12 months by health
 * organisations. Told to the treating organisation alone, which asks her alone and safely. The
 * matter is the adult ({@code adult:ID}), the item the second or later injury; the subject is the
 * unborn child, else the youngest, so that one adult is one alert.
 */
final class InjuredCarer extends CatalogueRule {
    static final RuleId ID = new RuleId("AL-05");
    private static final int MONTHS = 12;
    private static final int TWINS_DAYS = 2;
    private static final Set<AgencyType> HEALTH =
            EnumSet.of(
                    AgencyType.GP,
                    AgencyType.HOSPITAL,
                    AgencyType.MATERNITY,
                    AgencyType.HEALTH_VISITING,
                    AgencyType.SCHOOL_NURSING,
                    AgencyType.AMBULANCE);
    private static final Set<Matter.Kind> CURRENT_RISK =
            EnumSet.of(Matter.Kind.PROTECTION_PLAN, Matter.Kind.ENQUIRY, Matter.Kind.PROCEEDINGS);

    private static final RuleCard CARD =
            new RuleCard(
                    "A pregnant or caring adult seen with injuries again",
                    "Suffolk 2008: the mother came \"on a number of occasions\", some while pregnant,"
                            + " with minor injuries; staff suspected domestic abuse, she denied it"
                            + " with him beside her, and nobody counted.",
                    Set.of(
                            HealthBody.InjuryObserved.class,
                            HealthBody.PregnancyBooked.class,
                            HealthBody.Birth.class,
                            PersonBody.Relationship.class),
                    "The treating organisation's safeguarding midwife or nurse. Social care only"
                            + " while a protection plan, an enquiry or proceedings are open, and"
                            + " then that a health record supports this and whom to ring.",
                    "That there were earlier injuries, between health organisations. Beyond health"
                            + " nothing, unless they decide and record it.",
                    "Two injuries on different days within 12 months (AL-05.months), seen by health"
                            + " organisations, of an adult who is pregnant or a parent or carer.",
                    "Each visit alone is a minor injury; the count is what asks the question.",
                    List.of(
                            "One injury written down by the ambulance and by the hospital that day",
                            Counted.SENT_TWICE,
                            "Injuries in police logs: they go with AL-03",
                            "Injuries more than 12 months apart",
                            "An adult who is not pregnant and cares for no child"),
                    "INF");

    InjuredCarer() {
        super(ID, CARD);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "months",
                        "Months in which injuries of a carer count together",
                        MONTHS,
                        1,
                        36));
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        Individual child = situation.subject();
        boolean ended =
                !child.childOn(situation.today())
                        || !situation.around().becameBorn().isEmpty()
                        || child.died().isPresent();
        if (ended) {
            return Evaluation.NOTHING;
        }
        Timed timed = new Timed(situation);
        for (Anchor anchor : Anchor.of(situation.around())) {
            if (youngest(situation, anchor.person()) && pregnantOrCaring(situation, anchor)) {
                new OfAdult(situation, anchor, timed).add();
            }
        }
        Evaluation found = timed.evaluation();
        Optional<Instant> grown = Birthdays.endOfChildhood(child);
        return found.findings().isEmpty() || grown.isEmpty()
                ? found
                : found.and(Evaluation.askAgain(grown.get()));
    }

    /** Of an unborn child, whoever is pregnant; the other parent cares for it once it is born. */
    private static boolean pregnantOrCaring(Situation situation, Anchor anchor) {
        return !situation.subject().unborn()
                || Stream.of(PersonRole.SUBJECT, PersonRole.MOTHER)
                        .flatMap(anchor.link()::in)
                        .anyMatch(anchor.person()::has);
    }

    private static boolean youngest(Situation situation, Individual adult) {
        Individual child = situation.subject();
        List<Individual> selves = situation.around().selves();
        return situation.around().childrenOf(adult.id()).stream()
                .filter(c -> !selves.contains(c) && c.died().isEmpty())
                .noneMatch(c -> younger(c, child));
    }

    private static boolean younger(Individual other, Individual child) {
        if (other.unborn() != child.unborn()) {
            return other.unborn();
        }
        Optional<LocalDate> mine = child.born().map(b -> b.earliest());
        Optional<LocalDate> theirs = other.born().map(b -> b.earliest());
        return mine.isPresent()
                && theirs.filter(t -> t.isAfter(mine.get().plusDays(TWINS_DAYS))).isPresent();
    }

    /** The injuries of one adult. */
    private record OfAdult(Situation situation, Anchor anchor, Timed timed) {

        void add() {
            Optional<Instant> adult = Birthdays.adult(anchor.person());
            if (adult.isEmpty()) {
                return;
            }
            List<Entry<HealthBody.InjuryObserved>> injuries = injuries();
            for (int i = 1; i < injuries.size(); i++) {
                Entry<HealthBody.InjuryObserved> injury = injuries.get(i);
                Instant since = Namings.latest(injury.received(), anchor.since(), adult.get());
                LocalDate limit =
                        London.day(since)
                                .minusMonths(situation.parameters().number(ID, "months", MONTHS));
                List<Entry<HealthBody.InjuryObserved>> recent =
                        injuries.subList(0, i).stream()
                                .filter(e -> !day(e).isBefore(limit))
                                .filter(e -> !day(e).equals(day(injury)))
                                .toList();
                boolean counts =
                        !recent.isEmpty()
                                && !day(injury).isBefore(limit)
                                && anchor.openOn(London.day(since));
                if (counts) {
                    tell(injury, recent, since);
                }
            }
        }

        /** Those that a health organisation saw, in the order in which they were received. */
        private List<Entry<HealthBody.InjuryObserved>> injuries() {
            return anchor.person().about(HealthBody.InjuryObserved.class).stream()
                    .filter(e -> type(e).filter(HEALTH::contains).isPresent())
                    .toList();
        }

        private Optional<AgencyType> type(Entry<?> entry) {
            return situation.directory().agency(entry.fact().source()).map(Agency::type);
        }

        /** The day of it where the source knows one, else the day on which it was written down. */
        private static LocalDate day(Entry<?> entry) {
            When happened = entry.fact().times().happened();
            boolean exact = happened instanceof When.Day || happened instanceof When.At;
            return exact ? entry.day() : entry.recordedDay();
        }

        private void tell(
                Entry<HealthBody.InjuryObserved> injury,
                List<Entry<HealthBody.InjuryObserved>> earlier,
                Instant since) {
            timed.from(since, at -> toTreating(injury, earlier, at));
            Child.in(situation)
                    .flatMap(c ->
                            Matters.of(c).all().stream()
                                    .filter(m -> CURRENT_RISK.contains(m.kind()))
                                    .flatMap(m ->
                                            m.beside(since).map(s -> new Beside(m, s)).stream())
                                    .min(Comparator.comparing(Beside::since)))
                    .ifPresent(b -> timed.from(b.since(), at -> toSocialCare(injury, b, at)));
        }

        private record Beside(Matter matter, Instant since) {}

        private Finding toTreating(
                Entry<HealthBody.InjuryObserved> injury,
                List<Entry<HealthBody.InjuryObserved>> earlier,
                Instant since) {
            List<Entry<HealthBody.InjuryObserved>> all = new ArrayList<>(earlier);
            all.add(injury);
            PathOf path = new PathOf();
            path.fact(
                    anchor.link(),
                    Sure.of(anchor.link(), anchor.person()),
                    situation.subject().unborn()
                            ? "This adult is recorded as expecting a child."
                            : "This adult is recorded as " + anchor.word() + " of the child.");
            path.entries(all, e -> "Seen with an injury: " + Found.marks(e.body().marks()) + ".");
            return finding(
                    injury,
                    "",
                    since,
                    "An adult who is pregnant or cares for a child was seen with injuries "
                            + all.size()
                            + " times in 12 months: ask alone, safely.",
                    path.steps(),
                    Set.of(new Recipient(injury.fact().source(), treating(injury))));
        }

        private Role treating(Entry<?> injury) {
            AgencyType type = type(injury).orElse(AgencyType.OTHER);
            if (type == AgencyType.HOSPITAL || type == AgencyType.MATERNITY) {
                return situation.subject().unborn()
                        ? Role.SAFEGUARDING_MIDWIFE
                        : Role.SAFEGUARDING_NURSE;
            }
            return type == AgencyType.HEALTH_VISITING || type == AgencyType.SCHOOL_NURSING
                    ? Role.SAFEGUARDING_NURSE
                    : Role.SAFEGUARDING_LEAD;
        }

        /** Without diagnosis, and without the record itself. */
        private Finding toSocialCare(
                Entry<HealthBody.InjuryObserved> injury, Beside beside, Instant since) {
            String whom =
                    situation
                            .directory()
                            .agency(injury.fact().source())
                            .map(Agency::name)
                            .orElse("the treating organisation");
            PathOf path = new PathOf();
            path.derived(
                    "Beside " + beside.matter().kind().words() + ".",
                    beside.matter().opened(),
                    Certainty.CONFIRMED,
                    beside.matter().basis().stream().map(e -> e.fact().id()).toList());
            path.derived(
                    "A health record supports this; ring the safeguarding nurse or midwife of "
                            + whom
                            + ".",
                    since,
                    injury.certainty(),
                    List.of());
            return finding(
                    injury,
                    "+risk",
                    since,
                    "Health holds a record about an adult who cares for this child: ring before the"
                            + " next decision.",
                    path.steps(),
                    situation.recipients().at(AgencyType.CHILDRENS_SOCIAL_CARE, Role.DUTY_MANAGER));
        }

        private Finding finding(
                Entry<?> injury,
                String suffix,
                Instant since,
                String headline,
                List<Step> path,
                Set<Recipient> first) {
            return new Finding(
                    ID,
                    situation.subject().id(),
                    "adult:" + anchor.id().value(),
                    injury.fact().id().text() + suffix,
                    since,
                    new Text(headline),
                    path,
                    first,
                    new Sharing(
                            List.of("The treating organisation's safeguarding midwife or nurse"),
                            List.of(
                                    "Anybody who lives with the adult, and anybody through them",
                                    "Police and social care, until the treating organisation has"
                                            + " decided and recorded why; only a current risk to a"
                                            + " child goes before that"),
                            List.of("The treating organisation, after asking alone and safely")),
                    List.of(
                            new Text("It does not say how the injuries came about."),
                            new Text("It does not say that the adult was asked alone.")));
        }
    }
}
