package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class LiveIndexTest {
    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void aQueryHasTheScoresOfTheBatch() {
        for (String shape : List.of("two-again", "full-name", "garbled")) {
            askedAsBatch(MadeUp.of(MadeUp.shape(shape).of(400), seed).tables());
        }
    }

    @Test
    void aQueryHasTheScoresOfTheBatchWhereColumnsAreMadeOfOthers() {
        List<Table> tables = List.of(goods(new Random(seed)));
        assertThat(Linkage.propose(tables).fields())
                .as("seed %d", seed)
                .extracting(Field::name)
                .contains("title: largest number", "where: first", "where: second");

        askedAsBatch(tables);
    }

    /** Things with a number in the title, at a place, most of them twice. */
    private static Table goods(Random random) {
        List<String> titles = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int good = 0; good < 200; good++) {
            String title = word(random) + " " + word(random) + " " + word(random);
            int size = 10 + random.nextInt(900);
            double north = 50 + 8 * random.nextDouble();
            double east = -5 + 6 * random.nextDouble();
            for (int copy = 0; copy <= random.nextInt(2); copy++) {
                titles.add(title + " " + size + (copy == 0 ? " ml" : "ml"));
                places.add(String.format(Locale.ROOT, "%.5f, %.4f", north + copy * 1e-5, east));
            }
        }
        return Table.of("goods", List.of(Column.of("title", titles), Column.of("where", places)));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            word.append((i % 2 == 0 ? "bdfgklmnprst" : "aeiou").charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private void askedAsBatch(List<Table> tables) {
        Linkage linkage = Linkage.auto(tables);
        LiveIndex live = linkage.live();
        List<Map<String, Double>> batch = batch(linkage);
        assertThat(batch).as("seed %d", seed).anyMatch(found -> !found.isEmpty());
        for (int row = 0; row < linkage.size(); row += 3) {
            Map<String, Double> asked = new TreeMap<>();
            live.query(row(tables, row)).forEach(m -> asked.put(m.id(), m.logOdds()));
            asked.remove(name(linkage, row));

            assertThat(asked).as("seed %d", seed).containsOnlyKeys(batch.get(row).keySet());
            batch.get(row)
                    .forEach((id, odds) -> assertThat(asked.get(id)).isCloseTo(odds, within(1e-3)));
        }
    }

    @Test
    void whatCameLaterIsFoundUntilItIsTakenOut() {
        LiveIndex live =
                Linkage.auto(MadeUp.of(MadeUp.shape("one-again").of(300), 1).tables()).live();
        int before = live.size();
        Map<String, String> person = new HashMap<>();
        person.put("first_name", "Quillon");
        person.put("surname", "Zzyzxwood");
        person.put("dob", "1987-03-04");
        person.put("sex", "M");
        person.put("postcode", "WX1 9ZZ");

        live.insert("new", person);
        person.put("surname", "Zzyzxwod");
        assertThat(live.query(person).getFirst().id()).isEqualTo("new");
        assertThat(live.query(person).getFirst().probability()).isGreaterThan(0.9);

        live.update("new", Map.of("first_name", "Else", "surname", "Body", "dob", "1950-01-02"));
        assertThat(live.query(person)).noneMatch(m -> m.id().equals("new"));

        live.update("new", person);
        live.remove("new");
        assertThat(live.query(person)).noneMatch(m -> m.id().equals("new"));
        assertThat(live.size()).isEqualTo(before);
        assertThatThrownBy(() -> live.remove("new")).isInstanceOf(LinkageException.class);
    }

    @Test
    void aRecordTakenOutAndPutBackHasTheScoresItHad() {
        List<Table> tables = MadeUp.of(MadeUp.shape("one-again").of(300), seed).tables();
        Linkage linkage = Linkage.auto(tables);
        LiveIndex live = linkage.live();
        for (int row = 0; row < linkage.size(); row += 29) {
            List<LiveIndex.Match> before = live.query(row(tables, row));

            live.update(name(linkage, row), row(tables, row));

            assertThat(live.query(row(tables, row))).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void severalThreadsAskWhileAnotherChangesIt() throws Exception {
        List<Table> tables = MadeUp.of(MadeUp.shape("one-again").of(300), seed).tables();
        Linkage linkage = Linkage.auto(tables);
        LiveIndex live = linkage.live();
        int rows = 120;
        List<List<LiveIndex.Match>> alone = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            alone.add(live.query(row(tables, row)));
        }
        Map<String, String> nobody =
                Map.of("first_name", "Quillon", "surname", "Zzyzxwood", "dob", "1987-03-04");
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> asked = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                asked.add(
                        threads.submit(() -> {
                            for (int row = 0; row < rows; row++) {
                                assertThat(known(live.query(row(tables, row))))
                                        .isEqualTo(alone.get(row));
                            }
                        }));
            }
            asked.add(
                    threads.submit(() -> {
                        for (int i = 0; i < 500; i++) {
                            live.insert("new" + i, nobody);
                            live.remove("new" + i);
                        }
                    }));
            for (Future<?> one : asked) {
                one.get();
            }
        }
        assertThat(live.size()).isEqualTo(linkage.size());
    }

    private static List<LiveIndex.Match> known(List<LiveIndex.Match> matches) {
        return matches.stream().filter(m -> !m.id().startsWith("new")).toList();
    }

    private static List<Map<String, Double>> batch(Linkage linkage) {
        List<Map<String, Double>> batch = new ArrayList<>();
        for (int row = 0; row < linkage.size(); row++) {
            batch.add(new TreeMap<>());
        }
        Edges edges = linkage.edges().renumbered(linkage.records()::rowOf);
        for (int e = 0; e < edges.size; e++) {
            double odds = edges.odds[e];
            batch.get(edges.left[e]).put(name(linkage, edges.right[e]), odds);
            batch.get(edges.right[e]).put(name(linkage, edges.left[e]), odds);
        }
        return batch;
    }

    private static String name(Linkage linkage, int row) {
        String id = linkage.idOf(row);
        return linkage.records().sources() == 1 ? id : linkage.sourceOf(row) + ":" + id;
    }

    /** The row as a query: the fields are named as in the first table. */
    private static Map<String, String> row(List<Table> tables, int row) {
        int table = row < tables.getFirst().rows() ? 0 : 1;
        int at = table == 0 ? row : row - tables.getFirst().rows();
        Map<String, String> says = new HashMap<>();
        for (Column column : tables.get(table).columns()) {
            says.put(column.name(), column.text(at));
        }
        return says;
    }
}
