package sightline.core.alerts;

import sightline.core.alerts.Known.KnownAlert;
import sightline.core.alerts.Known.KnownDuty;
import sightline.core.duties.Duty;
import sightline.core.facts.SystemBody.DutyChanged.WithdrawnBecause;
import sightline.core.screening.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what happened between what was known and what is now derived. */
public final class Changes {
    private static final KnownDuty NEW = new KnownDuty(true, false, 0);

    private Changes() {}

    /** The changes, alerts before duties, each in a stable order. */
    public static List<Change> between(Known before, Derived after) {
        return between(before, after, _ -> WithdrawnBecause.NOT_COUNTED);
    }

    /** The same, with why each duty lapsed whose start is not there any more, by the duty's key. */
    public static List<Change> between(
            Known before, Derived after, Function<String, WithdrawnBecause> why) {
        List<Change> changes = new ArrayList<>();
        after.alerts().forEach(a -> alert(before, a, changes));
        if (!after.passedOn() && after.kept().isEmpty()) {
            withdrawn(before, after, changes);
            lapsed(before, after, why, changes);
        }
        after.duties().forEach(d -> duty(before, d, changes));
        return List.copyOf(changes);
    }

    private static void alert(Known before, Alert alert, List<Change> changes) {
        KnownAlert known = before.alerts().get(alert.reference());
        if (alert.state() instanceof Alert.State.Passed) {
            return;
        }
        if (known == null) {
            changes.add(new Change.Raised(alert));
        } else {
            grown(known, alert, changes);
        }
        if (alert.answered().isPresent() && (known == null || !known.answered())) {
            changes.add(new Change.Answered(alert));
        }
    }

    private static void grown(KnownAlert known, Alert alert, List<Change> changes) {
        List<Finding> added =
                alert.findings().stream().filter(f -> !known.items().contains(f.item())).toList();
        if (!added.isEmpty()) {
            changes.add(new Change.Grew(alert, added));
        }
        Set<String> items =
                alert.findings().stream().map(Finding::item).collect(Collectors.toSet());
        List<String> gone =
                known.items().stream().filter(i -> !items.contains(i)).sorted().toList();
        if (!gone.isEmpty()) {
            changes.add(new Change.Withdrawn(alert.reference(), known.rule(), gone));
        }
    }

    private static void withdrawn(Known before, Derived after, List<Change> changes) {
        Set<String> now = after.alerts().stream().map(Alert::reference).collect(Collectors.toSet());
        before.alerts().entrySet().stream()
                .filter(e -> !now.contains(e.getKey()) && !e.getValue().items().isEmpty())
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(e ->
                        changes.add(
                                new Change.Withdrawn(
                                        e.getKey(),
                                        e.getValue().rule(),
                                        e.getValue().items().stream().sorted().toList())));
    }

    private static void lapsed(
            Known before,
            Derived after,
            Function<String, WithdrawnBecause> why,
            List<Change> changes) {
        Set<String> now = after.duties().stream().map(Duty::key).collect(Collectors.toSet());
        before.duties().keySet().stream()
                .filter(key -> !now.contains(key))
                .sorted()
                .forEach(key -> changes.add(new Change.Lapsed(key, why.apply(key))));
    }

    private static void duty(Known before, Duty duty, List<Change> changes) {
        Optional<KnownDuty> known =
                Optional.ofNullable(before.duties().get(duty.key()))
                        .filter(k -> !owedAnew(k, duty));
        if (known.isEmpty()) {
            changes.add(new Change.Started(duty));
        }
        KnownDuty was = known.orElse(NEW);
        if (!was.open()) {
            return;
        }
        late(was, duty, changes);
        switch (duty.state()) {
            case Duty.State.Discharged _ -> changes.add(new Change.Discharged(duty));
            case Duty.State.Ended _ -> changes.add(new Change.Ended(duty));
            case Duty.State.Running _, Duty.State.Overdue _ -> {}
        }
    }

    /** What discharged or ended it was corrected or taken back: whoever owes it hears so. */
    private static boolean owedAnew(KnownDuty known, Duty duty) {
        return !known.open() && duty.state().open();
    }

    private static void late(KnownDuty was, Duty duty, List<Change> changes) {
        if (!(duty.state() instanceof Duty.State.Overdue(int rung))) {
            return;
        }
        if (!was.overdue()) {
            changes.add(new Change.Overdue(duty));
        }
        duty.rungs().stream()
                .filter(t -> t.rung() > was.rung() && t.rung() <= rung)
                .forEach(t -> changes.add(new Change.Escalated(duty, t)));
    }
}
