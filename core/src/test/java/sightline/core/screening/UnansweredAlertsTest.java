package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.story.Phrases;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.util.List;

/** From when to when an alert about a child is an open matter. */
final class UnansweredAlertsTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who mother = story.person("mother", "1985-03-01");
    private final Who one = story.person("one", "1980-03-01");
    private final Who two = story.person("two", "1981-03-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void theAnswerToTheAlertAboutOnePersonClosesNoneAboutAnother() {
        family();
        joins(one, "2024-01-10T10:00");
        joins(two, "2024-01-11T10:00");
        answer("2024-01-12T10:00", "2024-01-10T10:00");

        assertThat(open("2024-01-12T10:00"))
                .extracting(Matter::opened)
                .containsExactly(Story.instant("2024-01-11T10:00"));
    }

    @Test
    void whatGrowsAfterTheAnswerIsOpenFromThenOnAndWasNotOpenBetween() {
        family();
        joins(one, "2024-01-10T10:00");
        answer("2024-01-12T10:00", "2024-01-10T10:00");
        assertThat(open("2024-02-20T10:00")).isEmpty();

        story.at("2024-02-21T10:00").from("court").about(one).says(Phrases.hurtAFormerPartner());

        assertThat(open("2024-02-21T10:00"))
                .extracting(Matter::opened)
                .containsExactly(Story.instant("2024-02-21T10:00"));
        assertThat(openThen("2024-01-20T10:00", "2024-02-21T10:00")).isEmpty();
        assertThat(openThen("2024-01-11T10:00", "2024-02-21T10:00")).hasSize(1);
    }

    private void family() {
        story.at("2024-01-02T09:00")
                .from("gp")
                .about(child)
                .with(MOTHER, mother)
                .says(Phrases.note());
        for (Who each : List.of(one, two)) {
            story.at("2024-01-03T09:00").from("court").about(each).says(Phrases.hurtABaby());
        }
    }

    private void joins(Who who, String at) {
        story.at(at).from("gp").about(mother).with(PARTNER, who).says(Phrases.note());
    }

    /** Answers the alert that was raised at a moment. */
    private void answer(String at, String raised) {
        Alert alert =
                derivation.derive(story.situation(child, at)).alerts().stream()
                        .filter(a -> a.rule().equals(KnownRiskJoinsChild.ID))
                        .filter(a -> a.raisedAt().equals(Story.instant(raised)))
                        .findFirst()
                        .orElseThrow();
        story.at(at).from(CARE).about(child).says(Said.answered(alert.reference()));
    }

    private List<Matter> open(String at) {
        return openThen(at, at);
    }

    /** The alerts that were open then, as they are known now. */
    private List<Matter> openThen(String then, String now) {
        Instant moment = Story.instant(then);
        Child subject = Child.in(story.situation(child, now)).orElseThrow();
        return Matters.withAlerts(subject).openAt(moment).stream()
                .filter(m -> m.kind() == Matter.Kind.ALERT)
                .toList();
    }
}
