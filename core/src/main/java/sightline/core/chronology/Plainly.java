package sightline.core.chronology;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.MeetingBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one sentence what a fact asserts, in the words of its kind and as it was recorded. */
public final class Plainly {
    private Plainly() {}

    /** The sentence of a fact. */
    public static String said(Fact fact) {
        return said(fact.body());
    }

    /** The sentence of a body. */
    public static String said(Body body) {
        return switch (body) {
            case PersonBody person -> person(person);
            case HealthBody health -> health(health);
            case PoliceBody police -> police(police);
            case JusticeBody justice -> justice(justice);
            case CareBody care -> care(care);
            case MeetingBody meeting -> settled(meeting);
            case SchoolBody school -> school(school);
            case HousingBody housing -> housing(housing);
            case SharedBody shared -> shared(shared);
            case SystemBody system -> words(system.getClass().getSimpleName());
        };
    }

    private static String person(PersonBody body) {
        return switch (body) {
            case PersonBody.Person _ -> "Details of the person recorded";
            case PersonBody.Relationship r ->
                    "Recorded as "
                            + code(r.tie())
                            + r.until().map(u -> " until " + Words.day(u)).orElse("");
            case PersonBody.ParentalResponsibility p ->
                    p.held()
                            ? "Holds parental responsibility"
                            : "No longer holds parental responsibility";
            case PersonBody.ContactOrder o -> "Court order: " + code(o.terms());
            case PersonBody.Residence r -> "Address recorded (" + code(r.stay()) + ")";
            case PersonBody.HouseholdMemberSeen h ->
                    "Recorded as living or staying there (" + code(h.stay()) + ")";
            case PersonBody.SafeContact _ -> "Safe-contact instruction recorded";
            case PersonBody.CommunicationNeed c ->
                    "Communication need recorded" + (c.interpreter() ? "; interpreter needed" : "");
            case PersonBody.ChildsWords w ->
                    "The child's own words" + quoted(Optional.of(w.words()));
        };
    }

    private static String health(HealthBody body) {
        return switch (body) {
            case HealthBody.InjuryObserved i -> injury(i);
            case HealthBody.MarksJudged j ->
                    "Marks described in words: "
                            + (j.telling() ? "" : "not ")
                            + "of a kind that seldom comes by accident"
                            + quoted(j.reason());
            case HealthBody.MedicalOpinion o ->
                    "Medical opinion: " + code(o.fit()) + quoted(o.opinion());
            case HealthBody.PregnancyBooked p ->
                    "Pregnancy booked"
                            + p.expected().map(e -> ", expected " + Words.day(e)).orElse("");
            case HealthBody.Birth b ->
                    "Birth" + (b.marks().isEmpty() ? "" : "; marks recorded at birth");
            case HealthBody.GpRegistration g ->
                    g.temporary()
                            ? "Registered with the practice as a temporary patient"
                            : "Registered with the practice";
            case HealthBody.GpRecordTransfer t -> transfer(t);
            case HealthBody.HealthContact c -> "Seen by " + code(c.setting()) + quoted(c.reason());
            case HealthBody.DevelopmentalStage d ->
                    "Recorded as " + (d.reached() ? "" : "not yet ") + code(d.stage());
            case HealthBody.Appointment a ->
                    "Appointment (" + a.service() + "): " + code(a.outcome());
            case HealthBody.Background b ->
                    "Background recorded: "
                            + code(b.topic())
                            + (b.current() ? ", current" : ", past");
            case HealthBody.AccessNeedsChecked a ->
                    "Letters, language, distance and disability checked" + quoted(a.found());
            case HealthBody.MedicalCondition m ->
                    code(m.condition()) + (m.present() ? " recorded" : " looked for and not found");
        };
    }

    private static String injury(HealthBody.InjuryObserved injury) {
        String marks = injury.marks().stream().map(Plainly::mark).collect(Collectors.joining("; "));
        String seen = marks.isEmpty() ? "Injury recorded" : marks;
        List<String> told = injury.accounts().stream().map(Plainly::account).toList();
        return told.isEmpty()
                ? seen + ". No explanation recorded"
                : seen + ". Explanation given: " + String.join("; then: ", told);
    }

    private static String mark(HealthBody.Mark mark) {
        String side = mark.side() == HealthBody.Side.NOT_RECORDED ? "" : code(mark.side()) + " ";
        String site =
                mark.site() == HealthBody.Site.NOT_RECORDED
                        ? "place not recorded"
                        : code(mark.site());
        String count = mark.count() > 1 ? mark.count() + " marks: " : "";
        String size = mark.sizeMillimetres().map(s -> ", " + s + " mm").orElse("");
        return count + code(mark.kind()) + " to " + side + site + size;
    }

