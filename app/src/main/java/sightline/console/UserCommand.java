package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.access.AccessRole;
import sightline.access.Accounts;
import sightline.access.DualControl;
import sightline.access.NewAccount;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;
import sightline.database.JobName;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts and their roles: kept by agencies' administrators and platform operators. */
@Command(
        name = "user",
        description = "Keep accounts, roles, senders and their keys.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.Make.class,
            UserCommand.Disable.class,
            UserCommand.Move.class,
            UserCommand.Reset.class,
            UserCommand.Grant.class,
            UserCommand.ApproveGrant.class,
            UserCommand.Revoke.class,
            UserSenderCommand.class,
            UserKeysCommand.class
        })
final class UserCommand implements Runnable {
    static final Set<AccessRole> ADMINISTRATORS =
            EnumSet.of(AccessRole.AGENCY_ADMINISTRATOR, AccessRole.PLATFORM_OPERATOR);

    /** Roles that two people grant. */
    private static final Set<AccessRole> PRIVILEGED =
            EnumSet.of(
                    AccessRole.AGENCY_ADMINISTRATOR,
                    AccessRole.PLATFORM_OPERATOR,
                    AccessRole.PRIVACY_OFFICER,
                    AccessRole.AUDITOR,
                    AccessRole.SUBJECT_ACCESS_OFFICER,
                    AccessRole.REGISTER_KEEPER);

    private static final DualControl CONTROL = new DualControl();

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** An administrator's command. */
    private abstract static class AdministratorsCommand extends DeskCommand {
        AdministratorsCommand() {
            super(ADMINISTRATORS, Purpose.ADMINISTRATION);
        }
    }

    private static Accounts accounts(Installation.Open open) {
        return new Accounts(open.transactions(), open.secrets());
    }

