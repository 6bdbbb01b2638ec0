package sightline.documents;

import java.util.List;
import java.util.stream.IntStream;

/** What came of reading a file of tables. */
public sealed interface ReadTable {
    /**
     * A table: its rows as cells of text, days as 2026-04-03 where the file has them as days.
     *
     * @param name of the sheet; empty where it has none
     * @param numbers under which its reader finds each row, from 1
     */
    record Table(String name, List<List<String>> rows, List<Integer> numbers) {
        public Table {
            rows = List.copyOf(rows);
            numbers = List.copyOf(numbers);
        }

        /** One in which no row is left out. */
        public Table(String name, List<List<String>> rows) {
            this(name, rows, IntStream.rangeClosed(1, rows.size()).boxed().toList());
        }
    }

    /**
     * The tables that a reader of the file sees.
     *
     * @param leftBehind what is in the file and not in them, in plain words
     */
    record Tables(List<Table> tables, List<String> leftBehind) implements ReadTable {
        public Tables {
            tables = List.copyOf(tables);
            leftBehind = List.copyOf(leftBehind);
        }
    }

    /** Why it cannot be read, and what to do. */
    record Refused(Why why) implements ReadTable {}

    /** Why a file cannot be read. */
    enum Why {
        EMPTY("The file is empty.", "Choose the file that holds the table."),
        TOO_LARGE("The file is larger than 16 MB.", "Save it without pictures, or in parts."),
        TOO_LONG("The table has more than 20,000 rows.", "Hand it in in parts."),
        SWELLS(
                "The file swells to many times its size when it is opened.",
                "Save it again with the program that made it."),
        ENCRYPTED(
                "The file is locked with a password, or of an old kind (DOC, XLS).",
                "Save it without a password as DOCX, XLSX or CSV."),
        NO_TABLE("There is no table in it.", "Hand in the file that holds the table."),
        PDF(
                "A PDF shows a table and holds none; a scan is only its picture.",
                "Ask for the file that it was made from and hand that in as DOCX, XLSX or CSV, or type the rows into the template."),
        OTHER_KIND("The file is no CSV, DOCX or XLSX.", "Save it as one of these."),
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
