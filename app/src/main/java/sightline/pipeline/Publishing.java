package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.Grantee;
import sightline.access.Relationship;
import sightline.access.Relationship.Kind;
import sightline.access.Relationships;
import sightline.checks.CheckStore;
import sightline.core.alerts.Alert;
import sightline.core.alerts.Change;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.directory.Role;
import sightline.core.duties.Duty;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.Participant;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SharedBody.HandOver.Handed;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.HandOvers;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.facts.PostgresLedger;
import sightline.identity.IdentityStore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells {@code access} who works with whom, by the facts that say so, in their transaction. A
 * recorded reason opens content; having somebody on one's list opens one's own.
 */
final class Publishing {
    static final Duration FORTNIGHT = Duration.ofDays(14);

    /** How long whoever was asked, and does not answer, sees whom they were asked about. */
    static final Duration UNANSWERED = HandOvers.UNANSWERED;

    /** A year until the next periodic notice, and a month. */
    private static final Duration KEPT = Duration.ofDays(396);

    private static final String REGISTER = "register.";
    private static final String UNHELD = "register.unheld";
    private static final String LOCATOR = "locator.";
    private static final String HEALTH_ADDRESS = "health-address.";

    /** How the key of the duty to ring whoever checked begins; the fact of the answer follows. */
    private static final String CHECK_RING = "check.ring|";

    /** No invitation opens a record for longer before its meeting, whatever its day. */
    private static final Duration AHEAD = Duration.ofDays(90);

    /** Who calls agencies together about a child, by law. */
    private static final Set<AgencyType> CONVENE =
            EnumSet.of(AgencyType.CHILDRENS_SOCIAL_CARE, AgencyType.PARTNERSHIP);

    /**
     * What is done about an unborn child goes on with the child. Being on a list does not; alerts
     * pass to the child by themselves, and tell anew.
     */
    private static final Set<Kind> FOLLOWS =
            EnumSet.of(
                    Kind.ALLOCATION,
                    Kind.TEAM_QUEUE,
                    Kind.REFERRAL_RECIPIENT,
                    Kind.ASKED,
                    Kind.CONFERENCE,
                    Kind.INVESTIGATION,
                    Kind.REVIEW);

    private final Relationships relationships = new Relationships();
    private final Directory directory;
    private final CasesHandedOver cases;

    Publishing(Directory directory, IdentityStore identity, PostgresLedger ledger) {
        this.directory = directory;
        this.cases = new CasesHandedOver(directory, identity, ledger);
    }

    /** Publishes what new facts and changed alerts say; {@code moved} are records new or moved. */
    void publish(
            JdbcClient sql,
            List<Fact> facts,
            Set<SourceRecord> moved,
            List<Occurrence> occurrences) {
        List<Relationship> found = new ArrayList<>();
        for (Fact fact : facts) {
            if (!(fact.body() instanceof SystemBody)) {
                own(fact, moved, found);
                reasons(fact, found);
            }
        }
        occurrences.stream()
                .filter(o -> o instanceof Occurrence.Changed)
                .map(Occurrence.Changed.class::cast)
                .forEach(c -> {
                    recipients(c, found);
                    keepers(c, found);
                    ringers(c, found);
                });
        if (!found.isEmpty()) {
            relationships.publish(sql, found.stream().distinct().toList());
        }
        facts.forEach(f -> answered(sql, f));
        closing(sql, occurrences);
    }

    private void answered(JdbcClient sql, Fact fact) {
        if (fact.body() instanceof SharedBody.HandOver handOver && watches(handOver)) {
            handedOver(sql, handOver, fact);
        }
        if (fact.body() instanceof SharedBody.HandOver handOver && handOver.what() == Handed.CASE) {
            cases.handedOver(sql, handOver.stage(), fact);
        }
        if (fact.body() instanceof SharedBody.DutyEnded ended
                && ended.done()
                && ended.duty().startsWith(CHECK_RING)) {
            new CheckStore(sql)
                    .rungFor(
                            ended.duty().substring(CHECK_RING.length()),
                            fact.source(),
                            fact.times().received());
        }
        if (fact.body() instanceof SharedBody.CheckRung rung) {
            new CheckStore(sql).rung(rung.check(), fact.source(), fact.times().received());
        }
        if (fact.body() instanceof SharedBody.InformationAnswer answer
                && answer.outcome() != SharedBody.InformationAnswer.AnswerOutcome.ACKNOWLEDGED
                && !fact.references().regarding().isEmpty()) {
            relationships.endBy(
                    sql,
                    Kind.ASKED,
                    fact.source(),
                    fact.references().regarding(),
                    fact.times().received().plus(FORTNIGHT));
        }
    }

