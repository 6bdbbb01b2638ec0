package sightline.pipeline;

import sightline.core.alerts.Change;
import sightline.core.alerts.OwnFacts;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.AlertChanged;
import sightline.core.facts.SystemBody.AlertChanged.AlertChange;
import sightline.core.facts.SystemBody.DutyChanged;
import sightline.core.facts.SystemBody.DutyChanged.DutyChange;
import sightline.core.screening.Finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What changed, as facts of Sightline's own. */
final class SystemFacts {
    private SystemFacts() {}

    static List<Fact> of(List<Occurrence> occurrences, Instant now) {
        return occurrences.stream()
                .filter(o -> o instanceof Occurrence.Changed)
                .map(Occurrence.Changed.class::cast)
                .filter(c -> !c.about().isEmpty())
                .map(c -> fact(c, now))
                .toList();
    }

    private static Fact fact(Occurrence.Changed changed, Instant now) {
        return OwnFacts.of(changed.about().getFirst(), body(changed.change()), now);
    }

    private static SystemBody body(Change change) {
        return switch (change) {
            case Change.Raised(var alert) ->
                    new AlertChanged(
                            alert.reference(),
                            alert.rule().value(),
                            AlertChange.RAISED,
                            items(alert.findings()));
            case Change.Grew(var alert, var added) ->
                    new AlertChanged(
                            alert.reference(),
                            alert.rule().value(),
                            AlertChange.GREW,
                            items(added));
            case Change.Withdrawn(var alert, var rule, var items) ->
                    new AlertChanged(alert, rule, AlertChange.WITHDRAWN, items);
            case Change.Answered(var alert) ->
                    new AlertChanged(
                            alert.reference(),
                            alert.rule().value(),
                            AlertChange.ANSWERED,
                            List.of());
            case Change.Started(var duty) -> duty(duty, DutyChange.STARTED, 0);
            case Change.Overdue(var duty) -> duty(duty, DutyChange.OVERDUE, 0);
            case Change.Escalated(var duty, var told) ->
                    duty(duty, DutyChange.ESCALATED, told.rung());
            case Change.Discharged(var duty) -> duty(duty, DutyChange.DISCHARGED, 0);
            case Change.Ended(var duty) -> duty(duty, DutyChange.ENDED, 0);
            case Change.Lapsed lapsed ->
                    new DutyChanged(
                            lapsed.duty(),
                            lapsed.clock(),
                            DutyChange.WITHDRAWN,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(lapsed.because()));
        };
    }

    private static List<String> items(List<Finding> findings) {
        return findings.stream().map(Finding::item).sorted().toList();
    }

    private static DutyChanged duty(Duty duty, DutyChange change, int rung) {
        return new DutyChanged(
                duty.key(),
                duty.clock().value(),
                change,
                Optional.of(duty.due()),
                Optional.of(rung).filter(r -> r > 0));
    }
}
