package sightline.locator;

import sightline.core.locator.PairKey;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Another installation that is linked with this one.
 *
 * @param name what it is called here
 * @param knownAs what this installation is called there
 * @param publicKey in bytes: by it, what the other says is verified
 * @param ring whom to ring there while it does not answer
 * @param failures how often in a row it did not answer
 * @param nextAt before that moment it is not asked again
 * @param answeredAt when it last answered
 * @param completeUpTo up to when the other's list of its registers stood then
 */
record Peer(
        PeerName name,
        PeerName knownAs,
        URI url,
        Bytes publicKey,
        PairKey key,
        String ring,
        Optional<Instant> failingSince,
        int failures,
        Optional<Instant> nextAt,
        Optional<Instant> answeredAt,
        Optional<Instant> completeUpTo) {

    /** Bytes that nobody changes. */
    static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        boolean signed(byte[] body, String signature) {
            return LocatorKey.verify(bytes, body, signature);
        }
    }

    @Override
    public String toString() {
        return "Peer[" + name + "]";
    }
}
