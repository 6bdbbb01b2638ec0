package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ReplayCaseTest {
    private static final String ONE =
            """
            {"sender":"alder-school","id":"s1","sentAt":"2024-03-04T10:00:00Z","kind":"note","when":"2024-03-04",\
            "people":[{"role":"child","localId":"S-1"}],"body":{"words":"Settled well."}}\
            """;
    private static final String TWO =
            ONE.replace("s1", "s2").replace("2024-03-04T10", "2024-03-04T12");

    @Test
    void aLineThatIsNoMessageIsSetAsideAndLaterOnesGoOn() {
        String lines =
                Stream.of("this is no JSON", ONE, "{\"sender\":\"N O\"}", "[1", TWO)
                        .collect(Collectors.joining("\n", "\uFEFF", "\n"));
        List<ReplayLine> said = new ArrayList<>();

        Replay.Outcome outcome =
                new Replay(Replay.Options.under(LocalDate.parse("2024-03-04")))
                        .run(ReplayCase.of("mixed", lines, ""), said::add);

        assertThat(outcome.messages()).isEqualTo(5);
        assertThat(outcome.setAside()).isEqualTo(3);
        assertThat(said)
                .filteredOn(line -> line.type().equals("quarantine"))
                .extracting(line -> line.said().lines().findFirst().orElseThrow())
                .containsExactly(
                        "mixed:1 is no JSON.", "mixed:3 names no sender.", "mixed:4 is no JSON.");
    }
}
