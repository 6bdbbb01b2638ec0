package sightline.core.screening;

import sightline.core.classification.DomesticSuspicion;
import sightline.core.classification.Incident;
import sightline.core.classification.Incidents;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.household.Individual;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.screening.RelatedChildren.Relation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-03: an incident between two personally connected people that carries no domestic flag. Its
 * stages are items of one matter, the incident: {@code triage} at the suspicion, {@code supervisor}
 * when it is undecided after 24 hours, {@code social-care} when it is undecided after 72 hours and
 * a child is related, {@code confirmed} when a person decided that it was domestic.
 *
 * <p>The subject is each related child, born or not; where none is known, the party first named.
 */
final class UnflaggedDomesticIncident extends CatalogueRule {
    static final RuleId ID = new RuleId("AL-03");
    private static final Duration SUPERVISOR = Duration.ofDays(1);
    private static final Duration SOCIAL_CARE = Duration.ofDays(3);
    private static final int HEALTH_VISITOR_YEARS = 5;
    private static final int MOST_WORDS = 6;

    private static final RuleCard CARD =
            new RuleCard(
                    "An incident between family or partners without a domestic flag",
                    "Suffolk 2008: two incidents between the parents were \"not logged as being of a"
                            + " domestic nature\", so nobody who visited the children knew of them."
                            + " Domestic Abuse Act 2021 sections 1 to 3.",
                    Set.of(
                            PoliceBody.PoliceIncident.class,
                            PoliceBody.IncidentDecided.class,
                            PersonBody.Person.class,
                            PersonBody.Relationship.class,
                            PersonBody.Residence.class,
                            PersonBody.HouseholdMemberSeen.class,
                            HealthBody.PregnancyBooked.class,
                            HealthBody.Birth.class,
                            CareBody.CarerArranged.class),
                    "Police triage first. Undecided after 24 hours the vulnerability supervisor;"
                            + " after 72 hours, with a related child, social care as \"suspected,"
                            + " undecided\". After confirmation social care and the health visitor.",
                    "To police: that two people in their own log are connected. To social care and"
                            + " the health visitor: that there was an incident, its day and class,"
                            + " and that a party was recorded as injured.",
                    "Two parties, both of the age of the definition in force that day, recorded as"
                            + " partners, parents of one child, relatives, or at one address; or a"
                            + " log that writes of them as such and of conduct that can be abuse.",
                    "A flag alone misses what a log calls noise; the decision stays with a person.",
                    List.of(
                            "A log with the domestic flag: it has its own way",
                            "A person decided that it was not domestic",
                            "Neighbours, friends, lodgers, or two people in one hostel",
                            "Two victims of one theft",
                            "A row with a neighbour, a customer or a stranger; music or a film",
                            "Two logs of one address within an hour: one incident",
                            "A party under the age of the definition in force that day"),
                    "INF");

    UnflaggedDomesticIncident() {
        super(ID, CARD, 3);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        if (!situation.around().becameBorn().isEmpty() || concernsNobodyHere(situation)) {
            return Evaluation.NOTHING;
        }
        Timed timed = new Timed(situation);
        suspicions(situation).stream()
                .filter(s -> !s.incident().foundNotDomestic())
                .forEach(s -> new OfIncident(situation, s, timed).add());
        return timed.evaluation();
    }

    /** Every incident around the subject that no flag names; DA-01 reads them, too. */
    static List<DomesticSuspicion> suspicions(Situation situation) {
        return situation
                .once(
                        Suspected.class,
                        () -> new Suspected(DomesticSuspicion.in(incidents(situation))))
                .suspicions();
    }

    /** Every incident around the subject, flagged or not. */
    static Incidents incidents(Situation situation) {
        return situation.once(Incidents.class, () -> Incidents.around(situation.around()));
    }

    private record Suspected(List<DomesticSuspicion> suspicions) {}

    /** A grown-up is told of only where an incident names them. */
    private static boolean concernsNobodyHere(Situation situation) {
        Individual subject = situation.subject();
        return subject.alwaysGrown() && subject.entries(PoliceBody.PoliceIncident.class).isEmpty();
    }

    /** The stages of one incident for one subject. */
    private record OfIncident(Situation situation, DomesticSuspicion suspicion, Timed timed) {

        void add() {
            RelatedChildren children = new RelatedChildren(situation.around());
            Optional<Relation> child = children.ofSubject(suspicion);
            if (child.isPresent()) {
                stages(latest(suspicion.since(), child.get().since()), child);
            } else if (situation.subject().id().equals(suspicion.one())
                    && !anyChild(children, suspicion.parties())
                    && !anyChild(children, suspicion.possible())) {
                stages(suspicion.since(), Optional.empty());
            }
        }

        private boolean anyChild(RelatedChildren children, List<PersonId> people) {
            return children.any(people, incident().day(), incidents(situation)::readAround);
        }

        private Incident incident() {
            return suspicion.incident();
        }

        private void stages(Instant since, Optional<Relation> child) {
            Instant supervisor = latest(suspicion.since().plus(SUPERVISOR), since);
            Instant socialCare = latest(suspicion.since().plus(SOCIAL_CARE), since);
            // Who may only be related is put before the police, who can find out, and nobody else.
            boolean certain = child.filter(r -> !r.possible()).isPresent();
            timed.from(since, at -> finding("triage", at, child));
            if (undecidedAt(supervisor)) {
                timed.from(supervisor, at -> finding("supervisor", at, child));
            }
            if (certain && undecidedAt(socialCare)) {
                timed.from(socialCare, at -> finding("social-care", at, child));
            }
            incident()
                    .confirmed()
                    .filter(_ -> certain || child.isEmpty())
                    .ifPresent(d ->
                            timed.from(
                                    latest(d.received(), since),
                                    at -> finding("confirmed", at, child)));
        }

