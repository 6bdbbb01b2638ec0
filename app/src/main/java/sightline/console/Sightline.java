package sightline.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import sightline.core.kernel.UnusableFile;

/** The program {@code sightline}. Without a command it says what the commands are. */
@Command(
        name = "sightline",
        description = "One line of sight around a child, for the agencies that must act.",
        mixinStandardHelpOptions = true,
        versionProvider = Sightline.Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ReplayCommand.class,
            RulesCommand.class,
            QuestionsCommand.class,
            RegisterCommand.class,
            FeedCommand.class,
            CheckCommand.class,
            RebuildCommand.class,
            AuditCommand.class,
            EraseCommand.class,
            DutiesCommand.class,
            UserCommand.class,
            DirectoryCommand.class,
            PeerCommand.class,
            ReceiptCommand.class,
            LibraryCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Sightline implements Runnable {

    @Spec private CommandSpec spec;

    /** Runs one command and ends the process with its outcome. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Sightline()).setExecutionExceptionHandler(Sightline::failed);
    }

    /** A file that cannot be read is said in words; everything else with where it failed. */
    private static int failed(Exception failed, CommandLine of, CommandLine.ParseResult asked)
            throws Exception {
        UnusableFile file = UnusableFiles.in(failed).orElseThrow(() -> failed);
        of.getErr().println("sightline: " + file.getMessage());
        of.getErr().flush();
        return Outcome.DATA_PROBLEM.code();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Sightline.class.getPackage().getImplementationVersion();
            return new String[] {"sightline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
