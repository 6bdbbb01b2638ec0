package sightline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static sightline.feeds.Post.SCHOOL;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class CsvMessagesTest {
    private static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");
    private static final String MAPPING =
            """
            fields:
              id: "{pupil}-{day}"
              kind: {value: school-absence}
              people[0].role: {value: subject}
              people[0].localId: {column: pupil, required: true}
              people[0].names[0].given[0]: {column: first}
              when: {column: day, date: dd/MM/uuuu}
              recordedAt: {column: entered, time: "dd/MM/uuuu HH:mm"}
              body.reason: {column: code, values: {I: illness, O: unauthorised}}
              body.sessions: {column: sessions, form: whole}
              body.explained: {column: explained, form: truth}
            """;
    private static final String HEADER = "pupil,first,day,entered,code,sessions,explained\n";

    @Test
    void turnsARowIntoAMessage() throws IOException {
        var rows = rows(MAPPING, HEADER + "P-1,Tilly,02/03/2026,02/07/2026 09:30,I,2,yes\n");

        assertThat(rows)
                .containsExactly(
                        new CsvRow.Message(
                                1,
                                "{\"sender\":\"westmarsh-brook-school\",\"sentAt\":\"2026-03-02T09:00:00Z\","
                                        + "\"id\":\"P-1-02/03/2026\",\"kind\":\"school-absence\","
                                        + "\"people\":[{\"role\":\"subject\",\"localId\":\"P-1\","
                                        + "\"names\":[{\"given\":[\"Tilly\"]}]}],\"when\":\"2026-03-02\","
                                        + "\"recordedAt\":\"2026-07-02T09:30+01:00\","
                                        + "\"body\":{\"reason\":\"illness\",\"sessions\":2,\"explained\":true}}"));
    }

    @Test
    void leavesOutWhatIsEmpty() throws IOException {
        var rows = rows(MAPPING, HEADER + "P-1,,02/03/2026,,,,\n");

        assertThat(rows)
                .singleElement()
                .isInstanceOfSatisfying(
                        CsvRow.Message.class,
                        message ->
                                assertThat(message.json())
                                        .doesNotContain("names", "recordedAt", "body"));
    }

    @Test
    void saysEverythingThatIsWrongWithARowAndGoesOn() throws IOException {
        var rows =
                rows(
                        MAPPING,
                        HEADER
                                + ",Tilly,31/02/2026,x,Z,two,maybe\n"
                                + "P-2,only,three\n"
                                + "P-3,Tilly,02/03/2026,,,,\n");

        assertThat(rows.getFirst())
                .isInstanceOfSatisfying(
                        CsvRow.Bad.class,
                        bad -> {
                            assertThat(bad.number()).isEqualTo(1);
                            assertThat(bad.problems())
                                    .extracting(Problem::field)
                                    .containsExactly(
                                            "id",
                                            "people[0].localId",
                                            "when",
                                            "recordedAt",
                                            "body.reason",
                                            "body.sessions",
                                            "body.explained");
                            assertThat(bad.problems())
                                    .noneMatch(problem -> problem.toString().contains("Tilly"));
                        });
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        CsvRow.Bad.class,
                        bad ->
                                assertThat(bad.problems().getFirst().message())
                                        .isEqualTo("it has 3 cells, the header has 7"));
        assertThat(rows.get(2)).isInstanceOf(CsvRow.Message.class);
    }

    @Test
    void readsQuotedCells() throws IOException {
        var mapping = "delimiter: ';'\nfields: {id: '{a}', b: {column: b}}";

        var rows = rows(mapping, "\uFEFFa;b\r\n1;\"x;\"\"y\"\"\r\nz\"\r\n\r\n2;\r\n\"3\";plain");

        assertThat(rows)
                .extracting(row -> row instanceof CsvRow.Message m ? m.json() : "bad")
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"b\":\"x;\\\"y\\\"\\r\\nz\""),
                        second ->
                                assertThat(second).contains("\"id\":\"2\"").doesNotContain("\"b\""),
                        third -> assertThat(third).contains("\"id\":\"3\"", "\"b\":\"plain\""));
    }

    @Test
    void refusesAFileWhoseQuotationMarkIsNotClosed() {
        assertThatThrownBy(() -> rows("fields: {id: '{a}'}", "a\n\"1\n2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Close the quotation mark");
    }

    @Test
    void refusesAMappingThatDoesNotFitTheFile() {
        assertThatThrownBy(() -> rows(MAPPING, "pupil,first\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column [day, entered, code, sessions, explained]");
    }

    @Test
    void saysWhatIsWrongWithAMapping() {
        for (var wrong :
                List.of(
                        "fields: {kind: {value: note}}",
                        "fields: {id: '{a}', 'peo ple': x}",
                        "fields: {id: '{a}', b: {column: b, value: c}}",
                        "fields: {id: '{a}', b: {colum: b}}",
                        "fields: {id: '{a}', b: {column: b, form: number}}",
                        "fields: {id: '{a}', b: {column: b, date: 'dd/QQQQQQ/nonsense'}}",
                        "fields: {id: '{a}', b: {column: b}, b.c: {column: c}}",
                        "delimiter: ab\nfields: {id: '{a}'}",
                        "fields: [",
                        "[]",
                        "")) {
            assertThatThrownBy(() -> CsvMapping.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\n");
        }
    }

    private static List<CsvRow> rows(String mapping, String csv) throws IOException {
        var messages =
                new CsvMessages(CsvMapping.parse(mapping), SCHOOL, MADE, new StringReader(csv));
        var rows = new ArrayList<CsvRow>();
        for (var row = messages.next(); row.isPresent(); row = messages.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
