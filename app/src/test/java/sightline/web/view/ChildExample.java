package sightline.web.view;

import static sightline.web.view.SharedParts.amelia;
import static sightline.web.view.SharedParts.answered;
import static sightline.web.view.SharedParts.likely;
import static sightline.web.view.SharedParts.line;
import static sightline.web.view.SharedParts.link;
import static sightline.web.view.SharedParts.over;
import static sightline.web.view.SharedParts.soon;
import static sightline.web.view.SharedParts.step;
import static sightline.web.view.SharedParts.today;

import sightline.web.view.chart.Genogram;
import sightline.web.view.chart.Genogram.Bond;
import sightline.web.view.chart.Genogram.Family;
import sightline.web.view.chart.Genogram.Person;
import sightline.web.view.chart.Genogram.Shape;
import sightline.web.view.page.ChildPage;
import sightline.web.view.page.ChildPage.Look;
import sightline.web.view.page.ChildPage.Quotation;
import sightline.web.view.page.ChildPage.Worker;
import sightline.web.view.part.Alert;
import sightline.web.view.part.AsAWhole;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Count;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Held;
import sightline.web.view.part.HeldLine;
import sightline.web.view.part.Link;
import sightline.web.view.part.Loop;
import sightline.web.view.part.PathStep;
import sightline.web.view.part.SeparatedLine;
import sightline.web.view.part.Sharing;
import sightline.web.view.part.SharingLine;
import sightline.web.view.part.SourceAnswer;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.SourceState;

import java.util.List;

/** An invented child with two alerts, six agencies and a source that cannot be read. */
final class ChildExample {

    private ChildExample() {}

    static ChildPage page() {
        return new ChildPage(
                Frames.socialWorker(
                        "Amelia Doyle", "Children", "Child protection enquiry, Amelia Doyle"),
                amelia("Overview", null),
                List.of(injuryAlert(), householdAlert()),
                List.of(
                        new SourceFailed(
                                "probation records",
                                "11:20am",
                                "We try again every minute. If you need certainty now, ring the duty officer: 01632 960 171.")),
                "/children/amelia",
                List.of(
                        new SeparatedLine(
                                "A record of Eastholme General",
                                "was joined with the record of Westmarsh Hospital, 4 August 2025,"
                                        + " 9:12am. Since 2 September 2025, 3:40pm it is another"
                                        + " person’s: Joanne Peake decided it.",
                                null)),
                household(),
                "Last checked 12 September 2025.",
                List.of(
                        line(
                                "Answer nursery referral of 21 May",
                                over(
                                        "81 working days late",
                                        "Told daily: lead representatives, nursery")),
                        line("Core group meeting", over("2 working days late", "")),
                        line("Acknowledge alert AL-02", today("Today, by 12:12pm", "")),
                        line("Compare two records", today("Today, by 1pm", "")),
                        line("Strategy discussion", today("Today, booked for 1pm", "")),
                        line("Medical opinion on injury 11", today("Today, booked for 2:30pm", "")),
                        line("Medical opinion whether the account fits", soon("18 September", "")),
                        line("Medical opinion whether the account fits", soon("18 September", "")),
                        line("Medical opinion whether the account fits", soon("18 September", "")),
                        line("See Amelia", soon("17 September, by 8:41am", "")),
                        line("Visit under the plan", soon("26 September", "")),
                        line(
                                "Conference after enquiry",
                                soon("29 September", "Working day 6 of 15")),
                        line("First review conference", soon("2 October", "91 days after 3 July"))),
                List.of(
                        new Loop(
                                "Referral of Larch House Nursery 21 May 2025",
                                List.of(
                                        new Loop.Step(
                                                "Sent", "Larch House Nursery", Loop.State.DONE),
                                        new Loop.Step(
                                                "Opened", "no named person yet", Loop.State.WAITS),
                                        new Loop.Step("Decided", "due 22 May", Loop.State.LATE),
                                        new Loop.Step("Referrer told", "", Loop.State.NOT_YET)))),
                asked(),
                new Quotation(
                        "Mama. No bath.", "Sam Whitlock, nursery, 9 September 2025, after her nap"),
                "",
                List.of(
                        new Worker(
                                "Priya Nair",
                                "social worker (lead)",
                                "Last recorded: 12 September"),
                        new Worker("Ruth Okafor", "health visitor", "Last recorded: 2 September"),
                        new Worker(
                                "Sam Whitlock",
                                "nursery safeguarding lead",
                                "Last recorded: today, 8:35am"),
                        new Worker(
                                "PC Dean Hollis", "child abuse unit", "Last recorded: 23 August")),
                List.of(
                        new Look("You", "now", "Child protection enquiry", false),
                        new Look(
                                "A Strand", "register keeper, today 10:31am", "Alert AL-02", false),
                        new Look(
                                "Housing check",
                                "today 10:11am",
                                "Case HA-20931. Answer only; no record opened",
                                false),
                        new Look(
                                "D Hollis",
                                "police child abuse unit, today 9:24am",
                                "Strategy discussion",
                                false),
                        new Look(
                                "J Lund",
                                "A&E, 8 Sep, 2:14am to 3:14am",
                                "60 minutes, this child only. Record owner and privacy officer told 2:14am. Reviewed by privacy officer 9 Sep",
                                true)),
                List.of(
                        new Count("28", "contacts", false, ""),
                        new Count("11", "injuries recorded", true, "#marks"),
                        new Count("4", "agencies recorded them", false, ""),
                        new Count("4", "most by one agency", false, ""),
                        new Count("3", "times not brought", false, ""),
                        new Count("1", "referral unanswered", false, "")),
                "These are counts of what was recorded. They are not a risk score, and a gap can mean nothing was written down.",
                AmeliasEntries.lanes(),
                List.of(),
                held(),
                coverage(),
                AmeliasInjuries.marks(),
                "");
    }

