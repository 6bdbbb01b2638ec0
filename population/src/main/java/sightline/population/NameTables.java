package sightline.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packed name tables, ready to draw from. */
final class NameTables {

    private final Map<String, Weighted> forenames = new HashMap<>();
    private final Map<String, List<String>> systems = new HashMap<>();
    private final Map<String, List<String>> nicknames = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Weighted surnames = new Weighted();

    private NameTables() {}

    static NameTables packed() {
        NameTables tables = new NameTables();
        tables.readForenames("forenames.csv");
        tables.readForenames("forenames-before-1996.csv");
        for (List<String> row : Resources.rows("surnames-stand-in.csv")) {
            tables.surnames.add(row.get(0), Integer.parseInt(row.get(1)));
        }
        for (List<String> row : Resources.rows("naming-systems.csv")) {
            String key = row.get(0) + "/" + row.get(1);
            tables.systems.computeIfAbsent(key, k -> new ArrayList<>()).add(row.get(2));
        }
        for (List<String> row : Resources.rows("forename-variants.csv")) {
            var kind = row.get(2).equals("nickname") ? tables.nicknames : tables.spellings;
            kind.computeIfAbsent(row.get(0), k -> new ArrayList<>()).add(row.get(1));
        }
        return tables;
    }

    /** A forename by its frequency in the year of birth, or in the nearest years that are known. */
    String forename(Draw draw, Sex sex, int birthYear) {
        return weighted(bandOf(birthYear) + sex.slug()).draw(draw);
    }

    /** A surname by its frequency in the stand-in table. */
    String surname(Draw draw) {
        return surnames.draw(draw);
    }

    /** A name of a minority naming system: part F, M or S. */
    String ofSystem(Draw draw, NamingSystem system, String part) {
        List<String> names = systems.get(system.slug() + "/" + part);
        if (names == null) {
            throw new IllegalStateException("no names " + part + " for " + system.slug());
        }
        double skewed = draw.unit() * draw.unit();
        return names.get((int) (skewed * names.size()));
    }

    /** Familiar forms of a forename that comparators are not told. */
    List<String> nicknamesOf(String forename) {
        return nicknames.getOrDefault(forename, List.of());
    }

    /** Other spellings of a forename that comparators are not told. */
    List<String> spellingsOf(String forename) {
        return spellings.getOrDefault(forename, List.of());
    }

    private Weighted weighted(String key) {
        Weighted weighted = forenames.get(key);
        if (weighted == null) {
            throw new IllegalStateException("no forenames for " + key);
        }
        return weighted;
    }

    private void readForenames(String table) {
        for (List<String> row : Resources.rows(table)) {
            Sex sex = row.get(2).equals("F") ? Sex.FEMALE : Sex.MALE;
            String key = bandOf(Integer.parseInt(row.get(0))) + sex.slug();
            forenames
                    .computeIfAbsent(key, k -> new Weighted())
                    .add(row.get(3), Integer.parseInt(row.get(4)));
        }
    }

    private static int bandOf(int birthYear) {
        int[] starts = {2016, 2011, 2006, 2001, 1996, 1975, 1960, 1945};
        for (int start : starts) {
            if (birthYear >= start) {
                return start;
            }
        }
        return 1925;
    }

    /** Names with counts, drawn in proportion. */
    private static final class Weighted {
        private final List<String> names = new ArrayList<>();
        private long[] cumulative = new long[64];

        void add(String name, long count) {
            int size = names.size();
            if (size == cumulative.length) {
                cumulative = Arrays.copyOf(cumulative, size * 2);
            }
            cumulative[size] = (size == 0 ? 0 : cumulative[size - 1]) + count;
            names.add(name);
        }

        String draw(Draw draw) {
            int size = names.size();
            long at = (long) (draw.unit() * cumulative[size - 1]);
            int found = Arrays.binarySearch(cumulative, 0, size, at);
            return names.get(found >= 0 ? Math.min(found + 1, size - 1) : -found - 1);
        }
    }
}
