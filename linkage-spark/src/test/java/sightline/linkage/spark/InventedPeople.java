package sightline.linkage.spark;

import sightline.linkage.Column;
import sightline.linkage.Table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Files of invented people, some written down several times, with errors; from a seed. */
final class InventedPeople {
    private static final List<String> COLUMNS =
            List.of("id", "first_name", "surname", "dob", "sex", "street", "postcode", "phone");
    private static final String SOUNDS = "bcdfghklmnprstvw";
    private static final String VOWELS = "aeiou";

    private final Random random;
    private final List<List<String>> rows = new ArrayList<>();

    private InventedPeople(long seed) {
        random = new Random(seed);
    }

    /** Rows of about so many people. */
    static List<List<String>> rows(int people, long seed) {
        InventedPeople made = new InventedPeople(seed);
        List<String> given = made.words(people / 20 + 10, 2);
        List<String> families = made.words(people / 8 + 10, 3);
        for (int person = 0; person < people; person++) {
            made.addPerson(made.oneOf(given), made.oneOf(families));
        }
        Collections.shuffle(made.rows, made.random);
        return made.rows;
    }

    /** The rows as tables, dealt out one by one. */
    static List<Table> tables(int files, List<List<String>> rows) {
        List<Table> tables = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            List<Column> columns = new ArrayList<>();
            for (int c = 0; c < COLUMNS.size(); c++) {
                List<String> values = new ArrayList<>();
                for (int row = 0; row < rows.size(); row++) {
                    if (Math.floorMod(rows.get(row).getFirst().hashCode(), files) == file) {
                        values.add(rows.get(row).get(c));
                    }
                }
                columns.add(Column.of(COLUMNS.get(c), values));
            }
            tables.add(Table.of("file" + file + ".csv", columns));
        }
        return tables;
    }

    /** The rows as a file. */
    static String csv(List<List<String>> rows) {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        rows.forEach(row -> csv.append(String.join(",", row)).append('\n'));
        return csv.toString();
    }

    private void addPerson(String given, String family) {
        List<String> person =
                List.of(
                        given,
                        family,
                        "%d-%02d-%02d"
                                .formatted(
                                        1930 + random.nextInt(85),
                                        1 + random.nextInt(12),
                                        1 + random.nextInt(28)),
                        random.nextBoolean() ? "M" : "F",
                        random.nextInt(90) + " " + family + " road",
                        "WX%d %dAB".formatted(random.nextInt(60), random.nextInt(10)),
                        "0117%07d".formatted(random.nextInt(9_999_999)));
        int times = 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0);
        for (int time = 0; time < times; time++) {
            List<String> row = new ArrayList<>();
            row.add("r" + rows.size());
            person.forEach(value -> row.add(written(value)));
            rows.add(row);
        }
    }

    /** As it was written down: mostly right. */
    private String written(String value) {
        int luck = random.nextInt(100);
        if (luck < 4) {
            return "";
        }
        if (luck < 10 && value.length() > 3) {
            int at = random.nextInt(value.length() - 1);
            return value.substring(0, at) + value.substring(at + 1);
        }
        return value;
    }

    private List<String> words(int count, int syllables) {
        List<String> words = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            StringBuilder word = new StringBuilder();
            for (int s = 0; s < syllables; s++) {
                word.append(SOUNDS.charAt(random.nextInt(SOUNDS.length())))
                        .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            words.add(word.append(SOUNDS.charAt(random.nextInt(SOUNDS.length()))).toString());
        }
        return words;
    }

    private String oneOf(List<String> words) {
        double at = random.nextDouble();
        return words.get((int) (at * at * words.size()));
    }
}