    private static Held held() {
        return new Held(
                List.of(
                        new HeldLine(
                                "A record of Westmarsh Hospital and one of the nursery",
                                "Sightline joined them: likely the same person. Taken together,"
                                        + " this is what the fields say.",
                                new Link(
                                        "Not the same person?",
                                        "/matches/one",
                                        "Pair 1: Westmarsh Hospital and the nursery"))),
                "2 more pairs not listed: each at least as sure as these.");
    }

    /** A child of whom little is known, with a source that failed and one that nobody asked. */
    static ChildPage sparse() {
        var full = page();
        return new ChildPage(
                full.frame(),
                full.identity(),
                List.of(),
                List.of(),
                full.address(),
                List.of(),
                Genogram.draw(
                        "Household and family of Amelia Doyle",
                        "Living at 14 Alder Court",
                        List.of(
                                new Person(
                                        "p-amelia",
                                        "Amelia",
                                        "16 months",
                                        "Lives at 14 Alder Court",
                                        "Three agencies agree",
                                        Shape.CIRCLE,
                                        0,
                                        true,
                                        true,
                                        true,
                                        "")),
                        List.of()),
                "Never checked.",
                List.of(),
                List.of(),
                List.of(
                        Definition.of(
                                "Parental responsibility",
                                "Asked and not known.",
                                "Nursery, 20 January 2025"),
                        Definition.of("School or nursery", "Not asked."),
                        Definition.of("GP", "Not held by this agency.")),
                null,
                "Nobody has recorded Amelia’s own words.",
                List.of(),
                List.of(new Look("You", "now", "Child protection enquiry", false)),
                List.of(new Count("28", "contacts", false, "")),
                full.countsNote(),
                full.lanes(),
                List.of(),
                new Held(List.of(), ""),
                coverage(),
                null,
                "No injury recorded by the sources that answered, as of 11:32am. That is not the same as no injury.");
    }

    static Coverage coverage() {
        return Coverage.of(
                "Which sources answered: 4 of 9 within their promise",
                "11:32am",
                List.of(
                        answered("GP and health visitor", "Today, 11:20am", "Up to date"),
                        answered("Hospital", "Today, 11:05am", "Up to date"),
                        answered("Nursery", "Today, 11:15am", "Up to date"),
                        answered("Police", "Today, 11:30am", "No injury recorded"),
                        new SourceAnswer(
                                "Housing",
                                SourceState.INCOMPLETE,
                                "2 missing",
                                "Today, 11:28am",
                                "Numbers 5,112 and 5,113. Housing owes them since 9am"),
                        new SourceAnswer(
                                "Eastholme General",
                                SourceState.STALE,
                                "9 days",
                                "7 September, 11:59pm",
                                "Eastholme owes a heartbeat"),
                        new SourceAnswer(
                                "Probation",
                                SourceState.DOWN,
                                "since 11:02am",
                                "Today, 11am",
                                "We try again every minute"),
                        new SourceAnswer(
                                "Refuge service",
                                SourceState.RESTRICTED,
                                "",
                                "Today, 11:10am",
                                "01632 960 180"),
                        new SourceAnswer(
                                "Eastholme Council",
                                SourceState.NOT_ASKED,
                                "",
                                "Never",
                                "Another area: ask by hand")));
    }

