package sightline.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Other installations that are asked whether they hold a register entry. */
@Command(
        name = "peer",
        description = "Link other installations, for questions about register entries alone.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PeerKeyCommand.class,
            PeerSecretCommand.class,
            PeerAddCommand.class,
            PeerListCommand.class,
            PeerRemoveCommand.class
        })
final class PeerCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
