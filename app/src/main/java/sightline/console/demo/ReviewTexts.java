package sightline.console.demo;

import sightline.core.kernel.AgencyId;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.core.reviews.ReviewEntry.OtherAction;

import java.time.LocalDate;
import java.util.List;

/** What the invented case review says: six tables, what was found on their rows, what to do. */
final class ReviewTexts {
    /** Nobody has this day: it stands as it was written. */
    private static final int UNDATED = -1;

    private static final int NOBODY = -1;

    private ReviewTexts() {}

    /**
     * A line of an organisation's own table. Days are counted back from the day on which the review
     * was opened.
     *
     * @param known when the organisation itself knew it
     * @param told which of the six was told, and when
     */
    private record Line(
            int days, String event, String source, String by, int known, int told, int toldDays) {}

    private static Line line(int days, String event, String source, String by) {
        return new Line(days, event, source, by, days, NOBODY, 0);
    }

    private static Line line(
            int days, String event, String source, String by, int told, int toldDays) {
        return new Line(days, event, source, by, days, told, toldDays);
    }

    private static final List<List<Line>> TABLES =
            List.of(
                    List.of(
                            line(
                                    410,
                                    "Nursery reported a bruise on the left cheek; mother rung, no further action",
                                    "Contact record",
                                    "Duty worker"),
                            line(
                                    352,
                                    "Home visit with the health visitor: child seen and well",
                                    "Case note",
                                    "Social worker"),
                            line(290, "Home visit, no access", "Case note", "Social worker"),
                            line(
                                    214,
                                    "Assessment signed off; who else lives in the home is left blank",
                                    "Assessment",
                                    "Team manager"),
                            line(
                                    120,
                                    "Case closed after three calls that nobody answered",
                                    "Case note",
                                    "Team manager"),
                            line(
                                    40,
                                    "Caller who gives no name: crying at night in the flat",
                                    "Contact record",
                                    "Duty worker",
                                    3,
                                    38)),
                    List.of(
                            line(
                                    408,
                                    "Bruise on the left cheek reported by nursery; said to have fallen from a chair",
                                    "Emergency department",
                                    "Registrar"),
                            line(
                                    231,
                                    "Swollen wrist, X-rayed; said to have been caught in a door",
                                    "Emergency department",
                                    "Consultant",
                                    2,
                                    224),
                            line(96, "Did not attend the fracture clinic", "Clinic list", "Clerk"),
                            line(
                                    60,
                                    "Bruises to the back; sent home, no earlier attendance looked up",
                                    "Emergency department",
                                    "Registrar"),
                            line(
                                    14,
                                    "Brought by ambulance; died the same day",
                                    "Emergency department",
                                    "Consultant",
                                    3,
                                    14)),
                    List.of(
                            line(
                                    405,
                                    "Registered; records asked for from the practice before",
                                    "Practice record",
                                    "Practice manager"),
                            line(
                                    352,
                                    "Home visit by the health visitor with the social worker: child asleep and not seen",
                                    "Health visitor’s record",
                                    "Health visitor"),
                            new Line(
                                    231,
                                    "Letter of the hospital about a swollen wrist, filed",
                                    "Practice record",
                                    "Clerk",
                                    224,
                                    NOBODY,
                                    0),
                            line(
                                    150,
                                    "Mother says that she is low and afraid at home; another appointment offered",
                                    "Practice record",
                                    "Doctor"),
                            line(
                                    96,
                                    "Was not brought to be weighed",
                                    "Health visitor’s record",
                                    "Health visitor"),
                            new Line(
                                    UNDATED,
                                    "Aunt rang because she was worried; no note of what was done",
                                    "Practice record",
                                    "Clerk",
                                    UNDATED,
                                    NOBODY,
                                    0)),
                    List.of(
                            line(
                                    700,
                                    "Mr P convicted of hurting the child of a former partner",
                                    "National record",
                                    "Records clerk"),
                            line(
                                    300,
                                    "Called to shouting at the flat; logged as noise, no child written down",
                                    "Incident log",
                                    "Constable"),
                            line(
                                    118,
                                    "Called again: mother hurt, a boy in the next room",
                                    "Incident log",
                                    "Constable",
                                    0,
                                    116),
                            new Line(
                                    40,
                                    "Call of somebody without a name handed on; no visit",
                                    "Incident log",
                                    "Sergeant",
                                    38,
                                    NOBODY,
                                    0)),
                    List.of(
                            line(
                                    330,
                                    "Neighbour says that Mr P has moved in",
                                    "Tenancy file",
                                    "Housing officer"),
                            line(
                                    205,
                                    "Repair: door off its hinges, a small boy alone in the front room",
                                    "Job sheet",
                                    "Fitter")),
                    List.of(
                            line(
                                    411,
                                    "Bruise on the left cheek seen by the key worker",
                                    "Incident book",
                                    "Key worker",
                                    0,
                                    410),
                            line(
                                    231,
                                    "Away for a week; wrist hurt, mother says",
                                    "Register",
                                    "Key worker"),
                            line(
                                    120,
                                    "Came on less than half of the days of the term",
                                    "Register",
                                    "Head"),
                            line(
                                    62,
                                    "He says that he does not want to go home today",
                                    "Key worker’s book",
                                    "Key worker"),
                            line(41, "Place given up by telephone", "Register", "Head")));

