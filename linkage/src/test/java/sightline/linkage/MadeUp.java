package sightline.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Invented people in households, written down once or several times with errors, in shapes that
 * differ as files in life do. The truth is known. From a seed.
 */
final class MadeUp {
    /** What a set is like; the rates are by record and field. */
    record Shape(
            String name,
            int people,
            int files,
            double inBoth,
            double again,
            double error,
            double missing,
            double moved,
            double renamed,
            boolean foreign,
            List<String> columns) {
        Shape of(int fewer) {
            return new Shape(
                    name, fewer, files, inBoth, again, error, missing, moved, renamed, foreign,
                    columns);
        }
    }

    static final List<String> ALL =
            List.of(
                    "first_name",
                    "middle_name",
                    "surname",
                    "dob",
                    "sex",
                    "house_number",
                    "street",
                    "town",
                    "postcode",
                    "phone",
                    "email",
                    "nhs_number");
    private static final List<String> PLAIN =
            List.of("first_name", "surname", "dob", "sex", "address", "postcode", "phone");

    static final List<Shape> SHAPES =
            List.of(
                    new Shape("two-clean", 6000, 2, 0.6, 0, 0.03, 0.05, 0.15, 0.03, false, ALL),
                    new Shape("two-plain", 6000, 2, 0.5, 0, 0.05, 0.06, 0.25, 0.05, false, PLAIN),
                    new Shape(
                            "two-no-id",
                            8000,
                            2,
                            0.5,
                            0,
                            0.04,
                            0.1,
                            0.3,
                            0.06,
                            false,
                            List.of("first_name", "surname", "dob", "postcode", "sex")),
                    new Shape("two-again", 4000, 2, 0.6, 0.3, 0.05, 0.05, 0.15, 0.03, false, PLAIN),
                    new Shape("one-again", 4000, 1, 1, 0.6, 0.05, 0.05, 0.2, 0.04, false, PLAIN),
                    new Shape("garbled", 3000, 1, 1, 0.6, 0.35, 0.08, 0.1, 0.03, false, PLAIN),
                    new Shape("garbled-two", 3000, 2, 0.7, 0, 0.4, 0.08, 0.1, 0.03, false, ALL),
                    new Shape("no-double", 5000, 1, 1, 0.002, 0.03, 0.05, 0.1, 0.02, false, PLAIN),
                    new Shape(
                            "names-dob",
                            5000,
                            1,
                            1,
                            0.4,
                            0.06,
                            0.02,
                            0,
                            0.03,
                            false,
                            List.of("first_name", "surname", "dob", "sex")),
                    new Shape(
                            "names-address",
                            5000,
                            2,
                            0.6,
                            0,
                            0.06,
                            0.05,
                            0.1,
                            0.02,
                            false,
                            List.of("first_name", "surname", "house_number", "street", "postcode")),
                    new Shape(
                            "full-name",
                            5000,
                            2,
                            0.6,
                            0,
                            0.06,
                            0.03,
                            0.15,
                            0.03,
                            false,
                            List.of("full_name", "dob", "address", "postcode", "sex")),
                    new Shape(
                            "never-differ",
                            4000,
                            2,
                            0.6,
                            0.1,
                            0.08,
                            0.05,
                            0.0,
                            0.0,
                            false,
                            List.of(
                                    "first_name",
                                    "surname",
                                    "*dob",
                                    "*sex",
                                    "*town",
                                    "postcode",
                                    "phone")),
                    new Shape("foreign", 4000, 2, 0.6, 0.05, 0.05, 0.05, 0.15, 0.03, true, PLAIN),
                    new Shape("small", 300, 2, 0.6, 0.1, 0.08, 0.08, 0.2, 0.05, false, PLAIN),
                    new Shape(
                            "other-words",
                            4000,
                            2,
                            0.6,
                            0,
                            0.05,
                            0.05,
                            0.15,
                            0.03,
                            false,
                            List.of(
                                    "first_name>vorname>forename", "surname>nachname>family_name",
                                    "dob>geburtsdatum>birth_dt", "sex>geschlecht>gender",
                                    "postcode>plz>zip", "town>ort>city")));

