package sightline.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which names are forms of one another: from tables, in folded spelling. */
final class Names {
    private static final String GIVEN = "name-variants.csv";
    private static final String SURNAMES = "surname-variants.csv";

    private static final int[] NONE = {};

    private final Map<String, int[]> given;
    private final Map<String, int[]> surnames;

    private Names(Map<String, int[]> given, Map<String, int[]> surnames) {
        this.given = given;
        this.surnames = surnames;
    }

    /** No tables. */
    static Names none() {
        return new Names(Map.of(), Map.of());
    }

    /** The tables of this library. */
    static Names load() {
        return new Names(groups(GIVEN, 8192), groups(SURNAMES, 1024));
    }

    private static Map<String, int[]> groups(String table, int size) {
        Map<String, int[]> groups = new HashMap<>(size);
        try (InputStream in = Names.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException(table + " is not in the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int group = 0;
            String line;
            while ((line = reader.readLine()) != null) {
                if (line.startsWith("#")) {
                    continue;
                }
                for (String name : line.split(",")) {
                    int[] old = groups.get(name);
                    int[] now = old == null ? new int[1] : Arrays.copyOf(old, old.length + 1);
                    now[now.length - 1] = group;
                    groups.put(name, now);
                }
                group++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups;
    }

    /** Whether the tables have the given name at all. */
    boolean known(String name) {
        return given.containsKey(name);
    }

    /** The groups of given names that are forms of one, in order, that a name is in. */
    int[] formsOf(String name) {
        return given.getOrDefault(name, NONE);
    }

    /** The groups of surnames that are forms of one, in order, that a surname is in. */
    int[] surnameFormsOf(String name) {
        return surnames.getOrDefault(name, NONE);
    }

    /** Whether there is a group that both are in. */
    static boolean meet(int[] x, int[] y) {
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            if (x[i] == y[j]) {
                return true;
            }
            if (x[i] < y[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
