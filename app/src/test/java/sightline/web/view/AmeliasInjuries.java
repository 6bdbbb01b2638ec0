package sightline.web.view;

import sightline.web.view.chart.BodyMap;
import sightline.web.view.chart.BodySite;
import sightline.web.view.page.Marks;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Link;

import java.util.List;

/** Eleven invented injuries. */
final class AmeliasInjuries {

    private AmeliasInjuries() {}

    static Marks marks() {
        var map =
                BodyMap.draw(
                        "Body map: 11 injuries",
                        BodyMap.Figure.CHILD,
                        List.of(
                                new BodyMap.Row(
                                        "inj1",
                                        "1",
                                        BodySite.CHEEK,
                                        BodyMap.Side.RIGHT,
                                        true,
                                        "Injury 1, 23 Apr: Bruise to right cheek"),
                                new BodyMap.Row(
                                        "inj2",
                                        "2",
                                        BodySite.WRIST,
                                        BodyMap.Side.RIGHT,
                                        true,
                                        "Injury 2, 3 May: Swollen right wrist"),
                                new BodyMap.Row(
                                        "inj3",
                                        "3",
                                        BodySite.KNEE,
                                        BodyMap.Side.RIGHT,
                                        true,
                                        "Injury 3, 20 May: Bruise to right knee"),
                                new BodyMap.Row(
                                        "inj4",
                                        "4",
                                        BodySite.EAR,
                                        BodyMap.Side.LEFT,
                                        true,
                                        "Injury 4, 18 Jun: Bruise to left ear"),
                                new BodyMap.Row(
                                        "inj5",
                                        "5",
                                        BodySite.NECK,
                                        BodyMap.Side.LEFT,
                                        true,
                                        "Injury 5, 24 Jun: Scratch to neck"),
                                new BodyMap.Row(
                                        "inj6",
                                        "6",
                                        BodySite.HAND,
                                        BodyMap.Side.LEFT,
                                        true,
                                        "Injury 6, 20 Jul: Burn to left hand"),
                                new BodyMap.Row(
                                        "inj7",
                                        "7",
                                        BodySite.FOREHEAD,
                                        BodyMap.Side.MIDDLE,
                                        true,
                                        "Injury 7, 29 Jul: Bruise to forehead"),
                                new BodyMap.Row(
                                        "inj8",
                                        "8",
                                        BodySite.BACK_OF_ARM,
                                        BodyMap.Side.RIGHT,
                                        true,
                                        "Injury 8, 5 Aug: 3 round bruises, right upper arm"),
                                new BodyMap.Row(
                                        "inj9",
                                        "9",
                                        BodySite.LIP,
                                        BodyMap.Side.MIDDLE,
                                        true,
                                        "Injury 9, 7 Sep: Cut to lip"),
                                new BodyMap.Row(
                                        "inj10",
                                        "10",
                                        BodySite.UPPER_BACK,
                                        BodyMap.Side.MIDDLE,
                                        true,
                                        "Injury 10, 8 Sep: Bruise to back"),
                                new BodyMap.Row(
                                        "inj11",
                                        "11",
                                        BodySite.CHEEK,
                                        BodyMap.Side.LEFT,
                                        true,
                                        "Injury 11, 16 Sep: Bruise to left cheek")));
        return new Marks(
                "Injuries (11)",
                "Injuries by date",
                "Left and right are Amelia’s own. The health visitor recorded crawling on 11 March (9 months) and not yet walking on 5 August (14 months); 7 of the 11 injuries were recorded before 5 August.",
                Link.to("All injuries and photos", SharedParts.AMELIA + "/chronology"),
                map,
                List.of(
                        new Marks.Row(
                                "inj1",
                                "1",
                                "23 Apr 2025",
                                "Bruise to right cheek",
                                "GP",
                                "",
                                "“Rolled onto a toy.” Kerry Doyle, to GP",
                                "GP, 23 Apr: fits the explanation",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj2",
                                "2",
                                "3 May 2025",
                                "Swollen right wrist",
                                "Hospital",
                                "",
                                "“Fell from the sofa.” Kerry Doyle, to A&E",
                                "Paediatrician, 3 May: no break on X-ray; could fit",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj3",
                                "3",
                                "20 May 2025",
                                "Bruise to right knee",
                                "Nursery",
                                "",
                                "“Crawling on the hard floor.” Kerry Doyle, at drop-off",
                                "Not asked for",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj4",
                                "4",
                                "18 Jun 2025",
                                "Bruise to left ear",
                                "GP",
                                "",
                                "None. Kerry Doyle had not seen it",
                                "Paediatrician on call, 18 Jun: no cause found",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj5",
                                "5",
                                "24 Jun 2025",
                                "Scratch to neck",
                                "Nursery",
                                "",
                                "“Her own nails.” Kerry Doyle, at drop-off",
                                "Not asked for",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj6",
                                "6",
                                "20 Jul 2025",
                                "Burn to left hand",
                                "Hospital",
                                "",
                                "“Touched hair straighteners.” Kerry Doyle, to A&E. Changed: “Pulled a hot cup over.” Kerry Doyle, to P Nair, 25 Jul",
                                "Asked of hospital 5 Sep. Not answered",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj7",
                                "7",
                                "29 Jul 2025",
                                "Bruise to forehead",
                                "Social care",
                                "",
                                "“Bumped on the cot.” Kerry Doyle, to P Nair",
                                "Not asked for",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj8",
                                "8",
                                "5 Aug 2025",
                                "3 round bruises, right upper arm",
                                "Health visitor",
                                "",
                                "“Held her to stop a fall.” Kerry Doyle, to R Okafor",
                                "Paediatrician on call, 5 Aug: a grip; could fit",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj9",
                                "9",
                                "7 Sep 2025",
                                "Cut to lip",
                                "Hospital",
                                "",
                                "“Fell against the table.” Kerry Doyle, to A&E",
                                "Paediatrician, 8 Sep: fits the explanation",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj10",
                                "10",
                                "8 Sep 2025",
                                "Bruise to back",
                                "Hospital",
                                "",
                                "None. Kerry Doyle had not seen it",
                                "Paediatrician, 8 Sep: no cause found",
                                Certainty.CONFIRMED),
                        new Marks.Row(
                                "inj11",
                                "11",
                                "16 Sep 2025",
                                "Bruise to left cheek",
                                "Nursery",
                                "",
                                "None. Kerry Doyle did not know. Asked at drop-off",
                                "Due today. Booked for 2:30pm",
                                Certainty.CONFIRMED)));
    }
}
