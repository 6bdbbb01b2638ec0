package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import sightline.access.AccessRole;
import sightline.access.Account;
import sightline.access.Accounts;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.Sensitive;
import sightline.database.JobName;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where a person works from the shell: they sign in as on a page, their role decides, and the
 * journal is written before anything happens. Names and passwords are typed or read from a file,
 * and never stand among the arguments.
 */
final class Desk {
    @Mixin private Installation installation = new Installation();

    @Option(
            names = "--sign-in",
            paramLabel = "FILE",
            description =
                    "File with the sign-in name and the password, a line each; else asked for.")
    private @Nullable Path signIn;

    /** What somebody does who was let in. */
    interface Task {
        Outcome run(Installation.Open open, ReaderContext by) throws IOException;
    }

    /** Who was let in, and as what. */
    private record Typed(String name, Sensitive<String> password) {}

    /** What is done without anybody signed in. */
    interface Unattended {
        Outcome run(Installation.Open open) throws IOException;
    }

    /** Does what whoever holds the keys may do before there is any account. */
    int unattended(CommandSpec spec, Unattended task) {
        return guarded(
                spec,
                () -> {
                    try (Installation.Open open = installation.open()) {
                        return task.run(open);
                    }
                });
    }

    /** Work that can fail in the ways in which commands do. */
    private interface Guarded {
        Outcome run() throws IOException, Installation.Absent;
    }

    private static int guarded(CommandSpec spec, Guarded task) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return task.run().code();
        } catch (Installation.Absent | IllegalArgumentException | IllegalStateException refused) {
            err.println(refused.getMessage());
            return Outcome.FAILED.code();
        } catch (IOException unreadable) {
            err.println("cannot read or write " + unreadable.getMessage());
            return Outcome.FAILED.code();
        } finally {
            spec.commandLine().getOut().flush();
            err.flush();
        }
    }

    /** Lets somebody in who has one of the roles, and does the task; gives the exit code. */
    int open(CommandSpec spec, Set<AccessRole> roles, Purpose purpose, Task task) {
        return guarded(
                spec,
                () -> {
                    try (Installation.Open open = installation.open()) {
                        Optional<ReaderContext> by =
                                enter(open, roles, purpose, spec.qualifiedName());
                        if (by.isEmpty()) {
                            spec.commandLine()
                                    .getErr()
                                    .println(
                                            "Name and password do not fit, or your role may not do this.");
                            return Outcome.NOT_ALLOWED;
                        }
                        return task.run(open, by.get());
                    }
                });
    }

    private Optional<ReaderContext> enter(
            Installation.Open open, Set<AccessRole> roles, Purpose purpose, String command)
            throws IOException {
        Typed typed = typed();
        Accounts accounts = new Accounts(open.transactions(), open.secrets());
        Optional<Account> account = accounts.signIn(typed.name(), typed.password());
        Optional<Account> fitting =
                account.filter(a -> a.roles().stream().anyMatch(roles::contains));
        Event event =
                account.isEmpty()
                        ? Event.SIGN_IN_FAILED
                        : fitting.isEmpty() ? Event.DENY : Event.SIGN_IN;
        String who = account.map(a -> " " + a.id()).orElse("");
        Journal journal = new Journal(open.secrets());
        open.transactions()
                .asJob(JobName.ACCOUNTS, sql -> journal.write(sql, Entry.of(event, command + who)));
        return fitting.map(a -> context(a, purpose));
    }

    private static ReaderContext context(Account account, Purpose purpose) {
        return new ReaderContext(
                "command-" + UUID.randomUUID(),
                account.id(),
                account.agency(),
                account.roles(),
                account.teams(),
                Set.of(),
                purpose);
    }

    private Typed typed() throws IOException {
        if (signIn != null) {
            return typed(Files.readAllLines(signIn));
        }
        Optional<Console> terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            String name = Optional.ofNullable(terminal.get().readLine("Sign-in name: ")).orElse("");
            char[] password = terminal.get().readPassword("Password: ");
            return new Typed(name, Sensitive.of(password == null ? "" : new String(password)));
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return typed(
                List.of(
                        Optional.ofNullable(in.readLine()).orElse(""),
                        Optional.ofNullable(in.readLine()).orElse("")));
    }

    private static Typed typed(List<String> lines) {
        if (lines.size() < 2) {
            throw new IllegalArgumentException(
                    "The file has no two lines.\nWrite the sign-in name, then the password.");
        }
        return new Typed(lines.get(0).strip(), Sensitive.of(lines.get(1)));
    }

    /** Writes the journal as the person who was let in, before what it tells of is done. */
    static void record(Installation.Open open, ReaderContext by, Event event, String detail) {
        Journal journal = new Journal(open.secrets());
        open.transactions()
                .asReader(by, List.of(), sql -> journal.write(sql, Entry.of(event, detail)));
    }
}
