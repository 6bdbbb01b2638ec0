package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SchoolBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Certainty;
import sightline.core.screening.Matters.Beside;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * AL-09: beside an open matter, a move between areas at once, and records that still disagree on
 * the address 10 working days after the newer one was recorded. The move is the matter.
 */
public final class MoveBesideOpenMatter implements Rule {
    static final RuleId ID = new RuleId("AL-09");
    private static final RuleCard CARD =
            new RuleCard(
                    "A move, or addresses that disagree, beside an open matter",
                    "Families move between areas while somebody is to find out or to act, and the"
                            + " matter stays where they were: a finding of many reviews.",
                    Set.of(
                            PersonBody.Residence.class,
                            HousingBody.Tenancy.class,
                            HealthBody.GpRegistration.class,
                            SchoolBody.SchoolRoll.class),
                    "The owner of the open matter; for a move between areas also the front door of"
                            + " the area moved to.",
                    "That the child moved and when; the new address only to those who may read it.",
                    "A home recorded by a service of another area than the home before, at once; a"
                            + " GP registration, school roll or record in use with the older"
                            + " address 10 working days after the newer was recorded.",
                    "The area moved to does not know of the matter, and the owner does not know of"
                            + " the move.",
                    List.of(
                            "A move without an open matter is a duty to tell, not an alert.",
                            "A move within an area is no alert by itself.",
                            "An old address of a service that no longer uses its record.",
                            "A hospital or police record places nobody in an area."),
                    "INF");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Child.in(situation).map(this::evaluate).orElse(Evaluation.NOTHING);
    }

    private Evaluation evaluate(Child child) {
        List<Moves.Move> moves = Moves.of(child);
        if (moves.isEmpty()) {
            return Evaluation.NOTHING;
        }
        Timed found = new Timed(child.situation());
        Matters matters = Matters.of(child);
        moves.stream()
                .filter(Moves.Move::betweenAreas)
                .forEach(m ->
                        matters.beside(m.known())
                                .filter(b -> child.under18At(b.since()))
                                .ifPresent(b -> found.from(b.since(), t -> moved(child, m, b, t))));
        for (Moves.Disagreement d : Moves.disagreements(child)) {
            matters.beside(d.since())
                    .filter(b -> child.under18At(b.since()))
                    .ifPresent(b -> found.from(b.since(), t -> disagrees(child, d, b, t)));
        }
        return found.evaluation();
    }

    private Finding moved(Child child, Moves.Move move, Beside beside, Instant since) {
        Found found = Found.of(this, child, matter(move), "moved");
        home(found, child, move.before(), "Home recorded in one area");
        home(found, child, move.first(), "Home recorded in another area");
        open(found, beside);
        move.to().ifPresent(area -> found.tell(frontDoor(child, area)));
        return found.tell(Owners.of(beside.matter(), child))
                .notShown("Whether the family has left the address before.")
                .finding(since, "Moved to another area beside an open matter", sharing());
    }

    private Finding disagrees(
            Child child, Moves.Disagreement disagreement, Beside beside, Instant since) {
        Moves.Move move = disagreement.move();
        Entry<?> older = disagreement.older();
        Found found = Found.of(this, child, matter(move), "address-" + Found.id(older).text());
        home(found, child, move.first(), "Newer home recorded");
        found.entry(older, "This record in use still has another address");
        open(found, beside);
        if (move.betweenAreas()) {
            move.to().ifPresent(area -> found.tell(frontDoor(child, area)));
        }
        return found.tell(Owners.of(beside.matter(), child))
                .notShown("Which address is right.")
                .finding(
                        since,
                        "Records still disagree on the address 10 working days after a newer one",
                        sharing());
    }

    private static String matter(Moves.Move move) {
        return move.first().id().text();
    }

    private static void home(Found found, Child child, Fact fact, String text) {
        Certainty certainty =
                fact.subject()
                        .filter(child.individual()::has)
                        .map(child.individual()::certaintyOf)
                        .orElse(Certainty.CONFIRMED);
        found.fact(fact, certainty, text);
    }

    private static void open(Found found, Beside beside) {
        found.entry(
                beside.matter().basis().getFirst(),
                ThirdAppointmentNotBrought.open(beside.matter()));
    }

    private static Set<Recipient> frontDoor(Child child, AreaId area) {
        Set<Recipient> told = new java.util.TreeSet<>();
        child.situation()
                .directory()
                .agenciesIn(area, AgencyType.CHILDRENS_SOCIAL_CARE)
                .forEach(a -> told.add(new Recipient(a.id(), Role.FRONT_DOOR)));
        return told;
    }

    private static Sharing sharing() {
        return new Sharing(
                List.of(
                        "the owner of the open matter and the front door of the area moved to",
                        "the new practice, health visitor or school nurse, by the first agency"
                                + " that learnt of the move"),
                List.of(
                        "anybody from whom the new address is kept",
                        "the old neighbours, landlord or school beyond what they must do"),
                List.of("the owner of the open matter"));
    }
}
