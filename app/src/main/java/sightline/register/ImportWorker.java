package sightline.register;

import org.jspecify.annotations.Nullable;

import sightline.access.UserId;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.facts.RetentionPack;
import sightline.feeds.Answer;
import sightline.feeds.Entries;
import sightline.feeds.Intake;
import sightline.feeds.Receipt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Checks files and sends what was confirmed of them, a part at a time. Whoever works on a file
 * holds it for some seconds at a time; where a process is killed, another takes it up at the part
 * that was not finished, and what that part had sent already is not sent again.
 */
public final class ImportWorker {
    private static final int ROWS = 200;
    private static final Duration HELD = Duration.ofSeconds(15);
    private static final Duration KEPT = Duration.ofDays(90);

    /** For how long somebody who went in is known by what names them. */
    private static final Duration NAMES_KEPT =
            Duration.ofDays(RetentionPack.shipped().trace("import-names").days());

    /** So many messages may wait to be read before more are sent: live messages never wait long. */
    private static final long WAITING = 2_000;

    private final Transactions transactions;
    private final Entries entries;
    private final ImportFiles files;
    private final OnRegister register;
    private final InstantSource clock;
    private final String name = UUID.randomUUID().toString();
    private @Nullable Going going;

    /** A file that is going in, with how far its rows were read. */
    private record Going(String id, ImportTable table, RowReader reader) {}

    /** As which a file is remembered that was read up to a row. */
    private static String going(ImportFile file, int done) {
        return file.id() + "|" + file.edition() + "|" + done;
    }

    ImportWorker(
            Transactions transactions,
            Entries entries,
            ImportFiles files,
            OnRegister register,
            InstantSource clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.files = files;
        this.register = register;
        this.clock = clock;
    }

    /** Does the next part of whatever waits; whether more may be done at once. */
    public boolean run() {
        Instant now = clock.instant();
        Optional<ImportFile> next = store(s -> s.claim(name, now, now.plus(HELD)));
        if (next.isEmpty()) {
            going = null;
            return false;
        }
        ImportFile file = next.get();
        return file.state() == ImportState.UPLOADED ? check(file) : goIn(file);
    }

    /** Throws away what nobody has touched for 90 days, and names whose retention has ended. */
    public void forgetOld() {
        store(s -> {
            s.forgetBefore(clock.instant().minus(KEPT));
            return s.forgetNames(clock.instant().minus(NAMES_KEPT));
        });
    }

    private boolean check(ImportFile file) {
        store(s -> {
            s.uncheck(file.id());
            return true;
        });
        try {
            return checked(file, files.open(file, n -> store(s -> s.piece(file.id(), n))));
        } catch (UnreadableFile unreadable) {
            store(s -> {
                s.unreadable(
                        file.id(),
                        Objects.requireNonNull(unreadable.getMessage()),
                        clock.instant());
                return true;
            });
            return true;
        }
    }

    private boolean checked(ImportFile file, ImportTable table) {
        RowReader reader = files.reader(file);
        FileCheck check = check(file, file.uploadedBy());
        int[] counts = new int[3];
        List<Integer> firstReady = new ArrayList<>();
        int rows = 0;
        List<CheckedRow> part = part(table, reader);
        while (!part.isEmpty()) {
            rows += part.size();
            if (!part(file, check, part, rows, counts, firstReady)) {
                return true;
            }
            part = part(table, reader);
        }
        if (rows == 0) {
            throw new UnreadableFile("The file has a first line and no rows. Nothing is to go in.");
        }
        return store(s -> {
            s.checked(file.id(), firstReady, clock.instant());
            return true;
        });
    }