    private static List<Definition> asked() {
        return List.of(
                Definition.of(
                        "Parental responsibility",
                        "Kerry Doyle, mother. Liam Hart, father: not known",
                        "Asked of Kerry Doyle 10 June; birth entry not yet seen"),
                Definition.of(
                        "Orders and legal status",
                        "None recorded by the court or social care as of today, 11am"),
                Definition.of("School or nursery", "Little Oaks, since 20 January 2025", "Nursery"),
                Definition.of("GP", "Northfield Surgery, Dr L Amis", "Registered 2 June 2024"),
                Definition.of(
                        "Disability and communication",
                        "Asked, none reported. First words at 14 months",
                        "Health visitor, 5 August"),
                new Definition(
                        "Risk to a visitor",
                        "Dog at the address: ring first",
                        "Housing, 5 March 2025. Review was due 5 September",
                        link("Review it")));
    }

    private static Genogram household() {
        return Genogram.draw(
                "Household and family of Amelia Doyle",
                "Living at 14 Alder Court",
                List.of(
                        new Person(
                                "p-jean",
                                "Jean Doyle",
                                "Grandmother, 52",
                                "Lives elsewhere",
                                "Social care, 10 June 2025",
                                Shape.CIRCLE,
                                2,
                                false,
                                false,
                                true,
                                "/people/per_1"),
                        new Person(
                                "p-liam",
                                "Liam Hart",
                                "Father, 29",
                                "Lives elsewhere, separated",
                                "Health visitor, 8 October 2024",
                                Shape.SQUARE,
                                1,
                                false,
                                false,
                                true,
                                "/people/per_2"),
                        new Person(
                                "p-kerry",
                                "Kerry Doyle",
                                "Mother, 27",
                                "Lives at 14 Alder Court",
                                "GP, social care and nursery agree",
                                Shape.CIRCLE,
                                1,
                                false,
                                true,
                                true,
                                "/people/per_3"),
                        new Person(
                                "p-marlow",
                                "D. Marlow",
                                "Not checked",
                                "Named on a housing application as living there since 9 September",
                                "Housing, 16 September 2025. Likely; no person has checked",
                                Shape.SQUARE,
                                1,
                                false,
                                true,
                                false,
                                ""),
                        new Person(
                                "p-jayden",
                                "Jayden",
                                "Brother, 5",
                                "Lives at 14 Alder Court",
                                "School, 4 September 2025",
                                Shape.SQUARE,
                                0,
                                false,
                                true,
                                true,
                                "/children/chd_8x1a"),
                        new Person(
                                "p-amelia",
                                "Amelia",
                                "16 months",
                                "Lives at 14 Alder Court",
                                "Three agencies agree",
                                Shape.CIRCLE,
                                0,
                                true,
                                true,
                                true,
                                "")),
                List.of(
                        Family.ofOne("p-jean", List.of("p-kerry")),
                        new Family(
                                "p-liam",
                                "p-kerry",
                                Bond.SEPARATED,
                                List.of("p-jayden", "p-amelia")),
                        new Family("p-kerry", "p-marlow", Bond.NOT_CHECKED, List.of())));
    }

