package sightline.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.time.InstantSource;

/** The measurements: each prints its figures, with what they depend on, on standard output. */
@Command(
        name = "bench",
        description = "Measures Sightline on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Bench {
    private Bench() {}

    /** Runs one measurement. */
    public static void main(String[] arguments) {
        CommandLine bench = new CommandLine(new Bench());
        bench.addSubcommand(new CaseworkCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new CheckCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new EngineCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new LibraryCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new LoadCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new PageCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new PeopleCommand());
        bench.addSubcommand(new PlansCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new RegisterCommand(InstantSource.system(), System.out));
        bench.addSubcommand(new RulesCommand(System.out));
        System.exit(bench.execute(arguments));
    }
}
