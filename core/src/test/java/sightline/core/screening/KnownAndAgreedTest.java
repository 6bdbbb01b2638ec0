package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.OTHER;
import static sightline.core.screening.KnownRiskStory.RULE;
import static sightline.core.screening.KnownRiskStory.texts;
import static sightline.core.story.Phrases.agreed;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.hurtAFormerPartner;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.ArrangementAgreed;
import sightline.core.facts.JusticeBody.ArrangementAgreed.ArrangementStage;
import sightline.core.facts.JusticeBody.ConditionState;
import sightline.core.facts.JusticeBody.OrderCondition;
import sightline.core.story.Story;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class KnownAndAgreedTest {
    private final KnownRiskStory told = new KnownRiskStory();
    private final Story story = told.story;

    KnownAndAgreedTest() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");
    }

    @Test
    void anArrangementInForceTurnsTheAlertIntoKnownAndAgreed() {
        agree("2006-06-01T09:00", agreed(true, "2006-12-31"));

        Finding finding = told.only("2006-06-01T09:00");

        assertThat(finding.alerts()).isFalse();
        assertThat(finding.headline().value()).startsWith("Known and agreed until 31 December");
        assertThat(told.only("2006-05-31T09:00").alerts()).isTrue();
    }

    @Test
    void itAsksAnewTheDayAfterTheLast() {
        agree("2006-06-01T09:00", agreed(true, "2006-12-31"));

        assertThat(told.at("2006-12-31T23:59")).noneMatch(Finding::alerts);
        assertThat(story.evaluate(RULE, told.child, "2006-06-01T09:00").recheckAt())
                .contains(Story.instant("2007-01-01T00:00"));
        assertThat(told.at("2007-01-01T00:00"))
                .filteredOn(f -> f.item().startsWith("lapsed:"))
                .singleElement()
                .matches(Finding::alerts)
                .extracting(Finding::since)
                .isEqualTo(Story.instant("2007-01-01T00:00"));
    }

    @Test
    void whatWasNamedUnderAnAgreementAsksFromItsEnd() {
        agree("2006-06-01T09:00", agreed(true, "2006-12-31"));
        told.lives(told.child, "2006-07-01", "1 Mill Row");
        told.lives(told.man, "2006-07-02", "1 Mill Row");

        assertThat(told.at("2006-07-03T09:00")).hasSize(2).noneMatch(Finding::alerts);
        assertThat(told.at("2007-01-01T00:00"))
                .filteredOn(f -> f.headline().value().contains("address"))
                .extracting(Finding::since)
                .containsExactly(Story.instant("2007-01-01T00:00"));
    }

    @Test
    void agreedWithoutKnowledgeItNeverSuppresses() {
        agree("2006-06-01T09:00", agreed(false, "2006-12-31"));

        assertThat(told.only("2006-06-01T09:00").alerts()).isTrue();
        assertThat(texts(told.only("2006-06-01T09:00"))).contains("without knowledge");
    }

    @Test
    void withoutADayItNeverSuppresses() {
        agree(
                "2006-06-01T09:00",
                new ArrangementAgreed(
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ArrangementStage.AGREED));

        assertThat(told.only("2006-06-01T09:00").alerts()).isTrue();
    }

    @Test
    void itEndsWhenSomebodyEndsIt() {
        agree("2006-06-01T09:00", agreed(true, "2006-12-31"));
        agree(
                "2006-08-01T09:00",
                new ArrangementAgreed(
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ArrangementStage.ENDED));

        assertThat(told.at("2006-07-31T09:00")).noneMatch(Finding::alerts);
        assertThat(told.at("2006-08-01T09:00")).allMatch(Finding::alerts);
    }

    @Test
    void aConditionReportedNotMetEndsItAtOnce() {
        Fact arrangement = agree("2006-06-01T09:00", agreed(true, "2006-12-31"));
        condition("2006-08-01T09:00", arrangement, ConditionState.NOT_MET, Optional.empty());

        assertThat(told.at("2006-07-31T09:00")).noneMatch(Finding::alerts);
        assertThat(told.at("2006-08-01T09:00")).allMatch(Finding::alerts);
    }

    @Test
    void aConditionWhoseDayPassedUnreportedEndsItTheNextDay() {
        Fact arrangement = agree("2006-06-01T09:00", agreed(true, "2006-12-31"));
        condition(
                "2006-06-01T09:00",
                arrangement,
                ConditionState.SET,
                Optional.of(LocalDate.parse("2006-08-15")));

        assertThat(told.at("2006-08-15T23:59")).noneMatch(Finding::alerts);
        assertThat(story.evaluate(RULE, told.child, "2006-06-02T09:00").recheckAt())
                .contains(Story.instant("2006-08-16T00:00"));
        assertThat(told.at("2006-08-16T00:00")).allMatch(Finding::alerts);
    }

    @Test
    void aConditionReportedMetInTimeKeepsIt() {
        Fact arrangement = agree("2006-06-01T09:00", agreed(true, "2006-12-31"));
        condition(
                "2006-06-01T09:00",
                arrangement,
                ConditionState.SET,
                Optional.of(LocalDate.parse("2006-08-15")));
        condition("2006-08-15T17:00", arrangement, ConditionState.MET, Optional.empty());

        assertThat(told.at("2006-08-16T09:00")).noneMatch(Finding::alerts);
    }

    @Test
    void aConvictionAfterTheAgreementWasNotKnownWhenItWasMade() {
        agree("2006-06-01T09:00", agreed(true, "2006-12-31"));
        told.onRecord("2006-09-01T09:00", hurtAFormerPartner());

        assertThat(told.at("2006-08-31T09:00")).noneMatch(Finding::alerts);
        assertThat(told.at("2006-09-01T09:00")).allMatch(Finding::alerts);
    }

    private Fact agree(String when, ArrangementAgreed arrangement) {
        return story.at(when)
                .from("childrens-social-care")
                .about(told.child)
                .with(OTHER, told.man)
                .says(arrangement);
    }

    private void condition(
            String when, Fact arrangement, ConditionState state, Optional<LocalDate> due) {
        story.at(when)
                .from("childrens-social-care")
                .about(told.child)
                .regarding(arrangement)
                .says(new OrderCondition("attends the programme", state, due));
    }

    @Test
    void theItemsStayTheSameWhetherAgreedOrNot() {
        List<String> before = items("2006-05-31T09:00");
        agree("2006-06-01T09:00", agreed(true, "2006-12-31"));

        assertThat(items("2006-06-02T09:00")).isEqualTo(before);
    }

    private List<String> items(String when) {
        return told.at(when).stream().map(Finding::item).toList();
    }
}
