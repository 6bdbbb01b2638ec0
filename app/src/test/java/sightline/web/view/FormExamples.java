package sightline.web.view;

import static sightline.web.view.SharedParts.AMELIA;
import static sightline.web.view.SharedParts.allOn;
import static sightline.web.view.SharedParts.amelia;
import static sightline.web.view.SharedParts.chosen;
import static sightline.web.view.SharedParts.option;
import static sightline.web.view.SharedParts.tag;

import sightline.web.view.page.AccessPage;
import sightline.web.view.page.EmergencyPage;
import sightline.web.view.page.EmergencyReasonPage;
import sightline.web.view.page.RecordPage;
import sightline.web.view.page.SignInPage;
import sightline.web.view.page.StartPage;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Field;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Tone;

import java.util.List;

/** Invented forms: sign in, purpose, an entry with mistakes, emergency access. */
final class FormExamples {

    private FormExamples() {}

    static SignInPage signIn() {
        return new SignInPage(
                Frames.signedOut("Sign in"),
                List.of(),
                "",
                credentials(),
                List.of(
                        new SignInPage.Example(
                                "Priya Nair", "Social worker", "Westmarsh Council", "priya.nair"),
                        new SignInPage.Example(
                                "DC Amy Strand", "Register keeper", "Force area 44", "amy.strand"),
                        new SignInPage.Example(
                                "Dr Hana Osei",
                                "Paediatrician",
                                "Westmarsh Hospital",
                                "hana.osei")));
    }

    static SignInPage signInFailed() {
        return new SignInPage(
                Frames.signedOut("Sign in"),
                List.of(
                        new FormError(
                                "That name and password do not fit together. Check both and try again",
                                "sign-in-name")),
                "",
                credentials(),
                List.of());
    }

    static StartPage start() {
        return new StartPage(
                Frames.socialWorker("Your reason for access", "Work", ""),
                List.of(),
                new Form(
                        "start",
                        "/start",
                        List.of(
                                new Field.OneOf(
                                        "purpose",
                                        "Your reason now",
                                        "",
                                        "",
                                        List.of(
                                                new Option(
                                                        "caseload",
                                                        "Caseload, Westmarsh East team",
                                                        "The children you work with, and those you cover.",
                                                        true),
                                                new Option(
                                                        "enquiry",
                                                        "Child protection enquiry",
                                                        "One child, by name, under section 47.",
                                                        false),
                                                new Option(
                                                        "duty",
                                                        "Duty desk, today",
                                                        "Whoever is referred while you are on the rota.",
                                                        false))),
                                Field.line(
                                        "about",
                                        "Case reference",
                                        "Needed for an enquiry. Never a name.",
                                        "",
                                        "")),
                        "Continue",
                        true,
                        ""),
                List.of(
                        "It decides which records you may open.",
                        "It is written in the access log beside each page, and the people concerned may ask to see it.",
                        "Looking at a record without a reason is a breach, and is found."));
    }

    static RecordPage record() {
        return new RecordPage(
                Frames.socialWorker(
                        "Record something: Amelia Doyle",
                        "Children",
                        "Child protection enquiry, Amelia Doyle"),
                amelia("Record", Link.to("Back to Amelia Doyle", AMELIA)),
                "Record something about Amelia",
                List.of(
                        new FormError(
                                "Enter the date it happened, like 27 3 2025", "entry-happened"),
                        new FormError("Say whether you saw Amelia alone", "entry-alone")),
                "Your draft of 11:20am was brought back.",
                new Form(
                        "entry",
                        AMELIA + "/record",
                        List.of(
                                new Field.Pick(
                                        "kind",
                                        "What are you recording?",
                                        "",
                                        "",
                                        List.of(
                                                option("visit", "A visit"),
                                                option("call", "A call or a meeting"),
                                                option("injury", "An injury that I saw"),
                                                option("words", "Amelia’s own words"),
                                                option("told", "Something I was told"))),
                                new Field.Line(
                                        "happened",
                                        "When did it happen?",
                                        "A day, like 27 3 2025, a month, or “not known”",
                                        "31 2",
                                        "Enter the date it happened, like 27 3 2025",
                                        "text",
                                        "off",
                                        "w10"),
                                new Field.OneOf(
                                        "alone",
                                        "Did you see Amelia alone?",
                                        "",
                                        "Say whether you saw Amelia alone",
                                        List.of(
                                                option("yes", "Yes"),
                                                option("no", "Seen, not alone"),
                                                option(
                                                        "asleep",
                                                        "Seen asleep or covered: not examinable"),
                                                option("none", "Not seen"))),
                                new Field.LongText(
                                        "what",
                                        "What did you see, hear or learn?",
                                        "What you saw, and separately what you were told and by whom.",
                                        "Amelia was in the high chair. Kerry Doyle said",
                                        "",
                                        6),
                                new Field.AnyOf(
                                        "who",
                                        "Who was there?",
                                        "",
                                        "",
                                        List.of(
                                                chosen("kerry", "Kerry Doyle"),
                                                option("jayden", "Jayden"),
                                                option("other", "Somebody else")))),
                        "Save and return",
                        true,
                        AMELIA + "/record/draft"),
                List.of(
                        "Describe what was seen; do not blame or shame. Write strengths too.",
                        "Put an explanation that you were given beside what you saw, with who gave it.",
                        "“Not known” is an answer: say whom you asked.",
                        "Write “not brought”, never “did not attend”, of a child."));
    }

