package sightline.core.classification;

import sightline.core.facts.PoliceBody.IncidentDecided;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.household.Entry;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.PlaceId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One incident: the logs of one address within an hour, and what a person decided about it.
 *
 * @param logs the logs, the first received first
 * @param decisions what people decided on whether it was domestic, the first received first
 */
public record Incident(
        List<Entry<PoliceIncident>> logs,
        Optional<PlaceId> place,
        List<Entry<IncidentDecided>> decisions) {
    private static final Duration ONE_INCIDENT = Duration.ofHours(1);

    public Incident {
        logs = List.copyOf(logs);
        decisions = List.copyOf(decisions);
    }

    /** When somebody first decided, either way. */
    public Optional<Instant> decided() {
        return decisions.stream().findFirst().map(Entry::received);
    }

    /** Whether the last word is that it was not domestic. */
    public boolean foundNotDomestic() {
        return !decisions.isEmpty() && !decisions.getLast().body().domestic();
    }

    /** The decision that it was domestic, with none against it since. */
    public Optional<Entry<IncidentDecided>> confirmed() {
        Optional<Entry<IncidentDecided>> confirmed = Optional.empty();
        for (Entry<IncidentDecided> decision : decisions) {
            confirmed =
                    decision.body().domestic()
                            ? confirmed.or(() -> Optional.of(decision))
                            : Optional.empty();
        }
        return confirmed;
    }

    /** Its key: the log that was received first. */
    public FactId key() {
        return logs.getFirst().fact().id();
    }

    /** When it was attended, or first logged. */
    public Instant attended() {
        return logs.stream().map(Incident::moment).min(Comparator.naturalOrder()).orElseThrow();
    }

    public LocalDate day() {
        return London.day(attended());
    }

    /** Whether any of its logs carries the domestic flag. */
    public boolean flagged() {
        return logs.stream().anyMatch(e -> e.body().domestic());
    }

    /** Whether any of its logs says that a party was injured. */
    public boolean injury() {
        return logs.stream().anyMatch(e -> e.body().injury());
    }

    static Instant moment(Entry<PoliceIncident> log) {
        return log.moment().orElseGet(() -> log.fact().times().recorded());
    }

    /** Whether a log is of this incident: of the same address, within an hour of the first. */
    boolean takesIn(Entry<PoliceIncident> log, Optional<PlaceId> where) {
        Duration apart = Duration.between(moment(logs.getFirst()), moment(log)).abs();
        return where.isPresent() && where.equals(place) && apart.compareTo(ONE_INCIDENT) <= 0;
    }
}
