package sightline.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why two records are thought to be one person or not: for analysts what each column adds, for
 * everybody else in words.
 *
 * @param steps per column that both records have: what was found, and what it adds
 * @param unknown columns that one or both lack
 * @param beforehand the log-odds, in bits, that two records drawn at random are one person
 * @param bits the log-odds of the whole, in bits
 * @param together whether the clusters have the two together
 */
public record Explanation(
        List<Step> steps, List<String> unknown, double beforehand, double bits, boolean together) {

    /**
     * One column.
     *
     * @param field the column
     * @param level what the comparison found
     * @param bits what it adds to the log-odds, after the columns before it
     */
    public record Step(String field, String level, double bits) {}

    public Explanation {
        steps = List.copyOf(steps);
        unknown = List.copyOf(unknown);
    }

    static Explanation of(Model model, byte[] cells, boolean together) {
        byte[] known = new byte[cells.length];
        for (int c = 0; c < cells.length; c++) {
            known[c] = (byte) model.comparators.get(c).missing();
        }
        double[] scratch = new double[Population.COUNT];
        double before = model.logOdds(known, scratch) / Math.log(2);
        double at = before;
        List<Step> steps = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int c = 0; c < cells.length; c++) {
            Comparator comparator = model.comparators.get(c);
            if (cells[c] == comparator.missing()) {
                unknown.add(comparator.feature.name);
                continue;
            }
            known[c] = cells[c];
            double now = model.logOdds(known, scratch) / Math.log(2);
            String level = comparator.levels.get(Comparator.level(cells[c])).name();
            steps.add(new Step(comparator.feature.name, level, now - at));
            at = now;
        }
        return new Explanation(steps, unknown, before, at, together);
    }

    /** The chance that the two are one person, seen by themselves. */
    public double probability() {
        return 1 / (1 + Math.pow(2, -bits));
    }

    /** In words, with the waterfall of an analyst below. */
    public String text() {
        var out = new StringBuilder();
        out.append(together ? "One person" : "Not one person")
                .append(", as the records were grouped.\n");
        out.append("By themselves, of 1,000 such pairs about ")
                .append(Math.round(1000 * probability()))
                .append(" would be one person.\n");
        out.append("For it: ").append(words(1)).append(".\n");
        out.append("Against it: ").append(words(-1)).append(".\n");
        out.append("Not known: ")
                .append(unknown.isEmpty() ? "nothing" : String.join(", ", unknown));
        out.append(unknown.isEmpty() ? ".\n\n" : "; knowing it could settle the question.\n\n");
        out.append(line("beforehand", "any two records", beforehand));
        steps.forEach(s -> out.append(line(s.field, s.level, s.bits)));
        return out.append(line("together", "", bits)).toString();
    }

    private String words(int sign) {
        List<String> words =
                steps.stream()
                        .filter(s -> Math.signum(s.bits) == sign && Math.abs(s.bits) >= 0.5)
                        .map(s -> s.field + " (" + s.level + ")")
                        .toList();
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static String line(String field, String level, double bits) {
        return String.format(Locale.ROOT, "%-24s %-24s %+7.1f bits%n", field, level, bits);
    }
}
