package sightline.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What an agency's system does: send messages. */
@Command(
        name = "feed",
        description = "Send messages as an agency's system would.",
        mixinStandardHelpOptions = true,
        subcommands = {FeedSendCommand.class})
final class FeedCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
