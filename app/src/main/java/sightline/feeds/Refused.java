package sightline.feeds;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was not taken as its sender meant it: told to the sender, and to those who look after the
 * feeds.
 *
 * @param conflicts other content under an id that was used before, the newest first
 * @param tooLarge messages larger than a message may be, the newest first
 */
public record Refused(List<Conflict> conflicts, List<TooLarge> tooLarge) {
    /**
     * Other content under a used id: kept beside the first, and not read.
     *
     * @param number in the order in which they came; lists go on before it
     * @param first the receipt of the message that stands
     * @param message the sender's own id; told to that sender only
     * @param firstSha256 of the message that stands, in hexadecimal; as the id
     * @param sha256 of this one
     * @param times how often it came
     */
    public record Conflict(
            long number,
            AgencyId sender,
            ReceiptId first,
            Optional<MessageId> message,
            Optional<String> firstSha256,
            String sha256,
            Instant since,
            Instant last,
            long times) {}

    /**
     * A message that was refused for its size, without its content.
     *
     * @param size in bytes; of one that did not say its size, the least that it had
     */
    public record TooLarge(long number, AgencyId sender, long size, Instant at) {}

    public Refused {
        conflicts = List.copyOf(conflicts);
        tooLarge = List.copyOf(tooLarge);
    }
}