        private boolean undecidedAt(Instant moment) {
            return incident().decided().filter(d -> !d.isAfter(moment)).isEmpty();
        }

        private static Instant latest(Instant one, Instant other) {
            return Namings.latest(one, other);
        }

        private Finding finding(String stage, Instant since, Optional<Relation> child) {
            return new Finding(
                    ID,
                    situation.subject().id(),
                    "incident:" + incident().key().text(),
                    stage,
                    since,
                    new Text(headline(stage, child)),
                    path(stage, child, since),
                    told(stage),
                    sharing(),
                    List.of(
                            new Text("It does not say that anyone was abused: a person decides."),
                            new Text(
                                    "It does not say what happened; the log's own class stays as it"
                                            + " was written.")));
        }

        private String headline(String stage, Optional<Relation> child) {
            String whom =
                    child.isEmpty()
                            ? "An incident between two personally connected people"
                            : "An incident between two personally connected people, one of them"
                                    + (child.get().possible() ? " possibly" : "")
                                    + " related to this child,";
            return switch (stage) {
                case "triage" -> whom + " carries no domestic flag: was it domestic?";
                case "supervisor" -> whom + " is suspected and undecided after 24 hours.";
                case "social-care" -> whom + " is suspected and undecided after 72 hours.";
                default -> whom + " was confirmed as domestic.";
            };
        }

        private List<Step> path(String stage, Optional<Relation> child, Instant since) {
            PathOf path = new PathOf();
            path.entries(
                    incident().logs(),
                    e ->
                            "Logged as "
                                    + Found.words(e.body().logClass())
                                    + ", without a domestic flag"
                                    + (e.body().injury() ? "; a party was recorded as injured" : "")
                                    + (e.body().childPresent() ? "; a child was there" : "")
                                    + ".");
            suspicion
                    .tie()
                    .basis()
                    .forEach(f ->
                            path.fact(
                                    f,
                                    suspicion.tie().certainty().and(sure(f)),
                                    "The two are " + suspicion.tie().words() + "."));
            if (stage.equals("triage") || stage.equals("supervisor")) {
                words(path);
            }
            child.ifPresent(r -> path.fact(r.basis(), r.certainty(), r.inWords()));
            incident()
                    .confirmed()
                    .filter(_ -> stage.equals("confirmed"))
                    .ifPresent(d -> path.entry(d, "A person decided that it was domestic."));
            if (!stage.equals("confirmed")) {
                path.derived(
                        "Suspected since "
                                + Words.moment(suspicion.since())
                                + (stage.equals("triage") ? "." : "; nobody decided by then."),
                        since,
                        suspicion.tie().certainty(),
                        List.of());
            }
            return path.steps();
        }

        /** The police alone read what their own log says; what they are is for a person to say. */
        private void words(PathOf path) {
            List<String> words =
                    suspicion.readings().stream()
                            .flatMap(r -> r.suggesting().stream())
                            .limit(MOST_WORDS)
                            .map(w -> "“" + w.quote().value() + "” (" + w.sign().meaning() + ")")
                            .toList();
            if (!words.isEmpty()) {
                path.derived(
                        "Words of the log that suggest it: " + String.join(", ", words) + ".",
                        incident().attended(),
                        Certainty.CONFIRMED,
                        incident().logs().stream().map(l -> l.fact().id()).toList());
            }
        }

        /** As sure as the identity of the parties whom the fact names. */
        private Certainty sure(Fact fact) {
            return suspicion.parties().stream()
                    .map(situation.around()::person)
                    .filter(p -> p.records().stream().anyMatch(fact::mentions))
                    .map(p -> Sure.of(fact, p))
                    .reduce(Certainty.CONFIRMED, Certainty::and);
        }

        private Set<Recipient> told(String stage) {
            Set<Recipient> told = new LinkedHashSet<>();
            Recipients recipients = situation.recipients();
            switch (stage) {
                case "triage" -> told.add(police(Role.POLICE_TRIAGE));
                case "supervisor" -> told.add(police(Role.VULNERABILITY_SUPERVISOR));
                case "social-care" ->
                        told.addAll(
                                recipients.at(AgencyType.CHILDRENS_SOCIAL_CARE, Role.DUTY_MANAGER));
                default -> {
                    told.addAll(recipients.at(AgencyType.CHILDRENS_SOCIAL_CARE, Role.DUTY_MANAGER));
                    told.addAll(healthVisitor());
                }
            }
            return told;
        }

        private Recipient police(Role role) {
            return situation.recipients().sourceOf(incident().logs().getFirst().fact(), role);
        }

        /** For a child not yet at school, born or not. */
        private Set<Recipient> healthVisitor() {
            Individual child = situation.subject();
            boolean young =
                    child.unborn()
                            || child.born()
                                    .filter(b ->
                                            b.ageOn(incident().day())
                                                    .possiblyUnder(HEALTH_VISITOR_YEARS))
                                    .isPresent();
            return young
                    ? situation.recipients().at(AgencyType.HEALTH_VISITING, Role.HEALTH_VISITOR)
                    : Set.of();
        }

        private static Sharing sharing() {
            return new Sharing(
                    List.of(
                            "Police triage and the vulnerability supervisor",
                            "Social care and the health visitor, after a person has confirmed it;"
                                    + " social care also after 72 hours without a decision"),
                    List.of(
                            "Either party, or anybody in the household, before a named person has"
                                    + " read the safe-contact instruction"),
                    List.of("The police triage decides whether it was domestic"));
        }
    }
}
