package sightline.feeds;

import java.util.List;

/**
 * A message that was read.
 *
 * @param notes what was set aside or not understood, without repeating what may be personal
 */
public record ReadOutcome(ReceiptId receiptId, List<String> notes) {
    public ReadOutcome {
        notes = List.copyOf(notes);
    }
}
