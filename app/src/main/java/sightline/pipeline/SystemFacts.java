package sightline.pipeline;

import sightline.core.alerts.Change;
import sightline.core.duties.Duty;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SystemBody.AlertChanged;
import sightline.core.facts.SystemBody.AlertChanged.AlertChange;
import sightline.core.facts.SystemBody.DutyChanged;
import sightline.core.facts.SystemBody.DutyChanged.DutyChange;
import sightline.core.facts.Times;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.When;
import sightline.core.screening.Finding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Sightline itself did, as facts of the sender {@code sightline}: recorded once, under an id
 * that is the same whenever the same thing is derived again.
 */
final class SystemFacts {
    private static final AgencyId SELF = new AgencyId("sightline");

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
        Body body = body(changed.change());
        String name = changed.about().getFirst().text() + "|" + body;
        String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new Fact(
                new FactId(new MessageRef(SELF, new MessageId(id)), 0),
                0,
                List.of(new Participant(PersonRole.SUBJECT, changed.about().getFirst())),
                body,
                new Times(new When.At(now), now, now),
                Optional.empty(),
                Sensitivity.EVENT,
                References.NONE);
    }

    private static Body body(Change change) {
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
        };
    }

    private static List<String> items(List<Finding> findings) {
        return findings.stream().map(Finding::item).sorted().toList();
    }

    private static DutyChanged duty(Duty duty, DutyChange change, int rung) {
        return new DutyChanged(
                duty.clock().value() + "|" + duty.start(),
                duty.clock().value(),
                change,
                Optional.of(duty.due()),
                Optional.of(rung).filter(r -> r > 0));
    }
}