    /** Looks at some rows; false where the file is no longer this process's. */
    private boolean part(
            ImportFile file,
            FileCheck check,
            List<CheckedRow> part,
            int rows,
            int[] counts,
            List<Integer> firstReady) {
        Map<String, String> imported = store(s -> s.imported(file.agency(), keys(part)));
        List<CheckedRow> looked = check.look(part, imported, named(file, part));
        TreeMap<Integer, List<RowProblem>> aside = new TreeMap<>();
        for (CheckedRow row : looked) {
            if (!row.problems().isEmpty()) {
                aside.put(row.row().number(), row.problems());
                counts[2]++;
            } else if (imported.containsKey(row.key())) {
                counts[1]++;
            } else {
                counts[0]++;
                if (firstReady.size() < Imports.PAGE) {
                    firstReady.add(row.row().number());
                }
            }
        }
        return store(s -> {
            if (!s.hold(file.id(), name, clock.instant().plus(HELD))) {
                return false;
            }
            s.aside(file.id(), file.agency(), aside);
            s.counted(file.id(), rows, counts[0], counts[1], counts[2]);
            return true;
        });
    }

    private static List<CheckedRow> part(ImportTable table, RowReader reader) {
        List<CheckedRow> part = new ArrayList<>();
        while (part.size() < ROWS) {
            Optional<ImportRow> row = table.next();
            if (row.isEmpty()) {
                return part;
            }
            part.add(reader.read(row.get()));
        }
        return part;
    }

    private FileCheck check(ImportFile file, String by) {
        return new FileCheck(file.agency(), new UserId(by), register, files.seal());
    }

    private Map<String, String> named(ImportFile file, Collection<CheckedRow> rows) {
        List<String> names = rows.stream().flatMap(r -> r.names().stream()).toList();
        Instant since = clock.instant().minus(NAMES_KEPT);
        return store(s -> s.named(file.agency(), names, since));
    }

    private static List<String> keys(List<CheckedRow> rows) {
        return rows.stream().map(CheckedRow::key).filter(k -> !k.isEmpty()).toList();
    }

    private boolean goIn(ImportFile file) {
        if (entries.unread(file.firstReceipt().orElse(Long.MAX_VALUE), Long.MAX_VALUE) > WAITING) {
            return false;
        }
        if (file.done() < file.rows()) {
            sendNext(file);
            return true;
        }
        return ended(file);
    }

    private void sendNext(ImportFile file) {
        Going at = at(file);
        List<CheckedRow> part = part(at.table(), at.reader());
        int done = part.isEmpty() ? file.rows() : part.getLast().row().number();
        Set<Integer> aside =
                new HashSet<>(store(s -> s.aside(file.id(), file.done(), ROWS)).keySet());
        Map<String, String> before = store(s -> s.imported(file.agency(), keys(part)));
        Map<String, CheckedRow> fresh = new LinkedHashMap<>();
        TreeMap<Integer, List<RowProblem>> late = new TreeMap<>();
        for (CheckedRow row : part) {
            if (aside.contains(row.row().number()) || !row.problems().isEmpty()) {
                continue;
            }
            String known = before.get(row.key());
            if (known == null) {
                fresh.put(row.key(), row);
            } else if (!known.equals(row.content())) {
                late.put(
                        row.row().number(),
                        List.of(
                                RowProblem.row(
                                        "It went in from another file meanwhile, with other details.",
                                        "Record what has changed on the person’s page.")));
            }
        }
        FileCheck check = check(file, file.confirmedBy().orElse(file.uploadedBy()));
        for (String key : check.meanwhile(fresh.values(), named(file, fresh.values()))) {
            CheckedRow row = Objects.requireNonNull(fresh.remove(key));
            late.put(row.row().number(), List.of(FileCheck.ELSEWHERE));
        }
        if (!store(s -> s.hold(file.id(), name, clock.instant().plus(HELD)))) {
            // Another works on it, or rows of it were ended while they were read: nothing is sent.
            going = null;
            return;
        }
        Sent sent =
                send(file, fresh.values().stream().flatMap(r -> r.messages().stream()).toList());
        Map<String, String> contents = new LinkedHashMap<>();
        fresh.forEach((key, row) -> contents.put(key, row.content()));
        store(s -> {
            if (!s.hold(file.id(), name, clock.instant().plus(HELD))) {
                going = null;
                return false;
            }
            s.imported(file.id(), file.agency(), contents);
            s.naming(file.id(), file.agency(), check.naming(fresh.values()), clock.instant());
            s.aside(file.id(), file.agency(), late);
            s.counted(
                    file.id(),
                    file.rows(),
                    file.ready() - late.size(),
                    file.known(),
                    file.aside() + late.size());
            s.went(file.id(), done, fresh.size(), sent.fresh(), sent.first(), sent.last());
            return true;
        });
    }

