package sightline.core.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What waits to be sent to whoever was told, and what came of what was. */
public interface Deliveries {
    /**
     * A delivery that is over and that no fact reports yet.
     *
     * @param sent whether it was sent; otherwise every try of it failed
     * @param last whether with it every way to whoever was told has failed, unopened
     */
    record Finished(UUID telling, String post, String channel, boolean sent, boolean last) {}

    /**
     * Adds what goes out to whoever was told, by every way that is open at that moment.
     *
     * @param telling the telling; none where a rung of a ladder tells
     * @param what names what is told, so that nothing is queued twice
     */
    void add(Optional<UUID> telling, String what, Ways ways, boolean urgent);

    /** Puts it all in the queue. */
    void keep(Instant now);

    /** Deliveries of tellings that are over; reported from now on. */
    List<Finished> finished(int most);
}
