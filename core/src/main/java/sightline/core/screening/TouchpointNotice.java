package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.Missing.MissingStage;
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
public final class TouchpointNotice extends ChildRule {
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
                    SchoolBody.SchoolRoll.class,
                    SchoolBody.Concern.class,
                    PersonBody.ChildsWords.class,
                    SharedBody.EvidenceReceived.class,
                    SharedBody.PublicReport.class,
                    PoliceBody.Missing.class);

    /** What comes of a matter after it was closed has rules of its own (AL-20, AL-07). */
    private static final Set<Class<? extends Body>> WHILE_OPEN =
            Set.of(
                    SchoolBody.Concern.class,
                    PersonBody.ChildsWords.class,
                    SharedBody.EvidenceReceived.class,
                    SharedBody.PublicReport.class,
                    PoliceBody.Missing.class);

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
                            SchoolBody.Concern.class,
                            PersonBody.ChildsWords.class,
                            SharedBody.EvidenceReceived.class,
                            PoliceBody.Missing.class,
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
                            + " it was closed; while it is open also a concern, a report of the"
                            + " public, the child's own words of harm, a photograph, recording or"
                            + " statement, and that the child is missing.",
                    "A lead worker who learns of an attendance, or of what a child said at school,"
                            + " at the next conference learns of it too late; which kinds matter"
                            + " cannot be known beforehand.",
                    List.of(
                            "Every other child: a fact, and no notice.",
                            "A planned appointment; what social care recorded itself.",
                            "A matter that was closed more than 12 months before.",
                            "A pupil who left; a tenancy; an ordinary injury that no doctor saw.",
                            "The report that opened the matter; what its owner recorded."),
                    "INF");

    public TouchpointNotice() {
        super(ID, CARD, 2);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(new RuleNumber("months", "Months after a matter was closed", MONTHS, 0, 60));
    }

    @Override
    Evaluation evaluate(Child child) {
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
            Optional<Matter> matter = matter(child, touchpoint);
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
                                            AgencyType.AMBULANCE)
                                    || !ordinaryInjury(child, entry);
                    case PersonBody.ChildsWords words -> words.ofHarm();
                    case SharedBody.EvidenceReceived evidence ->
                            NewMaterial.EVIDENCE.contains(evidence.type());
                    case PoliceBody.Missing missing -> missing.stage() == MissingStage.MISSING;
                    case SchoolBody.SchoolRoll roll -> roll.joined();
                    default -> true;
                };
    }

    private static boolean ordinaryInjury(Child child, Entry<?> entry) {
        Injuries injuries = Injuries.of(child);
        return injuries.all().stream()
                .filter(i -> i.tellings().stream().anyMatch(t -> t.equals(entry)))
                .allMatch(injuries::ordinary);
    }

    /**
     * The weightiest that was open then, apart from one that the entry itself opened and whose
     * owner wrote it; else the one that was closed last, within the months.
     */
    private static Optional<Matter> matter(Child child, Entry<?> touchpoint) {
        Instant received = touchpoint.received();
        int months = child.situation().parameters().number(ID, "months", MONTHS);
        LocalDate day = London.day(received);
        boolean whileOpen =
                WHILE_OPEN.stream().anyMatch(kind -> kind.isInstance(touchpoint.body()));
        return Matters.withAlerts(child).openAt(received).stream()
                .filter(m -> m.kind() != Kind.ALERT || m.opened().isBefore(received))
                .filter(m -> !m.agency().equals(Optional.of(touchpoint.fact().source())))
                .filter(m -> m.basis().stream().noneMatch(b -> b.equals(touchpoint)))
                .findFirst()
                .or(() ->
                        Matters.withAlerts(child).all().stream()
                                .filter(m -> !whileOpen && m.closedBy(received))
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
