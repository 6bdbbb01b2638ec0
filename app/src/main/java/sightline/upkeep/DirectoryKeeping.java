package sightline.upkeep;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryChange;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Changes of the directory by those who keep it: platform operators all of it, administrators of a
 * safeguarding partnership what concerns their own area. The journal is written first.
 */
public final class DirectoryKeeping {
    private static final int DETAIL = 180;

    private final Transactions transactions;
    private final PostgresDirectory directory;
    private final Journal journal;

    public DirectoryKeeping(
            Transactions transactions, PostgresDirectory directory, Journal journal) {
        this.transactions = transactions;
        this.directory = directory;
        this.journal = journal;
    }

    /** Whether somebody keeps any of it. */
    public static boolean keeps(ReaderContext by, Directory now) {
        return operates(by) || ownArea(by, now).isPresent();
    }

    /** Whether somebody keeps what concerns an area. */
    public static boolean keeps(ReaderContext by, Directory now, AreaId area) {
        return operates(by) || ownArea(by, now).filter(area::equals).isPresent();
    }

    private static boolean operates(ReaderContext by) {
        return by.reason() == Purpose.ADMINISTRATION
                && by.accessRoles().contains(AccessRole.PLATFORM_OPERATOR);
    }

    private static Optional<AreaId> ownArea(ReaderContext by, Directory now) {
        return by.reason() == Purpose.ADMINISTRATION
                        && by.accessRoles().contains(AccessRole.AGENCY_ADMINISTRATOR)
                ? now.agency(by.agencyId())
                        .filter(a -> a.type() == AgencyType.PARTNERSHIP)
                        .map(Agency::area)
                : Optional.empty();
    }

    /** What there is, by whoever keeps any of it; the look is in the journal. */
    public Optional<Kept> look(ReaderContext by) {
        var now = directory.now();
        if (!keeps(by, now)) {
            record(by, Event.DENY, "/directory");
            return Optional.empty();
        }
        record(by, Event.VISIT, "/directory");
        return Optional.of(new Kept(now.entries().areas(), now.entries().agencies()));
    }

    /** Areas and agencies, in the order entered. */
    public record Kept(List<Area> areas, List<Agency> agencies) {
        public Kept {
            areas = List.copyOf(areas);
            agencies = List.copyOf(agencies);
        }
    }

    /**
     * Makes a change; false where it is not theirs to make.
     *
     * @throws IllegalArgumentException saying why it cannot be made, and what to do
     */
    public boolean change(ReaderContext by, DirectoryChange change, Instant now) {
        String said = change.said();
        record(
                by,
                Event.POLICY_CHANGE,
                "directory, "
                        + London.day(now)
                        + ": "
                        + said.substring(0, Math.min(said.length(), DETAIL - 24)));
        var then = directory.now();
        return directory.change(
                change, area -> operates(by) || area.filter(a -> keeps(by, then, a)).isPresent());
    }

    private void record(ReaderContext by, Event event, String detail) {
        transactions.asReader(by, List.of(), sql -> journal.write(sql, Entry.of(event, detail)));
    }
}
