package sightline.core.facts;

import static sightline.core.facts.Sensitivity.ADDRESS;
import static sightline.core.facts.Sensitivity.CORE;
import static sightline.core.facts.Sensitivity.COVERT;
import static sightline.core.facts.Sensitivity.CRIMINAL;
import static sightline.core.facts.Sensitivity.EVENT;
import static sightline.core.facts.Sensitivity.HEALTH;
import static sightline.core.facts.Sensitivity.HOUSING;
import static sightline.core.facts.Sensitivity.POLICE;
import static sightline.core.facts.Sensitivity.SCHOOL;
import static sightline.core.facts.Sensitivity.WITNESS_VICTIM;

import sightline.core.directory.AgencyType;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The table of kinds: each body's slug, the class that its facts have unless the sender says a
 * higher one, and which types of agency may assert it.
 */
public final class Kinds {

    /**
     * One kind.
     *
     * @param slug its name on the wire
     * @param body its record
     * @param sensitivity the class of its facts, unless the sender says a higher one
     * @param senders which types of agency may assert it; empty means any
     */
    public record Kind(
            String slug,
            Class<? extends Body> body,
            Sensitivity sensitivity,
            Set<AgencyType> senders) {

        /** Whether an agency of this type may assert the kind. */
        public boolean mayBeAssertedBy(AgencyType type) {
            return senders.isEmpty() || senders.contains(type);
        }
    }

    private static final Pattern BEFORE_CAPITALS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Set<AgencyType> ANY = Set.of();
    private static final Set<AgencyType> HEALTH_SENDERS =
            EnumSet.of(
                    AgencyType.GP,
                    AgencyType.HOSPITAL,
                    AgencyType.MATERNITY,
                    AgencyType.HEALTH_VISITING,
                    AgencyType.SCHOOL_NURSING,
                    AgencyType.AMBULANCE,
                    AgencyType.OTHER);
    private static final Set<AgencyType> POLICE_SENDERS =
            EnumSet.of(AgencyType.POLICE, AgencyType.BORDER);
    private static final Set<AgencyType> JUSTICE_SENDERS =
            EnumSet.of(
                    AgencyType.POLICE,
                    AgencyType.COURT,
                    AgencyType.CPS,
                    AgencyType.PROBATION,
                    AgencyType.PRISON);
    private static final Set<AgencyType> CARE_SENDERS =
            EnumSet.of(AgencyType.CHILDRENS_SOCIAL_CARE, AgencyType.PARTNERSHIP);
    private static final Set<AgencyType> CARE_AND_LAW =
            EnumSet.of(
                    AgencyType.CHILDRENS_SOCIAL_CARE,
                    AgencyType.LEGAL,
                    AgencyType.COURT,
                    AgencyType.PARTNERSHIP);
    private static final Set<AgencyType> FINDERS =
            EnumSet.of(
                    AgencyType.COURT,
                    AgencyType.CORONER,
                    AgencyType.CHILDRENS_SOCIAL_CARE,
                    AgencyType.PARTNERSHIP,
                    AgencyType.HOSPITAL,
                    AgencyType.POLICE);
    private static final Set<AgencyType> SCHOOL_SENDERS =
            EnumSet.of(AgencyType.SCHOOL, AgencyType.NURSERY, AgencyType.COUNCIL_EDUCATION);
    private static final Set<AgencyType> HOUSING_SENDERS = EnumSet.of(AgencyType.HOUSING);
    private static final Set<AgencyType> SELF = EnumSet.of(AgencyType.SIGHTLINE);

    private static final Map<Class<? extends Body>, Kind> BY_BODY = new LinkedHashMap<>();
    private static final Map<String, Kind> BY_SLUG = new LinkedHashMap<>();

    static {
        people();
        health();
        police();
        justice();
        care();
        meetings();
        schoolsAndHousing();
        shared();
        system();
    }

    private Kinds() {}

    private static void people() {
        add(PersonBody.Person.class, CORE, ANY);
        add(PersonBody.Relationship.class, CORE, ANY);
        add(PersonBody.ParentalResponsibility.class, CORE, ANY);
        add(PersonBody.ContactOrder.class, CORE, ANY);
        add(PersonBody.Residence.class, ADDRESS, ANY);
        add(PersonBody.HouseholdMemberSeen.class, ADDRESS, ANY);
        add(PersonBody.SafeContact.class, CORE, ANY);
        add(PersonBody.CommunicationNeed.class, CORE, ANY);
        add(PersonBody.ChildsWords.class, EVENT, ANY);
    }

