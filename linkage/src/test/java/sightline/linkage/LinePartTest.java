package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What a line of free text is taken apart into, and what is made of columns of such lines. */
final class LinePartTest {
    @Test
    void thePartsStandInAnyOrderWithAnyMarksBetween() {
        assertThat(
                        LinePart.all(
                                "Ms Ada Marsh b. 26.01.1931 staying at 40 Mill Lane tel 01174960123"))
                .containsOnly(
                        Map.entry(LinePart.NAME, "Ms Ada Marsh"),
                        Map.entry(LinePart.DATE, "26.01.1931"),
                        Map.entry(LinePart.PHONE, "01174960123"),
                        Map.entry(LinePart.REST, "40 Mill Lane"));
        assertThat(
                        LinePart.all(
                                "MARSH Ada; T: +44 117 496 0123; 12/3/1971; Flat 2, 9 Mill Lane, ZV1 2AB"))
                .containsOnly(
                        Map.entry(LinePart.NAME, "MARSH Ada"),
                        Map.entry(LinePart.DATE, "12/3/1971"),
                        Map.entry(LinePart.PHONE, "+44 117 496 0123"),
                        Map.entry(LinePart.REST, "Flat 2, 9 Mill Lane, ZV1 2AB"));
        assertThat(LinePart.all("Marsh, Ada - ada.marsh@mail.example - 3rd March 1971"))
                .containsOnly(
                        Map.entry(LinePart.NAME, "Marsh, Ada"),
                        Map.entry(LinePart.EMAIL, "ada.marsh@mail.example"),
                        Map.entry(LinePart.DATE, "3rd March 1971"));
    }

    @Test
    void aDateOfBirthIsTakenBeforeAnotherDate() {
        assertThat(LinePart.DATE.of("seen 02/03/2024: Ada Marsh, DOB 05/06/1971"))
                .isEqualTo("05/06/1971");
        assertThat(LinePart.DATE.of("Ada Marsh, seen 02/03/2024 and 04/03/2024"))
                .isEqualTo("02/03/2024");
    }

    @Test
    void theNumberOfAHouseBehindATelephoneNumberIsNoPartOfIt() {
        Map<LinePart, String> parts = LinePart.all("Ada Marsh 01174960123 103 Mill Lane");

        assertThat(parts).containsEntry(LinePart.PHONE, "01174960123");
        assertThat(parts).containsEntry(LinePart.REST, "103 Mill Lane");
    }

    @Test
    void whateverStandsThereHasPartsOrNone() {
        assertThat(LinePart.all("")).isEmpty();
        assertThat(LinePart.all(" ; , - ")).isEmpty();
        assertThat(LinePart.all("9".repeat(10_000))).isEmpty();
        assertThat(LinePart.NAME.of("\n\n")).isEmpty();
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String letters = "Aa b1290/-.,;:+()@\n\tمΩ😀";
        for (int i = 0; i < 2000; i++) {
            StringBuilder line = new StringBuilder();
            random.ints(random.nextInt(60), 0, letters.length())
                    .forEach(at -> line.append(letters.charAt(at)));
            assertThat(LinePart.all(line.toString()).values())
                    .as("seed %d, %s", seed, line)
                    .allMatch(part -> !part.isBlank());
        }
    }

    @Test
    void peopleInLinesAreFoundAgain() {
        long seed = Long.getLong("seed", System.nanoTime());
        OddPeople people = new OddPeople(new Random(seed));
        while (people.all.size() < 300) {
            people.household(3, 0);
        }
        List<String> lines = new ArrayList<>();
        for (String form : List.of("%1$s %2$s, DOB %3$s, %4$s", "%5$s %1$s; %4$s; %3$s")) {
            people.all.forEach(p -> lines.add(line(form, p)));
        }
        Table table = Table.of("notes", List.of(Column.of("details", lines)));

        Linkage linkage = Linkage.auto(List.of(table));

        assertThat(linkage.settings().fields())
                .extracting(Field::kind)
                .contains(FieldKind.FULL_NAME, FieldKind.BIRTH_DATE);
        int half = people.all.size();
        int right = 0;
        for (int i = 0; i < half; i++) {
            right += linkage.clusters().of(i) == linkage.clusters().of(half + i) ? 1 : 0;
        }
        assertThat(right).as("seed %d", seed).isGreaterThan(half * 95 / 100);
        assertThat(linkage.clusters().count()).as("seed %d", seed).isGreaterThan(half * 95 / 100);
    }

    private static String line(String form, Map<String, String> person) {
        String surname = person.getOrDefault("surname", "");
        String street = person.getOrDefault("street", "Mill Lane");
        return form.formatted(
                person.getOrDefault("forename", ""),
                surname,
                person.getOrDefault("dob", ""),
                "12 " + street,
                surname.toUpperCase(Locale.ROOT));
    }

    @Test
    void namesOfGoodsWithNumbersAreNoSuchLines() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            titles.add("Marsh Foods olive oil %d ml, pack of %d".formatted(i * 7 % 950, i % 13));
        }
        Table table = Table.of("goods", List.of(Column.of("title", titles)));

        assertThat(Linkage.propose(List.of(table)).fields())
                .extracting(Field::name)
                .contains("title")
                .doesNotContain("title" + LinePart.NAME.mark());
    }
}
