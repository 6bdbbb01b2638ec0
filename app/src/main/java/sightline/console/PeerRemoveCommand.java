package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.locator.PeerName;
import sightline.locator.Peers;

import java.util.Set;

/** Ends the link with another installation. */
@Command(
        name = "remove",
        description = "End a link, and what was asked over it; the journal keeps that it was.",
        mixinStandardHelpOptions = true)
final class PeerRemoveCommand extends DeskCommand {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    PeerRemoveCommand() {
        super(Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) {
        PeerName peer = new PeerName(name);
        Desk.record(open, by, Event.POLICY_CHANGE, "peer remove " + peer);
        if (new Peers(open.transactions(), open.secrets()).remove(peer)) {
            return Outcome.OK;
        }
        err().println("No installation of that name is linked. See: peer list");
        return Outcome.FAILED;
    }
}