    private static void health() {
        add(HealthBody.InjuryObserved.class, EVENT, ANY);
        add(HealthBody.MarksJudged.class, EVENT, ANY);
        add(HealthBody.MedicalOpinion.class, EVENT, HEALTH_SENDERS);
        add(HealthBody.PregnancyBooked.class, HEALTH, HEALTH_SENDERS);
        add(HealthBody.Birth.class, CORE, ANY);
        add(HealthBody.GpRegistration.class, CORE, HEALTH_SENDERS);
        add(HealthBody.GpRecordTransfer.class, HEALTH, HEALTH_SENDERS);
        add(HealthBody.HealthContact.class, HEALTH, HEALTH_SENDERS);
        add(HealthBody.DevelopmentalStage.class, HEALTH, ANY);
        add(HealthBody.Appointment.class, HEALTH, ANY);
        add(HealthBody.Background.class, HEALTH, ANY);
        add(HealthBody.AccessNeedsChecked.class, HEALTH, ANY);
        add(HealthBody.MedicalCondition.class, HEALTH, HEALTH_SENDERS);
    }

    private static void police() {
        add(PoliceBody.PoliceIncident.class, POLICE, POLICE_SENDERS);
        add(PoliceBody.IncidentDecided.class, POLICE, POLICE_SENDERS);
        add(PoliceBody.IncidentUndecided.class, POLICE, POLICE_SENDERS);
        add(PoliceBody.InvestigationPlan.class, POLICE, POLICE_SENDERS);
        add(PoliceBody.PoliceVisit.class, POLICE, POLICE_SENDERS);
        add(PoliceBody.Intelligence.class, COVERT, POLICE_SENDERS);
        add(PoliceBody.SchoolTold.class, EVENT, POLICE_SENDERS);
        add(PoliceBody.MaracHeard.class, WITNESS_VICTIM, ANY);
        add(PoliceBody.DisclosureApplication.class, CRIMINAL, POLICE_SENDERS);
        add(PoliceBody.Missing.class, EVENT, ANY);
        add(PoliceBody.BorderEntry.class, POLICE, POLICE_SENDERS);
    }

    private static void justice() {
        add(JusticeBody.Arrest.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.Bail.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.Charge.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.ChargingDecision.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.SuspicionEnded.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.Conviction.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.Sentence.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.Detained.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.Release.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.Supervision.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.OrderCondition.class, CRIMINAL, ANY);
        add(JusticeBody.RegisterNotification.class, CRIMINAL, POLICE_SENDERS);
        add(JusticeBody.RequirementsExplained.class, CRIMINAL, JUSTICE_SENDERS);
        add(JusticeBody.BreachDecided.class, CRIMINAL, POLICE_SENDERS);
        add(JusticeBody.RiskMarker.class, CRIMINAL, ANY);
        add(JusticeBody.ChildRemoved.class, EVENT, CARE_AND_LAW);
        add(JusticeBody.ChildHarmedInCare.class, EVENT, FINDERS);
        add(JusticeBody.ArrangementAgreed.class, EVENT, ANY);
    }

    private static void care() {
        add(CareBody.Referral.class, EVENT, ANY);
        add(CareBody.ReferralAgreed.class, EVENT, ANY);
        add(CareBody.ReferralDecision.class, EVENT, ANY);
        add(CareBody.Visit.class, EVENT, ANY);
        add(CareBody.VisitPlanned.class, EVENT, ANY);
        add(CareBody.MotherSpokenToAlone.class, EVENT, ANY);
        add(CareBody.StrategyDiscussion.class, EVENT, ANY);
        add(CareBody.StrategyDecidedOn.class, EVENT, CARE_SENDERS);
        add(CareBody.Enquiry.class, EVENT, CARE_SENDERS);
        add(CareBody.Conference.class, EVENT, CARE_SENDERS);
        add(CareBody.Plan.class, CORE, CARE_SENDERS);
        add(CareBody.CoreGroup.class, EVENT, CARE_SENDERS);
        add(CareBody.Meeting.class, EVENT, ANY);
        add(CareBody.CourtStep.class, EVENT, CARE_AND_LAW);
        add(CareBody.CarerArranged.class, CORE, ANY);
        add(CareBody.ReturnedHome.class, CORE, ANY);
        add(CareBody.CaseAllocated.class, CORE, ANY);
        add(CareBody.CaseClosed.class, EVENT, ANY);
        add(CareBody.Assessment.class, EVENT, ANY);
        add(CareBody.SeriousIncidentNotified.class, EVENT, CARE_SENDERS);
        add(CareBody.RapidReviewDone.class, EVENT, CARE_SENDERS);
        add(CareBody.SeriousIncident.class, EVENT, ANY);
        add(CareBody.PrivateFostering.class, EVENT, ANY);
        add(CareBody.SiblingConsidered.class, EVENT, ANY);
    }

