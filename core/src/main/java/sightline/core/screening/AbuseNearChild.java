package sightline.core.screening;

import sightline.core.classification.DomesticIncident;
import sightline.core.classification.DomesticSuspicion;
import sightline.core.classification.Incident;
import sightline.core.directory.Role;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.IncidentDecided;
import sightline.core.facts.PoliceBody.MaracHeard;
import sightline.core.facts.SchoolBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.screening.RelatedChildren.Relation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * DA-01: what follows from an incident that is domestic, by its flag or by a decision, and what is
 * to be decided in time for it; what is first known when school has begun again is late at once.
 * Nothing is alerted; each finding starts a clock: {@code decide} and {@code whose} (who its
 * parties are) before school, {@code school}, {@code council}, {@code health-visitor}, {@code held}
 * where an adult of the incident works at the school, {@code marac} and {@code second}. Those
 * before school count from attendance, not from the decision.
 */
public final class AbuseNearChild extends CatalogueRule {
    static final RuleId ID = new RuleId("DA-01");
    private static final int SCHOOL_YEARS = 5;
    private static final int ONE_IN = 5;
    private static final List<Class<? extends Body>> NAMES_STAFF =
            List.of(
                    SchoolBody.Concern.class,
                    SchoolBody.SchoolAbsence.class,
                    CareBody.Referral.class,
                    PersonBody.Person.class);
    private static final Set<PersonRole> STAFF =
            Set.of(PersonRole.PRACTITIONER, PersonRole.REFERRER);

    private static final RuleCard CARD =
            new RuleCard(
                    "What follows from an incident of domestic abuse near a child",
                    "Operation Encompass: police tell the school’s safeguarding lead before the next"
                            + " school day starts (Victims and Prisoners Act 2024; guidance of 7"
                            + " November 2025). A repeat within 12 months goes back to the MARAC."
                            + " Suffolk 2008: nobody who visited the children knew of two incidents.",
                    Set.of(
                            PoliceBody.PoliceIncident.class,
                            IncidentDecided.class,
                            MaracHeard.class,
                            PersonBody.Person.class,
                            PersonBody.Relationship.class,
                            PersonBody.Residence.class,
                            PersonBody.HouseholdMemberSeen.class,
                            HealthBody.PregnancyBooked.class,
                            HealthBody.Birth.class,
                            CareBody.CarerArranged.class,
                            CareBody.Referral.class,
                            SchoolBody.SchoolRoll.class,
                            SchoolBody.SchoolAbsence.class,
                            SchoolBody.Concern.class,
                            SchoolBody.HomeEducation.class),
                    "The police who attended: their triage tells the school’s safeguarding lead, the"
                            + " council of a child taught at home, the health visitor of a child"
                            + " under 5. The duty sergeant where nobody decided in time.",
                    "To police: that a child is related to a party, or may be where nobody has decided"
                            + " who the parties are, and which school to tell. To the"
                            + " safeguarding lead, from a person: the child’s name and date of"
                            + " birth, when and where, whether the child was there.",
                    "An incident with the domestic flag, or that a person decided was domestic, and a"
                            + " child related to a party, there or not.",
                    "A school that learns of the night after it meets the child without knowing.",
                    List.of(
                            "An incident that a person found not to be domestic",
                            "Parties of whom a number or full date of birth says that they are not"
                                    + " this child’s family",
                            "What was recorded before the sender’s feed went live",
                            "A MARAC more than 12 months before, or about others"),
                    "P");

    public AbuseNearChild() {
        super(ID, CARD, 5);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        Individual subject = situation.subject();
        if (!situation.around().becameBorn().isEmpty()
                || (subject.alwaysGrown()
                        && subject.entries(PoliceBody.PoliceIncident.class).isEmpty())) {
            return Evaluation.NOTHING;
        }
        return new Of(situation, new Timed(situation)).evaluation();
    }

