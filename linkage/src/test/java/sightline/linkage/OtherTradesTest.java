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
        assertThat(Numbers.largestIn("1,000 pieces, 2 bags")).isEqualTo("1000");
        assertThat(Numbers.largestIn("red wine 75cl")).isEqualTo("750");
        assertThat(Numbers.largestIn("red wine 0,750 l")).isEqualTo("750");
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
    void numbersOfOtherThingsAmongThoseOfBooksStayWhole() {
        assertThat(BookNumbers.of("036000291452")).isEqualTo("036000291452");
        assertThat(BookNumbers.of("4006381333931")).isEqualTo("4006381333931");
        assertThat(BookNumbers.of("9780306406158")).as("a wrong check digit").hasSize(13);
        assertThat(BookNumbers.of("97803064061573")).hasSize(14);

        Column gtin =
                Column.of(
                        "gtin",
                        List.of(
                                "9780306406157",
                                "9780131103627",
                                "9780201633610",
                                "036000291452",
                                "036000291469",
                                "4006381333931",
                                "4006381333948"));
        Field field = new Field("gtin", List.of("gtin"), FieldKind.IDENTIFIER, "");
        Records records = new Records(List.of(Table.of("goods", List.of(gtin))), List.of(field));
        assertThat(records.features().getFirst().text).hasSize(7);
    }

    @Test
    void booksOfOneTableWithTenDigitsAreThoseOfAnotherWithThirteen() {
        Column one =
                Column.of(
                        "isbn",
                        List.of(
                                "none; 9780306406157",
                                "none; 9780131103627",
                                "none; 9780201633610"));
        Column two = Column.of("isbn", List.of("0306406152", "0131103628", "0201633612"));
        Field field = new Field("isbn", List.of("isbn", "isbn"), FieldKind.IDENTIFIER, "");
        Records records =
                new Records(
                        List.of(Table.of("a", List.of(one)), Table.of("b", List.of(two))),
                        List.of(field));

        assertThat(records.features().getFirst().text)
                .contains("9780306406157", "9780131103627", "9780201633610")
                .hasSize(6);
    }

    @Test
    void ratesOfTaxAndNamesOfJournalsAreNobodysNumbers() {
        for (String name : List.of("vat_rate", "Price ex VAT", "issn")) {
            assertThat(Vocabulary.kindOf(Vocabulary.words(name))).as(name).isEmpty();
        }
        assertThat(Vocabulary.kindOf(Vocabulary.words("VAT number")))
                .contains(FieldKind.IDENTIFIER);
        Table films = table(column("genero", i -> surname(i) + i % 20));
        assertThat(kinds(films)).doesNotContain(FieldKind.SEX);
    }

    @Test
    void agesYearsAndFlagsBesideStreetsAreNoHouseNumbers() {
        Table table =
                table(
                        column("flag", i -> String.valueOf(i % 3)),
                        column("street", i -> surname(i) + " Road"),
                        column("age", i -> String.valueOf(20 + i % 50)));
        Table built =
                table(
                        column("street", i -> surname(i) + " Road"),
                        column("built", i -> String.valueOf(1930 + i % 70)));

        assertThat(kinds(table)).doesNotContain(FieldKind.HOUSE_NUMBER);
        assertThat(kinds(built)).doesNotContain(FieldKind.HOUSE_NUMBER);
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

    @Test
    void namesGoWithTheColumnThatHoldsTheSameOnes() {
        Table vet =
                table(
                        column(
                                "patient",
                                i -> "Rov" + (char) ('a' + i % 20) + (char) ('a' + i / 20) + "er"),
                        column(
                                "client",
                                i -> surname(i) + "son" + (char) ('a' + i / 9) + ", " + given(i)));
        Table other =
                table(
                        column(
                                "AnimalName",
                                i -> "Rov" + (char) ('a' + i % 20) + (char) ('a' + i / 20) + "er"),
                        column(
                                "Keeper",
                                i -> given(i) + " " + surname(i) + "son" + (char) ('a' + i / 9)));

        assertThat(Linkage.propose(List.of(vet, other)).fields())
                .extracting(Field::columns)
                .contains(List.of("patient", "AnimalName"), List.of("client", "Keeper"));
    }

    @Test
    void numbersOfATextGoWithThoseOfItsCounterpartAndNotWithPrices() {
        Table one =
                table(
                        column(
                                "title",
                                i -> surname(i) + " oil " + given(i) + " " + (50 + i) + " ml"));
        Table two =
                table(
                        column("price", i -> "%d.%02d".formatted(3 + i % 40, i)),
                        column(
                                "title",
                                i -> surname(i) + " oil " + given(i) + " " + (50 + i) + " ml"));

        assertThat(Linkage.propose(List.of(one, two)).fields())
                .extracting(Field::columns)
                .contains(
                        List.of("title" + Table.SIZE, "title" + Table.SIZE), List.of("", "price"));
    }

    @Test
    void numbersOfATextGoWithAColumnOfTheSameNumbersAndNotWithOthers() {
        Table one = table(column("extent", i -> "xii, " + (100 + i) + " pages, " + surname(i)));
        Table pages =
                table(
                        column("price", i -> "%d.%02d".formatted(3 + i % 40, i)),
                        column("pp", i -> String.valueOf(100 + i)));
        Table prices = table(column("price", i -> "%d.%02d".formatted(3 + i % 40, i)));

        assertThat(Linkage.propose(List.of(one, pages)).fields())
                .extracting(Field::columns)
                .contains(List.of("extent" + Table.SIZE, "pp"));
        assertThat(Linkage.propose(List.of(one, prices)).fields())
                .extracting(Field::columns)
                .contains(List.of("extent" + Table.SIZE, ""), List.of("", "price"));
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
