package sightline.console;

import picocli.CommandLine.Command;

/** What the register knows, from the shell. */
@Command(
        name = "register",
        description = "The registers: what is due, the packs, what a pack would change.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RegisterPacksCommand.class,
            RegisterDueCommand.class,
            RegisterSimulateCommand.class
        })
final class RegisterCommand {}