    /** Whether a second person reads a decision that an incident was not domestic: one in five. */
    public static boolean readAgain(Fact decision) {
        CRC32 hash = new CRC32();
        hash.update(decision.id().text().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % ONE_IN == 0;
    }

    /** One subject's. */
    private record Of(Situation situation, Timed timed) {

        Evaluation evaluation() {
            for (DomesticSuspicion suspicion : UnflaggedDomesticIncident.suspicions(situation)) {
                if (live(suspicion.incident())) {
                    decide(suspicion);
                    second(suspicion);
                }
            }
            for (DomesticIncident domestic :
                    DomesticIncident.in(UnflaggedDomesticIncident.incidents(situation))) {
                if (live(domestic.incident())) {
                    related(domestic.parties(), domestic.incident())
                            .ifPresentOrElse(child -> tell(domestic, child), () -> whose(domestic));
                    marac(domestic);
                }
            }
            return timed.evaluation();
        }

        private boolean live(Incident incident) {
            return situation.historyUntil(log(incident)).isEmpty();
        }

        private static Fact log(Incident incident) {
            return incident.logs().getFirst().fact();
        }

        private Optional<Relation> related(List<PersonId> parties, Incident incident) {
            return new RelatedChildren(situation.around())
                    .ofSubject(parties, incident.day())
                    .or(() -> harmed(incident));
        }

        /** A child of 16 or 17 to whom it was done is one whom it concerns, relative or not. */
        private Optional<Relation> harmed(Incident incident) {
            Individual subject = situation.subject();
            return incident.logs().stream()
                    .map(Entry::fact)
                    .filter(_ -> RelatedChildren.childOn(subject, incident.day()))
                    .filter(log ->
                            log.participants().stream()
                                    .anyMatch(p ->
                                            p.role() == PersonRole.VICTIM
                                                    && subject.has(p.record())))
                    .findFirst()
                    .map(log -> new Relation(subject, log, false));
        }

        /** In time for the school, whatever is decided; where that has passed, late at once. */
        private void decide(DomesticSuspicion suspicion) {
            Incident incident = suspicion.incident();
            Optional<Relation> child =
                    new RelatedChildren(situation.around())
                            .ofSubject(suspicion)
                            .or(() -> harmed(incident));
            if (child.isEmpty() || !atSchool(incident.day())) {
                return;
            }
            Instant since = Namings.latest(suspicion.since(), child.get().since());
            timed.from(
                    since,
                    known ->
                            finding(
                                            "decide",
                                            incident,
                                            incident.attended(),
                                            "An incident near this child may have been domestic: "
                                                    + (schoolBegan(incident, known)
                                                            ? "the school day began before that was known."
                                                                    + " Decide now, and tell the school"
                                                                    + " at once."
                                                            : "decide in time to tell the school."),
                                            path(incident, child.get()),
                                            Set.of(police(incident, Role.POLICE_TRIAGE)))
                                    .knownAt(known));
        }

        /** Whether school had begun again after the attendance when something was known. */
        private boolean schoolBegan(Incident incident, Instant known) {
            return Schooling.of(situation.subject(), incident.day())
                    .days(situation.directory())
                    .nextStart(incident.attended(), WorkingClock.of(situation).calendar())
                    .filter(starts -> !known.isBefore(starts))
                    .isPresent();
        }

        private boolean atSchool(LocalDate day) {
            Individual child = situation.subject();
            Schooling schooling = Schooling.of(child, day);
            return !child.unborn()
                    && (schooling.roll().isPresent()
                            || schooling.atHome().isPresent()
                            || child.born()
                                    .filter(b -> !b.ageOn(day).possiblyUnder(SCHOOL_YEARS))
                                    .isPresent());
        }

        private void tell(DomesticIncident domestic, Relation child) {
            Incident incident = domestic.incident();
            Instant since = Namings.latest(domestic.since(), child.since());
            Schooling schooling = Schooling.of(situation.subject(), incident.day());
            if (atSchool(incident.day())) {
                String item = item(domestic, schooling);
                timed.from(
                        since,
                        known ->
                                finding(
                                                item,
                                                incident,
                                                incident.attended(),
                                                headline(item, schoolBegan(incident, known)),
                                                schooling(path(incident, child), schooling),
                                                Set.of(
                                                        police(
                                                                incident,
                                                                item.equals("held")
                                                                        ? Role.DUTY_SERGEANT
                                                                        : Role.POLICE_TRIAGE)))
                                        .knownAt(known));
            }
            if (situation
                    .subject()
                    .born()
                    .filter(b -> b.ageOn(incident.day()).possiblyUnder(SCHOOL_YEARS))
                    .isPresent()) {
                timed.from(
                        since,
                        at ->
                                finding(
                                        "health-visitor",
                                        incident,
                                        at,
                                        "A child under 5 is related to a party of a domestic incident:"
                                                + " tell the health visitor today.",
                                        path(incident, child),
                                        Set.of(police(incident, Role.POLICE_TRIAGE))));
            }
        }

        /** Who its parties are is the police's to find out, in time for the school. */
        private void whose(DomesticIncident domestic) {
            Incident incident = domestic.incident();
            new RelatedChildren(situation.around())
                    .possibly(domestic.possible(), incident.day())
                    .filter(_ -> atSchool(incident.day()))
                    .ifPresent(child ->
                            timed.from(
                                    Namings.latest(domestic.since(), child.since()),
                                    known -> whose(incident, child, known)));
        }

        private Finding whose(Incident incident, Relation child, Instant known) {
            return finding(
                            "whose",
                            incident,
                            incident.attended(),
                            "A domestic incident may concern this child: find out whether its parties"
                                    + " are this child’s family, "
                                    + (schoolBegan(incident, known)
                                            ? "now: the school day began before that was known."
                                            : "in time to tell the school."),
                            path(incident, child),
                            Set.of(police(incident, Role.POLICE_TRIAGE)))
                    .knownAt(known);
        }

        private String item(DomesticIncident domestic, Schooling schooling) {
            if (schooling.atHome().isPresent()) {
                return "council";
            }
            boolean works =
                    schooling
                            .school()
                            .filter(s -> domestic.parties().stream().anyMatch(p -> worksAt(p, s)))
                            .isPresent();
            return works ? "held" : "school";
        }

        /** Whether an entry of the school names the adult as one of its own. */
        private boolean worksAt(PersonId party, AgencyId school) {
            Individual person = situation.around().person(party);
            return NAMES_STAFF.stream()
                    .flatMap(kind -> person.entries(kind).stream())
                    .map(Entry::fact)
                    .filter(f -> f.source().equals(school))
                    .flatMap(f -> f.participants().stream())
                    .anyMatch(p -> person.has(p.record()) && STAFF.contains(p.role()));
        }

        private static String headline(String item, boolean late) {
            return switch (item) {
                case "council" ->
                        "A child taught at home is related to a party of a domestic incident: tell the"
                                + " council.";
                case "held" ->
                        "An adult of a domestic incident works at this child’s school: decide who there"
                                + " is told.";
                default ->
                        "This child is related to a party of a domestic incident: tell the school’s"
                                + " safeguarding lead "
                                + (late
                                        ? "at once: a school day began before it was known."
                                        : "before the next school day starts.");
            };
        }

        private static PathOf schooling(PathOf path, Schooling schooling) {
            schooling
                    .roll()
                    .ifPresent(r ->
                            path.entry(
                                    r,
                                    "On the roll of "
                                            + r.fact().source().value()
                                            + ": its safeguarding lead alone is told."));
            schooling.atHome().ifPresent(h -> path.entry(h, "Taught at home."));
            return path;
        }

        /** From the meeting to its anniversary, both included, for whomever it was about. */
        private void marac(DomesticIncident domestic) {
            Individual subject = situation.subject();
            Incident incident = domestic.incident();
            if (!domestic.parties().contains(subject.id())) {
                return;
            }
            subject.about(MaracHeard.class).stream()
                    .filter(m -> within(m, incident.day()) && ofTheseParties(m, domestic))
                    .reduce((_, newest) -> newest)
                    .ifPresent(m ->
                            timed.from(
                                    Namings.latest(domestic.since(), m.received()),
                                    at ->
                                            finding(
                                                    "marac",
                                                    incident,
                                                    at,
                                                    "A repeat within 12 months of a MARAC: refer again.",
                                                    logs(incident)
                                                            .entry(
                                                                    m,
                                                                    "Heard at a MARAC; a repeat until "
                                                                            + Words.day(
                                                                                    m.latestDay()
                                                                                            .plusYears(
                                                                                                    1))
                                                                            + "."),
                                                    Set.of(
                                                            police(
                                                                    incident,
                                                                    Role
                                                                            .VULNERABILITY_SUPERVISOR)))));
        }

        private static boolean within(Entry<MaracHeard> marac, LocalDate day) {
            LocalDate meeting = marac.latestDay();
            return !day.isBefore(meeting) && !day.isAfter(meeting.plusYears(1));
        }

        /** Where it names another adult, that adult is a party as well. */
        private boolean ofTheseParties(Entry<MaracHeard> marac, DomesticIncident domestic) {
            List<PersonId> others =
                    marac.fact().participants().stream()
                            .flatMap(p -> situation.around().whose(p.record()).stream())
                            .filter(p -> !p.id().equals(situation.subject().id()))
                            .filter(p -> !p.childOn(domestic.incident().day()))
                            .map(Individual::id)
                            .toList();
            return others.isEmpty() || others.stream().anyMatch(domestic.parties()::contains);
        }

        private void second(DomesticSuspicion suspicion) {
            Incident incident = suspicion.incident();
            if (!situation.subject().id().equals(suspicion.one())) {
                return;
            }
            incident.decisions().stream()
                    .filter(d -> !d.body().domestic() && readAgain(d.fact()))
                    .findFirst()
                    .ifPresent(d ->
                            timed.from(
                                    d.received(),
                                    at ->
                                            finding(
                                                    "second",
                                                    incident,
                                                    at,
                                                    "A second person reads one in five decisions that an"
                                                            + " incident was not domestic.",
                                                    new PathOf()
                                                            .entry(
                                                                    d,
                                                                    "A person decided that it was not"
                                                                            + " domestic."),
                                                    Set.of(
                                                            police(
                                                                    incident,
                                                                    Role
                                                                            .VULNERABILITY_SUPERVISOR)))));
        }

        private PathOf logs(Incident incident) {
            return new PathOf()
                    .entries(
                            incident.logs(),
                            e ->
                                    "Logged as "
                                            + Found.words(e.body().logClass())
                                            + (e.body().domestic()
                                                    ? ", with the domestic flag."
                                                    : ", without a domestic flag."));
        }

        private PathOf path(Incident incident, Relation child) {
            PathOf path = logs(incident);
            incident.confirmed()
                    .ifPresent(d -> path.entry(d, "A person decided that it was domestic."));
            return path.fact(child.basis(), child.certainty(), child.inWords());
        }

        private Recipient police(Incident incident, Role role) {
            return situation.recipients().sourceOf(log(incident), role);
        }

        private Finding finding(
                String item,
                Incident incident,
                Instant since,
                String headline,
                PathOf path,
                Set<Recipient> first) {
            return new Finding(
                    ID,
                    situation.subject().id(),
                    "incident:" + incident.key().text(),
                    item + ":" + incident.key().text(),
                    since,
                    new Text(headline),
                    path.steps(),
                    first,
                    sharing(),
                    List.of(
                            new Text("It does not say what the child saw or heard."),
                            new Text(
                                    "Attended on "
                                            + Words.day(London.day(incident.attended()))
                                            + ".")),
                    Finding.Effect.SHOWN);
        }

        private static Sharing sharing() {
            return new Sharing(
                    List.of(
                            "The school’s safeguarding lead, by a named person; the health visitor of a"
                                    + " child under 5; the council of a child taught at home"),
                    List.of(
                            "A school’s shared mailbox, or anybody else at the school",
                            "Either party, or anybody in the household, before a named person has"
                                    + " read the safe-contact instruction"),
                    List.of("The police triage tells; the duty sergeant where it is held"));
        }
    }
}
