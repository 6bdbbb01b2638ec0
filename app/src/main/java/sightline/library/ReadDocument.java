package sightline.library;

import sightline.core.library.PublishedReview.Section;

import java.util.List;

/** What came of reading a deposited file. */
public sealed interface ReadDocument {
    /**
     * Its text.
     *
     * @param leftBehind what was in the file and is not in the text, in plain words
     */
    record Text(List<Section> sections, int pages, List<String> leftBehind)
            implements ReadDocument {
        public Text {
            sections = List.copyOf(sections);
            leftBehind = List.copyOf(leftBehind);
        }
    }

    /** Why it cannot be read, and what to do. */
    record Refused(Why why) implements ReadDocument {}

    /** Why a file cannot be read. */
    enum Why {
        TOO_LARGE("The file is larger than 200 MB.", "Save it with smaller pictures, or in parts."),
        TOO_LONG(
                "The text is longer than 3,000 pages or 6 million letters.",
                "Deposit the report in parts."),
        SWELLS(
                "The file swells to many times its size when it is opened.",
                "Save it again with the program that made it."),
        ENCRYPTED("The file is locked with a password.", "Save it without a password."),
        NO_TEXT(
                "The pages are pictures without text.",
                "Run text recognition over the scan, and read the result against it."),
        OTHER_KIND("The file is neither a PDF nor a DOCX.", "Save it as one of these."),
        DAMAGED("The file is damaged.", "Open it and save it again.");

        private final String sentence;
        private final String remedy;

        Why(String sentence, String remedy) {
            this.sentence = sentence;
            this.remedy = remedy;
        }

        /** What is wrong, and what to do. */
        public String says() {
            return sentence + " " + remedy;
        }
    }
}
