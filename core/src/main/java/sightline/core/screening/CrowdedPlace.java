package sightline.core.screening;

import sightline.core.facts.HousingBody;
import sightline.core.facts.PersonBody;
import sightline.core.household.Stay;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * RC-92: more than twenty people are recorded where a child lives, and nobody said that it is a
 * hostel or the like. Then no rule takes those who live there for the child's household, which is
 * never shown as "nobody lives there". Beside an open matter it is owed by whoever can put the
 * records right; otherwise it is shown.
 */
final class CrowdedPlace extends CatalogueRule {
    private static final RuleId ID = new RuleId("RC-92");

    private static final RuleCard CARD =
            new RuleCard(
                    "Not evaluated: too many people at this child's address",
                    "Silence is never an answer: a block of flats written without its flats, or a"
                            + " shared house, hides who lives with the child.",
                    Set.of(
                            PersonBody.Residence.class,
                            PersonBody.HouseholdMemberSeen.class,
                            HousingBody.Tenancy.class),
                    "The data steward of the partnership, of social care where it has none.",
                    "That more than twenty people are recorded at a child's address: no names.",
                    "More than twenty at once at a place that nobody marked as communal.",
                    "The steward cannot ask for flat numbers without knowing of which records.",
                    List.of(
                            "A place that a sender marked as communal: hostel, ward, prison.",
                            "Twenty people at one address, or twenty-one one after another.",
                            "An address of the child's that has ended."),
                    "INF");

    CrowdedPlace() {
        super(ID, CARD);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Child.in(situation)
                .filter(c -> c.individual().childOn(situation.today()))
                .map(CrowdedPlace::evaluate)
                .orElse(Evaluation.NOTHING);
    }

    private static Evaluation evaluate(Child child) {
        Situation situation = child.situation();
        Timed found = new Timed(situation);
        for (Stay stay : situation.around().stays(situation.subject().id())) {
            if (stay.openOn(situation.today())) {
                situation
                        .around()
                        .crowdedSince(stay.place(), situation.today())
                        .map(s -> Namings.latest(s, stay.basis().times().received()))
                        .ifPresent(s -> found.from(s, at -> finding(child, stay, at)));
            }
        }
        return found.evaluation();
    }

    private static Finding finding(Child child, Stay stay, Instant since) {
        Situation situation = child.situation();
        boolean beside = !Matters.of(child).openAt(situation.now()).isEmpty();
        return new Finding(
                ID,
                situation.subject().id(),
                stay.place().value(),
                beside ? "place" : "shown",
                since,
                new Text(
                        "More than twenty people are recorded at this child's address: who lives"
                                + " with the child is not worked out"),
                new PathOf()
                        .fact(stay.basis(), Certainty.CONFIRMED, "The child's address is recorded.")
                        .derived(
                                "More than twenty people are recorded there, and nobody said that it"
                                        + " is communal",
                                since,
                                Certainty.CONFIRMED,
                                List.of())
                        .steps(),
                Set.of(situation.recipients().steward()),
                new Sharing(
                        List.of("the data steward, and whoever works with the child"),
                        List.of("who else is recorded there, anybody"),
                        List.of("the data steward")),
                List.of(new Text("Who lives with the child.")),
                Finding.Effect.SHOWN);
    }
}