    private static boolean watches(SharedBody.HandOver handOver) {
        return handOver.what() == Handed.REGISTERED_PERSON || handOver.what() == Handed.SUPERVISION;
    }

    /**
     * Whoever refused, or from whom an offer was taken back by whoever made it, has no reason to
     * look any more.
     *
     * @see PeopleHandedOver
     */
    private void handedOver(JdbcClient sql, SharedBody.HandOver handOver, Fact fact) {
        Instant at = fact.times().received();
        List<MessageRef> offers = fact.references().regarding();
        switch (handOver.stage()) {
            case REFUSED ->
                    relationships.endBy(sql, Kind.OFFENDER_MANAGEMENT, fact.source(), offers, at);
            case WITHDRAWN -> {
                List<MessageRef> own =
                        offers.stream().filter(o -> o.sender().equals(fact.source())).toList();
                fact.references()
                        .addressees()
                        .forEach(to ->
                                relationships.endBy(sql, Kind.OFFENDER_MANAGEMENT, to, own, at));
            }
            case OFFERED, ACCEPTED, ACCEPTANCE_TOLD, ACCEPTANCE_CONFIRMED -> {}
        }
    }

    /**
     * Where an alert was answered or withdrawn, whoever has no other open alert about that person
     * may read why for a fortnight more.
     */
    private void closing(JdbcClient sql, List<Occurrence> occurrences) {
        for (Occurrence occurrence : occurrences) {
            if (occurrence instanceof Occurrence.Changed changed
                    && (changed.change() instanceof Change.Answered
                            || changed.change() instanceof Change.Withdrawn)) {
                relationships.endWhere(
                        sql,
                        Kind.ALERT_RECIPIENT,
                        changed.about(),
                        stillTold(sql, changed.subject()),
                        changed.at().plus(FORTNIGHT));
            }
        }
    }

