package sightline.core.locator;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.home;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.household.Individual;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Situation;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

/** A registered person who is gone from here is asked about, and no longer. Invented people. */
final class ElsewhereTest {
    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void whoLivesInAnAreaOfThisInstallationIsAskedAboutNowhere() {
        says("2024-03-01T10:00", NotificationType.ENTERED);
        livesAt("2024-03-02T10:00", "1 Mill Lane, Westmarsh");

        assertThat(asked("2024-03-03T10:00")).isEmpty();

        livesAt("2024-06-02T10:00", "2 Quay Road, Eastholme");
        assertThat(asked("2024-06-03T10:00")).isEmpty();
    }

    @Test
    void whoLivesOutsideOfAllOfThemIsAskedAboutWhileTheRegisterHolds() {
        livesAt("2024-03-02T10:00", "4 Long Street, Faraway");
        assertThat(asked("2024-03-03T10:00")).as("on no register").isEmpty();

        says("2024-03-04T10:00", NotificationType.ENTERED);
        assertThat(asked("2024-03-05T10:00")).hasSize(1);

        says("2024-05-01T10:00", NotificationType.ENDED);
        assertThat(asked("2024-05-02T10:00")).isEmpty();
    }

    @Test
    void whoseWhereaboutsNobodyKnowsIsAskedAboutUntilFound() {
        says("2024-03-01T10:00", NotificationType.ENTERED);
        livesAt("2024-03-02T10:00", "1 Mill Lane, Westmarsh");
        says("2024-04-01T10:00", NotificationType.WHEREABOUTS_UNKNOWN);
        assertThat(asked("2024-04-02T10:00")).hasSize(1);

        says("2024-04-09T10:00", NotificationType.FOUND);
        assertThat(asked("2024-04-10T10:00")).isEmpty();
    }

    private void says(String at, NotificationType type) {
        story.at(at)
                .from("police")
                .about(man)
                .says(new RegisterNotification("soa-2003", type, Optional.empty()));
    }

    private void livesAt(String at, String address) {
        story.at(at).from("housing").about(man).place(address).says(home());
    }

    private List<Individual> asked(String at) {
        Situation situation = story.situation(man, at);
        return Elsewhere.toAsk(situation, derivation.derive(situation).registers());
    }
}
