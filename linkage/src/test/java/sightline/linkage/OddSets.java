package sightline.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Sets of shapes that files in life have and {@link MadeUp} has not: hardly any columns, most
 * values missing, twins, other formats, things instead of people, people with dozens of records,
 * nobody twice, two scripts. The truth is known. From a seed.
 */
final class OddSets {
    static final List<String> NAMES =
            List.of(
                    "postcode-only",
                    "birth-only",
                    "sparse",
                    "crowded",
                    "twins",
                    "formats",
                    "turned",
                    "alone",
                    "few-both",
                    "contact",
                    "voters",
                    "census",
                    "worn",
                    "pupils",
                    "many-each",
                    "scripts",
                    "papers",
                    "goods",
                    "places",
                    "wide-open");

    /** How one entity is written down in a file. */
    private interface Scribe {
        void write(Map<String, String> entity, int file);
    }

    /** How often an entity stands in a file. */
    private interface Copies {
        int of(int file);
    }

    final String name;
    private final Random random;
    private final Slips slips;
    private final OddPeople people;
    private List<Map<String, String>> entities = List.of();
    private List<String> plain = List.of();
    private List<List<String>> columns = List.of();
    private final List<List<Map<String, String>>> rows = new ArrayList<>();
    private final List<List<Integer>> truth = new ArrayList<>();

    private OddSets(String name, long seed) {
        this.name = name;
        random = new Random(seed * 7919 + name.hashCode());
        slips = new Slips(random);
        people = new OddPeople(random);
    }