    private Going at(ImportFile file) {
        if (going != null && going.id().equals(going(file, file.done()))) {
            Going known = going;
            going =
                    new Going(
                            going(file, Math.min(file.rows(), file.done() + ROWS)),
                            known.table(),
                            known.reader());
            return known;
        }
        ImportTable table = files.open(file, n -> store(s -> s.piece(file.id(), n)));
        for (int passed = 0; passed < file.done(); passed++) {
            Objects.requireNonNull(table.next());
        }
        RowReader reader = files.reader(file);
        going = new Going(going(file, Math.min(file.rows(), file.done() + ROWS)), table, reader);
        return new Going(file.id(), table, reader);
    }

    /**
     * Sends what was never sent: what a killed part had sent has its receipts already.
     *
     * @return the receipts of all of them, and how many are new
     */
    private Sent send(ImportFile file, List<ImportMessage> messages) {
        Map<String, ImportMessage> all = new LinkedHashMap<>();
        messages.forEach(m -> all.putIfAbsent(m.id(), m));
        Map<String, Long> before = entries.sentBefore(file.agency(), all.keySet());
        List<byte[]> bodies =
                all.values().stream()
                        .filter(m -> !before.containsKey(m.id()))
                        .map(ImportMessage::bytes)
                        .toList();
        UserId by = new UserId(file.confirmedBy().orElse(file.uploadedBy()));
        List<Long> receipts = new ArrayList<>(before.values());
        for (int from = 0; from < bodies.size(); from += Intake.BATCH_MAX) {
            List<byte[]> some =
                    bodies.subList(from, Math.min(bodies.size(), from + Intake.BATCH_MAX));
            entries.submitAll(file.agency(), by, some)
                    .forEach(
                            answer -> receipt(answer).ifPresent(r -> receipts.add(r.id().value())));
        }
        return new Sent(receipts, bodies.size());
    }

    private static Optional<Receipt> receipt(Answer answer) {
        return switch (answer) {
            case Answer.Kept kept -> Optional.of(kept.receipt());
            case Answer.KeptBefore kept -> Optional.of(kept.receipt());
            case Answer.Conflicting _, Answer.TooLarge _ -> Optional.empty();
        };
    }

    /** Which receipts the messages of a part have, and how many of them were new. */
    private record Sent(List<Long> receipts, int fresh) {
        Sent {
            receipts = receipts.stream().sorted().toList();
        }

        @Nullable Long first() {
            return receipts.isEmpty() ? null : receipts.getFirst();
        }

        @Nullable Long last() {
            return receipts.isEmpty() ? null : receipts.getLast();
        }
    }

    /** Everything is sent; it is in when everything is read. */
    private boolean ended(ImportFile file) {
        boolean read =
                file.lastReceipt()
                        .map(last -> entries.unread(file.firstReceipt().orElse(last), last) == 0)
                        .orElse(true);
        if (read) {
            store(s -> {
                s.in(file.id(), clock.instant());
                return true;
            });
        }
        return read;
    }

    private <T> T store(java.util.function.Function<ImportStore, T> work) {
        return transactions.asJob(JobName.REGISTER_IMPORT, sql -> work.apply(new ImportStore(sql)));
    }
}
