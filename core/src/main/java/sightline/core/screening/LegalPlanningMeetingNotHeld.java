package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Meeting;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.household.Entry;
import sightline.core.kernel.London;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-16: a legal planning meeting was not held by its first planned date, or in 10 working days
 * after it was decided on. Moving the date does not start it again; holding the meeting ends it.
 */
public final class LegalPlanningMeetingNotHeld extends ChildRule {
    static final RuleId ID = new RuleId("AL-16");
    private static final int WORKING_DAYS = 10;
    private static final RuleCard CARD =
            new RuleCard(
                    "A legal planning meeting that was not held when it was due",
                    "Haringey 2009: the meeting that was to decide on court proceedings was held"
                            + " seven weeks late, nine days before the child died.",
                    Set.of(CareBody.Meeting.class),
                    "Social care's duty manager and the legal adviser; then up the ladder.",
                    "That the meeting is overdue and since when.",
                    "The day after the first planned date, or 10 working days after the decision to"
                            + " hold it, whichever comes first. There is no national number: an"
                            + " area may set its own.",
                    "Nobody but the two services who hold it knows that it is late.",
                    List.of(
                            "On the planned day itself.",
                            "Held, with whatever outcome.",
                            "A date that was moved stays overdue from the first date.",
                            "Another kind of meeting."),
                    "INF");

    public LegalPlanningMeetingNotHeld() {
        super(ID, CARD);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "working-days",
                        "Working days until the meeting is late",
                        WORKING_DAYS,
                        1,
                        40));
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        List<Entry<Meeting>> meeting = unheld(child);
        overdue(child, meeting)
                .filter(child::under18At)
                .ifPresent(at -> found.from(at, t -> finding(child, meeting, t)));
        return found.evaluation();
    }

    /** What was recorded of the meeting that is to come: everything since the last one held. */
    private static List<Entry<Meeting>> unheld(Child child) {
        List<Entry<Meeting>> since = new ArrayList<>();
        child.entries(Meeting.class).stream()
                .filter(e -> e.body().type() == MeetingType.LEGAL_PLANNING)
                .sorted(Order.OLDEST_FIRST)
                .forEach(e -> {
                    if (e.body().stage() == MeetingStage.HELD) {
                        since.clear();
                    } else {
                        since.add(e);
                    }
                });
        return since;
    }

    private static Optional<Instant> overdue(Child child, List<Entry<Meeting>> meeting) {
        List<Instant> due = new ArrayList<>();
        meeting.stream()
                .filter(e -> e.body().stage() == MeetingStage.DECIDED_ON)
                .findFirst()
                .ifPresent(e -> due.add(clock(child, e)));
        meeting.stream()
                .filter(e -> e.body().on().isPresent())
                .findFirst()
                .ifPresent(e ->
                        due.add(
                                Order.later(
                                        e.received(), London.endOf(e.body().on().orElseThrow()))));
        return due.stream().min(Comparator.naturalOrder());
    }

    private static Instant clock(Child child, Entry<Meeting> decided) {
        int days = child.situation().parameters().number(ID, "working-days", WORKING_DAYS);
        Instant start = decided.moment().orElseGet(() -> London.startOf(Order.day(decided)));
        return Order.later(decided.received(), child.clock().workingDaysAfter(start, days));
    }

    private Finding finding(Child child, List<Entry<Meeting>> meeting, Instant since) {
        Entry<Meeting> first = meeting.getFirst();
        Found found = Found.of(this, child, Found.id(first).text(), "not-held");
        meeting.forEach(e -> found.entry(e, step(e.body())));
        return found.follows("No record says that the meeting was held", since)
                .tell(Told.socialCareManager(child))
                .tell(child.situation().recipients().at(AgencyType.LEGAL, Role.LEGAL))
                .notShown("Whether it was held and not recorded.")
                .finding(
                        since,
                        "The legal planning meeting was not held when it was due",
                        new Sharing(
                                List.of("social care and its legal adviser"),
                                List.of("the content of legal advice to anybody else"),
                                List.of("social care's duty manager, with the legal adviser")));
    }

    private static String step(Meeting meeting) {
        String day = meeting.on().map(d -> " for " + d).orElse("");
        return switch (meeting.stage()) {
            case DECIDED_ON -> "A legal planning meeting was decided on" + day;
            case PLANNED -> "The meeting was planned" + day;
            case MOVED -> "The meeting was moved" + day;
            case CANCELLED -> "The meeting was cancelled";
            case HELD -> "The meeting was held";
        };
    }
}
