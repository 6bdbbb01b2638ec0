package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.locator.Peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/** Makes the secret that two installations share, in a file that its owner alone may read. */
@Command(
        name = "secret",
        description = "Make the secret of a pair in a new file, for you and for the other.",
        mixinStandardHelpOptions = true)
final class PeerSecretCommand extends DeskCommand {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    PeerSecretCommand() {
        super(Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(Peers.newSecret()) + "\n");
        err().println("Written. Hand it to the other by hand, and delete it when both have it.");
        return Outcome.OK;
    }
}
