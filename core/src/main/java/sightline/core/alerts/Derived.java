package sightline.core.alerts;

import sightline.core.duties.Duty;
import sightline.core.kernel.PersonId;
import sightline.core.register.RegisterEntry;
import sightline.core.screening.Finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that follows for one subject at one moment.
 *
 * @param passedOn whether the subject was unborn and was born since: what was raised is the child's
 * @param shown findings that are visible on the record and ask nobody to act
 * @param registers where the subject stands under the registers that ever covered them
 * @param recheckAt when time alone will change it; none when only a new fact can
 * @param kept what was known before and cannot be said to be gone, since a rule failed
 */
public record Derived(
        PersonId subject,
        boolean passedOn,
        List<Alert> alerts,
        List<Finding> shown,
        List<Duty> duties,
        List<RegisterEntry> registers,
        Optional<Instant> recheckAt,
        Optional<Known> kept) {
    public Derived {
        alerts = List.copyOf(alerts);
        shown = List.copyOf(shown);
        duties = List.copyOf(duties);
        registers = List.copyOf(registers);
    }

    /** What follows where all rules could be asked. */
    public Derived(
            PersonId subject,
            boolean passedOn,
            List<Alert> alerts,
            List<Finding> shown,
            List<Duty> duties,
            List<RegisterEntry> registers,
            Optional<Instant> recheckAt) {
        this(subject, passedOn, alerts, shown, duties, registers, recheckAt, Optional.empty());
    }

    /** What follows for somebody whom no register ever covered. */
    public Derived(
            PersonId subject,
            boolean passedOn,
            List<Alert> alerts,
            List<Finding> shown,
            List<Duty> duties,
            Optional<Instant> recheckAt) {
        this(subject, passedOn, alerts, shown, duties, List.of(), recheckAt);
    }

    /**
     * The same where a rule failed: nothing that was known before is taken back, since nobody can
     * say that it is gone.
     */
    public Derived keeping(Known before) {
        return new Derived(
                subject,
                passedOn,
                alerts,
                shown,
                duties,
                registers,
                recheckAt,
                Optional.of(before));
    }
}
