package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Columns that say nothing of who a record is about are told from those that do. */
class TellingTest {
    private static final List<String> GIVEN = List.of("Ada", "Ben", "Cleo", "Dev", "Ewa", "Finn");
    private static final List<String> FAMILIES =
            List.of("Ashdown", "Birchall", "Cravenby", "Dunmore", "Elsworth", "Fairley", "Garrod");

    private static final List<String> WORKERS =
            List.of("Tamara", "Rose", "Lindsey", "Thomas", "Grace", "Martin", "Alice", "Peter");

    private final Random random = new Random(11);

    @Test
    void leavesOutWhatIsOfTheVisitAndNotOfThePatient() {
        List<Field> fields = Linkage.propose(List.of(visits(3))).fields();

        assertThat(kind(fields, "seen")).isEqualTo(FieldKind.IGNORED);
        assertThat(kind(fields, "bay")).isEqualTo(FieldKind.IGNORED);
        assertThat(kind(fields, "docket")).isEqualTo(FieldKind.IGNORED);
        assertThat(fields.stream().filter(f -> f.name().equals("bay")).findFirst())
                .hasValueSatisfying(f ->
                        assertThat(f.reason())
                                .isEqualTo("says nothing of who the record is about"));
    }

    @Test
    void keepsWhatAPersonMostlyKeepsThoughNobodyCalledItSo() {
        List<Field> fields = Linkage.propose(List.of(visits(3))).fields();

        assertThat(kind(fields, "team")).isEqualTo(FieldKind.CATEGORY);
        assertThat(kind(fields, "dob")).isEqualTo(FieldKind.BIRTH_DATE);
    }

    @Test
    void theOnlyDateIsNoBirthWhereItIsOtherFromRowToRowOfOnePerson() {
        Table courses = courses(3, true);

        assertThat(kind(Linkage.propose(List.of(courses)).fields(), "day"))
                .isEqualTo(FieldKind.IGNORED);
    }

    @Test
    void theOnlyDateIsABirthWhereItStaysAndWhereNobodyStandsTwice() {
        assertThat(kind(Linkage.propose(List.of(courses(3, false))).fields(), "day"))
                .isEqualTo(FieldKind.BIRTH_DATE);
        assertThat(kind(Linkage.propose(List.of(courses(1, true))).fields(), "day"))
                .isEqualTo(FieldKind.BIRTH_DATE);
    }

    @Test
    void theOnlyDateIsNoBirthWhereNamesAtOneAddressHaveAnotherInAFewYears() {
        assertThat(kind(Linkage.propose(List.of(calls(3, 5, "day"))).fields(), "day"))
                .isEqualTo(FieldKind.IGNORED);
        assertThat(
                        kind(
                                Linkage.propose(List.of(calls(3, 50, "visited on"))).fields(),
                                "visited on"))
                .isEqualTo(FieldKind.IGNORED);
    }

    @Test
    void aMachinesNumberTellsThoughTheNamesOfThoseWhoHaveMachinesAreRare() {
        assertThat(kind(Linkage.propose(machines()).fields(), "serial"))
                .isEqualTo(FieldKind.IDENTIFIER);
        assertThat(kind(Linkage.propose(machines()).fields(), "make"))
                .isEqualTo(FieldKind.CATEGORY);
    }

