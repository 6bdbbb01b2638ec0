package sightline.web.view;

import org.jspecify.annotations.Nullable;

import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyLine;
import sightline.web.view.part.Fact;
import sightline.web.view.part.Flag;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Pages;
import sightline.web.view.part.PathStep;
import sightline.web.view.part.SourceAnswer;
import sightline.web.view.part.SourceState;
import sightline.web.view.part.Tab;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.List;

/** Small builders that the examples share. */
final class SharedParts {

    static final String AMELIA = "/children/chd_7k2p";

    private SharedParts() {}

    static Link link(String text) {
        return Link.to(text, "/example");
    }

    static Link link(String text, String about) {
        return new Link(text, "/example", about);
    }

    static Tag tag(String text, Tone tone) {
        return new Tag(text, tone);
    }

    static Due over(String date, String label) {
        return new Due(date, label, DueTone.OVER);
    }

    static Due today(String date, String label) {
        return new Due(date, label, DueTone.TODAY);
    }

    static Due soon(String date, String label) {
        return new Due(date, label, DueTone.SOON);
    }

    static DutyLine line(String what, Due due) {
        return new DutyLine(what, "", due, "/duties/dty_1");
    }

    static Option option(String value, String label) {
        return new Option(value, label, "", false);
    }

    static Option chosen(String value, String label) {
        return new Option(value, label, "", true);
    }

    static PathStep step(
            String id, String sentence, String detail, String source, String date, Link link) {
        return new PathStep(
                id, sentence, Certainty.CONFIRMED, "", detail, source, date, link, "", "");
    }

    static PathStep likely(
            String id,
            String sentence,
            String note,
            String detail,
            String source,
            String date,
            Link link) {
        return new PathStep(
                id, sentence, Certainty.LIKELY, note, detail, source, date, link, "", "");
    }

    static SourceAnswer answered(String source, String upTo, String meaning) {
        return new SourceAnswer(source, SourceState.ANSWERED, "", upTo, meaning);
    }

    static Pages allOn(String summary) {
        return new Pages(summary, null, null);
    }

    static IdentityBar amelia(String current, @Nullable Link back) {
        return new IdentityBar(
                back,
                "",
                "Amelia Doyle",
                List.of(
                        ButtonLink.first("Record something", AMELIA + "/record"),
                        ButtonLink.also("Share or refer", AMELIA + "/share")),
                List.of(
                        Fact.of("Born", "12 May 2024 (16 months)"),
                        Fact.of("NHS number", "999 000 1235"),
                        Fact.of("Lives at", "14 Alder Court, Westmarsh WM4 2QT"),
                        Fact.of("Lead", "Priya Nair, social worker"),
                        new Fact("Records joined", "", link("9 from 6 agencies"))),
                List.of(
                        new Flag("2 alerts: 1 not acknowledged", Tone.RED, ""),
                        new Flag(
                                "Child protection plan since 3 July 2025: neglect", Tone.AMBER, ""),
                        new Flag("Enquiry (section 47) since 8 September 2025", Tone.AMBER, ""),
                        new Flag("Interpreter: not needed", Tone.NEUTRAL, "")),
                "",
                "Amelia Doyle",
                List.of(
                        new Tab("Overview", AMELIA, current.equals("Overview")),
                        new Tab("Chronology", AMELIA + "/chronology", current.equals("Chronology")),
                        new Tab("Injuries (11)", AMELIA + "#marks", false),
                        new Tab("Duties (13)", AMELIA + "#duties", false),
                        new Tab("Who has looked", AMELIA + "/access", current.equals("Access"))));
    }
}
