package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.linkage.text.Similarity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What each ready-made comparison finds between two values as they stand in a file. */
final class ComparatorsTest {
    private static final Names NAMES = Names.load();

    @ParameterizedTest
    @CsvSource({
        "given-name, Elizabeth, Lizzie, variant",
        "given-name, José, Jose, equal",
        "given-name, Catherine, Katherine, one slip",
        "given-name, محمد, Mohamed, same sound",
        "given-name, Алексей, Aleksei, equal",
        "given-name, Jonathan, J, initial",
        "given-name, J P, John Paul, initial",
        "given-name, John P., John Paul, initial",
        "given-name, Anne-Marie, Marie Anne, variant",
        "given-name, Anne-Marie, Anne, near",
        "given-name, Youssef, يوسف حسين, part",
        "given-name, Yuriy, Iurii, same sound",
        "given-name, Sameer, Samir Ali, part",
        "given-name, Mohammed, محمد حسين, part",
        "given-name, Mohammed, Muhamad Ali, part",
        "given-name, Dennis, Thomas James, different",
        "given-name, Tabitha, David John, different",
        "surname, Garza, Garcia Lopez, like",
        "given-name, Ada, Brian, different",
        "surname, Petrov, Petrova, variant",
        "surname, Kowalski, Kowalska, variant",
        "surname, Wiśniewski, Wisniewska, variant",
        "surname, Jonsson, Jónsdóttir, variant",
        "surname, Иванов, Ivanova, variant",
        "surname, al-Hassan, Hassan, variant",
        "surname, Mac Neil, Neil, variant",
        "surname, Mac Donald, McDonald, variant",
        "surname, van der Berg, Berg, variant",
        "surname, Smith-Jones, Jones Smith, variant",
        "surname, Smith-Jones, Smith, near",
        "surname, Smith-Jones, Jones, part",
        "surname, Tchaikovsky, Chaykovskiy, like",
        "given-name, Mohammed, Muhamad, same sound",
        "surname, Nguyễn, Nguyen, equal",
        "surname, Tran, Chen, variant",
        "surname, Marsh, Okafor, different",
        "birth-date, 1990-03-04, 04/03/1990, equal",
        "birth-date, 1990-03-04, 1990-04-03, day and month turned",
        "birth-date, 1990-03-04, 1990-03-05, one slip",
        "birth-date, 1990-03-04, 1990-03, partly known",
        "birth-date, 1990-03-04, 1990, partly known",
        "birth-date, 1990-03-14, 1990-01-01, partly known",
        "birth-date, 1905-03-04, 2005-03-04, other year",
        "birth-date, 1990-03-04, 1962-08-19, different",
        "postcode, LS1 4AB, ls14ab, equal",
        "postcode, LS1 4AB, LS1 4XY, same sector",
        "postcode, LS1 4AB, LS1 9XY, same district",
        "postcode, LS1 4AB, LS17 9XY, same area",
        "postcode, LS1 4AB, NE1 9XY, different",
        "house-number, 12, Flat 2 12, number in common",
        "house-number, 12, 13, one slip",
        "uprn, 000100023336, 100023336, equal",
        "phone, +44 7700 900123, 07700 900123, equal",
        "phone, 07700 900123, 07700 900132, one slip",
        "phone, 01632 960123, 960123, one slip",
        "email, a.marsh@example.org, A.Marsh@example.org, equal",
        "email, a.marsh@example.org, a.mash@example.org, slips",
        "email, ada.marsh@example.org, ada.marsh@work.example.net, same name",
        "street, 12 High Street, 12 High Stret, slips",
        "town, Kingston upon Hull, Hull Kingston, some words",
        "sex, Female, F, equal",
        "year, 1990, 1991, one apart",
        "year, 90, 1990, equal",
        "number, 12.50, 12.5, equal",
        "number, '£1,250.00', 1250, equal",
        "number, 4:05, 245, equal",
        "number, 12, 13, one apart",
        "full-name, 'Marsh, Ada', Ada Marsh, equal",
        "full-name, MARSH; ADA B, Ada B Marsh, equal",
        "postcode, LS1 4AB (2001-2005); NE1 9XY (2005-), NE1 9XY | YO1 7HH, equal",
        "postcode, LS1 4AB; NE1 9XY, NE1 9XZ, one slip",
        "surname, Marsh | Okafor, Petrov; Okafer, one slip",
        "given-name, Elizabeth|Ada, Lizzie, variant",
        "birth-date, 04/03/1990; 05/06/1991, 1991-06-05, equal",
        "phone, 07700 900123; 0113 496 0001, +44 7700 900123, equal",
    })
    void findsTheLevel(String kind, String a, String b, String level) {
        assertThat(level(kind(kind), List.of(), a, b)).isEqualTo(level);
        assertThat(level(kind(kind), List.of(), b, a)).as("turned round").isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "given-name, Baby of Jane",
        "given-name, Baby Girl",
        "given-name, TWIN 1",
        "given-name, Unborn",
        "given-name, Male Infant",
        "surname, UNKNOWN",
        "surname, Not Known",
        "full-name, Unknown Male",
        "identifier, 0000000000",
        "identifier, 1234567890",
        "phone, 00000 000000",
        "uprn, 999999999999",
    })
    void whatStandsForNothingIsMissing(String kind, String value) {
        Column column = Column.of("x", List.of("Ada", "Brian", value));

        Records records = records(kind(kind), column);

        for (Feature feature : records.features()) {
            assertThat(code(records, feature, 2)).as(feature.name).isEqualTo(Column.MISSING);
        }
    }

    @Test
    void aPlaceholderInAFullNameLeavesTheSurname() {
        Column column = Column.of("x", List.of("Ada Marsh", "Baby of Jane Okafor", "Bo Quill"));

        Records records = records(FieldKind.FULL_NAME, column);

        assertThat(code(records, records.features().getFirst(), 1)).isEqualTo(Column.MISSING);
        assertThat(records.features().getLast().text).contains("okafor");
    }

    @Test
    void aDateWrittenForWantOfOneIsMissingAndARealOneIsNot() {
        List<String> dates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            dates.add("1900-01-01");
            dates.add("19%02d-05-%02d".formatted(60 + i, 1 + i % 28));
        }

        Feature feature =
                records(FieldKind.BIRTH_DATE, Column.of("x", dates)).features().getFirst();

        assertThat(feature.text).hasSize(40).doesNotContain("19000101");
    }

    @Test
    void aFirstOfJanuaryAmongOthersOfItsTimeIsKept() {
        List<String> dates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            dates.add("1900-01-01");
            dates.add("1900-05-%02d".formatted(1 + i % 28));
            dates.add("1901-06-%02d".formatted(1 + i % 28));
        }

        Feature feature =
                records(FieldKind.BIRTH_DATE, Column.of("x", dates)).features().getFirst();

        assertThat(feature.text).contains("19000101");
    }

    @Test
    void twoRightNumbersDifferHoweverAlikeAndAWrongOneMayBeASlip() {
        List<String> numbers = nhsNumbers(50);
        String one = "9434765919";
        String oneWithASlip = "9434765918";
        String alike = "9434765870";

        assertThat(level(FieldKind.IDENTIFIER, numbers, one, oneWithASlip)).isEqualTo("one slip");
        assertThat(level(FieldKind.IDENTIFIER, numbers, one, alike)).isEqualTo("different");
        assertThat(level(FieldKind.IDENTIFIER, List.of(), one, alike)).isEqualTo("half alike");
    }

    @Test
    void aRareValueThatBothHaveSaysMoreThanAFrequentOne() {
        List<String> rows =
                new ArrayList<>(List.of("LS1 4AB|NE1 9XY", "LS1 4AB|YO1 7HH", "NE1 9XY"));
        for (int i = 0; i < 200; i++) {
            rows.add(i % 2 == 0 ? "LS1 4AB" : "WX%d %dAB|WY%d 1AB".formatted(i / 10, i % 10, i));
        }
        Records records = records(FieldKind.POSTCODE, Column.of("x", rows));
        Feature feature = records.features().getFirst();
        Comparator comparator = Comparator.of(feature, FieldKind.POSTCODE.levels(), NAMES);
        Similarity similarity = new Similarity();
        int first = code(records, feature, 0);

        int frequent = comparator.compare(first, code(records, feature, 1), similarity);
        int rare = comparator.compare(first, code(records, feature, 2), similarity);

        assertThat(Comparator.cell(frequent)).isLessThan(Comparator.cell(rare));
        assertThat(Comparator.cell(rare)).isLessThan(Feature.BUCKETS);
    }

    @Test
    void recordsThatShareOneOfSeveralValuesAreLinked() {
        var text = new StringBuilder("id,first_name,surname,postcodes\n");
        for (int i = 0; i < 120; i++) {
            String name = "Ada%c%c,Marsh%c".formatted('a' + i % 26, 'a' + i / 26, 'a' + i % 23);
            text.append("a%d,%s,WX%d 1AA (2001-2009); WY%d 2BB\n".formatted(i, name, i, i));
            text.append("b%d,%s,WY%d 2BB | WK%d 3CC\n".formatted(i, name, i, i));
        }
        Table table = CsvReader.parse("t.csv", text.toString().getBytes(StandardCharsets.UTF_8));

        Linkage linkage = Linkage.auto(List.of(table));

        assertThat(linkage.settings().fields().getLast().kind()).isEqualTo(FieldKind.POSTCODE);
        assertThat(linkage.clusters().count()).isEqualTo(120);
        assertThat(linkage.explain("a7", "b7").steps())
                .anyMatch(s -> s.field().equals("postcodes") && s.level().equals("equal"));
    }

    static List<String> nhsNumbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; numbers.size() < count; i++) {
            String value = Long.toString(9_990_000_000L + 104_729L * i % 10_000_000L);
            if (Scheme.NHS.isValid(value)) {
                numbers.add(value);
            }
        }
        return numbers;
    }

    private static String level(FieldKind kind, List<String> others, String a, String b) {
        List<String> rows = new ArrayList<>(List.of(a, b, "1951-02-03", "1962-05-06"));
        if ((a + b).matches(".*[|;].*")) {
            rows.add("1951-02-03|1951-02-04");
        }
        rows.addAll(others);
        Column column = Column.of("x", rows);
        Records records = records(kind, column);
        Feature feature = records.features().getFirst();
        int first = code(records, feature, 0);
        int second = code(records, feature, 1);
        assertThat(first).as("first value").isNotEqualTo(Column.MISSING);
        assertThat(second).as("second value").isNotEqualTo(Column.MISSING);
        if (first == second) {
            return "equal";
        }
        Comparator comparator = Comparator.of(feature, kind.levels(), NAMES);
        int cell = Comparator.cell(comparator.compare(first, second, new Similarity()));
        return comparator.levels.get(Comparator.level(cell)).name();
    }

    private static Records records(FieldKind kind, Column column) {
        var field = new Field("x", List.of("x"), kind, "test");
        return new Records(List.of(Table.of("t", List.of(column))), List.of(field));
    }

    /** The code of the value that stands in the row. */
    private static int code(Records records, Feature feature, int row) {
        return IntStream.range(0, records.size())
                .filter(record -> records.rowOf(record) == row)
                .map(record -> feature.codes[record])
                .findFirst()
                .orElseThrow();
    }

    private static FieldKind kind(String word) {
        return List.of(FieldKind.values()).stream()
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
