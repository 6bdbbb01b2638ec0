package sightline.core.story;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.DevelopmentalStage.Milestone;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.Mark;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What agencies say in tests, with plain defaults. */
public final class Said {
    public static final String CARE = "childrens-social-care";

    private Said() {}

    public static CareBody.Referral referral(Harm... harms) {
        return new CareBody.Referral(
                CareBody.Referral.Service.SOCIAL_CARE,
                List.of(harms),
                Optional.empty(),
                CareBody.Referral.Channel.WRITTEN);
    }

    public static CareBody.ReferralDecision decision(CareBody.ReferralDecision.Decision outcome) {
        return new CareBody.ReferralDecision(outcome, false, false, List.of());
    }

    public static CareBody.ReferralDecision malicious(boolean seen, boolean spoken) {
        return new CareBody.ReferralDecision(
                CareBody.ReferralDecision.Decision.NO_FURTHER_ACTION,
                seen,
                spoken,
                List.of(CareBody.CloseReason.NO_CONCERN, CareBody.CloseReason.MALICIOUS));
    }

    public static CareBody.ReferralDecision acknowledged() {
        return decision(CareBody.ReferralDecision.Decision.ACKNOWLEDGED);
    }

    public static CareBody.ReferralDecision assessment() {
        return decision(CareBody.ReferralDecision.Decision.ASSESSMENT);
    }

    public static CareBody.ReferralDecision noFurtherAction() {
        return decision(CareBody.ReferralDecision.Decision.NO_FURTHER_ACTION);
    }

    public static CareBody.CaseClosed closed(boolean seenAlone, boolean skinSeen) {
        return new CareBody.CaseClosed(seenAlone, skinSeen, false, List.of());
    }

    public static CareBody.Plan plan(CareBody.Plan.PlanType type, boolean started) {
        return new CareBody.Plan(type, started);
    }

    public static CareBody.Plan protectionPlan() {
        return plan(CareBody.Plan.PlanType.PROTECTION, true);
    }

    public static CareBody.Enquiry enquiry(boolean started) {
        return new CareBody.Enquiry(started, false, Optional.empty());
    }

    public static CareBody.Visit visit(VisitOutcome outcome, VisitReason reason) {
        return new CareBody.Visit(outcome, reason, false, false, Optional.empty());
    }

    public static CareBody.Visit seenWithSkin() {
        return new CareBody.Visit(
                VisitOutcome.SEEN, VisitReason.PLANNED, false, true, Optional.empty());
    }

    public static CareBody.VisitPlanned visitPlanned(String day) {
        return new CareBody.VisitPlanned(LocalDate.parse(day), VisitReason.PLANNED);
    }

    public static SharedBody.PublicReport publicReport(boolean anonymous, Harm harm) {
        return new SharedBody.PublicReport(anonymous, harm, Optional.empty());
    }

    public static SchoolBody.Concern concern(SchoolBody.Concern.Topic topic) {
        return new SchoolBody.Concern(topic, Optional.empty(), false);
    }

    public static SchoolBody.Concern concern(SchoolBody.Concern.Topic topic, String words) {
        return new SchoolBody.Concern(topic, Optional.of(new Text(words)), true);
    }

    public static HealthBody.MarksJudged judged(boolean telling) {
        return new HealthBody.MarksJudged(telling, Optional.empty());
    }

    public static SchoolBody.ConcernClosed concernClosed(boolean childSeen) {
        return new SchoolBody.ConcernClosed(childSeen, Optional.empty());
    }

    public static Mark mark(MarkKind kind, Site site) {
        return new Mark(site, HealthBody.Side.LEFT, kind, 1, Optional.empty(), Optional.empty());
    }

    public static InjuryObserved bruise(Site site, Mechanism... mechanisms) {
        return injury(mark(MarkKind.BRUISE, site), mechanisms);
    }

    public static InjuryObserved injury(Mark mark, Mechanism... mechanisms) {
        return injury(List.of(mark), new When.Unknown(), mechanisms);
    }

    public static InjuryObserved injury(List<Mark> marks, When occurred, Mechanism... mechanisms) {
        return new InjuryObserved(
                marks,
                Arrays.stream(mechanisms).map(Said::account).toList(),
                occurred,
                Optional.empty(),
                false,
                Optional.empty());
    }

    public static InjuryObserved mobile(InjuryObserved injury, boolean mobile) {
        return new InjuryObserved(
                injury.marks(),
                injury.accounts(),
                injury.occurred(),
                Optional.of(mobile),
                injury.referred(),
                injury.seenBy());
    }

    public static HealthBody.Account account(Mechanism mechanism) {
        return new HealthBody.Account(Optional.empty(), Optional.of(mechanism), Optional.empty());
    }

    public static HealthBody.Account words(String words) {
        return new HealthBody.Account(
                Optional.of(new Text(words)), Optional.empty(), Optional.empty());
    }

    /** Bail was set, without conditions that anybody wrote down. */
    public static JusticeBody.Bail bail() {
        return new JusticeBody.Bail(
                JusticeBody.Bail.BailStage.SET, List.of(), Optional.empty(), Optional.empty());
    }

    /** Arrested for a common assault of which nothing else was written down. */
    public static JusticeBody.Arrest arrested() {
        return new JusticeBody.Arrest(
                new JusticeBody.Offence(
                        "assault",
                        Optional.empty(),
                        Optional.empty(),
                        JusticeBody.OffenceGroup.COMMON_ASSAULT,
                        Optional.empty(),
                        Optional.empty()));
    }

    public static HealthBody.DevelopmentalStage reached(Milestone stage) {
        return new HealthBody.DevelopmentalStage(stage, true);
    }

    public static HealthBody.Appointment appointment(HealthBody.Appointment.Kept outcome) {
        return new HealthBody.Appointment(outcome, "hearing");
    }

    public static SharedBody.AlertAnswered answered(String alert) {
        return new SharedBody.AlertAnswered(
                alert,
                SharedBody.AlertAnswered.AlertAnswer.EXPLAINED,
                new Text("seen today"),
                Optional.empty());
    }

    public static SharedBody.EvidenceReceived evidence() {
        return new SharedBody.EvidenceReceived(
                SharedBody.EvidenceReceived.EvidenceType.PHOTOGRAPH, Optional.empty());
    }

    public static CareBody.CaseAllocated allocated() {
        return new CareBody.CaseAllocated("social-worker", Optional.empty());
    }

    public static PersonBody.Person named(String given, String family) {
        return new PersonBody.Person(
                List.of(
                        new PersonBody.PersonName(
                                given.isEmpty() ? List.of() : List.of(given),
                                family,
                                PersonBody.PersonName.Use.CURRENT)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static SharedBody.Retraction retraction() {
        return new SharedBody.Retraction(Optional.empty());
    }
}
