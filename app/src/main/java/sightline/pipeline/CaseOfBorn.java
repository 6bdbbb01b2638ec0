package sightline.pipeline;

import sightline.access.Relationships.Born;
import sightline.core.household.Individual;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Situation;
import sightline.pipeline.PeopleHandedOver.Reasons;

import java.util.List;

/**
 * To whom a child is open because the unborn child that it was is open to them, and where a case
 * that was held before the birth has gone since.
 *
 * @param was what the child was; without records where it was never looked for unborn
 * @param after what followed from hand-overs of the case
 */
record CaseOfBorn(Born was, Reasons after) {

    /**
     * Of the subject of a situation. Whatever is recorded of the unborn child is looked at: the
     * child is due when more of it comes.
     *
     * @param records the subject's
     */
    static CaseOfBorn of(Situation situation, List<SourceRecord> records) {
        List<Individual> former = situation.around().formerSelves();
        List<SourceRecord> before =
                former.stream()
                        .filter(unborn -> !unborn.facts().isEmpty())
                        .flatMap(unborn -> unborn.records().stream())
                        .sorted()
                        .toList();
        Reasons after =
                before.isEmpty() ? Reasons.NONE : new BornHandOvers(situation, records).reasons();
        return new CaseOfBorn(new Born(records, before), after);
    }
}
