package sightline.web.view;

import static sightline.web.view.SharedParts.AMELIA;
import static sightline.web.view.SharedParts.allOn;
import static sightline.web.view.SharedParts.over;
import static sightline.web.view.SharedParts.soon;
import static sightline.web.view.SharedParts.tag;
import static sightline.web.view.SharedParts.today;

import sightline.web.view.page.ChildrenPage;
import sightline.web.view.part.Due;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.List;

/** Invented children of one worker. */
final class ChildrenExample {

    private ChildrenExample() {}

    static ChildrenPage page() {
        return new ChildrenPage(
                Frames.socialWorker("Your children", "Children", "Caseload, Westmarsh East team"),
                "Tuesday 16 September 2025, 11:32am. 14 of your own, 2 while you cover for K Boyd.",
                List.of(
                        row(
                                "Amelia Doyle",
                                "16 months",
                                "Your caseload",
                                "Housing application names a second adult",
                                "Today, 10:11am, Westmarsh Homes",
                                "3 new",
                                over("22 May 2025", "81 working days late"),
                                "Answer to nursery referral",
                                List.of(
                                        tag("2 alerts", Tone.RED),
                                        tag("Plan: neglect", Tone.AMBER))),
                        row(
                                "Jayden Doyle",
                                "5 years",
                                "Your caseload",
                                "Household alert raised",
                                "Today, 10:12am",
                                "1 new",
                                today("Today, 12:12pm", "40 minutes left"),
                                "Acknowledge alert AL-02",
                                List.of(tag("1 alert", Tone.RED))),
                        row(
                                "Jordan Pike",
                                "9 years",
                                "Your caseload",
                                "Police referral 25-11873",
                                "Today, 9:02am, Force area 44",
                                "2 new",
                                soon("17 Sep 2025", "Next working day"),
                                "Decide on police referral",
                                List.of()),
                        row(
                                "Unborn baby Khan",
                                "due 2 Dec 2025",
                                "Your caseload",
                                "Midwife booked a home visit",
                                "12 September 2025",
                                "",
                                over("15 Sep 2025", "1 working day late"),
                                "Pre-birth assessment",
                                List.of()),
                        row(
                                "Leila Haddad",
                                "6 years",
                                "Cover for K Boyd until 2 October",
                                "Seen alone at school",
                                "5 September 2025, P Nair",
                                "",
                                soon("19 Sep 2025", "In 3 working days"),
                                "Visit: child seen alone",
                                List.of()),
                        new ChildrenPage.Row(
                                Link.to("Theo Abara", AMELIA),
                                "3 months",
                                "Your caseload",
                                "Health visitor: growing well",
                                "2 September 2025",
                                "",
                                null,
                                "",
                                List.of())),
                "No child is yours, and you cover for nobody. If that is wrong, ring your team manager.",
                List.of(),
                allOn("1 to 6 of 6, newest change first"));
    }

    static ChildrenPage none() {
        return new ChildrenPage(
                page().frame(),
                page().now(),
                List.of(),
                page().whenEmpty(),
                List.of(),
                allOn("None"));
    }

    private static ChildrenPage.Row row(
            String name,
            String age,
            String mine,
            String newest,
            String when,
            String isNew,
            Due due,
            String what,
            List<Tag> tags) {
        return new ChildrenPage.Row(
                Link.to(name, AMELIA), age, mine, newest, when, isNew, due, what, tags);
    }
}
