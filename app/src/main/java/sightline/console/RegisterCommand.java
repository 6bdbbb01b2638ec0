package sightline.console;

import picocli.CommandLine.Command;

/** What the register knows, from the shell. */
@Command(
        name = "register",
        description =
                "The registers: what is due, the packs, what a pack would change, a file brought in.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RegisterPacksCommand.class,
            RegisterDueCommand.class,
            RegisterSimulateCommand.class,
            RegisterImportCommand.class
        })
final class RegisterCommand {}
