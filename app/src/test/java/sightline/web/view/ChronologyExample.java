package sightline.web.view;

import static sightline.web.view.SharedParts.AMELIA;
import static sightline.web.view.SharedParts.amelia;
import static sightline.web.view.SharedParts.link;
import static sightline.web.view.SharedParts.option;
import static sightline.web.view.SharedParts.tag;

import sightline.web.view.page.ChronologyItem;
import sightline.web.view.page.ChronologyPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.RestrictedStub;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.List;

/** Invented chronologies: today’s, and what was readable on an earlier day. */
final class ChronologyExample {

    private ChronologyExample() {}

    static ChronologyPage page() {
        return of("", items());
    }

    static ChronologyPage asKnownOn() {
        return of(
                "What was readable on 20 May 2025, by the agencies named. Later entries, corrections and joins are left out.",
                items().subList(4, 6));
    }

    static ChronologyPage empty() {
        return of("", List.of());
    }

    private static ChronologyPage of(String known, List<ChronologyItem> items) {
        return new ChronologyPage(
                Frames.socialWorker(
                        "Chronology: Amelia Doyle",
                        "Children",
                        "Child protection enquiry, Amelia Doyle"),
                amelia("Chronology", null),
                known,
                filter(known),
                List.of(
                        new SourceFailed(
                                "probation records",
                                "11:20am",
                                "We try again every minute. If you need certainty now, ring the duty officer: 01632 960 171.")),
                items,
                "No agency that answered has recorded anything between these dates, as of 11:32am. Probation could not be asked.",
                new Pages(
                        "1 to 7 of 57, newest first",
                        null,
                        Link.to("Next 50", AMELIA + "/chronology?page=2")),
                List.of(
                        Link.to("Export as a bundle (PDF)", AMELIA + "/chronology/export"),
                        Link.to("Print", AMELIA + "/chronology?print")),
                AmeliasEntries.lanes(),
                List.of(
                        new ChronologyPage.CountedLine(
                                Link.to("Rule AL-11", "/rules/AL-11"),
                                "3 appointments to which the child was not brought, all services"
                                        + " together; it raises nothing under 3.",
                                "GP: 2; Hospital: 1.")),
                ChildExample.coverage());
    }

    private static Filter filter(String known) {
        return new Filter(
                AMELIA + "/chronology",
                known.isEmpty()
                        ? List.of()
                        : List.of(Link.to("Known on 20 May 2025", AMELIA + "/chronology")),
                List.of(
                        new FilterGroup.Lines(
                                "Dates",
                                List.of(
                                        Field.line("from", "From", "Like 1 10 2024", "", ""),
                                        Field.line("to", "To", "", "", ""))),
                        new FilterGroup.Lines(
                                "What was known",
                                List.of(
                                        Field.line(
                                                "known",
                                                "As readable on",
                                                "Leave empty for today",
                                                known.isEmpty() ? "" : "20 5 2025",
                                                ""))),
                        new FilterGroup.AnyOf(
                                "Agency",
                                "agency",
                                List.of(
                                        option("gp", "GP and health visitor (13)"),
                                        option("hospital", "Hospital (7)"),
                                        option("police", "Police (4)"),
                                        option("csc", "Children’s social care (18)"),
                                        option("nursery", "Nursery (8)"),
                                        option("housing", "Housing (3)"))),
                        new FilterGroup.AnyOf(
                                "Kind",
                                "kind",
                                List.of(
                                        option("injury", "Injuries (11)"),
                                        option("missed", "Not brought (3)"),
                                        option("referral", "Referrals (2)"),
                                        option("system", "Entries of Sightline (14)")))));
    }

    private static ChronologyItem.Entry entry(
            String id,
            String date,
            String kind,
            String agency,
            String text,
            String happened,
            String recorded,
            String received,
            String correction,
            List<Tag> tags,
            boolean isNew) {
        return new ChronologyItem.Entry(
                id,
                date,
                kind,
                agency,
                text,
                happened,
                recorded,
                received,
                correction,
                tags,
                new Link("Source record", "/example", "of " + kind + ", " + date),
                isNew);
    }

    private static List<ChronologyItem> items() {
        return List.of(
                entry(
                        "e50",
                        "16 September 2025",
                        "Housing application",
                        "Westmarsh Homes",
                        "Application HA-20931 names “D. Marlow” as living at the address since 9 September.",
                        "9 September 2025",
                        "16 September 2025, 10:11am",
                        "16 September 2025, 10:11am",
                        "",
                        List.of(tag("Likely the same person", Tone.AMBER)),
                        true),
                entry(
                        "e49",
                        "16 September 2025",
                        "Injury",
                        "Little Oaks nursery",
                        "Bruise to left cheek, seen at drop-off. Kerry Doyle was asked and did not know how it happened.",
                        "16 September 2025, 8:35am",
                        "16 September 2025, 8:39am",
                        "16 September 2025, 8:41am",
                        "",
                        List.of(),
                        true),
                new ChronologyItem.Unread(
                        "16 September 2025",
                        "1 message from Westmarsh Hospital not yet readable. It may concern this child.",
                        "The hospital has been told what is wrong with it. Until it is mended, do not read the hospital’s list as complete."),
                new ChronologyItem.Hidden(
                        "8 September 2025",
                        new RestrictedStub(
                                "Refuge service",
                                link("Ask for access", "to the record of the refuge service"),
                                Link.to("Emergency access", "/emergency"))),
                entry(
                        "e14",
                        "20 May 2025",
                        "Injury",
                        "Little Oaks nursery",
                        "Bruise to right knee. “Crawling on the hard floor.” Kerry Doyle, at drop-off.",
                        "20 May 2025, 8:30am",
                        "20 May 2025",
                        "20 May 2025, 4:05pm",
                        "Corrected on 21 May 2025 by S Whitlock. Was: left knee.",
                        List.of(),
                        false),
                entry(
                        "e12",
                        "13 May 2025",
                        "Was not brought",
                        "Northfield Surgery",
                        "Review at the surgery. No reason recorded.",
                        "13 May 2025",
                        "13 May 2025",
                        "14 May 2025, 6am",
                        "",
                        List.of(),
                        false),
                entry(
                        "e3",
                        "About December 2024",
                        "Background",
                        "Westmarsh Primary Care",
                        "Kerry Doyle told the health visitor that she had moved twice that winter.",
                        "Winter 2024, month not known",
                        "8 January 2025",
                        "9 January 2025, 6am",
                        "Disputed by Kerry Doyle on 12 June 2025: “I moved once.”",
                        List.of(tag("Disputed", Tone.AMBER)),
                        false));
    }
}
