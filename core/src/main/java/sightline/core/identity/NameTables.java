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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Short forms of given names, whose names they are and how frequent; part of the frozen model. */
final class NameTables {
    private static final double MILLION = 1_000_000;
    private static final double NAMES_UNCHANGED = 0.9;
    private static final Map<String, Set<String>> FULL_FORMS = fullForms();
    private static final Map<String, Integer> GIVEN_WEIGHTS = weights("forename-shares.csv");
    private static final Map<String, Optional<Sex>> BORN = born();
    private static final Map<String, Integer> FAMILY_WEIGHTS = weights("surname-shares.csv");

    private NameTables() {}

    /** The name itself and each name for which it is a short form, in upper case. */
    static Set<String> fullForms(String given) {
        return FULL_FORMS.getOrDefault(given, Set.of(given));
    }

    /** Whether one is short for the other. */
    static boolean shortForm(String a, String b) {
        return fullForms(a).contains(b) || fullForms(b).contains(a);
    }

    /** Whether both are names that many children were given. */
    static boolean given(String a, String b) {
        return BORN.containsKey(a) && BORN.containsKey(b);
    }

    /** Whether both are among the most frequent names. */
    static boolean frequent(String a, String b) {
        return GIVEN_WEIGHTS.containsKey(a) && GIVEN_WEIGHTS.containsKey(b);
    }

    /** Whether a name is a boy's or a girl's; nothing where it is rare, or given to both. */
    static Optional<Sex> sexOf(String given) {
        return BORN.getOrDefault(given, Optional.empty());
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
        for (var table : List.of("nicknames.csv", "spoken-forms.csv")) {
            for (var row : rows(table)) {
                forms.computeIfAbsent(row[1], shortForm -> new TreeSet<>(Set.of(shortForm)))
                        .add(row[0]);
            }
        }
        return forms;
    }

    private static Map<String, Optional<Sex>> born() {
        var born = new HashMap<String, Optional<Sex>>();
        for (var row : rows("forename-births.csv")) {
            var sex =
                    switch (row[1]) {
                        case "F" -> Optional.of(Sex.FEMALE);
                        case "M" -> Optional.of(Sex.MALE);
                        default -> Optional.<Sex>empty();
                    };
            born.put(row[0], sex);
        }
        return born;
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
