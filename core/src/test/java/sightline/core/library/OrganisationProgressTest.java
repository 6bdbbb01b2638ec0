package sightline.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.reviews.By;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class OrganisationProgressTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final AgencyId LEAD = new AgencyId("partnership");
    private static final AgencyId HEALTH = new AgencyId("millbrook-health");
    private static final AgencyId POLICE = new AgencyId("lock-police");
    private static final By LEADS = new By("helen", LEAD, Set.of(), Set.of());
    private static final By OWN = new By("mina", HEALTH, Set.of(), Set.of());

    private static List<ReviewEntry> asking(Set<AgencyId> organisations) {
        return new ArrayList<>(
                List.of(
                        new ReviewEntry.Opened(
                                LEADS,
                                NOW,
                                "practice-review",
                                "Child M",
                                ReviewEntry.Trigger.DIED,
                                DAY),
                        new ReviewEntry.Commissioned(LEADS, NOW, DAY, "Several knew."),
                        new ReviewEntry.RecommendationMade(
                                LEADS,
                                NOW,
                                1,
                                1,
                                "See the child alone",
                                ReviewEntry.Reach.LOCAL,
                                ReviewEntry.Made.WITH_THE_REPORT,
                                organisations,
                                Set.of())));
    }

    private static List<ReviewEntry> saidDone(List<ReviewEntry> entries) {
        entries.add(
                new ReviewEntry.Answered(OWN, NOW, 1, HEALTH, ReviewEntry.Acceptance.ACCEPTED, ""));
        entries.add(
                new ReviewEntry.ActionAgreed(
                        OWN, NOW, 1, HEALTH, new Role("manager"), DAY, "Seen.", "Files."));
        entries.add(new ReviewEntry.EvidenceAttached(OWN, NOW, 1, HEALTH, "E-1", "Files"));
        entries.add(new ReviewEntry.SaidDone(OWN, NOW, 1, HEALTH));
        return entries;
    }

    private static List<ReviewEntry> verified(List<ReviewEntry> entries) {
        entries.add(new ReviewEntry.Verified(LEADS, NOW, 1, HEALTH, "Twenty files"));
        return entries;
    }

    private static List<ReviewEntry> slipped(List<ReviewEntry> entries) {
        entries.add(new ReviewEntry.SeenSlipping(LEADS, NOW, 1, HEALTH, "Two were not"));
        return entries;
    }

    private static List<OrganisationProgress> told(List<List<ReviewEntry>> reviews) {
        return OrganisationProgress.of(
                reviews.stream().map(r -> Review.of(r, NOW)).toList(), AgencyId::value);
    }

    @Test
    void countsWhatWasSaidDoneApartFromWhatSomebodyElseSaw() {
        assertThat(
                        told(
                                List.of(
                                        asking(Set.of(HEALTH, POLICE)),
                                        saidDone(asking(Set.of(HEALTH))),
                                        verified(saidDone(asking(Set.of(HEALTH)))),
                                        slipped(verified(saidDone(asking(Set.of(HEALTH))))))))
                .containsExactly(
                        new OrganisationProgress("millbrook-health", 1, 4, 3, 2, 1, 1),
                        new OrganisationProgress(OrganisationProgress.OTHERS, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void namesWhoThreeReviewsAskAndNobodyWhomTwoDo() {
        List<ReviewEntry> one = asking(Set.of(HEALTH));
        assertThat(told(List.of(one, one)))
                .extracting(OrganisationProgress::name)
                .containsExactly(OrganisationProgress.OTHERS);
        assertThat(told(List.of(one, one, one)))
                .extracting(OrganisationProgress::name)
                .containsExactly("millbrook-health");
    }
}
