package sightline.core.screening;

import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.screening.NotSeenReasons.NotSeen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-10: a child who was not seen, or not so that anybody could have seen an injury, since the
 * newest report. The newest report is the matter; each failed visit or closing is a finding.
 */
public final class ChildNotSeen extends ChildRule {
    static final RuleId ID = new RuleId("AL-10");
    private static final RuleCard CARD =
            new RuleCard(
                    "A child who was not seen",
                    "Haringey 2009: at the last visit face and hands were covered with chocolate and"
                            + " cream, and at the last clinic the child was not examined."
                            + " Birmingham 2010: visits were refused, and a glimpse on the doorstep"
                            + " was taken for seeing.",
                    Set.of(
                            CareBody.Visit.class,
                            CareBody.VisitPlanned.class,
                            CareBody.CaseClosed.class,
                            CareBody.ReferralDecision.class,
                            CareBody.Referral.class,
                            CareBody.MotherSpokenToAlone.class,
                            HealthBody.InjuryObserved.class,
                            HealthBody.MedicalOpinion.class,
                            HealthBody.HealthContact.class,
                            PoliceBody.PoliceVisit.class,
                            PoliceBody.InvestigationPlan.class,
                            SchoolBody.Concern.class,
                            SharedBody.PublicReport.class),
                    "Social care's duty manager and the service that was refused or closed.",
                    "That visits failed and when, and that nobody has seen the child since.",
                    "Not seen by social care, police or a doctor since the newest report of injury"
                            + " or harm (after an injury with the marks looked at), or seen but not"
                            + " examinable, where a visit was owed or the matter closes; the last"
                            + " two owed visits failed; one cancelled and not made in 2 working"
                            + " days; closed by a service that has not seen the child alone (too"
                            + " young to speak: the skin). For an unborn child: a visit was owed or"
                            + " the matter closes, and nobody has spoken with the mother alone."
                            + " Owed means planned, promised, announced, under a plan or enquiry,"
                            + " or made because of a referral or concern.",
                    "Each service knows of its own failed visit; that nobody has seen the child is"
                            + " visible only beside the others.",
                    List.of(
                            "A parent's complaint is a right and no sign of risk: it is not read.",
                            "A child in hospital is seen there.",
                            "One failed visit without a report of harm.",
                            "Routine visits of a health visitor or school to a family with no"
                                    + " report of harm and no open matter.",
                            "A cancelled visit that is made within 2 working days.",
                            Counted.SENT_TWICE,
                            "A plan whose visits nobody attempts is the visit duty's ladder."),
                    "INF");

    public ChildNotSeen() {
        super(ID, CARD, 2);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "speaks-from-months",
                        "Age in months from which a child is spoken with alone",
                        NotSeenReasons.SPEAKS_FROM_MONTHS,
                        12,
                        60));
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        for (NotSeen notSeen : new NotSeenReasons(child).all()) {
            Instant since = notSeen.since();
            if (child.under18At(since) && !diedBefore(child, since)) {
                found.from(since, t -> finding(child, notSeen, t));
            }
        }
        return found.evaluation();
    }

    /** Nobody owes a visit to a child who has died. */
    private static boolean diedBefore(Child child, Instant moment) {
        return child.individual()
                .died()
                .filter(d -> !sightline.core.kernel.London.day(moment).isBefore(d))
                .isPresent();
    }

    /** Whoever closed or was refused decides anew, also where the family has left their area. */
    private static Recipient managerOf(Child child, Entry<?> entry) {
        return child.situation().recipients().sourceOf(entry.fact(), Role.DUTY_MANAGER);
    }

    private Finding finding(Child child, NotSeen notSeen, Instant since) {
        Optional<Entry<?>> report = notSeen.report();
        String matter = report.map(r -> Found.id(r).text()).orElse("no-report");
        Found found = Found.of(this, child, matter, notSeen.item());
        report.ifPresent(r ->
                found.entry(
                        r, "The newest report before it: " + r.fact().kind().replace('-', ' ')));
        notSeen.steps().forEach(s -> found.entry(s.entry(), s.text()));
        found.follows(notSeen.conclusion(), since);
        found.tell(Told.socialCareManager(child));
        notSeen.steps().stream()
                .map(s -> s.entry())
                .forEach(e ->
                        found.tell(
                                child.isFromSocialCare(e) ? managerOf(child, e) : Told.leadOf(e)));
        return found.notShown("Why the child was not seen.")
                .notShown("Visits that were made and not recorded.")
                .finding(since, notSeen.conclusion(), Told.ofCase());
    }
}
