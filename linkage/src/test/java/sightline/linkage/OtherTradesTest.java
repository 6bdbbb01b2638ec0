package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What is recognised in the files of libraries, shops, maps and registers of land. */
final class OtherTradesTest {
    private static final String[] SURNAMES = {
        "Marsh", "Stone", "Wood", "Hill", "Reed", "Ford", "Lane", "Park", "Moor"
    };

    private static final String[] GIVEN = {"Ada", "Bob", "Cem", "Dia", "Eve", "Fay", "Gus"};

    @Test
    void columnsInOtherLanguagesAndLettersAreCalledWhatTheyHold() {
        assertThat(Vocabulary.kindOf(Vocabulary.words("Prénom"))).contains(FieldKind.GIVEN_NAME);
        assertThat(Vocabulary.kindOf(Vocabulary.words("Επώνυμο"))).contains(FieldKind.SURNAME);
        assertThat(Vocabulary.kindOf(Vocabulary.words("Дата рождения")))
                .contains(FieldKind.BIRTH_DATE);
        assertThat(Vocabulary.kindOf(Vocabulary.words("Numéro de téléphone")))
                .contains(FieldKind.PHONE);
        assertThat(Vocabulary.kindOf(Vocabulary.words("Luogo di nascita")))
                .contains(FieldKind.BIRTH_PLACE);
    }

    @Test
    void namesInOneColumnOrElseInTwoAreFullNames() {
        Table table =
                table(
                        column("Lead Name", i -> i % 2 == 0 ? given(i) + " " + surname(i) : ""),
                        column("First Name", i -> i % 2 == 1 ? given(i) : ""),
                        column("Last Name", i -> i % 2 == 1 ? surname(i) : ""));
        Field name = only(table, FieldKind.FULL_NAME);

        Column column = table.column(name.name()).orElseThrow();
        assertThat(column.text(0)).isEqualTo("Ada Marsh");
        assertThat(column.text(1)).isEqualTo("Stone, Bob");
    }

    @Test
    void namesBesideTheirPartsAreNotJoined() {
        Table table =
                table(
                        column("Full Name", i -> given(i) + " " + surname(i)),
                        column("First Name", i -> given(i)),
                        column("Last Name", i -> surname(i)));

        assertThat(kinds(table)).contains(FieldKind.GIVEN_NAME, FieldKind.SURNAME);
    }

    @Test
    void aPlaceInOneCellIsTwoNumbers() {
        Table table = table(column("Where", i -> "51.%03d4, -1.%03d9".formatted(i, i + 7)));
        List<Field> fields = Linkage.propose(List.of(table)).fields();

        assertThat(fields).extracting(Field::kind).containsOnly(FieldKind.NUMBER);
        assertThat(fields.stream().map(f -> table.column(f.name()).orElseThrow().text(5)))
                .containsExactly("51.0054", "-1.0129");
    }

    @Test
    void numbersBesideStreetsAreOfHouses() {
        Table table =
                table(
                        column("saon", i -> i % 3 == 0 ? "FLAT " + i : ""),
                        column("paon", i -> String.valueOf(1 + i)),
                        column("street", i -> surname(i) + " Road"),
                        column("price", i -> String.valueOf(100_000 + 17 * i)));

        assertThat(kinds(table))
                .containsSubsequence(
                        FieldKind.HOUSE_NUMBER, FieldKind.HOUSE_NUMBER, FieldKind.STREET)
                .filteredOn(FieldKind.HOUSE_NUMBER::equals)
                .hasSize(2);
    }

    @Test
    void amountsInATextAreOneNumberInWhateverUnit() {
        assertThat(Numbers.largestIn("Olive oil 0.5 l")).isEqualTo("500");
        assertThat(Numbers.largestIn("OLIVE OIL 500ML")).isEqualTo("500");
        assertThat(Numbers.largestIn("muesli 1,5 kg")).isEqualTo("1500");
        assertThat(Numbers.largestIn("viii,571p. : ill. ; 20cm.")).isEqualTo("571");
        assertThat(Numbers.largestIn("[Wick] : Marsh Press, [1976]")).isEqualTo("1976");
        assertThat(Numbers.largestIn("no number")).isEmpty();
        assertThat(Numbers.largestIn("9".repeat(10_000))).isEmpty();
    }

    @Test
    void sumsWithACommaBeforeTheDecimalsAreNumbers() {
        assertThat(Numbers.plain("17,57 €")).isEqualTo("17.57");
        assertThat(Numbers.plain("1.234,50")).isEqualTo("1234.5");
        assertThat(Numbers.plain("1,234")).isEqualTo("1234");
    }

    @Test
    void theTwoFormsOfABooksNumberAreOne() {
        assertThat(BookNumbers.of("0-306-40615-2 (hbk.)")).isEqualTo("9780306406157");
        assertThat(BookNumbers.of("978-0-306-40615-7")).isEqualTo("9780306406157");
        assertThat(BookNumbers.of("0306406153")).as("a wrong check digit").isEqualTo("0306406153");
        Column column =
                Column.of("isbn", List.of("9780306406157", "9780306406157", "0306406152", ""));
        assertThat(BookNumbers.in(column)).as("one number is too few to tell").isFalse();
    }

    @Test
    void streetsGoWithStreetsWhateverTheColumnsAreCalled() {
        Table one =
                table(
                        column("legal_name", i -> surname(i) + " Tools " + i),
                        column("seat", i -> surname(i) + " Road " + i));
        Table two =
                table(
                        column("Firma", i -> surname(i) + " Tools GmbH " + i),
                        column("URL", i -> "www." + surname(i) + i + ".example"),
                        column("Address", i -> surname(i) + " Road " + i));
        Optional<Field> seat =
                Linkage.propose(List.of(one, two)).fields().stream()
                        .filter(f -> f.columns().getFirst().equals("seat"))
                        .findFirst();

        assertThat(seat).get().extracting(f -> f.columns().getLast()).isEqualTo("Address");
    }

    private static String given(int i) {
        return GIVEN[i % GIVEN.length];
    }

    private static String surname(int i) {
        return SURNAMES[i % SURNAMES.length];
    }

    private static List<FieldKind> kinds(Table table) {
        return Linkage.propose(List.of(table)).fields().stream().map(Field::kind).toList();
    }

    private static Field only(Table table, FieldKind kind) {
        List<Field> found =
                Linkage.propose(List.of(table)).fields().stream()
                        .filter(f -> f.kind() == kind)
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Column column(String name, IntFunction<String> cell) {
        return Column.of(name, IntStream.range(0, 90).mapToObj(cell).toList());
    }

    private static Table table(Column... columns) {
        return Table.of("records", List.of(columns));
    }
}