    private static void meetings() {
        add(MeetingBody.AgreedAction.class, EVENT, ANY);
        add(MeetingBody.PlanWritten.class, EVENT, CARE_SENDERS);
    }

    private static void schoolsAndHousing() {
        add(SchoolBody.SchoolRoll.class, CORE, SCHOOL_SENDERS);
        add(SchoolBody.SchoolAbsence.class, SCHOOL, SCHOOL_SENDERS);
        add(SchoolBody.HomeEducation.class, SCHOOL, SCHOOL_SENDERS);
        add(SchoolBody.Concern.class, EVENT, ANY);
        add(SchoolBody.ConcernClosed.class, EVENT, ANY);
        add(SchoolBody.SchoolFile.class, SCHOOL, SCHOOL_SENDERS);
        add(HousingBody.HousingApplication.class, HOUSING, HOUSING_SENDERS);
        add(HousingBody.Tenancy.class, ADDRESS, HOUSING_SENDERS);
        add(HousingBody.OccupantReported.class, ADDRESS, ANY);
    }

    private static void shared() {
        add(SharedBody.InformationRequest.class, EVENT, ANY);
        add(SharedBody.InformationAnswer.class, EVENT, ANY);
        add(SharedBody.CheckRung.class, EVENT, ANY);
        add(SharedBody.DisclosureAsked.class, CRIMINAL, ANY);
        add(SharedBody.DisclosureStage.class, CRIMINAL, ANY);
        add(SharedBody.AddressAsked.class, CRIMINAL, POLICE_SENDERS);
        add(SharedBody.Disclosure.class, EVENT, ANY);
        add(SharedBody.HandOver.class, CRIMINAL, ANY);
        add(SharedBody.MoveTold.class, EVENT, ANY);
        add(SharedBody.EvidenceReceived.class, EVENT, ANY);
        add(SharedBody.ProfessionalChallenge.class, EVENT, ANY);
        add(SharedBody.PublicReport.class, EVENT, ANY);
        add(SharedBody.FactDisputed.class, EVENT, ANY);
        add(SharedBody.Retraction.class, CORE, ANY);
        add(SharedBody.Note.class, EVENT, ANY);
        add(SharedBody.AlertAnswered.class, EVENT, ANY);
        add(SharedBody.AlertAcknowledged.class, EVENT, ANY);
        add(SharedBody.DutyEnded.class, EVENT, ANY);
        add(SharedBody.DutyNote.class, EVENT, ANY);
    }

    private static void system() {
        add(SystemBody.AlertChanged.class, EVENT, SELF);
        add(SystemBody.DutyChanged.class, EVENT, SELF);
        add(SystemBody.Delivery.class, EVENT, SELF);
        add(SystemBody.AlertTold.class, EVENT, SELF);
        add(SystemBody.AlertSeen.class, EVENT, SELF);
        add(SystemBody.AlertUndeliverable.class, EVENT, SELF);
        add(SystemBody.AlertToRing.class, EVENT, SELF);
        add(SystemBody.DutyPassed.class, EVENT, SELF);
        add(SystemBody.TouchpointAnswered.class, EVENT, SELF);
        add(SystemBody.EntryHeldElsewhere.class, CRIMINAL, SELF);
        add(SystemBody.EntryAskedAbout.class, CRIMINAL, SELF);
        add(SystemBody.EntryTakenOver.class, CRIMINAL, SELF);
    }

    private static void add(
            Class<? extends Body> body, Sensitivity sensitivity, Set<AgencyType> senders) {
        Kind kind = new Kind(kebab(body.getSimpleName()), body, sensitivity, Set.copyOf(senders));
        BY_BODY.put(body, kind);
        BY_SLUG.put(kind.slug(), kind);
    }

    /** Camel case to kebab case: {@code InjuryObserved} is {@code injury-observed}. */
    public static String kebab(String camel) {
        return BEFORE_CAPITALS.matcher(camel).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** All kinds, in the order of the table. */
    public static Collection<Kind> all() {
        return java.util.Collections.unmodifiableCollection(BY_SLUG.values());
    }

    /** The kind of that name on the wire. */
    public static Optional<Kind> named(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }

    /** The kind of a body. */
    public static Kind of(Class<? extends Body> body) {
        Kind kind = BY_BODY.get(body);
        if (kind == null) {
            throw new IllegalStateException(body.getSimpleName() + " has no row in Kinds");
        }
        return kind;
    }

    /** A body's name on the wire. */
    public static String slug(Class<? extends Body> body) {
        return of(body).slug();
    }
}