    private static Alert injuryAlert() {
        return new Alert(
                "al-04",
                "Injury alert AL-04",
                "Open since 3 May. Grew today 8:41am. Acknowledged by you 8:55am",
                true,
                "A new injury today: 11 recorded, by 4 agencies, since 23 April",
                "It needs a strategy discussion, a medical opinion, and Amelia seen by 8:41am tomorrow.",
                List.of(
                        ButtonLink.first("Record the strategy discussion", "/alerts/alr_4"),
                        ButtonLink.also("Add what I know", "/alerts/alr_4#add"),
                        ButtonLink.also("Dispute a step", "/alerts/alr_4#dispute")),
                List.of(
                        step(
                                "1",
                                "11 injuries to Amelia are recorded. No agency holds more than 4 of them.",
                                "Hospital 4, GP and health visitor 3, nursery 3, social care 1.",
                                "4 agencies",
                                "to 16 Sep 2025",
                                Link.to("See the 11 injuries", "#marks")),
                        step(
                                "2",
                                "The newest: bruise to left cheek, seen at nursery today.",
                                "Kerry Doyle was asked at drop-off and did not know how it happened.",
                                "Nursery",
                                "16 Sep 2025, 8:35am",
                                Link.to("Nursery’s record", "#inj11")),
                        step(
                                "3",
                                "3 injuries have no explanation. 1 explanation changed.",
                                "No explanation: No. 4, 10 and 11. Changed between tellings: No. 6, the burn.",
                                "4 agencies",
                                "to 16 Sep 2025",
                                Link.to("See who was told what", "#inj6")),
                        new PathStep(
                                "4",
                                "Eastholme General recorded a fall in May.",
                                Certainty.POSSIBLE,
                                "",
                                "The entry was about another child of the same name.",
                                "Eastholme General",
                                "19 May 2025",
                                null,
                                "",
                                "Evidence withdrawn on 2 June")),
                new AsAWhole(
                        Certainty.CONFIRMED,
                        "because every step that stands is.",
                        "",
                        "This alert says what was recorded. It does not say how any injury happened, or that anyone caused one."),
                new Sharing(
                        List.of(
                                SharingLine.of(
                                        "Police child abuse unit, paediatrician on call, health visitor, nursery safeguarding lead",
                                        "for the strategy discussion at 1pm")),
                        List.of(
                                new SharingLine(
                                        "Family, friends and anyone else",
                                        "until the strategy discussion has agreed who says what. First read the",
                                        link("safe-contact instruction"))),
                        List.of(
                                SharingLine.of(
                                        "The strategy discussion",
                                        "led by Grace Adeyemi, team manager")),
                        "",
                        null),
                List.of());
    }

    private static Alert householdAlert() {
        return new Alert(
                "al-02",
                "Household alert AL-02",
                "Raised 10:12am. Acknowledge by 12:12pm: 40 minutes left",
                true,
                "A person under a violent offender order may be living with Amelia",
                "A housing application made today names a second adult at Amelia’s address. He is likely to be a man under a violent offender order, convicted in 2015 of serious harm to a baby.",
                List.of(
                        ButtonLink.first("Acknowledge and decide next step", "/alerts/alr_2"),
                        ButtonLink.also("Compare the two records", "/matches/mat_1"),
                        ButtonLink.also("Dispute a step", "/alerts/alr_2#dispute")),
                List.of(
                        step(
                                "1",
                                "Amelia lives at 14 Alder Court with her mother, Kerry Doyle.",
                                "Three agencies agree on the address. Confirmed by P Nair on 10 June 2025.",
                                "GP, social care, nursery",
                                "10 Jun 2025",
                                link("See the records", "of the address")),
                        step(
                                "2",
                                "The housing application names “D. Marlow” as living there since 9 September.",
                                "Taken and read by a housing officer. Same property number (UPRN) as Amelia’s address. Nobody has yet seen him there.",
                                "Housing",
                                "16 Sep 2025, 10:11am",
                                link("Application HA-20931")),
                        likely(
                                "3",
                                "“D. Marlow” is the man in register entry VOO-44-1187.",
                                "no person has checked",
                                "Surname, date of birth and mobile number agree. The first name is an initial only. Two people must check it: you and the register keeper.",
                                "Matching",
                                "16 Sep 2025, 10:12am",
                                Link.to("Compare the two records", "/matches/mat_1")),
                        step(
                                "4",
                                "The man in that entry is under a violent offender order.",
                                "In force to 11 March 2029. He last notified a different address, on 12 August 2025.",
                                "Police",
                                "16 Sep 2025, 10:12am",
                                Link.telephone("01632 960 162"))),
                new AsAWhole(
                        Certainty.LIKELY,
                        "because its weakest step is step 3.",
                        "What would settle it: a check by the register keeper.",
                        "This alert says what records show. It does not say that he lives there, or that anyone has harmed Amelia."),
                new Sharing(
                        List.of(
                                SharingLine.of("You and your manager", ""),
                                SharingLine.of(
                                        "The register keeper", "DC Amy Strand (opened 10:31am)")),
                        List.of(
                                SharingLine.of("Kerry Doyle, D. Marlow and the family", ""),
                                SharingLine.of(
                                        "Health visiting, nursery, school and housing",
                                        "until two people confirm step 3: they see “ring the lead worker”")),
                        List.of(
                                SharingLine.of("Who he is", "you and DC Strand, both"),
                                SharingLine.of("What happens for Amelia", "Grace Adeyemi")),
                        "",
                        null),
                List.of());
    }
}
