package sightline.linkage;

import java.util.List;

/**
 * Numbers of several columns laid out record by record, so that one record is one place in memory.
 */
final class CodeMatrix {
    private final int[] numbers;
    private final int columns;

    private CodeMatrix(int[] numbers, int columns) {
        this.numbers = numbers;
        this.columns = columns;
    }

    static CodeMatrix of(List<int[]> columns, int rows) {
        int width = columns.size();
        int[] numbers = new int[Math.multiplyExact(rows, width)];
        for (int c = 0; c < width; c++) {
            int[] column = columns.get(c);
            for (int row = 0, at = c; row < rows; row++, at += width) {
                numbers[at] = column[row];
            }
        }
        return new CodeMatrix(numbers, width);
    }

    /** Where the record begins. */
    int start(int row) {
        return row * columns;
    }

    int at(int place) {
        return numbers[place];
    }

    int columns() {
        return columns;
    }

    /** Writes the first numbers of some rows one after another. */
    void layOut(int[] rows, int from, int count, int width, int[] to) {
        for (int k = 0, at = 0; k < count; k++) {
            int own = start(rows[from + k]);
            for (int c = 0; c < width; c++) {
                to[at++] = numbers[own + c];
            }
        }
    }

    /** All numbers, record by record. */
    int[] numbers() {
        return numbers;
    }
}
