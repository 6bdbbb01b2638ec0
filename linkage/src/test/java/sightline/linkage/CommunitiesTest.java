package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whether strangers' names go together is told from people who are simply there twice. */
final class CommunitiesTest {
    private static final List<List<String>> GIVEN =
            List.of(
                    List.of("Gurdip", "Harjot", "Jasmin", "Kirpal", "Navreet", "Simrat"),
                    List.of("Anhtu", "Binhan", "Cuongle", "Diemmy", "Giangha", "Hoaly"),
                    List.of("Ada", "Brenda", "Clive", "Doris", "Edgar", "Frieda"));
    private static final List<List<String>> SURNAMES =
            List.of(
                    List.of("Sandhal", "Gillar", "Bainsal", "Dhillar", "Mannar", "Virkal"),
                    List.of("Nguyet", "Tranh", "Phamly", "Hoangu", "Vuongh", "Dinhle"),
                    List.of("Marsh", "Reeder", "Colby", "Thorne", "Ashdown", "Birch"));

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void namesGoTogetherWherePeopleOfSeveralLanguagesStandInOneFile() {
        Optional<Communities> found = Communities.of(comparators(3000, 1, true));

        assertThat(found).as("seed %d", seed).isPresent();
        assertThat(found.get().beside()).as("seed %d", seed).isBetween(2.3, 3.7);
        assertThat(found.get().share() * found.get().given() * found.get().surname())
                .as("seed %d", seed)
                .isBetween(1.3, 2.7);
    }

    @Test
    void namesThatAreDrawnOneByOneDoNotGoTogether() {
        assertThat(Communities.of(comparators(3000, 1, false))).as("seed %d", seed).isEmpty();
    }

    @Test
    void peopleWhoStandThereManyTimesWithWrongDatesAreNoCommunity() {
        assertThat(Communities.of(comparators(150, 20, false))).as("seed %d", seed).isEmpty();
    }

    @Test
    void nothingIsFoundWithoutDates() {
        Table table =
                Table.of(
                        "names",
                        List.of(
                                Column.of("forename", List.of("Ada", "Ben")),
                                Column.of("surname", List.of("Marsh", "Reed"))));

        assertThat(Communities.of(comparators(table))).isEmpty();
    }

    /** So many people, each so many times; a third of the dates is wrong where there are many. */
    private List<Comparator> comparators(int people, int times, boolean apart) {
        List<String> given = new ArrayList<>();
        List<String> surnames = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int language = random.nextInt(3);
            String first = pick(GIVEN.get(language));
            String last = pick(SURNAMES.get(apart ? language : random.nextInt(3)));
            String born = date();
            for (int t = 0; t < times; t++) {
                given.add(first);
                surnames.add(last);
                dates.add(times > 1 && random.nextInt(3) == 0 ? date() : born);
            }
        }
        return comparators(
                Table.of(
                        "people",
                        List.of(
                                Column.of("forename", given),
                                Column.of("surname", surnames),
                                Column.of("dob", dates))));
    }

    private static List<Comparator> comparators(Table table) {
        List<Table> tables = List.of(table);
        return new Records(tables, Linkage.propose(tables).fields())
                .features().stream()
                        .map(f -> Comparator.of(f, f.kind.levels(), Names.none()))
                        .toList();
    }

    private String date() {
        return "%d-%02d-%02d"
                .formatted(
                        1930 + random.nextInt(90), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
