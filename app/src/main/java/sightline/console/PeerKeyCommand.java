package sightline.console;

import picocli.CommandLine.Command;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.locator.LocatorKey;

import java.util.Set;

/** Prints the public half of the key with which this installation signs what it asks. */
@Command(
        name = "key",
        description = "Print this installation's public key; the other links you with it.",
        mixinStandardHelpOptions = true)
final class PeerKeyCommand extends DeskCommand {
    PeerKeyCommand() {
        super(Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) {
        out().println(LocatorKey.of(open.secrets()).publicKey());
        return Outcome.OK;
    }
}
