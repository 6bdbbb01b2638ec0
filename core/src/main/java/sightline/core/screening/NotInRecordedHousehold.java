package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HousingBody;
import sightline.core.facts.PersonBody;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.core.screening.Finding.Effect;
import sightline.core.screening.Matter.Kind;
import sightline.core.screening.Matters.Beside;
import sightline.core.screening.SharedHomes.Overlap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * AL-06: somebody recorded by any agency at the address of a child on a plan, under enquiry or with
 * an open referral, who is not in the recorded household. The matter is the person ({@code
 * person:ID}), of somebody unnamed the report ({@code occupant:FACT}); before social care has
 * recorded a household a single matter, {@code household}, names everybody at the address. Where
 * AL-02 stands for the person, that is the alert.
 */
final class NotInRecordedHousehold extends CatalogueRule {
    static final RuleId ID = new RuleId("AL-06");
    private static final String UNNAMED = "an unnamed person";
    private static final Set<Kind> KNOWN_TO_SOCIAL_CARE =
            EnumSet.of(
                    Kind.PROTECTION_PLAN,
                    Kind.IN_NEED_PLAN,
                    Kind.LOOKED_AFTER,
                    Kind.ENQUIRY,
                    Kind.REFERRAL);

    private static final RuleCard CARD =
            new RuleCard(
                    "Somebody lives there who is not in the record",
                    "Haringey 2007 and Birmingham 2008: men moved in whom no worker's record named.",
                    Set.of(
                            PersonBody.Residence.class,
                            PersonBody.HouseholdMemberSeen.class,
                            HousingBody.Tenancy.class,
                            HousingBody.OccupantReported.class,
                            CareBody.Plan.class,
                            CareBody.Conference.class,
                            CareBody.Enquiry.class,
                            CareBody.Referral.class,
                            CareBody.ReferralDecision.class),
                    "The lead worker; before there is one, whoever decides the referral.",
                    "That an agency recorded somebody at the address, and on what day: no colour, no"
                            + " cause.",
                    "A plan, an enquiry or an open referral, and an entry of another agency at the"
                            + " child's address that social care's own record does not know.",
                    "A name less, or a day less, and the worker could not ask.",
                    List.of(
                            "No open referral, enquiry or plan",
                            "Somebody whom social care recorded itself",
                            "Parents, brothers and sisters, unless recorded there anew; while social"
                                    + " care has recorded no household, they are shown to whoever"
                                    + " decides the referral",
                            "A hostel, a ward, or more than 20 people at one place",
                            "Somebody who had moved away before the matter opened",
                            "Somebody about whom AL-02 alerts: a line in that",
                            "Somebody known by a given name alone who may be one of that record, and a"
                                    + " record of which nobody has decided whether it is of the"
                                    + " child, or of one of that record or the family: shown, to"
                                    + " be asked; the two are never joined for it"),
                    "INF");

    NotInRecordedHousehold() {
        super(ID, CARD, 5);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        Optional<Child> child =
                Child.in(situation).filter(c -> c.individual().childOn(situation.today()));
        if (child.isEmpty()) {
            return Evaluation.NOTHING;
        }
        List<Matter> matters =
                Matters.of(child.get()).all().stream()
                        .filter(m -> KNOWN_TO_SOCIAL_CARE.contains(m.kind()))
                        .toList();
        if (matters.isEmpty()) {
            return Evaluation.NOTHING;
        }
        Evaluation found = new OfChild(situation, child.get(), matters).evaluate();
        Optional<Instant> grown = Birthdays.endOfChildhood(situation.subject());
        return found.findings().isEmpty() || grown.isEmpty()
                ? found
                : found.and(Evaluation.askAgain(grown.get()));
    }

    /** The rule for one child. */
    private static final class OfChild {
        private final Situation situation;
        private final Child child;
        private final List<Matter> matters;
        private final RecordedHousehold household;
        private final Timed timed;

