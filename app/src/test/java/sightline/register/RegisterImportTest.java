package sightline.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.database.TestDatabase;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.feeds.Entries;
import sightline.feeds.Intake;
import sightline.identity.Identities;
import sightline.register.RegisterFile.Spoilt;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file of an existing register, from its upload to what is in and what is set aside. */
final class RegisterImportTest {
    private static final long SEED = Long.getLong("seed", 20260301L);

    /** Everyday size; what docs/benchmarks/register.md measures takes -Drows=20000. */
    private static final int ROWS = Integer.getInteger("rows", 2_000);

    private static final AgencyId WEST = new AgencyId("westmarsh-police");
    private static final AgencyId EAST = new AgencyId("eastholme-police");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Transactions transactions = DATABASE.transactions();
    private final Intake intake = Intake.of(transactions, DATABASE.secrets());
    private final ImportFiles files =
            new ImportFiles(new ImportSeal(DATABASE.secrets()), RegisterImportTest::directory);
    private final Imports imports =
            new Imports(transactions, new Journal(DATABASE.secrets()), files);
    private final ReaderContext amy = keeper("amy", WEST);
    private Instant now = Instant.parse("2026-11-02T09:00:00Z");

    private static sightline.core.directory.Directory directory() {
        return new DirectoryBuilder()
                .add(new Area(new AreaId("westmarsh"), "Westmarsh", Nation.ENGLAND))
                .add(new Area(new AreaId("eastholme"), "Eastholme", Nation.ENGLAND))
                .add(
                        new Agency(
                                WEST,
                                "Westmarsh Police",
                                AgencyType.POLICE,
                                new AreaId("westmarsh")))
                .add(
                        new Agency(
                                EAST,
                                "Eastholme Police",
                                AgencyType.POLICE,
                                new AreaId("eastholme")))
                .build();
    }

    @BeforeAll
    static void saySeed() {
        System.out.println("RegisterImportTest seed " + SEED);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aFileIsCheckedConfirmedKilledHalfWayAndGoesInOnce() {
        long others = receipts(WEST);
        RegisterFile made = RegisterFile.of(SEED, "A", "westmarsh", ROWS, 3);
        String id = upload(amy, made.csv());
        assertThat(find(amy, id).state()).isEqualTo(ImportState.UPLOADED);
        ImportWorker first = worker();
        long began = System.nanoTime();
        assertThat(first.run()).isTrue();
        speed("checked", ROWS, began);

        ImportFile checked = find(amy, id);
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.rows()).isEqualTo(ROWS);
        assertThat(checked.aside())
                .isEqualTo(made.spoilt().size())
                .isEqualTo(3 * Spoilt.values().length);
        assertThat(checked.ready()).isEqualTo(ROWS - made.spoilt().size());
        reasons(id, made.spoilt());
        assertThat(receipts(WEST)).isEqualTo(others);
        assertThat(first.run()).isFalse();

        assertThat(imports.confirm(amy, checked, now)).isTrue();
        assertThat(imports.confirm(amy, checked, now)).isFalse();
        for (int part = 0; part < 4; part++) {
            assertThat(first.run()).isTrue();
            readAll();
        }
        List<String> keysBefore = keys(id);
        assertThat(first.run()).isTrue();
        ImportFile half = find(amy, id);
        assertThat(half.state()).isEqualTo(ImportState.GOING_IN);
        assertThat(half.done()).isEqualTo(1_000);
        forgetLastPart(id, half, keysBefore);

        ImportWorker second = worker();
        assertThat(second.run()).as("the killed one holds it for some seconds").isFalse();
        now = now.plus(Duration.ofMinutes(1));
        began = System.nanoTime();
        runUntilNothingWaits(second);
        speed("sent", ROWS - 800, began);

        ImportFile in = find(amy, id);
        assertThat(in.state()).isEqualTo(ImportState.IN);
        assertThat(in.done()).isEqualTo(ROWS);
        assertThat(in.goneIn()).isEqualTo(checked.ready());
        long once = receipts(WEST);
        assertThat(once - others).isEqualTo(messagesOf(made));
        assertThat(conflicts()).isZero();

        String again = upload(amy, made.csv());
        worker().run();
        ImportFile twice = find(amy, again);
        assertThat(twice.ready()).isZero();
        assertThat(twice.known()).isEqualTo(checked.ready());
        assertThat(imports.confirm(amy, twice, now)).as("nothing is left to confirm").isFalse();
        assertThat(receipts(WEST)).isEqualTo(once);
        mended(made, id, once);
    }