    /** Told of an open alert, first or in place of somebody else. */
    private static Set<AgencyId> stillTold(JdbcClient sql, PersonId subject) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT DISTINCT split_part(t.recipient, '/', 1) FROM alerts.alert a
                                  JOIN (SELECT subject, reference, recipient FROM alerts.told
                                        UNION ALL
                                        SELECT subject, reference, recipient FROM alerts.telling) t
                                    ON t.subject = a.subject AND t.reference = a.reference
                                 WHERE a.subject = :s AND a.state = 'open'
                                """)
                        .param("s", subject.value())
                        .query((row, _) -> new AgencyId(row.getString(1)))
                        .list());
    }

    /** An agency that has a record of somebody has them on its list. */
    private static void own(Fact fact, Set<SourceRecord> moved, List<Relationship> found) {
        fact.participants().stream()
                .map(Participant::record)
                .filter(r -> moved.contains(r) && r.agency().equals(fact.source()))
                .forEach(r ->
                        found.add(
                                relationship(
                                        fact.source(), r, listed(fact), fact, Optional.empty())));
    }

    private static Kind listed(Fact fact) {
        return switch (fact.body()) {
            case SchoolBody _ -> Kind.ROLL;
            case HousingBody _ -> Kind.TENANCY;
            case HealthBody.GpRegistration _ -> Kind.REGISTRATION;
            default -> Kind.EPISODE;
        };
    }

    private void reasons(Fact fact, List<Relationship> found) {
        AgencyId source = fact.source();
        switch (fact.body()) {
            case CareBody.Referral _ ->
                    addressees(Kind.REFERRAL_RECIPIENT, fact, fortnight(fact), found);
            case SharedBody.InformationRequest _ ->
                    addressees(Kind.ASKED, fact, unanswered(fact), found);
            case CareBody.Enquiry e when e.started() ->
                    all(source, Kind.ALLOCATION, fact, Optional.empty(), found);
            case CareBody.Plan p when p.started() ->
                    all(source, Kind.ALLOCATION, fact, Optional.empty(), found);
            case CareBody.CaseAllocated _ when cases.socialCare(source) ->
                    all(source, Kind.ALLOCATION, fact, Optional.empty(), found);
            case CareBody.StrategyDiscussion _ ->
                    all(source, Kind.CONFERENCE, fact, fortnight(fact), found);
            case CareBody.Meeting m when invites(m) && convenes(source) -> invited(m, fact, found);
            case CareBody.Conference _ ->
                    all(source, Kind.CONFERENCE, fact, Optional.empty(), found);
            case JusticeBody.RegisterNotification r when r.type() == NotificationType.ENTERED ->
                    all(source, Kind.OFFENDER_MANAGEMENT, fact, Optional.empty(), found);
            case PoliceBody.InvestigationPlan _ ->
                    all(source, Kind.INVESTIGATION, fact, Optional.empty(), found);
            default -> {}
        }
    }

    /** A meeting about a child to which other agencies are asked; not one with lawyers. */
    private static boolean invites(CareBody.Meeting meeting) {
        boolean about =
                switch (meeting.type()) {
                    case STRATEGY, INITIAL_CONFERENCE, REVIEW_CONFERENCE, CORE_GROUP -> true;
                    case LEGAL_PLANNING, PROFESSIONALS, DISCHARGE, OTHER -> false;
                };
        return about
                && (meeting.stage() == CareBody.MeetingStage.PLANNED
                        || meeting.stage() == CareBody.MeetingStage.MOVED);
    }

    /** Anybody may say that a meeting is to be; an invitation of these alone opens a record. */
    private boolean convenes(AgencyId source) {
        return isOne(source, CONVENE);
    }

    private boolean isOne(AgencyId agency, Set<AgencyType> types) {
        return directory.agency(agency).map(Agency::type).filter(types::contains).isPresent();
    }

    /** Whoever is invited may read until a fortnight after the day of the meeting. */
    private static void invited(CareBody.Meeting meeting, Fact fact, List<Relationship> found) {
        Instant received = fact.times().received();
        Instant latest = received.plus(AHEAD);
        Instant day =
                meeting.on()
                        .map(London::startOf)
                        .filter(d -> d.isAfter(received))
                        .map(d -> d.isAfter(latest) ? latest : d)
                        .orElse(received);
        fact.references().addressees().stream()
                .filter(to -> !to.equals(fact.source()))
                .forEach(to ->
                        all(to, Kind.CONFERENCE, fact, Optional.of(day.plus(FORTNIGHT)), found));
    }

    /** Whom somebody's hand-over opened them to, and whose reason it ended. */
    void handedOver(JdbcClient sql, List<PeopleHandedOver.Reasons> all) {
        relationships.publish(
                sql, all.stream().flatMap(p -> p.opened().stream()).distinct().toList());
        relationships.end(sql, all.stream().flatMap(p -> p.over().stream()).distinct().toList());
        relationships.close(
                sql, all.stream().flatMap(p -> p.closed().stream()).distinct().toList());
    }

    /** What opened an unborn child's record opens the child's whom it became. */
    void born(JdbcClient sql, List<Relationships.Born> born, Instant at) {
        if (!born.isEmpty()) {
            relationships.follow(sql, FOLLOWS, born, at);
        }
    }

    private static Optional<Instant> fortnight(Fact fact) {
        return Optional.of(fact.times().received().plus(FORTNIGHT));
    }

    private static Optional<Instant> unanswered(Fact fact) {
        return Optional.of(fact.times().received().plus(UNANSWERED));
    }

    /** To everybody to whom a fact is addressed. */
    private static void addressees(
            Kind kind, Fact fact, Optional<Instant> until, List<Relationship> found) {
        fact.references().addressees().forEach(to -> all(to, kind, fact, until, found));
    }

    static void all(
            AgencyId to, Kind kind, Fact fact, Optional<Instant> until, List<Relationship> found) {
        fact.participants().stream()
                .filter(p -> !p.role().isAtWork())
                .forEach(p -> found.add(relationship(to, p.record(), kind, fact, until)));
    }

    /** What a fact opens to an agency over some of the records that it is about. */
    static List<Relationship> over(
            List<SourceRecord> records,
            AgencyId to,
            Kind kind,
            Fact fact,
            Optional<Instant> until) {
        List<Relationship> found = new ArrayList<>();
        all(to, kind, fact, until, found);
        return found.stream().filter(r -> records.contains(r.record())).toList();
    }

    private static Relationship relationship(
            AgencyId to, SourceRecord record, Kind kind, Fact fact, Optional<Instant> until) {
        return new Relationship(
                new Grantee.Agency(to), record, kind, fact.id(), fact.times().received(), until);
    }

    /** Whoever is told of an alert may read why, as long as it waits for an answer. */
    private static void recipients(Occurrence.Changed changed, List<Relationship> found) {
        Stream<Finding> findings =
                switch (changed.change()) {
                    case Change.Raised(Alert alert) -> alert.findings().stream();
                    case Change.Grew(Alert _, List<Finding> added) -> added.stream();
                    default -> Stream.empty();
                };
        findings.forEach(f ->
                f.evidence().stream()
                        .findFirst()
                        .ifPresent(reason -> told(changed, f, reason, found)));
    }

    /**
     * Whoever is to ring another area, or is asked about an address of theirs, knows whom it is
     * about, and nothing more.
     */
    private static void ringers(Occurrence.Changed changed, List<Relationship> found) {
        if (changed.change() instanceof Change.Started(Duty duty)
                && (duty.clock().value().startsWith(LOCATOR)
                        || duty.clock().value().startsWith(HEALTH_ADDRESS))) {
            for (SourceRecord record : changed.about()) {
                duty.owedBy()
                        .forEach(owner ->
                                found.add(
                                        new Relationship(
                                                new Grantee.Agency(owner.agency()),
                                                record,
                                                Kind.ASKED,
                                                duty.evidence().getFirst(),
                                                changed.at(),
                                                Optional.of(changed.at().plus(UNANSWERED)))));
            }
        }
    }

    /**
     * Whoever is to see that a registered person tells what is due manages that person: until what
     * is told next is due in its turn. Whoever offered a person whom they do not have does not.
     */
    private static void keepers(Occurrence.Changed changed, List<Relationship> found) {
        if (changed.change() instanceof Change.Started(Duty duty)
                && duty.clock().value().startsWith(REGISTER)
                && !duty.clock().value().equals(UNHELD)) {
            changed.about().stream()
                    .findFirst()
                    .ifPresent(record ->
                            duty.owedBy().stream()
                                    .filter(owner -> owner.role().equals(Role.REGISTER_KEEPER))
                                    .forEach(owner ->
                                            found.add(
                                                    new Relationship(
                                                            new Grantee.Agency(owner.agency()),
                                                            record,
                                                            Kind.OFFENDER_MANAGEMENT,
                                                            duty.evidence().getFirst(),
                                                            changed.at(),
                                                            Optional.of(
                                                                    changed.at().plus(KEPT))))));
        }
    }

    /** Whoever was told in place of somebody else may read why as they would have. */
    void told(JdbcClient sql, List<Fact> facts) {
        List<Relationship> found = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.body() instanceof SystemBody.AlertTold told
                    && told.manner() == SystemBody.AlertTold.Manner.IN_PLACE) {
                found.add(
                        relationship(
                                told.agency(),
                                fact.subject().orElseThrow(),
                                Kind.ALERT_RECIPIENT,
                                fact,
                                Optional.empty()));
            }
        }
        if (!found.isEmpty()) {
            relationships.publish(sql, found.stream().distinct().toList());
        }
    }

    private static void told(
            Occurrence.Changed changed, Finding finding, FactId reason, List<Relationship> found) {
        Optional<SourceRecord> record = changed.about().stream().findFirst();
        for (Recipient recipient : finding.first()) {
            record.ifPresent(r ->
                    found.add(
                            new Relationship(
                                    new Grantee.Agency(recipient.agency()),
                                    r,
                                    Kind.ALERT_RECIPIENT,
                                    reason,
                                    changed.at(),
                                    Optional.empty())));
        }
    }
}
