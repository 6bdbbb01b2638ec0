package sightline.pipeline;

import sightline.access.Relationship;
import sightline.access.Relationship.Kind;
import sightline.access.Relationships.Born;
import sightline.access.Relationships.Over;
import sightline.core.facts.Fact;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.HandOvers;
import sightline.core.register.HandOvers.Acceptance;
import sightline.core.screening.CaseHandOvers;
import sightline.core.screening.Situation;
import sightline.pipeline.PeopleHandedOver.Reasons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * To whom a child is open because the unborn child that it was is open to them, and where a case
 * that was held before the birth has gone since. An acceptance of twins' case is of those whom it
 * names.
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
        Reasons after = before.isEmpty() ? Reasons.NONE : handedOver(situation, records);
        return new CaseOfBorn(new Born(records, before), after);
    }

    private static Reasons handedOver(Situation situation, List<SourceRecord> records) {
        List<Relationship> opened = new ArrayList<>();
        List<Over> over = new ArrayList<>();
        HandOvers all =
                HandOvers.ofCase(situation.around().selves(), Optional.empty(), Instant.MIN);
        for (Acceptance each : all.acceptances()) {
            each.offer()
                    .filter(offer -> counts(situation, offer, each))
                    .ifPresent(offer -> {
                        Fact fact = each.entry().fact();
                        opened.addAll(
                                Publishing.over(
                                        records,
                                        each.by(),
                                        Kind.ALLOCATION,
                                        fact,
                                        Optional.empty()));
                        records.forEach(r -> over.add(over(offer.from(), r, each)));
                    });
        }
        return new Reasons(opened, over);
    }

    /** Between social care, of a case that whoever offers it has. */
    private static boolean counts(
            Situation situation, HandOvers.Offer offer, Acceptance acceptance) {
        return CaseHandOvers.socialCare(situation, offer.from())
                && CaseHandOvers.socialCare(situation, acceptance.by())
                && CaseHandOvers.offeredByHolder(situation, offer.entry().fact());
    }

    private static Over over(AgencyId from, SourceRecord record, Acceptance acceptance) {
        Instant at = acceptance.entry().received();
        return new Over(from, Kind.ALLOCATION, record, at, at.plus(Publishing.FORTNIGHT));
    }
}
