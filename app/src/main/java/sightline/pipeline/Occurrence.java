package sightline.pipeline;

import sightline.core.alerts.Change;
import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.feeds.Problem;

import java.time.Instant;
import java.util.List;

/**
 * Something that the pipeline did or showed, for whoever watches: a replay, a test, a log of ids.
 */
public sealed interface Occurrence {

    /** When it happened, by the pipeline's clock. */
    Instant at();

    /** An alert or duty changed about a subject. */
    record Changed(Instant at, PersonId subject, List<SourceRecord> about, Change change)
            implements Occurrence {}

    /** A finding that asks nobody to act became visible. */
    record Shown(Instant at, PersonId subject, List<SourceRecord> about, Finding finding)
            implements Occurrence {}

    /** A fact became visible on the record of a child. */
    record Visible(
            Instant at, Fact fact, List<SourceRecord> about, List<Recipient> to, List<String> open)
            implements Occurrence {}

    /**
     * A message could not be read.
     *
     * @param about whom it may concern
     */
    record Quarantined(
            Instant at,
            AgencyId sender,
            String receipt,
            List<SourceRecord> about,
            List<Problem> problems)
            implements Occurrence {}
}