    /** Two lists of machines, of which 400 people have three each. */
    private static List<Table> machines() {
        List<List<String>> here = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            String user = GIVEN.get(i / 3 % 6) + " " + rare(i / 3);
            String make = "make " + (char) ('a' + i * 7 % 23);
            here.add(List.of(user, "SN" + (100_000 + i * 37), make));
            there.add(List.of(user, "SN" + (100_000 + i * 37), make));
        }
        List<String> header = List.of("user", "serial", "make");
        return List.of(
                UnifyingTest.table("bought", header, here),
                UnifyingTest.table("counted", header, there));
    }

    private static String rare(int i) {
        return "Mar" + (char) ('a' + i % 20) + (char) ('a' + i / 20 % 20) + "ston";
    }

    @Test
    void theAuthorsThatOneOfTwoListsNamesMakeNoColumnSilent() {
        var ours = new StringBuilder("id,heading,sheets\n");
        var theirs = new StringBuilder("id,heading,sheets,written_by\n");
        for (int i = 0; i < 400; i++) {
            String title =
                    "The %s %s of %s"
                            .formatted(
                                    WORKERS.get(random.nextInt(WORKERS.size())),
                                    FAMILIES.get(random.nextInt(FAMILIES.size())),
                                    letters(i));
            int sheets = 100 + random.nextInt(600);
            // Everybody has written two, and no name is common.
            String author = "Q%s Z%s".formatted(letters(i / 2), letters(i / 2 + 500));
            ours.append("a%d,%s,%d\n".formatted(i, title, sheets));
            theirs.append("b%d,%s,%d,%s\n".formatted(i, title, sheets, author));
        }

        List<Field> fields =
                Linkage.propose(List.of(table("ours", ours), table("theirs", theirs))).fields();

        assertThat(kind(fields, "written_by")).isEqualTo(FieldKind.FULL_NAME);
        assertThat(kind(fields, "heading")).isEqualTo(FieldKind.TEXT);
        assertThat(kind(fields, "sheets")).isEqualTo(FieldKind.NUMBER);
    }

    private static Table table(String name, StringBuilder text) {
        return CsvReader.parse(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fathersAndSonsOfOneNameMakeNoDateOfBirthOneOfAVisit() {
        assertThat(kind(Linkage.propose(List.of(calls(2, 50, "day"))).fields(), "day"))
                .isEqualTo(FieldKind.BIRTH_DATE);
    }

    /** Rows with a name, an address and a day in so many years. */
    private Table calls(int each, int years, String day) {
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            String given = pick(GIVEN);
            String family = pick(FAMILIES);
            String home = (1 + person) + " " + pick(FAMILIES) + " Road";
            for (int call = 0; call < each; call++) {
                rows.add(List.of(given, family, home, date(1970 + random.nextInt(years))));
            }
        }
        return table("calls", List.of("forename", "surname", "address", day), rows);
    }

    @Test
    void givenNamesBesideFullNamesAreSomebodyElses() {
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            String end = "" + (char) ('a' + person % 26) + (char) ('a' + person / 26);
            String name = pick(GIVEN) + " " + pick(FAMILIES) + end;
            String home = (1 + person) + " " + pick(FAMILIES) + " Road";
            for (int call = 0; call < 3; call++) {
                rows.add(List.of(name, home, pick(WORKERS)));
            }
        }
        Table calls = table("calls", List.of("person seen", "address", "worker"), rows);

        assertThat(kind(Linkage.propose(List.of(calls)).fields(), "worker"))
                .isEqualTo(FieldKind.IGNORED);
    }

    /** Rows with a name, an e-mail and a day that is the row's or the person's. */
    private Table courses(int each, boolean ofRow) {
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            String given = pick(GIVEN);
            String family = pick(FAMILIES);
            String born = date(1950 + person % 60);
            for (int course = 0; course < each; course++) {
                String day = ofRow ? date(2017 + random.nextInt(7)) : born;
                String mail = given + family + person + "@post.example";
                rows.add(List.of(given + " " + family, mail, day));
            }
        }
        return table("courses", List.of("delegate name", "email", "day"), rows);
    }

    @Test
    void judgesNoColumnWhereNobodyStandsTwice() {
        List<Field> fields = Linkage.propose(List.of(visits(1))).fields();

        assertThat(kind(fields, "bay")).isEqualTo(FieldKind.CATEGORY);
        assertThat(kind(fields, "docket")).isEqualTo(FieldKind.IDENTIFIER);
    }

    /** Members of one household share its number and the ward, and are each of another size. */
    @Test
    void theNumberOfAHouseholdMakesNoColumnOfItsMembersSilent() {
        List<List<String>> rows = new ArrayList<>();
        for (int home = 0; home < 1500; home++) {
            String ward = "Ward " + random.nextInt(9);
            for (int member = 0; member < 2; member++) {
                rows.add(
                        List.of(
                                "HH%06d".formatted(home * 37),
                                ward,
                                "" + (140 + random.nextInt(60)),
                                "Eyes " + random.nextInt(5)));
            }
        }
        Table members = table("members", List.of("hh_ref", "quarter", "height", "iris"), rows);
        List<Field> fields = Linkage.propose(List.of(members)).fields();

        assertThat(kind(fields, "hh_ref")).isEqualTo(FieldKind.IDENTIFIER);
        assertThat(kind(fields, "height")).isEqualTo(FieldKind.NUMBER);
        assertThat(kind(fields, "iris")).isEqualTo(FieldKind.CATEGORY);
    }

    /** The licence of a seller stands with each of its goods, as all that is the seller's. */
    @Test
    void aCodeOfManyRowsMakesNoColumnSilent() {
        List<List<String>> rows = new ArrayList<>();
        for (int seller = 0; seller < 40; seller++) {
            String area = "Area " + random.nextInt(5);
            String branch = "Branch " + random.nextInt(7);
            String round = "Round " + random.nextInt(6);
            for (int good = 0; good < 25; good++) {
                String licence = "LC%05d".formatted(seller * 41);
                rows.add(List.of(licence, area, branch, round, "Hue " + random.nextInt(6)));
            }
        }
        Table goods = table("goods", List.of("licence", "area", "branch", "round", "hue"), rows);

        assertThat(kind(Linkage.propose(List.of(goods)).fields(), "hue"))
                .isEqualTo(FieldKind.CATEGORY);
    }

    @Test
    void namesakesByChanceMakeNoColumnSilent() {
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < 6000; person++) {
            String given = "Gi" + letters(random.nextInt(300));
            String family = "Fa" + letters(random.nextInt(1000));
            rows.add(List.of(given, family, "Bay " + random.nextInt(4)));
        }
        Table people = table("people", List.of("forename", "surname", "bay"), rows);

        assertThat(kind(Linkage.propose(List.of(people)).fields(), "bay"))
                .isEqualTo(FieldKind.CATEGORY);
    }

    @Test
    void rareNamesThatStandOftenTellWhatIsOfTheVisit() {
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < 300; person++) {
            for (int visit = 0; visit < 3; visit++) {
                String bay = "Bay " + random.nextInt(4);
                rows.add(List.of("Gi" + letters(person), "Fa" + letters(person), bay));
            }
        }
        Table people = table("people", List.of("forename", "surname", "bay"), rows);

        assertThat(kind(Linkage.propose(List.of(people)).fields(), "bay"))
                .isEqualTo(FieldKind.IGNORED);
    }

    private static String letters(int number) {
        return ""
                + (char) ('a' + number / 26 / 26)
                + (char) ('a' + number / 26 % 26)
                + (char) ('a' + number % 26);
    }

    private static FieldKind kind(List<Field> fields, String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow().kind();
    }

    /** 200 patients, so many visits of each; the team changes in two of five. */
    private Table visits(int each) {
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            String given = pick(GIVEN);
            String family = pick(FAMILIES);
            String born = date(1950 + person % 60);
            String team = "T" + random.nextInt(5);
            for (int visit = 0; visit < each; visit++) {
                rows.add(
                        List.of(
                                given,
                                family,
                                born,
                                date(2020 + random.nextInt(4)),
                                "Bay " + random.nextInt(4),
                                "D%07d".formatted(random.nextInt(10_000_000)),
                                random.nextInt(5) < 3 ? team : "T" + random.nextInt(5)));
            }
        }
        return table(
                "visits",
                List.of("forename", "surname", "dob", "seen", "bay", "docket", "team"),
                rows);
    }

    private static Table table(String name, List<String> names, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            int at = c;
            columns.add(Column.of(names.get(c), rows.stream().map(r -> r.get(at)).toList()));
        }
        return new Table(name, columns, rows.size(), List.of());
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String date(int year) {
        return "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
