package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.Text;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;

final class OrderTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");

    @Test
    void ofThreeEntriesOfADayNoneIsBeforeTheOtherInACircle() {
        note("2024-03-04T20:00", "2024-03-04T10:00Z", "met at ten, written at night");
        note("2024-03-04T12:00", "2024-03-04", "some time that day, written at noon");
        note("2024-03-04T11:30", "2024-03-04T11:00Z", "met at eleven, written at once");

        List<Entry<SharedBody.Note>> sorted =
                Child.in(story.situation(child, "2024-03-05T09:00"))
                        .orElseThrow()
                        .entries(SharedBody.Note.class)
                        .stream()
                        .sorted(Order.OLDEST_FIRST)
                        .toList();

        assertThat(sorted)
                .extracting(e -> e.body().words().value())
                .containsExactly(
                        "met at ten, written at night",
                        "met at eleven, written at once",
                        "some time that day, written at noon");
        for (Entry<?> a : sorted) {
            for (Entry<?> b : sorted) {
                assertThat(Order.follows(b, a)).isEqualTo(sorted.indexOf(b) > sorted.indexOf(a));
            }
        }
    }

    private void note(String written, String happened, String words) {
        story.at(written)
                .from("gp")
                .about(child)
                .happened(happened)
                .says(new SharedBody.Note(new Text(words)));
    }
}
