package sightline.directory;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.DirectoryChange;
import sightline.core.directory.DirectoryEntries;
import sightline.core.directory.FixedDirectory;
import sightline.core.kernel.AreaId;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * The directory of one database. Ask for it once at the start of a piece of work, and use what was
 * handed out until its end: it does not change under the work. Safe for many threads.
 */
public final class PostgresDirectory {
    private record Read(long version, FixedDirectory directory) {}

    private final Transactions transactions;
    private final AtomicReference<Read> last = new AtomicReference<>();

    /** The directory in the database that these transactions reach. */
    public PostgresDirectory(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The directory as it is now, in a transaction of its own. */
    public FixedDirectory now() {
        return transactions.asJob(JobName.WATCH, this::now);
    }

    /** The directory as the transaction sees it: one short query unless it has changed. */
    public FixedDirectory now(JdbcClient sql) {
        var version = version(sql);
        var read = last.get();
        if (read != null && read.version() == version) {
            return read.directory();
        }
        var directory = FixedDirectory.of(EntryReader.read(sql), editionOf(sql, version));
        if (version(sql) != version) {
            return now(sql);
        }
        last.set(new Read(version, directory));
        return directory;
    }

    /** What bore on what follows from facts in an edition: areas, agencies, posts, school days. */
    public static FixedDirectory edition(JdbcClient sql, long edition) {
        return FixedDirectory.of(EntryReader.edition(sql, edition), edition);
    }

    /** The edition that a version has. */
    private static long editionOf(JdbcClient sql, long version) {
        return sql.sql(
                        "SELECT coalesce(max(edition), 0) FROM directory.edition WHERE edition <= :version")
                .param("version", version)
                .query(Long.class)
                .single();
    }

    /** Keeps what bears on what follows, where it is not what the newest edition has. */
    private static void keepEdition(JdbcClient sql) {
        sql.sql(
                        """
                        INSERT INTO directory.edition (edition, entries)
                        SELECT v.version, b.entries FROM directory.version v, LATERAL (SELECT %s) AS b(entries)
                         WHERE b.entries IS DISTINCT FROM (
                           SELECT e.entries FROM directory.edition e ORDER BY e.edition DESC LIMIT 1)
                        """
                                .formatted(EntryReader.written()))
                .update();
    }

    /**
     * Puts entries in the place of all there are.
     *
     * @throws IllegalArgumentException listing every entry that is double or refers to none
     */
    public void replace(DirectoryEntries entries) {
        FixedDirectory.of(entries);
        transactions.asJob(
                JobName.SEED,
                sql -> {
                    raiseVersion(sql);
                    EntryRows.write(sql, entries);
                    keepEdition(sql);
                    return true;
                });
    }

    /**
     * Adds entries after those there are.
     *
     * @throws IllegalArgumentException listing every entry that is double or refers to none
     */
    public void add(DirectoryEntries more) {
        transactions.asJob(
                JobName.SEED,
                sql -> {
                    raiseVersion(sql);
                    var all = together(EntryReader.read(sql), more);
                    FixedDirectory.of(all);
                    EntryRows.write(sql, all);
                    keepEdition(sql);
                    return true;
                });
    }

    /**
     * Makes a change, with what else is to stand or fall with it.
     *
     * @param allowed asked with the area concerned, of the entries as they are then
     * @return false where that says no; nothing is changed then
     * @throws IllegalArgumentException saying why it cannot be made and what to do
     */
    public boolean change(DirectoryChange change, Predicate<Optional<AreaId>> allowed) {
        return transactions.asJob(
                JobName.SEED,
                sql -> {
                    raiseVersion(sql);
                    var now = EntryReader.read(sql);
                    if (!allowed.test(change.area(now))) {
                        return false;
                    }
                    var then = change.in(now);
                    FixedDirectory.of(then);
                    EntryRows.write(sql, then);
                    keepEdition(sql);
                    return true;
                });
    }

    private static long version(JdbcClient sql) {
        return sql.sql("SELECT version FROM directory.version").query(Long.class).single();
    }

    /** First of all: its row is the lock by which writers wait for each other. */
    private static void raiseVersion(JdbcClient sql) {
        sql.sql("UPDATE directory.version SET version = version + 1").update();
    }

    private static DirectoryEntries together(DirectoryEntries now, DirectoryEntries more) {
        return new DirectoryEntries(
                both(now.areas(), more.areas()),
                both(now.agencies(), more.agencies()),
                both(now.teams(), more.teams()),
                both(now.posts(), more.posts()),
                both(now.holders(), more.holders()),
                both(now.covers(), more.covers()),
                both(now.leaves(), more.leaves()),
                both(now.rotas(), more.rotas()),
                both(now.routes(), more.routes()),
                both(now.schools(), more.schools()));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
