package sightline.core.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text beside what became of it, paragraph by paragraph, with the words that differ. What was
 * taken out stands on one side, what was put in its place on the other.
 */
public final class Compared {
    private static final Pattern WORD = Pattern.compile("\\S*\\[left out: [a-z ]+]\\S*|\\S+");

    /** Beyond it no word is compared with another: the paragraphs differ as wholes. */
    private static final int CELLS_MAX = 1_000_000;

    /** Beyond it paragraphs between two that are the same are paired in their order. */
    private static final int PAIRS_MAX = 40_000;

    private static final double ALIKE = 0.3;

    private Compared() {}

    /** Some words one after another; whether the other side does not have them there. */
    public record Piece(String text, boolean differs) {}

    /**
     * A paragraph of each side; of one side alone where the other has none.
     *
     * @param place which paragraph of the text that it became, from 0; of one that is gone, the
     *     place before which it stood
     */
    public record Row(int place, List<Piece> before, List<Piece> after) {
        public Row {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** Whether anything differs. */
        public boolean differs() {
            return before.stream().anyMatch(Piece::differs)
                    || after.stream().anyMatch(Piece::differs);
        }
    }

    /** Every paragraph of both, in order. */
    public static List<Row> of(List<String> before, List<String> after) {
        List<Row> rows = new ArrayList<>();
        int b = 0;
        int a = 0;
        for (int[] same : anchors(before, after)) {
            between(rows, before.subList(b, same[0]), after.subList(a, same[1]), a);
            rows.add(row(same[1], before.get(same[0]), after.get(same[1])));
            b = same[0] + 1;
            a = same[1] + 1;
        }
        between(rows, before.subList(b, before.size()), after.subList(a, after.size()), a);
        return List.copyOf(rows);
    }

    /** Paragraphs that stand once in each and are the same, as many as stand in one order. */
    private static List<int[]> anchors(List<String> before, List<String> after) {
        Map<String, Integer> places = once(after);
        Map<String, Integer> own = once(before);
        List<int[]> common = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Integer at = places.get(before.get(i));
            Integer here = own.get(before.get(i));
            if (at != null && here != null && at >= 0 && here >= 0) {
                common.add(new int[] {i, at});
            }
        }
        return longestInOrder(common);
    }

    private static Map<String, Integer> once(List<String> of) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < of.size(); i++) {
            places.merge(of.get(i), i, (_, _) -> -1);
        }
        return places;
    }

    private static List<int[]> longestInOrder(List<int[]> pairs) {
        int[] ends = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        List<int[]> chosen = new ArrayList<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
            chosen.addFirst(pairs.get(i));
        }
        return chosen;
    }

    private static void between(
            List<Row> rows, List<String> before, List<String> after, int firstPlace) {
        int b = 0;
        int a = 0;
        for (int[] pair : pairs(before, after)) {
            gap(rows, before.subList(b, pair[0]), after.subList(a, pair[1]), firstPlace + a);
            rows.add(row(firstPlace + pair[1], before.get(pair[0]), after.get(pair[1])));
            b = pair[0] + 1;
            a = pair[1] + 1;
        }
        gap(rows, before.subList(b, before.size()), after.subList(a, after.size()), firstPlace + a);
    }

    /** Paragraphs without a likeness: as many on both sides became each other in their order. */
    private static void gap(List<Row> rows, List<String> before, List<String> after, int place) {
        if (before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                rows.add(row(place + i, before.get(i), after.get(i)));
            }
            return;
        }
        before.forEach(gone -> rows.add(new Row(place, whole(gone), List.of())));
        for (int i = 0; i < after.size(); i++) {
            rows.add(new Row(place + i, List.of(), whole(after.get(i))));
        }
    }

    private static List<Piece> whole(String text) {
        return List.of(new Piece(text, true));
    }

    /** Which paragraph became which, by the words that they share; of very many by their order. */
    private static List<int[]> pairs(List<String> before, List<String> after) {
        List<int[]> pairs = new ArrayList<>();
        long cells = (long) before.size() * after.size();
        if (cells > PAIRS_MAX) {
            for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
                pairs.add(new int[] {i, i});
            }
            return pairs;
        }
        List<List<String>> left = before.stream().map(Compared::words).toList();
        List<List<String>> right = after.stream().map(Compared::words).toList();
        return path(before.size(), after.size(), (i, j) -> alikeness(left.get(i), right.get(j)));
    }

    private static double alikeness(List<String> one, List<String> other) {
        Map<String, Integer> counts = new HashMap<>();
        one.forEach(w -> counts.merge(w, 1, Integer::sum));
        long shared = other.stream().filter(w -> counts.merge(w, -1, Integer::sum) >= 0).count();
        double alike = 2.0 * shared / Math.max(1, one.size() + other.size());
        return alike < ALIKE ? 0 : alike;
    }

    /** How well two belong together; 0 when they do not. */
    private interface Fit {
        double of(int i, int j);
    }

    /** The pairs, in order on both sides, that fit best taken together. */
    private static List<int[]> path(int left, int right, Fit fit) {
        double[][] best = new double[left + 1][right + 1];
        double[][] fits = new double[left][right];
        for (int i = left - 1; i >= 0; i--) {
            for (int j = right - 1; j >= 0; j--) {
                fits[i][j] = fit.of(i, j);
                double paired = fits[i][j] > 0 ? fits[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left && j < right) {
            if (fits[i][j] > 0 && best[i][j] == fits[i][j] + best[i + 1][j + 1]) {
                pairs.add(new int[] {i++, j++});
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    private static List<String> words(String text) {
        Matcher matcher = WORD.matcher(text);
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static Row row(int place, String before, String after) {
        List<String> left = words(before);
        List<String> right = words(after);
        int first = 0;
        while (first < Math.min(left.size(), right.size())
                && left.get(first).equals(right.get(first))) {
            first++;
        }
        int last = 0;
        while (last < Math.min(left.size(), right.size()) - first
                && left.get(left.size() - 1 - last).equals(right.get(right.size() - 1 - last))) {
            last++;
        }
        List<String> leftInner = left.subList(first, left.size() - last);
        List<String> rightInner = right.subList(first, right.size() - last);
        boolean[] keptLeft = new boolean[left.size()];
        boolean[] keptRight = new boolean[right.size()];
        for (int i = 0; i < left.size(); i++) {
            keptLeft[i] = i < first || i >= left.size() - last;
        }
        for (int i = 0; i < right.size(); i++) {
            keptRight[i] = i < first || i >= right.size() - last;
        }
        if ((long) leftInner.size() * rightInner.size() <= CELLS_MAX) {
            for (int[] same :
                    path(
                            leftInner.size(),
                            rightInner.size(),
                            (i, j) -> leftInner.get(i).equals(rightInner.get(j)) ? 1 : 0)) {
                keptLeft[first + same[0]] = true;
                keptRight[first + same[1]] = true;
            }
        }
        return new Row(place, pieces(left, keptLeft), pieces(right, keptRight));
    }

    private static List<Piece> pieces(List<String> words, boolean[] kept) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || kept[i] != kept[from]) {
                pieces.add(new Piece(String.join(" ", words.subList(from, i)), !kept[from]));
                from = i;
            }
        }
        return pieces;
    }
}