    /**
     * What was set aside is downloaded, mended, uploaded with its reasons still there, and goes in.
     */
    private void mended(RegisterFile made, String id, long before) {
        StringBuilder csv = new StringBuilder();
        imports.aside(amy, find(amy, id), csv::append);
        List<String> lines = csv.toString().lines().toList();
        assertThat(lines).hasSize(1 + made.spoilt().size());
        assertThat(lines.getFirst()).endsWith("keeper_area,set_aside_because,what_to_do");
        String oneMended =
                lines.getFirst()
                        + "\n"
                        + lines.stream()
                                .filter(l -> l.contains("risk_level: It is none of the words"))
                                .findFirst()
                                .orElseThrow()
                                .replace("enormous", "high");
        String next = upload(amy, oneMended);
        ImportWorker worker = worker();
        worker.run();
        assertThat(find(amy, next).ready()).as(String.valueOf(aside(next))).isEqualTo(1);
        imports.confirm(amy, find(amy, next), now);
        runUntilNothingWaits(worker);
        assertThat(find(amy, next).state()).isEqualTo(ImportState.IN);
        assertThat(receipts(WEST)).isEqualTo(before + 5);
    }

    @Test
    void aRowThatWentInAndComesAgainWithOtherDetailsIsSetAside() {
        RegisterFile made = RegisterFile.of(SEED + 1, "C", "westmarsh", 3, 0);
        through(amy, made.csv());
        String changed = upload(amy, made.set(2, ImportColumn.RISK, "high").csv());
        worker().run();
        ImportFile checked = find(amy, changed);
        assertThat(checked.known()).isEqualTo(2);
        assertThat(aside(changed)).containsOnlyKeys(2);
        assertThat(says(aside(changed), 2)).contains("It went in before with other details");
    }

    @Test
    void aKeeperLooksAtTheFirstRowsThatReallyGoIn() {
        RegisterFile made = RegisterFile.of(SEED + 4, "L", "westmarsh", 180, 0);
        RegisterFile known = RegisterFile.of(SEED + 4, "L", "westmarsh", 180, 0);
        String two = String.join("\r\n", known.csv().lines().skip(170).limit(2).toList()) + "\r\n";
        through(amy, known.csv().lines().findFirst().orElseThrow() + "\r\n" + two);
        for (int row = 1; row <= 160; row++) {
            made.set(row, ImportColumn.MONTHS, "");
        }
        String id = upload(amy, made.csv());
        worker().run();
        ImportFile file = find(amy, id);
        assertThat(List.of(file.ready(), file.known(), file.aside())).containsExactly(18, 2, 160);

        Imports.Look look = imports.look(amy, file, 0);
        assertThat(look.aside()).hasSize(Imports.PAGE);
        assertThat(look.ready())
                .extracting(Imports.Ready::number)
                .hasSize(18)
                .doesNotContain(170, 171)
                .startsWith(161);
        assertThat(imports.look(amy, file, 150).aside())
                .extracting(Imports.Aside::number)
                .hasSize(10)
                .startsWith(151);
    }

