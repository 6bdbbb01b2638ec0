package sightline.web.view;

import static sightline.web.view.SharedParts.answered;
import static sightline.web.view.SharedParts.chosen;
import static sightline.web.view.SharedParts.likely;
import static sightline.web.view.SharedParts.line;
import static sightline.web.view.SharedParts.link;
import static sightline.web.view.SharedParts.option;
import static sightline.web.view.SharedParts.soon;
import static sightline.web.view.SharedParts.step;
import static sightline.web.view.SharedParts.tag;
import static sightline.web.view.SharedParts.today;

import sightline.web.view.chart.BodyMap;
import sightline.web.view.chart.BodySite;
import sightline.web.view.page.AlertPage;
import sightline.web.view.page.Marks;
import sightline.web.view.part.Alert;
import sightline.web.view.part.AsAWhole;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Delivery;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.Fact;
import sightline.web.view.part.Field;
import sightline.web.view.part.Flag;
import sightline.web.view.part.Form;
import sightline.web.view.part.Growth;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Ladder;
import sightline.web.view.part.Link;
import sightline.web.view.part.Rung;
import sightline.web.view.part.RungState;
import sightline.web.view.part.Sharing;
import sightline.web.view.part.SharingLine;
import sightline.web.view.part.SourceAnswer;
import sightline.web.view.part.SourceState;
import sightline.web.view.part.Tone;

import java.util.List;

/** An invented alert on three marks of a baby who cannot yet move. */
final class AlertExample {

    private AlertExample() {}

    static AlertPage page() {
        return new AlertPage(
                Frames.socialWorker("Alert: Rowan Tansley", "Work", "Alert ALR-26-01843"),
                identity(),
                alert(),
                ladder(),
                List.of(
                        line("Strategy discussion", today("Today", "At the latest tomorrow")),
                        line(
                                "Medical opinion on each mark: 0 of 3",
                                today("Today, 10:30am", "Dr S Adeyemi")),
                        line(
                                "Ffion, his sister, aged 3",
                                soon("On the agenda", "Strategy discussion")),
                        line(
                                "Rowan seen within 24 hours",
                                new Due("Done", "In A&E, 7:58am", DueTone.DONE))),
                marks(),
                List.of(
                        Definition.of(
                                "Birthmark",
                                "One on record: lower back, blue-grey. Not at these places.",
                                "Maternity, 3 May 2026"),
                        Definition.of(
                                "Birth injury",
                                "None recorded at discharge.",
                                "Maternity, 5 May 2026"),
                        Definition.of(
                                "Medical procedure",
                                "Heel-prick blood test, left heel, 8 May. Not at these places.",
                                "Midwife"),
                        Definition.of(
                                "Bleeding condition",
                                "Not known. No test is on record.",
                                "GP, complete to today 6am")),
                "Asked for every alert of this kind. An answer here asks for a paediatric look and accuses nobody.",
                List.of(
                        "They do not say that anyone has harmed Rowan.",
                        "Who was with him when each mark came about. Nobody has recorded it.",
                        "What happened between 7 and 15 September at Eastholme General: its records stop at 6 September.",
                        "Whether Rowan was X-rayed on 23 August.",
                        "What his sister Ffion, 3, saw or says. Nobody has recorded her words."),
                sharing(),
                List.of(
                        new Growth(
                                "8:14am",
                                "Raised",
                                "Mark 3, left cheek, from Westmarsh Hospital A&E. Certainty: Confirmed. Told: duty desk, paediatrician.",
                                true),
                        new Growth(
                                "8:41am",
                                "Grew",
                                "Mark 1, right forearm, from Eastholme General: a message three weeks late. The whole became Likely.",
                                true),
                        new Growth(
                                "9:02am",
                                "Grew",
                                "Mark 2, right shin, added by the health visitor when she read the alert. The whole stays Likely.",
                                true)),
                "One matter, so one alert. The 10:14am limit runs from the first finding and did not move. An acknowledgement covers only the findings it was given for.",
                "Who has it: 4 told, 3 opened it",
                deliveries(),
                List.of(),
                coverage(),
                List.of(),
                forms(),
                "An alert cannot be dismissed. It ends in one way: a named person answers it, with a reason, once the duties above are done or ended.");
    }

