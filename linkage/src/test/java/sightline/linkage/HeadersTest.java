package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files whose headers are cut short, in other words, or name parts of things. */
final class HeadersTest {
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final OddPeople people = new OddPeople(new Random(seed));

    HeadersTest() {
        while (people.all.size() < 300) {
            people.household(3, 0);
        }
    }

    @Test
    void headersCutShortAreUnderstood() {
        assertThat(kindOf("GebDat")).isEqualTo(FieldKind.BIRTH_DATE);
        assertThat(kindOf("NName")).isEqualTo(FieldKind.SURNAME);
        assertThat(kindOf("Christian_Names")).as("the plural").isEqualTo(FieldKind.GIVEN_NAME);
        assertThat(kindOf("first_names")).isEqualTo(FieldKind.GIVEN_NAME);
        assertThat(kindOf("Geschl")).isEqualTo(FieldKind.SEX);
        assertThat(Vocabulary.isFormerSurname(Vocabulary.words("GebName"))).isTrue();
        assertThat(Vocabulary.isFormerSurname(Vocabulary.words("Geburtsname"))).isTrue();
        assertThat(Vocabulary.isOfDeath(Vocabulary.words("Date_Died"))).isTrue();
    }

    @Test
    void yearMonthAndDayInThreeColumnsAreOneDate() {
        Table numbers = table("a", List.of("fname", "lname", "by", "bm", "bd"), false);
        Table words = table("b", List.of("fname", "lname", "DOB_YEAR", "DOB_MON", "DOB_DAY"), true);

        Linkage linkage = Linkage.auto(List.of(numbers, words));

        assertThat(linkage.settings().fields())
                .filteredOn(f -> f.kind() == FieldKind.BIRTH_DATE)
                .extracting(Field::columns)
                .containsExactly(List.of("by / bm / bd", "DOB_YEAR / DOB_MON / DOB_DAY"));
        assertThat(numbers.column("by / bm / bd").orElseThrow().text(7))
                .isEqualTo(words.column("DOB_YEAR / DOB_MON / DOB_DAY").orElseThrow().text(7));
        for (int i = 0; i < people.all.size(); i++) {
            assertThat(linkage.clusters().of(i))
                    .as("seed %d, record %d", seed, i)
                    .isEqualTo(linkage.clusters().of(people.all.size() + i));
        }
    }

    @Test
    void aFewRowsWithWhatIsNoMonthLeaveTheOthersMonths() {
        List<List<String>> rows = new ArrayList<>(rows(false));
        for (String slip : List.of("00", "99", "13", "NK")) {
            rows.add(List.of("Ada", "Marsh", "1987", slip, "3"));
        }

        assertThat(births(List.of("fname", "lname", "by", "bm", "bd"), rows))
                .containsExactly("by / bm / bd");
    }

    @Test
    void partsOfDatesStayApartWhereAnotherFileHasOnlySomeOfThem() {
        Table whole = table("a", List.of("fname", "lname", "by", "bm", "bd"), false);
        List<List<String>> years = rows(false).stream().map(row -> row.subList(0, 3)).toList();
        for (String year : List.of("by", "yob")) {
            Table some = UnifyingTest.table("b", List.of("fname", "lname", year), years);

            assertThat(Linkage.propose(List.of(whole, some)).fields())
                    .extracting(Field::columns)
                    .as(year)
                    .contains(List.of("by", year));
        }
    }

    @Test
    void datesOfDeathOfTheRecordAndOfOthersAreNotJoinedAsBirths() {
        List<String> names = List.of("fname", "lname");
        List<List<String>> dates = rows(false).stream().map(row -> row.subList(2, 5)).toList();
        for (String of : List.of("death", "adm", "visit", "mother_birth", "")) {
            List<String> both = beside(parts(of), parts("birth"));

            assertThat(births(beside(names, both), rowsBeside(rows(false), dates)))
                    .as(of)
                    .containsExactly("birth_year / birth_month / birth_day");
            assertThat(births(beside(names, parts(of)), rows(false)))
                    .as(of)
                    .hasSize(of.isEmpty() ? 1 : 0);
        }
    }

