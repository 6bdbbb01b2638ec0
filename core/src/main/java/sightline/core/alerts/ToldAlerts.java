package sightline.core.alerts;

import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.DeliveryChannel;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was told of alerts, to whom, and what they did about it. */
public interface ToldAlerts {
    /**
     * What a recipient did that is no fact yet.
     *
     * @param telling the message of the fact by which they were told
     */
    record Seen(UUID telling, AlertSeen.Step step, DeliveryChannel way, String by, Instant at) {}

    /** Keeps tellings, and what was seen of them, as facts say; what is kept already stays. */
    void keep(Collection<Fact> facts, Map<SourceRecord, PersonId> subjects);

    /** What recipients did and no fact says yet, the earliest first; taken from now on. */
    List<Seen> take(int most);
}