        OfChild(Situation situation, Child child, List<Matter> matters) {
            this.situation = situation;
            this.child = child;
            this.matters = matters;
            this.household = new RecordedHousehold(situation);
            this.timed = new Timed(situation);
        }

        Evaluation evaluate() {
            List<Overlap> overlaps =
                    SharedHomes.in(situation).of(situation.subject().id()).stream()
                            .filter(o -> lives(o.own()))
                            .sorted(
                                    Comparator.comparing(Overlap::since)
                                            .thenComparing(o -> o.other().basis().id()))
                            .toList();
            if (household.since().isEmpty()) {
                everybody(overlaps);
                return timed.evaluation();
            }
            Evaluation known = Evaluations.in(situation).of(new KnownRiskJoinsChild());
            Set<PersonId> seen = new HashSet<>();
            Set<FactId> asked = new HashSet<>();
            for (Overlap overlap : overlaps) {
                Individual person = situation.around().person(overlap.other().person());
                boolean named =
                        stands(known, person)
                                || household.has(person)
                                || longKnown(person, overlap);
                boolean alert = !named && !household.mayBeOf(person) && !undecided(person, overlap);
                FactId record = overlap.other().basis().id();
                if (!named && !alert && !asked.contains(record) && mayBe(overlap)) {
                    asked.add(record);
                } else if (alert && !seen.contains(person.id()) && person(overlap, person)) {
                    seen.add(person.id());
                }
            }
            unnamed();
            return timed.evaluation().and(new Evaluation(List.of(), known.recheckAt()));
        }

        /** Where the child is only on a visit is no address of the child. */
        private static boolean lives(Stay own) {
            return own.kind() != PersonBody.Stay.VISITING;
        }

        private static boolean stands(Evaluation known, Individual person) {
            return known.findings().stream()
                    .filter(f -> !KnownRiskJoinsChild.onlyPossible(f))
                    .filter(f -> f.alerts() || f.headline().value().startsWith("Known and agreed"))
                    .anyMatch(f -> f.matter().equals("person:" + person.id().value()));
        }

        /** Parents, brothers and sisters are of the family that social care asks after anyway. */
        private boolean family(Individual person) {
            PersonId id = situation.subject().id();
            return situation.around().parents(id).contains(person)
                    || situation.around().siblings().contains(person);
        }

        /** Whether nobody has decided if it is a record of the child, or of whom it knows there. */
        private boolean undecided(Individual person, Overlap overlap) {
            return situation.around().undecided(person.id()).stream()
                    .anyMatch(other ->
                            situation.around().selves().contains(other)
                                    || household.has(other)
                                    || longKnown(other, overlap));
        }

        /** The child itself, or of its family, by whatever nobody has decided yet. */
        private boolean mayBeFamily(Individual person) {
            return family(person)
                    || situation.around().undecided(person.id()).stream()
                            .anyMatch(other ->
                                    situation.around().selves().contains(other) || family(other));
        }

        /** Of the family, at an address that is older than social care's own look at the home. */
        private boolean longKnown(Individual person, Overlap overlap) {
            Instant told = overlap.other().basis().times().received();
            return family(person) && household.writtenAfter(told);
        }

        /**
         * Also beside a matter that was closed before both were known here, where both stood on one
         * day as they were written down.
         */
        private Optional<Beside> beside(Instant evidence, Instant written) {
            return first(m -> m.beside(evidence))
                    .or(() -> first(m -> m.besideOnTheDay(evidence, written)));
        }

        private Optional<Beside> first(Function<Matter, Optional<Instant>> beside) {
            return matters.stream()
                    .flatMap(m -> beside.apply(m).map(s -> new Beside(m, s)).stream())
                    .min(Comparator.comparing(Beside::since).thenComparing(b -> b.matter().kind()));
        }

        private static Instant written(Overlap overlap) {
            return Order.later(
                    overlap.own().basis().times().recorded(),
                    overlap.other().basis().times().recorded());
        }

