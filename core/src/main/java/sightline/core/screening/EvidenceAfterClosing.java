package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * AL-20: new material about a matter that was closed. The closed matter is the matter, each piece
 * of material a finding. That a report of the public is then a referral stands in {@link
 * Referrals}.
 */
public final class EvidenceAfterClosing implements Rule {
    static final RuleId ID = new RuleId("AL-20");
    private static final RuleCard CARD =
            new RuleCard(
                    "Something new about a matter that was closed",
                    "Reviews found photographs, doctors' letters and a child's words that arrived"
                            + " weeks after a case was closed, and were filed. A closing rests on"
                            + " what was known; what comes after it is for whoever decided.",
                    Set.of(
                            SharedBody.EvidenceReceived.class,
                            SharedBody.PublicReport.class,
                            HealthBody.MedicalOpinion.class,
                            HealthBody.InjuryObserved.class,
                            PersonBody.ChildsWords.class,
                            CareBody.Referral.class,
                            CareBody.ReferralDecision.class,
                            CareBody.CaseClosed.class,
                            CareBody.Enquiry.class,
                            CareBody.Conference.class,
                            CareBody.Plan.class,
                            CareBody.StrategyDiscussion.class,
                            JusticeBody.Arrest.class,
                            JusticeBody.Charge.class,
                            PoliceBody.InvestigationPlan.class,
                            PoliceBody.PoliceIncident.class),
                    "Whoever decided last, the manager of that service, and social care's duty"
                            + " manager, who decides whether the matter re-opens (reopen.decide,"
                            + " one working day).",
                    "That something came after the closing, what kind of thing, from which agency;"
                            + " never its content: whoever decides asks its holder.",
                    "A photograph, recording, statement, medical opinion or the child's own words"
                            + " that name the closed matter or what it rests on, at any time; the"
                            + " same naming nothing within 12 months while nothing else is worked"
                            + " on; an injury that is not ordinary up to 30 days after the closing."
                            + " A report of the public to anybody in the 12 months after, or about"
                            + " a child whose injuries nobody answered or who was not seen since"
                            + " the last report of harm, is a referral to social care.",
                    "Whoever receives it does not know that the matter was closed, and whoever"
                            + " closed it does not know that it came.",
                    List.of(
                            "What was received before the closing: it was there to be read.",
                            "An opinion that is still awaited; a document of no stated kind.",
                            "A child's words that name nothing and speak of no harm.",
                            "An ordinary injury; an injury from the 31st day on.",
                            "Another matter is being worked on: its owner has it.",
                            "A party to an incident who rings the police."),
                    "INF");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "days",
                        "Days after a closing in which an injury is about the closed matter",
                        NewMaterial.DAYS_OF_INJURY,
                        1,
                        365),
                new RuleNumber(
                        "months",
                        "Months after a closing in which what names nothing is about the matter",
                        NewMaterial.MONTHS,
                        1,
                        60));
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Child.in(situation).map(this::evaluate).orElse(Evaluation.NOTHING);
    }

    private Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        for (NewMaterial material : NewMaterial.of(child, ID)) {
            if (child.under18At(material.received())) {
                found.from(material.received(), t -> finding(child, material, t));
            }
        }
        return found.evaluation();
    }

    private Finding finding(Child child, NewMaterial material, Instant since) {
        Matter matter = material.matter();
        Instant closed = matter.closed().orElseThrow();
        Found found = Found.of(this, child, matter.key(), material.item());
        matter.basis().forEach(b -> found.entry(b, "Of the matter: " + matter.kind().words()));
        found.follows("Closed on " + Words.day(London.day(closed)), closed);
        material.entries().forEach(e -> found.entry(e, material.text()));
        return found.tell(decider(child, matter))
                .tell(Told.socialCareManager(child))
                .notShown("What it says: ask whoever holds it.")
                .notShown("Whether the decision would have been another.")
                .finding(
                        since,
                        "Something new came after the matter was closed: decide whether it"
                                + " re-opens",
                        Told.ofCase());
    }

    /** Who decided last, and the manager of that service. */
    private static Set<Recipient> decider(Child child, Matter matter) {
        Optional<AgencyId> agency =
                matter.basis().size() > 1
                        ? Optional.of(matter.basis().getLast().fact().source())
                        : matter.agency();
        Set<Recipient> told = new TreeSet<>();
        agency.ifPresent(a -> {
            switch (child.typeOf(a).orElse(AgencyType.OTHER)) {
                case CHILDRENS_SOCIAL_CARE -> {
                    told.add(new Recipient(a, Role.SOCIAL_WORKER));
                    told.add(new Recipient(a, Role.DUTY_MANAGER));
                }
                case POLICE -> {
                    told.add(new Recipient(a, Role.INVESTIGATOR));
                    told.add(new Recipient(a, Role.INVESTIGATION_SUPERVISOR));
                }
                default -> {}
            }
        });
        return told;
    }
}
