package sightline.core.screening;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.household.Individual;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * AL-02: somebody with a current register entry, a conviction for an offence against a child or for
 * serious violence in the family, a current marker, or an earlier child removed or harmed, is named
 * in the home, pregnancy, birth or care of a child.
 *
 * <p>One matter is the person ({@code person:ID}); each occasion of naming is an item, so the alert
 * grows when the same person is named again, and when something more is learnt of them.
 */
final class KnownRiskJoinsChild extends CatalogueRule {
    static final RuleId ID = new RuleId("AL-02");

    private static final Set<Class<? extends Body>> READS =
            Set.of(
                    JusticeBody.Conviction.class,
                    JusticeBody.Sentence.class,
                    JusticeBody.RegisterNotification.class,
                    JusticeBody.Supervision.class,
                    JusticeBody.RiskMarker.class,
                    JusticeBody.ChildRemoved.class,
                    JusticeBody.ChildHarmedInCare.class,
                    JusticeBody.ArrangementAgreed.class,
                    JusticeBody.OrderCondition.class,
                    HealthBody.PregnancyBooked.class,
                    HealthBody.Birth.class,
                    HousingBody.HousingApplication.class,
                    HousingBody.Tenancy.class,
                    HousingBody.OccupantReported.class,
                    PersonBody.Person.class,
                    PersonBody.Residence.class,
                    PersonBody.Relationship.class,
                    PersonBody.HouseholdMemberSeen.class,
                    CareBody.CarerArranged.class,
                    CareBody.ReturnedHome.class);

    private static final RuleCard CARD =
            new RuleCard(
                    "Somebody on record for harm to a child joins a child's life",
                    "Southampton 2013: a father convicted of five fractures to his baby moved twice,"
                            + " was entered under another title, and was named at a booking that"
                            + " nobody could compare with it. Suffolk 2008: a father's conviction"
                            + " for violence to a former partner was not known to those who visited.",
                    READS,
                    "Children's social care and the register keeper; for a pregnancy the"
                            + " safeguarding midwife; a health visitor of a child under 5 where no"
                            + " register is touched and every step is confirmed. Where nobody has"
                            + " decided whether the one who is named is the one on record, social"
                            + " care and the register keeper alone, as \"possible\".",
                    "That somebody named here was convicted, registered or marked: the offence as"
                            + " recorded, the year and the victim's age group. From courts, police,"
                            + " probation and social care to the roles told first.",
                    "Named in the home, pregnancy, birth or care of the child, beside a parent or"
                            + " carer, beside kin with whom it lives, or beside whoever supervises"
                            + " contact with it. A current register entry; a conviction or caution"
                            + " for an offence against a child; a conviction for serious violence"
                            + " in the family; a current marker with setter, reason and review"
                            + " date; for a pregnancy or a child under 2 also an earlier child"
                            + " removed by a court or harmed in the person's care. Area parameter"
                            + " AL-02.lowLevelYears leaves out a single conviction of the lowest"
                            + " level when it is so many years old.",
                    "Without the offence nobody can judge the risk; without the occasion nobody"
                            + " knows that it concerns this child. The earlier victim, household,"
                            + " school and area are left out.",
                    List.of(
                            "An arrest, an allegation, an acquittal or no further action",
                            "A victim of violence, or what a former partner did",
                            "A marker without setter, reason or review date: shown, not alerted",
                            "An arrangement agreed in knowledge of the conviction: known and agreed"
                                    + " until its day",
                            "A child who was removed with this one, or after it: no earlier one",
                            "A child who has harmed: another route",
                            "People in one hostel or ward",
                            "The household of a worker who supervises contact elsewhere and is"
                                    + " nobody to the family"),
                    "INF");

    KnownRiskJoinsChild() {
        super(ID, CARD, 7);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "lowLevelYears",
                        "Years after which a single conviction of the lowest level is left out; 0 leaves none out",
                        0,
                        0,
                        50));
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        Individual child = situation.subject();
        if (!child.childOn(situation.today()) || !situation.around().becameBorn().isEmpty()) {
            return Evaluation.NOTHING;
        }
        Map<PersonId, List<Naming>> namings = Namings.byPerson(situation);
        Map<PersonId, Evaluation> known = new LinkedHashMap<>();
        namings.forEach((id, occasions) ->
                known.put(id, new NamedPerson(situation, id, occasions).evaluate()));
        Set<PersonId> told =
                known.entrySet().stream()
                        .filter(e -> e.getValue().findings().stream().anyMatch(Finding::alerts))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        Evaluation possible =
                namings.entrySet().stream()
                        .filter(e -> !told.contains(e.getKey()))
                        .map(e -> new PossiblePerson(situation, e.getKey(), e.getValue()))
                        .map(p -> p.evaluate(told))
                        .reduce(Evaluation.NOTHING, Evaluation::and);
        Evaluation all =
                known.values().stream().reduce(Evaluation.NOTHING, Evaluation::and).and(possible);
        Optional<Instant> grown = Birthdays.endOfChildhood(child);
        return all.findings().isEmpty() || grown.isEmpty()
                ? all
                : all.and(Evaluation.askAgain(grown.get()));
    }

    /** Whether the finding says no more than that somebody may be the one on record. */
    static boolean onlyPossible(Finding finding) {
        return finding.rule().equals(ID) && finding.item().startsWith(PossiblePerson.ITEM);
    }
}
