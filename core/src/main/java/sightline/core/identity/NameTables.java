package sightline.core.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Short forms of given names, and how frequent frequent names are; part of the frozen model. */
final class NameTables {
    private static final double MILLION = 1_000_000;
    private static final double NAMES_UNCHANGED = 0.9;
    private static final Map<String, Set<String>> FULL_FORMS = fullForms();
    private static final Map<String, Integer> GIVEN_WEIGHTS = weights("forename-shares.csv");
    private static final Map<String, Integer> FAMILY_WEIGHTS = weights("surname-shares.csv");

    private NameTables() {}

    /** The name itself and each name for which it is a short form, in upper case. */
    static Set<String> fullForms(String given) {
        return FULL_FORMS.getOrDefault(given, Set.of(given));
    }

    /** Whether one is short for the other, or both are short for one name. */
    static boolean shortForms(String a, String b) {
        var forms = fullForms(b);
        for (var form : fullForms(a)) {
            if (forms.contains(form)) {
                return true;
            }
        }
        return false;
    }

    /** The most that agreeing in this forename can weigh, in tenths of a bit. */
    static int givenLimitTenths(String given) {
        return GIVEN_WEIGHTS.getOrDefault(given, Integer.MAX_VALUE);
    }

    /** The most that agreeing in this family name can weigh, in tenths of a bit. */
    static int familyLimitTenths(String family) {
        return FAMILY_WEIGHTS.getOrDefault(family, Integer.MAX_VALUE);
    }

    private static Map<String, Set<String>> fullForms() {
        var forms = new HashMap<String, Set<String>>();
        for (var row : rows("nicknames.csv")) {
            forms.computeIfAbsent(row[1], shortForm -> new TreeSet<>(Set.of(shortForm)))
                    .add(row[0]);
        }
        return forms;
    }

    private static Map<String, Integer> weights(String table) {
        var weights = new HashMap<String, Integer>();
        for (var row : rows(table)) {
            var share = Integer.parseInt(row[1]) / MILLION;
            var bits = StrictMath.log(NAMES_UNCHANGED / share) / StrictMath.log(2);
            weights.put(row[0], (int) Math.round(bits * 10));
        }
        return weights;
    }

    private static List<String[]> rows(String table) {
        var stream =
                Objects.requireNonNull(
                        NameTables.class.getResourceAsStream(table),
                        () -> "The table " + table + " is missing from the build.");
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.toUpperCase(Locale.ROOT).split(",", 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
