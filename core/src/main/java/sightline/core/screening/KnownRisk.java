package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Period;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is on record of one person under one limb of AL-02, in words that name nobody and no place.
 *
 * @param fact the fact that says so
 * @param certainty how sure it is that the fact is about this person
 * @param current the days on which it counts: a conviction from its day on, a register entry while
 *     it runs
 * @param sentence the step of the path
 * @param phrase the same in a headline, after "somebody"
 */
record KnownRisk(
        Limb limb, Fact fact, Certainty certainty, Period current, String sentence, String phrase) {

    /** The limbs (a) to (e). */
    enum Limb {
        REGISTER,
        CHILD_VIOLENCE,
        FAMILY_VIOLENCE,
        MARKER,
        EARLIER_CHILD
    }

    FactId id() {
        return fact.id();
    }

    Instant received() {
        return fact.times().received();
    }

    /** The day of it, as late as it may have been. */
    Optional<LocalDate> day() {
        return fact.times().happened().latest();
    }

    /** Whether it is one of (a) to (c), for which supervision and registers stand. */
    boolean ofOffence() {
        return limb.compareTo(Limb.FAMILY_VIOLENCE) <= 0;
    }

    Step step(Situation situation) {
        return step(situation, fact, certainty, sentence);
    }

    /**
     * A step about somebody's past: with its year alone, and with its source only where that is at
     * home in the subject's own area, since an agency of elsewhere would tell where an earlier
     * household lives, whatever areas it serves besides.
     */
    static Step step(Situation situation, Fact fact, Certainty certainty, String sentence) {
        boolean here =
                homeOf(situation, fact.source())
                        .filter(situation.recipients().areas()::contains)
                        .isPresent();
        String text =
                here
                        ? sentence
                        : sentence
                                + " Recorded by an agency of another area; the register keeper can"
                                + " reach the record.";
        return new Step(
                new Text(text),
                here ? fact.source() : PathOf.SIGHTLINE,
                year(fact),
                certainty,
                List.of(fact.id()));
    }

    private static Optional<AreaId> homeOf(Situation situation, AgencyId agency) {
        return situation
                .directory()
                .agency(agency)
                .map(a -> situation.directory().current(a.area(), situation.today()));
    }

    /** The year of a fact, and no more. */
    static When year(Fact fact) {
        return fact.times()
                .happened()
                .earliest()
                .<When>map(d -> new When.Year(d.getYear()))
                .orElseGet(When.Unknown::new);
    }
}
