package sightline.web;

import sightline.core.kernel.London;
import sightline.reviews.ReviewsOwed;
import sightline.upkeep.OpenSiteDuty;
import sightline.web.view.chart.ClockBar;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.DutyRow;
import sightline.web.view.part.Link;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Duties that concern no person as a group of a page. */
final class SiteDutyParts {
    private final Visit visit;

    SiteDutyParts(Visit visit) {
        this.visit = visit;
    }

    /** The group; where it is empty it says when somebody last looked. */
    DutyGroup group(String id, String heading, Collection<OpenSiteDuty> duties) {
        List<DutyRow> rows = duties.stream().map(this::row).toList();
        boolean late = duties.stream().anyMatch(duty -> duty.late(visit.now()));
        return new DutyGroup(
                id,
                heading,
                late,
                rows,
                "No source owes anything. Last checked "
                        + Wording.moment(visit.now(), visit.today())
                        + ".");
    }

    private DutyRow row(OpenSiteDuty duty) {
        String source = duty.source().map(visit::agency).orElse("Sightline itself");
        return new DutyRow(
                Wording.anchor(duty.key()),
                due(duty),
                duty.kind().title(),
                null,
                source,
                "%s Owed by: %s. It ends %s."
                        .formatted(duty.words(), people(duty.owedBy()), duty.kind().dischargedBy()),
                List.of(),
                bar(duty),
                duty.told().isEmpty() ? "" : "Told: " + people(duty.told()) + ".",
                people(duty.nextTo()) + ": " + Wording.moment(duty.nextAt(), visit.today()),
                action(duty)
                        .map(at -> new Link("Open", at, duty.kind().title() + ", " + source))
                        .orElse(null));
    }

    private Optional<String> action(OpenSiteDuty duty) {
        return switch (duty.kind()) {
            case QUARANTINED -> Optional.of("/feeds#quarantine");
            case READING_PAUSED -> Optional.of("/feeds#held");
            case ROWS_SET_ASIDE -> Optional.of("/register/import");
            case REVIEW_OVERDUE -> ReviewsOwed.address(duty.key(), owes(duty));
            case LIBRARY_NOT_DONE ->
                    duty.about()
                            .filter(_ -> ReviewPages.opens(visit))
                            .map(PublicationPages::address);
            case MISSING_NUMBERS,
                    NO_HEARTBEAT,
                    DETAILS_SET_ASIDE,
                    PIPELINE_STANDS,
                    NOT_WORKED_OUT,
                    DECISIONS_NOT_TAKEN_UP,
                    CORRECTIONS_NOT_TAKEN_UP,
                    PEER_DOWN ->
                    Optional.of("/feeds#health");
        };
    }

    private boolean owes(OpenSiteDuty duty) {
        return duty.owedBy().stream().anyMatch(visit.reader().posts()::contains);
    }

    private Due due(OpenSiteDuty duty) {
        String date = Wording.startingMoment(duty.due(), visit.today());
        if (duty.late(visit.now())) {
            return new Due(date, length(duty.due(), visit.now()) + " late", DueTone.OVER);
        }
        boolean today = London.day(duty.due()).equals(visit.today());
        return new Due(
                date,
                length(visit.now(), duty.due()) + " left",
                today ? DueTone.TODAY : DueTone.SOON);
    }

    private ClockBar bar(OpenSiteDuty duty) {
        long spent = Math.max(0, Duration.between(duty.starts(), visit.now()).toMinutes());
        long limit = Math.max(0, Duration.between(duty.starts(), duty.due()).toMinutes());
        return ClockBar.of(
                spent, limit, Wording.spent(Duration.ofMinutes(spent), Duration.ofMinutes(limit)));
    }

    private static String length(Instant from, Instant to) {
        return Wording.length(Duration.between(from, to));
    }

    private String people(List<String> recipients) {
        return recipients.stream()
                .map(recipient -> Wording.recipient(visit, recipient))
                .collect(Collectors.joining("; "));
    }
}