    private static String account(HealthBody.Account account) {
        String by = account.givenBy().map(r -> " (" + code(r) + ")").orElse("");
        String what =
                account.words()
                        .map(w -> "\u201c" + w.value() + "\u201d")
                        .or(() -> account.mechanism().map(Plainly::code))
                        .orElse("none");
        return what + by;
    }

    private static String police(PoliceBody body) {
        return switch (body) {
            case PoliceBody.PoliceIncident i ->
                    "Police incident logged as "
                            + code(i.logClass())
                            + (i.domestic() ? ", flagged domestic" : "")
                            + (i.childPresent() ? ", child present" : "");
            case PoliceBody.IncidentDecided d ->
                    d.domestic() ? "Decided: domestic" : "Decided: not domestic";
            case PoliceBody.IncidentUndecided _ ->
                    "Looked at whether it was domestic: cannot tell yet";
            case PoliceBody.InvestigationPlan p -> "Investigation " + code(p.step());
            case PoliceBody.PoliceVisit v ->
                    "Police visit: "
                            + code(v.outcome())
                            + v.home()
                                    .filter(h -> h != PoliceBody.PoliceVisit.HomeFound.AS_NOTIFIED)
                                    .map(h -> ", " + code(h))
                                    .orElse("")
                            + (v.childPresent() ? ", a child was there" : "");
            case PoliceBody.Intelligence _ -> "Intelligence recorded";
            case PoliceBody.SchoolTold _ -> "School's safeguarding lead told";
            case PoliceBody.MaracHeard _ -> "Heard at the multi-agency risk assessment conference";
            case PoliceBody.DisclosureApplication d ->
                    "Application for disclosure: " + code(d.scheme());
            case PoliceBody.Missing m -> "Missing episode: " + code(m.stage());
            case PoliceBody.BorderEntry b ->
                    b.entering() ? "Entered the country" : "Left the country";
        };
    }

    private static String justice(JusticeBody body) {
        return switch (body) {
            case JusticeBody.Arrest a -> "Arrested: " + a.offence().wording();
            case JusticeBody.Bail b ->
                    "Bail "
                            + code(b.stage())
                            + b.until().map(u -> " to " + Words.day(u)).orElse("");
            case JusticeBody.Charge c -> "Charged: " + c.offence().wording();
            case JusticeBody.ChargingDecision d ->
                    d.charge() ? "Decided to charge" : "Decided not to charge";
            case JusticeBody.SuspicionEnded s -> "Ended: " + code(s.ending());
            case JusticeBody.Conviction c ->
                    (c.caution() ? "Cautioned: " : "Convicted: ") + c.offence().wording();
            case JusticeBody.Sentence s -> "Sentenced: " + code(s.kind());
            case JusticeBody.Detained d ->
                    (d.place() == JusticeBody.Detained.Place.HOSPITAL
                                    ? "Detained in hospital: "
                                    : "Taken into custody: ")
                            + code(d.grounds());
            case JusticeBody.Release r -> r.onLicence() ? "Released on licence" : "Released";
            case JusticeBody.Supervision s -> code(s.type()) + " " + code(s.stage());
            case JusticeBody.OrderCondition o -> "Condition " + code(o.state());
            case JusticeBody.RegisterNotification r ->
                    "Register: "
                            + code(r.type())
                            + r.risk().map(level -> ", " + code(level)).orElse("")
                            + r.expected().map(day -> ", expected " + Words.day(day)).orElse("")
                            + (r.noHome() ? ", no fixed home" : "");
            case JusticeBody.RequirementsExplained e ->
                    "What is to be told was explained: "
                            + code(e.where())
                            + e.receipt().map(number -> ", receipt " + number).orElse("");
            case JusticeBody.BreachDecided d ->
                    "Decided: " + code(d.decision()) + quoted(Optional.of(d.reason()));
            case JusticeBody.RiskMarker m ->
                    m.set()
                            ? "Marker set: may pose a risk to children, to be assessed"
                            : "Marker lifted";
            case JusticeBody.ChildRemoved c ->
                    c.returned()
                            ? "A child was returned by a court"
                            : "A child was removed by a court";
            case JusticeBody.ChildHarmedInCare h ->
                    "A child came to harm in their care: recorded as " + code(h.found());
            case JusticeBody.ArrangementAgreed a -> "Arrangement " + code(a.stage());
        };
    }

    private static String because(Optional<Text> reason) {
        return reason.map(r -> ". Why: \u201c" + r.value() + "\u201d").orElse("");
    }

