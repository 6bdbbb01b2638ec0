package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.ReferralAgreed;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-19: a referral undecided or unacknowledged at the end of the next working day, or one that an
 * injury required or an entry agreed and that nobody made.
 */
public final class ReferralLeftUnanswered extends ChildRule {
    static final RuleId ID = new RuleId("AL-19");
    private static final int WORKING_DAYS = 1;
    private static final RuleCard CARD =
            new RuleCard(
                    "A referral that was not answered, or not made",
                    "Keeping children safe in education and Working Together ask social care to"
                            + " decide within one working day and tell the referrer. Haringey 2009:"
                            + " bruises of October were referred in December. Birmingham 2010: four"
                            + " calls of a school in a day, and no decision recorded.",
                    Set.of(
                            CareBody.Referral.class,
                            CareBody.ReferralAgreed.class,
                            CareBody.ReferralDecision.class,
                            CareBody.StrategyDiscussion.class,
                            CareBody.CaseAllocated.class,
                            CareBody.Visit.class,
                            HealthBody.InjuryObserved.class,
                            HealthBody.MarksJudged.class,
                            PoliceBody.PoliceIncident.class,
                            SharedBody.PublicReport.class),
                    "Both agencies: social care's duty manager and the safeguarding lead of the"
                            + " referrer; where the referral names no addressee, the lead of the"
                            + " sender's own area.",
                    "That a referral was made and not answered, or was to be made and was not.",
                    "The end of the next working day after it was received; after the injury or"
                            + " the agreement, where none was made.",
                    "Each side believes that the other has it.",
                    List.of(
                            "A decision, strategy discussion, allocation or visit that names the"
                                    + " referral or follows it from the same service.",
                            "Several contacts of one service are one unresolved referral.",
                            "An unnamed caller is owed no acknowledgement; a referrer who took part"
                                    + " in the decision has heard it.",
                            "A referral to another service.",
                            "A call of a party, or about a child of whom no matter was closed in the"
                                    + " last 12 months, whose injuries (AL-04) were answered, and"
                                    + " whom somebody has seen since."),
                    "S");

    /**
     * A referral that was to be made.
     *
     * @param entry which was known here first: it names the matter, and the time runs from it
     * @param by the entry of whoever was to make it
     */
    private record Required(Entry<?> entry, Entry<?> by, String why, LocalDate from) {
        Required(Entry<?> entry, String why, LocalDate from) {
            this(entry, entry, why, from);
        }
    }

    public ReferralLeftUnanswered() {
        super(ID, CARD, 3);
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        List<ReferralCase> cases = Referrals.of(child);
        for (ReferralCase referral : cases) {
            if (!child.under18At(referral.decideBy())) {
                continue;
            }
            if (referral.first().body() instanceof PoliceBody.PoliceIncident) {
                found.from(referral.received(), t -> byLog(child, referral, t));
            }
            if (referral.decided().isEmpty()) {
                found.from(referral.decideBy(), t -> unanswered(child, referral, "undecided", t));
            } else if (referral.acknowledged().isEmpty()) {
                found.from(
                        referral.decideBy(), t -> unanswered(child, referral, "unacknowledged", t));
            }
        }
        for (Required required : required(child)) {
            Instant due = child.clock().workingDaysAfter(required.entry().received(), WORKING_DAYS);
            if (!made(child, cases, required) && child.under18At(due)) {
                found.from(due, t -> notMade(child, required, t));
            }
        }
        return found.evaluation();
    }

    private static List<Required> required(Child child) {
        List<Required> all = new ArrayList<>();
        Injuries injuries = Injuries.of(child);
        for (Injury injury : injuries.all()) {
            Optional<String> why = whyRequired(injuries, injury);
            boolean known =
                    child.isFromSocialCare(injury.first()) || sentToSocialCare(child, injury);
            if (why.isPresent() && !known) {
                all.add(new Required(injury.first(), injury.firstSeen(), why.get(), injury.day()));
            }
        }
        WordsOfMarks.of(child).confirmed().stream()
                .map(WordsOfMarks.Confirmed::answer)
                .filter(e -> !child.isFromSocialCare(e))
                .forEach(e ->
                        all.add(
                                new Required(
                                        e,
                                        "Marks that seldom come by accident, as the safeguarding"
                                                + " lead said",
                                        Order.day(e))));
        child.entries(ReferralAgreed.class)
                .forEach(e -> all.add(new Required(e, "A referral was agreed", Order.day(e))));
        return all;
    }

