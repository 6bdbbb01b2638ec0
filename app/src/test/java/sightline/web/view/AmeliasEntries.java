package sightline.web.view;

import sightline.web.view.chart.SwimLanes;
import sightline.web.view.chart.SwimLanes.Entry;
import sightline.web.view.chart.SwimLanes.Kind;
import sightline.web.view.chart.SwimLanes.Lane;
import sightline.web.view.part.SourceState;

import java.time.LocalDate;
import java.util.List;

/** Fifty invented entries of six agencies. */
final class AmeliasEntries {

    private static final String ENTRIES =
            """
            e1|2024-10-08|8 Oct 2024|GP and health visitor|CONTACT|Health visitor review. Growing well, settled with Kerry Doyle.
            e2|2024-11-20|20 Nov 2024|Housing|CONTACT|Repair visit.
            e3|2024-12-10|10 Dec 2024|GP and health visitor|NOT_BROUGHT|Immunisation appointment. Kerry Doyle rang to rearrange.
            e4|2025-01-14|14 Jan 2025|GP and health visitor|CONTACT|Immunisations given.
            e5|2025-01-20|20 Jan 2025|Nursery|CONTACT|Started at nursery.
            e6|2025-03-05|5 Mar 2025|Housing|CONTACT|Repair visit. An unnamed adult was at the address.
            e7|2025-03-11|11 Mar 2025|GP and health visitor|CONTACT|Health visitor review at 9 months. Crawling.
            e8|2025-04-23|23 Apr 2025|GP and health visitor|CONTACT|GP appointment for a cough. A bruise was seen.
            e9|2025-04-23|23 Apr 2025|GP and health visitor|INJURY|No. 1: Bruise to right cheek.
            e10|2025-05-03|3 May 2025|Hospital|CONTACT|A&E, brought by Kerry Doyle.
            e11|2025-05-03|3 May 2025|Hospital|INJURY|No. 2: Swollen right wrist.
            e12|2025-05-13|13 May 2025|GP and health visitor|NOT_BROUGHT|Review at the surgery. No reason recorded.
            e13|2025-05-20|20 May 2025|Nursery|CONTACT|Drop-off. A bruise was seen.
            e14|2025-05-20|20 May 2025|Nursery|INJURY|No. 3: Bruise to right knee.
            e15|2025-05-21|21 May 2025|Nursery|REFERRAL_UNANSWERED|Referral to children’s social care.
            e16|2025-06-01|1 Jun 2025|Police|CONTACT|Officers attended after a neighbour’s call. Amelia seen, asleep.
            e17|2025-06-02|2 Jun 2025|Police|REFERRAL_ANSWERED|Referral to children’s social care. Decided 3 June: visit.
            e18|2025-06-10|10 Jun 2025|Children’s social care|CONTACT|First visit. Amelia seen. Address confirmed.
            e19|2025-06-18|18 Jun 2025|GP and health visitor|CONTACT|GP appointment for a rash. A bruise was seen.
            e20|2025-06-18|18 Jun 2025|GP and health visitor|INJURY|No. 4: Bruise to left ear.
            e21|2025-06-19|19 Jun 2025|Children’s social care|MEETING|Strategy discussion. Enquiry began.
            e22|2025-06-24|24 Jun 2025|Nursery|CONTACT|Drop-off. A scratch was seen.
            e23|2025-06-24|24 Jun 2025|Nursery|INJURY|No. 5: Scratch to neck.
            e24|2025-06-27|27 Jun 2025|Children’s social care|CONTACT|Visit. Amelia seen.
            e25|2025-07-03|3 Jul 2025|Children’s social care|MEETING|First conference. Plan began: neglect. Enquiry ended.
            e26|2025-07-08|8 Jul 2025|GP and health visitor|NOT_BROUGHT|Immunisation appointment. The letter had gone to an old address.
            e27|2025-07-11|11 Jul 2025|Children’s social care|CONTACT|Visit. Amelia seen.
            e28|2025-07-14|14 Jul 2025|Children’s social care|MEETING|First core group.
            e29|2025-07-20|20 Jul 2025|Hospital|CONTACT|A&E, brought by Kerry Doyle.
            e30|2025-07-20|20 Jul 2025|Hospital|INJURY|No. 6: Burn to left hand.
            e31|2025-07-25|25 Jul 2025|Children’s social care|CONTACT|Visit. Amelia seen. Kerry Doyle spoke about the burn.
            e32|2025-07-29|29 Jul 2025|Children’s social care|CONTACT|Visit. Amelia seen. A bruise was seen.
            e33|2025-07-29|29 Jul 2025|Children’s social care|INJURY|No. 7: Bruise to forehead.
            e34|2025-08-01|1 Aug 2025|Children’s social care|MEETING|Core group.
            e35|2025-08-05|5 Aug 2025|GP and health visitor|CONTACT|Health visitor at home. Not yet walking. Bruises were seen.
            e36|2025-08-05|5 Aug 2025|GP and health visitor|INJURY|No. 8: 3 round bruises, right upper arm.
            e37|2025-08-06|6 Aug 2025|Children’s social care|MEETING|Strategy discussion. Plan to continue, more visits.
            e38|2025-08-12|12 Aug 2025|Children’s social care|CONTACT|Visit. Amelia seen.
            e39|2025-08-23|23 Aug 2025|Police|CONTACT|Officers attended: damage to front door. Amelia seen.
            e40|2025-08-27|27 Aug 2025|Children’s social care|CONTACT|Visit. Amelia seen.
            e41|2025-09-02|2 Sep 2025|GP and health visitor|CONTACT|Health visitor at home. Amelia playing, close to Kerry Doyle.
            e42|2025-09-07|7 Sep 2025|Hospital|CONTACT|A&E, brought by Kerry Doyle. Home on 8 September.
            e43|2025-09-07|7 Sep 2025|Hospital|INJURY|No. 9: Cut to lip.
            e44|2025-09-08|8 Sep 2025|Hospital|INJURY|No. 10: Bruise to back.
            e45|2025-09-08|8 Sep 2025|Children’s social care|MEETING|Strategy discussion. Second enquiry began.
            e46|2025-09-09|9 Sep 2025|Children’s social care|CONTACT|Visit after coming home. Amelia seen.
            e47|2025-09-12|12 Sep 2025|Children’s social care|CONTACT|Visit. Amelia seen.
            e48|2025-09-16|16 Sep 2025|Nursery|CONTACT|Drop-off, 8:35am. A bruise was seen.
            e49|2025-09-16|16 Sep 2025|Nursery|INJURY|No. 11: Bruise to left cheek.
            e50|2025-09-16|16 Sep 2025|Housing|CONTACT|Application HA-20931 names “D. Marlow”.
            """;

    private AmeliasEntries() {}

    static SwimLanes lanes() {
        return SwimLanes.draw(
                "What all agencies have recorded: October 2024 to September 2025",
                LocalDate.of(2024, 10, 1),
                LocalDate.of(2025, 9, 30),
                List.of(
                        lane("GP and health visitor", "Westmarsh Primary Care"),
                        lane("Hospital", "A&E and paediatrics"),
                        lane("Police", "Force area 44"),
                        lane("Children’s social care", "Westmarsh Council"),
                        lane("Nursery", "Little Oaks"),
                        lane("Housing", "Westmarsh Homes"),
                        new Lane("Probation", "", SourceState.DOWN, List.of())));
    }

    private static Lane lane(String agency, String detail) {
        var entries =
                ENTRIES.lines()
                        .map(line -> List.of(line.split("\\|")))
                        .filter(parts -> parts.get(3).equals(agency))
                        .map(AmeliasEntries::entry)
                        .toList();
        return new Lane(agency, detail, SourceState.ANSWERED, entries);
    }

    private static Entry entry(List<String> parts) {
        return new Entry(
                parts.get(0),
                Kind.valueOf(parts.get(4)),
                LocalDate.parse(parts.get(1)),
                parts.get(2),
                parts.get(5));
    }
}
