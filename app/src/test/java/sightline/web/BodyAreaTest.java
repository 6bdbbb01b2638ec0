package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.HealthBody.Site;

import java.util.Arrays;

/** Every region of a body map is offered, and offered once. */
final class BodyAreaTest {
    @Test
    void eachRegionStandsUnderOneLetterAndIsCalledByItsOwnName() {
        var offered = Arrays.stream(BodyArea.values()).flatMap(a -> a.regions().stream()).toList();
        assertThat(offered).containsExactlyInAnyOrder(Site.values());
        assertThat(offered.stream().map(BodyArea::words)).doesNotHaveDuplicates();
    }
}
