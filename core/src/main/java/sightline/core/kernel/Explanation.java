package sightline.core.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lines that explain a count, of which a long run loses its middle and says so. */
final class Explanation {
    static final int MAX_LINES = 100;
    private static final int KEPT_LAST = 9;
    private static final int KEPT_FIRST = MAX_LINES - KEPT_LAST - 1;

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private int left;

    void add(String line) {
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

    List<String> lines() {
        var lines = new ArrayList<>(first);
        if (left > 0) {
            lines.add("(" + left + " lines left out)");
        }
        lines.addAll(last);
        return List.copyOf(lines);
    }
}