    private static Optional<String> whyRequired(Injuries injuries, Injury injury) {
        if (InjuryOfNonMobileChild.since(injuries, injury).isPresent()) {
            return Optional.of("An injury of a child who does not yet move alone");
        }
        return injuries.telling(injury)
                ? Optional.of("Marks that seldom come by accident at this age")
                : Optional.empty();
    }

    private static boolean sentToSocialCare(Child child, Injury injury) {
        return injury.tellings().stream()
                .flatMap(t -> t.fact().references().addressees().stream())
                .anyMatch(a ->
                        child.typeOf(a)
                                .filter(AgencyType.CHILDRENS_SOCIAL_CARE::equals)
                                .isPresent());
    }

    /** A referral, or social care's own step, on that day or after it. */
    private static boolean made(Child child, List<ReferralCase> cases, Required required) {
        List<Entry<?>> steps = new ArrayList<>();
        cases.forEach(c -> steps.addAll(c.entries()));
        steps.addAll(child.entries(CareBody.StrategyDiscussion.class));
        child.entries(CareBody.Enquiry.class).stream()
                .filter(e -> e.body().started())
                .forEach(steps::add);
        return steps.stream().anyMatch(e -> !Order.day(e).isBefore(required.from()));
    }

    /**
     * Raises nothing: nobody sent the log as a referral, so the clock of a decision starts on it.
     */
    private Finding byLog(Child child, ReferralCase referral, Instant since) {
        return Found.of(this, child, referral.key(), "by-log:" + referral.key())
                .entry(referral.first(), "Somebody rang the police about this child")
                .shownOnly()
                .tell(Told.socialCareManager(child))
                .notShown("What the police have told social care themselves.")
                .finding(
                        since,
                        "A report of the public to the police about a child whose matter was closed,"
                                + " whose injuries nobody has answered, or whom nobody has seen, is"
                                + " a referral to social care",
                        Told.ofCase());
    }

    private Finding unanswered(Child child, ReferralCase referral, String item, Instant since) {
        Found found = Found.of(this, child, referral.key(), item);
        referral.entries().forEach(e -> found.entry(e, "Referred to social care"));
        boolean undecided = item.equals("undecided");
        referral.decision()
                .filter(_ -> !undecided)
                .ifPresent(d -> found.entry(d, "Decided; no word to the referrer is recorded"));
        found.follows(
                undecided
                        ? "No decision, strategy discussion, allocation or visit is recorded"
                        : "No acknowledgement to the referrer is recorded",
                since);
        return found.tell(services(child, referral))
                .tell(Told.leadOf(referral.first()))
                .notShown("What was said by telephone and written down nowhere.")
                .finding(
                        since,
                        "A referral to social care is "
                                + item
                                + " after the end of the next working day",
                        Told.ofCase());
    }

    private static Set<Recipient> services(Child child, ReferralCase referral) {
        if (referral.services().isEmpty()) {
            return areaLead(child, referral.first().fact().source());
        }
        Set<Recipient> told = new java.util.TreeSet<>();
        referral.services().forEach(s -> told.add(new Recipient(s, Role.DUTY_MANAGER)));
        return told;
    }

    /** The lead of the sender's own area. */
    private static Set<Recipient> areaLead(Child child, AgencyId sender) {
        Set<Recipient> told = new java.util.TreeSet<>();
        child.situation()
                .directory()
                .agency(sender)
                .map(a ->
                        child.situation()
                                .directory()
                                .answering(
                                        a.area(),
                                        AgencyType.PARTNERSHIP,
                                        child.situation().today()))
                .orElse(List.of())
                .forEach(a -> told.add(new Recipient(a.id(), Role.AREA_LEAD)));
        return told.isEmpty() ? Told.socialCareManager(child) : told;
    }

    private Finding notMade(Child child, Required required, Instant since) {
        Found found = Found.of(this, child, Found.id(required.entry()).text(), "not-made");
        found.entry(required.by(), required.why() + said(required.by()));
        return found.follows(
                        "No referral to social care is recorded by the end of "
                                + Words.day(London.day(since).minusDays(1)),
                        since)
                .tell(Told.socialCareManager(child))
                .tell(Told.leadOf(required.by()))
                .notShown("A referral by telephone that neither side wrote down.")
                .finding(
                        since,
                        "A referral to social care that was to be made is not recorded",
                        Told.ofCase());
    }

    private static String said(Entry<?> entry) {
        return entry.body() instanceof HealthBody.InjuryObserved injury && injury.referred()
                ? "; its observer says that they referred"
                : "";
    }
}
