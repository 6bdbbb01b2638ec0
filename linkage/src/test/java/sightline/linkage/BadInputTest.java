package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a file holds: a right answer or a clear refusal, and soon. */
@Timeout(20)
final class BadInputTest {
    private static final String HEADER = "id,first_name,surname,dob\n";

    @Test
    void oneRecordIsOnePerson() {
        assertThat(link(HEADER + "1,Ada,Marsh,1990-01-02\n").count()).isEqualTo(1);
    }

    @Test
    void noRecordsAreNobody() {
        assertThat(link(HEADER).count()).isZero();
    }

    @Test
    void fourRecordsAreEnoughToBeLinked() {
        String rows =
                """
                1,Ada,Marsh,1990-01-02
                2,Ada,Marsh,1990-01-02
                3,Brian,Okafor,1971-11-30
                4,Chloe,Petrov,1985-06-17
                """;

        Clusters clusters = link(HEADER + rows);

        assertThat(clusters.of(1)).isEqualTo(clusters.of(0));
        assertThat(clusters.of(3)).isNotEqualTo(clusters.of(2));
    }

    @Test
    void columnsOfNothingOrOfOneValueSayNothing() {
        var text = new StringBuilder("id,first_name,surname,dob,town,sex\n");
        for (int i = 0; i < 300; i++) {
            text.append(i).append(",,Marsh,,Leeds,\n");
        }

        assertThatThrownBy(() -> link(text.toString()))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("No column can be compared");
    }

    @Test
    void aBlockOfAHundredThousandIsLeftOutByKeyAndCounted() {
        var text = new StringBuilder("id,surname,dob\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(",Marsh,2001-01-01\n");
        }
        for (int i = 0; i < 50; i++) {
            text.append("x")
                    .append(i)
                    .append(",Quill")
                    .append(i / 2)
                    .append(",19")
                    .append(10 + i / 2)
                    .append("-05-06\n");
        }

        Linkage linkage = Linkage.auto(List.of(parse("f", text.toString())));

        assertThat(linkage.clusters().records()).isEqualTo(100_050);
        assertThat(linkage.clusters().count()).isGreaterThan(100_000);
        assertThat(linkage.remarks()).anyMatch(r -> r.contains("100000 records left out"));
    }

    @Test
    void aHundredThousandRecordsThatAreEqualInAllEndSoon() {
        var text = new StringBuilder("id,first_name,surname,dob,postcode,town\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(",Ada,Marsh,2001-01-01,WX1 1AA,Leeds\n");
        }
        text.append("x,Brian,Okafor,1971-11-30,WX2 2BB,York\n");
        text.append("y,Brian,Okafor,1971-11-30,WX2 2BB,York\n");

        Linkage linkage = Linkage.auto(List.of(parse("f", text.toString())));

        assertThat(linkage.clusters().records()).isEqualTo(100_002);
        assertThat(linkage.remarks()).anyMatch(r -> r.contains("100000 records left out"));
    }

    @Test
    void namesOfTenThousandCharactersPicturesAndAnyDirection() {
        String longName = "Ada".repeat(3_500);
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            text.append(i)
                    .append(',')
                    .append(longName)
                    .append(i % 7)
                    .append(",محمد 😀,1990-01-0")
                    .append(1 + i % 9)
                    .append('\n');
        }
        text.append("99,😀,😀,😀\n");

        assertThat(link(text.toString()).records()).isEqualTo(61);
    }

    @Test
    void filesWithOtherColumnNamesAreLinked() {
        var first = new StringBuilder("ref,forename,last_name,date_of_birth,postcode\n");
        var second = new StringBuilder("key;Vorname;Nachname;Geburtsdatum;PLZ\n");
        for (int i = 0; i < 300; i++) {
            String given = "Ada" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            String family = "Mar" + (char) ('a' + i % 23) + (char) ('a' + i / 23) + "sh";
            String born = "%d-%02d-%02d".formatted(1950 + i % 50, 1 + i % 12, 1 + i % 27);
            String code = "WX%d %dAB".formatted(i % 90, i % 10);
            first.append("a%d,%s,%s,%s,%s\n".formatted(i, given, family, born, code));
            second.append("b%d;%s;%s;%s;%s\n".formatted(i, given, family, born, code));
        }

        Linkage linkage =
                Linkage.auto(List.of(parse("a", first.toString()), parse("b", second.toString())));

        assertThat(linkage.isOneToOne()).isTrue();
        assertThat(linkage.clusters().count()).isEqualTo(300);
        assertThat(linkage.clusters().of(300 + 17)).isEqualTo(17);
    }

    @Test
    void filesWithNothingInCommonAreRefusedOrApart() {
        var first = parse("a", "id,first_name\n1,Ada\n2,Brian\n");
        var second = parse("b", "id,town\n1,Leeds\n2,York\n");

        assertThat(Linkage.auto(List.of(first, second)).clusters().count()).isEqualTo(4);
    }

    private static Clusters link(String text) {
        return Linkage.auto(List.of(parse("file.csv", text))).clusters();
    }

    @Test
    void wordsForNothingAreNoValues() {
        var text = new StringBuilder("id,surname,first_name,town\n");
        for (int i = 0; i < 90; i++) {
            String given = i % 3 == 0 ? "unknown" : "given" + i % 7;
            text.append(
                    "%d,name%d,%s,%s\n".formatted(i, i % 30, given, i % 2 == 0 ? "n/a" : "x" + i));
        }

        assertThat(link(text.toString()).records()).isEqualTo(90);
    }

    private static Table parse(String name, String text) {
        return CsvReader.parse(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
