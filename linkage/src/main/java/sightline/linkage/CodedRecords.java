package sightline.linkage;

/** The records of a run as numbers of values, in their order: what is sent to workers of them. */
public final class CodedRecords {
    private final CodeMatrix codes;
    private final int size;

    CodedRecords(CodeMatrix codes, int size) {
        this.codes = codes;
        this.size = size;
    }

    CodeMatrix codes() {
        return codes;
    }

    /** How many records. */
    public int size() {
        return size;
    }

    /** How many numbers {@link #rows} has for a record: its own, and one for each column. */
    public int width() {
        return 1 + codes.columns();
    }

    /** The records from one number to before another: for each its number, then its values'. */
    public int[] rows(int from, int to) {
        int width = width();
        int[] rows = new int[Math.multiplyExact(to - from, width)];
        for (int record = from, at = 0; record < to; record++, at += width) {
            rows[at] = record;
            System.arraycopy(codes.numbers(), codes.start(record), rows, at + 1, width - 1);
        }
        return rows;
    }
}
