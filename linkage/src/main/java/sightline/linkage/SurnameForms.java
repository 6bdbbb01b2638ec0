package sightline.linkage;

import java.util.Set;

/**
 * Forms of one surname that differ by rule, in folded spelling: a daughter's and a son's, by father
 * or by husband (Petrov and Petrova, Kowalski and Kowalska, Kazlauskas and Kazlauskiene), and words
 * set before it or left out (al Hassan, van der Berg, O Brien, Mac Donald).
 */
final class SurnameForms {
    /** Endings, each family of them with one stem: longest first within a family. */
    private static final String[][] ENDINGS = {
        {"ovskaya", "ovsk"},
        {"ovskaia", "ovsk"},
        {"ovskiy", "ovsk"},
        {"ovskii", "ovsk"},
        {"ovsky", "ovsk"},
        {"skaya", "sk"},
        {"skaia", "sk"},
        {"skiy", "sk"},
        {"skii", "sk"},
        {"skyi", "sk"},
        {"sky", "sk"},
        {"ski", "sk"},
        {"ska", "sk"},
        {"cka", "ck"},
        {"cki", "ck"},
        {"cky", "ck"},
        {"dzka", "dzk"},
        {"dzki", "dzk"},
        {"ova", "ov"},
        {"ov", "ov"},
        {"eva", "ev"},
        {"ev", "ev"},
        {"off", "ov"},
        {"eff", "ev"},
        {"ina", "in"},
        {"in", "in"},
        {"ovich", "ov"},
        {"ovna", "ov"},
        {"evich", "ev"},
        {"evna", "ev"},
        {"auskas", "ausk"},
        {"auskiene", "ausk"},
        {"auskaite", "ausk"},
        {"aite", "a"},
        {"iene", "i"},
        {"sdottir", "son"},
        {"dottir", "son"},
        {"sdotter", "son"},
        {"sson", "son"},
        {"ssen", "son"},
        {"sen", "son"},
        {"son", "son"},
    };

    private static final Set<String> BEFORE =
            Set.of(
                    "al", "el", "bin", "ibn", "bint", "ben", "abu", "van", "von", "der", "den",
                    "de", "het", "ter", "ten", "la", "le", "du", "da", "di", "del", "della", "dos",
                    "das", "do", "o", "mac", "mc", "san", "st", "zu", "af", "av");
    private static final int SHORTEST = 3;

    private SurnameForms() {}

    /** What is left of the name when such words and endings are taken off. */
    static String stem(String folded) {
        String core = core(folded);
        for (String[] ending : ENDINGS) {
            if (core.endsWith(ending[0]) && core.length() >= ending[0].length() + SHORTEST) {
                return core.substring(0, core.length() - ending[0].length()) + ending[1];
            }
        }
        return core;
    }

    private static String core(String folded) {
        int from = 0;
        int blank = folded.indexOf(' ');
        while (blank > 0 && BEFORE.contains(folded.substring(from, blank))) {
            from = blank + 1;
            blank = folded.indexOf(' ', from);
        }
        String left = folded.substring(from);
        if (left.startsWith("mac") && left.length() > 6) {
            left = left.substring(3);
        } else if (left.startsWith("mc") && left.length() > 5) {
            left = left.substring(2);
        }
        return left.replace(" ", "");
    }
}
