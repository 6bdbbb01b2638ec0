package sightline.core.screening;

import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule is given: a neighbourhood, a moment, who works where, and the area's numbers.
 *
 * @param now the moment of the evaluation; nothing received after it is in the neighbourhood
 * @param goLive from which day each sender sends as things happen: what it recorded before is
 *     history, which counts as evidence and for present risk
 */
public record Situation(
        Neighbourhood around,
        Instant now,
        Directory directory,
        Parameters parameters,
        Map<AgencyId, LocalDate> goLive) {
    public Situation {
        goLive = Map.copyOf(goLive);
    }

    /** A situation in which nothing is history. */
    public Situation(
            Neighbourhood around, Instant now, Directory directory, Parameters parameters) {
        this(around, now, directory, parameters, Map.of());
    }

    /** When the sender of a fact went live, if the fact was recorded before that. */
    public Optional<Instant> historyUntil(Fact fact) {
        return Optional.ofNullable(goLive.get(fact.source()))
                .map(London::startOf)
                .filter(live -> fact.times().recorded().isBefore(live));
    }

    /** Whom it is about. */
    public Individual subject() {
        return around.subject();
    }

    /** The local day. */
    public LocalDate today() {
        return London.day(now);
    }

    /** Who is told, worked out from the subject's responsible area and the directory. */
    public Recipients recipients() {
        return new Recipients(this);
    }
}