    static OddSets of(String name, long seed) {
        OddSets set = new OddSets(name, seed);
        switch (name) {
            case "postcode-only" -> set.postcodeOnly();
            case "birth-only" -> set.birthOnly();
            case "sparse" -> set.sparse();
            case "crowded" -> set.crowded();
            case "twins" -> set.twins();
            case "formats" -> set.formats();
            case "turned" -> set.turned();
            case "alone" -> set.alone();
            case "few-both" -> set.fewBoth();
            case "contact" -> set.contact();
            case "voters" -> set.voters();
            case "census" -> set.census();
            case "worn" -> set.worn();
            case "pupils" -> set.pupils();
            case "many-each" -> set.manyEach();
            case "wide-open" -> set.wideOpen();
            case "scripts" -> set.things(new OddThings(set.random).foreigners(2500));
            case "papers" -> set.things(new OddThings(set.random).papers(2200));
            case "goods" -> set.things(new OddThings(set.random).goods(1800));
            case "places" -> set.things(new OddThings(set.random).places(2500));
            default -> throw new IllegalArgumentException(name);
        }
        return set;
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private void crowd(int count, int children, double twins) {
        while (people.all.size() < count) {
            people.household(children, twins);
        }
        entities = people.all;
    }

    private void sheets(String... files) {
        columns = java.util.Arrays.stream(files).map(f -> List.of(f.split(" "))).toList();
        plain = plain.isEmpty() ? columns.getFirst() : plain;
    }

    private void write(Copies copies, Scribe scribe) {
        for (int f = 0; f < columns.size(); f++) {
            rows.add(new ArrayList<>());
            truth.add(new ArrayList<>());
        }
        for (int e = 0; e < entities.size(); e++) {
            for (int f = 0; f < columns.size(); f++) {
                int times = copies.of(f);
                for (int t = 0; t < times; t++) {
                    Map<String, String> p = new HashMap<>(entities.get(e));
                    scribe.write(p, f);
                    int at = random.nextInt(rows.get(f).size() + 1);
                    rows.get(f).add(at, p);
                    truth.get(f).add(at, e);
                }
            }
        }
    }

    /** In both of two files by chance, else in one of them. */
    private Copies both(double inBoth) {
        boolean[] drawn = new boolean[2];
        return f -> {
            if (f == 0) {
                boolean two = chance(inBoth);
                drawn[0] = two || chance(0.5);
                drawn[1] = two || !drawn[0];
            }
            return drawn[f] ? 1 : 0;
        };
    }

    private Copies again(double more) {
        return f -> {
            int times = 1;
            while (times < 6 && chance(more)) {
                times++;
            }
            return times;
        };
    }

    private void err(Map<String, String> p, double rate, String... fields) {
        for (String field : fields) {
            if (chance(rate)) {
                p.computeIfPresent(
                        field,
                        (k, v) ->
                                switch (k) {
                                    case "dob" -> slips.date(v);
                                    case "address", "title", "description", "authors" ->
                                            slips.words(v);
                                    default -> slips.slip(v);
                                });
            }
        }
    }

    private void lose(Map<String, String> p, double rate, String... fields) {
        for (String field : fields) {
            if (chance(rate)) {
                p.put(field, "");
            }
        }
    }

    private void live(Map<String, String> p, double moved, double renamed) {
        if (chance(moved)) {
            people.move(p);
            if (chance(0.6)) {
                p.put("phone", people.number("0163", 7));
            }
        }
        if (p.getOrDefault("sex", "").equals("F") && chance(renamed)) {
            p.put("surname", people.surname());
        }
        if (chance(0.05)) {
            p.put("forename", people.variant(p.getOrDefault("forename", "")));
        }
    }

    private void postcodeOnly() {
        crowd(6000, 3, 0.02);
        sheets("forename surname postcode", "forename surname postcode");
        write(
                both(0.5),
                (p, f) -> {
                    live(p, 0.08, 0.02);
                    err(p, 0.06, "forename", "surname", "postcode");
                    lose(p, 0.03, "postcode");
                });
    }

    private void birthOnly() {
        crowd(9000, 3, 0.02);
        sheets("name dob");
        write(
                again(0.25),
                (p, f) -> {
                    live(p, 0, 0.03);
                    err(p, 0.06, "forename", "surname", "dob");
                    p.put(
                            "name",
                            p.get("forename")
                                    + (chance(0.3) ? " " + p.get("middle") : "")
                                    + " "
                                    + p.get("surname"));
                });
        plain = List.of("forename", "surname", "dob");
    }

    private void sparse() {
        crowd(5000, 3, 0.02);
        sheets("forename middle surname dob sex house street town postcode phone mobile email");
        write(
                again(0.45),
                (p, f) -> {
                    live(p, 0.1, 0.03);
                    err(
                            p,
                            0.05,
                            "forename",
                            "surname",
                            "dob",
                            "street",
                            "postcode",
                            "phone",
                            "mobile",
                            "email");
                    lose(
                            p,
                            0.5,
                            "middle",
                            "dob",
                            "house",
                            "street",
                            "town",
                            "postcode",
                            "phone",
                            "mobile",
                            "email",
                            "sex");
                    lose(p, 0.12, "forename", "surname");
                });
    }

    private void crowded() {
        crowd(6000, 8, 0.05);
        sheets(
                "forename surname age sex address postcode phone",
                "forename surname age sex address postcode phone");
        write(
                both(0.6),
                (p, f) -> {
                    live(p, 0.08, 0.02);
                    int age =
                            2024
                                    - Integer.parseInt(p.getOrDefault("year", "0"))
                                    + f * (chance(0.7) ? 1 : 0)
                                    + (chance(0.03) ? 1 : 0);
                    p.put("age", Integer.toString(Math.max(0, age)));
                    err(p, 0.05, "forename", "surname", "address", "postcode", "phone");
                    lose(p, 0.06, "age", "phone", "postcode");
                });
    }

    private void twins() {
        crowd(5000, 4, 0.35);
        sheets("forename surname dob sex postcode");
        write(
                again(0.45),
                (p, f) -> {
                    live(p, 0.1, 0.01);
                    err(p, 0.05, "forename", "surname", "dob", "postcode");
                    lose(p, 0.04, "sex", "postcode");
                });
    }

    private void formats() {
        crowd(5000, 3, 0.02);
        plain = List.of("forename", "surname", "dob", "postcode", "phone");
        sheets(
                "Forename=forename Surname=surname DOB=dobA Postcode=postcode Telephone=phone",
                "pupil_name=name birth=dobB zip=code contact_no=tel");
        write(
                both(0.55),
                (p, f) -> {
                    live(p, 0.1, 0.02);
                    err(p, 0.05, "forename", "surname", "dob", "postcode", "phone");
                    String[] d = p.getOrDefault("dob", "2000-01-01").split("-");
                    p.put("dobA", d[2] + "/" + d[1] + "/" + d[0]);
                    String month =
                            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
                                    .split(" ")[Math.floorMod(Integer.parseInt(d[1]) - 1, 12)];
                    p.put(
                            "dobB",
                            chance(0.8)
                                    ? Integer.parseInt(d[2]) + " " + month + " " + d[0]
                                    : d[0] + "-" + d[1] + "-" + d[2]);
                    p.put(
                            "name",
                            p.getOrDefault("surname", "").toUpperCase(Locale.ROOT)
                                    + ", "
                                    + p.get("forename"));
                    p.put(
                            "code",
                            p.getOrDefault("postcode", "")
                                    .toLowerCase(Locale.ROOT)
                                    .replace(" ", ""));
                    p.put("tel", "+44 " + p.getOrDefault("phone", "0").substring(1));
                });
    }

    private void turned() {
        crowd(5000, 3, 0.02);
        sheets("first_name=forename last_name=surname birth_date=dob town");
        write(
                again(0.4),
                (p, f) -> {
                    live(p, 0.1, 0.02);
                    err(p, 0.06, "forename", "surname", "dob", "town");
                    if (chance(0.2)) {
                        String given = p.getOrDefault("forename", "");
                        p.put("forename", p.getOrDefault("surname", ""));
                        p.put("surname", given);
                    }
                    if (chance(0.1)
                            && p.getOrDefault("dob", "").substring(8).compareTo("12") <= 0) {
                        String d = p.getOrDefault("dob", "");
                        p.put("dob", d.substring(0, 5) + d.substring(8) + d.substring(4, 7));
                    }
                });
    }

    private void alone() {
        crowd(7000, 4, 0.03);
        sheets("forename surname dob address postcode phone");
        write(
                f -> 1,
                (p, f) -> {
                    live(p, 0.1, 0.02);
                    err(p, 0.04, "forename", "surname", "dob", "address", "postcode", "phone");
                });
    }

    private void fewBoth() {
        crowd(9000, 3, 0.02);
        sheets("forename surname dob sex postcode", "forename surname dob sex postcode");
        write(
                both(0.04),
                (p, f) -> {
                    live(p, 0.15, 0.03);
                    err(p, 0.05, "forename", "surname", "dob", "postcode");
                    lose(p, 0.05, "postcode", "sex");
                });
    }

    private void contact() {
        crowd(6000, 3, 0.02);
        sheets("phone=mobile email");
        write(
                again(0.4),
                (p, f) -> {
                    if (chance(0.25)) {
                        p.put("mobile", p.getOrDefault("phone", ""));
                    }
                    if (chance(0.15)) {
                        p.put("mobile", people.number("0770", 7));
                    }
                    err(p, 0.08, "mobile", "email");
                    lose(p, 0.08, "mobile", "email");
                    if (chance(0.3)) {
                        p.computeIfPresent(
                                "mobile",
                                (k, v) ->
                                        v.length() < 6
                                                ? v
                                                : "+44 "
                                                        + v.substring(1, 5)
                                                        + " "
                                                        + v.substring(5));
                    }
                });
    }

    private void voters() {
        crowd(7000, 3, 0.02);
        String all =
                "first_name=forename middle_name=middle last_name=surname name_sufx=suffix age gender=sex street zip_code=zip";
        sheets(all, all);
        write(
                both(0.6),
                (p, f) -> {
                    live(p, 0.15, 0.05);
                    p.put(
                            "age",
                            Integer.toString(
                                    Math.max(
                                            0,
                                            2020
                                                    - Integer.parseInt(p.getOrDefault("year", "0"))
                                                    + 4 * f)));
                    p.put("street", p.get("house") + " " + p.get("street"));
                    err(p, 0.04, "forename", "middle", "surname", "street", "zip");
                    if (chance(0.3)) {
                        p.computeIfPresent("middle", (k, v) -> v.isEmpty() ? v : v.substring(0, 1));
                    }
                    lose(p, 0.1, "middle", "age");
                    p.replaceAll((k, v) -> v.toUpperCase(Locale.ROOT));
                });
    }

    private void census() {
        crowd(7000, 5, 0.02);
        String all =
                "given_name=forename surname birth_year=year birthplace occupation parish=town";
        sheets(all, all);
        write(
                both(0.55),
                (p, f) -> {
                    live(p, 0.2, 0.04);
                    int year = Integer.parseInt(p.getOrDefault("year", "0")) - 90;
                    p.put(
                            "year",
                            Integer.toString(year + (chance(0.45) ? random.nextInt(5) - 2 : 0)));
                    if (chance(0.35)) {
                        p.put(
                                "occupation",
                                people.any(
                                        "labourer",
                                        "farmer",
                                        "general servant",
                                        "scholar",
                                        "wife",
                                        "coal miner",
                                        "pauper"));
                    }
                    if (chance(0.2)) {
                        p.put("forename", people.variant(p.getOrDefault("forename", "")));
                    }
                    err(p, 0.13, "forename", "surname", "birthplace", "town", "occupation");
                    lose(p, 0.08, "occupation", "birthplace");
                });
    }

    private void worn() {
        crowd(4000, 3, 0.02);
        sheets("forename surname dob sex address postcode phone");
        write(
                again(0.55),
                (p, f) -> {
                    live(p, 0.15, 0.03);
                    String[] fields = {
                        "forename", "surname", "dob", "address", "postcode", "phone"
                    };
                    err(p, 1, fields[random.nextInt(fields.length)]);
                    err(p, 0.3, fields);
                    lose(p, 0.1, "dob", "postcode", "phone", "address");
                });
    }

    private void pupils() {
        crowd(6000, 4, 0.05);
        sheets(
                "NHSNumber=nhs Forename=forename Surname=surname DateOfBirth=dob Gender=sex Address=address PostCode=postcode",
                "nhs_no=nhs legal_first_name=forename legal_surname=surname dob gender=sex home_address=address post_code=postcode");
        plain = List.of("nhs", "forename", "surname", "dob", "sex", "address", "postcode");
        write(
                both(0.6),
                (p, f) -> {
                    live(p, 0.2, 0.02);
                    err(p, 0.04, "forename", "surname", "dob", "address", "postcode");
                    err(p, 0.01, "nhs");
                    lose(p, f == 0 ? 0.1 : 0.5, "nhs");
                    lose(p, 0.03, "address", "postcode");
                });
    }

    private void manyEach() {
        crowd(300, 3, 0.02);
        sheets("forename surname dob town phone");
        write(
                f -> 12 + random.nextInt(25),
                (p, f) -> {
                    live(p, 0.25, 0.05);
                    err(p, 0.13, "forename", "surname", "dob", "town", "phone");
                    lose(p, 0.12, "dob", "town", "phone");
                    if (chance(0.1)) {
                        p.put("forename", p.getOrDefault("forename", "?").substring(0, 1));
                    }
                });
    }

    private void wideOpen() {
        crowd(12000, 3, 0.02);
        sheets("forename surname town birth_year=year", "forename surname town birth_year=year");
        write(
                both(0.5),
                (p, f) -> {
                    live(p, 0.1, 0.02);
                    err(p, 0.04, "forename", "surname", "town");
                });
    }

    private void things(OddThings.Made made) {
        entities = made.entities();
        plain = made.plain();
        sheets(made.files().toArray(String[]::new));
        write(made.files().size() == 1 ? again(0.3) : both(made.inBoth()), made.scribe()::accept);
    }

    private static String header(String column) {
        return column.split("=")[0];
    }

    private static String field(String column) {
        return column.substring(column.indexOf('=') + 1);
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (int f = 0; f < rows.size(); f++) {
            List<Column> out = new ArrayList<>();
            int file = f;
            List<String> ids = new ArrayList<>();
            for (int r = 0; r < rows.get(f).size(); r++) {
                ids.add("%c%06d".formatted('a' + file, r));
            }
            out.add(Column.of("id", ids));
            for (String column : columns.get(f)) {
                out.add(
                        Column.of(
                                header(column),
                                rows.get(f).stream()
                                        .map(r -> r.getOrDefault(field(column), ""))
                                        .toList()));
            }
            tables.add(new Table("file" + f, out, ids.size(), List.of()));
        }
        return tables;
    }

    int[] truth() {
        return truth.stream().flatMap(List::stream).mapToInt(x -> x).toArray();
    }

    int[] sources() {
        List<Integer> sources = new ArrayList<>();
        for (int f = 0; f < truth.size(); f++) {
            int file = f;
            truth.get(f).forEach(x -> sources.add(file));
        }
        return sources.stream().mapToInt(x -> x).toArray();
    }

    /**
     * Writes the files for other programs, with the truth as column cluster, names and formats made
     * alike as a careful user would.
     */
    void write(Path folder) throws IOException {
        for (int f = 0; f < rows.size(); f++) {
            StringBuilder out = new StringBuilder("id,cluster");
            plain.forEach(c -> out.append(',').append(field(c)));
            out.append('\n');
            for (int r = 0; r < rows.get(f).size(); r++) {
                out.append("%c%06d,%d".formatted('a' + f, r, truth.get(f).get(r)));
                for (String c : plain) {
                    String value = rows.get(f).get(r).getOrDefault(field(c), "");
                    out.append(',')
                            .append(
                                    value.replace(",", " ")
                                            .replace("  ", " ")
                                            .toLowerCase(Locale.ROOT));
                }
                out.append('\n');
            }
            Files.writeString(folder.resolve(name + "-" + f + ".csv"), out.toString());
        }
    }
}
