package sightline.core.alerts;

import sightline.core.duties.Duty;
import sightline.core.screening.Finding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was known of a subject's alerts and duties after the last evaluation: enough to say what
 * changed.
 *
 * @param alerts by reference
 * @param duties by key
 */
public record Known(Map<String, KnownAlert> alerts, Map<String, KnownDuty> duties) {

    /** Nothing known: the subject was never evaluated. */
    public static final Known NOTHING = new Known(Map.of(), Map.of());

    /** An alert as it was known. */
    public record KnownAlert(String rule, Set<String> items, boolean answered) {
        public KnownAlert {
            items = Set.copyOf(items);
        }

        private KnownAlert and(KnownAlert other) {
            Set<String> both = new LinkedHashSet<>(items);
            both.addAll(other.items);
            return new KnownAlert(rule, both, answered || other.answered);
        }
    }

    /** A duty as it was known: open, overdue up to a rung, or closed. */
    public record KnownDuty(boolean open, boolean overdue, int rung) {
        private KnownDuty and(KnownDuty other) {
            return new KnownDuty(
                    open && other.open, overdue || other.overdue, Math.max(rung, other.rung));
        }
    }

    public Known {
        alerts = Map.copyOf(alerts);
        duties = Map.copyOf(duties);
    }

    /** What is known of somebody who was two until now. */
    public Known and(Known other) {
        Map<String, KnownAlert> both = new HashMap<>(alerts);
        other.alerts.forEach((reference, alert) -> both.merge(reference, alert, KnownAlert::and));
        Map<String, KnownDuty> all = new HashMap<>(duties);
        other.duties.forEach((key, duty) -> all.merge(key, duty, KnownDuty::and));
        return new Known(both, all);
    }

    /** What is known once this has been derived. */
    public static Known of(Derived derived) {
        Map<String, KnownAlert> alerts = new LinkedHashMap<>();
        for (Alert alert : derived.alerts()) {
            Set<String> items = new LinkedHashSet<>();
            alert.findings().stream().map(Finding::item).forEach(items::add);
            boolean answered = alert.answered().isPresent();
            alerts.put(alert.reference(), new KnownAlert(alert.rule().value(), items, answered));
        }
        Map<String, KnownDuty> duties = new HashMap<>();
        derived.duties().forEach(d -> duties.put(d.key(), known(d)));
        derived.kept()
                .ifPresent(kept -> {
                    kept.alerts().forEach(alerts::putIfAbsent);
                    kept.duties().forEach(duties::putIfAbsent);
                });
        return new Known(alerts, duties);
    }

    /** A duty as it will be known. */
    public static KnownDuty known(Duty duty) {
        return switch (duty.state()) {
            case Duty.State.Running _ -> new KnownDuty(true, false, 0);
            case Duty.State.Overdue(int rung) -> new KnownDuty(true, true, rung);
            case Duty.State.Discharged(var _, var _, boolean late) -> new KnownDuty(false, late, 0);
            case Duty.State.Ended _ -> new KnownDuty(false, false, 0);
        };
    }
}
