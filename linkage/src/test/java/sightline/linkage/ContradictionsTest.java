package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class ContradictionsTest {
    private static final List<String> COLUMNS =
            List.of("forename", "surname", "dob", "postcode", "nhs_number");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final OddPeople people = new OddPeople(new Random(seed));
    private final List<List<String>> rows = new ArrayList<>();

    @Test
    void twinsThatStandTwiceEachAreTwoPeople() {
        manyPeople(false);
        int first = rows.size();
        String dob = people.date(2012);
        for (String forename : List.of("Annabel", "Wilfred", "Annabel", "Wilfred")) {
            rows.add(List.of(forename, "Quarmby", dob, "QX1 4RT", ""));
        }

        Clusters clusters = Linkage.auto(List.of(table())).clusters();

        assertThat(clusters.of(first)).as("seed %d", seed).isEqualTo(clusters.of(first + 2));
        assertThat(clusters.of(first + 1)).isEqualTo(clusters.of(first + 3));
        assertThat(clusters.of(first)).isNotEqualTo(clusters.of(first + 1));
    }

    @Test
    void twoRightNumbersAreTwoPeopleWhoeverStandsBetweenThem() {
        manyPeople(true);
        int first = rows.size();
        String dob = people.date(2012);
        String one = people.nhs();
        String other = people.nhs();
        for (String number : List.of(one, "", other, "")) {
            rows.add(List.of("Annabel", "Quarmby", dob, "QX1 4RT", number));
        }

        Clusters clusters = Linkage.auto(List.of(table())).clusters();

        assertThat(clusters.of(first)).as("seed %d", seed).isNotEqualTo(clusters.of(first + 2));
    }

    private void manyPeople(boolean numbers) {
        while (people.all.size() < 600) {
            people.household(3, 0.02);
        }
        people.all.forEach(p -> {
            for (int i = 0; i < 2; i++) {
                boolean slip = people.chance(0.1);
                String forename = p.getOrDefault("forename", "");
                rows.add(
                        List.of(
                                slip ? people.variant(forename) : forename,
                                p.getOrDefault("surname", ""),
                                p.getOrDefault("dob", ""),
                                people.chance(0.9) ? p.getOrDefault("postcode", "") : "",
                                numbers && people.chance(0.7) ? p.getOrDefault("nhs", "") : ""));
            }
        });
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < COLUMNS.size(); c++) {
            int at = c;
            columns.add(Column.of(COLUMNS.get(c), rows.stream().map(r -> r.get(at)).toList()));
        }
        return Table.of("people", columns);
    }
}
