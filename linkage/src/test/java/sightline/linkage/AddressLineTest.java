package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Addresses in one line: known as such, taken apart, compared with those in several columns. */
final class AddressLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flat 3, 12 High Rd, Leeds, LS1 4AB|3 12|high road leeds|ls14ab",
                "3/12 High Road Leeds ls14ab|3 12|high road leeds|ls14ab",
                "Rose Cottage, Mill Ln, WX1 1AA||rose cottage mill lane|wx11aa",
                "12a Mill Lane, Ash Green|12a|mill lane ash green|",
                "742 Evergreen Terr, Springfield, IL 62704|742|evergreen terrace springfield il|62704",
            })
    void isTakenApart(String line, String number, String street, String postcode) {
        AddressLine parts = AddressLine.of(line);

        assertThat(parts.number()).isEqualTo(number == null ? "" : number);
        assertThat(parts.street()).isEqualTo(street);
        assertThat(parts.postcode()).isEqualTo(postcode == null ? "" : postcode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LS1 4AB", "12 High Road", "Leeds", "12345"})
    void aPostcodeAloneOrALineWithoutOneIsNoWholeAddress(String text) {
        assertThat(AddressLine.isWhole(text)).isFalse();
    }

    @Test
    void columnsOfOneFileAreComparedWithOneLineOfTheOther() {
        List<List<String>> parted = new ArrayList<>();
        List<List<String>> whole = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String number = Integer.toString(1 + i * 7 % 90);
            String street = "%s %s".formatted(word(i / 4), i % 2 == 0 ? "Road" : "Street");
            String shortly = street.replace("Road", "Rd").replace("Street", "St");
            String town = word(900 + i % 12);
            String code = "WX%d %dA%c".formatted(1 + i % 12, i / 4 % 10, 'A' + i / 40 % 20);
            String flat = i % 5 == 0 ? "2" : "";
            parted.add(
                    List.of(
                            (flat.isEmpty() ? "" : "Flat 2, ") + number + " " + street,
                            town,
                            code));
            whole.add(
                    List.of(
                            (flat.isEmpty() ? "" : "2/")
                                    + number
                                    + " "
                                    + shortly
                                    + ", "
                                    + town
                                    + ", "
                                    + code));
        }
        Table register = table("register", List.of("address", "town", "postcode"), parted);
        Table visits = table("visits", List.of("property"), whole);

        Linkage linkage = Linkage.auto(List.of(register, visits));

        assertThat(linkage.settings().fields())
                .extracting(Field::kind)
                .containsExactly(FieldKind.ADDRESS);
        for (int i = 0; i < 400; i++) {
            assertThat(linkage.clusters().of(i))
                    .as("record %d, %s", i, whole.get(i))
                    .isEqualTo(linkage.clusters().of(400 + i));
        }
        Map<String, String> asked =
                Map.of("address", "9 Nowhere Road", "town", word(900), "postcode", "WX1 1AA");
        assertThat(linkage.live().query(asked)).isNotNull();
    }

    /** A word of its own for each number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (long left = Estimation.mix(number) >>> 40; left > 0; left /= 20) {
            word.append("bcdfghklmnprstvwyzjx".charAt((int) (left % 20)));
            word.append("aeiou".charAt((int) (left % 5)));
        }
        return word.toString();
    }

    private static Table table(String name, List<String> header, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int at = c;
            columns.add(Column.of(header.get(c), rows.stream().map(r -> r.get(at)).toList()));
        }
        return Table.of(name, columns);
    }
}
