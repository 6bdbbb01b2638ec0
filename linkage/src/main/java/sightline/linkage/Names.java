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

/** Which given names are forms of one another: from tables, in folded spelling. */
final class Names {
    private static final String TABLE = "name-variants.csv";

    private final Map<String, int[]> groups;

    private Names(Map<String, int[]> groups) {
        this.groups = groups;
    }

    /** The tables of this library. */
    static Names load() {
        Map<String, int[]> groups = new HashMap<>(8192);
        try (InputStream in = Names.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is not in the jar");
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
        return new Names(groups);
    }

    /** Whether the tables have the name at all. */
    boolean known(String name) {
        return groups.containsKey(name);
    }

    /** Whether the tables have the two names as forms of one. */
    boolean variants(String a, String b) {
        int[] x = groups.get(a);
        if (x == null) {
            return false;
        }
        int[] y = groups.get(b);
        if (y == null) {
            return false;
        }
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