    @Test
    void whatIsErasedLeavesAnUploadedFileAndEveryOtherRowKeepsItsNumber() {
        RegisterFile made = RegisterFile.of(SEED + 6, "X", "westmarsh", 30, 0);
        made.set(7, ImportColumn.FAMILY_NAME, "Zyxwvuts").set(9, ImportColumn.MONTHS, "");
        String id = upload(amy, made.csv());
        worker().run();
        String localId = imports.look(amy, find(amy, id), 0).ready().get(6).localId();
        UploadedRows uploaded =
                new UploadedRows(transactions, DATABASE.secrets(), RegisterImportTest::directory);

        UploadedRows.Marked rows =
                uploaded.about(
                        List.of(
                                sightline.database.RecordKey.of(
                                        new sightline.core.kernel.SourceRecord(WEST, localId))));
        assertThat(rows.rows()).containsEntry(id, Set.of(7));
        uploaded.end(rows);

        assertThat(find(amy, id).state())
                .as("it is checked again before anybody confirms it")
                .isEqualTo(ImportState.UPLOADED);
        ImportWorker worker = worker();
        worker.run();
        assertThat(aside(id)).containsOnlyKeys(7, 9);
        assertThat(says(aside(id), 7)).contains("Nothing stands in it");
        assertThat(find(amy, id).ready()).isEqualTo(28);
        assertThat(imports.look(amy, find(amy, id), 0).ready())
                .extracting(Imports.Ready::name)
                .noneMatch(n -> n.contains("Zyxwvuts"));
        StringBuilder csv = new StringBuilder();
        imports.aside(amy, find(amy, id), csv::append);
        assertThat(csv.toString()).doesNotContain("Zyxwvuts").doesNotContain(localId + ",");

        imports.confirm(amy, find(amy, id), now);
        runUntilNothingWaits(worker);
        assertThat(find(amy, id).goneIn()).isEqualTo(28);
    }

    @Test
    void anErasureReachesAFileThatIsGoingInAndWhoReadsItBeginsAnew() {
        RegisterFile made = RegisterFile.of(SEED + 7, "Y", "westmarsh", 450, 0);
        String id = upload(amy, made.csv());
        ImportWorker worker = worker();
        worker.run();
        imports.confirm(amy, find(amy, id), now);
        worker.run();
        readAll();
        assertThat(find(amy, id).done()).isEqualTo(200);
        String localId = "Y449";
        UploadedRows uploaded =
                new UploadedRows(transactions, DATABASE.secrets(), RegisterImportTest::directory);
        uploaded.end(
                uploaded.about(
                        List.of(
                                sightline.database.RecordKey.of(
                                        new sightline.core.kernel.SourceRecord(WEST, localId)))));
        assertThat(find(amy, id).aside()).isEqualTo(1);

        runUntilNothingWaits(worker);
        ImportFile file = find(amy, id);
        assertThat(List.of(file.goneIn(), file.aside(), file.ready())).containsExactly(449, 1, 449);
    }

