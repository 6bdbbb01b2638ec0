package sightline.linkage.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.linkage.Column;
import sightline.linkage.Field;
import sightline.linkage.FieldKind;
import sightline.linkage.Level;
import sightline.linkage.Limits;
import sightline.linkage.LinkageException;
import sightline.linkage.Settings;
import sightline.linkage.Table;

import java.util.List;
import java.util.OptionalDouble;

final class SettingsFileTest {
    private static final Table HERE = table("a.csv", "id", "first: name", "dob", "say \"x\"\n#y");
    private static final Table THERE = table("b.csv", "key", "Vorname", "geboren");

    @Test
    void readsBackWhatItWrote() {
        Settings settings =
                Settings.of(
                                List.of(
                                        field("id", FieldKind.RECORD_ID, "id", "key"),
                                        field(
                                                "Åsa: 1",
                                                FieldKind.GIVEN_NAME,
                                                "first: name",
                                                "Vorname"),
                                        field("auto", FieldKind.BIRTH_DATE, "dob", "geboren"),
                                        field("no", FieldKind.TEXT, "say \"x\"\n#y", "")))
                        .withBlocking(List.of(List.of("auto year", "Åsa: 1 sound"), List.of()))
                        .withLimits(new Limits(50, 3, 1000, 2.5))
                        .withPrior(0.001)
                        .joiningFrom(0.9)
                        .withDoubles(Settings.Doubles.NONE);

        SettingsFile read =
                SettingsFile.parse("s.yaml", SettingsFile.text(settings, names()), both());

        assertThat(read.settings()).isEqualTo(settings);
        assertThat(read.trained()).isEmpty();
    }

    @Test
    void takesOtherSharesAndLeastLikenesses() {
        Field plain = field("text", FieldKind.TEXT, "dob", "");
        List<Level> levels =
                plain.levels().stream()
                        .map(l ->
                                l.name().equals("like")
                                        ? new Level("like", 0.25, OptionalDouble.of(0.5))
                                        : l)
                        .toList();
        Settings settings = Settings.of(List.of(plain.withLevels(levels)));

        String text = SettingsFile.text(settings, names());

        assertThat(text).contains("- {level: like, share: 0.25, from: 0.5}");
        assertThat(SettingsFile.parse("s.yaml", text, both()).settings()).isEqualTo(settings);
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        var read = SettingsFile.parse("s.yaml", plain("birth-date", "[dob, geboren]"), both());

        assertThat(read.settings())
                .isEqualTo(
                        Settings.of(
                                List.of(
                                        new Field(
                                                "born",
                                                List.of("dob", "geboren"),
                                                FieldKind.BIRTH_DATE,
                                                "said so"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "birthday | [dob, geboren] | '' | line 3: there is no kind of column called birthday",
                "birth-date | [dob] | '' | line 4: 1 columns are named for 2 files",
                "birth-date | [dbo, geboren] | '' | line 4: a.csv has no column called dbo",
                "birth-date | [dob, geboren] | limit: 3 | line 5: there is nothing called limit",
                "birth-date | [dob, geboren] | limits: {block: 1} | line 5: Limits: 1 records a block",
                "birth-date | [dob, geboren] | limits: {block: x} | line 5: x is not a whole number",
                "birth-date | [dob, geboren] | prior: 2 | line 5: Settings: the prior is 2.0",
                "birth-date | [dob, geboren] | join-from: much | line 5: much is not a number",
                "birth-date | [dob, geboren] | doubles: maybe | line 5: doubles cannot be maybe",
                "birth-date | [dob, geboren] | blocking: [[]] | line 5: this key has no parts",
                "birth-date | [dob, geboren] | blocking: born | line 5: here should stand a list",
                "birth-date | [dob, geboren] | 'blocking: [' | is not YAML",
            })
    void eachMistakeIsToldWithItsLine(String kind, String columns, String rest, String message) {
        assertThatThrownBy(() -> SettingsFile.parse("s.yaml", plain(kind, columns) + rest, both()))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("s.yaml")
                .hasMessageContaining(message)
                .message()
                .matches("(?s).+\\R.+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {level: equal, share: 0.8} | line 6: Field born: a comparison of kind birth-date has",
                "- {level: same, share: 0.8} | line 6: a birth-date has no level called same",
                "- {level: equal, share: 1.5} | line 6: Level equal: its share is 1.5",
                "- {level: equal, from: 0.5} | line 6: equal is not a matter of degree",
            })
    void mistakesInLevelsAreToldWithTheirLine(String level, String message) {
        String text = plain("birth-date", "[dob, geboren]") + "    levels:\n      " + level + "\n";

        assertThatThrownBy(() -> SettingsFile.parse("s.yaml", text, both()))
                .hasMessageContaining(message);
    }

    @Test
    void oneColumnIsNoEvidenceTwice() {
        String text =
                plain("birth-date", "[dob, geboren]")
                        + "  - name: year\n    kind: year\n    columns: [dob, \"\"]\n";

        assertThatThrownBy(() -> SettingsFile.parse("s.yaml", text, both()))
                .hasMessageContaining("line 7: the column dob of a.csv is used twice");
    }

    private static String plain(String kind, String columns) {
        return "fields:\n  - name: born\n    kind: %s\n    columns: %s\n".formatted(kind, columns);
    }

    private static List<Table> both() {
        return List.of(HERE, THERE);
    }

    private static List<String> names() {
        return List.of("a.csv", "b\n- evil: csv");
    }

    private static Field field(String name, FieldKind kind, String... columns) {
        return new Field(name, List.of(columns), kind, "because \"it\" is: so #1");
    }

    private static Table table(String name, String... columns) {
        return Table.of(
                name, List.of(columns).stream().map(c -> Column.of(c, List.of("1"))).toList());
    }
}
