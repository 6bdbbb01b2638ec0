package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.bruise;
import static sightline.core.story.Said.injury;
import static sightline.core.story.Said.mark;
import static sightline.core.story.Said.mobile;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.DevelopmentalStage.Milestone;
import sightline.core.facts.HealthBody.HealthContact;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.MedicalCondition;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonBody;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Injuries.Mobility;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class InjuriesTest {
    private final Story story = new Story();
    private final Who baby = story.person("baby", "2023-09-01");
    private final Who toddler = story.person("toddler", "2021-01-01");

    @Test
    void aBabyOfWhomNothingIsRecordedMayNotBeMobile() {
        seen(baby, "2024-08-31T10:00", bruise(Site.FACE));

        assertThat(of(baby).mobility(only(baby))).isEqualTo(Mobility.NOT_RECORDED);
        assertThat(of(baby).ofNonMobileChild(only(baby))).isTrue();
    }

    @Test
    void fromTwelveMonthsNothingRecordedMeansMobile() {
        seen(baby, "2024-09-01T10:00", bruise(Site.FACE));

        assertThat(of(baby).ofNonMobileChild(only(baby))).isFalse();
    }

    @Test
    void crawlingMakesMobileFromItsDayOn() {
        seen(baby, "2024-05-01T10:00", bruise(Site.FACE));
        story.at("2024-05-02T10:00")
                .from("health-visiting")
                .about(baby)
                .happened("2024-05-02")
                .says(Said.reached(Milestone.CRAWLING));
        assertThat(of(baby).ofNonMobileChild(only(baby))).isTrue();

        story.at("2024-05-03T10:00")
                .from("health-visiting")
                .about(baby)
                .happened("2024-04-30")
                .says(Said.reached(Milestone.CRAWLING));
        assertThat(of(baby).ofNonMobileChild(only(baby))).isFalse();
    }

    @Test
    void sittingAndRollingDoNotMakeMobile() {
        story.at("2024-03-01T10:00").from("gp").about(baby).says(Said.reached(Milestone.ROLLING));
        seen(baby, "2024-05-01T10:00", bruise(Site.FACE));

        assertThat(of(baby).ofNonMobileChild(only(baby))).isTrue();
    }

    @Test
    void theObserversWordOnMobilityComesFirst() {
        seen(toddler, "2024-05-01T10:00", mobile(bruise(Site.FACE), false));

        assertThat(of(toddler).ofNonMobileChild(only(toddler))).isTrue();
    }

    @Test
    void anOlderDisabledChildIsNotMobile() {
        story.at("2023-05-01T10:00")
                .from("hospital")
                .about(toddler)
                .says(
                        new MedicalCondition(
                                MedicalCondition.Condition.NOT_INDEPENDENTLY_MOBILE_DISABILITY,
                                true));
        seen(toddler, "2024-05-01T10:00", bruise(Site.SHIN));

        assertThat(of(toddler).ofNonMobileChild(only(toddler))).isTrue();
    }

    @Test
    void oneBruiseOverBoneAtTheFrontOfAChildWhoWalksIsOrdinary() {
        seen(toddler, "2024-05-01T10:00", bruise(Site.SHIN, Mechanism.FALL));

        assertThat(of(toddler).ordinary(only(toddler))).isTrue();
    }

    @Test
    void elsewhereOrTwoOrToldTwoWaysIsNotOrdinary() {
        seen(toddler, "2024-01-01T10:00", bruise(Site.BACK, Mechanism.FALL));
        seen(
                toddler,
                "2024-02-01T10:00",
                injury(
                        List.of(mark(MarkKind.BRUISE, Site.SHIN), mark(MarkKind.BRUISE, Site.KNEE)),
                        new When.Unknown(),
                        Mechanism.FALL));
        seen(
                toddler,
                "2024-03-01T10:00",
                bruise(Site.SHIN, Mechanism.FALL, Mechanism.KNOCKED_BY_ANIMAL));
        seen(
                toddler,
                "2024-04-01T10:00",
                injury(mark(MarkKind.FRACTURE, Site.SHIN), Mechanism.FALL));

        assertThat(of(toddler).all()).hasSize(4).noneMatch(of(toddler)::ordinary);
    }

    @Test
    void aBabysBruiseIsNeverOrdinary() {
        seen(baby, "2024-05-01T10:00", bruise(Site.FOREHEAD, Mechanism.FALL));

        assertThat(of(baby).ordinary(only(baby))).isFalse();
    }

    @Test
    void fractureHeadAndImplementAreSerious() {
        assertThat(serious(mark(MarkKind.FRACTURE, Site.FOREARM))).isTrue();
        assertThat(serious(mark(MarkKind.HEAD_INJURY, Site.HEAD))).isTrue();
        assertThat(serious(mark(MarkKind.IMPLEMENT_MARK, Site.BACK))).isTrue();
        assertThat(serious(mark(MarkKind.BRUISE, Site.FACE))).isFalse();
        assertThat(serious(mark(MarkKind.BURN, Site.HAND))).isFalse();
    }

    @Test
    void aBurnIsSeriousInTwoPlacesOrWhenAdmitted() {
        seen(
                baby,
                "2024-05-01T10:00",
                injury(
                        List.of(mark(MarkKind.SCALD, Site.HAND), mark(MarkKind.SCALD, Site.FOOT)),
                        new When.Unknown()));
        assertThat(of(baby).serious(only(baby))).isTrue();

        seen(toddler, "2024-05-01T10:00", injury(mark(MarkKind.BURN, Site.HAND)));
        assertThat(of(toddler).serious(only(toddler))).isFalse();
        story.at("2024-05-01T16:00")
                .from("hospital")
                .about(toddler)
                .says(
                        new HealthContact(
                                HealthContact.Setting.WARD,
                                true,
                                Optional.empty(),
                                Optional.empty()));
        assertThat(of(toddler).serious(only(toddler))).isTrue();
    }

    @Test
    void twelveHoursAfterAFractureIsNotYetLate() {
        assertThat(late("2024-05-01T22:00:00+01:00", "2024-05-02T10:00")).isFalse();
        assertThat(late("2024-05-01T21:59:00+01:00", "2024-05-02T10:00")).isTrue();
    }

    @Test
    void ofADayOnlyTheLatestPossibleMomentCounts() {
        assertThat(late("2024-05-01", "2024-05-02T12:00")).isFalse();
        assertThat(late("2024-05-01", "2024-05-02T12:01")).isTrue();
        assertThat(late("unknown", "2024-05-02T12:01")).isFalse();
    }

    @Test
    void twoAgenciesThatSeeOneMarkThatDaySeeOneInjury() {
        seen(baby, "2024-05-01T10:00", bruise(Site.FACE));
        story.at("2024-05-01T15:00").from("hospital").about(baby).says(bruise(Site.FACE));
        story.at("2024-05-01T16:00").from("hospital").about(baby).says(bruise(Site.BACK));

        assertThat(of(baby).all()).hasSize(2);
    }

    @Test
    void tellingsOfOneInjuryWithTwoMechanismsAreAChangedExplanation() {
        Fact first = seen(baby, "2024-05-01T10:00", bruise(Site.FACE, Mechanism.FALL));
        story.at("2024-05-09T15:00")
                .from("hospital")
                .about(baby)
                .regarding(first)
                .says(bruise(Site.FACE, Mechanism.KNOCKED_BY_ANIMAL));

        assertThat(only(baby).explanationChanged()).isTrue();
        assertThat(only(baby).changedAt()).contains(Story.instant("2024-05-09T15:00"));
    }

    @Test
    void freeWordsOfAReferralAreForAPersonToCompare() {
        seen(baby, "2024-05-01T10:00", bruise(Site.FACE, Mechanism.FALL));
        story.at("2024-05-03T15:00")
                .from("hospital")
                .about(baby)
                .says(
                        new sightline.core.facts.CareBody.Referral(
                                sightline.core.facts.CareBody.Referral.Service.SOCIAL_CARE,
                                List.of(Harm.INJURY),
                                Optional.of(new Text("the dog knocked the child over")),
                                sightline.core.facts.CareBody.Referral.Channel.WRITTEN));

        assertThat(of(baby).toCompare())
                .singleElement()
                .satisfies(t -> assertThat(t.since()).isEqualTo(Story.instant("2024-05-03T15:00")));
    }

    @Test
    void theChildsOwnWordsAreATelling() {
        seen(toddler, "2024-05-01T10:00", bruise(Site.SHIN, Mechanism.FALL));
        story.at("2024-05-02T15:00")
                .from("school")
                .about(toddler)
                .says(
                        new PersonBody.ChildsWords(
                                new Text("he kicked me"), Optional.empty(), true, true));

        assertThat(of(toddler).toCompare()).hasSize(1);
    }

    @Test
    void aBirthmarkIsNoInjury() {
        seen(baby, "2024-05-01T10:00", injury(mark(MarkKind.BIRTHMARK, Site.BACK)));

        assertThat(of(baby).all()).isEmpty();
    }

    @Test
    void tellingSitesEndAtTheFourthBirthdayButNotTheNeck() {
        seen(toddler, "2024-12-31T10:00", bruise(Site.EAR));
        seen(toddler, "2025-01-01T10:00", bruise(Site.EAR));
        seen(toddler, "2025-02-01T10:00", bruise(Site.NECK));

        assertThat(of(toddler).all())
                .extracting(i -> of(toddler).telling(i))
                .containsExactly(true, false, true);
    }

    private boolean late(String occurred, String seen) {
        Story other = new Story();
        Who child = other.person("c", "2021-01-01");
        other.at(seen)
                .from("hospital")
                .about(child)
                .says(
                        injury(
                                List.of(mark(MarkKind.FRACTURE, Site.FOREARM)),
                                When.parse(occurred),
                                Mechanism.FALL));
        return Injuries.of(Child.in(other.situation(child, seen)).orElseThrow())
                .all()
                .getFirst()
                .presentedLate();
    }

    private static boolean serious(sightline.core.facts.HealthBody.Mark mark) {
        Story other = new Story();
        Who child = other.person("c", "2021-01-01");
        other.at("2024-05-01T10:00").from("hospital").about(child).says(injury(mark));
        Injuries injuries =
                Injuries.of(Child.in(other.situation(child, "2024-05-02T10:00")).orElseThrow());
        return injuries.serious(injuries.all().getFirst());
    }

    private Fact seen(Who who, String at, InjuryObserved injury) {
        return story.at(at).from("gp").about(who).says(injury);
    }

    private Injuries of(Who who) {
        return Injuries.of(Child.in(story.situation(who, "2026-01-01T10:00")).orElseThrow());
    }

    private Injury only(Who who) {
        assertThat(of(who).all()).hasSize(1);
        return of(who).all().getFirst();
    }
}
