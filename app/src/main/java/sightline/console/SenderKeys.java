package sightline.console;

import org.jspecify.annotations.Nullable;

import sightline.core.kernel.AgencyId;
import sightline.feeds.SenderCredentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keys under which a command sends as an agency's system. */
final class SenderKeys {
    private SenderKeys() {}

    /**
     * Reads them.
     *
     * @param keys their file; where {@code user sender} puts them by itself if none is given
     * @throws IllegalArgumentException where there are none, or another agency's
     */
    static SenderCredentials of(String sender, @Nullable Path keys) throws IOException {
        AgencyId agency = new AgencyId(sender);
        Path file =
                keys == null ? Path.of(".sightline", "data", "senders", agency + ".keys") : keys;
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "There are no keys at " + file + ".\nSay with --keys where they are.");
        }
        SenderCredentials credentials = SenderCredentials.read(file);
        if (!credentials.sender().equals(agency)) {
            throw new IllegalArgumentException(
                    "The keys at %s are those of %s.\nSend as that one, or use other keys."
                            .formatted(file, credentials.sender()));
        }
        return credentials;
    }
}
