package sightline.web.view;

import static sightline.web.view.SharedParts.allOn;
import static sightline.web.view.SharedParts.link;

import sightline.web.view.chart.ClockBar;
import sightline.web.view.page.FeedsPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.DutyRow;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.SourceState;

import java.util.List;

/** Invented feeds, one of each state, and two messages that could not be read. */
final class FeedsExample {

    private FeedsExample() {}

    static FeedsPage page() {
        return new FeedsPage(
                Frames.dataSteward("Feeds", "Feeds"),
                "Tuesday 16 September 2025, 11:32am. A silent feed is a duty of its sender.",
                List.of(
                        new Count("4", "within their promise", false, ""),
                        new Count("3", "not", true, ""),
                        new Count("2", "messages not readable", true, "#quarantine")),
                ChildExample.coverage(),
                List.of(
                        feed(
                                "Westmarsh Hospital",
                                SourceState.ANSWERED,
                                "",
                                "11:05am, complete to 11:05am",
                                "104,882",
                                "contact, injury, opinion, appointment",
                                "Nothing"),
                        feed(
                                "Westmarsh Homes",
                                SourceState.INCOMPLETE,
                                "2 missing",
                                "11:28am, complete to 11:28am",
                                "5,118",
                                "tenancy, application, occupant",
                                "Numbers 5,112 and 5,113, since 9am"),
                        feed(
                                "Eastholme General",
                                SourceState.STALE,
                                "9 days",
                                "7 September, 11:59pm",
                                "88,409",
                                "contact, injury",
                                "A heartbeat, since 8 September. Its named lead was told 8 and 9 September"),
                        feed(
                                "Probation",
                                SourceState.DOWN,
                                "since 11:02am",
                                "11am",
                                "2,204",
                                "supervision, licence, order",
                                "To answer. We try again every minute")),
                new DutyGroup("owed", "What is owed", true, List.of(owed()), ""),
                List.of(
                        new FeedsPage.Held(
                                "p-1",
                                "Eastholme school",
                                "Since today, 9:12am: 31 of 40 messages within 10 minutes could not be read. 112 messages kept.",
                                new Form(
                                        "p-1-release",
                                        "/feeds/paused/eastholme-school",
                                        List.of(),
                                        "Read it again",
                                        false,
                                        ""))),
                List.of(
                        new FeedsPage.Refusal(
                                "Westmarsh Homes",
                                "Today, 10:31am",
                                "Other content under the id of receipt 4,711, 1 time. Both are kept; the first stands",
                                "Send it under a new id, and name the other one in “corrects” if it replaces it")),
                List.of(
                        quarantined(
                                "q1",
                                "Westmarsh Hospital",
                                "16 September 2025, 10:58am",
                                List.of(
                                        Definition.of(
                                                "time.happened",
                                                "“2025-13-40” is not a date. Send the day as year-month-day."),
                                        Definition.of(
                                                "kind",
                                                "“injury-v9” is not a kind that this feed declared. Send “injury”."))),
                        quarantined(
                                "q2",
                                "Little Oaks nursery",
                                "15 September 2025, 4:40pm",
                                List.of(
                                        Definition.of(
                                                "people[0]",
                                                "No identifier, name or date of birth. Send at least a name.")))),
                "No message waits. Last checked 11:32am.",
                allOn("1 to 2 of 2, oldest last"));
    }

    private static DutyRow owed() {
        return new DutyRow(
                "owed-1",
                new Due("8 September, 11:59pm", "8 days late", DueTone.OVER),
                "Say that you are complete",
                null,
                "Eastholme General",
                "Its last word that it is complete is older than it promised.",
                List.of(),
                ClockBar.of(12_000, 480, "8 days of 8 hours"),
                "Told: Area lead, Eastholme partnership.",
                "Area lead, Eastholme partnership: tomorrow, 11:59pm",
                link("Open", "the duty of Eastholme General"));
    }

    private static FeedsPage.Feed feed(
            String sender,
            SourceState state,
            String detail,
            String heartbeat,
            String number,
            String kinds,
            String owed) {
        return new FeedsPage.Feed(
                Link.to(sender, "/feeds/1"), state, detail, heartbeat, number, kinds, owed);
    }

    private static FeedsPage.Quarantined quarantined(
            String id, String sender, String received, List<Definition> reasons) {
        return new FeedsPage.Quarantined(
                id,
                link("Open", "the message of " + sender),
                sender,
                received,
                "May concern 1 child, whose chronology says so. The sender has been told.",
                reasons,
                new Form(
                        id + "-release",
                        "/feeds/quarantine/" + id,
                        List.of(),
                        "Read it again",
                        false,
                        ""));
    }
}
