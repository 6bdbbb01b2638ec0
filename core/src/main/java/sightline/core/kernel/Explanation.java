package sightline.core.kernel;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lines that explain a count, of which a long run loses its middle and says so. Most counts are
 * never explained to anybody, so a line is put into words when it is read.
 */
public final class Explanation {
    static final int MAX_LINES = 100;
    private static final int KEPT_LAST = 9;
    private static final int KEPT_FIRST = MAX_LINES - KEPT_LAST - 1;

    private final List<Supplier<String>> first = new ArrayList<>();
    private final Deque<Supplier<String>> last = new ArrayDeque<>();
    private int left;

    /** Goes on from lines of before, none of which is put into words by that. */
    static Explanation from(List<String> before) {
        var explanation = new Explanation();
        for (int i = 0; i < before.size(); i++) {
            int line = i;
            explanation.add(() -> before.get(line));
        }
        return explanation;
    }

    void add(Supplier<String> line) {
        if (first.size() < KEPT_FIRST) {
            first.add(line);
            return;
        }
        last.addLast(line);
        if (last.size() > KEPT_LAST) {
            last.removeFirst();
            left++;
        }
    }

    /** What was written down so far, unchanged by what is added later. */
    List<String> lines() {
        var lines = new ArrayList<>(first);
        if (left > 0) {
            var count = left;
            lines.add(() -> "(" + count + " lines left out)");
        }
        lines.addAll(last);
        return new Lines(List.copyOf(lines));
    }

    /** Keeps lines as they are, and any other list as a copy. */
    public static List<String> kept(List<String> lines) {
        return lines instanceof Lines ? lines : List.copyOf(lines);
    }

    private static final class Lines extends AbstractList<String> {
        private final List<Supplier<String>> lines;

        Lines(List<Supplier<String>> lines) {
            this.lines = lines;
        }

        @Override
        public String get(int index) {
            return lines.get(index).get();
        }

        @Override
        public int size() {
            return lines.size();
        }
    }
}
