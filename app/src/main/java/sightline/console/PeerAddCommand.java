package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.locator.NewPeer;
import sightline.locator.PeerName;
import sightline.locator.Peers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;

/** Links another installation; one of that name is replaced. */
@Command(
        name = "add",
        description = "Link another installation. It must link this one in the same way.",
        mixinStandardHelpOptions = true)
final class PeerAddCommand extends DeskCommand {
    @Parameters(paramLabel = "NAME", description = "What it is called here.")
    private String name = "";

    @Option(
            names = "--as",
            required = true,
            paramLabel = "NAME",
            description = "What this installation is called there.")
    private String knownAs = "";

    @Option(names = "--url", required = true, description = "Where it is: https://…")
    private URI url = URI.create("https://localhost");

    @Option(
            names = "--public-key",
            required = true,
            paramLabel = "KEY",
            description = "What it prints with: peer key")
    private String publicKey = "";

    @Option(
            names = "--secret",
            required = true,
            paramLabel = "FILE",
            description = "The file that either side made with: peer secret")
    private Path secret = Path.of("");

    @Option(
            names = "--ring",
            required = true,
            description = "Whom to ring there while it does not answer: a post and its number.")
    private String ring = "";

    PeerAddCommand() {
        super(Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) throws IOException {
        NewPeer peer = new NewPeer(new PeerName(name), new PeerName(knownAs), url, publicKey, ring);
        byte[] shared = Base64.getDecoder().decode(Files.readString(secret).strip());
        Desk.record(open, by, Event.POLICY_CHANGE, "peer add " + peer.name());
        new Peers(open.transactions(), open.secrets()).add(peer, shared, open.clock().instant());
        return Outcome.OK;
    }
}
