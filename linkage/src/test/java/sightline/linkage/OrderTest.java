package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same records in any order are the same people. */
final class OrderTest {
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void recordsInAnyOrderAndFilesInAnyOrderGiveTheSameClusters() {
        for (String shape :
                List.of("two-again", "garbled", "foreign", "names-dob", "other-words")) {
            List<Table> tables = MadeUp.of(MadeUp.shape(shape).of(500), random.nextLong()).tables();
            List<Table> shuffled = new ArrayList<>(tables.stream().map(this::shuffled).toList());
            Collections.reverse(shuffled);

            assertThat(people(shuffled)).as("%s, seed %d", shape, seed).isEqualTo(people(tables));
        }
    }

    @Test
    void recordsThatSayTheSameAreToldApartBySourceAndId() {
        List<String> ids = IntStream.range(0, 400).mapToObj(i -> "r" + i).toList();
        List<String> names = ids.stream().map(i -> "name" + i.hashCode() % 60).toList();
        List<String> years = ids.stream().map(i -> "" + (1950 + i.hashCode() % 7)).toList();
        Table table =
                Table.of(
                        "one",
                        List.of(
                                Column.of("id", ids),
                                Column.of("surname", names),
                                Column.of("year of birth", years)));

        assertThat(people(List.of(shuffled(table)))).isEqualTo(people(List.of(table)));
    }

    private Table shuffled(Table table) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, table.rows()).boxed().toList());
        Collections.shuffle(order, random);
        return Table.of(
                table.name(),
                table.columns().stream()
                        .map(c -> Column.of(c.name(), order.stream().map(c::text).toList()))
                        .toList());
    }

    /** The clusters as sets of ids. */
    private static Set<String> people(List<Table> tables) {
        Linkage linkage = Linkage.auto(tables);
        Map<Integer, Set<String>> people = new HashMap<>();
        for (int row = 0; row < linkage.records().size(); row++) {
            people.computeIfAbsent(linkage.clusters().of(row), k -> new TreeSet<>())
                    .add(linkage.records().idOf(row));
        }
        return people.values().stream().map(Set::toString).collect(Collectors.toSet());
    }
}
