package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.access.AccessRole;
import sightline.access.Accounts;
import sightline.access.NewAccount;
import sightline.access.UserId;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.audit.Sequencer;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Sensitive;
import sightline.database.Database;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.register.ImportColumn;
import sightline.register.RegisterFile;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Commands on a real installation: what they print, and how they end. */
final class OperationsCommandsTest {
    @TempDir private static Path data;

    private static Optional<Database> running = Optional.empty();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void anInstallationWithAJournal() {
        Secrets secrets = Secrets.in(data.resolve("keys"));
        // It stays open, as under a running server: commands adopt it and leave it running.
        running = Optional.of(Database.embedded(data.resolve("database"), secrets));
        Transactions transactions = new Transactions(running.get());
        Journal journal = new Journal(secrets);
        for (int i = 0; i < 5; i++) {
            transactions.asJob(
                    JobName.WATCH, sql -> journal.write(sql, Entry.of(Event.VISIT, "a page")));
        }
        new Sequencer(transactions, secrets).run();
        Accounts accounts = new Accounts(transactions, secrets);
        accounts.create(account("ada-quill", "team-a", AccessRole.PRIVACY_OFFICER));
        accounts.create(account("ben-rowe", "team-b", AccessRole.PRIVACY_OFFICER));
        accounts.create(account("olu-first", "team-o", AccessRole.PLATFORM_OPERATOR));
        accounts.create(account("pat-second", "team-p", AccessRole.PLATFORM_OPERATOR));
        accounts.create(account("eve-dale", "team-c", AccessRole.SOCIAL_WORKER));
        accounts.create(
                new NewAccount(
                        new UserId("kay-ward"),
                        "kay-ward",
                        new AgencyId("northton-police"),
                        Sensitive.of("kay-ward"),
                        Sensitive.of("four plain words here"),
                        Set.of(AccessRole.REGISTER_KEEPER),
                        Set.of(),
                        new UserId("operator")));
        new PostgresDirectory(transactions)
                .replace(
                        new DirectoryBuilder()
                                .add(new Area(new AreaId("northton"), "Northton", Nation.ENGLAND))
                                .add(
                                        new Agency(
                                                new AgencyId("northton-police"),
                                                "Northton Police",
                                                AgencyType.POLICE,
                                                new AreaId("northton")))
                                .entries());
    }

    @AfterAll
    static void close() {
        running.ifPresent(Database::close);
    }

    private static NewAccount account(String id, String team, AccessRole role) {
        return new NewAccount(
                new UserId(id),
                id,
                new AgencyId("northton-csc"),
                Sensitive.of(id),
                Sensitive.of("four plain words here"),
                Set.of(role),
                Set.of(team),
                new UserId("operator"));
    }

