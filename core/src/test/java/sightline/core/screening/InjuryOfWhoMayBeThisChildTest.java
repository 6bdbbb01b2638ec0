package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.SIBLING;
import static sightline.core.story.Phrases.note;
import static sightline.core.story.Said.bruise;

import org.junit.jupiter.api.Test;

import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.kernel.Certainty;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;

final class InjuryOfWhoMayBeThisChildTest {
    private static final Rule RULE = new InjuryOfWhoMayBeThisChild();

    private final Story story = new Story();
    private final Who child = story.person("child", "2019-01-01");
    private final Who other = story.person("other", "2019-01-01");

    private void hurt(Who who, String when, Site site) {
        story.at(when).from("hospital").about(who).says(bruise(site, Mechanism.FALL));
    }

    private List<Finding> at(Who who, String when) {
        return story.findings(RULE, who, when);
    }

    @Test
    void theChildWhoseInjuryCameLastIsSaidToBePossiblyTheOther() {
        hurt(other, "2024-01-10T10:00", Site.BACK);
        hurt(child, "2024-02-10T10:00", Site.EAR);
        story.undecided(child, other);

        Finding finding = at(child, "2024-02-10T10:00").getFirst();

        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
        assertThat(finding.path()).noneMatch(s -> s.text().value().contains("back"));
        assertThat(at(other, "2024-02-10T10:00")).isEmpty();
        assertThat(at(child, "2024-02-10T09:59")).isEmpty();
    }

    @Test
    void whoseMessageCameFirstDecidesNothing() {
        story.at("2024-02-10T10:00")
                .from("hospital")
                .about(child)
                .happened("2024-02-10")
                .says(bruise(Site.EAR, Mechanism.FALL));
        story.at("2024-03-01T10:00")
                .from("gp")
                .about(other)
                .happened("2024-01-10")
                .says(bruise(Site.BACK, Mechanism.FALL));
        story.undecided(child, other);

        assertThat(at(child, "2024-02-29T10:00")).isEmpty();
        assertThat(at(child, "2024-03-01T10:00")).hasSize(1);
        assertThat(at(other, "2024-03-01T10:00")).isEmpty();

        story.at("2024-03-02T10:00")
                .from("gp")
                .about(other)
                .happened("2024-02-10")
                .says(bruise(Site.NECK, Mechanism.FALL));
        assertThat(at(child, "2024-03-02T10:00")).hasSize(1);
        assertThat(at(other, "2024-03-02T10:00")).hasSize(1);
    }

    @Test
    void withoutAnOpenPairOrWithoutTheOthersInjuryNothingIsSaid() {
        hurt(child, "2024-02-10T10:00", Site.EAR);
        hurt(other, "2024-01-10T10:00", Site.BACK);
        assertThat(at(child, "2024-02-10T10:00")).isEmpty();

        Who third = story.person("third", "2019-01-01");
        story.at("2024-01-10T10:00").from("gp").about(third).says(note());
        story.undecided(child, third);
        assertThat(at(child, "2024-02-10T10:00")).isEmpty();
    }

    @Test
    void anOrdinaryInjuryAsksNothing() {
        hurt(other, "2024-01-10T10:00", Site.BACK);
        hurt(child, "2024-02-10T10:00", Site.SHIN);
        story.undecided(child, other);

        assertThat(at(child, "2024-02-10T10:00")).isEmpty();
    }

    @Test
    void aTwinIsNotTheSameChild() {
        hurt(other, "2024-01-10T10:00", Site.BACK);
        hurt(child, "2024-02-10T10:00", Site.EAR);
        story.at("2024-01-01T10:00").from("gp").about(child).with(SIBLING, other).says(note());
        story.undecided(child, other);

        assertThat(at(child, "2024-02-10T10:00")).isEmpty();
    }
}