    private static String care(CareBody body) {
        return switch (body) {
            case CareBody.Referral r ->
                    "Referral to "
                            + code(r.service())
                            + r.basis().map(b -> " (" + code(b) + ")").orElse("")
                            + quoted(r.words());
            case CareBody.ReferralAgreed _ -> "A referral was agreed";
            case CareBody.ReferralDecision d ->
                    "Referral decided: " + code(d.outcome()) + because(d.reason());
            case CareBody.Visit v ->
                    "Visit (" + code(v.reason()) + "): " + code(v.outcome()) + quoted(v.found());
            case CareBody.VisitPlanned p -> "Visit planned for " + Words.day(p.on());
            case CareBody.MotherSpokenToAlone _ -> "Mother spoken with alone";
            case CareBody.StrategyDiscussion s ->
                    "Strategy discussion held"
                            + manner(s.minutes())
                            + ": "
                            + code(s.outcome())
                            + quoted(s.decided());
            case CareBody.StrategyDecidedOn s ->
                    s.hold()
                            ? "Decided to hold a strategy discussion"
                            : "Decided not to hold a strategy discussion";
            case CareBody.Enquiry e ->
                    e.started() ? "Section 47 enquiry started" : "Section 47 enquiry ended";
            case CareBody.Conference c ->
                    code(c.type())
                            + " child protection conference"
                            + manner(c.minutes())
                            + ": "
                            + code(c.outcome())
                            + quoted(c.decided());
            case CareBody.Plan p -> code(p.type()) + " plan " + (p.started() ? "started" : "ended");
            case CareBody.CoreGroup g -> "Core group met" + quoted(g.decided());
            case CareBody.Meeting m -> meeting(m);
            case CareBody.CourtStep c -> "Court: " + code(c.step());
            case CareBody.CarerArranged c ->
                    "Carer arranged: " + code(c.arrangement()) + because(c.reason());
            case CareBody.ReturnedHome r -> "Returned to live at home" + because(r.reason());
            case CareBody.CaseAllocated _ -> "Case allocated";
            case CareBody.CaseClosed c ->
                    "Case closed"
                            + (c.childSeenAlone()
                                    ? "; child seen alone"
                                    : "; child not recorded as seen alone")
                            + because(c.reason());
            case CareBody.Assessment a -> "Assessment " + code(a.stage());
            case CareBody.SeriousIncidentNotified _ ->
                    "Serious incident notified to the national panel";
            case CareBody.RapidReviewDone r ->
                    "Rapid review finished" + (r.practiceReview() ? ": a review follows" : "");
            case CareBody.SeriousIncident s -> s.died() ? "Died" : "Seriously harmed";
            case CareBody.PrivateFostering p ->
                    p.ended() ? "Private fostering ended" : "Private fostering notified";
            case CareBody.SiblingConsidered _ -> "Brothers and sisters considered";
        };
    }

    private static String settled(MeetingBody body) {
        return switch (body) {
            case MeetingBody.AgreedAction a ->
                    switch (a.stage()) {
                        case AGREED ->
                                "Agreed: “"
                                        + a.action().value()
                                        + "”"
                                        + a.due().map(d -> ", by " + Words.day(d)).orElse("")
                                        + (a.atOnce() ? ", at once" : "");
                        case DONE -> "Done: “" + a.action().value() + "”" + quoted(a.outcome());
                        case WITHDRAWN ->
                                "No longer asked: “"
                                        + a.action().value()
                                        + "”"
                                        + quoted(a.outcome());
                    };
            case MeetingBody.PlanWritten p ->
                    code(p.type())
                            + " plan written: “"
                            + p.different().value()
                            + "”"
                            + p.review().map(d -> ", review on " + Words.day(d)).orElse("");
        };
    }

    /** By telephone or on a screen, where that is said. */
    private static String manner(Optional<MeetingBody.Minutes> minutes) {
        return minutes.flatMap(MeetingBody.Minutes::manner)
                .map(m ->
                        switch (m) {
                            case TELEPHONE -> " by telephone";
                            case VIDEO -> " by video";
                            case IN_PERSON, NOT_RECORDED -> "";
                        })
                .orElse("");
    }

    private static String meeting(CareBody.Meeting meeting) {
        return code(meeting.type())
                + " meeting "
                + code(meeting.stage())
                + meeting.on().map(d -> " for " + Words.day(d)).orElse("")
                + meeting.thresholdMet()
                        .map(t -> t ? "; threshold met" : "; threshold not met")
                        .orElse("");
    }