    @Test
    void twoPrivacyOfficersEraseAndNobodyElseDoes() throws IOException {
        Path records = Files.writeString(data.resolve("records"), "northton-hospital:c1\n");
        String[] order = {
            "erase", "order", "--records", records.toString(), "--reference", "SAR/1"
        };

        assertThat(as("eve-dale", order)).isEqualTo(Outcome.NOT_ALLOWED.code());
        assertThat(as("ada-quill", order)).isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).isEqualTo("order 1: 0 facts\n");
        assertThat(as("ada-quill", "erase", "approve", "1")).isEqualTo(Outcome.NOT_ALLOWED.code());
        assertThat(as("ben-rowe", "erase", "approve", "1")).isEqualTo(Outcome.OK.code());
        assertThat(as("ada-quill", "erase", "run", "1")).isEqualTo(Outcome.OK.code());
        assertThat(as("ben-rowe", "erase", "list", "--json")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).contains("\"state\":\"settled\"");
    }

    @Test
    void aKeeperBringsInARegisterFromTheShellAndEachRowSetAsideSaysWhy() throws IOException {
        RegisterFile made = RegisterFile.of(20261126L, "K", "northton", 4, 0);
        made.set(2, ImportColumn.MONTHS, "").set(2, ImportColumn.FAMILY_NAME, "Zyxwvuts");
        Path file = Files.writeString(data.resolve("register.csv"), made.csv());
        String[] check = {"register", "import", file.toString()};

        assertThat(as("eve-dale", check)).isEqualTo(Outcome.NOT_ALLOWED.code());
        Path other = Files.writeString(data.resolve("other.csv"), "a,b\n1,2\n");
        assertThat(as("kay-ward", "register", "import", other.toString()))
                .isEqualTo(Outcome.DATA_PROBLEM.code());
        assertThat(err.toString()).contains("names no column that is known");
        assertThat(as("kay-ward", check)).isEqualTo(Outcome.SET_ASIDE.code());
        assertThat(out.toString())
                .contains("row 2: ", "The sentence has no length")
                .contains("checked: 4 rows, 3 to go in, 0 in before, 1 set aside, 0 went in")
                .doesNotContain("Zyxwvuts");
        assertThat(as("kay-ward", "register", "import", file.toString(), "--go-in", "--json"))
                .isEqualTo(Outcome.SET_ASIDE.code());
        assertThat(out.toString())
                .contains("\"wentIn\":3")
                .contains("\"type\":\"set-aside\",\"row\":2")
                .doesNotContain("Zyxwvuts");
        assertThat(as("kay-ward", check)).isEqualTo(Outcome.UNAVAILABLE.code());
        assertThat(err.toString()).contains("Start the server");
    }

    @Test
    void anOperatorLinksAnotherInstallationAndNoSecretIsPrinted() throws IOException {
        Path file = data.resolve("pair");
        assertThat(as("olu-first", "peer", "key")).isEqualTo(Outcome.OK.code());
        String key = out.toString().strip();
        assertThat(as("olu-first", "peer", "secret", file.toString())).isEqualTo(Outcome.OK.code());
        String secret = Files.readString(file).strip();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        String[] add = {
            "peer",
            "add",
            "eastport",
            "--as",
            "northton",
            "--url",
            "https://eastport.example",
            "--public-key",
            key,
            "--secret",
            file.toString(),
            "--ring",
            "Register desk, 01632 960177"
        };

        assertThat(as("eve-dale", add)).isEqualTo(Outcome.NOT_ALLOWED.code());
        assertThat(as("olu-first", add)).isEqualTo(Outcome.OK.code());
        assertThat(as("olu-first", "peer", "list", "--json")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString())
                .contains("\"name\":\"eastport\"", "01632 960177")
                .doesNotContain(secret);
        add[6] = "http://eastport.example";
        assertThat(as("olu-first", add)).isEqualTo(Outcome.FAILED.code());
        assertThat(err.toString()).contains("begins with https").doesNotContain(secret);
        assertThat(as("olu-first", "peer", "remove", "eastport")).isEqualTo(Outcome.OK.code());
        assertThat(as("olu-first", "peer", "remove", "eastport")).isEqualTo(Outcome.FAILED.code());
    }

    @Test
    void anOperatorMakesAnAccountAndTwoPeopleGrantItAPrivilegedRole() throws IOException {
        Path file =
                Files.writeString(
                        data.resolve("account"),
                        """
                        id=kit-lane
                        sign-in=kit.lane
                        agency=northton-csc
                        name=Kit Lane
                        password=quiet river stone lamp
                        roles=social-worker
                        teams=team-d
                        """);
        String path = file.toString();

        assertThat(run("user", "make", "--first", "--file", path))
                .isEqualTo(Outcome.NOT_ALLOWED.code());
        assertThat(as("olu-first", "user", "make", "--file", path)).isEqualTo(Outcome.OK.code());
        assertThat(as("olu-first", "user", "grant", "kit-lane", "auditor"))
                .isEqualTo(Outcome.OK.code());
        String number = out.toString().strip().replace("approval ", "");
        assertThat(as("olu-first", "user", "approve", number, "kit-lane", "auditor"))
                .isEqualTo(Outcome.NOT_ALLOWED.code());
        String[] grant = {"user", "grant", "kit-lane", "auditor", "--approval", number};
        assertThat(as("pat-second", "user", "approve", number, "kit-lane", "auditor"))
                .isEqualTo(Outcome.OK.code());
        assertThat(as("olu-first", grant)).isEqualTo(Outcome.OK.code());
    }

    @Test
    void aSendersKeysAreChangedWhileTwoAreValid() throws IOException {
        assertThat(
                        as(
                                "olu-first",
                                "user",
                                "sender",
                                "northton-hospital",
                                "--go-live",
                                "2026-01-01"))
                .isEqualTo(Outcome.OK.code());
        String[] keys = {"user", "keys", "northton-hospital"};
        for (String name : new String[] {"keys-1", "keys-2"}) {
            String file = data.resolve(name).toString();
            assertThat(as("olu-first", "user", "keys", "northton-hospital", "--new", file))
                    .isEqualTo(Outcome.OK.code());
        }
        assertThat(as("olu-first", "user", "keys", "northton-hospital", "--new", data + "/keys-3"))
                .isEqualTo(Outcome.FAILED.code());
        assertThat(err.toString()).contains("End one first");

        assertThat(as("olu-first", keys)).isEqualTo(Outcome.OK.code());
        assertThat(out.toString().lines()).hasSize(4);
        String oldest = out.toString().split(" ", 2)[0];
        assertThat(as("olu-first", "user", "keys", "northton-hospital", "--end", oldest))
                .isEqualTo(Outcome.OK.code());
    }

    @Test
    void theKeysOfReceiptsAreChangedWhileTwoAreValid() throws IOException {
        assertThat(as("ada-quill", "receipt", "keys")).isEqualTo(Outcome.NOT_ALLOWED.code());
        assertThat(as("olu-first", "receipt", "keys", "--make")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).startsWith("2 since ");
        assertThat(as("olu-first", "receipt", "keys", "--make")).isEqualTo(Outcome.FAILED.code());
        assertThat(err.toString()).contains("Retire one first");
        assertThat(as("olu-first", "receipt", "keys", "--retire", "1"))
                .isEqualTo(Outcome.OK.code());
        assertThat(as("olu-first", "receipt", "keys", "--retire", "2"))
                .isEqualTo(Outcome.FAILED.code());
        assertThat(as("olu-first", "receipt", "keys", "--json")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"key\":1", "\"retired\":"),
                        second ->
                                assertThat(second).contains("\"key\":2").doesNotContain("retired"));
    }

    @Test
    void dutiesAreListedAndABackupIsRestoredIntoANewInstallationOnly() throws IOException {
        assertThat(run("duties", "--late", "--json")).isEqualTo(Outcome.OK.code());
        Path copy = data.resolve("copy");
        assertThat(run("backup", copy.toString(), "--json")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).startsWith("{\"tables\":");
        assertThat(run("restore", copy.toString())).isEqualTo(Outcome.FAILED.code());
        assertThat(err.toString()).contains("in use");

        Path fresh = data.resolve("fresh");
        Files.createDirectories(fresh.resolve("keys"));
        Files.copy(
                data.resolve("keys").resolve("master.key"),
                fresh.resolve("keys").resolve("master.key"));
        assertThat(execute("restore", copy.toString(), "--data", fresh.toString()))
                .isEqualTo(Outcome.OK.code());
        assertThat(execute("audit", "verify", "--data", fresh.toString()))
                .isEqualTo(Outcome.OK.code());
    }

    @Test
    void nothingIsDueInAnInstallationWithoutPeople() throws IOException {
        assertThat(as("ada-quill", "erase", "due", "--json")).isEqualTo(Outcome.OK.code());

        assertThat(out.toString()).isEmpty();
    }

    private int as(String user, String... arguments) throws IOException {
        Path file = data.resolve("sign-in-" + user);
        Files.writeString(file, user + "\nfour plain words here\n");
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--sign-in";
        all[arguments.length + 1] = file.toString();
        return run(all);
    }

    @Test
    void theJournalIsVerifiedAndItsProofsArePrinted() throws IOException {
        assertThat(run("audit", "checkpoint")).isEqualTo(Outcome.OK.code());
        Path checkpoint = Files.writeString(data.resolve("checkpoint"), out.toString());

        assertThat(run("audit", "verify", "--json", "--checkpoint", checkpoint.toString()))
                .isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).startsWith("{\"sound\":true,\"leaves\":");

        assertThat(run("audit", "prove", "2")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).contains("\"position\":2", "\"checkpoint\":\"sightline/journal");
        assertThat(run("audit", "prove", "2000")).isEqualTo(Outcome.DATA_PROBLEM.code());
    }

    @Test
    void aCommandOnNoInstallationSaysWhereItLooked() {
        int code = execute("rebuild", "--compare", "--data", data.resolve("none").toString());

        assertThat(code).isEqualTo(Outcome.FAILED.code());
        assertThat(err.toString())
                .contains("There is no installation in", "--data", ".sightline/demo");
    }

    @Test
    void aRebuildOfAnEmptyInstallationFindsNothing() {
        assertThat(run("rebuild", "--compare", "--json")).isEqualTo(Outcome.OK.code());

        assertThat(out.toString()).contains("\"type\":\"summary\"", "\"differences\":0");
    }

    @Test
    void theRegisterSaysWhatIsDueAndWhatAPackWouldChange() throws IOException {
        assertThat(run("register", "due", "--json")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).isEmpty();
        assertThat(run("register", "simulate", "nsw", "--json")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "{\"type\":\"summary\",\"looked\":0,\"under\":0,\"questions\":0,\"changes\":0}");
        assertThat(run("register", "simulate", "no-such-pack")).isEqualTo(Outcome.USAGE.code());
        assertThat(err.toString()).contains("There is no pack 'no-such-pack'");
        Path hole = Files.writeString(data.resolve("hole.yaml"), "register: hole\ntitle: Hole\n");
        assertThat(run("register", "simulate", hole.toString()))
                .isEqualTo(Outcome.DATA_PROBLEM.code());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return execute(all);
    }

    private int execute(String... arguments) {
        return Sightline.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
