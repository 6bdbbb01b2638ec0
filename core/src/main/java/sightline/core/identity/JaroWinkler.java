package sightline.core.identity;

/** Jaro-Winkler similarity by its standard definition: prefix of at most 4, scale 0.1. */
final class JaroWinkler {
    private static final int PREFIX_MAX = 4;
    private static final double SCALE = 0.1;

    private JaroWinkler() {}

    /** From 0, nothing in common, to 1, equal. */
    static double similarity(String a, String b) {
        var jaro = jaro(a, b);
        var prefix = 0;
        var shorter = Math.min(a.length(), b.length());
        while (prefix < Math.min(PREFIX_MAX, shorter) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * SCALE * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        var window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        var matchedA = new boolean[a.length()];
        var matchedB = new boolean[b.length()];
        var matches = 0;
        for (var i = 0; i < a.length(); i++) {
            var end = Math.min(b.length(), i + window + 1);
            for (var j = Math.max(0, i - window); j < end; j++) {
                if (!matchedB[j] && a.charAt(i) == b.charAt(j)) {
                    matchedA[i] = true;
                    matchedB[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        var transpositions = outOfOrder(a, b, matchedA, matchedB) / 2.0;
        return (m / a.length() + m / b.length() + (m - transpositions) / m) / 3;
    }

    private static int outOfOrder(String a, String b, boolean[] matchedA, boolean[] matchedB) {
        var count = 0;
        var j = 0;
        for (var i = 0; i < a.length(); i++) {
            if (!matchedA[i]) {
                continue;
            }
            while (!matchedB[j]) {
                j++;
            }
            if (a.charAt(i) != b.charAt(j)) {
                count++;
            }
            j++;
        }
        return count;
    }
}
