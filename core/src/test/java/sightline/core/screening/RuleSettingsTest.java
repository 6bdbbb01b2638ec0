package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.SharedBody.AlertAnswered;
import sightline.core.facts.SharedBody.AlertAnswered.AlertAnswer;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Text;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** AL-07 counts referrals within 12 months; an area may set another number, or switch it off. */
final class RuleSettingsTest {
    private static final RuleId AL_07 = ThirdReferralInAYear.ID;
    private static final AreaId HERE = new AreaId("westmarsh");

    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");

    @Test
    void whatAnAreaNeverSetIsAsTheCardSays() {
        threeWithin15Months();

        assertThat(found("2025-06-10T10:00", RuleSettings.NONE)).isEmpty();
        assertThat(found("2025-06-10T10:00", set("eastholme", "2024-01-01T00:00", months(18))))
                .isEmpty();
    }

    @Test
    void anAreasNumberCountsForWhatComesAfterIt() {
        RuleSettings set = set("westmarsh", "2024-01-01T00:00", months(18));
        threeWithin15Months();

        assertThat(found("2025-06-10T10:00", set)).containsExactly("AL-07");
    }

    @Test
    void whatWasRaisedBeforeARuleWasSwitchedOffStands() {
        threeWithin12Months();
        RuleSettings off = off("2025-02-01T00:00");

        assertThat(found("2025-03-01T10:00", off)).containsExactly("AL-07");
    }

    @Test
    void whatComesAfterARuleWasSwitchedOffIsNotRaised() {
        threeWithin12Months();
        RuleSettings off = off("2024-12-01T00:00");

        assertThat(found("2025-03-01T10:00", off)).isEmpty();
    }

    @Test
    void whatANewNumberWouldHaveRaisedBeforeIsAskedOfOneManager() {
        threeWithin15Months();
        RuleSettings set = set("westmarsh", "2025-07-01T00:00", months(18));

        assertThat(found("2025-07-01T10:00", set)).containsExactly("RC-90");
        Finding question = screened("2025-07-01T10:00", set).getFirst();
        assertThat(Asked.told(question)).containsExactly("childrens-social-care/duty-manager");
        assertThat(question.since()).isEqualTo(Story.instant("2025-07-01T00:00"));
        assertThat(question.headline().value()).startsWith("AL-07 was set anew");
        assertThat(question.path()).isNotEmpty();
    }

    @Test
    void itIsNotAskedTwiceWhereItWasRaisedUnderTheOldNumberToo() {
        threeWithin12Months();

        assertThat(found("2025-07-01T10:00", set("westmarsh", "2025-06-01T00:00", months(18))))
                .containsExactly("AL-07");
    }

    @Test
    void itIsNotAskedOfWhatIsMoreThanAYearBack() {
        threeWithin15Months();

        assertThat(found("2026-07-01T10:00", set("westmarsh", "2026-06-05T00:00", months(18))))
                .isEmpty();
    }

    @Test
    void onceTheManagerSaysThatItIsRightItIsRaisedFromThenOn() {
        threeWithin15Months();
        RuleSettings set = set("westmarsh", "2025-07-01T00:00", months(18));
        answer("2025-07-03T09:00", set, AlertAnswer.RIGHT_ACTED_ON);

        List<Finding> findings = screened("2025-07-03T09:00", set);
        assertThat(findings)
                .extracting(f -> f.rule().value())
                .containsExactlyInAnyOrder("RC-90", "AL-07");
        assertThat(findings)
                .filteredOn(f -> f.rule().equals(AL_07))
                .extracting(Finding::since)
                .containsExactly(Story.instant("2025-07-03T09:00"));
    }

    @Test
    void onceTheManagerSaysAnythingElseItStaysUnraised() {
        threeWithin15Months();
        RuleSettings set = set("westmarsh", "2025-07-01T00:00", months(18));
        answer("2025-07-03T09:00", set, AlertAnswer.EXPLAINED);

        assertThat(found("2025-07-03T09:00", set)).containsExactly("RC-90");
    }

    @Test
    void whatARuleMissedWhileItWasOffIsAskedWhenItIsSwitchedOnAgain() {
        threeWithin12Months();
        RuleSettings again =
                off("2024-12-01T00:00")
                        .and(
                                new RuleSetting(
                                        HERE,
                                        AL_07,
                                        Story.instant("2025-03-01T00:00"),
                                        true,
                                        Map.of()));

        assertThat(found("2025-03-01T10:00", again)).containsExactly("RC-90");
    }

    @Test
    void whatAChangedRuleFindsInOldRecordsIsAskedOfOneManager() {
        threeWithin12Months();

        assertThat(found("2025-03-01T10:00", changed("2025-02-01T00:00"))).containsExactly("RC-90");
    }

    @Test
    void inARebuildAChangedRuleFindsBeforeItsChangeWhatItTold() {
        threeWithin12Months();
        RuleSettings later = changed("2025-02-01T00:00");

        assertThat(found("2025-01-06T16:00", later)).isEmpty();

        told(
                "2025-01-06T16:00",
                "ALR-07-1",
                screened("2025-01-06T16:00", RuleSettings.NONE).getFirst());
        assertThat(found("2025-01-06T16:00", later)).containsExactly("AL-07");
    }