        /**
         * One alert with all at the address, to whoever decides the referral, where anybody beyond
         * parents, brothers and sisters is among them; of the family alone they are only shown.
         */
        private void everybody(List<Overlap> overlaps) {
            List<Overlap> open = new ArrayList<>();
            Optional<Beside> first = Optional.empty();
            Optional<Beside> family = Optional.empty();
            for (Overlap overlap : overlaps) {
                Optional<Beside> beside =
                        beside(overlap.since(), written(overlap))
                                .filter(b -> open(overlap, b.since()));
                if (beside.filter(b -> !b.since().isAfter(situation.now())).isPresent()) {
                    open.add(overlap);
                }
                if (!mayBeFamily(situation.around().person(overlap.other().person()))) {
                    first = earliest(first, beside);
                }
                family = earliest(family, beside);
            }
            first.ifPresent(b -> timed.from(b.since(), at -> household(open, b, at, Effect.ALERT)));
            if (first.filter(b -> !b.since().isAfter(situation.now())).isEmpty()) {
                family.ifPresent(
                        b -> timed.from(b.since(), at -> household(open, b, at, Effect.SHOWN)));
            }
        }

        private static Optional<Beside> earliest(Optional<Beside> one, Optional<Beside> other) {
            return Stream.of(one, other)
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing(Beside::since));
        }

        private static boolean open(Overlap overlap, Instant moment) {
            return !overlap.days().endedBefore(London.day(moment));
        }

        private Finding household(List<Overlap> open, Beside beside, Instant since, Effect effect) {
            Matter matter = beside.matter();
            Found found =
                    Found.of(new NotInRecordedHousehold(), child, "household", "everybody")
                            .follows(
                                    "No household is recorded by social care beside "
                                            + matter.kind().words()
                                            + ".",
                                    matter.opened())
                            .late(beside, "that");
            Set<Fact> told = new HashSet<>();
            for (Overlap overlap : open) {
                Fact fact = overlap.other().basis();
                if (told.add(fact)) {
                    Individual person = situation.around().person(overlap.other().person());
                    found.fact(fact, Sure.of(fact, person), recorded(fact, who(person, fact)));
                }
            }
            return (effect == Effect.SHOWN ? found.shownOnly() : found)
                    .tell(deciding(matter))
                    .notShown("It does not say who lives there today.")
                    .finding(
                            since,
                            "Nobody has recorded who lives with this child; these are recorded at"
                                    + " the address.",
                            sharing());
        }

        /** Whether the person was there beside an open matter that social care had a record of. */
        private boolean person(Overlap overlap, Individual person) {
            Instant evidence = Namings.latest(overlap.since(), household.since().orElseThrow());
            Optional<Beside> beside =
                    beside(evidence, written(overlap)).filter(b -> open(overlap, b.since()));
            beside.ifPresent(b -> timed.from(b.since(), at -> named(overlap, person, b, at)));
            return beside.isPresent();
        }

        /** One whom social care may have written down, or the child: shown, to be asked. */
        private boolean mayBe(Overlap overlap) {
            Instant evidence = Namings.latest(overlap.since(), household.since().orElseThrow());
            Optional<Beside> beside =
                    beside(evidence, written(overlap)).filter(b -> open(overlap, b.since()));
            beside.ifPresent(
                    b -> timed.from(b.since(), at -> asked(overlap.other().basis(), b, at)));
            return beside.isPresent();
        }

        private Finding asked(Fact fact, Beside beside, Instant since) {
            return Found.of(new NotInRecordedHousehold(), child, "may-be", fact.id().text())
                    .fact(fact, Certainty.POSSIBLE, recorded(fact, "somebody"))
                    .late(beside, "that")
                    .shownOnly()
                    .tell(Owners.of(beside.matter(), child))
                    .notShown("Whether it is who social care wrote down, or somebody else.")
                    .finding(
                            since,
                            "Somebody recorded at the address may be one of social care's record of"
                                    + " the household, or the child: ask.",
                            sharing());
        }

