package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.stream.Stream;

/** The cases in memory: every row, the twin's silence, and each harmful fact by itself. */
final class CaseInMemoryTest {

    @TestFactory
    Stream<DynamicTest> everyRowOfTheInquiryIsSaidOnItsDayToWhomItNames() {
        return CaseFolder.NAMES.stream().flatMap(CaseInMemoryTest::rows);
    }

    private static Stream<DynamicTest> rows(String name) {
        CaseFolder folder = new CaseFolder(name);
        RowsOfCase rows = new RowsOfCase(folder);
        List<Said> said = MemoryReplay.of(folder, folder.messages());
        return folder.expected().stream()
                .filter(r -> !r.signal().equals("shown"))
                .map(r ->
                        DynamicTest.dynamicTest(
                                name + " row " + r.row(), () -> rows.assertMet(r, said)));
    }

    @TestFactory
    Stream<DynamicTest> theTwinRaisesNothing() {
        return CaseFolder.NAMES.stream()
                .map(CaseFolder::new)
                .map(f ->
                        DynamicTest.dynamicTest(
                                f.name(),
                                () ->
                                        assertThat(MemoryReplay.of(f, f.twin()))
                                                .noneMatch(s -> s.alert() || s.late())));
    }

    @TestFactory
    Stream<DynamicTest> eachHarmfulFactPutBackAloneRaisesItsOwnSignal() {
        return CaseFolder.NAMES.stream()
                .map(CaseFolder::new)
                .flatMap(f ->
                        f.harmful().stream()
                                .map(h ->
                                        DynamicTest.dynamicTest(
                                                f.name() + " " + h, () -> assertRaises(f, h))));
    }

    private static void assertRaises(CaseFolder folder, CaseFolder.Harmful harmful) {
        assertThat(
                        MemoryReplay.says(
                                folder,
                                folder.twinWith(harmful),
                                s -> s.rule().equals(harmful.signal()) && (s.alert() || s.duty())))
                .as(harmful.toString())
                .isTrue();
    }

    @Test
    void theEarlierVictimAndTheirHomeStandInNoPath() {
        CaseFolder folder = new CaseFolder("suffolk");

        assertThat(folder.messages()).anyMatch(m -> m.contains("Ostrander"));
        assertThat(MemoryReplay.of(folder, folder.messages()))
                .noneMatch(s ->
                        s.words().contains("Ostrander")
                                || s.words().contains("Tanner Row")
                                || s.words().contains("WX1 9LP"));
    }
}
