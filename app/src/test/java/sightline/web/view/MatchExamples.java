package sightline.web.view;

import static sightline.web.view.SharedParts.AMELIA;
import static sightline.web.view.SharedParts.allOn;
import static sightline.web.view.SharedParts.chosen;
import static sightline.web.view.SharedParts.option;
import static sightline.web.view.SharedParts.over;
import static sightline.web.view.SharedParts.soon;
import static sightline.web.view.SharedParts.tag;
import static sightline.web.view.SharedParts.today;

import sightline.web.view.chart.Weighing;
import sightline.web.view.page.MatchPage;
import sightline.web.view.page.MatchQueuePage;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Field;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.List;

/** An invented comparison without values, and the queue it stands in. */
final class MatchExamples {

    private MatchExamples() {}

    static MatchPage page() {
        return new MatchPage(
                Frames.socialWorker(
                        "Compare two records", "Compare", "Child protection enquiry, Amelia Doyle"),
                Link.to("Back to Amelia Doyle", AMELIA),
                "",
                "Are these two records the same person?",
                "Two alerts depend on it. Decide by 1pm today, before the strategy discussion. Two people decide: you and the register keeper. A decision can be undone, and both source records stay as they are.",
                "He may be somebody else, so you see whether each detail agrees or differs, and no value from either record.",
                "Register entry",
                "Housing application",
                List.of(
                        row(
                                "Surname",
                                "Held",
                                "Held",
                                agrees(),
                                0.51,
                                "Strong, for. About 1 in 34,000 people have it"),
                        row(
                                "Date of birth",
                                "Held",
                                "Held",
                                agrees(),
                                0.84,
                                "Very strong, for. Same day, month and year"),
                        row(
                                "Mobile number",
                                "Held",
                                "Held",
                                agrees(),
                                0.96,
                                "Very strong, for. Same after spaces are removed"),
                        row(
                                "First name",
                                "Held in full",
                                "Initial only",
                                tag("Partly agrees", Tone.BLUE),
                                0.12,
                                "Weak, for. The initial fits, but many names start with it"),
                        row(
                                "Sex",
                                "Held",
                                "Held",
                                agrees(),
                                0.1,
                                "Weak, for. Adds little: half of all people"),
                        row(
                                "Home address",
                                "Held",
                                "Held",
                                tag("Differs", Tone.AMBER),
                                -0.9,
                                "Moderate, against. Different, but people move"),
                        unknown("NHS number", "Held", "Not given"),
                        unknown("Police number", "Held", "Not asked")),
                "Likely the same person",
                "Taken together, the records agree strongly. Of every 1,000 pairs that agree this well, about 3 are different people (4,120 pairs checked by people, August 2025).",
                List.of(
                        "What would settle it: the first name in full, an NHS number, or a check by the register keeper."),
                List.of(
                        new MatchPage.Decider(
                                "You", "social worker", tag("Not yet decided", Tone.NEUTRAL)),
                        new MatchPage.Decider(
                                "DC Amy Strand",
                                "register keeper, 01632 960 162",
                                tag("Not yet decided", Tone.NEUTRAL))),
                "Until both answer alike, it stays Likely. Each answers without seeing the other’s.",
                decision(),
                List.of(),
                List.of(
                        Definition.of(
                                "Same person",
                                "Step 3 of 2 alerts becomes Confirmed: one for Amelia Doyle, one for Jayden Doyle. No other step changes. It would still not say that he lives there."),
                        Definition.of(
                                "Different people",
                                "They are kept apart, the two alerts say so, and the pair is not suggested again unless something changes."),
                        Definition.of(
                                "Cannot tell yet",
                                "Housing is asked for full names of all adults. The alerts stay open."),
                        Definition.of(
                                "Whatever you answer",
                                "Nobody new is told by itself. Nothing is sent to him or to the family.")));
    }

    static MatchQueuePage queue() {
        return new MatchQueuePage(
                Frames.dataSteward("Records to compare", "Compare"),
                "Tuesday 16 September 2025, 11:32am. Most urgent first.",
                List.of(new Count("6", "waiting", false, ""), new Count("1", "overdue", true, "")),
                new Filter(
                        "/matches",
                        List.of(),
                        List.of(
                                new FilterGroup.OneOf(
                                        "What hangs on it",
                                        "touches",
                                        List.of(
                                                chosen("all", "Everything (6)"),
                                                option("alert", "An alert (2)"),
                                                option("nothing", "Nothing yet (4)"))))),
                List.of(
                        new MatchQueuePage.Pair(
                                Link.to("Register entry and housing application", "/matches/mat_1"),
                                Certainty.LIKELY,
                                "surname, date of birth, mobile number",
                                "home address",
                                "2 alerts, 1 possible missed notification",
                                today("Today, 1pm", "1 hour 28 minutes left"),
                                "P Nair and DC A Strand"),
                        new MatchQueuePage.Pair(
                                Link.to("Two GP records, twins", "/matches/mat_2"),
                                Certainty.POSSIBLE,
                                "surname, date of birth, address",
                                "first name, NHS number",
                                "Nothing yet",
                                over("12 Sep 2025", "2 working days late"),
                                "You"),
                        new MatchQueuePage.Pair(
                                Link.to("School record and A&E record", "/matches/mat_3"),
                                Certainty.POSSIBLE,
                                "first name, date of birth",
                                "surname, address",
                                "1 not-brought count",
                                soon("22 Sep 2025", "In 4 working days"),
                                "You")),
                "The queue is empty. Last checked 11:32am.",
                allOn("1 to 3 of 6"));
    }

    private static Form decision() {
        return new Form(
                "decision",
                "/matches/mat_1",
                List.of(
                        new Field.OneOf(
                                "answer",
                                "Your decision: first of two",
                                "",
                                "",
                                List.of(
                                        new Option(
                                                "same",
                                                "Same person",
                                                "If DC Strand agrees, step 3 becomes Confirmed.",
                                                false),
                                        new Option(
                                                "different",
                                                "Different people",
                                                "If DC Strand agrees, they are kept apart.",
                                                false),
                                        new Option(
                                                "cannot-tell",
                                                "Cannot tell yet",
                                                "Housing is asked for full names. The alerts stay open.",
                                                false))),
                        Field.longText("reason", "How do you know?", "", "", "")),
                "Save my decision",
                true,
                "");
    }

    private static Tag agrees() {
        return tag("Agrees", Tone.GREEN);
    }

    private static MatchPage.Comparison row(
            String field, String left, String right, Tag result, double weight, String counts) {
        return new MatchPage.Comparison(field, left, right, result, Weighing.of(weight), counts);
    }

    private static MatchPage.Comparison unknown(String field, String left, String right) {
        return new MatchPage.Comparison(
                field,
                left,
                right,
                tag("Not known", Tone.NEUTRAL),
                Weighing.none(),
                "None. Not counted for or against");
    }
}
