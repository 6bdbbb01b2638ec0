package sightline.population;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which pairs of name variants make errors here and which are left for comparators to know.
 *
 * <p>If a matcher knew every variant that the generator uses, its accuracy on generated people
 * would say nothing. So each unordered pair goes to one side: 32-bit FNV-1a over the UTF-8 bytes of
 * the two lower-case names, the smaller first, joined by {@code |}; odd belongs to population, even
 * may go into a comparator's tables.
 */
public final class NameSplit {

    private NameSplit() {}

    /** True when the pair is used for errors here and so must not be in a comparator's tables. */
    public static boolean belongsToPopulation(String name, String variant) {
        String a = name.toLowerCase(Locale.ROOT);
        String b = variant.toLowerCase(Locale.ROOT);
        String pair = a.compareTo(b) <= 0 ? a + "|" + b : b + "|" + a;
        int hash = 0x811c9dc5;
        for (byte each : pair.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x01000193;
        }
        return (hash & 1) == 1;
    }
}