    private static IdentityBar identity() {
        return new IdentityBar(
                Link.to("Back to your work", "/work"),
                "",
                "Rowan Tansley: alert",
                List.of(ButtonLink.also("Open Rowan’s record", "/children/chd_3m9q")),
                List.of(
                        Fact.of("Born", "3 May 2026 (4 months)"),
                        Fact.of(
                                "Lives with",
                                "Carys Tansley, mother; Owen Birch, father; Ffion, sister, 3"),
                        Fact.of("Area", "Westmarsh"),
                        Fact.of("Alert", "ALR-26-01843"),
                        Fact.of("Now", "Tuesday 15 September 2026, 9:40am")),
                List.of(
                        new Flag("Not acknowledged by you", Tone.RED, ""),
                        new Flag("1 of 7 sources is stale", Tone.AMBER, "#coverage"),
                        new Flag("Grew twice: 3 findings, 1 matter", Tone.NEUTRAL, "#grew")),
                "",
                "",
                List.of());
    }

    private static Alert alert() {
        return new Alert(
                "al-01",
                "Alert AL-01 for children’s social care",
                "Raised 8:14am. Acknowledge by 10:14am: 34 minutes left",
                true,
                "Rowan needs a paediatrician today: three marks on a baby who cannot move by himself",
                "Two hospitals and a health visitor each recorded one mark, 23 days apart from first to last. No one of them could see the other two.",
                List.of(
                        ButtonLink.first("Acknowledge and say what happens next", "#acknowledge"),
                        ButtonLink.also("Dispute a step", "#dispute"),
                        ButtonLink.also("Add what I know", "#add")),
                List.of(
                        step(
                                "1",
                                "Rowan cannot yet roll, crawl or walk.",
                                "Age 4 months. “Not rolling” written at the home visit.",
                                "Health visitor, R Okafor",
                                "7 September 2026",
                                link("See the entry", "on movement")),
                        step(
                                "2",
                                "A bruise was seen on his left cheek this morning.",
                                "12 mm by 9 mm. Seen by a doctor in A&E.",
                                "Westmarsh Hospital, Dr H Osei",
                                "15 September 2026, 7:58am",
                                Link.to("Mark 3", "#m3")),
                        step(
                                "3",
                                "A child called “Rowan Birch” was seen at another hospital with a swollen, bruised forearm.",
                                "The message reached us today at 8:38am, 23 days after the visit.",
                                "Eastholme General, minor injuries",
                                "23 August 2026, 6:40pm",
                                Link.to("Mark 1", "#m1")),
                        likely(
                                "4",
                                "“Rowan Birch” is probably Rowan Tansley.",
                                "not yet checked by a person",
                                "First name, date of birth and father’s name agree. Surname is his father’s. Flat number differs. No NHS number was sent.",
                                "Matching service",
                                "15 September 2026, 8:40am",
                                Link.to("Compare the two records", "/matches/mat_1")),
                        step(
                                "5",
                                "A faint bruise was seen on his right shin at home.",
                                "Seen on 7 September, written up today at 9:01am.",
                                "Health visitor, R Okafor",
                                "7 September 2026, about 2pm",
                                Link.to("Mark 2", "#m2"))),
                new AsAWhole(
                        Certainty.LIKELY,
                        "because its weakest step is step 4, that “Rowan Birch” is Rowan.",
                        "Without steps 3 and 4 the alert still stands on two marks and is Confirmed.",
                        "This alert says what was recorded. It does not say how any mark came about, or that anyone caused one."),
                null,
                List.of(
                        link(
                                "Also open on this matter: AL-04, second injury seen at another hospital"),
                        Link.to("Why these rules exist, and what they cost", "/rules/AL-01")));
    }

    private static Ladder ladder() {
        return new Ladder(
                "If nobody acts",
                List.of(
                        new Rung(
                                "8:14am",
                                "Sent to the duty social worker and the paediatrician on call",
                                "Opened 8:17am and 8:26am. Limit 10:14am",
                                RungState.DONE),
                        new Rung(
                                "10:14am",
                                "If not acknowledged: Joanne Peake, MASH team manager, by phone",
                                "Next, in 34 minutes",
                                RungState.NEXT),
                        new Rung("11:14am", "Gareth Lowe, head of service", "", RungState.LATER),
                        new Rung(
                                "12:14pm",
                                "Director of children’s services, and the police child abuse unit inspector",
                                "",
                                RungState.LATER),
                        new Rung(
                                "Each day, 9am",
                                "The partnership’s three lead representatives, and the safeguarding lead of Westmarsh Hospital. It does not stop",
                                "",
                                RungState.LATER)),
                "Clock hours, day and night: immediate harm is possible. A post with no holder and no cover goes to the area’s named lead at once. Clock “alert.ack”, 2 hours; later rungs are Westmarsh’s setting. Unconfirmed.",
                Link.to("Where this comes from", "/duties/dty_1"));
    }