    @Test
    void aDateOfWhichNothingTellsWhatItIsOfGivesWayToAnAge() {
        List<String> header = beside(List.of("fname", "lname"), parts(""));
        List<List<String>> ages =
                IntStream.range(0, people.all.size())
                        .mapToObj(i -> List.of(Integer.toString(i % 80)))
                        .toList();

        assertThat(births(beside(header, List.of("age")), rowsBeside(rows(false), ages))).isEmpty();
    }

    private static <T> List<T> beside(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Each row with another's cells behind its own. */
    private static List<List<String>> rowsBeside(
            List<List<String>> some, List<List<String>> others) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> beside(some.get(i), others.get(i)))
                .toList();
    }

    @Test
    void aDateOfBirthInThreeColumnsIsNoNumberOfAHouseAndNotWhenTheRecordWasMade() {
        List<String> header = List.of("fname", "lname", "bm", "bd", "by", "street", "age");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < people.all.size(); i++) {
            List<String> row = rows(false).get(i);
            int age = 2026 - Integer.parseInt(row.get(2));
            rows.add(
                    List.of(
                            row.get(0),
                            row.get(1),
                            row.get(3),
                            row.get(4),
                            row.get(2),
                            row.get(1) + " Lane",
                            Integer.toString(age)));
        }

        assertThat(births(header, rows)).containsExactly("by / bm / bd");
    }

    @Test
    void partsOfDatesAreUnderstoodHoweverTheyAreCalled() {
        for (String header :
                List.of(
                        "yyyy,mm,dd",
                        "yy,mm,dd",
                        "yob,mob,dob",
                        "birthyear,birthmonth,birthday",
                        "Geburtsjahr,Geburtsmonat,Geburtstag",
                        "GebJahr,GebMonat,GebTag",
                        "Jahr,Monat,Tag",
                        "año_nac,mes_nac,día_nac",
                        "année,mois,jour",
                        "anno,mese,giorno",
                        "rok,miesiąc,dzień",
                        "год,месяц,день",
                        "by,bm,bd")) {
            List<String> parts = List.of(header.split(","));

            assertThat(births(beside(List.of("fname", "lname"), parts), rows(false)))
                    .as(header)
                    .containsExactly(String.join(" / ", parts));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "März, 3",
        "Okt., 10",
        "juillet, 7",
        "juin, 6",
        "août, 8",
        "enero, 1",
        "dic, 12",
        "luglio, 7",
        "giugno, 6",
        "gennaio, 1",
        "outubro, 10",
        "mei, 5",
        "maart, 3",
        "wrzesień, 9",
        "мая, 5",
        "июля, 7",
        "липень, 7",
        "Μαΐου, 5",
        "ağustos, 8",
        "desember, 12",
        "none, 0"
    })
    void monthsAreUnderstoodInSeveralLanguages(String name, String month) {
        assertThat(DateParts.of("1987", name, ""))
                .isEqualTo(month.equals("0") ? "1987" : "1987-" + month);
    }

    @Test
    void headersOfTwoSensesAreTakenInTheRightOne() {
        assertThat(kindOf("GebOrt")).isEqualTo(FieldKind.BIRTH_PLACE);
        assertThat(kindOf("Geb_Land")).isEqualTo(FieldKind.BIRTH_PLACE);
        assertThat(kindOf("Str.Nr.")).isEqualTo(FieldKind.HOUSE_NUMBER);
        assertThat(kindOf("str_no")).isEqualTo(FieldKind.HOUSE_NUMBER);
        assertThat(Vocabulary.kindOf(Vocabulary.words("Units"))).isEmpty();
        assertThat(Vocabulary.kindOf(Vocabulary.words("cells"))).isEmpty();
        assertThat(kindOf("postcodes")).isEqualTo(FieldKind.POSTCODE);
        assertThat(kindsOf(List.of("V_Name", "N_Name", "yob", "mob", "dob"), rows(false)))
                .containsExactly(
                        FieldKind.GIVEN_NAME,
                        FieldKind.SURNAME,
                        FieldKind.BIRTH_DATE,
                        FieldKind.IGNORED,
                        FieldKind.IGNORED);
        List<List<String>> months =
                rows(false).stream().map(r -> List.of(r.get(0), r.get(1), r.get(3))).toList();
        assertThat(kindsOf(List.of("fname", "lname", "mob"), months))
                .containsExactly(FieldKind.GIVEN_NAME, FieldKind.SURNAME, FieldKind.CATEGORY);
        List<List<String>> whole =
                rows(false).stream()
                        .map(r -> List.of(r.get(0) + " " + r.get(1), r.get(2)))
                        .toList();
        assertThat(kindsOf(List.of("birth_name", "yob"), whole))
                .containsExactly(FieldKind.FULL_NAME, FieldKind.YEAR);
    }

    private static List<FieldKind> kindsOf(List<String> header, List<List<String>> rows) {
        List<Field> fields =
                Linkage.propose(List.of(UnifyingTest.table("a", header, rows))).fields();
        return fields.stream().map(Field::kind).toList();
    }

    private static List<String> parts(String of) {
        String start = of.isEmpty() ? "" : of + "_";
        return List.of(start + "year", start + "month", start + "day");
    }

    @Test
    void aDateIsAsMuchAsIsKnownOfIt() {
        assertThat(DateParts.of("1987", "JAN", "03")).isEqualTo("1987-1-03");
        assertThat(DateParts.of("87", "2", "")).isEqualTo("1987-2");
        assertThat(DateParts.of("1987", "", "3")).isEqualTo("1987");
        assertThat(DateParts.of("", "2", "3")).isEmpty();
        for (String none : List.of("NA", "NK", "1O", "8?", "0000")) {
            assertThat(DateParts.of(none, "2", "3")).as(none).isEmpty();
        }
        assertThat(DateParts.of("1987.0", "2.0", "3.0")).isEqualTo("1987-2-3");
        assertThat(DateParts.of("87", "2", "NA")).isEqualTo("1987-2");
        assertThat(DateParts.of("2187", "2", "03")).as("a slip").isEqualTo("2187-2-03");
    }

    @Test
    void withoutANameThePartsOfADateStayApart() {
        List<List<String>> rows = new ArrayList<>();
        people.all.forEach(p -> {
            String[] dob = p.getOrDefault("dob", "").split("-");
            rows.add(List.of(dob[0], dob[1], dob[2], p.getOrDefault("postcode", "")));
        });
        Table panel = UnifyingTest.table("panel", List.of("by", "bm", "bd", "postcode"), rows);

        assertThat(Linkage.propose(List.of(panel)).fields())
                .extracting(Field::name)
                .contains("by", "bm", "bd");
    }

    @Test
    void columnsOfCodesGoTogetherByTheCodesInThem() {
        List<List<String>> one = new ArrayList<>();
        List<List<String>> other = new ArrayList<>();
        people.all.forEach(p -> {
            String surname = hash(p.getOrDefault("surname", ""));
            String forename = hash(p.getOrDefault("forename", ""));
            one.add(List.of(surname, forename, p.getOrDefault("dob", "").substring(0, 7)));
            other.add(List.of(p.getOrDefault("dob", "").substring(0, 7), forename, surname));
        });
        Table first = UnifyingTest.table("first", List.of("h1", "h2", "born"), one);
        Table second =
                UnifyingTest.table(
                        "second", List.of("month", "forename_sha", "surname_sha"), other);

        assertThat(Linkage.propose(List.of(first, second)).fields())
                .extracting(Field::columns)
                .contains(List.of("h1", "surname_sha"), List.of("h2", "forename_sha"));
        assertThat(Linkage.propose(List.of(second, first)).fields())
                .extracting(Field::kind)
                .contains(FieldKind.SURNAME, FieldKind.GIVEN_NAME);
    }

    @Test
    void numbersThatAreCountedDoNotGoTogetherByThoseInCommon() {
        List<List<String>> patients = new ArrayList<>();
        List<List<String>> bills = new ArrayList<>();
        for (int i = 0; i < people.all.size(); i++) {
            List<String> name = rows(false).get(i).subList(0, 2);
            String bill = Integer.toString(1_000_000 + i * 7 % people.all.size());
            patients.add(beside(name, List.of(Integer.toString(1_000_000 + i))));
            bills.add(beside(name, List.of(Integer.toString(5_000_000 + i), bill)));
        }
        Table clinic =
                UnifyingTest.table("clinic", List.of("fname", "lname", "patient_no"), patients);
        Table office =
                UnifyingTest.table(
                        "office", List.of("fname", "lname", "hospital_no", "invoice_no"), bills);

        assertThat(Linkage.propose(List.of(clinic, office)).fields())
                .extracting(Field::columns)
                .contains(List.of("patient_no", "hospital_no"));
    }

    @Test
    void codesOfASmallFileGoWithThoseAmongTheManyOfALargeOne() {
        List<List<String>> few = new ArrayList<>();
        List<List<String>> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(List.of(hash("other" + i), hash("own" + i)));
        }
        for (int i = 0; i < 3000; i++) {
            few.add(List.of(hash("own" + 31 * i), i % 2 == 0 ? "x" : "y"));
        }
        Table small = UnifyingTest.table("small", List.of("key_a", "sort"), few);
        Table large = UnifyingTest.table("large", List.of("h1", "h2"), many);

        assertThat(Linkage.propose(List.of(small, large)).fields())
                .extracting(Field::columns)
                .contains(List.of("key_a", "h2"));
    }

    @Test
    void aTownWithItsCountryIsNoCountry() {
        List<String> countries = List.of("Germany", "France", "Spain", "Italy");
        List<List<String>> places = new ArrayList<>();
        List<List<String>> lands = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String country = countries.get(i % 4);
            places.add(List.of("Wick%cton, %s".formatted('a' + i / 4 % 25, country)));
            lands.add(List.of(country));
        }
        Table one = UnifyingTest.table("a", List.of("place"), places);
        Table other = UnifyingTest.table("b", List.of("land"), lands);

        assertThat(Linkage.propose(List.of(one, other)).fields())
                .extracting(Field::columns)
                .doesNotContain(List.of("place", "land"));
    }

    @Test
    void streetsWithNumbersAreNoCodesAndRegimentsNoHouses() {
        List<List<String>> rows = new ArrayList<>();
        String[] kinds = {"ROAD", "LANE", "STREET"};
        for (int i = 0; i < people.all.size(); i++) {
            String surname = people.all.get(i).getOrDefault("surname", "");
            rows.add(
                    List.of(
                            "%d %s %s".formatted(1 + i % 90, surname, kinds[i % 3]),
                            "%dth Battalion, Royal %s".formatted(4 + i % 9, surname)));
        }
        Table table = UnifyingTest.table("rolls", List.of("ENUMCAP", "Unit"), rows);

        assertThat(Linkage.propose(List.of(table)).fields())
                .filteredOn(f -> List.of("ENUMCAP", "Unit").contains(f.name()))
                .extracting(Field::kind)
                .containsExactly(FieldKind.STREET, FieldKind.TEXT);
    }

    @Test
    void timesThatThingsLastAreNumbers() {
        assertThat(Numbers.isNumber("2h 17m")).isTrue();
        assertThat(Numbers.plain("2h 17m")).isEqualTo("137");
        assertThat(Numbers.plain("137 min")).isEqualTo("137");
        assertThat(Numbers.plain("1 hr")).isEqualTo("60");
        assertThat(Numbers.plain("1.5 kg")).isEqualTo("1500");
        assertThat(Numbers.isNumber("12 Mill Lane")).isFalse();
    }

    @Test
    void pagesGoByTheFirstOfThem() {
        assertThat(Numbers.plain("485-496")).isEqualTo("485");
        assertThat(Numbers.plain("pp. 485–96")).isEqualTo("485");
        assertThat(Numbers.isNumber("pp. 485–96")).isTrue();
        assertThat(Numbers.isNumber("496-485")).as("not from one to another").isFalse();
        assertThat(Numbers.isNumber("1378-5955")).as("a code").isFalse();
        assertThat(Numbers.isNumber("0117-1234")).as("a telephone number").isFalse();
    }

    @Test
    void numbersOfCasesAreNoPages() {
        List<List<String>> pages = new ArrayList<>();
        List<List<String>> cases = new ArrayList<>();
        List<List<String>> turned = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int page = 100 + i * 7;
            pages.add(List.of(page + "-" + (page + 5)));
            cases.add(List.of((15 + i % 5) + "-" + (100 + i)));
            turned.add(List.of((1100 + i) + "-" + (2020 + i % 5)));
        }

        assertThat(kindsOf(List.of("at"), pages)).containsExactly(FieldKind.NUMBER);
        assertThat(kindsOf(List.of("at"), cases)).containsExactly(FieldKind.IDENTIFIER);
        assertThat(kindsOf(List.of("at"), turned)).containsExactly(FieldKind.IDENTIFIER);
        assertThat(kindsOf(List.of("Pages"), cases)).containsExactly(FieldKind.NUMBER);
    }

    @Test
    void pricesOfAUnitAreNoNumbersOfHouses() {
        assertThat(kindOf("unit_price")).isEqualTo(FieldKind.NUMBER);
        assertThat(kindOf("unit")).isEqualTo(FieldKind.HOUSE_NUMBER);
    }

    @Test
    void ordinalsAreNamesAndAgesAreNumbersHoweverFew() {
        assertThat(Numbers.largestIn("7th Battalion")).isEmpty();
        assertThat(Numbers.largestIn("7th Battalion, 3 companies")).isEqualTo("3");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < people.all.size(); i++) {
            var p = people.all.get(i);
            rows.add(
                    List.of(
                            p.getOrDefault("forename", ""),
                            p.getOrDefault("surname", ""),
                            Integer.toString(18 + i % 20),
                            "%d May 191%d".formatted(1 + i % 28, 4 + i % 5)));
        }
        Table roll = UnifyingTest.table("roll", List.of("fname", "lname", "Age", "Died"), rows);

        assertThat(Linkage.propose(List.of(roll)).fields())
                .filteredOn(f -> List.of("Age", "Died").contains(f.name()))
                .as("a death is not when the record was made")
                .extracting(Field::kind)
                .containsExactly(FieldKind.NUMBER, FieldKind.BIRTH_DATE);
    }

    @Test
    void linesThatSayNearlyTheSameAreOneThingWhereNothingElseIsKnown() {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < people.all.size(); i++) {
            var p = people.all.get(i);
            String who = p.getOrDefault("surname", "") + i + " " + p.getOrDefault("forename", "");
            lines.add(List.of(who + " Research Institute"));
            lines.add(List.of(who + " Research Institute Wick"));
        }
        Linkage linkage =
                Linkage.auto(List.of(UnifyingTest.table("places", List.of("affil"), lines)));

        assertThat(linkage.clusters().count())
                .as("seed %d", seed)
                .isBetween(people.all.size() - 10, people.all.size() + 10);
    }

    private static FieldKind kindOf(String header) {
        return Vocabulary.kindOf(Vocabulary.words(header)).orElseThrow();
    }

    private static String hash(String text) {
        return "%08x%08x"
                .formatted(text.hashCode() * 31 + 7, Integer.reverse(text.hashCode() * 131 + 5));
    }

    /** What one table's dates of birth are called. */
    private static List<String> births(List<String> header, List<List<String>> rows) {
        return Linkage.propose(List.of(UnifyingTest.table("a", header, rows))).fields().stream()
                .filter(f -> f.kind() == FieldKind.BIRTH_DATE)
                .map(Field::name)
                .toList();
    }

    /** Everybody with the date in three columns, the month as a number or a word. */
    private Table table(String name, List<String> header, boolean inWords) {
        return UnifyingTest.table(name, header, rows(inWords));
    }

    private List<List<String>> rows(boolean inWords) {
        List<String> months =
                List.of(
                        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                        "DEC");
        List<List<String>> rows = new ArrayList<>();
        people.all.forEach(p -> {
            String[] dob = p.getOrDefault("dob", "").split("-");
            int month = Integer.parseInt(dob[1]);
            rows.add(
                    List.of(
                            p.getOrDefault("forename", ""),
                            p.getOrDefault("surname", ""),
                            dob[0],
                            inWords ? months.get(month - 1) : Integer.toString(month),
                            dob[2]));
        });
        return rows;
    }
}
