package sightline.web.view;

import static sightline.web.view.SharedParts.AMELIA;
import static sightline.web.view.SharedParts.allOn;
import static sightline.web.view.SharedParts.chosen;
import static sightline.web.view.SharedParts.link;
import static sightline.web.view.SharedParts.option;
import static sightline.web.view.SharedParts.over;
import static sightline.web.view.SharedParts.soon;
import static sightline.web.view.SharedParts.tag;
import static sightline.web.view.SharedParts.today;

import sightline.web.view.chart.ClockBar;
import sightline.web.view.page.WorkPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.DutyRow;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Link;
import sightline.web.view.part.OwedRow;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.Tone;

import java.util.List;

/** An invented day of a social worker. */
final class WorkExample {

    private WorkExample() {}

    static WorkPage page() {
        return new WorkPage(
                Frames.socialWorker("Your work", "Work", "Caseload, Westmarsh East team"),
                "Tuesday 16 September 2025, 11:32am. 14 children, 2 unborn babies.",
                List.of(
                        new Count("3", "overdue", true, "#overdue"),
                        new Count("5", "due today", false, "#today"),
                        new Count("5", "next 5 working days", false, "#soon"),
                        new Count("3", "owed to you", false, "#owed")),
                filter(),
                "Working days are England’s: no weekends, no bank holidays. The next working day is day 1. Where immediate harm is possible, clocks run in hours, day and night. Area settings are unconfirmed.",
                List.of(
                        new DutyGroup("overdue", "Overdue", true, overdue(), ""),
                        new DutyGroup("today", "Due today", false, dueToday(), ""),
                        new DutyGroup("soon", "Next 5 working days", false, next(), "")),
                owed(),
                "Nothing that you asked for is open, as of 11:32am.",
                List.of(),
                allOn("1 to 13 of 13, most overdue first"));
    }

    /** A quiet day, and a clock service that does not answer. */
    static WorkPage quiet() {
        return new WorkPage(
                Frames.socialWorker("Your work", "Work", "Caseload, Westmarsh East team"),
                "Tuesday 16 September 2025, 11:32am. 14 children, 2 unborn babies.",
                List.of(new Count("0", "overdue", false, "")),
                filter(),
                "Working days are England’s.",
                List.of(
                        new DutyGroup(
                                "today",
                                "Due today",
                                false,
                                List.of(),
                                "Nothing is due. Last checked 11:32am.")),
                List.of(),
                "Nothing that you asked of agencies other than the hospital is open, as of 11:32am.",
                List.of(
                        new SourceFailed(
                                "hospital requests",
                                "11:30am",
                                "We try again every minute. Ring the ward if you wait for an answer: 01632 960 155.")),
                allOn("No duties"));
    }

    private static Filter filter() {
        return new Filter(
                "/work",
                List.of(Link.to("My work", "/work")),
                List.of(
                        new FilterGroup.OneOf(
                                "Whose work",
                                "whose",
                                List.of(
                                        chosen("mine", "Mine (13)"),
                                        option("team", "My team (41)"),
                                        option("cover", "Cover for K Boyd (6)"))),
                        new FilterGroup.AnyOf(
                                "Kind of duty",
                                "kind",
                                List.of(
                                        option("alert", "Alerts (2)"),
                                        option("identity", "Identity checks (1)"),
                                        option("referral", "Referrals to answer (2)"),
                                        option("meeting", "Meetings (3)"),
                                        option("visit", "Visits (2)"),
                                        option("assessment", "Assessments (1)"),
                                        option("medical", "Medical opinions (1)"),
                                        option("request", "Requests from others (1)"))),
                        new FilterGroup.AnyOf(
                                "Agency",
                                "agency",
                                List.of(
                                        option("police", "Police"),
                                        option("health", "Health"),
                                        option("education", "Education"),
                                        option("housing", "Housing")))));
    }

    private static DutyRow row(
            String id,
            Due due,
            String what,
            String child,
            String about,
            String note,
            ClockBar clock,
            String told,
            String next,
            String action) {
        return new DutyRow(
                id,
                due,
                what,
                Link.to(child, AMELIA),
                about,
                note,
                List.of(),
                clock,
                told,
                next,
                new Link(action, "/duties/" + id, what + ", " + child));
    }

    private static List<DutyRow> overdue() {
        return List.of(
                row(
                        "d1",
                        over("22 May 2025", "81 working days late"),
                        "Answer to nursery referral of 21 May",
                        "Amelia Doyle",
                        "16 months",
                        "Decide within 1 working day, and tell the referrer",
                        ClockBar.of(82, 1, "Working day 82. Limit 1"),
                        "Last rung passed 29 May, not acknowledged.",
                        "Every day since, to the partnership’s lead representatives and the nursery’s safeguarding lead. Last sent today, 9am",
                        "Answer"),
                row(
                        "d2",
                        over("12 Sep 2025", "2 working days late"),
                        "Core group meeting",
                        "Amelia Doyle",
                        "16 months",
                        "At most every 6 weeks (area setting). Last, 1 August",
                        ClockBar.of(46, 42, "Day 46. Limit 42"),
                        "Team manager told 15 Sep, 9am.",
                        "Head of service: tomorrow 9am",
                        "Set date"),
                row(
                        "d3",
                        over("15 Sep 2025", "1 working day late"),
                        "Pre-birth assessment: 2 questions not yet asked",
                        "Unborn baby Khan",
                        "due 2 Dec 2025",
                        "Father’s background, earlier children. Blocks sign-off",
                        ClockBar.of(46, 45, "Working day 46. Limit 45"),
                        "Team manager told today 9am.",
                        "Head of service: 18 Sep 9am",
                        "Answer"));
    }