    @Test
    void theirOwnHeadingsAreNamedByAMapping() throws java.io.IOException {
        String theirs =
                RegisterFile.of(SEED + 8, "M", "westmarsh", 2, 0)
                        .csv()
                        .replaceFirst("local_id", "\"Our Ref\"")
                        .replaceFirst("family_name", "Nachname");
        HeadingNames names =
                HeadingNames.read(
                        List.of("# ours", "Our Ref = local_id", "nachname = family_name"));
        String id =
                imports.upload(
                        amy,
                        "theirs.csv",
                        names.applied(
                                new ByteArrayInputStream(theirs.getBytes(StandardCharsets.UTF_8))),
                        now);
        worker().run();
        assertThat(find(amy, id).ready()).as(String.valueOf(aside(id))).isEqualTo(2);
        assertThatThrownBy(() -> HeadingNames.read(List.of("Our Ref = ours")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("says no column");
        assertThatThrownBy(() ->
                        HeadingNames.read(List.of("Vorname = given_names"))
                                .applied(
                                        new ByteArrayInputStream(
                                                theirs.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("has no column “Vorname”");
    }

    @Test
    void aFurtherConvictionOfAPersonGoesInUnderTheSameId() {
        RegisterFile made = RegisterFile.of(SEED + 2, "D", "westmarsh", 2, 0);
        through(amy, made.csv());
        long before = receipts(WEST);
        made.set(1, ImportColumn.OFFENCE, "A later one")
                .set(1, ImportColumn.CONVICTED, "2022-02-01")
                .set(1, ImportColumn.STARTED, "2022-02-01")
                .set(1, ImportColumn.RELEASED, "2023-02-01");
        String further = through(amy, made.csv());
        assertThat(find(amy, further).goneIn()).isEqualTo(1);
        assertThat(receipts(WEST))
                .as("conviction, release and entry are new; the rest was said")
                .isEqualTo(before + 3);
    }

    @Test
    void whoWentInAndComesAgainUnderAnotherLocalIdIsKnownAndNothingIsDoubled() {
        RegisterFile made =
                RegisterFile.of(SEED + 9, "N", "westmarsh", 5, 0).set(2, ImportColumn.PNC, "");
        through(amy, made.csv());
        long once = receipts(WEST);
        made.set(1, ImportColumn.LOCAL_ID, "NEW-1")
                .set(2, ImportColumn.LOCAL_ID, "NEW-2")
                .set(3, ImportColumn.LOCAL_ID, "NEW-3")
                .set(3, ImportColumn.FAMILY_NAME, "Othername")
                .set(4, ImportColumn.LOCAL_ID, "NEW-4")
                .set(4, ImportColumn.CONVICTED, "2023-01-01")
                .set(4, ImportColumn.STARTED, "2023-01-01")
                .set(4, ImportColumn.RELEASED, "2024-01-01");
        String again = upload(amy, made.csv());
        worker().run();
        assertThat(aside(again)).containsOnlyKeys(1, 2, 3, 4);
        for (int row = 1; row <= 4; row++) {
            assertThat(says(aside(again), row)).contains("under another local id of yours");
        }
        assertThat(find(amy, again).known()).isEqualTo(1);
        assertThat(imports.confirm(amy, find(amy, again), now)).isFalse();
        assertThat(receipts(WEST)).isEqualTo(once);

        now = now.plus(Duration.ofDays(91));
        String later = upload(amy, made.csv());
        worker().run();
        assertThat(find(amy, later).ready())
                .as("only the register itself is asked from then on")
                .isEqualTo(4);
    }

    @Test
    void twoFilesThatAreCheckedBeforeEitherGoesInNameOnePersonOnce() {
        RegisterFile made = RegisterFile.of(SEED + 10, "T", "westmarsh", 2, 0);
        String first = upload(amy, made.csv());
        ImportWorker worker = worker();
        worker.run();
        made.set(1, ImportColumn.LOCAL_ID, "T-NEW");
        String second = upload(amy, made.csv());
        worker.run();
        assertThat(find(amy, second).ready()).isEqualTo(2);
        imports.confirm(amy, find(amy, first), now);
        runUntilNothingWaits(worker);
        long once = receipts(WEST);
        imports.confirm(amy, find(amy, second), now);
        runUntilNothingWaits(worker);
        assertThat(receipts(WEST)).isEqualTo(once);
        assertThat(says(aside(second), 1)).contains("under another local id of yours");
        assertThat(find(amy, second).state()).isEqualTo(ImportState.IN);
    }

    @Test
    void twoRowsOfOneFileUnderTwoLocalIdsAreOnePersonByNameAndBirth() {
        RegisterFile made =
                RegisterFile.of(SEED + 11, "V", "westmarsh", 1, 0).set(1, ImportColumn.PNC, "");
        String row = made.csv();
        made.set(1, ImportColumn.LOCAL_ID, "V-NEW").set(1, ImportColumn.RISK, "low");
        String id = upload(amy, row + made.csv().lines().skip(1).findFirst().orElseThrow());
        worker().run();
        assertThat(says(aside(id), 2)).contains("Row 1 has the same name and date of birth");
        assertThat(find(amy, id).ready()).isEqualTo(1);
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        String id = upload(amy, RegisterFile.of(SEED, "E", "westmarsh", 2, 0).csv());
        worker().run();
        ReaderContext tom = keeper("tom", EAST);
        ReaderContext priya =
                new ReaderContext(
                        "s",
                        new UserId("priya"),
                        WEST,
                        Set.of(AccessRole.SOCIAL_WORKER),
                        Set.of(),
                        Set.of(),
                        Purpose.SECTION_47);
        assertThat(imports.find(tom, id)).isEmpty();
        assertThat(imports.find(priya, id)).isEmpty();
        assertThat(imports.newest(tom)).isEmpty();
        assertThat(imports.confirm(tom, find(amy, id), now)).isFalse();
        assertThat(imports.discard(tom, find(amy, id), now)).isFalse();
        String theirs = upload(tom, RegisterFile.of(SEED, "E", "westmarsh", 2, 0).csv());
        worker().run();
        assertThat(find(tom, theirs).aside()).as("rows of another area").isEqualTo(2);
        assertThat(find(tom, theirs).known()).isZero();
        assertThat(imports.discard(amy, find(amy, id), now)).isTrue();
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT count(*) FROM register.import_piece WHERE import_id = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void noNameStandsInTheDatabaseUnsealed() {
        String id =
                upload(
                        amy,
                        RegisterFile.of(SEED + 3, "F", "westmarsh", 40, 0)
                                .set(1, ImportColumn.FAMILY_NAME, "Zyxwvuts")
                                .set(1, ImportColumn.MONTHS, "")
                                .csv());
        worker().run();
        String kept =
                DATABASE.owner()
                        .sql(
                                """
                                SELECT (SELECT string_agg(i::text, '') FROM register.import i WHERE import_id = :id)
                                  || (SELECT string_agg(a::text, '') FROM register.import_aside a WHERE import_id = :id)
                                  || (SELECT string_agg(encode(sealed, 'escape'), '') FROM register.import_piece WHERE import_id = :id)
                                """)
                        .param("id", id)
                        .query(String.class)
                        .single();
        assertThat(kept).doesNotContain("Zyxwvuts").doesNotContain("F0,");
    }

    static Stream<Object[]> hostile() {
        String good = RegisterFile.of(SEED, "H", "westmarsh", 2, 0).csv();
        return Stream.of(
                new Object[] {"empty", new byte[0], "The file is empty"},
                new Object[] {
                    "a zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0}, "a zip or an Excel workbook"
                },
                new Object[] {
                    "NUL bytes", (good + "\0\0").getBytes(StandardCharsets.UTF_8), "no text"
                },
                new Object[] {
                    "no CSV",
                    "{\"this\": \"is JSON\"}".getBytes(StandardCharsets.UTF_8),
                    "names no column that is known"
                },
                new Object[] {
                    "a picture",
                    new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
                    "no text"
                },
                new Object[] {
                    "header only",
                    good.lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8),
                    "no rows"
                },
                new Object[] {
                    "one column less",
                    good.replace("family_name", "fmlynm").getBytes(StandardCharsets.UTF_8),
                    "no column family_name"
                },
                new Object[] {
                    "a column twice",
                    good.replace("other_names", "surname").getBytes(StandardCharsets.UTF_8),
                    "Two columns are both"
                },
                new Object[] {
                    "10,000 columns",
                    (",x".repeat(10_000) + "\n" + good).getBytes(StandardCharsets.UTF_8),
                    "more than 2000 cells"
                },
                new Object[] {
                    "a quote never closed",
                    (good + "\"never closed,1\n2\n").getBytes(StandardCharsets.UTF_8),
                    "From row 3 on"
                },
                new Object[] {
                    "a field of 1 MiB",
                    (good + "\"" + "y".repeat(1_048_577) + "\"\n").getBytes(StandardCharsets.UTF_8),
                    "From row 3 on"
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileFileIsRefusedInWordsAndNothingGoesIn(String what, byte[] bytes, String says) {
        long before = receipts(WEST);
        String why;
        try {
            String id = imports.upload(amy, "hostile.csv", new ByteArrayInputStream(bytes), now);
            worker().run();
            ImportFile file = find(amy, id);
            assertThat(file.state()).as(what).isEqualTo(ImportState.UNREADABLE);
            assertThat(aside(id)).isEmpty();
            why = file.unreadable().orElseThrow();
        } catch (UnreadableFile refused) {
            why = refused.getMessage();
        }
        assertThat(why).as(what).contains(says);
        assertThat(receipts(WEST)).isEqualTo(before);
    }

    @Test
    void utf16WindowsLettersSemicolonsAndOtherHeadingsAreUnderstood() {
        String good =
                RegisterFile.of(SEED + 12, "U", "westmarsh", 2, 0)
                        .set(1, ImportColumn.FAMILY_NAME, "Ébène")
                        .csv();
        String excel =
                good.replace("family_name", "Surname")
                        .replace("date_of_birth", "DOB")
                        .replace("local_id", "Local ID");
        for (byte[] bytes :
                List.of(
                        ("\uFEFF" + good).getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF"
                                        + excel.replace("\"", "")
                                                .replace(", Westmarsh", " Westmarsh")
                                                .replace(',', '\t'))
                                .getBytes(StandardCharsets.UTF_16LE),
                        excel.replace("\"", "")
                                .replace(", Westmarsh", " Westmarsh")
                                .replace(',', ';')
                                .getBytes(ImportCharset.WINDOWS))) {
            String id = imports.upload(amy, "any.csv", new ByteArrayInputStream(bytes), now);
            worker().run();
            ImportFile file = find(amy, id);
            assertThat(file.ready()).as(file.charset() + aside(id)).isEqualTo(2);
            assertThat(imports.look(amy, file, 0).ready().getFirst().name()).endsWith("Ébène");
            imports.discard(amy, file, now);
        }
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsNeutralised() {
        assertThat(
                        CsvCells.row(
                                List.of(
                                        "=1+1",
                                        "+44",
                                        "-2",
                                        "@x",
                                        "a,b",
                                        "say \"so\"",
                                        "\tx",
                                        "plain")))
                .isEqualTo("'=1+1,'+44,'-2,'@x,\"a,b\",\"say \"\"so\"\"\",'\tx,plain\r\n");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> imports.upload(amy, "big.csv", new Endless(), now))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("larger than 64 MB");
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT count(*) FROM register.import WHERE file_name = 'big.csv'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /** Letters without end. */
    private static final class Endless extends java.io.InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] into, int start, int length) {
            java.util.Arrays.fill(into, start, start + length, (byte) 'x');
            return length;
        }
    }

    private String through(ReaderContext reader, String csv) {
        String id = upload(reader, csv);
        ImportWorker worker = worker();
        worker.run();
        assertThat(imports.confirm(reader, find(reader, id), now))
                .as(String.valueOf(aside(id)))
                .isTrue();
        runUntilNothingWaits(worker);
        return id;
    }

    private String upload(ReaderContext reader, String csv) {
        now = now.plus(Duration.ofMinutes(1));
        return imports.upload(
                reader,
                "register.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                now);
    }

    private void runUntilNothingWaits(ImportWorker worker) {
        for (int i = 0; i < ROWS && worker.run(); i++) {
            readAll();
        }
        readAll();
        worker.run();
    }

    /** The pipeline's part: here nobody reads, and what waits is taken away. */
    private static void readAll() {
        DATABASE.owner().sql("DELETE FROM feeds.unread").update();
    }

    private static void speed(String what, int rows, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s %d rows in %.1f s, %.0f a second%n", what, rows, seconds, rows / seconds);
    }

    @Test
    void whatNamesThoseWhoWentInEndsAndThatTheirRowsAreInDoesNot() {
        RegisterFile made = RegisterFile.of(SEED + 31, "Q", "westmarsh", 40, 0);
        String id = upload(amy, made.csv());
        ImportWorker worker = worker();
        worker.run();
        assertThat(imports.confirm(amy, find(amy, id), now)).isTrue();
        runUntilNothingWaits(worker);
        long rows = kept(id, "named_at IS NULL");
        assertThat(rows).isEqualTo(40);
        assertThat(kept(id, "named_at IS NOT NULL")).isGreaterThanOrEqualTo(40);

        now = now.plus(Duration.ofDays(90));
        worker.forgetOld();
        assertThat(kept(id, "named_at IS NOT NULL")).isGreaterThanOrEqualTo(40);
        now = now.plus(Duration.ofSeconds(1));
        worker.forgetOld();
        assertThat(kept(id, "named_at IS NOT NULL")).isZero();
        assertThat(kept(id, "named_at IS NULL")).isEqualTo(rows);

        String again = upload(amy, made.csv());
        worker.run();
        assertThat(find(amy, again).known()).isEqualTo(40);
    }

    private static long kept(String id, String which) {
        return DATABASE.owner()
                .sql("SELECT count(*) FROM register.imported WHERE import_id = :id AND " + which)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static List<String> keys(String id) {
        return DATABASE.owner()
                .sql("SELECT row_key FROM register.imported WHERE import_id = :id")
                .param("id", id)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** As if killed after a part was sent, and before that was noted. */
    private static void forgetLastPart(String id, ImportFile half, List<String> before) {
        DATABASE.owner()
                .sql(
                        "DELETE FROM register.imported WHERE import_id = :id AND NOT row_key = ANY (:keys)")
                .param("id", id)
                .param("keys", before.toArray(String[]::new))
                .update();
        DATABASE.owner()
                .sql(
                        """
                        UPDATE register.import SET done = done - 200, gone_in = gone_in - (
                          SELECT 200 - count(*) FROM register.import_aside a
                           WHERE a.import_id = :id AND a.row_number > :done - 200 AND a.row_number <= :done)
                         WHERE import_id = :id
                        """)
                .param("id", id)
                .param("done", half.done())
                .update();
    }

    private ImportWorker worker() {
        return new ImportWorker(
                transactions,
                new Entries(intake),
                files,
                new OnRegister(
                        transactions,
                        new Identities(DATABASE.secrets(), new Facts(DATABASE.secrets()))),
                () -> now);
    }

    private ImportFile find(ReaderContext reader, String id) {
        return imports.find(reader, id).orElseThrow();
    }

    private NavigableMap<Integer, List<RowProblem>> aside(String id) {
        return transactions.asReader(
                amy, List.of(), sql -> new ImportStore(sql).aside(id, 0, 1_000));
    }

    private static String says(Map<Integer, List<RowProblem>> aside, int row) {
        return aside.getOrDefault(row, List.of()).stream()
                .map(Imports::says)
                .collect(Collectors.joining(" "));
    }

    private void reasons(String id, Map<Integer, Spoilt> spoilt) {
        NavigableMap<Integer, List<RowProblem>> aside = aside(id);
        assertThat(aside.keySet()).isEqualTo(new java.util.TreeSet<>(spoilt.keySet()));
        List<String> wrong = new ArrayList<>();
        aside.forEach((row, problems) -> {
            String says = problems.stream().map(Imports::says).collect(Collectors.joining(" "));
            if (!says.contains(Objects.requireNonNull(spoilt.get(row)).says())
                    || problems.stream().anyMatch(p -> p.fix().isBlank())) {
                wrong.add(row + " " + spoilt.get(row) + ": " + says);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /**
     * Conviction, release, entry, notification, risk: five a row, each good row of its own person.
     */
    private static long messagesOf(RegisterFile made) {
        return 5L * (made.size() - made.spoilt().size());
    }

    private static long receipts(AgencyId sender) {
        return DATABASE.owner()
                .sql(
                        "SELECT count(*) FROM feeds.receipt WHERE sender = :s AND readable AND channel = 'page'")
                .param("s", sender.value())
                .query(Long.class)
                .single();
    }

    private static long conflicts() {
        return DATABASE.owner()
                .sql("SELECT count(*) FROM feeds.conflict")
                .query(Long.class)
                .single();
    }

    private static ReaderContext keeper(String user, AgencyId agency) {
        return new ReaderContext(
                "s-" + user,
                new UserId(user),
                agency,
                Set.of(AccessRole.REGISTER_KEEPER),
                Set.of(),
                Set.of(),
                Purpose.REGISTER);
    }
}
