package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.story.Said.bruise;
import static sightline.core.story.Said.injury;
import static sightline.core.story.Said.mark;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.Mark;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.MedicalOpinion;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.HealthBody.Side;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Injuries.Mobility;
import sightline.core.screening.InjuryPattern.Of;
import sightline.core.screening.InjuryPattern.Opinion;
import sightline.core.screening.InjuryPattern.Recorded;
import sightline.core.screening.InjuryPattern.Sign;
import sightline.core.screening.InjuryPattern.Through;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class InjuryPatternTest {
    private static final String NOW = "2024-06-01T10:00";
    private final Story story = new Story();
    private final Who baby = story.person("baby", "2023-09-01");
    private final Who five = story.person("five", "2019-01-01");
    private final Who six = story.person("six", "2018-01-01");

    @Test
    void eachInjuryIsOneRowWithWhatWasSeenApartFromWhatWasSaidOfIt() {
        Fact first = says("hospital", "2024-02-01T10:00", five, bruise(Site.BACK, Mechanism.FALL));
        says("gp", "2024-02-01T18:00", five, bruise(Site.UPPER_BACK, Mechanism.FALL));
        story.at("2024-02-02T09:00")
                .from("hospital")
                .about(five)
                .regarding(first)
                .says(new MedicalOpinion(Fit.FITS, Optional.empty()));

        InjuryPattern pattern = of(five);
        Recorded row = pattern.injuries().getFirst();
        assertThat(pattern.injuries()).hasSize(1);
        assertThat(row.injury().marks()).extracting(Mark::side).containsOnly(Side.LEFT);
        assertThat(row.tellings()).hasSize(2).allMatch(t -> t.through() == Through.ENTRY);
        assertThat(row.opinion()).isEqualTo(Opinion.GIVEN);
        assertThat(row.mobility()).isEqualTo(Mobility.NOT_RECORDED);
        assertThat(row.months()).contains(61);
        assertThat(pattern.byAgency().toString()).contains("hospital=1").contains("gp=1");
        assertThat(pattern.signs()).isEmpty();
    }

    @Test
    void bothTellingsOfAChangedExplanationStandSideBySide() {
        Fact first = says("hospital", "2024-02-01T10:00", five, bruise(Site.BACK, Mechanism.FALL));
        story.at("2024-02-03T10:00")
                .from("gp")
                .about(five)
                .regarding(first)
                .says(bruise(Site.BACK, Mechanism.KNOCKED_BY_ANIMAL));

        Sign sign = sign(five, Of.CHANGED);
        assertThat(sign.sideBySide())
                .extracting(t -> t.mechanism().orElseThrow())
                .containsExactly(Mechanism.FALL, Mechanism.KNOCKED_BY_ANIMAL);
        assertThat(sign.since()).isEqualTo(Story.instant("2024-02-03T10:00"));
    }

    @Test
    void aReferralAndTheChildsWordsThatNameItAreTellingsOfIt() {
        Fact seen = says("nursery", "2024-02-01T10:00", five, bruise(Site.BACK, Mechanism.FALL));
        story.at("2024-02-01T11:00")
                .from("nursery")
                .about(five)
                .regarding(seen)
                .says(
                        new CareBody.Referral(
                                CareBody.Referral.Service.SOCIAL_CARE,
                                List.of(CareBody.Harm.INJURY),
                                Optional.of(new Text("mother said the dog")),
                                CareBody.Referral.Channel.WRITTEN));

        assertThat(of(five).injuries().getFirst().tellings())
                .extracting(InjuryPattern.Telling::through)
                .containsExactly(Through.ENTRY, Through.REFERRAL);
    }

    @Test
    void aBabyWhoDoesNotMoveAloneAndOneOfWhomNobodyRecordedIt() {
        says("gp", "2024-02-01T10:00", baby, bruise(Site.SHIN, Mechanism.FALL));
        assertThat(sign(baby, Of.NOT_MOBILE).sentence()).contains("nobody recorded");

        says("gp", "2024-02-05T10:00", baby, Said.mobile(bruise(Site.KNEE, Mechanism.FALL), false));
        assertThat(of(baby).signs())
                .filteredOn(s -> s.of() == Of.NOT_MOBILE)
                .extracting(Sign::sentence)
                .contains("The child was recorded as not moving alone");
        assertThat(of(five).signs()).isEmpty();
    }

    @Test
    void whatWasBroughtLateSaysHowLong() {
        says(
                "hospital",
                "2024-02-02T12:00",
                five,
                injury(
                        List.of(mark(MarkKind.BURN, Site.FOREARM)),
                        When.parse("2024-02-01T12:00Z"),
                        Mechanism.HOT_OBJECT));

        assertThat(sign(five, Of.LATE)).isNotNull();
        assertThat(of(five).injuries().getFirst().waited()).contains(Duration.ofHours(24));
        assertThat(of(five).injuries().getFirst().opinion()).isEqualTo(Opinion.AWAITED);
    }

    @Test
    void anOpinionThatCannotSayLeavesItAwaitedAndOnOrdinaryInjuriesNoneIsAsked() {
        Fact seen = says("gp", "2024-02-01T10:00", five, bruise(Site.BACK, Mechanism.FALL));
        story.at("2024-02-02T09:00")
                .from("hospital")
                .about(five)
                .regarding(seen)
                .says(new MedicalOpinion(Fit.CANNOT_SAY, Optional.empty()));
        says("gp", "2024-03-01T10:00", five, bruise(Site.SHIN, Mechanism.FALL));

        assertThat(of(five).injuries())
                .extracting(Recorded::opinion)
                .containsExactly(Opinion.AWAITED, Opinion.NOT_ASKED);
    }

    @Test
    void theSameMechanismInASisterYearsBeforeIsSaidWithoutWhereOrByWhom() {
        Who mother = story.person("mother", "1990-01-01");
        for (Who child : List.of(five, six)) {
            story.at("2019-02-02T10:00")
                    .from("maternity")
                    .about(child)
                    .with(MOTHER, mother)
                    .says(new SharedBody.Note(new Text("came with the child")));
        }
        says("elsewhere", "2019-03-01T10:00", six, bruise(Site.BACK, Mechanism.HOT_LIQUID));
        says("gp", "2024-02-01T10:00", five, bruise(Site.BACK, Mechanism.HOT_LIQUID));

        Sign sign = sign(five, Of.IN_BROTHER_OR_SISTER);
        assertThat(sign.sentence())
                .isEqualTo("The same explanation as for a brother or sister: hot liquid");
        assertThat(sign.injury()).isEqualTo(of(five).injuries().getFirst().injury().key());
        assertThat(of(five).byAgency().toString()).doesNotContain("elsewhere");
    }

    @Test
    void colourIsKeptAsWordsAndChangesNothing() {
        says("gp", "2024-02-01T10:00", five, described("purple and blue, fresh"));
        says("gp", "2024-02-20T10:00", six, described("yellow and green, old"));

        InjuryPattern fresh = of(five);
        InjuryPattern old = of(six);
        assertThat(fresh.injuries().getFirst().injury().marks().getFirst().description())
                .contains(new Text("purple and blue, fresh"));
        assertThat(old.signs())
                .extracting(s -> s.of() + s.sentence())
                .isEqualTo(fresh.signs().stream().map(s -> s.of() + s.sentence()).toList());
        assertThat(old.injuries().getFirst().waited()).isEmpty();
        assertThat(Asked.path(new Asked(story, rule(), six).only(NOW)))
                .isEqualTo(Asked.path(new Asked(story, rule(), five).only(NOW)));
    }

    private static Rule rule() {
        return new RepeatedOrUnexplainedInjury();
    }

    private static InjuryObserved described(String words) {
        return injury(
                new Mark(
                        Site.BACK,
                        Side.LEFT,
                        MarkKind.BRUISE,
                        1,
                        Optional.of(30),
                        Optional.of(new Text(words))));
    }

    private Sign sign(Who who, Of of) {
        return of(who).signs().stream().filter(s -> s.of() == of).findFirst().orElseThrow();
    }

    private InjuryPattern of(Who who) {
        return InjuryPattern.of(story.situation(who, NOW));
    }

    private Fact says(String agency, String at, Who who, Body body) {
        return story.at(at).from(agency).about(who).says(body);
    }
}
