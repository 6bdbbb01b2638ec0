package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SharedBody;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * AL-20: new material about a matter that was closed. The closed matter is the matter, each piece
 * of material a finding. That a report of the public is then a referral stands in {@link
 * Referrals}.
 */
public final class EvidenceAfterClosing extends ChildRule {
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
                            SchoolBody.Concern.class,
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
                            + " never its content: whoever decides asks its holder. Of a child who only may be"
                            + " this one neither its kind nor its agency.",
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
                            "What was received before the closing was written down: it was there"
                                    + " to be read.",
                            "An opinion that is still awaited; a document of no stated kind.",
                            "A child's words that name nothing and speak of no harm.",
                            "An ordinary injury; an injury from the 31st day on.",
                            "Another matter is being worked on: its owner has it.",
                            "A party to an incident who rings the police."),
                    "INF");

    public EvidenceAfterClosing() {
        super(ID, CARD, 2);
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
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        for (NewMaterial material : NewMaterial.of(child, ID)) {
            if (child.under18At(material.since())) {
                found.from(material.since(), t -> finding(child, material, t));
            }
        }
        possible(child, found);
        return found.evaluation();
    }

    /** What came about a child who may be this one, while nobody has decided. */
    private void possible(Child child, Timed found) {
        if (Matters.of(child).all().stream().allMatch(m -> m.closed().isEmpty())) {
            return;
        }
        Neighbourhood around = child.situation().around();
        Map<Matter, Instant> first = new LinkedHashMap<>();
        around.undecided(child.individual().id()).stream()
                .filter(other -> !around.siblings().contains(other))
                .flatMap(EvidenceAfterClosing::came)
                .sorted()
                .filter(child::under18At)
                .forEach(at ->
                        NewMaterial.recentlyClosed(child, ID, at)
                                .ifPresent(m -> first.putIfAbsent(m, at)));
        first.forEach((matter, at) -> found.from(at, t -> possible(child, matter, t)));
    }

    private static Stream<Instant> came(Individual other) {
        return Stream.of(
                        other.entries(SharedBody.EvidenceReceived.class).stream()
                                .filter(e -> NewMaterial.EVIDENCE.contains(e.body().type())),
                        other.entries(SharedBody.PublicReport.class).stream(),
                        other.entries(HealthBody.MedicalOpinion.class).stream()
                                .filter(e -> e.body().fit() != Fit.AWAITED),
                        other.entries(SchoolBody.Concern.class).stream()
                                .filter(e -> e.body().topic() == Topic.DISCLOSURE),
                        other.entries(PersonBody.ChildsWords.class).stream()
                                .filter(e -> e.body().ofHarm()))
                .flatMap(entries -> entries.map(e -> e.fact().times().received()));
    }

    private Finding possible(Child child, Matter matter, Instant since) {
        Found found = Found.of(this, child, matter.key(), "may-be");
        matter.basis().forEach(b -> found.entry(b, "Of the matter: " + matter.kind().words()));
        Instant closed = matter.closed().orElseThrow();
        return found.follows("Closed on " + Words.day(London.day(closed)), closed)
                .follows(
                        "Something came about a child whose record is like this child's. Nobody has"
                                + " decided whether the two are one child: decide the pair under"
                                + " Matches.",
                        since,
                        Certainty.POSSIBLE,
                        List.of())
                .tell(Told.socialCareManager(child))
                .notShown("What came, from whom, and what it says.")
                .finding(
                        since,
                        "It is possible that something new came after the matter was closed: it is"
                                + " about a child who may be this one",
                        Told.ofCase());
    }

    private Finding finding(Child child, NewMaterial material, Instant since) {
        Matter matter = material.matter();
        Found found = Found.of(this, child, matter.key(), material.item());
        matter.basis().forEach(b -> found.entry(b, "Of the matter: " + matter.kind().words()));
        String late =
                material.closingCameLate()
                        ? "; the closing became known here on " + Words.day(London.day(since))
                        : "";
        found.follows(
                "Closed on " + Words.day(London.day(material.closed())) + late, material.closed());
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
