package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.screening.KnownRiskStory.roles;
import static sightline.core.screening.KnownRiskStory.texts;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.note;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;
import sightline.core.story.Who;

/** Somebody who may be the one on record: told as possible, to two, and nothing of the other. */
final class PossiblePersonTest {
    private final KnownRiskStory told = new KnownRiskStory();
    private final Who convicted = told.story.person("convicted", "1980-01-01");

    private Fact conviction(String when) {
        return told.story.at(when).from("police").about(convicted).says(hurtABaby());
    }

    @Test
    void whoMayBeTheConvictedOneIsToldAsPossibleToSocialCareAndTheRegisterKeeper() {
        conviction("2005-05-01T09:00");
        told.hasMother();
        Fact named = told.partner("2006-05-02T09:00");
        told.story.undecided(told.man, convicted);

        Finding finding = told.only("2006-05-02T09:00");

        assertThat(finding.alerts()).isTrue();
        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(finding.since()).isEqualTo(named.times().received());
        assertThat(finding.matter()).isEqualTo("person:p-man");
        assertThat(roles(finding))
                .containsExactlyInAnyOrder(
                        "westmarsh-childrens-social-care/duty-manager",
                        "westmarsh-police/register-keeper");
        assertThat(texts(finding)).contains("decide the pair under Matches");
    }

    @Test
    void nothingOfTheOtherRecordIsTold() {
        Fact conviction = conviction("2005-05-01T09:00");
        told.hasMother();
        told.partner("2006-05-02T09:00");
        told.story.undecided(told.man, convicted);

        Finding finding = told.only("2006-05-02T09:00");

        assertThat(finding.evidence()).doesNotContain(conviction.id());
        assertThat(texts(finding)).doesNotContain("2005").doesNotContain("grievous");
    }

    @Test
    void withoutAnOpenPairNobodyIsTold() {
        conviction("2005-05-01T09:00");
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-05-02T09:00")).isEmpty();
    }

    @Test
    void theConvictionMayComeLater() {
        told.hasMother();
        told.partner("2006-05-02T09:00");
        told.story.undecided(told.man, convicted);
        Fact conviction = conviction("2006-09-01T14:00");

        assertThat(told.at("2006-09-01T13:59")).isEmpty();
        assertThat(told.only("2006-09-01T14:00").since()).isEqualTo(conviction.times().received());
    }

    @Test
    void whatIsKnownOfThePersonGoesBeforeWhatMayBe() {
        conviction("2005-05-01T09:00");
        told.onRecord("2005-06-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");
        told.story.undecided(told.man, convicted);

        assertThat(told.only("2006-05-02T09:00").certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    @Test
    void whoMayBeSomebodyOfWhomAnAlertSpeaksIsNothingNew() {
        conviction("2005-05-01T09:00");
        told.hasMother();
        told.partner("2006-05-02T09:00");
        told.story
                .at("2006-05-02T09:00")
                .from("gp")
                .about(told.mother)
                .with(PARTNER, convicted)
                .says(note());
        told.story.undecided(told.man, convicted);

        assertThat(told.only("2006-05-02T09:00").matter()).isEqualTo("person:p-convicted");
    }

    @Test
    void theRuleDependsOnWhatIsRecordedOfTheOther() {
        told.hasMother();
        told.partner("2006-05-02T09:00");
        told.story.undecided(told.man, convicted);
        conviction("2006-09-01T14:00");
        Situation situation = told.story.situation(told.child, "2006-09-01T14:00");
        situation.around().attend();

        new KnownRiskJoinsChild().evaluate(situation);

        assertThat(situation.around().dependsOn().keySet())
                .anyMatch(r -> r.localId().equals("convicted"));
    }

    @Test
    void whoMayBeSomebodyIsInNobodysReach() {
        conviction("2005-05-01T09:00");
        told.hasMother();
        told.partner("2006-05-02T09:00");
        int before = told.story.situation(told.child, "2006-05-02T09:00").around().people();
        told.story.undecided(told.man, convicted);

        assertThat(told.story.situation(told.child, "2006-05-02T09:00").around().people())
                .isEqualTo(before);
    }
}
