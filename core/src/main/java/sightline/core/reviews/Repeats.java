package sightline.core.reviews;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recommendations that were made before in other words. Words that few recommendations have weigh
 * more than those that many have.
 */
public final class Repeats {
    /** Of the weight of a recommendation's words, the part that another must share, in percent. */
    public static final int SHARED_PERCENT = 60;

    private static final int MOST = 20;

    private Repeats() {}

    /** A recommendation that was made elsewhere. */
    public record Made(String review, int number, String text) {}

    /** One that says much the same. */
    public record Repeat(Made made, int sharedPercent) {}

    /** Those of others that say much the same as one, the most alike first. */
    public static List<Repeat> of(String text, List<Made> others) {
        Set<String> own = PlainWords.of(text);
        List<Set<String>> words = others.stream().map(o -> PlainWords.of(o.text())).toList();
        Map<String, Double> weights = new HashMap<>();
        double all = 0;
        for (String word : own) {
            long having = 1 + words.stream().filter(w -> w.contains(word)).count();
            double weight = Math.log(1 + (1.0 + others.size()) / having);
            weights.put(word, weight);
            all += weight;
        }
        double whole = all;
        return java.util.stream.IntStream.range(0, others.size())
                .mapToObj(i -> new Repeat(others.get(i), shared(weights, words.get(i), whole)))
                .filter(r -> r.sharedPercent() >= SHARED_PERCENT)
                .sorted(
                        Comparator.comparingInt(Repeat::sharedPercent)
                                .reversed()
                                .thenComparing(r -> r.made().review())
                                .thenComparingInt(r -> r.made().number()))
                .limit(MOST)
                .toList();
    }

    private static int shared(Map<String, Double> weights, Set<String> other, double whole) {
        double shared =
                weights.entrySet().stream()
                        .filter(e -> other.contains(e.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        return whole == 0 ? 0 : (int) Math.round(100 * shared / whole);
    }
}
