package sightline.web;

import java.util.List;

/**
 * The words of a page of hand-overs.
 *
 * @param stands over how it stands
 * @param unknown said where nobody is known to answer
 * @param nobodyElse said to whoever has nothing to do here; with a place for who answers
 * @param nobody what stands there where nobody is known
 * @param history over what was done
 * @param none said where nothing was
 * @param choose what is said where nobody was chosen
 * @param know what whoever is asked must know
 * @param becomesYours what accepting means
 * @param runs how a hand-over runs, for the side of the page
 */
record HandOverWords(
        String stands,
        String unknown,
        String nobodyElse,
        String nobody,
        String history,
        String none,
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
    private static final String ANSWERS = "Who answers";
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
                    ANSWERS,
                    "Nobody is recorded, in what you may see.",
                    "Only the register keeper of %s may offer the person, and only whoever was asked"
                            + " may answer.",
                    "the police",
                    "Area moves",
                    "Nobody has offered the person to another area, in what you may see.",
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
                    ANSWERS,
                    "Nobody: no probation service has told of a supervision.",
                    "Only a probation officer of the service that supervises (%s) may offer this,"
                            + " and only whoever was asked may answer.",
                    "a probation service",
                    "Hand-overs",
                    "Nobody has offered the supervision to anybody, in what you may see.",
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

    private static final HandOverWords CASE =
            new HandOverWords(
                    "Who has the case",
                    "Nobody is recorded: refer the child to social care, so that somebody has the"
                            + " case.",
                    "Only a social worker or manager of %s may offer the case, and only the social"
                            + " care that was asked may answer.",
                    "the social care that has the case",
                    "Hand-overs of the case",
                    "Nobody has offered the case to another area, in what you may see.",
                    "Offer the case to another area",
                    "Which social care is to have the case?",
                    "Choose the social care that is to have the case",
                    "Since when the child lives there, and with whom; which plan runs and when its"
                            + " next visit, core group or conference is due; what worries you. The"
                            + " child’s record is theirs to read from now on.",
                    "Offer the case",
                    "Do you accept the case?",
                    "Every visit, core group and conference that is owed becomes yours, with its"
                            + " day.",
                    "Your offer is kept. The case is yours, with everything that is owed, until it"
                            + " is accepted."
                            + SHOWN,
                    "Your acceptance is kept. You have the case from now on." + SHOWN,
                    List.of(
                            "Whoever has the case goes on having it until the other area accepts."
                                    + " There is no day on which nobody has it.",
                            "The other area can read the child’s record from the offer on, so that it"
                                    + " knows what it accepts; no longer once it refuses or the offer"
                                    + " is taken back, or after 180 days. Not answered, it is told"
                                    + " every day, however long that is.",
                            "Every agency around the child sees that the case is offered, and who"
                                    + " has it; what you write of why, those who may read entries.",
                            "An answer is due in 2 working days. Late, managers of both sides are"
                                    + " told at once, heads of service a working day later, the"
                                    + " partnership and the safeguarding leads after three.",
                            "Refused, whoever offered has 2 working days to offer again, to take it"
                                    + " back, or to record on the duty’s page why the case stays.",
                            "Accepted, whoever handed over can read the whole record for a fortnight"
                                    + " more.",
                            SETTING));

    HandOverWords {
        runs = List.copyOf(runs);
    }

    static HandOverWords of(HandOverMatter matter) {
        return switch (matter) {
            case PERSON -> PERSON;
            case SUPERVISION -> SUPERVISION;
            case CASE -> CASE;
        };
    }
}
