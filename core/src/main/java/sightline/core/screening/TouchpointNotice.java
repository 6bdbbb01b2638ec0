package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.London;
import sightline.core.screening.Matter.Kind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * TN-01: the lead worker is told that a child of an open matter, or of one that was closed in the
 * last 12 months, came to a touchpoint, with every earlier one. Nothing is alerted: the clock
 * touch.notice puts it on the lead worker's list for 10 working days.
 */
public final class TouchpointNotice implements Rule {
    static final RuleId ID = new RuleId("TN-01");
    private static final int MONTHS = 12;
    private static final int WORKING_DAYS_SHOWN = 10;
    private static final List<Class<? extends Body>> TOUCHPOINTS =
            List.of(
                    HealthBody.HealthContact.class,
                    HealthBody.InjuryObserved.class,
                    HealthBody.GpRegistration.class,
                    HealthBody.PregnancyBooked.class,
                    HousingBody.HousingApplication.class,
                    PersonBody.HouseholdMemberSeen.class,
                    PoliceBody.PoliceIncident.class,
                    SchoolBody.SchoolRoll.class);
    private static final RuleCard CARD =
            new RuleCard(
                    "A child whom somebody works with came to a touchpoint",
                    "The Child Protection Information Sharing service tells social care of each"
                            + " unscheduled attendance of a child on a plan or looked after, and"
                            + " for 12 months after; ours tells of more touchpoints, of every open"
                            + " matter, and shows every earlier one, not the last 25.",
                    Set.of(
                            HealthBody.HealthContact.class,
                            HealthBody.InjuryObserved.class,
                            HealthBody.GpRegistration.class,
                            HealthBody.PregnancyBooked.class,
                            HousingBody.HousingApplication.class,
                            PersonBody.HouseholdMemberSeen.class,
                            PoliceBody.PoliceIncident.class,
                            SchoolBody.SchoolRoll.class,
                            CareBody.Referral.class,
                            CareBody.Enquiry.class,
                            CareBody.Plan.class,
                            CareBody.CaseClosed.class,
                            SharedBody.PublicReport.class),
                    "The owner of the matter, on their own list; nobody else, and never whoever"
                            + " recorded the touchpoint.",
                    "That the child came to a touchpoint, which kind, when and whose; nothing of"
                            + " what was said or found there.",
                    "One attendance that nobody planned, injury, registration, booking,"
                            + " application, new household member, police incident or school"
                            + " admission of a child with an open matter, and for 12 months after"
                            + " it was closed.",
                    "A lead worker who learns of an attendance at the next conference learns of it"
                            + " too late; which kinds matter cannot be known beforehand.",
                    List.of(
                            "Every other child: a fact, and no notice.",
                            "A planned appointment; what social care recorded itself.",
                            "A matter that was closed more than 12 months before.",
                            "A pupil who left; a tenancy."),
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
        return List.of(new RuleNumber("months", "Months after a matter was closed", MONTHS, 0, 60));
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Child.in(situation).map(this::evaluate).orElse(Evaluation.NOTHING);
    }

    private Evaluation evaluate(Child child) {
        List<Entry<?>> touchpoints = touchpoints(child);
        Instant now = child.situation().now();
        // Most children came to none of late: what is open about them need not be worked out.
        if (touchpoints.stream().noneMatch(t -> until(child, t).isAfter(now))) {
            return Evaluation.NOTHING;
        }
        Timed found = new Timed(child.situation());
        Optional<Instant> ends = Optional.empty();
        for (Entry<?> touchpoint : touchpoints) {
            Instant received = touchpoint.received();
            Instant until = until(child, touchpoint);
            if (!until.isAfter(now) || !child.under18At(received)) {
                continue;
            }
            Optional<Matter> matter = matter(child, received);
            if (matter.isPresent()) {
                found.from(received, t -> notice(child, touchpoint, touchpoints, matter.get(), t));
                ends = Evaluation.earliest(ends, Optional.of(until));
            }
        }
        Evaluation evaluation = found.evaluation();
        return ends.map(Evaluation::askAgain).map(evaluation::and).orElse(evaluation);
    }

    private static Instant until(Child child, Entry<?> touchpoint) {
        return child.clock().workingDaysAfter(touchpoint.received(), WORKING_DAYS_SHOWN);
    }

    private static List<Entry<?>> touchpoints(Child child) {
        List<Entry<?>> all = new ArrayList<>();
        TOUCHPOINTS.stream()
                .flatMap(kind -> child.entries(kind).stream())
                .filter(e -> counts(child, e))
                .forEach(all::add);
        all.sort(Order.OLDEST_FIRST);
        return all;
    }

    private static boolean counts(Child child, Entry<?> entry) {
        return !child.isFromSocialCare(entry)
                && switch (entry.body()) {
                    case HealthBody.HealthContact contact -> contact.unscheduled();
                    case HealthBody.InjuryObserved _ ->
                            child.isFrom(
                                    entry,
                                    AgencyType.HOSPITAL,
                                    AgencyType.GP,
                                    AgencyType.AMBULANCE);
                    case SchoolBody.SchoolRoll roll -> roll.joined();
                    default -> true;
                };
    }

    /** The weightiest that was open then; else the one that was closed last, within the months. */
    private static Optional<Matter> matter(Child child, Instant received) {
        int months = child.situation().parameters().number(ID, "months", MONTHS);
        LocalDate day = London.day(received);
        return Matters.withAlerts(child).openAt(received).stream()
                .filter(m -> m.kind() != Kind.INJURY_ALERT || m.opened().isBefore(received))
                .findFirst()
                .or(() ->
                        Matters.withAlerts(child).all().stream()
                                .filter(m -> m.closedBy(received))
                                .filter(m ->
                                        !London.day(m.closed().orElseThrow())
                                                .plusMonths(months)
                                                .isBefore(day))
                                .max(
                                        Comparator.comparing((Matter m) -> m.closed().orElseThrow())
                                                .thenComparing(Matter::key)));
    }

    /** Raises nothing: the clock touch.notice of the lead worker starts on it. */
    private Finding notice(
            Child child, Entry<?> touchpoint, List<Entry<?>> all, Matter matter, Instant since) {
        Found found = Found.of(this, child, "touchpoint", Found.id(touchpoint).text());
        found.entry(touchpoint, "Came to a touchpoint: " + kind(touchpoint));
        found.entry(matter.basis().getFirst(), "Of the child: " + matter.kind().words());
        all.stream()
                .filter(e -> Order.follows(touchpoint, e))
                .forEach(e -> found.entry(e, "Earlier: " + kind(e)));
        return found.shownOnly()
                .tell(Owners.of(matter, child))
                .notShown("What was said or found there: ask whoever recorded it.")
                .finding(
                        since,
                        "The child came to a touchpoint: " + kind(touchpoint),
                        Told.ofOwner());
    }

    private static String kind(Entry<?> entry) {
        return entry.fact().kind().replace('-', ' ');
    }
}
