package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What columns are taken for, and what that makes of their records. */
final class ColumnsTest {
    private final Random random = new Random(5);

    @Test
    void degreesPricesAndTimesAreNumbers() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(
                    List.of(
                            decimal(52 + random.nextDouble(), 5),
                            decimal(-1.5 + random.nextDouble(), 9),
                            "£" + decimal(5 + 900 * random.nextDouble(), 2),
                            random.nextInt(9) + ":" + (10 + random.nextInt(50))));
        }

        List<Field> fields = Linkage.propose(List.of(table("lat lon cost length", rows))).fields();

        assertThat(fields).extracting(Field::kind).containsOnly(FieldKind.NUMBER);
    }

    @Test
    void placesAFewStepsApartAreOnePlaceThoughNoFigureIsEqual() {
        List<List<String>> one = new ArrayList<>();
        List<List<String>> other = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double north = 51 + 3 * random.nextDouble();
            double east = -3 + 3 * random.nextDouble();
            String name = List.of("Grand Hotel", "Royal Hotel", "Station Hotel").get(i % 3);
            one.add(List.of(name, decimal(north, 4), decimal(east, 4)));
            double off = 0.0005 * random.nextGaussian();
            other.add(List.of(name, decimal(north + off, 6), decimal(east - off, 6)));
        }

        Linkage linkage =
                Linkage.auto(List.of(table("name lat lon", one), table("hotel lat lng", other)));

        int right = 0;
        for (int i = 0; i < 500; i++) {
            right += linkage.clusters().of(i) == linkage.clusters().of(500 + i) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(480);
        assertThat(linkage.clusters().count()).isBetween(490, 530);
    }

    @Test
    void aNameOfOneWordBesideSurnamesIsAGivenName() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(List.of(name(i % 40), name(100 + i % 90), "19%02d".formatted(i % 80)));
        }

        List<Field> fields = Linkage.propose(List.of(table("name surname year", rows))).fields();

        assertThat(fields.getFirst().kind()).isEqualTo(FieldKind.GIVEN_NAME);
    }

    @Test
    void namesOfParentsAreNamesThoughMostOfTheirSpellingsStandOnce() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String father = List.of("John", "William", "Thomas", "James").get(i % 4);
            String spelt = i % 3 == 0 ? father.charAt(0) + "q" + letters(i) : father;
            rows.add(List.of(name(i % 40), name(100 + i % 90), spelt));
        }

        List<Field> fields =
                Linkage.propose(List.of(table("forename surname father", rows))).fields();

        assertThat(fields.getLast().kind()).isEqualTo(FieldKind.MIDDLE_NAME);
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26) + "x";
    }

    @Test
    void ageAndWhenSomebodyWasSoOldAreAYearOfBirth() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int born = 1700 + i % 60;
            int age = i % 2 == 0 ? 0 : 20 + i % 50;
            rows.add(List.of(name(i % 40), name(100 + i % 90), "" + (born + age), "" + age));
        }

        Linkage linkage = Linkage.auto(List.of(table("forename surname year age", rows)));

        assertThat(linkage.settings().fields())
                .filteredOn(f -> f.kind() == FieldKind.YEAR)
                .extracting(Field::name)
                .containsExactly("year - age");
        assertThat(linkage.settings().fields())
                .filteredOn(f -> f.name().equals("year"))
                .extracting(Field::kind)
                .containsExactly(FieldKind.IGNORED);
        List<String> one = rows.get(7);
        Map<String, String> asked =
                Map.of(
                        "forename",
                        one.get(0),
                        "surname",
                        one.get(1),
                        "year",
                        one.get(2),
                        "age",
                        one.get(3));
        assertThat(linkage.live().query(asked)).extracting(LiveIndex.Match::id).contains("8");
    }

    @Test
    void agesOfOneDayBesideYearsOfBirthStayWhatTheyAre() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int age = 18 + i % 70;
            rows.add(List.of(name(i % 40), name(100 + i % 90), "" + (2020 - age), "" + age));
        }

        List<Field> fields =
                Linkage.propose(List.of(table("forename surname year age", rows))).fields();

        assertThat(fields).extracting(Field::name).contains("year", "age");
        assertThat(fields).extracting(Field::kind).doesNotContain(FieldKind.IGNORED);
    }

    @Test
    void agesInMonthsOrOfMothersAreNoYearOfBirth() {
        for (String age : List.of("age_months", "maternal_age", "gestational_age")) {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                rows.add(
                        List.of(
                                name(i % 40),
                                name(100 + i % 90),
                                "" + (1990 + i % 25),
                                "" + (15 + i % 31)));
            }

            List<Field> fields =
                    Linkage.propose(List.of(table("forename surname year " + age, rows))).fields();

            assertThat(fields).extracting(Field::name).contains("year", age);
        }
    }

    @Test
    void aYearAndAnAgeAreFoundAgainWhateverMarksTheirNamesHold() {
        List<String> forenames = new ArrayList<>();
        List<String> surnames = new ArrayList<>();
        List<String> years = new ArrayList<>();
        List<String> ages = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int age = i % 2 == 0 ? 0 : 20 + i % 50;
            forenames.add(name(i % 40));
            surnames.add(name(100 + i % 90));
            years.add("" + (1700 + i % 60 + age));
            ages.add("" + age);
        }
        Table table =
                Table.of(
                        "events",
                        List.of(
                                Column.of("Name - first & only + forename", forenames),
                                Column.of("Name - surname", surnames),
                                Column.of("Event - year", years),
                                Column.of("Event & place - age", ages)));

        Linkage linkage = Linkage.auto(List.of(table));

        Field born =
                linkage.settings().fields().stream()
                        .filter(f -> f.kind() == FieldKind.YEAR)
                        .findFirst()
                        .orElseThrow();
        assertThat(table.column(born.name()).orElseThrow().text(7)).isEqualTo("1707");
        Map<String, String> asked =
                Map.of(
                        "Name - first & only + forename",
                        forenames.get(7),
                        "Name - surname",
                        surnames.get(7),
                        "Event - year",
                        years.get(7),
                        "Event & place - age",
                        ages.get(7));
        assertThat(linkage.live().query(asked)).extracting(LiveIndex.Match::id).contains("8");
    }

    @Test
    void numbersOfManyValuesAreAMeasureThoughTheyAreFew() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(
                    List.of(
                            name(i % 40),
                            name(100 + i % 90),
                            "" + (150 + random.nextInt(45)),
                            "" + random.nextInt(9)));
        }

        List<Field> fields =
                Linkage.propose(List.of(table("forename surname height score", rows))).fields();

        assertThat(fields.get(2).kind()).isEqualTo(FieldKind.NUMBER);
        assertThat(fields.get(3).kind()).isEqualTo(FieldKind.CATEGORY);
    }

    @Test
    void familiesWithOneAddressOfEmailAreNotOnePerson() {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        int people = 0;
        for (int family = 0; family < 250; family++) {
            String surname = name(200 + family % 120);
            String home = "0117" + (1000000 + random.nextInt(8000000));
            String mail = name(family) + family + "@mail.example";
            for (int member = 0; member < 4; member++) {
                String forename = name(random.nextInt(60));
                String own = random.nextBoolean() ? mail : forename + people + "@mail.example";
                for (int copy = 0; copy <= random.nextInt(2); copy++) {
                    rows.add(List.of(forename, surname, home, own));
                    truth.add(people);
                }
                people++;
            }
        }

        Linkage linkage = Linkage.auto(List.of(table("forename surname landline email", rows)));

        Evaluation found =
                Evaluation.of(
                        linkage.clusters(), truth.stream().mapToInt(person -> person).toArray());
        assertThat(found.precision()).isGreaterThan(0.85);
        assertThat(found.recall()).isGreaterThan(0.85);
    }

    @Test
    void aMakerThatStandsInTheTitleTooCountsOnce() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String maker = name(i % 70);
            String title = maker + " mk" + i + " " + name(500 + i);
            rows.add(List.of(title, i % 3 == 0 ? "" : maker, name(900 + i % 90)));
        }

        List<Field> fields = Linkage.propose(List.of(table("title maker colour", rows))).fields();

        assertThat(fields)
                .extracting(Field::kind)
                .containsExactly(
                        FieldKind.TEXT, FieldKind.NUMBER, FieldKind.IGNORED, FieldKind.TEXT);
        assertThat(fields.get(2).reason()).isEqualTo("stands in title too");
    }

    /** A name of its own for each number. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (long left = Estimation.mix(number) >>> 42; left > 0; left /= 100) {
            name.append("bcdfghklmnprstvwyzjx".charAt((int) (left % 20)));
            name.append("aeiou".charAt((int) (left / 20 % 5)));
        }
        return name.toString();
    }

    private static String decimal(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static Table table(String header, List<List<String>> rows) {
        List<String> names = List.of(header.split(" "));
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            int at = c;
            columns.add(Column.of(names.get(c), rows.stream().map(r -> r.get(at)).toList()));
        }
        return Table.of(header, columns);
    }
}
