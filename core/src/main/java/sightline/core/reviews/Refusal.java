package sightline.core.reviews;

/** Why an entry may not be added, and what to do. */
public enum Refusal {
    NOT_OPEN("There is no such review.", "Open it first."),
    OPENED_BEFORE("This review is open.", "Add to it."),
    DECIDED_BEFORE("It was decided before.", "Open a new review if there is new reason for one."),
    NO_REASON("The reasons are missing.", "Write them: they are read with the decision."),
    NOT_COMMISSIONED("No review was commissioned.", "Record the decision and its reasons first."),
    CONFLICT(
            "The author works or worked for an organisation that is reviewed, or sits on its panel.",
            "Name somebody who is independent of each of them."),
    NO_DECLARATION(
            "The author has not said what conflicts there may be.", "Ask, and write the answer."),
    NO_SUCH_REPORT("No report was asked of that organisation.", "Ask for it first."),
    NO_SUCH_PROCESS("No such process runs.", "Choose one that runs."),
    PROCESS_RUNS("A process of that name runs.", "Call the other one something else."),
    HOLDS_NOTHING("No process of that name holds publication.", "Choose one that does."),
    HOW_ENDED(
            "It is not said how it ended.",
            "Write how, and from whom you know: the end releases publication."),
    CLOSED_VERSION(
            "That version is closed: it stays as it was.", "Write into the version that is open."),
    NUMBER("That number is taken or leaves a gap.", "Take the next number."),
    NO_SUCH_FINDING("There is no such finding.", "Give the number of one that was made."),
    KNOWN_MISSING(
            "What was known and what could be known on the day is missing.",
            "Write both, also where it was nothing."),
    NOBODY_ASKED("It is made to nobody.", "Name the organisations or the national body."),
    RESTS_ON_NOTHING(
            "It rests on no row of the chronology.",
            "Give the rows that show it, like 1-12; good practice has such rows too."),
    NO_SUCH_ROW(
            "The chronology has no such row.", "Give rows as the chronology numbers them: 1-12."),
    NO_ROWS("It has no rows.", "Hand in a table that says when and what."),
    NO_SUCH_RECOMMENDATION(
            "It was not made to that organisation.", "Choose one to which it was made."),
    NOT_THEIRS(
            "Another organisation cannot answer for this one.", "Ask the organisation to say it."),
    NOT_NAMED(
            "Only whoever is named on a review, or owes it, adds to it.",
            "Ask its lead to record it."),
    WHY_NOT("Not accepted needs its reason.", "Write why."),
    NOT_ACCEPTED("It is not accepted.", "Record that it is accepted first."),
    UNDER_WAY(
            "It is under way, or was verified.",
            "Have what is not right re-opened; dissent is kept beside."),
    NO_ACTION(
            "Nobody owns it yet, or it has no date.",
            "Agree who does what by when, what will be different for children and how it will be"
                    + " seen."),
    INCOMPLETE(
            "What will be different for children, or how it will be seen, is missing.",
            "Write both."),
    WHAT_SHOWS("It is not said where the evidence is or what it shows.", "Write both."),
    NO_EVIDENCE("There is no evidence.", "Attach what shows it, then say that it is done."),
    NOT_DONE("The organisation has not said that it is done.", "Wait until it does."),
    BY_ITSELF(
            "An organisation cannot verify its own work.",
            "Ask another organisation, or an audit post without a line to the owner."),
    HOW_SEEN("It is not said how it was seen.", "Write what was looked at and what it showed."),
    MEASURE_BELOW(
            "Its measure has not met the target in three months in a row since it was re-opened.",
            "Wait for three such months."),
    NOT_VERIFIED("Nobody else has verified it.", "Have it verified first."),
    TOO_SOON(
            "It was verified less than three months ago, and no measure says more.",
            "Look again after three months, or bind it to a measure."),
    NO_LETTER("No letter was sent.", "Send it first."),
    NOT_NATIONAL("It was not made to a national body.", "Record the organisation's answer."),
    LETTER_ANSWERED("The letter was answered.", "Send a new one if the answer is not enough."),
    NO_MEASURE("It is bound to no measure.", "Bind it first."),
    MEASURED_BY_HAND(
            "What a measure was in a month is the system's to say.",
            "Attach what you counted as evidence."),
    NO_SUCH_MEASURE("The system computes no such measure.", "Choose one that it computes."),
    TARGET("A target is between 1 and 100 percent.", "Give such a number."),
    MEASURED_BEFORE("That month is kept as it was measured.", "Leave it."),
    MONTH_RUNS("That month is not over.", "Wait until it is."),
    BY_PUBLICATION(
            "What is published is told by its publication.", "Decide it on the publication page."),
    NOT_PUBLISHED("It is not in the library.", "Nothing is to be decided of it."),
    AGAIN_LATER(
            "It is not said when that is looked at again.",
            "Enter a later day: what is taken down for a time does not stay so unseen."),
    NO_REPORT("No report of that version is written.", "Finish it first."),
    GRADED_BEFORE("This grader graded it.", "Ask another grader."),
    BACKWARDS("An entry cannot be older than the last one.", "Add it as of now.");

    private final String sentence;
    private final String remedy;

    Refusal(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public String sentence() {
        return sentence;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
