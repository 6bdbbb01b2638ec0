package sightline.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Kinds;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each kind of agency usually checks, in the pack that ships. */
final class TouchpointPackTest {
    private static final TouchpointPack PACK = TouchpointPack.shipped();

    @Test
    void eachHasOneUsualTouchpoint() {
        Map<AgencyType, List<String>> usual = new TreeMap<>();
        Arrays.stream(AgencyType.values()).forEach(type -> usual.put(type, usualFor(type)));
        usual.values().removeIf(List::isEmpty);

        assertThat(usual)
                .containsEntry(AgencyType.MATERNITY, List.of("pregnancy-booked"))
                .containsEntry(AgencyType.GP, List.of("gp-registration"))
                .containsEntry(AgencyType.HOSPITAL, List.of("health-contact"))
                .containsEntry(AgencyType.HOUSING, List.of("housing-application"))
                .containsEntry(AgencyType.POLICE, List.of("police-incident"))
                .containsEntry(AgencyType.SCHOOL, List.of("school-roll"))
                .allSatisfy((_, kinds) -> assertThat(kinds).hasSize(1));
    }

    @Test
    void itIsOneThatTheyMaySend() {
        for (Touchpoint touchpoint : PACK.touchpoints().values()) {
            assertThat(touchpoint.usualFor())
                    .as(touchpoint.kind())
                    .isNotEmpty()
                    .allMatch(Kinds.named(touchpoint.kind()).orElseThrow()::mayBeAssertedBy);
        }
    }

    private static List<String> usualFor(AgencyType type) {
        return PACK.touchpoints().values().stream()
                .filter(t -> t.usualFor().contains(type))
                .map(Touchpoint::kind)
                .toList();
    }
}
