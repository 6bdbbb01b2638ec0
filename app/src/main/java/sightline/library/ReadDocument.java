package sightline.library;

import sightline.core.library.PublishedReview.Section;

import java.util.List;
import java.util.stream.Collectors;

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

    /** That it has text which its reader does not see. Somebody looks before it is published. */
    record Hidden(How how, List<Integer> pages) implements ReadDocument {
        private static final int TOLD_MAX = 10;

        public Hidden {
            pages = List.copyOf(pages);
        }

        /** What is wrong, where, and what to do. */
        public String says() {
            String where =
                    pages.stream()
                            .limit(TOLD_MAX)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
            return how.sentence
                    + (pages.size() == 1 ? " Look at page " : " Look at pages ")
                    + where
                    + (pages.size() > TOLD_MAX
                            ? " and " + (pages.size() - TOLD_MAX) + " more. "
                            : ". ")
                    + how.remedy;
        }
    }

    /** How text is hidden; the first that a file has is told. */
    enum How {
        COVERED(
                "Something is drawn over text, and the text is still there.",
                "Take the text itself out, not only what shows of it, and deposit the new file."),
        INVISIBLE(
                "Some text is invisible.",
                "Take it out. Where it was recognised from a scan, read it against the scan, and deposit it as text that shows."),
        SAME_COLOUR(
                "Some text has the colour of what it stands on.",
                "Take it out, or give it a colour that shows."),
        OUTSIDE("Some text stands outside what shows of the page.", "Take it out.");

        private final String sentence;
        private final String remedy;

        How(String sentence, String remedy) {
            this.sentence = sentence;
            this.remedy = remedy;
        }
    }

    /** Why a file cannot be read. */
    enum Why {
        TOO_LARGE("The file is larger than 200 MB.", "Save it with smaller pictures, or in parts."),
        TOO_LARGE_TO_SEND(
                "The file is larger than 32 MB.", "Save it with smaller pictures, or in parts."),
        TOO_LONG(
                "The text is longer than 3,000 pages or 6 million letters.",
                "Deposit the report in parts."),
        SWELLS(
                "The file swells to many times its size when it is opened.",
                "Save it again with the program that made it."),
        ENCRYPTED("The file is locked with a password.", "Save it without a password."),
        NO_TEXT(
                "The pages are pictures without text.",
                "Run text recognition over the scan, read the result against it, and deposit it as text that shows."),
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
