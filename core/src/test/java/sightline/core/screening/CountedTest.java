package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.bruise;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.Appointment.Kept;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class CountedTest {
    private final Story story = new Story();
    private final Who five = story.person("five", "2019-01-01");

    @Test
    void injuriesCountByAgencyAndWhatTwoAgenciesSawIsOneOfEach() {
        says("gp", "2023-10-01T10:00", bruise(Site.BACK, Mechanism.FALL));
        Fact first = says("gp", "2024-02-01T10:00", bruise(Site.BACK, Mechanism.FALL));
        Fact same = says("nursery", "2024-02-01T12:00", bruise(Site.BACK, Mechanism.FALL));
        says("gp", "2024-02-10T10:00", bruise(Site.SHIN, Mechanism.FALL));
        Fact second = says("hospital", "2024-04-01T10:00", bruise(Site.EAR, Mechanism.BITTEN));

        Counted counted = of("AL-04", "2024-04-02T10:00").orElseThrow();
        assertThat(counted.number()).isEqualTo(2);
        assertThat(counted.raisesFrom()).isEqualTo(2);
        assertThat(counted.facts()).containsExactlyInAnyOrder(first.id(), same.id(), second.id());
        assertThat(counted.byAgency().values()).containsExactly(1L, 1L, 1L);
    }

    @Test
    void appointmentsReferralsAndClosingsEachWithTheirOwnWindow() {
        for (String day : List.of("2023-08-31", "2023-09-01", "2024-02-01", "2024-03-01")) {
            says("hospital", day + "T10:00", Said.appointment(Kept.NOT_BROUGHT));
        }
        assertThat(of("AL-11", "2024-03-02T10:00").orElseThrow().number()).isEqualTo(3);

        Fact referral =
                story.at("2024-03-03T10:00")
                        .from("nursery")
                        .about(five)
                        .to(Said.CARE)
                        .says(Said.referral(Harm.INJURY));
        assertThat(of("AL-07", "2024-03-03T11:00").orElseThrow().facts())
                .containsExactly(referral.id());
        assertThat(of("AL-10", "2024-03-03T11:00")).isEmpty();

        Fact closing = says(Said.CARE, "2024-03-04T10:00", Said.closed(false, false));
        assertThat(of("AL-10", "2024-03-04T11:00").orElseThrow().facts())
                .containsExactly(closing.id());
    }

    @Test
    void whereNothingIsCountedNothingIsSaid() {
        says("gp", "2024-02-10T10:00", bruise(Site.SHIN, Mechanism.FALL));

        assertThat(Counted.of(story.situation(five, "2024-02-11T10:00"), RuleSettings.NONE))
                .isEmpty();
    }

    private Optional<Counted> of(String rule, String at) {
        return Counted.of(story.situation(five, at), RuleSettings.NONE).stream()
                .filter(c -> c.rule().value().equals(rule))
                .findFirst();
    }

    private Fact says(String agency, String at, Body body) {
        return story.at(at).from(agency).about(five).says(body);
    }
}