    private static List<DutyRow> dueToday() {
        return List.of(
                row(
                        "d4",
                        today("Today, 12:12pm", "40 minutes left"),
                        "Acknowledge alert AL-02: household",
                        "Amelia Doyle",
                        "16 months",
                        "Within 2 hours of the alert (area setting)",
                        ClockBar.of(80, 120, "1h 20m of 2h"),
                        "",
                        "Team manager at 12:12pm. Duty director at 1:12pm",
                        "Open"),
                row(
                        "d5",
                        today("Today, 12:12pm", "40 minutes left"),
                        "Acknowledge alert AL-02: household",
                        "Jayden Doyle",
                        "5 years",
                        "Within 2 hours of the alert (area setting)",
                        ClockBar.of(80, 120, "1h 20m of 2h"),
                        "",
                        "Team manager at 12:12pm. Duty director at 1:12pm",
                        "Open"),
                row(
                        "d6",
                        today("Today, 1pm", "1 hour 28 minutes left"),
                        "Compare two records: your decision",
                        "Amelia Doyle",
                        "16 months",
                        "The register keeper decides too",
                        ClockBar.of(80, 168, "1h 20m of 2h 48m"),
                        "",
                        "Team manager and the register keeper’s sergeant at 1pm",
                        "Compare"),
                row(
                        "d7",
                        today("Today", "Booked for 1pm"),
                        "Strategy discussion after today’s injury",
                        "Amelia Doyle",
                        "16 months",
                        "Same day, weekends included (area setting)",
                        ClockBar.of(2, 9, "Called by your manager 9:05am"),
                        "",
                        "Head of service tonight, 8pm",
                        "Open"),
                row(
                        "d8",
                        today("Today", "Booked for 2:30pm"),
                        "Medical opinion on today’s injury",
                        "Amelia Doyle",
                        "16 months",
                        "One for each suspicious injury (area setting)",
                        ClockBar.of(3, 19, "Nursery recorded it 8:35am"),
                        "",
                        "Named doctor and team manager tonight, 8pm",
                        "Open"));
    }

    private static List<DutyRow> next() {
        return List.of(
                row(
                        "d9",
                        soon("17 Sep 2025, 8:41am", "21 hours 9 minutes left"),
                        "See Amelia after today’s injury",
                        "Amelia Doyle",
                        "16 months",
                        "Within 24 clock hours (area setting)",
                        ClockBar.of(171, 1440, "2h 51m of 24h"),
                        "",
                        "Team manager 17 Sep, 8:41am. Duty director 9:41am",
                        "Record"),
                row(
                        "d10",
                        soon("17 Sep 2025", "Next working day"),
                        "Decide on police referral 25-11873",
                        "Jordan Pike",
                        "9 years",
                        "Received today 9:02am. Within 1 working day; at once if immediate harm is possible",
                        ClockBar.of(0, 1, "Working day 0 of 1"),
                        "",
                        "Team manager 18 Sep, 9am",
                        "Decide"),
                row(
                        "d11",
                        soon("18 Sep 2025", "In 2 working days"),
                        "First conference after enquiry",
                        "Theo and Mia Abara",
                        "twins, 3 months",
                        "Within 15 working days of 28 August. Booked 18 Sep, 10am",
                        ClockBar.of(13, 15, "Working day 13 of 15"),
                        "",
                        "Team manager 18 Sep, 5pm",
                        "Open"),
                row(
                        "d12",
                        soon("19 Sep 2025", "In 3 working days"),
                        "Visit: child seen alone",
                        "Leila Haddad",
                        "6 years",
                        "At most every 10 working days on this plan. Last seen 5 September",
                        ClockBar.of(7, 10, "Working day 7 of 10"),
                        "",
                        "Team manager 22 Sep, 9am",
                        "Record"),
                row(
                        "d13",
                        soon("22 Sep 2025", "In 4 working days"),
                        "Answer Eastholme Council: earlier visits",
                        "Jordan Pike",
                        "9 years",
                        "Asked 15 September. Within 5 working days",
                        ClockBar.of(1, 5, "Working day 1 of 5"),
                        "",
                        "Team manager 23 Sep, 9am",
                        "Answer"));
    }

    private static List<OwedRow> owed() {
        return List.of(
                new OwedRow(
                        over("12 Sep 2025", "2 working days late"),
                        "Westmarsh Hospital",
                        Link.to("Amelia Doyle", AMELIA),
                        "Notes and images for 20 July, asked 5 Sep",
                        tag("Not opened", Tone.RED),
                        "Counted as not delivered. The area’s named lead has it since 8 Sep",
                        link("Escalate", "the request to Westmarsh Hospital")),
                new OwedRow(
                        soon("18 Sep 2025", "In 2 working days"),
                        "Northfield GP",
                        Link.to("Leila Haddad", AMELIA),
                        "Health history, asked 11 Sep",
                        tag("Opened, in hand", Tone.BLUE),
                        "Promised by 18 Sep",
                        link("View", "the request to Northfield GP")),
                new OwedRow(
                        soon("22 Sep 2025", "In 4 working days"),
                        "Probation",
                        Link.to("Jordan Pike", AMELIA),
                        "Licence conditions of stepfather, asked 15 Sep",
                        tag("Answered today", Tone.GREEN),
                        "Not read by you yet",
                        link("Read", "the answer of Probation")));
    }
}
