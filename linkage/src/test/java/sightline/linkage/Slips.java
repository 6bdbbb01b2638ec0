package sightline.linkage;

import java.util.List;
import java.util.Random;

/**
 * Errors of writing, of another process than {@link MadeUp}'s: keys, eyes, ears and narrow columns.
 */
final class Slips {
    private static final List<String> KEYS =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890");
    private static final String[][] EYES = {
        {"m", "rn"},
        {"l", "1"},
        {"o", "0"},
        {"cl", "d"},
        {"e", "c"},
        {"5", "s"},
        {"8", "3"},
        {"h", "b"},
        {"1", "7"}
    };
    private static final String[][] EARS = {
        {"ph", "f"},
        {"ck", "k"},
        {"ie", "y"},
        {"ee", "ea"},
        {"th", "t"},
        {"ll", "l"},
        {"nn", "n"},
        {"c", "k"},
        {"z", "s"},
        {"ey", "y"},
        {"ai", "a"},
        {"ou", "u"}
    };

    private final Random random;

    Slips(Random random) {
        this.random = random;
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    /** One error somewhere in the value. */
    String slip(String value) {
        if (value.length() < 2) {
            return value;
        }
        return switch (random.nextInt(6)) {
            case 0 -> swapped(value);
            case 1 ->
                    value.length() > 8
                            ? value.substring(0, 8 + random.nextInt(value.length() - 7))
                            : without(value);
            case 2 -> misread(value, EYES);
            case 3 -> misread(value, EARS);
            case 4 -> without(value);
            default -> mistyped(value);
        };
    }

    private String swapped(String v) {
        int at = random.nextInt(v.length() - 1);
        return v.substring(0, at) + v.charAt(at + 1) + v.charAt(at) + v.substring(at + 2);
    }

    private String without(String v) {
        int at = random.nextInt(v.length());
        return v.substring(0, at) + v.substring(at + 1);
    }

    private String misread(String v, String[][] table) {
        int from = random.nextInt(table.length);
        for (int i = 0; i < table.length; i++) {
            String[] pair = table[(from + i) % table.length];
            int at = v.toLowerCase(java.util.Locale.ROOT).indexOf(pair[0]);
            if (at >= 0) {
                return v.substring(0, at) + pair[1] + v.substring(at + pair[0].length());
            }
        }
        return mistyped(v);
    }

    private String mistyped(String v) {
        int at = random.nextInt(v.length());
        char c = Character.toLowerCase(v.charAt(at));
        for (String row : KEYS) {
            int key = row.indexOf(c);
            if (key >= 0) {
                char other =
                        row.charAt(
                                key == 0
                                        ? 1
                                        : key == row.length() - 1 || chance(0.5)
                                                ? key - 1
                                                : key + 1);
                return v.substring(0, at) + other + v.substring(at + 1);
            }
        }
        return swapped(v);
    }

    /** A date (yyyy-mm-dd) written down wrongly. */
    String date(String v) {
        if (v.length() != 10) {
            return v;
        }
        int year = Integer.parseInt(v.substring(0, 4));
        return switch (random.nextInt(6)) {
            case 0 ->
                    v.substring(8).compareTo("12") <= 0
                            ? v.substring(0, 5) + v.substring(8) + v.substring(4, 7)
                            : v;
            case 1 -> (year + (chance(0.5) ? 1 : -1)) + v.substring(4);
            case 2 -> v.substring(0, 8) + "%02d".formatted(1 + random.nextInt(28));
            case 3 -> v.substring(0, 5) + "%02d".formatted(1 + random.nextInt(12)) + v.substring(7);
            case 4 -> v.substring(0, 2) + v.charAt(3) + v.charAt(2) + v.substring(4);
            default -> {
                int at = List.of(3, 6, 9).get(random.nextInt(3));
                yield v.substring(0, at)
                        + (char) ('0' + (v.charAt(at) - '0' + 1 + random.nextInt(8)) % 10)
                        + v.substring(at + 1);
            }
        };
    }

    /** A line of words with one lost, two that changed places, or one cut short. */
    String words(String v) {
        String[] w = v.split(" ");
        if (w.length < 2) {
            return slip(v);
        }
        int at = random.nextInt(w.length - 1);
        switch (random.nextInt(4)) {
            case 0 -> w[at + 1] = "";
            case 1 -> {
                String first = w[at];
                w[at] = w[at + 1];
                w[at + 1] = first;
            }
            case 2 -> w[at] = w[at].length() > 4 ? w[at].substring(0, 3) + "." : w[at];
            default -> w[at] = slip(w[at]);
        }
        return String.join(" ", w).replace("  ", " ").strip();
    }
}
