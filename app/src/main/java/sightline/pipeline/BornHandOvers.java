package sightline.pipeline;

import sightline.access.Relationship;
import sightline.access.Relationship.Kind;
import sightline.access.Relationships.Closed;
import sightline.access.Relationships.Over;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.HandOvers;
import sightline.core.screening.CaseHandOvers;
import sightline.core.screening.Situation;
import sightline.pipeline.PeopleHandedOver.Reasons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What {@link CasesHandedOver} does as each message comes, of a child whose case was held before
 * the birth, from all that was said of it born and unborn: what opened the unborn child may not
 * have followed yet when an answer, or an offer of somebody else, was read. An answer is of those
 * whom it names: that of one twin leaves the other's as it was.
 */
final class BornHandOvers {
    private final Situation situation;
    private final List<SourceRecord> records;
    private final Set<MessageRef> made = new HashSet<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Relationship> opened = new ArrayList<>();
    private final List<Over> over = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();

    /** An offer that opened the child, until it is answered or for so long at most. */
    private record Offer(AgencyId to, Fact by) {
        boolean openAt(Instant moment) {
            return by.times().received().plus(HandOvers.UNANSWERED).isAfter(moment);
        }
    }

    /**
     * Of the subject of a situation.
     *
     * @param records the subject's
     */
    BornHandOvers(Situation situation, List<SourceRecord> records) {
        this.situation = situation;
        this.records = records;
    }

    /** To whom they open the child, and whose reason they end. */
    Reasons reasons() {
        HandOvers.ofCase(situation.around().selves(), Optional.empty(), Instant.MIN)
                .all()
                .forEach(this::take);
        return new Reasons(opened, over, closed);
    }

    private void take(Entry<HandOver> entry) {
        Fact fact = entry.fact();
        switch (entry.body().stage()) {
            case OFFERED -> offered(fact);
            case REFUSED -> close(meant(fact, o -> o.to().equals(fact.source())), fact);
            case WITHDRAWN -> close(meant(fact, own(fact)), fact);
            case ACCEPTED -> accepted(fact);
            case ACCEPTANCE_TOLD, ACCEPTANCE_CONFIRMED -> {}
        }
    }

    private static Predicate<Offer> own(Fact fact) {
        return offer -> offer.by().source().equals(fact.source());
    }

    /** An offer of whoever does not have the case opens nothing, and leaves another's open. */
    private void offered(Fact fact) {
        made.add(fact.id().message());
        if (!socialCare(fact.source())) {
            return;
        }
        List<Offer> asking =
                fact.references().addressees().stream()
                        .filter(this::socialCare)
                        .map(to -> new Offer(to, fact))
                        .toList();
        if (!CaseHandOvers.offeredByHolder(situation, fact)) {
            asking.forEach(offer -> close(offer, fact));
            return;
        }
        List<AgencyId> asked = asking.stream().map(Offer::to).toList();
        close(
                offers.stream().filter(own(fact)).filter(o -> !asked.contains(o.to())).toList(),
                fact);
        offers.addAll(asking);
    }

    private void accepted(Fact fact) {
        List<Offer> answered = meant(fact, o -> o.to().equals(fact.source()));
        if (answered.isEmpty() || !socialCare(fact.source())) {
            return;
        }
        Instant at = fact.times().received();
        opened.addAll(
                Publishing.over(records, fact.source(), Kind.ALLOCATION, fact, Optional.empty()));
        for (Offer offer : answered) {
            records.forEach(record ->
                    over.add(
                            new Over(
                                    offer.by().source(),
                                    Kind.ALLOCATION,
                                    record,
                                    at,
                                    at.plus(Publishing.FORTNIGHT))));
        }
    }

    /**
     * Of those offers those that are open and that an answer means: what it names, else each. One
     * that names an offer which is open no more, or never opened anything, means no other.
     */
    private List<Offer> meant(Fact answer, Predicate<Offer> whose) {
        List<MessageRef> regarding = answer.references().regarding();
        boolean names = regarding.stream().anyMatch(made::contains);
        return offers.stream()
                .filter(whose)
                .filter(o -> !names || regarding.contains(o.by().id().message()))
                .filter(o -> o.openAt(answer.times().received()))
                .toList();
    }

    private void close(List<Offer> some, Fact answer) {
        offers.removeAll(some);
        some.forEach(offer -> close(offer, answer));
    }

    private void close(Offer offer, Fact answer) {
        records.forEach(record ->
                closed.add(
                        new Closed(
                                offer.to(),
                                Kind.TEAM_QUEUE,
                                offer.by().id().message(),
                                record,
                                answer.times().received())));
    }

    private boolean socialCare(AgencyId agency) {
        return CaseHandOvers.socialCare(situation, agency);
    }
}
