package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class UnifyingTest {
    @Test
    void fullNamesInOneFileAreComparedWithTwoColumnsOfTheOther() {
        long seed = Long.getLong("seed", System.nanoTime());
        OddPeople people = new OddPeople(new Random(seed));
        while (people.all.size() < 300) {
            people.household(3, 0);
        }
        List<List<String>> parted = new ArrayList<>();
        List<List<String>> whole = new ArrayList<>();
        people.all.forEach(p -> {
            String forename = p.getOrDefault("forename", "");
            String surname = p.getOrDefault("surname", "");
            String dob = p.getOrDefault("dob", "");
            parted.add(List.of(forename, surname, dob));
            whole.add(List.of(surname.toUpperCase(java.util.Locale.ROOT) + ", " + forename, dob));
        });
        Table clinic = table("clinic", List.of("Forename", "Surname", "DOB"), parted);
        Table school = table("school", List.of("pupil_name", "birth"), whole);

        Linkage linkage = Linkage.auto(List.of(clinic, school));

        assertThat(linkage.settings().fields())
                .extracting(Field::name)
                .contains("Forename + Surname");
        for (int i = 0; i < people.all.size(); i++) {
            assertThat(linkage.clusters().of(i))
                    .as("seed %d, record %d", seed, i)
                    .isEqualTo(linkage.clusters().of(people.all.size() + i));
        }
        Map<String, String> asked =
                Map.of(
                        "Forename",
                        parted.get(7).get(0),
                        "Surname",
                        parted.get(7).get(1),
                        "DOB",
                        parted.get(7).get(2));
        assertThat(linkage.live().query(asked))
                .extracting(LiveIndex.Match::id)
                .contains("clinic:8", "school:8");
    }

    private static Table table(String name, List<String> header, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int at = c;
            columns.add(Column.of(header.get(c), rows.stream().map(r -> r.get(at)).toList()));
        }
        return Table.of(name, columns);
    }
}