    @Test
    void whatAChangedRuleHadToldStands() {
        threeWithin12Months();
        Finding raised = screened("2025-01-06T16:00", RuleSettings.NONE).getFirst();
        told("2025-01-06T16:00", "ALR-07-1", raised);

        assertThat(found("2025-03-01T10:00", changed("2025-02-01T00:00"))).containsExactly("AL-07");
        assertThat(found("2025-03-01T10:00", changed("2025-02-01T00:00", "2025-02-20T00:00")))
                .containsExactly("AL-07");
    }

    @Test
    void whatIsToldAfterTheChangeAloneStaysWithTheManager() {
        threeWithin12Months();
        Finding raised = screened("2025-01-06T16:00", RuleSettings.NONE).getFirst();
        told("2025-02-02T16:00", "ALR-07-1", raised);

        assertThat(found("2025-03-01T10:00", changed("2025-02-01T00:00"))).containsExactly("RC-90");
    }

    @Test
    void whatAChangedRuleFindsInWhatComesAfterItIsRaised() {
        threeWithin12Months();

        assertThat(found("2025-03-01T10:00", changed("2024-12-01T00:00"))).containsExactly("AL-07");
    }

    @Test
    void whatAChangedRuleFindsMoreThanAYearBackIsLeft() {
        threeWithin12Months();

        assertThat(found("2026-03-01T10:00", changed("2026-02-01T00:00"))).isEmpty();
    }

    @Test
    void timeAloneIsForetoldAsWithoutASetting() {
        referred("gp", "2024-03-04");
        story.at("2024-06-04T10:00")
                .from("school")
                .about(child)
                .to(CARE)
                .says(Said.referral(Harm.NEGLECT));
        story.at("2024-06-04T12:00")
                .from("police")
                .about(child)
                .to(CARE)
                .says(Said.referral(Harm.NEGLECT));
        RuleSettings set = set("westmarsh", "2024-01-01T00:00", months(12));

        assertThat(screening(set).evaluate(story.situation(child, "2024-06-04T12:00")).recheckAt())
                .contains(Story.instant("2024-06-06T00:00"));
    }

    @Test
    void everyNumberThatARuleOffersIsWithinItsBoundsAndNamedOnce() {
        for (Rule rule : Catalogue.rules()) {
            assertThat(rule.numbers())
                    .as("%s", rule.id())
                    .extracting(RuleNumber::name)
                    .doesNotHaveDuplicates();
        }
        assertThat(Catalogue.rules())
                .flatExtracting(Rule::numbers)
                .allSatisfy(n -> assertThat(n.allows(n.usual())).isTrue())
                .allSatisfy(n -> assertThat(n.allows(n.most() + 1)).isFalse())
                .allSatisfy(n -> assertThat(n.allows(n.least() - 1)).isFalse());
    }

    private void threeWithin15Months() {
        referred("school", "2024-03-04");
        referred("gp", "2024-09-03");
        referred("school", "2025-06-03");
    }

    private void threeWithin12Months() {
        referred("school", "2024-03-04");
        referred("gp", "2024-09-03");
        referred("school", "2025-01-06");
    }

    private void referred(String agency, String day) {
        story.at(day + "T09:00")
                .from(agency)
                .about(child)
                .to(CARE)
                .says(Said.referral(Harm.NEGLECT));
        story.at(day + "T15:00").from(CARE).about(child).says(Said.noFurtherAction());
    }

    private void answer(String at, RuleSettings set, AlertAnswer answer) {
        told(at, "ALR-90-1", screened(at, set).getFirst());
        story.at(at)
                .from(CARE)
                .about(child)
                .says(new AlertAnswered("ALR-90-1", answer, new Text("seen"), Optional.empty()));
    }

    private void told(String at, String alert, Finding finding) {
        story.at(at)
                .from("sightline")
                .about(child)
                .says(
                        new AlertTold(
                                alert,
                                finding.rule().value(),
                                Story.agency(CARE),
                                "duty-manager",
                                Story.agency("school"),
                                AlertTold.Manner.FIRST,
                                List.of(finding.item())));
    }

    private static RuleSettings changed(String... moments) {
        return new RuleSettings(
                List.of(),
                Map.of(),
                Map.of(AL_07, Stream.of(moments).map(Story::instant).toList()));
    }

    private static Map<String, Integer> months(int months) {
        return Map.of("months", months);
    }

    private static RuleSettings set(String area, String from, Map<String, Integer> numbers) {
        return RuleSettings.NONE.and(
                new RuleSetting(new AreaId(area), AL_07, Story.instant(from), true, numbers));
    }

    private static RuleSettings off(String from) {
        return RuleSettings.NONE.and(
                new RuleSetting(HERE, AL_07, Story.instant(from), false, Map.of()));
    }

    private static Screening screening(RuleSettings settings) {
        return new Screening(List.of(new ThirdReferralInAYear(), new HeldForReview()))
                .with(settings);
    }

    private List<Finding> screened(String at, RuleSettings settings) {
        return screening(settings).evaluate(story.situation(child, at)).findings().stream()
                .filter(Finding::alerts)
                .toList();
    }

    private List<String> found(String at, RuleSettings settings) {
        return screened(at, settings).stream().map(f -> f.rule().value()).toList();
    }
}
