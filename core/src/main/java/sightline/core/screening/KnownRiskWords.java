package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.HealthBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.screening.Finding.Effect;
import sightline.core.screening.KnownRisk.Limb;
import sightline.core.screening.NamedPerson.Hit;
import sightline.core.screening.NamedPerson.Shown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What AL-02 says of one person, to whom, and what it leaves unsaid. */
final class KnownRiskWords {
    private static final int HEALTH_VISITOR_YEARS = 5;

    static final List<Text> NOT_SHOWN =
            List.of(
                    new Text("It does not say that anyone has harmed this child."),
                    new Text(
                            "It does not say what the person does today, or how others have"
                                    + " assessed it since."),
                    new Text("Confirming who somebody is confirms that step alone."));

    private final Situation situation;
    private final Individual person;
    private final List<KnownRisk> risks;

    KnownRiskWords(Situation situation, Individual person, List<KnownRisk> risks) {
        this.situation = situation;
        this.person = person;
        this.risks = risks;
    }

    String matter() {
        return "person:" + person.id().value();
    }

    Text headline(Hit hit, Optional<Agreements.Span> agreed) {
        String known =
                agreed.map(s -> "Known and agreed until " + Words.day(s.last()) + ". ").orElse("");
        return new Text(
                known + "Somebody " + hit.risk().phrase() + " is " + hit.naming().words() + ".");
    }

    List<Step> path(Hit hit, Agreements agreements, List<Agreements.Span> spans) {
        List<Step> steps = new ArrayList<>(hit.naming().steps());
        steps.add(hit.risk().step(situation));
        risks.stream()
                .filter(r -> !r.id().equals(hit.risk().id()))
                .forEach(r -> steps.add(r.step(situation)));
        RecordedHousehold household = new RecordedHousehold(situation);
        if (household.since().isPresent() && !household.has(person)) {
            steps.add(notInHousehold(household.since().orElseThrow()));
        }
        PathOf agreed = new PathOf();
        spans.forEach(s ->
                agreed.entry(
                        s.entry(),
                        "An arrangement was assessed and agreed in knowledge of this, until "
                                + Words.day(s.last())
                                + "."));
        agreements
                .withoutKnowledge()
                .forEach(e ->
                        agreed.entry(
                                e,
                                "An arrangement was agreed without knowledge of what is on record;"
                                        + " it does not count."));
        steps.addAll(agreed.steps());
        return steps;
    }

    /** The line for which AL-06 keeps quiet. */
    private static Step notInHousehold(Instant since) {
        return new PathOf()
                .derived(
                        "Social care's record of the household does not name this person.",
                        since,
                        Certainty.CONFIRMED,
                        List.of())
                .steps()
                .getFirst();
    }

    Set<Recipient> told(Hit hit) {
        Recipients recipients = situation.recipients();
        Set<Recipient> told = new LinkedHashSet<>();
        told.addAll(Told.socialCareManager(situation));
        told.addAll(recipients.at(AgencyType.POLICE, Role.REGISTER_KEEPER));
        if (onRegister()) {
            return told;
        }
        if (situation.subject().unborn()) {
            told.addAll(safeguardingMidwife());
        } else if ((confirmed(hit) || ofFamily(hit)) && underFive(London.day(hit.since()))) {
            told.addAll(recipients.at(AgencyType.HEALTH_VISITING, Role.HEALTH_VISITOR));
        }
        return told;
    }

    /** Whether telling anybody would tell of a register. */
    boolean onRegister() {
        return risks.stream().anyMatch(r -> r.limb() == Limb.REGISTER);
    }

    /**
     * Violence to a partner or family touches no register: told also while a link is only likely.
     */
    private static boolean ofFamily(Hit hit) {
        return hit.risk().limb() == Limb.FAMILY_VIOLENCE;
    }

    private static boolean confirmed(Hit hit) {
        return hit.risk().certainty() == Certainty.CONFIRMED
                && hit.naming().steps().stream()
                        .allMatch(s -> s.certainty() == Certainty.CONFIRMED);
    }

    private boolean underFive(LocalDate day) {
        return situation
                .subject()
                .born()
                .filter(b -> b.ageOn(day).possiblyUnder(HEALTH_VISITOR_YEARS))
                .isPresent();
    }

    /** Of the service that booked the pregnancy, else of the area. */
    private Set<Recipient> safeguardingMidwife() {
        Set<Recipient> booked = new LinkedHashSet<>();
        situation.subject().entries(HealthBody.PregnancyBooked.class).stream()
                .filter(this::ofBirthService)
                .map(e -> situation.recipients().sourceOf(e.fact(), Role.SAFEGUARDING_MIDWIFE))
                .forEach(booked::add);
        return booked.isEmpty()
                ? situation.recipients().at(AgencyType.MATERNITY, Role.SAFEGUARDING_MIDWIFE)
                : booked;
    }

    private boolean ofBirthService(Entry<?> entry) {
        return situation
                .directory()
                .agency(entry.fact().source())
                .map(Agency::type)
                .filter(t -> t == AgencyType.MATERNITY || t == AgencyType.HOSPITAL)
                .isPresent();
    }

    /** To the midwife alone: that there is something to ask, and nothing of what it is. */
    Finding ring(Naming naming, Instant since) {
        List<Step> steps =
                List.of(
                        new Step(
                                new Text(
                                        "Social care holds information that bears on this"
                                                + " pregnancy."),
                                PathOf.SIGHTLINE,
                                naming.steps().getLast().date(),
                                Certainty.CONFIRMED,
                                List.of(naming.item())));
        return new Finding(
                KnownRiskJoinsChild.ID,
                situation.subject().id(),
                matter(),
                "ring",
                since,
                new Text("Ring the lead worker at children's social care before the next contact."),
                steps,
                safeguardingMidwife(),
                new Sharing(
                        List.of("The safeguarding midwife, to ring and no more"),
                        List.of("The family, by this system"),
                        List.of("Social care's manager, with the register keeper")),
                List.of(new Text("It does not say what the information is.")));
    }

    Finding shown(Naming naming, Entry<?> entry, Instant since, Shown what) {
        List<Step> steps = new ArrayList<>(naming.steps());
        steps.add(
                new Step(
                        new Text(what.sentence + KnownRisks.disputed(entry)),
                        PathOf.SIGHTLINE,
                        KnownRisk.year(entry.fact()),
                        entry.certainty(),
                        List.of(entry.fact().id())));
        Set<Recipient> to =
                what == Shown.UNEXPLAINED
                        ? safeguardingMidwife()
                        : Set.of(situation.recipients().sourceOf(entry.fact(), Role.RECORDS_DESK));
        return new Finding(
                KnownRiskJoinsChild.ID,
                situation.subject().id(),
                matter(),
                what.prefix + entry.fact().id().text(),
                since,
                new Text(what.sentence),
                steps,
                to,
                sharing(),
                NOT_SHOWN,
                Effect.SHOWN);
    }

    Sharing sharing() {
        return new Sharing(
                List.of(
                        "Children's social care and the register keeper",
                        "The probation officer, while licence or supervision is in force",
                        "The safeguarding midwife, for a pregnancy: of a register only \"ring\"",
                        "The health visitor of a child under 5: of violence to a partner or family"
                                + " at once, else after two people have confirmed who this is"),
                List.of(
                        "The family and the person named: a named person tells them, after reading"
                                + " the safe-contact instruction",
                        "Housing, school and everybody else: they are told to ring the lead worker"),
                List.of("Social care's manager, with the register keeper"));
    }
}
