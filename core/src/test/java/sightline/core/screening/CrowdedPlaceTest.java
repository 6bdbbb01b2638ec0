package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.home;

import org.junit.jupiter.api.Test;

import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;

final class CrowdedPlaceTest {
    private static final int MOST = 20;

    private final Story story = new Story();
    private final Who child = story.person("child", "2018-03-01");

    private void lives(Who who, int minute) {
        story.at("2024-03-04T10:%02d".formatted(minute))
                .from("gp")
                .about(who)
                .place("1 Tower Court")
                .says(home());
    }

    private void crowd(int others) {
        lives(child, 0);
        for (int i = 1; i <= others; i++) {
            lives(story.person("neighbour " + i, "1980-01-01"), i);
        }
    }

    private List<Finding> found() {
        return found("2024-03-05T10:00");
    }

    private List<Finding> found(String at) {
        return story.findings(new CrowdedPlace(), child, at);
    }

    @Test
    void twentyPeopleAreAHouseholdAndTwentyOneAreSaidNotToBeOne() {
        crowd(MOST - 1);
        assertThat(found()).isEmpty();

        lives(story.person("one more", "1981-01-01"), MOST);
        assertThat(found())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.alerts()).isFalse();
                    assertThat(f.item()).isEqualTo("shown");
                    assertThat(f.since()).isEqualTo(Story.instant("2024-03-04T10:20"));
                });
    }

    @Test
    void besideAnOpenMatterItIsOwedByTheSteward() {
        crowd(MOST);
        story.at("2024-03-04T12:00")
                .from("childrens-social-care")
                .about(child)
                .says(Said.protectionPlan());

        assertThat(found())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.item()).isEqualTo("place");
                    assertThat(Asked.told(f)).containsExactly("partnership/data-steward");
                });
    }

    @Test
    void whereTheChildLivedBeforeIsNoCrowdOfTheirs() {
        crowd(MOST);
        story.at("2024-03-06T13:00")
                .from("gp")
                .about(child)
                .place("5 Quiet Lane")
                .happened("2024-03-06")
                .says(home());

        assertThat(found("2024-03-07T10:00")).isEmpty();
    }
}