        private Finding named(Overlap overlap, Individual person, Beside beside, Instant since) {
            Matter matter = beside.matter();
            Fact fact = overlap.other().basis();
            String who = who(person, fact);
            return Found.of(
                            new NotInRecordedHousehold(),
                            child,
                            "person:" + person.id().value(),
                            fact.id().text())
                    .fact(fact, Sure.of(fact, person), recorded(fact, who))
                    .follows(
                            "Social care's record of the household does not name them, beside "
                                    + matter.kind().words()
                                    + ".",
                            since)
                    .late(beside, "that")
                    .tell(Owners.of(matter, child))
                    .notShown("It does not say who the person is to the child, or why they came.")
                    .finding(since, recorded(fact, who), sharing());
        }

        /** "an adult", "a child", or "somebody" where no date of birth says. */
        private static String who(Individual person, Fact fact) {
            if (person.born().isEmpty()) {
                return "somebody";
            }
            return person.childOn(London.day(fact.times().recorded())) ? "a child" : "an adult";
        }

        /** Reports of somebody unnamed, until social care writes about the household again. */
        private void unnamed() {
            Map<Fact, Beside> reports = new LinkedHashMap<>();
            for (Stay stay :
                    situation.around().stays(situation.subject().id()).stream()
                            .filter(OfChild::lives)
                            .toList()) {
                situation.around().occupying(stay.place()).stream()
                        .filter(f ->
                                f.body() instanceof HousingBody.OccupantReported o && !o.named())
                        .filter(f -> !household.writtenAfter(f.times().received()))
                        .forEach(f ->
                                unnamed(stay, f)
                                        .ifPresent(b -> reports.merge(f, b, OfChild::earlier)));
            }
            reports.forEach((fact, b) -> timed.from(b.since(), at -> occupant(fact, b, at)));
        }

        private static Beside earlier(Beside one, Beside other) {
            return other.since().isBefore(one.since()) ? other : one;
        }

        private Optional<Beside> unnamed(Stay stay, Fact fact) {
            Instant evidence =
                    Namings.latest(
                            fact.times().received(),
                            stay.basis().times().received(),
                            household.since().orElseThrow());
            return beside(
                            evidence,
                            Order.later(fact.times().recorded(), stay.basis().times().recorded()))
                    .filter(b -> stay.openOn(London.day(b.since())))
                    .filter(b -> !situation.around().communal(stay.place(), London.day(b.since())));
        }

        private Finding occupant(Fact fact, Beside beside, Instant since) {
            return Found.of(
                            new NotInRecordedHousehold(),
                            child,
                            "occupant:" + fact.id().text(),
                            fact.id().text())
                    .fact(fact, Certainty.POSSIBLE, recorded(fact, UNNAMED))
                    .late(beside, "that")
                    .tell(Owners.of(beside.matter(), child))
                    .notShown("It does not say who the person is, or that they live there.")
                    .finding(since, recorded(fact, UNNAMED), sharing());
        }

        private String recorded(Fact fact, String who) {
            String service =
                    situation
                            .directory()
                            .agency(fact.source())
                            .map(Agency::type)
                            .map(Found::words)
                            .orElse("an agency");
            return Character.toUpperCase(service.charAt(0))
                    + service.substring(1)
                    + " recorded "
                    + who
                    + " at this child's address on "
                    + Words.day(London.day(fact.times().recorded()))
                    + ".";
        }

        /** Whoever decides the referral. */
        private Set<Recipient> deciding(Matter matter) {
            return matter.agency()
                    .map(a -> Set.of(new Recipient(a, Role.DUTY_MANAGER)))
                    .orElseGet(() -> Told.socialCareManager(child));
        }

        private static Sharing sharing() {
            return new Sharing(
                    List.of("The lead worker, or whoever decides the referral"),
                    List.of("The household, until the lead worker has asked"),
                    List.of("The lead worker's manager"));
        }
    }
}
