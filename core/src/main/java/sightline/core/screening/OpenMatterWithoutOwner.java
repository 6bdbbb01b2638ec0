package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.MedicalOpinion;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Matter.Kind;
import sightline.core.screening.Ownership.Shown;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * AL-21: an open matter that nobody has. What is open at social care is one case; so is what is
 * open at the police; each awaited medical opinion is a matter of its own.
 */
public final class OpenMatterWithoutOwner extends ChildRule {
    static final RuleId ID = new RuleId("AL-21");
    private static final int HOURS_OF_HARM = 24;
    private static final int HOURS = 72;
    private static final Set<Kind> OF_HARM =
            EnumSet.of(Kind.ENQUIRY, Kind.PROTECTION_PLAN, Kind.POLICE_INVESTIGATION);
    private static final Set<Fit> LEFT_OPEN = EnumSet.of(Fit.AWAITED, Fit.CANNOT_SAY);
    private static final RuleCard CARD =
            new RuleCard(
                    "An open matter that nobody has",
                    "Haringey 2009: between one worker and the next, and with the police officer on"
                            + " other duties, weeks passed in which each service took the case to"
                            + " be in hand.",
                    Set.of(
                            CareBody.CaseAllocated.class,
                            CareBody.CaseClosed.class,
                            CareBody.Visit.class,
                            CareBody.Referral.class,
                            CareBody.ReferralDecision.class,
                            CareBody.StrategyDiscussion.class,
                            CareBody.Enquiry.class,
                            CareBody.Conference.class,
                            CareBody.Plan.class,
                            CareBody.CourtStep.class,
                            InjuryObserved.class,
                            MedicalOpinion.class,
                            JusticeBody.Arrest.class,
                            JusticeBody.Charge.class,
                            JusticeBody.ChargingDecision.class,
                            JusticeBody.SuspicionEnded.class,
                            PersonBody.ChildsWords.class,
                            PoliceBody.InvestigationPlan.class,
                            PoliceBody.PoliceVisit.class,
                            PoliceBody.PoliceIncident.class,
                            SchoolBody.Concern.class,
                            SharedBody.PublicReport.class),
                    "The owner's manager: social care's duty manager; the supervisor of the"
                            + " investigation; for an awaited medical opinion the named doctor of"
                            + " the hospital and social care's duty manager.",
                    "That a matter is open and that no owner is recorded; of the service itself, to"
                            + " its own manager.",
                    "24 hours by the clock where harm is alleged or seen, 72 otherwise, without an"
                            + " allocation to a post that somebody has, without a signed plan of"
                            + " the investigation, and 10 working days after the last visit of the"
                            + " service. Where no harm is alleged it is raised only once somebody"
                            + " was named and is no longer, and shown before: a service may"
                            + " not send who has a case.",
                    "Everybody else believes that it is in hand; only that nobody is named shows"
                            + " that it is not.",
                    List.of(
                            "An undecided referral: AL-19 alone.",
                            "No harm alleged, and nobody ever named: shown to the manager.",
                            "A visit by the service shows an owner for 10 working days, whatever"
                                    + " came of it; one that was cancelled does not.",
                            "An allocation to a post that the directory does not know is believed.",
                            "A post whose holder is away and covered.",
                            "A matter of which it is known when it closes."),
                    "INF");

    /**
     * What nobody has: the open matter, and since when it has been without.
     *
     * @param agency that has the matter, where it is known
     */
    private record Ownerless(
            String key,
            List<Entry<?>> basis,
            String words,
            Instant since,
            boolean harm,
            Optional<AgencyId> agency) {

        /** Whether somebody was named and is no longer: a visit names nobody. */
        boolean lost() {
            return basis.stream()
                    .skip(1)
                    .anyMatch(e ->
                            e.body() instanceof CareBody.CaseAllocated
                                    || e.body() instanceof PoliceBody.InvestigationPlan);
        }
    }

