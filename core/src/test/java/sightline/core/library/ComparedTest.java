package sightline.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.library.Compared.Piece;
import sightline.core.library.Compared.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

final class ComparedTest {
    private static final long SEED = Long.getLong("seed", 5);

    private static String differing(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece::differs)
                .map(Piece::text)
                .collect(Collectors.joining(" | "));
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    @Test
    void whatWasLeftOutAndWhatStandsInItsPlaceAreMarked() {
        List<Row> rows =
                Compared.of(
                        List.of(
                                "What happened",
                                "Quill Marrow met the worker at 4 Mill Lane.",
                                "Nobody asked."),
                        List.of(
                                "What happened",
                                "[left out: a name] met the worker at an address.",
                                "Nobody asked."));
        assertThat(rows).extracting(Row::differs).containsExactly(false, true, false);
        assertThat(differing(rows.get(1).before())).isEqualTo("Quill Marrow | 4 Mill Lane.");
        assertThat(differing(rows.get(1).after())).isEqualTo("[left out: a name] | an address.");
        assertThat(rows).extracting(Row::place).containsExactly(0, 1, 2);
    }

    @Test
    void aParagraphThatIsGoneStandsAloneAndSoDoesOneThatIsNew() {
        List<Row> rows =
                Compared.of(
                        List.of("one two three", "His school was Fen Primary.", "four five six"),
                        List.of("one two three", "four five seven", "A new end altogether."));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).after()).isEmpty();
        assertThat(differing(rows.get(2).before())).isEqualTo("six");
        assertThat(differing(rows.get(2).after())).isEqualTo("seven");
        assertThat(rows.get(3).before()).isEmpty();
        assertThat(rows).extracting(Row::place).containsExactly(0, 1, 1, 2);
    }

    /**
     * Whatever was done to a text, each side says what it said, and what is not marked is shared.
     */
    @Test
    void bothSidesAreWholeWhateverWasChanged() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            List<String> before = paragraphs(random);
            List<String> after = new ArrayList<>(before);
            for (int change = random.nextInt(6); change > 0; change--) {
                changed(after, random);
            }
            List<Row> rows = Compared.of(before, after);
            assertThat(
                            rows.stream()
                                    .map(Row::before)
                                    .filter(p -> !p.isEmpty())
                                    .map(ComparedTest::text))
                    .as("seed %d, round %d", SEED, round)
                    .containsExactlyElementsOf(before);
            assertThat(
                            rows.stream()
                                    .map(Row::after)
                                    .filter(p -> !p.isEmpty())
                                    .map(ComparedTest::text))
                    .as("seed %d, round %d", SEED, round)
                    .containsExactlyElementsOf(after);
            for (Row row : rows) {
                assertThat(text(row.before().stream().filter(p -> !p.differs()).toList()))
                        .as("seed %d, round %d", SEED, round)
                        .isEqualTo(text(row.after().stream().filter(p -> !p.differs()).toList()));
                if (!row.after().isEmpty()) {
                    assertThat(text(row.after())).isEqualTo(after.get(row.place()));
                }
            }
        }
    }

    private static List<String> paragraphs(Random random) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            StringBuilder text = new StringBuilder("w");
            for (int words = random.nextInt(12); words > 0; words--) {
                text.append(" w").append(random.nextInt(9));
            }
            paragraphs.add(text.toString());
        }
        return paragraphs;
    }

    private static void changed(List<String> text, Random random) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.size());
        switch (text.isEmpty() ? 0 : random.nextInt(3)) {
            case 0 -> text.add(at, "new w" + random.nextInt(9) + " words");
            case 1 -> text.remove(at);
            default -> text.set(at, text.get(at).replaceFirst("w\\d", "[left out: a name]"));
        }
    }
}
