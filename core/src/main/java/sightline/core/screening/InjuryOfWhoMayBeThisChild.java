package sightline.core.screening;

import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.PersonBody;
import sightline.core.household.Individual;
import sightline.core.kernel.Certainty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * RC-93: this child was seen with an injury, and so was a child who may be this one: nobody has
 * decided whether the two records are of one child. Together they may be what AL-04 asks for. It is
 * said of the child whose injury came last, and only to social care.
 */
final class InjuryOfWhoMayBeThisChild extends ChildRule {
    private static final RuleId ID = new RuleId("RC-93");
    private static final RuleCard CARD =
            new RuleCard(
                    "A child who may be this child was injured too",
                    "Two records of one child that nobody joins hide that it is the second injury:"
                            + " each place sees its own, and each sees a first.",
                    Set.of(
                            InjuryObserved.class,
                            PersonBody.Person.class,
                            PersonBody.Relationship.class),
                    "Social care's duty manager, as \"possible\".",
                    "That a record like this child's also has an injury: neither what it was, nor"
                            + " where, nor who saw it.",
                    "An injury of this child that is not ordinary, an injury on the other record,"
                            + " and a pair that waits for a decision; brothers and sisters are left"
                            + " out.",
                    "Nobody settles a match first that nobody knows to matter; whose record the"
                            + " other is, and what it says, is left to whoever decides.",
                    List.of(
                            "An injury on one of the two records alone.",
                            "Two records that somebody said are of different children.",
                            "Twins, and others recorded as brother or sister of this child."),
                    "INF");

    InjuryOfWhoMayBeThisChild() {
        super(ID, CARD);
    }

    @Override
    Evaluation evaluate(Child child) {
        if (child.entries(InjuryObserved.class).isEmpty()) {
            return Evaluation.NOTHING;
        }
        Situation situation = child.situation();
        Injuries injuries = Injuries.of(child);
        Optional<Injury> last =
                injuries.all().stream()
                        .filter(i -> !injuries.ordinary(i))
                        .max(
                                Comparator.comparing((Injury i) -> i.first().day())
                                        .thenComparing(Injury::key));
        Timed found = new Timed(situation);
        last.filter(i -> child.under18At(i.received()))
                .ifPresent(i ->
                        situation.around().undecided(situation.subject().id()).stream()
                                .filter(other -> !situation.around().siblings().contains(other))
                                .flatMap(other -> heardOf(other, i.first().day()).stream())
                                .min(Comparator.naturalOrder())
                                .map(at -> at.isAfter(i.received()) ? at : i.received())
                                .ifPresent(
                                        at -> found.from(at, since -> finding(child, i, since))));
        return found.evaluation();
    }

    /**
     * When it was first received that the other was hurt by that day. The days of the injuries
     * decide, and not whose message came first, so that late messages change nothing.
     */
    private static Optional<Instant> heardOf(Individual other, LocalDate day) {
        return other.entries(InjuryObserved.class).stream()
                .filter(e -> other.childOn(e.day()) && !e.day().isAfter(day))
                .map(e -> e.fact().times().received())
                .min(Comparator.naturalOrder());
    }

    private Finding finding(Child child, Injury injury, Instant since) {
        Found found = Found.of(this, child, "may-be", injury.key());
        injury.tellings()
                .forEach(t -> found.entry(t, "Seen: " + Found.marks(t.body().marks()) + "."));
        return found.follows(
                        "A child whose record is like this child's was seen with an injury by then."
                                + " Nobody has decided whether the two are one child.",
                        since,
                        Certainty.POSSIBLE,
                        List.of())
                .follows(
                        "To settle it, decide the pair under Matches: all forenames, the date of"
                                + " birth from a document, the NHS number, the mother's name. Until"
                                + " then it is no more than possible.",
                        since,
                        Certainty.POSSIBLE,
                        List.of())
                .tell(Told.socialCareManager(child))
                .notShown("What the other injury was, and who recorded it.")
                .notShown("It does not say that anybody has harmed this child.")
                .finding(
                        since,
                        "It is possible that this is the second injury of one child: a record like"
                                + " this child's has one too, and nobody has decided",
                        Told.ofInjury());
    }
}
