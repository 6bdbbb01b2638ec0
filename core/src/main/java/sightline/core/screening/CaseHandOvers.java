package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.register.HandOvers;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The hand-overs of a child's case, by whoever has it and whoever they asked. */
public final class CaseHandOvers {
    private CaseHandOvers() {}

    /**
     * From what social care said last of the subject as a case of its own: a plan, an enquiry, a
     * worker. Where nobody did, from whoever answers for where the subject lives.
     */
    public static HandOvers of(Situation situation) {
        return claimed(situation)
                .map(e ->
                        HandOvers.ofCase(
                                situation.subject(),
                                Optional.of(e.fact().source()),
                                e.fact().times().recorded()))
                .orElseGet(() ->
                        HandOvers.ofCase(
                                situation.subject(),
                                situation
                                        .recipients()
                                        .responsible(AgencyType.CHILDRENS_SOCIAL_CARE)
                                        .stream()
                                        .findFirst(),
                                Instant.MIN));
    }

    private static Optional<? extends Entry<?>> claimed(Situation situation) {
        Individual subject = situation.subject();
        return Stream.of(
                        subject.about(CareBody.Plan.class).stream().filter(e -> e.body().started()),
                        subject.about(CareBody.Enquiry.class).stream()
                                .filter(e -> e.body().started()),
                        subject.about(CareBody.CaseAllocated.class).stream())
                .flatMap(s -> s)
                .filter(e -> socialCare(situation, e.fact().source()))
                .max(Comparator.comparingLong(e -> e.fact().position()));
    }

    private static boolean socialCare(Situation situation, AgencyId agency) {
        return situation
                .directory()
                .agency(agency)
                .map(Agency::type)
                .filter(AgencyType.CHILDRENS_SOCIAL_CARE::equals)
                .isPresent();
    }
}
