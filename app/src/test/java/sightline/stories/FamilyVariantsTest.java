package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import sightline.core.TestSize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What stands of a family does not hang on how its agencies sent it: in which order, how often,
 * corrected to what it was, taken back and sent again, in batches or one by one. Where the reports
 * of one day come in another order no less is owed; more may be, since nobody can say whether what
 * was done that day answered what was reported after it. Of what comes late the same alerts stand,
 * raised later; a duty to act within hours of a report may be none by then. Of what is sent twice
 * more may be done, since a second visit of one day, written down apart, is another. {@code
 * -Dfamily=} and {@code -Dvariant=} take those that they name, {@code -Dseeds=} so many.
 */
@Tag("ci")
final class FamilyVariantsTest {
    private static final long SEED = Long.getLong("seed", 20_261_128L);

    private final Map<String, Set<Standing.Line>> plain = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> theSameStandsHoweverItIsSent() {
        int seeds = Integer.getInteger("seeds", TestSize.chosen().of(1, 1, 40));
        return LongStream.range(SEED, SEED + seeds)
                .boxed()
                .flatMap(seed -> families(seed).flatMap(f -> variants(f, seed)));
    }

    /** Every day a few of them, others with each seed; else all. */
    private static Stream<Family> families(long seed) {
        List<Family> families = new ArrayList<>(FamiliesTest.families());
        families.removeIf(f -> !System.getProperty("family", f.name()).contains(f.name()));
        Collections.shuffle(families, new Random(seed));
        return families.stream().limit(TestSize.chosen().of(2, 5, families.size()));
    }

    private Stream<DynamicTest> variants(Family family, long seed) {
        return Arrays.stream(Variant.values())
                .filter(v -> System.getProperty("variant", v.name()).contains(v.name()))
                .map(v ->
                        DynamicTest.dynamicTest(
                                "%s %s, seed %d".formatted(family.name(), v, seed),
                                () -> assertSame(family, v, seed)));
    }

    private void assertSame(Family family, Variant variant, long seed) {
        Set<Standing.Line> then = standing(family, variant.of(family.messages(), seed));
        if (variant == Variant.OTHER_ORDER) {
            assertThat(open(then)).containsAll(open(plain(family)));
        } else if (variant == Variant.SENT_TWICE) {
            assertThat(then).containsAll(plain(family));
            assertThat(open(then)).containsExactlyInAnyOrderElementsOf(open(plain(family)));
        } else if (variant.onItsDay()) {
            assertThat(then).containsExactlyInAnyOrderElementsOf(plain(family));
        } else {
            assertThat(alerts(then)).containsExactlyInAnyOrderElementsOf(alerts(plain(family)));
        }
    }

    private static Set<Standing.Line> open(Set<Standing.Line> lines) {
        return lines.stream().filter(Standing.Line::open).collect(Collectors.toSet());
    }

    private Set<Standing.Line> plain(Family family) {
        return plain.computeIfAbsent(
                family.name(),
                _ -> standing(family, family.messages().stream().map(List::of).toList()));
    }

    /** What stands, but who has opened what: how often somebody is told hangs on how it comes. */
    private static Set<Standing.Line> standing(Family family, List<List<String>> batches) {
        return MemoryReplay.standing(family.agencies(), batches).lines().stream()
                .filter(l -> !l.what().startsWith("alert."))
                .map(l -> l.about(Variant.asSentFirst(l.about())))
                .collect(Collectors.toSet());
    }

    private static Set<String> alerts(Set<Standing.Line> lines) {
        return lines.stream()
                .filter(Standing.Line::alert)
                .map(l -> "%s about %s to %s".formatted(l.what(), l.about(), l.to()))
                .collect(Collectors.toSet());
    }
}
