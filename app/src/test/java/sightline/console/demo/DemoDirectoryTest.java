package sightline.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.FixedDirectory;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.population.Population;
import sightline.population.Settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demonstration has the posts that the clocks and their ladders name. */
final class DemoDirectoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Pattern OWNER =
            Pattern.compile("\\{(?:agency: ([a-z-]+), )?(?:type: ([a-z-]+), )?role: ([a-z-]+)\\}");

    private final FixedDirectory directory =
            FixedDirectory.of(
                    new DemoDirectory(
                                    new Population(Settings.of(7, 50, TODAY.minusDays(60), TODAY))
                                            .agencies())
                            .entries());

    @Test
    void everyPostThatALadderOrAClockNamesOfATypeOfAgencyIsThere() throws IOException {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String pack : List.of("england-child-protection", "england-between-agencies")) {
            OWNER.matcher(text(pack))
                    .results()
                    .filter(m -> m.group(2) != null)
                    .forEach(m -> {
                        for (Agency agency : directory.entries().agencies()) {
                            if (agency.type().slug().equals(m.group(2))
                                    && !has(agency, m.group(3))) {
                                missing.computeIfAbsent(m.group(2), _ -> new TreeSet<>())
                                        .add(m.group(3));
                            }
                        }
                    });
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void whoeverSendsHasThePostsToWhichALateDutyClimbs() {
        for (Agency agency : directory.entries().agencies()) {
            assertThat(Set.of("safeguarding-lead", "manager"))
                    .as(agency.id().value())
                    .allMatch(role -> has(agency, role));
            if (agency.type() == AgencyType.POLICE) {
                assertThat(has(agency, "duty-sergeant")).isTrue();
            }
        }
    }

    @Test
    void eachAreaHasALeadWhoIsThere() {
        Set<String> without =
                directory.entries().areas().stream()
                        .filter(a ->
                                directory
                                        .leadOf(a.id(), TODAY)
                                        .map(Post::id)
                                        .flatMap(p -> directory.whoOwns(p, TODAY).person())
                                        .isEmpty())
                        .map(a -> a.id().value())
                        .collect(Collectors.toSet());

        assertThat(without).isEmpty();
    }

    private boolean has(Agency agency, String role) {
        return directory.post(agency.id(), new Role(role), TODAY).isPresent();
    }

    private static String text(String pack) throws IOException {
        try (InputStream in =
                DemoDirectoryTest.class.getResourceAsStream("/packs/" + pack + ".yaml")) {
            assertThat(in).as(pack).isNotNull();
            return new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