    static EmergencyPage emergency() {
        return new EmergencyPage(
                Frames.socialWorker(
                        "Emergency access", "Children", "Child protection enquiry, Amelia Doyle"),
                "You are about to open a record that is not yours to see",
                List.of(
                        "Only to protect somebody from harm now. It opens one record for 60 minutes.",
                        "The holder of the record and your privacy officer are told at once, with your name and reason.",
                        "Your reason stands on the record for ever, and is reviewed by a person within 2 working days.",
                        "It never opens everything: some records are not opened in this way."),
                ButtonLink.first("Give my reason", "/emergency/reason"),
                Link.to("Go back without opening it", AMELIA),
                "If you can wait ten minutes, ring the holder instead: the Westmarsh safeguarding desk, 01632 960 104, knows who is on call.");
    }

    static EmergencyReasonPage emergencyReason() {
        return new EmergencyReasonPage(
                emergency().frame().titled("Emergency access: your reason"),
                Link.to("Back", "/emergency"),
                "Why must you open it now?",
                "One record, for 60 minutes, until 12:32pm.",
                List.of(new FormError("Say who is in danger and why it cannot wait", "reason-why")),
                new Form(
                        "reason",
                        "/emergency/reason",
                        List.of(
                                new Field.OneOf(
                                        "kind",
                                        "What is happening?",
                                        "",
                                        "",
                                        List.of(
                                                option("child", "A child is in danger now"),
                                                option("adult", "An adult is in danger now"),
                                                option(
                                                        "medical",
                                                        "Somebody is being treated and cannot say"))),
                                new Field.LongText(
                                        "why",
                                        "Why can it not wait?",
                                        "The holder and the reviewer read this.",
                                        "",
                                        "Say who is in danger and why it cannot wait",
                                        4)),
                        "Open the record for 60 minutes",
                        true,
                        ""),
                List.of(
                        "The holder is told at 11:32am, by message and on their work list.",
                        "A privacy officer reviews it by 18 September.",
                        "You see the outcome of the review on your work list."));
    }

    static AccessPage access() {
        return new AccessPage(
                Frames.socialWorker(
                        "Who has looked: Amelia Doyle",
                        "Children",
                        "Child protection enquiry, Amelia Doyle"),
                amelia("Access", null),
                "5 people of 4 agencies since 1 September 2025. Records joined later are included from the day they were joined.",
                new Filter(
                        AMELIA + "/access",
                        List.of(),
                        List.of(
                                new FilterGroup.AnyOf(
                                        "Agency",
                                        "agency",
                                        List.of(
                                                option("csc", "Children’s social care"),
                                                option("police", "Police"),
                                                option("health", "Health"))),
                                new FilterGroup.AnyOf(
                                        "Only",
                                        "only",
                                        List.of(option("emergency", "Emergency access (1)"))))),
                List.of(
                        new AccessPage.Row(
                                "16 Sep 2025, 11:32am",
                                "Priya Nair",
                                "Social worker, Westmarsh Council",
                                "Overview: 50 entries, 2 alerts",
                                "Child protection enquiry",
                                null,
                                "Not due"),
                        new AccessPage.Row(
                                "16 Sep 2025, 10:31am",
                                "Amy Strand",
                                "Register keeper, Force area 44",
                                "Alert AL-02, 4 steps",
                                "Alert AL-02",
                                null,
                                "Not due"),
                        new AccessPage.Row(
                                "8 Sep 2025, 2:14am",
                                "Jonas Lund",
                                "Nurse, Westmarsh Hospital",
                                "Chronology, 12 entries",
                                "“Child brought in unresponsive”",
                                tag("Emergency access", Tone.AMBER),
                                "Reviewed 9 Sep by the privacy officer: justified")),
                "No one outside your agency has looked.",
                allOn("1 to 3 of 3, newest first"),
                List.of(Link.to("Export (CSV)", AMELIA + "/access.csv")));
    }

    private static Form credentials() {
        return new Form(
                "sign-in",
                "/sign-in",
                List.of(
                        new Field.Line(
                                "name", "Sign-in name", "", "", "", "text", "username", "w20"),
                        new Field.Line(
                                "password",
                                "Password",
                                "",
                                "",
                                "",
                                "password",
                                "current-password",
                                "w20")),
                "Sign in",
                true,
                "");
    }
}
