package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.facts.PersonRole.VICTIM;
import static sightline.core.screening.KnownRiskStory.roles;
import static sightline.core.screening.KnownRiskStory.texts;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.hurtAFormerPartner;
import static sightline.core.story.Phrases.hurtAStranger;
import static sightline.core.story.Phrases.note;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.VictimTie;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.Certainty;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.Optional;

final class KnownRiskOnRecordTest {
    private final KnownRiskStory told = new KnownRiskStory();
    private final Story story = told.story;
    private final Who child = told.child;
    private final Who mother = told.mother;
    private final Who man = told.man;

    @Test
    void neverOnAnArrestOrAnEndedSuspicion() {
        told.hasMother();
        told.partner("2006-05-02T09:00");
        Fact arrest =
                story.at("2006-06-01T09:00")
                        .from("police")
                        .about(man)
                        .says(new JusticeBody.Arrest(hurtABaby().offence()));
        story.at("2006-06-05T09:00")
                .from("police")
                .about(man)
                .says(new JusticeBody.Charge(hurtABaby().offence()));
        story.at("2006-07-01T09:00")
                .from("police")
                .about(man)
                .regarding(arrest)
                .says(
                        new JusticeBody.SuspicionEnded(
                                JusticeBody.SuspicionEnded.Ending.ACQUITTED, Optional.empty()));

        assertThat(told.at("2006-08-01T09:00")).isEmpty();
    }

    @Test
    void neverForBeingTheVictim() {
        Who attacker = story.person("attacker", "1979-01-01");
        told.hasMother();
        story.at("2005-05-01T09:00")
                .from("police")
                .about(attacker)
                .with(VICTIM, mother)
                .says(hurtAFormerPartner());

        assertThat(told.at("2006-08-01T09:00")).isEmpty();
    }

    @Test
    void neverForAStrangerHurtInAFight() {
        told.onRecord("2005-05-01T09:00", hurtAStranger());
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-08-01T09:00")).isEmpty();
    }

    @Test
    void aChildWhoHasHarmedHasAnotherRouteUntilGrownUp() {
        Who boy = story.person("boy", "1988-06-10");
        story.at("2005-05-01T09:00").from("police").about(boy).says(hurtABaby());
        told.hasMother();
        story.at("2006-05-02T09:00").from("gp").about(mother).with(PARTNER, boy).says(note());

        assertThat(told.at("2006-06-09T23:59")).isEmpty();
        assertThat(story.evaluate(KnownRiskStory.RULE, child, "2006-05-03T09:00").recheckAt())
                .contains(Story.instant("2006-06-10T00:00"));
        assertThat(told.at("2006-06-10T00:00")).hasSize(1);
    }

    @Test
    void aVictimOfUnknownAgeIsAskedForAndNotAlerted() {
        Offence unclear =
                Phrases.offence(
                        "grievous bodily harm",
                        OffenceGroup.WOUNDING,
                        Optional.empty(),
                        Optional.empty());
        told.onRecord("2005-05-01T09:00", Phrases.convicted(unclear));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        Finding finding = told.only("2006-05-02T09:00");

        assertThat(finding.alerts()).isFalse();
        assertThat(finding.item()).startsWith("ask:");
        assertThat(roles(finding)).containsExactly("westmarsh-police/records-desk");
    }

    @Test
    void aCautionCountsForHarmToAChildOnly() {
        Offence slap =
                Phrases.offence(
                        "common assault",
                        OffenceGroup.COMMON_ASSAULT,
                        Optional.of(6),
                        Optional.of(VictimTie.PARTNERS_CHILD));
        told.onRecord("2005-05-01T09:00", Phrases.cautioned(slap));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.only("2006-05-02T09:00").headline().value()).contains("a caution");
    }

    @Test
    void aRetractedConvictionOrNamingEndsTheFinding() {
        Fact conviction = told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");
        story.at("2006-06-01T09:00")
                .from("police")
                .about(man)
                .regarding(conviction)
                .says(Phrases.takesBack());

        assertThat(told.at("2006-05-31T09:00")).hasSize(1);
        assertThat(told.at("2006-06-01T09:00")).isEmpty();
    }

    @Test
    void aDisputeIsSaidInThePathAndEndsNothing() {
        Fact conviction = told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");
        story.at("2006-06-01T09:00")
                .from("gp")
                .about(man)
                .regarding(conviction)
                .says(Phrases.disputes());

        assertThat(texts(told.only("2006-06-01T09:00"))).contains("disputes what is recorded");
    }

    @Test
    void sealedFactsAreNotRead() {
        story.at("2005-05-01T09:00")
                .from("police")
                .about(man)
                .sensitivity(Sensitivity.COVERT)
                .says(hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-08-01T09:00")).isEmpty();
    }

    @Test
    void aLinkThatIsOnlyLikelyMakesTheWholeLikelyAndTheHealthVisitorWaits() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        story.sure("police", man, Certainty.LIKELY);
        told.hasMother();
        told.partner("2006-05-02T09:00");

        Finding finding = told.only("2006-05-02T09:00");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(roles(finding))
                .containsExactlyInAnyOrder(
                        "westmarsh-childrens-social-care/duty-manager",
                        "westmarsh-police/register-keeper");
    }
}
