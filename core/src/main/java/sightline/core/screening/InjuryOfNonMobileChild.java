package sightline.core.screening;

import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.FactId;
import sightline.core.screening.Injuries.Mobility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AL-01: any mark on a child who does not yet move alone. One finding an injury. */
public final class InjuryOfNonMobileChild extends ChildRule {
    static final RuleId ID = new RuleId("AL-01");
    private static final RuleCard CARD =
            new RuleCard(
                    "An injury or mark on a child who does not yet move alone",
                    "Bruises are seldom accidental before a child crawls: under 1 in 100 babies"
                            + " (RCPCH 2020; NICE CG89). Local procedures ask for referral and a"
                            + " paediatrician whatever the explanation (Bedford, Bury). Haringey"
                            + " 2009: bruises at seven months were not referred for two months.",
                    Set.of(
                            HealthBody.InjuryObserved.class,
                            HealthBody.DevelopmentalStage.class,
                            HealthBody.MedicalCondition.class,
                            HealthBody.Birth.class,
                            PersonBody.Person.class,
                            SharedBody.AlertAnswered.class),
                    "Social care's duty manager and the paediatrician on call, the same day.",
                    "What was seen, when, by whom and how it was explained, with what the records"
                            + " hold on birthmarks, birth injury, procedures and bleeding, from the"
                            + " observer to social care and the paediatrician.",
                    "One mark of any kind, whatever its explanation, on a child not recorded as"
                            + " crawling, cruising or walking; under 12 months also when mobility"
                            + " is not recorded; older disabled children too.",
                    "The observer sees one mark; only beside the records on mobility, birth and"
                            + " bleeding can a paediatrician say what it is.",
                    List.of(
                            "A birthmark that is recorded as one is no injury.",
                            "A child recorded as crawling by that day is not in this rule.",
                            "A child of 12 months or more of whom nothing on mobility is recorded"
                                    + " is taken to move alone.",
                            "A mark at a site recorded at birth asks for a look and accuses"
                                    + " nobody."),
                    "S");

    public InjuryOfNonMobileChild() {
        super(ID, CARD);
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        Injuries injuries = Injuries.of(child);
        for (Injury injury : injuries.all()) {
            since(injuries, injury)
                    .filter(child::under18At)
                    .ifPresent(at -> found.from(at, t -> finding(child, injuries, injury, t)));
        }
        return found.evaluation();
    }

    /** When it was first known here that this is an injury of a child who does not move alone. */
    static Optional<Instant> since(Injuries injuries, Injury injury) {
        if (!injuries.ofNonMobileChild(injury)) {
            return Optional.empty();
        }
        return injuries.notMobileKnown(injury).map(k -> Order.later(k, injury.received()));
    }

    private Finding finding(Child child, Injuries injuries, Injury injury, Instant since) {
        String matter = Answers.of(child).since(ID, "injuries", since);
        Found found = Found.of(this, child, matter, injury.key());
        for (Entry<HealthBody.InjuryObserved> telling : injury.tellings()) {
            found.entry(
                    telling,
                    "Seen: "
                            + Found.marks(telling.body().marks())
                            + "; "
                            + Found.accounts(telling.body().accounts()));
        }
        mobility(found, injuries, injury, since);
        boolean known = explanations(found, injuries, injury, since);
        if (injuries.telling(injury)) {
            found.follows(
                    "Marks at these places or of this form seldom come by accident at this age"
                            + " (also AL-22)",
                    since,
                    Found.id(injury.first()));
        }
        return found.tell(Told.socialCareManager(child, injury.tellings()))
                .tell(Told.paediatrician(child, injury))
                .notShown("How the marks came about.")
                .notShown("How old they are: colour does not tell.")
                .finding(since, headline(known), Told.ofInjury());
    }

    private static String headline(boolean known) {
        return known
                ? "Needs a paediatric look today: a mark on a child who does not yet move alone,"
                        + " with something on record that may explain it"
                : "Needs a paediatrician today: a mark on a child who does not yet move alone";
    }

    private static void mobility(Found found, Injuries injuries, Injury injury, Instant since) {
        String text =
                injuries.mobility(injury) == Mobility.NOT_RECORDED
                        ? "Under 12 months; mobility not recorded"
                        : "Recorded as not crawling, cruising or walking";
        found.follows(text, since, Found.id(injury.first()));
    }

    /** What is on record that could explain the marks; whether anything is. */
    static boolean explanations(Found found, Injuries injuries, Injury injury, Instant since) {
        List<Entry<?>> onRecord = new ArrayList<>(injuries.atBirth(injury));
        onRecord.forEach(
                e -> found.entry(e, "On the birth record: a mark at this place or injury"));
        injuries.explaining(injury)
                .forEach(c -> {
                    onRecord.add(c);
                    found.entry(c, "On record: " + Found.words(c.body().condition()));
                });
        if (onRecord.isEmpty()) {
            found.follows(
                    "No birthmark, birth injury, procedure or bleeding condition is on record:"
                            + " ask for each",
                    since,
                    new FactId[0]);
        }
        return !onRecord.isEmpty();
    }
}