    private static Marks marks() {
        var map =
                BodyMap.draw(
                        "Where the three marks were seen",
                        BodyMap.Figure.INFANT,
                        List.of(
                                new BodyMap.Row(
                                        "m1",
                                        "1",
                                        BodySite.FOREARM,
                                        BodyMap.Side.RIGHT,
                                        false,
                                        "Mark 1, right forearm, 23 August 2026"),
                                new BodyMap.Row(
                                        "m2",
                                        "2",
                                        BodySite.SHIN,
                                        BodyMap.Side.RIGHT,
                                        true,
                                        "Mark 2, right shin, 7 September 2026"),
                                new BodyMap.Row(
                                        "m3",
                                        "3",
                                        BodySite.CHEEK,
                                        BodyMap.Side.LEFT,
                                        true,
                                        "Mark 3, left cheek, 15 September 2026")));
        return new Marks(
                "Three marks, three places",
                "The three marks, oldest first",
                "Right and left are Rowan’s own. Dashed: not yet confirmed that it is Rowan.",
                Link.to("On Rowan’s chronology", "/children/chd_3m9q/chronology"),
                map,
                List.of(
                        new Marks.Row(
                                "m1",
                                "1",
                                "23 Aug 2026, 6:40pm",
                                "Swelling and bruise, right forearm, 20 mm by 15 mm",
                                "Eastholme General, nurse practitioner J Marr",
                                "Received today 8:38am",
                                "Father: “caught his arm in the cot bars”",
                                "Not recorded. X-ray: not recorded",
                                Certainty.LIKELY),
                        new Marks.Row(
                                "m2",
                                "2",
                                "7 Sep 2026, about 2pm",
                                "Faint bruise, right shin, about 5 mm",
                                "Health visitor R Okafor, at home",
                                "Written up today 9:01am",
                                "Mother: “his sister leaned on him”",
                                "Not asked for until today",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "m3",
                                "3",
                                "15 Sep 2026, 7:58am",
                                "Bruise, left cheek, 12 mm by 9 mm",
                                "Westmarsh Hospital, Dr H Osei",
                                "Written up 8:10am",
                                "Mother: “a toy fell on him in the night”",
                                "Today 10:30am, Dr S Adeyemi",
                                Certainty.CONFIRMED)));
    }

    private static Sharing sharing() {
        return new Sharing(
                List.of(
                        SharingLine.of(
                                "Children’s social care and the paediatrician on call",
                                "all of this page"),
                        SharingLine.of(
                                "Health visitor and Eastholme’s named nurse",
                                "that their own entries count; the rest once a person confirms step 4"),
                        SharingLine.of(
                                "Police child abuse unit",
                                "all of it, once a strategy discussion is called")),
                List.of(
                        SharingLine.of(
                                "Anybody in the family",
                                "not by this system. What his parents are told, by whom and when is decided at the strategy discussion"),
                        new SharingLine(
                                "Before anyone rings home",
                                "",
                                link("read the safe-contact instruction of 11 June 2026")),
                        SharingLine.of(
                                "Ffion’s nursery, housing, employers",
                                "not before the strategy discussion")),
                List.of(
                        SharingLine.of(
                                "Joanne Peake",
                                "MASH team manager, until 5pm. Then the emergency duty team, 01632 960 190"),
                        SharingLine.of("With police and Dr Adeyemi", "at the strategy discussion"),
                        SharingLine.of(
                                "A decision not to share", "is recorded too, with its reason")),
                "three injury entries with their explanations, one movement entry, one line of the birth record. Nothing else of anyone’s health record.",
                Link.to("Lawful basis of each step", "/rules/AL-01"));
    }

