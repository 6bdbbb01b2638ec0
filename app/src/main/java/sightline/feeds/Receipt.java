package sightline.feeds;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;

import java.time.Instant;
import java.util.Optional;

/**
 * That a message is kept. It never changes: the same message sent again gets the same receipt.
 *
 * @param message the sender's own id of it; none when its bytes had none that could be read
 * @param sha256 of the bytes, in hexadecimal
 * @param received when it was committed
 * @param readable whether it waits to be read; otherwise it lies in quarantine from the start
 * @param keyGeneration which of the installation's keys signs it
 */
public record Receipt(
        ReceiptId id,
        AgencyId sender,
        Optional<MessageId> message,
        String sha256,
        Instant received,
        boolean readable,
        int keyGeneration) {}
