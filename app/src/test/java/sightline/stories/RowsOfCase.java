package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import sightline.core.directory.AgencyType;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what a replay said meets the rows of an inquiry. */
final class RowsOfCase {
    private final Map<String, AgencyType> types;

    RowsOfCase(CaseFolder folder) {
        this.types = folder.types();
    }

    /** Fails with what was said instead. */
    void assertMet(ExpectedRow row, List<Said> said) {
        switch (row.signal()) {
            case "alert", "duty", "shown" -> assertSaid(row, said);
            case "not-knowable" -> assertNotEarly(row, said);
            case "register", "reviews" -> assertThat(row.items()).isNotEmpty();
            default -> assertThat(row.signal()).isEqualTo("-");
        }
    }

    private void assertSaid(ExpectedRow row, List<Said> said) {
        Set<String> told = new TreeSet<>();
        for (ExpectedRow.Item item : row.items()) {
            for (LocalDate day : item.day().map(List::of).orElse(row.days())) {
                List<Said> met =
                        said.stream()
                                .filter(s -> s.rule().equals(item.rule()) && s.on(day))
                                .filter(s -> signal(row, s))
                                .filter(s -> about(row, s))
                                .toList();
                assertThat(met)
                        .as("%s on %s; said of it: %s", item.rule(), day, of(item.rule(), said))
                        .isNotEmpty();
                Set<String> to =
                        met.stream().flatMap(s -> s.to().stream()).collect(Collectors.toSet());
                assertTold(item.rule(), item.to(), to);
                told.addAll(to);
            }
        }
        assertTold("row " + row.row(), row.to(), told);
    }

    private void assertTold(String what, Collection<String> wanted, Set<String> told) {
        for (String recipient : wanted) {
            assertThat(told)
                    .as("%s is told to %s", what, recipient)
                    .anyMatch(t -> matches(recipient, t));
        }
    }

    private boolean matches(String wanted, String told) {
        String[] want = wanted.split("/", 2);
        String[] got = told.split("/", 2);
        boolean agency =
                want[0].equals(got[0])
                        || AgencyType.of(want[0]).filter(t -> t == types.get(got[0])).isPresent();
        return agency && (want.length < 2 || want[1].equals(got[1]));
    }

    private static boolean signal(ExpectedRow row, Said said) {
        return switch (row.signal()) {
            case "alert" -> said.alert() || (said.duty() && !said.rule().startsWith("AL-"));
            case "duty" -> said.duty();
            default -> said.type().equals("shown");
        };
    }

    private static boolean about(ExpectedRow row, Said said) {
        return row.about().isEmpty()
                || row.about().stream().flatMap(List::stream).anyMatch(said.about()::contains);
    }

    private static List<Said> of(String rule, List<Said> said) {
        return said.stream().filter(s -> s.rule().equals(rule)).limit(8).toList();
    }

    /** Nothing is said of it before anybody recorded it. */
    private static void assertNotEarly(ExpectedRow row, List<Said> said) {
        for (ExpectedRow.Item item : row.items()) {
            assertThat(said)
                    .filteredOn(s -> s.rule().equals(item.rule()) && s.alert())
                    .noneMatch(s ->
                            row.days().isEmpty()
                                    || row.days().stream().anyMatch(d -> before(s, d)));
        }
    }

    private static boolean before(Said said, LocalDate day) {
        return sightline.core.kernel.London.day(said.at()).isBefore(day);
    }
}
