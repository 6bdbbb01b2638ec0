package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pack holds where: an area's goes before its nation's, and that before everybody's. */
final class GroundsTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2016-03-01");
    private final Clocks clocks = Clocks.shipped();

    @Test
    void anAssessmentHasFortyFiveWorkingDaysInEnglandFortyTwoInWalesAndNoneInScotland() {
        story.at("2026-01-05T10:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.ReferralDecision(
                                CareBody.ReferralDecision.Decision.ASSESSMENT,
                                false,
                                false,
                                List.of()));

        assertThat(due("assess.45", "westmarsh", Nation.ENGLAND)).containsExactly("2026-03-09");
        assertThat(due("assess.45", "westmarsh", Nation.WALES)).containsExactly("2026-03-04");
        assertThat(due("assess.45", "westmarsh", Nation.SCOTLAND)).isEmpty();
    }

    /**
     * The decision is owed one working day after it, and takes none of the time from the family.
     */
    @Test
    void anAssessmentCountsFromTheReferralThatWasDecided() {
        Fact referral =
                story.at("2026-01-02T10:00")
                        .from("school")
                        .about(child)
                        .to("childrens-social-care")
                        .says(
                                new CareBody.Referral(
                                        CareBody.Referral.Service.SOCIAL_CARE,
                                        List.of(Harm.NEGLECT),
                                        Optional.empty(),
                                        CareBody.Referral.Channel.WRITTEN));
        story.at("2026-01-05T10:00")
                .from("childrens-social-care")
                .about(child)
                .regarding(referral)
                .says(
                        new CareBody.ReferralDecision(
                                CareBody.ReferralDecision.Decision.ASSESSMENT,
                                false,
                                false,
                                List.of()));

        assertThat(due("assess.45", "westmarsh", Nation.ENGLAND)).containsExactly("2026-03-06");
        assertThat(due("assess.45", "westmarsh", Nation.WALES)).containsExactly("2026-03-03");
    }

    @Test
    void aPlanningMeetingInScotlandHasTwentyEightDaysOfTheCalendarAndItsMinuteTen() {
        story.at("2026-01-05T10:00")
                .from("childrens-social-care")
                .about(child)
                .happened("2026-01-05")
                .says(
                        new CareBody.StrategyDiscussion(
                                CareBody.StrategyDiscussion.StrategyOutcome.ENQUIRY,
                                Optional.empty()));
        assertThat(due("s47.icpc", "westmarsh", Nation.ENGLAND)).containsExactly("2026-01-26");
        assertThat(due("s47.icpc", "westmarsh", Nation.SCOTLAND)).containsExactly("2026-02-02");

        story.at("2026-01-06T15:00")
                .from("childrens-social-care")
                .about(child)
                .happened("2026-01-06")
                .says(
                        new CareBody.Conference(
                                CareBody.Conference.ConferenceType.INITIAL,
                                CareBody.Conference.ConferenceOutcome.PLAN,
                                List.of(Harm.NEGLECT)));
        assertThat(due("icpc.minute", "westmarsh", Nation.SCOTLAND)).containsExactly("2026-01-16");
        assertThat(due("icpc.minute", "westmarsh", Nation.ENGLAND)).isEmpty();
        assertThat(due("rcpc.first", "westmarsh", Nation.SCOTLAND)).containsExactly("2026-07-06");
        assertThat(due("rcpc.first", "westmarsh", Nation.ENGLAND)).containsExactly("2026-04-07");
    }

    @Test
    void anAreasOwnClockStandsInThePlaceOfEverybodys() {
        story.at("2026-01-05T10:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.Referral(
                                CareBody.Referral.Service.SOCIAL_CARE,
                                List.of(Harm.NEGLECT),
                                Optional.empty(),
                                CareBody.Referral.Channel.WRITTEN));

        assertThat(due("ref.decision", "westmarsh", Nation.ENGLAND)).containsExactly("2026-01-06");
        assertThat(due("ref.decision", "torbay", Nation.ENGLAND)).containsExactly("2026-01-07");
    }

    @Test
    void aPreBirthConferenceIsCountedBackFromTheDayOnWhichTheChildIsExpected() {
        Who unborn = story.stranger("unborn");
        story.at("2026-01-05T09:00")
                .from("childrens-social-care")
                .with(PersonRole.UNBORN_CHILD, unborn)
                .says(
                        new sightline.core.facts.PersonBody.Person(
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(LocalDate.parse("2026-06-01"))));
        story.at("2026-01-05T10:00")
                .from("childrens-social-care")
                .with(PersonRole.UNBORN_CHILD, unborn)
                .says(
                        new CareBody.StrategyDiscussion(
                                CareBody.StrategyDiscussion.StrategyOutcome.ENQUIRY,
                                Optional.empty()));

        assertThat(due("prebirth.conf", unborn, "westmarsh", Nation.ENGLAND))
                .containsExactly("2026-04-20");
        assertThat(due("prebirth.conf", unborn, "south-ayrshire", Nation.SCOTLAND))
                .containsExactly("2026-03-09");
    }

    @Test
    void aLimitThatCannotBeCountedBackIsRefusedWhereItIsRead() {
        String pack =
                """
                pack: local
                version: "1"
                ladders:
                  default:
                    - {after: 2 hours, tell: {type: gp, role: manager}}
                clocks:
                  - key: back.months
                    title: Never
                    starts: [{kind: meeting}]
                    counts-to: "on"
                    limit: 3 months
                    counting: calendar-after
                    owed-by: {type: gp, role: manager}
                    source: Nobody
                    mark: INF
                """;

        assertThatThrownBy(() -> PackReader.read(pack))
                .hasMessageContaining("back.months")
                .hasMessageContaining("cannot be counted back");
    }

    private List<String> due(String key, String area, Nation nation) {
        return due(key, child, area, nation);
    }

    private List<String> due(String key, Who whom, String area, Nation nation) {
        Situation now = story.situation(whom, "2026-01-07T09:00");
        Situation there =
                new Situation(
                        now.around(),
                        now.now(),
                        directory(area, nation),
                        Parameters.DEFAULT,
                        Map.of());
        return clocks.evaluate(there, List.of()).duties().stream()
                .filter(d -> d.clock().value().equals(key))
                .map(d -> London.day(d.due().minusNanos(1)).toString())
                .toList();
    }

    /** The agencies of the story, in another area. */
    private static Directory directory(String area, Nation nation) {
        var builder = new DirectoryBuilder();
        builder.add(new Area(new AreaId(area), area, nation));
        Arrays.stream(AgencyType.values())
                .map(t ->
                        new Agency(
                                new AgencyId("westmarsh-" + t.slug()),
                                t.slug(),
                                t,
                                new AreaId(area)))
                .forEach(builder::add);
        return builder.build();
    }
}
