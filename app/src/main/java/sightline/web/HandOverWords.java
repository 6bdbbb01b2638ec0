package sightline.web;

import java.util.List;

/**
 * The words of a page of hand-overs.
 *
 * @param choose what is said where nobody was chosen
 * @param know what whoever is asked must know
 * @param becomesYours what accepting means
 * @param runs how a hand-over runs, for the side of the page
 */
record HandOverWords(
        String offerHeading,
        String whom,
        String choose,
        String know,
        String offer,
        String accept,
        String becomesYours,
        String offered,
        String accepted,
        List<String> runs) {
    private static final String STILL =
            "Whoever answers now goes on answering until the other accepts. There is no day without"
                    + " somebody who answers.";
    private static final String LATE =
            "An answer is due in 2 working days. Late, supervisors of both sides are told at once,"
                    + " their public protection leads after 24 hours, the partnership after 72 hours"
                    + " and then every day.";
    private static final String SETTING =
            "Two working days and the steps after are an area setting (unconfirmed).";
    private static final String SHOWN = " The page shows it within a few seconds.";

    private static final HandOverWords PERSON =
            new HandOverWords(
                    "Offer the person to another area",
                    "Which police are to answer?",
                    "Choose the police who are to answer",
                    "Where the person lives now, who is in the household, what is open. The whole"
                            + " entry is theirs to read from now on.",
                    "Offer the person",
                    "Do you accept the person?",
                    "Every notice and visit that is open becomes yours, with its day.",
                    "Your offer is kept. The person is yours until it is accepted." + SHOWN,
                    "Your acceptance is kept. You answer for the person from now on." + SHOWN,
                    List.of(
                            STILL,
                            LATE,
                            "Refused, whoever offered has 2 working days to offer again, or to"
                                    + " record why the person stays with them.",
                            "An area that cannot answer here tells you by telephone or letter: you"
                                    + " enter who accepted, when and by which reference, and a second"
                                    + " register keeper of yours confirms it.",
                            "Supervision, a licence or an order that ends is a hand-over and no"
                                    + " exit: it is asked about 28 days before.",
                            SETTING));

    private static final HandOverWords SUPERVISION =
            new HandOverWords(
                    "Offer who watches from here",
                    "Which service is to watch?",
                    "Choose the service that is to watch",
                    "When the supervision ends, where and with whom the person lives, what they were"
                            + " told to tell, what worries you. The record is theirs to read from now"
                            + " on.",
                    "Offer it",
                    "Do you accept to watch?",
                    "What is owed about the person’s supervision becomes yours.",
                    "Your offer is kept. The person is yours until it is accepted, also after the"
                            + " last day of the supervision."
                            + SHOWN,
                    "Your acceptance is kept. You watch from now on." + SHOWN,
                    List.of(
                            STILL,
                            "An end changes nothing of that: it is a hand-over and no exit. It is"
                                    + " asked about 28 days before, and again when it has come.",
                            LATE,
                            "Refused, whoever offered has 2 working days to offer again, or to"
                                    + " record on the duty’s page why nobody needs to watch.",
                            SETTING));

    HandOverWords {
        runs = List.copyOf(runs);
    }

    static HandOverWords of(HandOverMatter matter) {
        return matter == HandOverMatter.PERSON ? PERSON : SUPERVISION;
    }
}
