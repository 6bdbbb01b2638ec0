package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import sightline.pipeline.Replay;
import sightline.pipeline.ReplayCase;
import sightline.pipeline.ReplayLine;
import sightline.pipeline.Replayed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The cases through the very pipeline, as the replay command runs them. */
@Order(2)
final class CaseStoryTest {
    private static final LocalDate LAW = LocalDate.parse("2026-11-25");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> everyRowOfTheInquiryIsSaidOnItsDayToWhomItNames() {
        return CaseFolder.NAMES.stream().flatMap(this::rows);
    }

    private Stream<DynamicTest> rows(String name) {
        CaseFolder shipped = new CaseFolder(name);
        RowsOfCase rows = new RowsOfCase(shipped);
        List<Said> said = replay(ReplayCase.open(name));
        return shipped.expected().stream()
                .map(r ->
                        DynamicTest.dynamicTest(
                                name + " row " + r.row(), () -> rows.assertMet(r, said)));
    }

    @TestFactory
    Stream<DynamicTest> theTwinRaisesNothing() {
        return CaseFolder.NAMES.stream()
                .map(n -> DynamicTest.dynamicTest(n, () -> assertQuiet(new CaseFolder(n))));
    }

    private void assertQuiet(CaseFolder shipped) throws IOException {
        Path twin = Files.createDirectories(folder.resolve(shipped.name()));
        Files.write(twin.resolve("messages.ndjson"), shipped.twin());
        Files.writeString(twin.resolve("agencies.ndjson"), shipped.agencies());

        assertThat(replay(ReplayCase.open(twin.toString())))
                .noneMatch(s -> s.alert() || s.late() || s.type().equals("quarantine"));
    }

    private static List<Said> replay(ReplayCase replayed) {
        List<Said> said = new ArrayList<>();
        Replayed.run(Replay.Options.under(LAW), replayed, line -> said.add(said(line)));
        return said;
    }

    private static Said said(ReplayLine line) {
        return new Said(
                line.at(),
                line.type(),
                line.rule(),
                Set.copyOf(line.about()),
                Set.copyOf(line.to()),
                line.said() + " " + line.path(),
                line.due());
    }
}
