package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.SourceRecord;
import sightline.feeds.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a replay prints for machines. */
final class ReplayLineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void whatMayBeDoneAllDayIsDueOnThatDayAndNotOnTheNext() {
        assertThat(due("2025-01-16T00:00:00Z")).isEqualTo("2025-01-15T23:59:59Z");
        assertThat(due("2022-10-13T23:00:00Z")).isEqualTo("2022-10-13T23:59:59+01:00");
        assertThat(due("2022-10-13T12:30:00Z")).isEqualTo("2022-10-13T13:30:00+01:00");
    }

    @Test
    void aMessageThatCannotBeReadSaysWhichFieldWhyAndWhatToDo() {
        ReplayLine line =
                ReplayLine.of(
                                new Occurrence.Quarantined(
                                        Instant.parse("2025-01-15T09:00:00Z"),
                                        new AgencyId("northlea-gp"),
                                        "r-1",
                                        List.of(
                                                new SourceRecord(
                                                        new AgencyId("northlea-gp"), "G-1")),
                                        List.of(
                                                new Problem(
                                                        "body.marks[0].site",
                                                        "it is none of the sites",
                                                        "send one of them"))))
                        .findFirst()
                        .orElseThrow();
        JsonNode node = JSON.readTree(line.json());

        assertThat(node.path("about").path(0).asString()).isEqualTo("northlea-gp:G-1");
        assertThat(node.path("to").path(0).asString()).isEqualTo("northlea-gp/data-steward");
        assertThat(node.path("path").path(0).path("text").asString())
                .isEqualTo("body.marks[0].site: it is none of the sites; send one of them");
    }

    private static String due(String instant) {
        ReplayLine line =
                new ReplayLine(
                        Instant.parse("2025-01-01T09:00:00Z"),
                        "duty-due",
                        "ref.decision",
                        List.of(),
                        List.of(),
                        Optional.of(Instant.parse(instant)),
                        Certainty.CONFIRMED,
                        "",
                        JSON.createArrayNode());
        return JSON.readTree(line.json()).path("due").asString();
    }
}
