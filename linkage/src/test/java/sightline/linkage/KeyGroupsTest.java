package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

final class KeyGroupsTest {
    private static final long SEED = Long.getLong("seed", 11);

    @Test
    void findsTheGroupsThatATableOfWholeKeysFinds() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            int records = random.nextInt(400);
            List<int[]> columns = new ArrayList<>();
            for (int p = 0; p < 2 + round % 2; p++) {
                int distinct = 1 + random.nextInt(random.nextBoolean() ? 5 : 60);
                columns.add(random.ints(records, -1, distinct).toArray());
            }

            KeyGroups found =
                    new KeyGroups(columns.stream().map(KeyGroupsTest::part).toList(), records);

            int[] expected = expected(columns, records);
            assertThat(found.groups()).as("seed %d, round %d", SEED, round).isEqualTo(expected);
            assertThat(found.size()).isEqualTo(Arrays.stream(expected).max().orElse(-1) + 1);
        }
    }

    @Test
    void twoPartsInOneNumberAreSeldomThoseOfTwoOthers() {
        Set<Integer> mixed = new HashSet<>();
        for (int key = 0; key < 300; key++) {
            for (int other = 0; other < 100; other++) {
                mixed.add(BlockingPlan.mixed(key, other));
            }
        }

        assertThat(mixed).hasSizeGreaterThan(29_990).allMatch(key -> key >= 0);
    }

    @Test
    void countsKeysAgainAfterItWasCleared() {
        Random random = new Random(SEED);
        KeyTally tally = new KeyTally(500);
        for (int round = 0; round < 20; round++) {
            tally.clear();
            Map<Long, Integer> expected = new LinkedHashMap<>();
            for (int record = 0; record < 500; record++) {
                long key = random.nextInt(1 + round * 40);
                tally.add(key);
                expected.merge(key, 1, Integer::sum);
            }

            List<Integer> counts = new ArrayList<>();
            for (int number = 0; number < tally.size(); number++) {
                counts.add(tally.count(number));
            }
            assertThat(counts).as("seed %d", SEED).containsExactlyElementsOf(expected.values());
        }
    }

    @Test
    void aKeyOfFewRecordsIsNotTakenForOneOfTooManyHoweverManyRecordsThereAre() {
        int block = Limits.USUAL.block();
        for (int records : new int[] {1, 15_000, 1_000_000, 10_000_000, Integer.MAX_VALUE}) {
            assertThat(4 * Blocking.step(records, block)).isLessThan(block);
            assertThat(Blocking.step(records, 2)).isEqualTo(1);
        }
    }

    private static KeyPart part(int[] keys) {
        int distinct = Arrays.stream(keys).max().orElse(-1) + 1;
        int[] same = new int[distinct];
        Arrays.setAll(same, code -> code);
        Feature none = new Feature("a", FieldKind.CATEGORY, List.of(), List.of());
        return new KeyPart(
                0,
                "a",
                new KeyPart.Keys(keys, same),
                distinct,
                List.of(),
                UnaryOperator.identity(),
                none);
    }

    private static int[] expected(List<int[]> columns, int records) {
        Map<List<Integer>, List<Integer>> members = new HashMap<>();
        for (int record = 0; record < records; record++) {
            int of = record;
            List<Integer> key = columns.stream().map(column -> column[of]).toList();
            if (!key.contains(-1)) {
                members.computeIfAbsent(key, k -> new ArrayList<>()).add(record);
            }
        }
        int[] groups = new int[records];
        Arrays.fill(groups, -1);
        members.values().stream()
                .filter(group -> group.size() > 1)
                .sorted(java.util.Comparator.comparing(List::getFirst))
                .toList()
                .forEach(group -> {
                    int number = Arrays.stream(groups).max().orElse(-1) + 1;
                    group.forEach(record -> groups[record] = number);
                });
        return groups;
    }
}
