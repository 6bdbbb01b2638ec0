package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class UnifyingTest {
    @Test
    void fullNamesInOneFileAreComparedWithTwoColumnsOfTheOther() {
        long seed = Long.getLong("seed", System.nanoTime());
        OddPeople people = new OddPeople(new Random(seed));
        while (people.all.size() < 300) {
            people.household(3, 0);
        }
        List<List<String>> parted = new ArrayList<>();
        List<List<String>> whole = new ArrayList<>();
        people.all.forEach(p -> {
            String forename = p.getOrDefault("forename", "");
            String surname = p.getOrDefault("surname", "");
            String dob = p.getOrDefault("dob", "");
            parted.add(List.of(forename, surname, dob));
            whole.add(List.of(surname.toUpperCase(java.util.Locale.ROOT) + ", " + forename, dob));
        });
        Table clinic = table("clinic", List.of("Forename", "Surname", "DOB"), parted);
        Table school = table("school", List.of("pupil_name", "birth"), whole);

        Linkage linkage = Linkage.auto(List.of(clinic, school));

        assertThat(linkage.settings().fields())
                .extracting(Field::name)
                .contains("Forename + Surname");
        for (int i = 0; i < people.all.size(); i++) {
            assertThat(linkage.clusters().of(i))
                    .as("seed %d, record %d", seed, i)
                    .isEqualTo(linkage.clusters().of(people.all.size() + i));
        }
        Map<String, String> asked =
                Map.of(
                        "Forename",
                        parted.get(7).get(0),
                        "Surname",
                        parted.get(7).get(1),
                        "DOB",
                        parted.get(7).get(2));
        assertThat(linkage.live().query(asked))
                .extracting(LiveIndex.Match::id)
                .contains("clinic:8", "school:8");
    }

    @Test
    void columnsOfOneNameInTwoSpellingsAreOneWhateverElseIsLikeThem() {
        List<List<String>> articles = new ArrayList<>();
        List<List<String>> papers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int page = 1 + i * 7;
            String title = "On the sleep of " + Integer.toString(i * 7919, 36) + " in Wales";
            String pages = page + "-" + (page + 5);
            articles.add(List.of(title, Integer.toString(1 + i % 30), pages));
            papers.add(List.of(title, "pp. " + pages));
        }
        Table first = table("articles", List.of("Title", "Volume", "Pages"), articles);
        Table other = table("papers", List.of("title", "pages"), papers);

        assertThat(Linkage.propose(List.of(first, other)).fields())
                .extracting(Field::kind, Field::columns)
                .contains(tuple(FieldKind.NUMBER, List.of("Pages", "pages")))
                .contains(tuple(FieldKind.CATEGORY, List.of("Volume", "")));
    }

    @Test
    void headersOfMarksAloneAreNotCalledAlike() {
        List<List<String>> numbers = new ArrayList<>();
        List<List<String>> shares = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name = "Quill " + Integer.toString(i * 7919, 36);
            numbers.add(List.of(name, "AX" + (10_000 + i)));
            shares.add(List.of(name, "0." + (100 + i * 3)));
        }
        Table first = table("a", List.of("title", "#"), numbers);
        Table other = table("b", List.of("title", "%"), shares);

        assertThat(Linkage.propose(List.of(first, other)).fields())
                .extracting(Field::columns)
                .contains(List.of("title", "title"))
                .doesNotContain(List.of("#", "%"));
    }

    @Test
    void aDateThatIsCalledOneOfBirthIsComparedWithAnotherNotTheFirstDateThatStandsThere() {
        List<List<String>> people = new ArrayList<>();
        List<List<String>> tenancies = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String born = "19%02d-0%d-1%d".formatted(i % 90, 1 + i % 9, i % 7);
            people.add(List.of("Ada", "Marsh", born));
            tenancies.add(List.of("20%02d-0%d-2%d".formatted(i % 20, 1 + i % 8, i % 9), born));
        }
        Table first = table("people", List.of("forename", "surname", "dob"), people);
        Table other = table("tenancies", List.of("start", "tenant_dob"), tenancies);

        assertThat(Linkage.propose(List.of(first, other)).fields())
                .filteredOn(f -> f.kind() == FieldKind.BIRTH_DATE)
                .extracting(Field::columns)
                .contains(List.of("dob", "tenant_dob"));
        assertThat(Linkage.propose(List.of(other, first)).fields())
                .filteredOn(f -> f.kind() == FieldKind.BIRTH_DATE)
                .extracting(Field::columns)
                .contains(List.of("tenant_dob", "dob"));
    }

    @Test
    void aSurnameIsFoundAmongTheNamesThatSomebodyHadBefore() {
        long seed = Long.getLong("seed", System.nanoTime());
        OddPeople people = new OddPeople(new Random(seed));
        while (people.all.size() < 300) {
            people.household(3, 0);
        }
        List<List<String>> births = new ArrayList<>();
        List<List<String>> deaths = new ArrayList<>();
        for (int i = 0; i < people.all.size(); i++) {
            Map<String, String> person = people.all.get(i);
            String forename = person.getOrDefault("forename", "");
            String surname = person.getOrDefault("surname", "");
            String dob = person.getOrDefault("dob", "");
            boolean married = i % 2 == 0;
            String later = people.all.get((i + 97) % people.all.size()).getOrDefault("surname", "");
            births.add(List.of(forename, surname, dob));
            deaths.add(List.of(forename, married ? later : surname, married ? surname : "", dob));
        }
        Table first = table("births", List.of("forename", "surname", "dob"), births);
        Table last = table("deaths", List.of("forename", "surname", "maiden_name", "dob"), deaths);

        Linkage linkage = Linkage.auto(List.of(first, last));

        assertThat(linkage.settings().fields())
                .extracting(Field::columns)
                .contains(List.of("surname", "surname | maiden_name"));
        for (int i = 0; i < people.all.size(); i++) {
            assertThat(linkage.clusters().of(i))
                    .as("seed %d, record %d", seed, i)
                    .isEqualTo(linkage.clusters().of(people.all.size() + i));
        }
    }

    @Test
    void theNameOfAFormerSchoolIsNoSurnameThatSomebodyHad() {
        List<List<String>> pupils = new ArrayList<>();
        List<List<String>> patients = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String forename = "Ada" + (char) ('a' + i % 20);
            String surname = "Marsh" + (char) ('a' + i % 26);
            String place = (char) ('A' + i % 26) + "" + (char) ('a' + i / 26 % 26) + "ton";
            pupils.add(List.of(forename, surname, place + " Primary School"));
            patients.add(List.of(forename, surname));
        }
        Table school =
                table("school", List.of("forename", "surname", "previous_school_name"), pupils);
        Table clinic = table("clinic", List.of("forename", "surname"), patients);

        assertThat(Linkage.propose(List.of(school, clinic)).fields())
                .extracting(Field::columns)
                .contains(List.of("surname", "surname"));
    }

    @Test
    void aMothersMaidenNameInOneFileIsTheMaidenNameInTheOther() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(
                    List.of(
                            "Ada" + (char) ('a' + i % 20),
                            "Marsh" + (char) ('a' + i % 26),
                            "Reed" + (char) ('a' + i % 24)));
        }
        Table births = table("births", List.of("forename", "surname", "mother_maiden_name"), rows);
        Table baptisms =
                table("baptisms", List.of("child_forename", "family_name", "maiden_name"), rows);

        assertThat(Linkage.propose(List.of(births, baptisms)).fields())
                .extracting(Field::columns)
                .contains(List.of("surname", "family_name"))
                .contains(List.of("mother_maiden_name", "maiden_name"));
    }

    @Test
    void columnsOfAnythingAreOneWhereTheSameValuesStandInThem() {
        List<String> nations = List.of("Egypt", "Iraq", "Sudan", "Latvia", "Kazakhstan");
        List<String> wards = List.of("North", "South", "Quay", "Mill", "Hill", "Market");
        List<List<String>> here = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String forename = "Ada" + (char) ('a' + i % 20);
            String surname = "Marsh" + (char) ('a' + i % 26);
            String nation = nations.get(i % 5);
            String ward = wards.get(i / 3 % 6);
            here.add(List.of(forename, surname, nation, ward));
            there.add(List.of(forename, surname, ward, nation.toUpperCase(java.util.Locale.ROOT)));
        }
        Table one = table("one", List.of("forename", "surname", "nationality", "team"), here);
        Table other = table("other", List.of("given", "family", "area", "country"), there);

        assertThat(Linkage.propose(List.of(one, other)).fields())
                .extracting(Field::columns)
                .contains(List.of("nationality", "country"), List.of("team", "area"));
    }

    @Test
    void yearsOfBirthAndPlacesAreFoundUnderOtherNamesThoughSomeAreMisspelt() {
        List<String> areas = List.of("North", "South", "Quay", "Mill", "Hill");
        List<String> towns = List.of("Marshton", "Reedby", "Colbyham", "Thorneford");
        List<List<String>> here = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String name = "Ada Marsh" + (char) ('a' + i % 26);
            String born = "" + (1930 + i % 70);
            String slip = i % 12 == 0 ? "" + (100 + i) : born;
            String area = areas.get(i / 3 % 5);
            String town = towns.get(i / 7 % 4);
            here.add(List.of(name, born, area, town));
            there.add(List.of(name, town, area, slip));
        }
        Table one = table("one", List.of("pupil name", "birth year", "locality", "group"), here);
        Table other = table("other", List.of("child name", "house", "area", "born in"), there);

        assertThat(Linkage.propose(List.of(one, other)).fields())
                .extracting(Field::columns)
                .contains(List.of("birth year", "born in"), List.of("locality", "area"));
    }

    @Test
    void codesOfTwoSortsAreNotComparedThoughBothAreCodes() {
        assertThat(codes("H1")).contains(List.of("upn", ""), List.of("", "nhs no"));
        assertThat(codes("9")).contains(List.of("upn", "nhs no"));
        assertThat(codes("GB9")).contains(List.of("upn", "nhs no"));
    }

    @Test
    void aSchoolsFewCodesAreComparedWithTheManyOfAHospitalThoughNoneWasDrawnFromBoth() {
        List<List<String>> here = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        for (int i = 0; i < 600_000; i++) {
            String code = "%09d".formatted(i * 1_234_567L % 1_000_000_007L) + 'k';
            there.add(List.of(code));
            if (i % 2000 == 1) {
                here.add(List.of(code));
            }
        }

        assertThat(columns(here, "upn", there, "hospital code"))
                .contains(List.of("upn", "hospital code"));
    }

    @Test
    void numbersOfOneSchemeOrOneNameAreComparedThoughNobodyIsInBoth() {
        List<List<String>> here = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            here.add(List.of(checked(400_000_000 + i * 1_234_577)));
            there.add(List.of(checked(400_000_003 + i * 1_176_533)));
        }
        List<List<String>> coded = here.stream().map(r -> List.of("H" + r.getFirst())).toList();
        List<List<String>> others = there.stream().map(r -> List.of("H" + r.getFirst())).toList();

        assertThat(columns(here, "patient", there, "nhs_no"))
                .contains(List.of("patient", "nhs_no"));
        assertThat(columns(coded, "Case number", others, "case_ref"))
                .contains(List.of("Case number", "case_ref"));
        assertThat(columns(coded, "upn", others, "nhs no")).contains(List.of("upn", ""));
    }

    /** Nine digits and the check digit of an NHS number; the next where they have none. */
    private static String checked(int digits) {
        for (int from = digits; ; from++) {
            for (int check = 0; check < 10; check++) {
                String number = "" + from + check;
                if (Scheme.isRightModuloEleven(number)) {
                    return number;
                }
            }
        }
    }

    private static List<List<String>> columns(
            List<List<String>> here, String one, List<List<String>> there, String other) {
        List<Table> tables =
                List.of(
                        table("school", List.of(one), here),
                        table("hospital", List.of(other), there));
        return Linkage.propose(tables).fields().stream().map(Field::columns).toList();
    }

    /** How the numbers of a school and of a hospital, which begin with 9, were put together. */
    private static List<List<String>> codes(String head) {
        List<List<String>> here = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String born = "%d-%02d-%02d".formatted(1990 + i % 20, 1 + i % 12, 1 + i % 28);
            String code = "%09d".formatted(i * 1_234_567L % 1_000_000_007L);
            here.add(List.of("Ada Marsh" + (char) ('a' + i % 26), born, head + code));
            there.add(List.of("Ada Marsh" + (char) ('a' + i % 26), born, "9" + code));
        }
        return Linkage.propose(
                        List.of(
                                table("school", List.of("full name", "dob", "upn"), here),
                                table("ward", List.of("full name", "dob", "nhs no"), there)))
                .fields()
                .stream()
                .map(Field::columns)
                .toList();
    }

    @Test
    void aFamilyNameThatStandsFirstInOneFileIsFoundLastInTheOther() {
        List<List<String>> here = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        List<String> families = List.of("Nguyen", "Tran", "Wong", "Kim", "Marsh", "Dunmore");
        for (int i = 0; i < 600; i++) {
            String given = "" + (char) ('A' + i % 26) + "anh" + (char) ('a' + i / 26 % 26);
            String family = families.get(i % 6);
            String born = "%d-%02d-%02d".formatted(1950 + i * 7 % 60, 1 + i % 12, 1 + i * 5 % 28);
            String first = i % 6 < 4 ? family + " Thi " + given : given + " " + family;
            here.add(List.of(first, born));
            there.add(List.of(given + " " + family, born));
        }
        List<String> header = List.of("full name", "dob");

        Linkage linkage =
                Linkage.auto(List.of(table("a", header, here), table("b", header, there)));

        long found =
                java.util.stream.IntStream.range(0, 600)
                        .filter(i -> linkage.clusters().of(i) == linkage.clusters().of(600 + i))
                        .count();
        assertThat(found).isGreaterThan(570);
    }

    static Table table(String name, List<String> header, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int at = c;
            columns.add(Column.of(header.get(c), rows.stream().map(r -> r.get(at)).toList()));
        }
        return Table.of(name, columns);
    }
}