    /** One organisation's table, as the file that it would hand in. */
    static String table(int of, List<AgencyId> six, LocalDate opened) {
        var csv = new StringBuilder("Date,Event,Source,By,Known from,Told to\n");
        for (Line line : TABLES.get(of)) {
            csv.append(day(opened, line.days(), "in the spring"))
                    .append(",\"")
                    .append(line.event())
                    .append("\",")
                    .append(line.source())
                    .append(',')
                    .append(line.by())
                    .append(',')
                    .append(day(opened, line.known(), ""))
                    .append(',')
                    .append(
                            line.told() == NOBODY
                                    ? ""
                                    : six.get(line.told()) + " " + day(opened, line.toldDays(), ""))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String day(LocalDate opened, int days, String undated) {
        return days == UNDATED ? undated : opened.minusDays(days).toString();
    }

    /** Something found, on rows of the tables. */
    record Found(
            FindingType type,
            String text,
            String known,
            String knowable,
            OtherAction other,
            List<String> rows) {}

    static List<Found> findings() {
        return List.of(
                new Found(
                        FindingType.SHARING,
                        "Four organisations each knew of one injury, and none of another’s.",
                        "The bruise was known to three, the wrist to three others.",
                        "That both were one child’s, by asking whoever had seen him before.",
                        OtherAction.YES,
                        List.of("1-1", "2-1", "2-2", "3-3", "6-2")),
                new Found(
                        FindingType.CHILD_NOT_SEEN,
                        "A visit at which he was not seen was written down as one at which he was well.",
                        "The health visitor’s own record says that he was asleep.",
                        "By reading both records of one visit.",
                        OtherAction.YES,
                        List.of("1-2", "3-2")),
                new Found(
                        FindingType.ASSESSMENT,
                        "The assessment does not say who lived in the home.",
                        "Housing had been told who had moved in.",
                        "His conviction, had anybody asked the police with his name.",
                        OtherAction.YES,
                        List.of("1-4", "4-1", "5-1")),
                new Found(
                        FindingType.RECORDS,
                        "Violence at the flat was logged as noise.",
                        "That there was shouting.",
                        "That a boy lived there: housing and nursery knew.",
                        OtherAction.YES,
                        List.of("4-2", "4-3")),
                new Found(
                        FindingType.MEDICAL,
                        "The second injury was looked at as if it were the first.",
                        "What his mother said of it.",
                        "The earlier attendance, in the hospital’s own list.",
                        OtherAction.YES,
                        List.of("2-4", "2-2")),
                new Found(
                        FindingType.MANAGEMENT,
                        "The case was closed because nobody opened the door.",
                        "That three calls were not answered.",
                        "Nothing more without a visit, which the team had no worker for that week.",
                        OtherAction.NO,
                        List.of("1-5", "6-3")),
                new Found(
                        FindingType.GOOD_PRACTICE,
                        "His key worker wrote down his own words, with the day.",
                        "That he was afraid.",
                        "Why; he was two, and nobody asked further.",
                        OtherAction.CANNOT_BE_SAID,
                        List.of("6-4")));
    }

    /** What is recommended, each beginning with the number of the finding that it follows from. */
    static List<String> recommendations() {
        return List.of(
                "1 Whoever sees an injury looks up every earlier one, in every organisation",
                "1 The practice gets the hospital’s letter on the day it is written",
                "1 A nursery hears what came of what it told",
                "1 Letters about an injured child are read by a doctor before they are filed",
                "2 Each visit says in its own box whether the child was seen, alone, and awake",
                "2 Two workers on one visit agree on one record before they part",
                "2 A child who is asleep is seen on another day of that week",
                "1 A child’s practice record reaches the next practice within four weeks",
                "3 Nobody signs off an assessment in which a question has no answer",
                "3 Everybody who sleeps in the home is named, with a date of birth",
                "3 The police are asked about each adult before an assessment ends",
                "3 Housing tells social care when somebody moves in with a child",
                "4 Control rooms ask at each call to a home whether children live there",
                "4 What was logged as noise is read again when a second call comes",
                "4 A nursery is told before nine of what happened at home at night",
                "4 Officers see and speak to each child in the home",
                "5 The emergency department opens the list of attendances before it sends a child home",
                "5 A child under five with a second injury is seen by a consultant",
                "5 Missed appointments of a child are written down as not brought",
                "5 An injury is drawn on a body map at each attendance",
                "6 No case is closed on calls that nobody answered",
                "6 A manager reads the last three records of the child before closing",
                "6 A team without a worker for a visit says so to the partnership that week",
                "6 Whoever made the referral is asked before a case is closed",
                "7 A child’s own words are kept with the day, and stand first in the record",
                "7 Key workers know whom to ring when a child says that home is not safe",
                "1 A worried relative is rung back, and what was done is written down",
                "6 A place at nursery that is given up by telephone is asked about at home",
                "3 Mothers are asked alone whether they are safe",
                "4 Calls of people who give no name are followed by a visit within a day",
                "5 Photographs of an injury are stored with the entry about it",
                "6 Supervision asks at each meeting which child has not been seen",
                "3 Fitters and cleaners of the landlord know whom to tell about a child alone");
    }
}
