package sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.linkage.Limits;
import sightline.linkage.Linkage;
import sightline.linkage.Settings;
import sightline.linkage.Table;
import sightline.linkage.TrainedModel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What linkage gives, wherever its pairs are compared. Every engine passes it. */
abstract class LinkageContract {
    private static final int PEOPLE =
            switch (System.getProperty("sightline.size", "everyday")) {
                case "full" -> 20_000;
                case "ci" -> 6_000;
                default -> 900;
            };

    private final long seed = Long.getLong("seed", System.nanoTime());

    abstract Linkage auto(List<Table> tables);

    abstract Linkage with(Settings settings, List<Table> tables);

    abstract Linkage with(TrainedModel trained, List<Table> tables);

    @Test
    void aFileGivesTheModelTheWeightsAndThePeopleThatOneProcessGives() {
        List<Table> tables = InventedPeople.tables(1, InventedPeople.rows(PEOPLE, seed));

        assertSame(auto(tables), Linkage.auto(tables));
    }

    @Test
    void severalFilesInAnyOrderOfRowsAndFilesGiveTheSamePeople() {
        List<List<String>> rows = InventedPeople.rows(PEOPLE, seed);
        List<Table> tables = InventedPeople.tables(2, rows);
        List<List<String>> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        List<Table> turned = InventedPeople.tables(2, other).reversed();

        Linkage linkage = auto(turned);

        assertThat(people(linkage)).as("seed %d", seed).isEqualTo(people(Linkage.auto(tables)));
    }

    @Test
    void keysThatTooManyHaveAreLeftOutByKeyAndCounted() {
        List<Table> tables = InventedPeople.tables(1, InventedPeople.rows(PEOPLE, seed));
        Settings settings =
                Linkage.propose(tables)
                        .withBlocking(
                                List.of(
                                        List.of("surname"),
                                        List.of("dob"),
                                        List.of("postcode", "surname sound", "first_name")))
                        .withLimits(new Limits(PEOPLE / 30, 24, 1_500_000, 6));

        Linkage linkage = with(settings, tables);

        assertThat(linkage.remarks()).anyMatch(remark -> remark.contains("left out"));
        assertSame(linkage, Linkage.with(settings, tables, step -> {}));
    }

    @Test
    void whatWasLearntBeforeIsUsedAsItIs() {
        List<List<String>> rows = InventedPeople.rows(PEOPLE, seed);
        TrainedModel trained = Linkage.auto(InventedPeople.tables(2, rows)).trained();
        List<Table> tables = InventedPeople.tables(2, InventedPeople.rows(PEOPLE / 2, seed + 1));

        Linkage linkage = with(trained, tables);

        assertThat(linkage.trained()).isEqualTo(trained);
        assertSame(linkage, Linkage.with(trained, tables, step -> {}));
    }

    /** Names of clusters, the model to the last bit, and what follows from every pair's weight. */
    private void assertSame(Linkage linkage, Linkage here) {
        assertThat(linkage.settings()).as("seed %d", seed).isEqualTo(here.settings());
        assertThat(linkage.remarks()).as("seed %d", seed).isEqualTo(here.remarks());
        assertThat(linkage.trained()).as("seed %d", seed).isEqualTo(here.trained());
        assertThat(linkage.inspect()).as("seed %d", seed).isEqualTo(here.inspect());
        assertThat(linkage.quality()).as("seed %d", seed).isEqualTo(here.quality());
        assertThat(linkage.clusterNames()).as("seed %d", seed).isEqualTo(here.clusterNames());
        assertThat(linkage.clusters().count()).isLessThan(linkage.size());
    }

    private static Set<String> people(Linkage linkage) {
        List<String> names = linkage.clusterNames();
        return IntStream.range(0, linkage.size())
                .mapToObj(i -> linkage.sourceOf(i) + ":" + linkage.idOf(i) + " " + names.get(i))
                .collect(Collectors.toSet());
    }
}