    private static String school(SchoolBody body) {
        return switch (body) {
            case SchoolBody.SchoolRoll r ->
                    r.joined() ? "Joined the school's roll" : "Left the school's roll";
            case SchoolBody.SchoolAbsence a ->
                    a.explained() ? "Absent, explained" : "Absent, not explained";
            case SchoolBody.HomeEducation h ->
                    h.started() ? "Withdrawn to be taught at home" : "No longer taught at home";
            case SchoolBody.Concern c -> "Concern recorded: " + code(c.topic()) + quoted(c.words());
            case SchoolBody.ConcernClosed c ->
                    c.childSeen()
                            ? "Concern closed, child seen"
                            : "Concern closed, child not recorded as seen";
            case SchoolBody.SchoolFile f ->
                    f.received()
                            ? "Child protection file received"
                            : "Child protection file sent on";
        };
    }

    private static String housing(HousingBody body) {
        return switch (body) {
            case HousingBody.HousingApplication _ -> "Application for housing";
            case HousingBody.Tenancy t -> t.ended() ? "Tenancy ended" : "Tenancy began";
            case HousingBody.OccupantReported o ->
                    o.named() ? "Occupant reported" : "An unnamed occupant was reported";
        };
    }

    private static String disclosed(SharedBody.Disclosure body) {
        boolean decided =
                body.step()
                        .filter(SharedBody.Disclosure.DisclosureStep.DECIDED::equals)
                        .isPresent();
        if (decided) {
            return body.made() ? "Decided to tell" : "Decided not to tell";
        }
        return body.made() ? "Information disclosed" : "Information withheld";
    }

    private static String shared(SharedBody body) {
        return switch (body) {
            case SharedBody.InformationRequest r ->
                    "Information asked for: "
                            + code(r.asked())
                            + (r.immediateRisk() ? ", immediate risk" : "");
            case SharedBody.InformationAnswer a -> "Information request " + code(a.outcome());
            case SharedBody.CheckRung c -> "Rung about a check" + quoted(c.words());
            case SharedBody.AddressAsked _ ->
                    "Asked whether health may tell an address that differs";
            case SharedBody.DisclosureAsked d -> "Whether to tell: " + code(d.to());
            case SharedBody.DisclosureStage s -> "Whether to tell: " + code(s.stage());
            case SharedBody.Disclosure d -> disclosed(d);
            case SharedBody.HandOver h -> "Hand-over " + code(h.stage()) + quoted(h.reason());
            case SharedBody.MoveTold _ -> "Told of the move";
            case SharedBody.EvidenceReceived e -> code(e.type()) + " received";
            case SharedBody.ProfessionalChallenge c ->
                    (c.resolved() ? "Challenge resolved" : "Professional challenge")
                            + (c.riskOfHarm() ? ", a child may come to harm" : "")
                            + quoted(c.words());
            case SharedBody.PublicReport p ->
                    "Report by a member of the public: " + code(p.harm()) + quoted(p.words());
            case SharedBody.FactDisputed d ->
                    "Entry disputed by its subject" + quoted(Optional.of(d.words()));
            case SharedBody.Retraction _ -> "Entry withdrawn by its author";
            case SharedBody.Note n -> n.words().value();
            case SharedBody.AlertAnswered a -> "Alert answered: " + code(a.answer());
            case SharedBody.AlertAcknowledged _ -> "Alert acknowledged";
            case SharedBody.DutyEnded d ->
                    (d.done() ? "Duty recorded as done" : "Duty recorded as no longer applying")
                            + quoted(Optional.of(d.reason()))
                            + quoted(d.outcome());
            case SharedBody.DutyNote n ->
                    n.planned().map(day -> "Put off until " + Words.day(day)).orElse("Asked again")
                            + quoted(Optional.of(n.words()));
        };
    }

    private static String quoted(Optional<Text> words) {
        return words.filter(w -> !w.isBlank())
                .map(w -> ": \u201c" + w.value() + "\u201d")
                .orElse("");
    }

    private static String code(Enum<?> constant) {
        return Codes.kebab(constant).replace('-', ' ');
    }

    private static String words(String name) {
        return sightline.core.facts.Kinds.kebab(name).replace('-', ' ');
    }

    private static String transfer(HealthBody.GpRecordTransfer transfer) {
        return "GP record "
                + code(transfer.stage())
                + parts(", arrived: ", transfer.arrived())
                + parts(", not arrived: ", transfer.missing());
    }

    private static String parts(String lead, List<HealthBody.GpRecordTransfer.RecordPart> parts) {
        return parts.isEmpty()
                ? ""
                : lead + parts.stream().map(p -> code(p)).collect(Collectors.joining(", "));
    }
}
