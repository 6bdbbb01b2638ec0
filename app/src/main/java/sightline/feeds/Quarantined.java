package sightline.feeds;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that could not be read, as a page may show it: reasons, never a value of it.
 *
 * @param message the sender's own id of it: told to that sender only
 * @param kind the kind that it says it is, if that looks like one
 * @param returned whether it was given back to its sender to mend
 */
public record Quarantined(
        ReceiptId receipt,
        AgencyId sender,
        Optional<MessageId> message,
        Optional<String> kind,
        Instant since,
        List<Problem> problems,
        boolean returned) {
    public Quarantined {
        problems = List.copyOf(problems);
    }
}
