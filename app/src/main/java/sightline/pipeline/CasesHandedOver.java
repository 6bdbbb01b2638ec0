package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.Relationship;
import sightline.access.Relationship.Kind;
import sightline.access.Relationships;
import sightline.access.Relationships.Closed;
import sightline.access.Relationships.Opened;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.facts.SharedBody.HandOver.Handed;
import sightline.core.household.KnownFacts;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.HandOvers;
import sightline.facts.PostgresLedger;
import sightline.identity.IdentityStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom a case is open that is handed over. An offer is looked for on every record of the people
 * that an answer is about: each area has records of its own.
 */
final class CasesHandedOver {
    private final Relationships relationships = new Relationships();
    private final Directory directory;
    private final IdentityStore identity;
    private final PostgresLedger ledger;

    CasesHandedOver(Directory directory, IdentityStore identity, PostgresLedger ledger) {
        this.directory = directory;
        this.identity = identity;
        this.ledger = ledger;
    }

    boolean socialCare(AgencyId agency) {
        return directory
                .agency(agency)
                .map(Agency::type)
                .filter(AgencyType.CHILDRENS_SOCIAL_CARE::equals)
                .isPresent();
    }

    /**
     * A case is theirs who accept it, of those who were asked: whoever handed it over reads all of
     * it for a fortnight more. Whoever refused, from whom the offer was taken back, or who was
     * asked before another was, has no reason to look any more.
     */
    void handedOver(JdbcClient sql, HandOverStage stage, Fact fact) {
        Instant at = fact.times().received();
        List<Opened> offers = relationships.opened(sql, Kind.TEAM_QUEUE, records(named(fact)), at);
        Predicate<Opened> own = o -> o.by().sender().equals(fact.source());
        Predicate<Opened> asked = o -> o.to().equals(fact.source());
        switch (stage) {
            case OFFERED -> offered(sql, fact, offers.stream().filter(own));
            case REFUSED -> close(sql, meant(fact, offers, asked), fact);
            case WITHDRAWN -> close(sql, meant(fact, offers, own), fact);
            case ACCEPTED -> accepted(sql, fact, asked);
            case ACCEPTANCE_TOLD, ACCEPTANCE_CONFIRMED -> {}
        }
    }

    /**
     * Anybody may say that a case is offered; an offer of social care to another opens the record,
     * unless a third has the case.
     */
    private void offered(JdbcClient sql, Fact fact, Stream<Opened> before) {
        Instant at = fact.times().received();
        if (!socialCare(fact.source()) || anothers(sql, fact)) {
            return;
        }
        List<AgencyId> to =
                fact.references().addressees().stream().filter(this::socialCare).toList();
        close(sql, before.filter(o -> !to.contains(o.to())), fact);
        List<Relationship> found = new ArrayList<>();
        to.forEach(other ->
                Publishing.all(
                        other,
                        Kind.TEAM_QUEUE,
                        fact,
                        Optional.of(at.plus(HandOvers.UNANSWERED)),
                        found));
        relationships.publish(sql, found);
    }

    /**
     * Whether the case of those whom a fact names is for good with others, and not its source's.
     */
    private boolean anothers(JdbcClient sql, Fact fact) {
        Set<AgencyId> have =
                relationships.lasting(
                        sql, Kind.ALLOCATION, records(named(fact)), fact.times().received());
        return !have.isEmpty() && !have.contains(fact.source());
    }

    /** Of those people alone who were offered, whomever else the acceptance names. */
    private void accepted(JdbcClient sql, Fact fact, Predicate<Opened> asked) {
        Instant at = fact.times().received();
        List<Relationship> found = new ArrayList<>();
        Publishing.all(fact.source(), Kind.ALLOCATION, fact, Optional.empty(), found);
        for (Relationship theirs : found) {
            List<SourceRecord> records = records(Set.of(theirs.record()));
            List<Opened> offers =
                    meant(fact, relationships.opened(sql, Kind.TEAM_QUEUE, records, at), asked)
                            .toList();
            if (!offers.isEmpty()) {
                relationships.publish(sql, List.of(theirs));
            }
            offers.stream()
                    .map(o -> o.by().sender())
                    .distinct()
                    .forEach(from ->
                            relationships.endOf(
                                    sql,
                                    Kind.ALLOCATION,
                                    from,
                                    records,
                                    at,
                                    at.plus(Publishing.FORTNIGHT)));
        }
    }

    /**
     * Of these offers those that are open and that an answer means: what it names, else each. One
     * that names an offer which is open no more, or never opened anything, means no other.
     */
    private Stream<Opened> meant(Fact fact, List<Opened> offers, Predicate<Opened> whose) {
        List<MessageRef> regarding = fact.references().regarding();
        boolean names = ledger.ofMessages(regarding).stream().anyMatch(CasesHandedOver::offers);
        return offers.stream()
                .filter(whose)
                .filter(o -> !names || regarding.contains(o.by()))
                .filter(Opened::open);
    }

    private static boolean offers(Fact fact) {
        return fact.body() instanceof HandOver said
                && said.what() == Handed.CASE
                && said.stage() == HandOverStage.OFFERED;
    }

    /** Of the people alone whom an answer names: the others are offered still. */
    private void close(JdbcClient sql, Stream<Opened> offers, Fact answer) {
        List<SourceRecord> records = records(named(answer));
        relationships.close(
                sql,
                offers.filter(Opened::open)
                        .flatMap(o ->
                                records.stream()
                                        .map(r ->
                                                new Closed(
                                                        o.to(),
                                                        Kind.TEAM_QUEUE,
                                                        o.by(),
                                                        r,
                                                        answer.times().received())))
                        .toList());
    }

    private static Set<SourceRecord> named(Fact fact) {
        return fact.participants().stream().map(Participant::record).collect(Collectors.toSet());
    }

    /** Every record of the people of these. */
    private List<SourceRecord> records(Set<SourceRecord> named) {
        Collection<List<KnownFacts.Member>> members =
                identity.recordsOf(Set.copyOf(identity.peopleOf(named).values())).values();
        return Stream.concat(
                        named.stream(),
                        members.stream().flatMap(List::stream).map(KnownFacts.Member::record))
                .distinct()
                .sorted()
                .toList();
    }
}