    public OpenMatterWithoutOwner() {
        super(ID, CARD);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "hours-of-harm",
                        "Hours without an owner where harm is alleged",
                        HOURS_OF_HARM,
                        1,
                        72),
                new RuleNumber("hours", "Hours without an owner otherwise", HOURS, 24, 240));
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        Ownership ownership = new Ownership(child);
        List<Matter> open = open(child);
        List<Matter> police =
                open.stream().filter(m -> m.kind() == Kind.POLICE_INVESTIGATION).toList();
        List<Matter> care =
                open.stream().filter(m -> m.kind() != Kind.POLICE_INVESTIGATION).toList();
        Optional<Instant> recheck = Optional.empty();
        if (!care.isEmpty()) {
            report(child, found, ownerless(child, care, ownership.ofCase()), Role.DUTY_MANAGER);
            recheck = ownership.recheck();
        }
        if (!police.isEmpty()) {
            report(
                    child,
                    found,
                    ownerless(child, police, ownership.ofInvestigation()),
                    Role.INVESTIGATION_SUPERVISOR);
        }
        awaited(child).forEach(a -> report(child, found, Optional.of(a), Role.NAMED_DOCTOR));
        Evaluation evaluation = found.evaluation();
        return recheck.map(Evaluation::askAgain).map(evaluation::and).orElse(evaluation);
    }

    /** Open, not to be closed on a day that is known already, and no undecided referral. */
    private static List<Matter> open(Child child) {
        Instant now = child.situation().now();
        List<Matter> open = new ArrayList<>();
        for (Matter matter : Matters.of(child).all()) {
            if (matter.closed().isEmpty() && !matter.opened().isAfter(now)) {
                open.add(matter);
            }
        }
        open.removeIf(m -> m.kind() == Kind.REFERRAL && decided(child, m).isEmpty());
        return open;
    }

    private static Optional<Instant> decided(Child child, Matter matter) {
        return Referrals.of(child).stream()
                .filter(r -> r.key().equals(matter.key()))
                .findFirst()
                .flatMap(ReferralCase::decided);
    }

    /** Of several open at one service, the first that was: they are one case. */
    private static Optional<Ownerless> ownerless(
            Child child, List<Matter> open, List<Shown> shown) {
        Instant now = child.situation().now();
        Matter first =
                open.stream()
                        .min(
                                Comparator.comparing((Matter m) -> began(child, m))
                                        .thenComparing(Matter::key))
                        .orElseThrow();
        Instant from = began(child, first);
        for (Shown one : shown) {
            if (one.until().isEmpty()) {
                return Optional.empty();
            }
            from = Order.later(from, one.until().get());
        }
        boolean harm =
                open.stream().anyMatch(m -> OF_HARM.contains(m.kind()))
                        || Harms.reports(child).stream()
                                .anyMatch(h -> first.basis().contains(h) || after(h, first));
        List<Entry<?>> basis = new ArrayList<>(List.of(first.basis().getFirst()));
        shown.stream()
                .filter(s -> !s.at(now))
                .max(
                        Comparator.comparing((Shown s) -> s.until().orElse(now))
                                .thenComparing(s -> s.entry().fact().id().text()))
                .ifPresent(s -> basis.add(s.entry()));
        return Optional.of(
                new Ownerless(
                        first.key(), basis, first.kind().words(), from, harm, first.agency()));
    }

    /** A referral is a case from its decision on. */
    private static Instant began(Child child, Matter matter) {
        return matter.kind() == Kind.REFERRAL
                ? decided(child, matter).orElse(matter.opened())
                : matter.opened();
    }

    private static boolean after(Entry<?> report, Matter matter) {
        return !report.received().isBefore(matter.opened());
    }

    /** Opinions that left it open, with none after them on the same injury. */
    private static List<Ownerless> awaited(Child child) {
        List<Entry<MedicalOpinion>> opinions = child.entries(MedicalOpinion.class);
        List<Ownerless> awaited = new ArrayList<>();
        for (Entry<MedicalOpinion> opinion : opinions) {
            boolean newer =
                    opinions.stream()
                            .filter(o -> Order.follows(o, opinion))
                            .anyMatch(o -> same(o, opinion));
            if (LEFT_OPEN.contains(opinion.body().fit()) && !newer) {
                awaited.add(
                        new Ownerless(
                                Found.id(opinion).text(),
                                List.of(opinion),
                                "a medical opinion that is awaited",
                                opinion.received(),
                                true,
                                Optional.empty()));
            }
        }
        return awaited;
    }

    private static boolean same(Entry<?> newer, Entry<?> older) {
        var cited = newer.fact().references().regarding();
        return cited.isEmpty()
                || cited.contains(older.fact().id().message())
                || older.fact().references().regarding().isEmpty()
                || older.fact().references().regarding().stream().anyMatch(cited::contains);
    }

    private void report(Child child, Timed found, Optional<Ownerless> matter, Role manager) {
        matter.ifPresent(m -> {
            Instant since = m.since().plus(limit(child, m.harm()));
            if (child.under18At(since)) {
                found.from(since, t -> finding(child, m, manager, t));
            }
        });
    }

    private static Duration limit(Child child, boolean harm) {
        Parameters parameters = child.situation().parameters();
        return Duration.ofHours(
                harm
                        ? parameters.number(ID, "hours-of-harm", HOURS_OF_HARM)
                        : parameters.number(ID, "hours", HOURS));
    }

    private Finding finding(Child child, Ownerless matter, Role manager, Instant since) {
        Found found =
                Found.of(this, child, matter.key(), "since-" + matter.since().getEpochSecond());
        found.entry(matter.basis().getFirst(), "Open: " + matter.words());
        matter.basis().stream()
                .skip(1)
                .forEach(e -> found.entry(e, "The last that showed an owner, and no longer does"));
        found.follows("No owner is recorded since then", since);
        if (!matter.harm() && !matter.lost()) {
            found.shownOnly();
        }
        return found.tell(managers(child, matter, manager))
                .notShown("Who has it in mind without being recorded.")
                .finding(since, "An open matter has no owner: " + matter.words(), Told.ofCase());
    }

    private static Set<Recipient> managers(Child child, Ownerless matter, Role manager) {
        Set<Recipient> told = new TreeSet<>();
        if (manager.equals(Role.INVESTIGATION_SUPERVISOR)) {
            told.addAll(child.situation().recipients().at(AgencyType.POLICE, manager));
        } else if (manager.equals(Role.NAMED_DOCTOR)) {
            told.add(new Recipient(matter.basis().getFirst().fact().source(), manager));
            told.addAll(Told.socialCareManager(child));
        } else {
            // Whose matter it is, wherever the family has moved since.
            matter.agency()
                    .filter(a -> isSocialCare(child, a))
                    .ifPresent(a -> told.add(new Recipient(a, Role.DUTY_MANAGER)));
            if (told.isEmpty()) {
                told.addAll(Told.socialCareManager(child));
            }
        }
        return told;
    }

    private static boolean isSocialCare(Child child, AgencyId agency) {
        return child.typeOf(agency).filter(AgencyType.CHILDRENS_SOCIAL_CARE::equals).isPresent();
    }
}