    private static final Path NAMES =
            root().resolve("population/src/main/resources/sightline/population");
    private static final String[] STREET_ENDS = {
        "street", "road", "lane", "close", "avenue", "drive", "way", "court"
    };
    private static final String[] DOMAINS = {
        "example.org", "mail.example", "post.example", "web.example"
    };

    private final Shape shape;
    private final Random random;
    private final List<String> women = new ArrayList<>();
    private final List<String> men = new ArrayList<>();
    private final List<String> families = new ArrayList<>();
    private final Map<String, List<String>> variants = new HashMap<>();
    private final Map<String, List<List<String>>> systems = new HashMap<>();
    private final List<String> streets = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();
    private final List<Map<String, String>> people = new ArrayList<>();
    private final List<List<List<String>>> rows = new ArrayList<>();
    private final List<List<Integer>> truth = new ArrayList<>();

    private MadeUp(Shape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
        readNames();
        makePlaces();
        while (people.size() < shape.people) {
            makeHousehold();
        }
        writeDown();
    }

    private static Path root() {
        Path here = Path.of(System.getProperty("sightline.root", ""));
        return Files.exists(here.resolve("population")) ? here : Path.of("..");
    }

    static MadeUp of(Shape shape, long seed) {
        return new MadeUp(shape, seed);
    }

    static Shape shape(String name) {
        return SHAPES.stream().filter(s -> s.name.equals(name)).findFirst().orElseThrow();
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (int f = 0; f < shape.files; f++) {
            List<Column> columns = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (int r = 0; r < rows.get(f).size(); r++) {
                ids.add("%c%06d".formatted('a' + f, r));
            }
            columns.add(Column.of("id", ids));
            for (int c = 0; c < shape.columns.size(); c++) {
                int at = c;
                columns.add(
                        Column.of(
                                header(shape.columns.get(c), f),
                                rows.get(f).stream().map(r -> r.get(at)).toList()));
            }
            tables.add(new Table("file" + f, columns, ids.size(), List.of()));
        }
        return tables;
    }

    int[] truth() {
        return truth.stream().flatMap(List::stream).mapToInt(x -> x).toArray();
    }

    int[] sources() {
        List<Integer> sources = new ArrayList<>();
        for (int f = 0; f < shape.files; f++) {
            int file = f;
            truth.get(f).forEach(x -> sources.add(file));
        }
        return sources.stream().mapToInt(x -> x).toArray();
    }

    /** Writes the files with the truth as column {@code cluster}, for other programs. */
    void write(Path folder) throws IOException {
        for (int f = 0; f < shape.files; f++) {
            StringBuilder out = new StringBuilder("id,cluster");
            for (String column : shape.columns) {
                out.append(',').append(header(column, f));
            }
            out.append('\n');
            for (int r = 0; r < rows.get(f).size(); r++) {
                out.append("%c%06d,%d".formatted('a' + f, r, truth.get(f).get(r)));
                rows.get(f).get(r).forEach(v -> out.append(',').append(v.replace(",", " ")));
                out.append('\n');
            }
            Files.writeString(folder.resolve(shape.name + "-" + f + ".csv"), out.toString());
        }
    }

    private static String header(String column, int file) {
        String[] words = column.replace("*", "").split(">");
        return words.length == 1 ? words[0] : words[1 + file];
    }

