package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import sightline.core.identity.AddressComparison.Answer;
import sightline.core.kernel.Uprn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Every pair of {@code addresses/pairs.csv} is resolved as a careful reader would. */
final class AddressPairsTest {
    private static final int PAIRS_MIN = 300;

    private record Pair(String group, PlaceKey left, PlaceKey right, Answer expected, String why) {
        static Pair of(String line) {
            var cells = line.split(";", -1);
            return new Pair(
                    cells[0],
                    place(cells[1], cells[2]),
                    place(cells[3], cells[4]),
                    Answer.valueOf(cells[5].toUpperCase(Locale.ROOT).replace('-', '_')),
                    cells[6] + ": " + cells[1] + " / " + cells[3]);
        }

        private static PlaceKey place(String line, String uprn) {
            return PlaceKey.parse(
                    new WrittenAddress(
                            line.replace("\\n", "\n"),
                            Optional.empty(),
                            Optional.of(uprn)
                                    .filter(it -> !it.isEmpty())
                                    .map(it -> Uprn.parse(it).orThrow()),
                            false));
        }
    }

    @TestFactory
    List<DynamicTest> eachPairIsResolvedAsItShouldBe() throws IOException {
        return pairs().stream()
                .map(pair ->
                        DynamicTest.dynamicTest(
                                pair.group() + ", " + pair.why(), () -> assertResolved(pair)))
                .toList();
    }

    @Test
    void thereAreEnoughPairsOfEachAnswer() throws IOException {
        var pairs = pairs();

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(PAIRS_MIN);
        for (var answer : Answer.values()) {
            assertThat(pairs).filteredOn(pair -> pair.expected() == answer).hasSizeGreaterThan(40);
        }
    }

    private static void assertResolved(Pair pair) {
        var result = AddressComparison.compare(pair.left(), pair.right());

        assertThat(result.answer()).as("%s", result.reason()).isEqualTo(pair.expected());
        assertThat(AddressComparison.compare(pair.right(), pair.left())).isEqualTo(result);
    }

    private static List<Pair> pairs() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(
                        AddressPairsTest.class.getResourceAsStream("/addresses/pairs.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Pair::of)
                    .toList();
        }
    }
}
