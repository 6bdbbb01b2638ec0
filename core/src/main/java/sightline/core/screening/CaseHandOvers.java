package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.register.HandOvers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The hand-overs of a child's case, by whoever has it and whoever they asked. */
public final class CaseHandOvers {
    private static final Comparator<Entry<?>> NEWEST =
            Comparator.comparingLong(e -> e.fact().position());

    private CaseHandOvers() {}

    /**
     * From what social care said last of the subject as a case of its own: a plan, an enquiry, a
     * worker. Where nobody did, from whoever answers for where the subject lives.
     */
    public static HandOvers of(Situation situation) {
        return claimed(situation)
                .map(e ->
                        HandOvers.ofCase(
                                situation.around().selves(),
                                Optional.of(e.fact().source()),
                                e.fact().times().recorded()))
                .orElseGet(() ->
                        HandOvers.ofCase(
                                situation.around().selves(),
                                situation
                                        .recipients()
                                        .responsible(AgencyType.CHILDRENS_SOCIAL_CARE)
                                        .stream()
                                        .findFirst(),
                                Instant.MIN));
    }

    /** Whether an offer is made by whoever has the case when it comes, or nobody is known to. */
    public static boolean offeredByHolder(Situation situation, Fact offer) {
        return claims(situation, offer.position())
                .max(NEWEST)
                .map(e ->
                        HandOvers.holderOfCaseBefore(
                                situation.around().selves(),
                                e.fact().source(),
                                e.fact().times().recorded(),
                                offer))
                .map(offer.source()::equals)
                .orElse(true);
    }

    private static Optional<Entry<?>> claimed(Situation situation) {
        return claims(situation, Long.MAX_VALUE).max(NEWEST);
    }

    /** What was said before a position and not ended by whoever said it. */
    private static Stream<Entry<?>> claims(Situation situation, long before) {
        List<Entry<?>> said =
                situation.around().selves().stream()
                        .flatMap(CaseHandOvers::said)
                        .filter(e -> e.fact().position() < before)
                        .toList();
        return said.stream()
                .filter(e -> claims(e.body()))
                .filter(e -> said.stream().noneMatch(end -> ends(e, end)))
                .filter(e -> socialCare(situation, e.fact().source()));
    }

    private static Stream<Entry<?>> said(Individual child) {
        return Stream.of(
                        CareBody.Plan.class,
                        CareBody.Enquiry.class,
                        CareBody.CaseAllocated.class,
                        CareBody.CaseClosed.class)
                .flatMap(kind -> child.about(kind).stream());
    }

    private static boolean claims(Body body) {
        return switch (body) {
            case CareBody.Plan plan -> plan.started();
            case CareBody.Enquiry enquiry -> enquiry.started();
            default -> body instanceof CareBody.CaseAllocated;
        };
    }

    private static boolean ends(Entry<?> claim, Entry<?> end) {
        boolean fits =
                switch (end.body()) {
                    case CareBody.Plan plan ->
                            claim.body() instanceof CareBody.Plan began
                                    && began.type() == plan.type();
                    case CareBody.Enquiry _ -> claim.body() instanceof CareBody.Enquiry;
                    default -> true;
                };
        return fits
                && !claims(end.body())
                && end.fact().position() > claim.fact().position()
                && end.fact().source().equals(claim.fact().source());
    }

    /** Whether an agency is known here as children's social care, between which cases go. */
    public static boolean socialCare(Situation situation, AgencyId agency) {
        return situation
                .directory()
                .agency(agency)
                .map(Agency::type)
                .filter(AgencyType.CHILDRENS_SOCIAL_CARE::equals)
                .isPresent();
    }
}
