package sightline.web.view;

import static sightline.web.view.SharedParts.soon;

import sightline.web.view.chart.ClockBar;
import sightline.web.view.page.DutyPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Fact;
import sightline.web.view.part.Field;
import sightline.web.view.part.Flag;
import sightline.web.view.part.Form;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Ladder;
import sightline.web.view.part.Link;
import sightline.web.view.part.Rung;
import sightline.web.view.part.RungState;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.util.List;

/** An invented duty with its date explained day by day. */
final class DutyExample {

    private DutyExample() {}

    static DutyPage page() {
        return new DutyPage(
                Frames.socialWorker(
                        "Duty: first conference after enquiry",
                        "Work",
                        "Caseload, Westmarsh East team"),
                new IdentityBar(
                        Link.to("Back to your work", "/work"),
                        "Duty DTY-25-07731",
                        "First conference after enquiry",
                        List.of(),
                        List.of(
                                Fact.of("About", "Theo and Mia Abara, twins, 3 months"),
                                Fact.of("Owed by", "Westmarsh Council, East team"),
                                Fact.of("Held by", "Priya Nair")),
                        List.of(new Flag("Due in 2 working days", Tone.NEUTRAL, "")),
                        "",
                        "",
                        List.of()),
                List.of(),
                List.of(),
                soon("18 Sep 2025", "In 2 working days"),
                "The strategy discussion of 28 August 2025 started an enquiry. A first conference is held within 15 working days, counted from the day after.",
                ClockBar.of(13, 15, "Working day 13 of 15"),
                List.of(
                        day(
                                "Thursday 28 August",
                                "Start",
                                "Strategy discussion recorded, 2:15pm",
                                DutyPage.DayState.START),
                        day(
                                "Friday 29 August",
                                "Day 1",
                                "The day after the start is day 1",
                                DutyPage.DayState.COUNTED),
                        day(
                                "30 and 31 August",
                                "Not counted",
                                "Weekend",
                                DutyPage.DayState.SKIPPED),
                        day("1 to 5 September", "Days 2 to 6", "", DutyPage.DayState.COUNTED),
                        day(
                                "6 and 7 September",
                                "Not counted",
                                "Weekend",
                                DutyPage.DayState.SKIPPED),
                        day("8 to 12 September", "Days 7 to 11", "", DutyPage.DayState.COUNTED),
                        day(
                                "13 and 14 September",
                                "Not counted",
                                "Weekend",
                                DutyPage.DayState.SKIPPED),
                        day(
                                "15 to 17 September",
                                "Days 12 to 14",
                                "Today is Tuesday 16 September, day 13",
                                DutyPage.DayState.COUNTED),
                        day(
                                "Thursday 18 September",
                                "Day 15",
                                "The last day: due by its end",
                                DutyPage.DayState.LIMIT)),
                "Working days are England’s. No bank holiday falls between these dates. The clock was not stopped.",
                List.of(
                        Definition.of("Clock", "conf.initial, 15 working days"),
                        Definition.of(
                                "Law or guidance",
                                "Working together to safeguard children",
                                "Guidance under the Children Act 2004"),
                        Definition.of("Pack", "England, 2023 onwards. Unconfirmed"),
                        Definition.of("What stops it", "Nothing stops this clock")),
                new Ladder(
                        "If nobody acts",
                        List.of(
                                new Rung(
                                        "18 Sep, 5pm",
                                        "Grace Adeyemi, team manager",
                                        "Next",
                                        RungState.NEXT),
                                new Rung(
                                        "19 Sep, 9am",
                                        "Gareth Lowe, head of service",
                                        "",
                                        RungState.LATER),
                                new Rung(
                                        "Each day, 9am",
                                        "The partnership’s lead representatives. It does not stop",
                                        "",
                                        RungState.LATER)),
                        "Working days. A post with no holder and no cover goes to the area’s named lead at once.",
                        null),
                List.of(
                        Definition.of(
                                "Done by",
                                "A conference recorded as held, by any agency that was there"),
                        Definition.of(
                                "No longer applies",
                                "A named manager records why: the enquiry ended with no concern, and who saw the twins"),
                        Definition.of(
                                "Not ended by",
                                "Leave, a new worker, or a date planned but not held")),
                List.of(),
                "",
                List.of(
                        new Form(
                                "done",
                                "/duties/dty_1/done",
                                List.of(Field.line("when", "Held on", "Like 18 9 2025", "", "")),
                                "Record the conference",
                                true,
                                ""),
                        new Form(
                                "ended",
                                "/duties/dty_1/no-longer",
                                List.of(
                                        Field.longText(
                                                "why",
                                                "Why it no longer applies",
                                                "Your name and this reason stay on the record.",
                                                "",
                                                "")),
                                "End this duty",
                                false,
                                ""),
                        new Form(
                                "date",
                                "/duties/dty_1/date",
                                List.of(
                                        Field.line(
                                                "planned",
                                                "Planned for",
                                                "It does not move the limit.",
                                                "18 9 2025",
                                                "")),
                                "Save planned date",
                                false,
                                "")),
                List.of(
                        new TimelineItem(
                                "Planned for 18 September, 10am",
                                "P Nair",
                                "2 September 2025 at 11:20am",
                                ""),
                        new TimelineItem(
                                "Duty started",
                                "Sightline",
                                "28 August 2025 at 2:16pm",
                                "From the strategy discussion recorded at 2:15pm.")),
                List.of());
    }

    private static DutyPage.Day day(
            String date, String number, String why, DutyPage.DayState state) {
        return new DutyPage.Day(date, number, why, state);
    }
}
