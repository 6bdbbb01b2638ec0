package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.HealthBody.HealthContact;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.screening.OwedVisit.Outcome;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class SightingsTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");

    @Test
    void socialCarePoliceAndDoctorsSee() {
        says(CARE, Said.visit(VisitOutcome.SEEN_ALONE, VisitReason.PLANNED));
        says("police", new PoliceBody.PoliceVisit(VisitOutcome.SEEN, false, Optional.empty()));
        says("hospital", Said.bruise(Site.FACE));
        says("hospital", contact(HealthContact.Setting.WARD));

        assertThat(sightings())
                .extracting(Sighting::marksLookedAt)
                .containsExactly(false, false, true, true);
    }

    @Test
    void aHealthVisitorASchoolAndAGlimpseDoNot() {
        says("health-visiting", Said.visit(VisitOutcome.SEEN, VisitReason.PLANNED));
        says("school", Said.bruise(Site.FACE));
        says(CARE, Said.visit(VisitOutcome.SEEN_AT_A_DISTANCE, VisitReason.PLANNED));
        says(CARE, Said.visit(VisitOutcome.SEEN_NOT_EXAMINABLE, VisitReason.PLANNED));
        says("health-visiting", contact(HealthContact.Setting.HEALTH_VISITOR));

        assertThat(sightings()).isEmpty();
    }

    @Test
    void aVisitForNoReasonIsOwedOnlyWhenAnnouncedOrUnderAPlan() {
        says(CARE, Said.visit(VisitOutcome.REFUSED, VisitReason.OTHER));
        assertThat(owed()).isEmpty();

        says(
                CARE,
                new CareBody.Visit(
                        VisitOutcome.REFUSED, VisitReason.OTHER, true, false, Optional.empty()));
        assertThat(owed()).containsExactly(Outcome.REFUSED);

        story.at("2024-03-01T10:00").from(CARE).about(child).says(Said.protectionPlan());
        assertThat(owed()).hasSize(2);
    }

    @Test
    void aPlannedVisitThatNobodyRecordsWasNotMade() {
        says(CARE, Said.visitPlanned("2024-03-06"));
        assertThat(owed()).containsExactly(Outcome.NOT_MADE);

        story.at("2024-03-06T15:00")
                .from(CARE)
                .about(child)
                .says(Said.visit(VisitOutcome.SEEN, VisitReason.PLANNED));
        assertThat(owed()).containsExactly(Outcome.SEEN);
    }

    private static HealthContact contact(HealthContact.Setting setting) {
        return new HealthContact(setting, true, Optional.empty(), Optional.empty());
    }

    private void says(String agency, Body body) {
        story.at("2024-03-04T10:00").from(agency).about(child).says(body);
    }

    private Child subject() {
        return Child.in(story.situation(child, "2024-04-01T10:00")).orElseThrow();
    }

    private List<Sighting> sightings() {
        return Sightings.of(subject());
    }

    private List<Outcome> owed() {
        return OwedVisits.of(subject(), Matters.of(subject())).stream()
                .map(OwedVisit::outcome)
                .toList();
    }
}
