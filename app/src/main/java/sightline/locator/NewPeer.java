package sightline.locator;

import java.net.URI;
import java.util.Set;

/**
 * An installation that is to be linked.
 *
 * @param name what it is called here
 * @param knownAs what this installation is called there
 * @param url where it is; over TLS but on this machine
 * @param publicKey in base64, as it prints it
 * @param ring whom to ring there: a post and its number
 */
public record NewPeer(PeerName name, PeerName knownAs, URI url, String publicKey, String ring) {
    private static final int RING_MOST = 120;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public NewPeer {
        boolean here = url.getHost() != null && THIS_MACHINE.contains(url.getHost());
        if (url.getHost() == null
                || !("https".equals(url.getScheme()) || (here && "http".equals(url.getScheme())))) {
            throw new IllegalArgumentException(
                    "The address of another installation begins with https.\n"
                            + "Write it like: https://sightline.eastport.example");
        }
        if (ring.isBlank() || ring.length() > RING_MOST) {
            throw new IllegalArgumentException(
                    "Whom to ring has 1 to %d letters: a post and its number."
                            .formatted(RING_MOST));
        }
    }
}
