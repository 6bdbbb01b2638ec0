package sightline.core.facts;

import sightline.core.kernel.When;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The times of a fact.
 *
 * @param happened when it was so, as precisely as the source knows
 * @param recorded when the source wrote it down
 * @param sent when the source sent it, where it corrects or takes back another message of theirs:
 *     of what a sender says of one entry the last sent counts, in whichever order it came; of
 *     everything else, and of what came before this was kept, as received
 * @param received when it reached Sightline, by the database's clock (in a replay: the replay's)
 */
public record Times(When happened, Instant recorded, Instant sent, Instant received) {
    /**
     * Nothing was sent after it was received: a sender's clock that is ahead moves nothing. As
     * precisely as the database keeps it, or two that it takes for one moment would differ here.
     */
    public Times {
        sent = (sent.isAfter(received) ? received : sent).truncatedTo(ChronoUnit.MICROS);
    }

    /** Of a fact of which it does not matter when it was sent. */
    public Times(When happened, Instant recorded, Instant received) {
        this(happened, recorded, received, received);
    }
}
