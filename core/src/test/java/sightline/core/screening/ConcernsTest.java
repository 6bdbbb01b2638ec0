package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.screening.Concerns.OpenConcern;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;

final class ConcernsTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");

    @Test
    void aConcernIsOpenForNinetyDays() {
        concern("2024-03-01T10:00");

        assertThat(only().openOn(LocalDate.parse("2024-02-29"))).isFalse();
        assertThat(only().openOn(LocalDate.parse("2024-05-30"))).isTrue();
        assertThat(only().openOn(LocalDate.parse("2024-05-31"))).isFalse();
    }

    @Test
    void itsAuthorClosesIt() {
        concern("2024-03-01T10:00");
        story.at("2024-03-05T10:00").from("school").about(child).says(Said.concernClosed(true));

        assertThat(only().openOn(LocalDate.parse("2024-03-05"))).isTrue();
        assertThat(only().openOn(LocalDate.parse("2024-03-06"))).isFalse();
        assertThat(only().childSeen()).isTrue();
    }

    @Test
    void anotherAgencyClosesItOnlyByNamingIt() {
        Fact concern = concern("2024-03-01T10:00");
        story.at("2024-03-05T10:00").from("nursery").about(child).says(Said.concernClosed(true));
        assertThat(only().closing()).isEmpty();

        story.at("2024-03-06T10:00")
                .from(Said.CARE)
                .about(child)
                .regarding(concern)
                .says(Said.noFurtherAction());
        assertThat(only().closing()).isPresent();
        assertThat(only().childSeen()).isFalse();
    }

    private Fact concern(String at) {
        return story.at(at).from("school").about(child).says(Said.concern(Topic.HUNGER));
    }

    private OpenConcern only() {
        Child subject = Child.in(story.situation(child, "2025-01-01T10:00")).orElseThrow();
        assertThat(Concerns.of(subject)).hasSize(1);
        return Concerns.of(subject).getFirst();
    }
}
