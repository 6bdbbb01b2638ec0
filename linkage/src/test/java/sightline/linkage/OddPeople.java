package sightline.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People in households with names as frequent as they are in life, for {@link OddSets}. */
final class OddPeople {
    /** Names to draw from, each as often as it is borne. */
    private static final class Bag {
        private final List<String> names = new ArrayList<>();
        private double[] upTo = new double[64];

        void add(String name, double times) {
            if (names.size() == upTo.length) {
                upTo = Arrays.copyOf(upTo, upTo.length * 2);
            }
            upTo[names.size()] = (names.isEmpty() ? 0 : upTo[names.size() - 1]) + times;
            names.add(name);
        }

        String draw(Random random) {
            int at =
                    Arrays.binarySearch(
                            upTo, 0, names.size(), random.nextDouble() * upTo[names.size() - 1]);
            return names.get(at < 0 ? -at - 1 : at);
        }
    }

    private static final String[] ROADS = {
        "Road", "Street", "Lane", "Close", "Avenue", "Way", "Court", "Hill"
    };

    final Random random;
    final List<Map<String, String>> all = new ArrayList<>();
    private final Map<String, Bag> given = new HashMap<>();
    private final Bag families = new Bag();
    private final Map<String, List<String>> variants = new HashMap<>();
    private final List<String> streets = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();

    OddPeople(Random random) {
        this.random = random;
        Path here = Path.of(System.getProperty("sightline.root", ""));
        Path root = Files.exists(here.resolve("population")) ? here : Path.of("..");
        Path names = root.resolve("population/src/main/resources/sightline/population");
        for (String[] p : rows(names.resolve("forenames-before-1996.csv"))) {
            given.computeIfAbsent("old" + p[2], k -> new Bag()).add(p[3], Double.parseDouble(p[4]));
        }
        for (String[] p : rows(names.resolve("forenames.csv"))) {
            given.computeIfAbsent("new" + p[2], k -> new Bag()).add(p[3], Double.parseDouble(p[4]));
        }
        rows(names.resolve("surnames-stand-in.csv"))
                .forEach(p -> families.add(p[0], Double.parseDouble(p[1])));
        rows(names.resolve("forename-variants.csv"))
                .forEach(p -> variants.computeIfAbsent(p[0], k -> new ArrayList<>()).add(p[1]));
        for (int i = 0; i < 30; i++) {
            towns.add(surname() + any("ton", "ham", "ford", "by", "wick", "mouth", "ley"));
        }
        for (int i = 0; i < 900; i++) {
            streets.add(surname() + " " + ROADS[random.nextInt(ROADS.length)]);
        }
    }

    private static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).map(l -> l.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    String surname() {
        return families.draw(random);
    }

    String forename(String sex, int year) {
        return given.getOrDefault((year < 1996 ? "old" : "new") + sex, families).draw(random);
    }

    String variant(String name) {
        List<String> known = variants.get(name);
        return known == null ? name : known.get(random.nextInt(known.size()));
    }

    String date(int year) {
        return "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    String number(String begin, int digits) {
        StringBuilder out = new StringBuilder(begin);
        for (int i = 0; i < digits; i++) {
            out.append((char) ('0' + random.nextInt(10)));
        }
        return out.toString();
    }

    /** A number of ten digits whose last checks the others. */
    String nhs() {
        while (true) {
            String nine = number("9", 8);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }

    void move(Map<String, String> p) {
        int street = random.nextInt(streets.size());
        p.put("house", Integer.toString(1 + random.nextInt(90)));
        p.put("street", streets.get(street));
        p.put("town", towns.get(street % towns.size()));
        p.put("address", p.get("house") + " " + p.get("street") + ", " + p.get("town"));
        int unit = street * 7 + random.nextInt(3);
        p.put(
                "postcode",
                "QX%d %d%c%c"
                        .formatted(
                                1 + street % towns.size(),
                                unit % 10,
                                'A' + unit / 10 % 23,
                                'A' + unit / 230 % 23));
        p.put("zip", "%05d".formatted(20000 + street % towns.size() * 7));
    }

    /**
     * Adds a household: parents and children, now and then twins.
     *
     * @param most children
     */
    void household(int most, double twins) {
        Map<String, String> home = new HashMap<>();
        move(home);
        home.put("phone", number("0163", 7));
        String family = surname();
        int base = 1930 + random.nextInt(65);
        person(home, "M", family, base, "");
        if (chance(0.7)) {
            person(home, "F", chance(0.15) ? surname() : family, base + random.nextInt(6) - 2, "");
        }
        int children = most == 0 ? 0 : random.nextInt(most + 1);
        String twin = "";
        for (int i = 0; i < children; i++) {
            var child =
                    person(
                            home,
                            chance(0.5) ? "M" : "F",
                            family,
                            base + 19 + random.nextInt(16),
                            twin);
            twin = chance(twins) ? child.getOrDefault("dob", "") : "";
        }
    }

    private Map<String, String> person(
            Map<String, String> home, String sex, String family, int year, String born) {
        Map<String, String> p = new HashMap<>(home);
        String dob = born.isEmpty() ? date(year) : born;
        p.put("dob", dob);
        p.put("sex", sex);
        p.put("surname", family);
        p.put("forename", forename(sex, year));
        p.put("middle", chance(0.6) ? forename(sex, year) : "");
        p.put("suffix", sex.equals("M") && chance(0.04) ? any("JR", "SR", "III") : "");
        p.put("nhs", nhs());
        p.put("mobile", number("0770", 7));
        p.put(
                "email",
                (p.get("forename") + any(".", "", "_") + family + any("", "1", "77", "2010"))
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace(" ", "")
                        + "@"
                        + any("mail.example", "post.example", "example.org"));
        p.put(
                "birthplace",
                any("", towns.get(random.nextInt(towns.size()))).isEmpty()
                        ? p.get("town")
                        : towns.get(random.nextInt(towns.size())));
        p.put(
                "occupation",
                any(
                        "labourer",
                        "farmer",
                        "weaver",
                        "servant",
                        "scholar",
                        "tailor",
                        "clerk",
                        "coal miner",
                        "carpenter",
                        "dressmaker",
                        "baker",
                        "labourer",
                        "agricultural labourer"));
        p.put("year", dob.substring(0, 4));
        all.add(p);
        return p;
    }
}
