package sightline.feeds;

import java.util.List;

/** What a row of a CSV file became. */
public sealed interface CsvRow {
    /** Its number, as a person counts: the first after the header is 1. */
    int number();

    /**
     * A message.
     *
     * @param json in one line
     */
    record Message(int number, String json) implements CsvRow {
        @Override
        public String toString() {
            return "Message[row " + number + "]";
        }
    }

    /** It could not become one; the field of each problem is where in the message it would go. */
    record Bad(int number, List<Problem> problems) implements CsvRow {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
