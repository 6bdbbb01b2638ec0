package sightline.register;

/**
 * Why a row is set aside. No value of the row stands in it.
 *
 * @param column the heading of the column; empty where it is the row as a whole
 * @param says what is wrong
 * @param fix what to do
 */
public record RowProblem(String column, String says, String fix) {
    static RowProblem at(ImportColumn column, String says, String fix) {
        return new RowProblem(column.heading(), says, fix);
    }

    static RowProblem row(String says, String fix) {
        return new RowProblem("", says, fix);
    }
}