    private void readNames() {
        try {
            for (String file : List.of("forenames.csv", "forenames-before-1996.csv")) {
                for (String line : Files.readAllLines(NAMES.resolve(file))) {
                    String[] p = line.split(",");
                    if (!p[0].equals("from")) {
                        int times = 1 + (int) (Double.parseDouble(p[4]) / 400);
                        for (int i = 0; i < Math.min(times, 40); i++) {
                            (p[2].equals("F") ? women : men).add(p[3]);
                        }
                    }
                }
            }
            for (String line : Files.readAllLines(NAMES.resolve("surnames-stand-in.csv"))) {
                String[] p = line.split(",");
                if (!p[0].equals("name")) {
                    int times = 1 + (int) (Double.parseDouble(p[1]) / 6000);
                    for (int i = 0; i < times; i++) {
                        families.add(p[0]);
                    }
                }
            }
            for (String line : Files.readAllLines(NAMES.resolve("forename-variants.csv"))) {
                String[] p = line.split(",");
                variants.computeIfAbsent(p[0], k -> new ArrayList<>()).add(p[1]);
            }
            for (String line : Files.readAllLines(NAMES.resolve("naming-systems.csv"))) {
                String[] p = line.split(",");
                if (!p[0].equals("system")) {
                    var system =
                            systems.computeIfAbsent(
                                    p[0],
                                    k ->
                                            List.of(
                                                    new ArrayList<>(),
                                                    new ArrayList<>(),
                                                    new ArrayList<>()));
                    system.get("FMS".indexOf(p[1])).add(p[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private void makePlaces() {
        for (int i = 0; i < 40; i++) {
            towns.add(
                    any(families)
                            + any(List.of("ton", "ham", "ford", "by", "wick", " green", "mouth")));
        }
        for (int i = 0; i < Math.max(60, shape.people / 12); i++) {
            streets.add(any(families) + " " + STREET_ENDS[random.nextInt(STREET_ENDS.length)]);
        }
    }

    private void address(Map<String, String> person) {
        int street = random.nextInt(streets.size());
        int town = street % towns.size();
        person.put(
                "house_number",
                (chance(0.1) ? "flat " + (1 + random.nextInt(20)) + " " : "")
                        + (1 + random.nextInt(120)));
        person.put("street", streets.get(street));
        person.put("town", towns.get(town));
        int code = new Random(street * 31L + random.nextInt(2)).nextInt(10 * 26 * 26);
        person.put(
                "postcode",
                "WX%d %d%c%c"
                        .formatted(
                                1 + town, code % 10, 'A' + code / 10 % 26, 'A' + code / 260 % 26));
    }

    private void makeHousehold() {
        Map<String, String> home = new HashMap<>();
        address(home);
        home.put("phone", "01632 " + (100000 + random.nextInt(899999)));
        List<List<String>> system =
                chance(shape.foreign ? 0.8 : 0.2)
                        ? any(
                                new ArrayList<>(
                                        systems.values().stream()
                                                .filter(s -> s.stream().noneMatch(List::isEmpty))
                                                .toList()))
                        : List.of(women, men, families);
        String family = any(system.get(2));
        int parents = chance(0.6) ? 2 : 1;
        int children = chance(0.5) ? random.nextInt(5) : 0;
        int base = 1935 + random.nextInt(65);
        String father = "";
        for (int i = 0; i < parents; i++) {
            boolean man = parents == 2 ? i == 0 : chance(0.5);
            String surname = i == 1 && chance(0.2) ? any(system.get(2)) : family;
            String given = any(system.get(man ? 1 : 0));
            father = man ? given : father;
            add(home, given, surname, man, base + random.nextInt(5), system, "");
        }
        String twin = "";
        for (int i = 0; i < children; i++) {
            boolean boy = chance(0.5);
            String given =
                    boy && !father.isEmpty() && chance(0.04)
                            ? father
                            : any(system.get(boy ? 1 : 0));
            var child =
                    add(
                            home,
                            given,
                            family,
                            boy,
                            Math.min(2022, base + 20 + random.nextInt(18)),
                            system,
                            twin);
            twin = chance(0.05) ? child.getOrDefault("dob", "") : "";
        }
    }

    private Map<String, String> add(
            Map<String, String> home,
            String given,
            String surname,
            boolean man,
            int year,
            List<List<String>> system,
            String born) {
        Map<String, String> p = new HashMap<>(home);
        p.put("first_name", given);
        p.put("middle_name", chance(0.5) ? any(system.get(man ? 1 : 0)) : "");
        p.put("surname", surname);
        p.put("sex", man ? "M" : "F");
        p.put(
                "dob",
                born.isEmpty()
                        ? "%d-%02d-%02d"
                                .formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28))
                        : born);
        if (chance(0.5)) {
            p.put("phone", "07700 " + (100000 + random.nextInt(899999)));
        }
        p.put(
                "email",
                (given + (chance(0.5) ? "." : "") + surname + random.nextInt(100))
                                .toLowerCase(Locale.ROOT)
                                .replace(" ", "")
                        + "@"
                        + DOMAINS[random.nextInt(4)]);
        p.put("nhs_number", "999%07d".formatted(random.nextInt(10_000_000)));
        people.add(p);
        return p;
    }

    private void writeDown() {
        for (int f = 0; f < shape.files; f++) {
            rows.add(new ArrayList<>());
            truth.add(new ArrayList<>());
        }
        for (int i = 0; i < people.size(); i++) {
            boolean both = shape.files == 2 && chance(shape.inBoth);
            int only = random.nextInt(shape.files);
            for (int f = 0; f < shape.files; f++) {
                if (both || f == only) {
                    int times = 1;
                    while (chance(shape.again) && times < 8) {
                        times++;
                    }
                    for (int t = 0; t < times; t++) {
                        int at = random.nextInt(rows.get(f).size() + 1);
                        rows.get(f).add(at, record(people.get(i)));
                        truth.get(f).add(at, i);
                    }
                }
            }
        }
    }

    private List<String> record(Map<String, String> person) {
        Map<String, String> p = new HashMap<>(person);
        if (chance(shape.moved)) {
            address(p);
            if (chance(0.5)) {
                p.put("phone", "01632 " + (100000 + random.nextInt(899999)));
            }
        }
        if (chance(shape.renamed) && p.getOrDefault("sex", "").equals("F")) {
            p.put("surname", chance(0.3) ? p.get("surname") + "-" + any(families) : any(families));
        }
        if (chance(shape.error / 2)) {
            String given = p.getOrDefault("first_name", "");
            p.put("first_name", p.getOrDefault("surname", ""));
            p.put("surname", given);
        }
        List<String> known = variants.get(p.get("first_name"));
        if (known != null && chance(shape.error + 0.03)) {
            p.put("first_name", any(known));
        }
        List<String> row = new ArrayList<>();
        for (String column : shape.columns) {
            boolean never = column.startsWith("*");
            String field = column.replace("*", "").split(">")[0];
            String value =
                    switch (field) {
                        case "address" ->
                                p.get("house_number") + " " + p.get("street") + " " + p.get("town");
                        case "full_name" ->
                                p.get("first_name")
                                        + " "
                                        + (p.getOrDefault("middle_name", "").isEmpty()
                                                        || chance(0.5)
                                                ? ""
                                                : p.get("middle_name") + " ")
                                        + p.get("surname");
                        default -> p.getOrDefault(field, "");
                    };
            row.add(never ? value : wrong(field, value));
        }
        return row;
    }

    private String wrong(String field, String value) {
        if (chance(shape.missing) || value.isEmpty()) {
            return field.equals("surname") && chance(0.7) ? value : "";
        }
        if (!chance(shape.error)) {
            return value;
        }
        return switch (field) {
            case "sex" -> chance(0.2) ? (value.equals("M") ? "F" : "M") : value;
            case "dob" -> date(value);
            case "first_name" -> chance(0.15) ? value.substring(0, 1) : slip(value);
            default -> chance(0.15) ? slip(slip(value)) : slip(value);
        };
    }

    private String date(String value) {
        String[] p = value.split("-");
        return switch (random.nextInt(5)) {
            case 0 -> p[0] + "-" + p[2] + "-" + p[1];
            case 1 -> p[0] + "-01-01";
            case 2 ->
                    "%d-%s-%s"
                            .formatted(
                                    Integer.parseInt(p[0]) + (chance(0.5) ? 1 : -10), p[1], p[2]);
            case 3 -> p[0] + "-" + p[1] + "-%02d".formatted(1 + random.nextInt(28));
            default -> {
                int at = 2 + random.nextInt(8);
                yield value.charAt(at) == '-'
                        ? value
                        : value.substring(0, at) + random.nextInt(10) + value.substring(at + 1);
            }
        };
    }

    private String slip(String value) {
        if (value.length() < 2) {
            return value;
        }
        int at = random.nextInt(value.length() - 1);
        char other =
                Character.isDigit(value.charAt(at))
                        ? (char) ('0' + random.nextInt(10))
                        : (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(5)) {
            case 0 -> value.substring(0, at) + other + value.substring(at);
            case 1 -> value.substring(0, at) + value.substring(at + 1);
            case 2 ->
                    value.substring(0, at)
                            + value.charAt(at + 1)
                            + value.charAt(at)
                            + value.substring(at + 2);
            case 3 ->
                    value.replace("ph", "f")
                            .replace("ck", "k")
                            .replace("ie", "y")
                            .replace("th", "t");
            default -> value.substring(0, at) + other + value.substring(at + 1);
        };
    }
}