    private static List<Delivery> deliveries() {
        return List.of(
                new Delivery(
                        "Children’s social care, MASH duty desk",
                        "Covers A Fenn, on leave until 21 September",
                        "8:14am",
                        "8:26am, Priya Nair (you)",
                        "No",
                        tag("Acknowledge by 10:14am", Tone.AMBER),
                        "",
                        List.of(
                                way("Work list", "there since 8:14am"),
                                new Delivery.Way(
                                        "E-mail",
                                        "sent, 8:15am",
                                        List.of("8:14am: could not be sent", "8:15am: sent"))),
                        null),
                new Delivery(
                        "Paediatrician on call, Westmarsh Hospital",
                        "",
                        "8:14am",
                        "8:17am, Dr S Adeyemi. Again 9:05am, after it grew",
                        "8:20am, mark 3 only",
                        tag("Mark 1 by 10:41am, mark 2 by 11:02am", Tone.BLUE),
                        "",
                        List.of(way("Text", "sent, 8:14am")),
                        null),
                new Delivery(
                        "Health visiting, Northfield team",
                        "",
                        "8:41am",
                        "8:55am, Ruth Okafor",
                        "9:02am, and added mark 2",
                        tag("Acknowledged", Tone.GREEN),
                        "",
                        List.of(way("Work list", "there since 8:41am")),
                        null),
                new Delivery(
                        "Named nurse, Eastholme General",
                        "",
                        "8:41am",
                        "No. On leave until 18 September, no cover named. Fetched by the trust’s system 8:43am, confirmed by nobody",
                        "No",
                        tag("Undeliverable since 8:41am", Tone.RED),
                        "Denise Carrow, the area’s named lead, owes it. She rang 9:20am",
                        List.of(way("The agency’s system", "sent, 8:43am")),
                        Link.to("Read that duty", "/duties/x")));
    }

    private static Delivery.Way way(String name, String outcome) {
        return new Delivery.Way(name, outcome, List.of());
    }

    private static Coverage coverage() {
        return Coverage.of(
                "Which sources answered: 6 of 7 within their promise",
                "9:40am",
                List.of(
                        answered("Westmarsh Hospital", "Today, 9:30am", "Mark 3"),
                        answered(
                                "Westmarsh Maternity",
                                "Today, 9:15am",
                                "Birth record, marks at birth"),
                        answered("Health visiting", "Today, 9:20am", "Mark 2, movement"),
                        answered("GP, Northfield Surgery", "Today, 6am", "No injury recorded"),
                        answered(
                                "Children’s social care",
                                "Today, 9:38am",
                                "No open matter. One closed referral, July 2025, about Ffion"),
                        answered(
                                "Police, Force area 44",
                                "Today, 9:30am",
                                "No incident recorded at the home since 1 May 2026"),
                        new SourceAnswer(
                                "Eastholme General",
                                SourceState.STALE,
                                "9 days",
                                "6 September, 11:59pm",
                                "Eastholme owes 214 messages, numbers 88,410 to 88,623")));
    }

    private static List<Form> forms() {
        return List.of(
                new Form(
                        "acknowledge",
                        "/alerts/alr_1/acknowledge",
                        List.of(
                                new Field.OneOf(
                                        "next",
                                        "Acknowledge: what happens next?",
                                        "",
                                        "",
                                        List.of(
                                                option(
                                                        "strategy",
                                                        "I am calling a strategy discussion for today"),
                                                option(
                                                        "pass",
                                                        "I am passing this to a named post, who must acknowledge it"),
                                                option(
                                                        "need",
                                                        "I need something first: what, from whom, by when"))),
                                Field.longText("words", "Time, post or question", "", "", "")),
                        "Acknowledge 3 findings",
                        true,
                        ""),
                new Form(
                        "dispute",
                        "/alerts/alr_1/dispute",
                        List.of(
                                new Field.Pick(
                                        "step",
                                        "Dispute a step: which?",
                                        "The clock does not stop and the alert stays. Your words are kept beside the step.",
                                        "",
                                        List.of(
                                                chosen("4", "4. “Rowan Birch” is probably Rowan"),
                                                option("1", "1. Cannot yet roll, crawl or walk"),
                                                option("rule", "The rule does not fit"))),
                                Field.longText("how", "How do you know?", "", "", "")),
                        "Record dispute",
                        false,
                        ""),
                new Form(
                        "add",
                        "/alerts/alr_1/add",
                        List.of(
                                Field.longText(
                                        "what",
                                        "Add what I know",
                                        "It becomes an entry of yours on Rowan’s record. Write what you saw or were told, and by whom.",
                                        "",
                                        ""),
                                Field.line("by", "Seen, heard or told by?", "", "", ""),
                                Field.line(
                                        "when", "When?", "A day, a month or “not known”", "", "")),
                        "Add to the record",
                        false,
                        ""));
    }
}