    private static AccessRole role(String slug) {
        return AccessRole.of(slug)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no role %s.\nThe roles stand in docs/role-matrix.md."
                                        .formatted(slug)));
    }

    /** The lines {@code name=value} of a file, in which what is personal stands. */
    private static Properties lines(Path file) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        return lines;
    }

    private static String required(Properties lines, String name) {
        String value = lines.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file has no line %s=...\nWrite one.".formatted(name));
        }
        return value;
    }

    private static Set<String> words(Properties lines, String name) {
        return Arrays.stream(lines.getProperty(name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static NewAccount account(Properties lines, UserId by) {
        return new NewAccount(
                new UserId(required(lines, "id")),
                required(lines, "sign-in"),
                new AgencyId(required(lines, "agency")),
                Sensitive.of(required(lines, "name")),
                Sensitive.of(required(lines, "password")),
                words(lines, "roles").stream().map(UserCommand::role).collect(Collectors.toSet()),
                words(lines, "teams"),
                by);
    }

    /** An agency's administrator keeps the accounts of that agency; an operator those of all. */
    private static boolean mayKeep(ReaderContext by, AgencyId agency) {
        return by.accessRoles().contains(AccessRole.PLATFORM_OPERATOR)
                || by.agencyId().equals(agency);
    }

    private static boolean mayKeep(Installation.Open open, ReaderContext by, UserId user) {
        return accounts(open).agencyOf(user).filter(a -> mayKeep(by, a)).isPresent();
    }

    /** Makes an account. */
    @Command(
            name = "make",
            description = {
                "Make an account from a file with the lines id=, sign-in=, name=, agency=, password=, roles=, teams=.",
                "--first makes the first account of an installation, a platform operator's, without a sign-in."
            },
            mixinStandardHelpOptions = true)
    static final class Make extends AdministratorsCommand {
        @Option(
                names = "--file",
                required = true,
                paramLabel = "FILE",
                description = "The file; delete it afterwards.")
        private Path file = Path.of("account");

        @Option(names = "--first", description = "The first account of the installation.")
        private boolean first;

        @Override
        public Integer call() {
            return first ? unattended(this::makeFirst) : super.call();
        }

        @Override
        Outcome work(Installation.Open open, ReaderContext by) throws IOException {
            NewAccount account = account(lines(file), by.user());
            if (account.roles().stream().anyMatch(PRIVILEGED::contains)) {
                return refuse("Make the account without that role; two people grant it.");
            }
            if (!mayKeep(by, account.agency())) {
                return refuse("You keep the accounts of your own agency.");
            }
            Desk.record(open, by, Event.ACCOUNT, "made " + account.id());
            accounts(open).create(account);
            return Outcome.OK;
        }

        private Outcome makeFirst(Installation.Open open) throws IOException {
            Accounts accounts = accounts(open);
            if (accounts.any()) {
                return refuse("There are accounts already: sign in.");
            }
            NewAccount account = account(lines(file), new UserId("installation"));
            if (!account.roles().equals(Set.of(AccessRole.PLATFORM_OPERATOR))) {
                return refuse("The first account has the role platform-operator alone.");
            }
            Journal journal = new Journal(open.secrets());
            open.transactions()
                    .asJob(
                            JobName.ACCOUNTS,
                            sql ->
                                    journal.write(
                                            sql, Entry.of(Event.ACCOUNT, "first " + account.id())));
            accounts.create(account);
            return Outcome.OK;
        }
    }

    /** Ends the use of an account. */
    @Command(
            name = "disable",
            description = "End the use of an account, with its open sessions, now.",
            mixinStandardHelpOptions = true)
    static final class Disable extends AdministratorsCommand {
        @Parameters(paramLabel = "USER", description = "The account's id.")
        private String user = "";

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            UserId id = new UserId(user);
            if (!mayKeep(open, by, id)) {
                return refuse("There is no such account, or it is another agency's.");
            }
            Desk.record(open, by, Event.ACCOUNT, "disabled " + id);
            accounts(open).disable(id);
            return Outcome.OK;
        }
    }

    /** Moves an account to another agency. */
    @Command(
            name = "move",
            description = {
                "Move an account to another agency, now. Its roles and teams end: the other agency grants its",
                "own. What its holder could read on an earlier day goes by the agency of that day."
            },
            mixinStandardHelpOptions = true)
    static final class Move extends AdministratorsCommand {
        @Parameters(index = "0", paramLabel = "USER", description = "The account's id.")
        private String user = "";

        @Parameters(index = "1", paramLabel = "AGENCY", description = "The agency's id.")
        private String agency = "";

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            UserId id = new UserId(user);
            if (!mayKeep(open, by, id)) {
                return refuse("There is no such account, or it is another agency's.");
            }
            AgencyId to = new AgencyId(agency);
            Desk.record(open, by, Event.ACCOUNT, "moved " + id + " to " + to);
            accounts(open).move(id, to);
            return Outcome.OK;
        }
    }

    /** Sets a new password. */
    @Command(
            name = "reset",
            description = "Set a new password, from a file with the line password=.",
            mixinStandardHelpOptions = true)
    static final class Reset extends AdministratorsCommand {
        @Parameters(paramLabel = "USER", description = "The account's id.")
        private String user = "";

        @Option(names = "--file", required = true, paramLabel = "FILE")
        private Path file = Path.of("password");

        @Override
        Outcome work(Installation.Open open, ReaderContext by) throws IOException {
            UserId id = new UserId(user);
            if (!mayKeep(open, by, id)) {
                return refuse("There is no such account, or it is another agency's.");
            }
            Desk.record(open, by, Event.ACCOUNT, "new password of " + id);
            accounts(open).setPassword(id, Sensitive.of(required(lines(file), "password")));
            return Outcome.OK;
        }
    }

    /** Grants a role. */
    @Command(
            name = "grant",
            description = {
                "Grant a role. A privileged one takes two people: the first run prints a number,",
                "another administrator says user approve NUMBER, then run again with --approval NUMBER."
            },
            mixinStandardHelpOptions = true)
    static final class Grant extends AdministratorsCommand {
        @Parameters(index = "0", paramLabel = "USER", description = "The account's id.")
        private String user = "";

        @Parameters(index = "1", paramLabel = "ROLE")
        private String role = "";

        @Option(names = "--approval", paramLabel = "NUMBER")
        private @Nullable Long approval;

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            UserId id = new UserId(user);
            AccessRole wanted = role(role);
            if (!mayKeep(open, by, id)) {
                return refuse("There is no such account, or it is another agency's.");
            }
            String exactly = exactly(id, wanted);
            Optional<Long> number = Optional.ofNullable(approval);
            if (PRIVILEGED.contains(wanted) && number.isEmpty()) {
                Desk.record(open, by, Event.APPROVE, "asked: " + exactly);
                long asked =
                        open.transactions()
                                .asReader(
                                        by,
                                        List.of(),
                                        sql -> CONTROL.ask(sql, DualControl.Action.GRANT, exactly));
                out().println("approval " + asked);
                return Outcome.OK;
            }
            if (PRIVILEGED.contains(wanted)
                    && !open.transactions()
                            .asReader(
                                    by,
                                    List.of(),
                                    sql ->
                                            CONTROL.use(
                                                    sql,
                                                    number.orElseThrow(),
                                                    DualControl.Action.GRANT,
                                                    exactly))) {
                return refuse("Nobody approved exactly this in time.");
            }
            Desk.record(open, by, Event.ACCOUNT, exactly);
            accounts(open).grant(id, wanted, by.user());
            return Outcome.OK;
        }

        static String exactly(UserId user, AccessRole role) {
            return "grant " + role.slug() + " to " + user;
        }
    }

    /** Approves a privileged grant. */
    @Command(
            name = "approve",
            description =
                    "Approve the grant of a privileged role that another administrator asked for.",
            mixinStandardHelpOptions = true)
    static final class ApproveGrant extends AdministratorsCommand {
        @Parameters(index = "0", paramLabel = "NUMBER")
        private long number;

        @Parameters(index = "1", paramLabel = "USER", description = "The account's id.")
        private String user = "";

        @Parameters(index = "2", paramLabel = "ROLE")
        private String role = "";

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            String exactly = Grant.exactly(new UserId(user), role(role));
            Desk.record(open, by, Event.APPROVE, exactly);
            boolean approved =
                    open.transactions()
                            .asReader(by, List.of(), sql -> CONTROL.approve(sql, number, exactly));
            return approved
                    ? Outcome.OK
                    : refuse("Not approved: it takes another person of another team, in time.");
        }
    }

    /** Ends a role. */
    @Command(
            name = "revoke",
            description = "End a role of an account now.",
            mixinStandardHelpOptions = true)
    static final class Revoke extends AdministratorsCommand {
        @Parameters(index = "0", paramLabel = "USER", description = "The account's id.")
        private String user = "";

        @Parameters(index = "1", paramLabel = "ROLE")
        private String role = "";

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            UserId id = new UserId(user);
            AccessRole ended = role(role);
            if (!mayKeep(open, by, id)) {
                return refuse("There is no such account, or it is another agency's.");
            }
            Desk.record(open, by, Event.ACCOUNT, "revoke " + ended.slug() + " of " + id);
            accounts(open).revoke(id, ended);
            return Outcome.OK;
        }
    }
}
