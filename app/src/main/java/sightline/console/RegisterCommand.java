package sightline.console;

import picocli.CommandLine.Command;

/** What the register knows, from the shell. */
@Command(
        name = "register",
        description = "The register's packs.",
        mixinStandardHelpOptions = true,
        subcommands = RegisterPacksCommand.class)
final class RegisterCommand {}
