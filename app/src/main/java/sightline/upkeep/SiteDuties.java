package sightline.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.AgencyId;
import sightline.core.upkeep.SiteChange;
import sightline.core.upkeep.SiteDutyKind;
import sightline.database.Claims;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The duties that concern no person, as last worked out, and what happened to them. No personal
 * data: any context may read them, except what is owed of a case review, which is for whoever owes
 * it or was told.
 */
public final class SiteDuties {
    private final Transactions transactions;
    private final Journal journal;

    public SiteDuties(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /**
     * What happened to a duty.
     *
     * @param at when; for an escalation the moment of its rung
     * @param to who owed it, or was told, as {@code AGENCY/ROLE}
     */
    public record Happened(
            String key,
            SiteChange.What what,
            int level,
            Instant at,
            List<String> to,
            String words,
            Instant recorded) {
        public Happened {
            to = List.copyOf(to);
        }
    }

    /** Everything that is owed, the longest late first; in the transaction of whoever asks. */
    public static List<OpenSiteDuty> open(JdbcClient sql) {
        return sql.sql("SELECT * FROM upkeep.duty ORDER BY due_at, key")
                .query((row, _) -> duty(row))
                .list();
    }

    /** Everything that is owed, for a command of the operator. */
    public List<OpenSiteDuty> open() {
        return transactions.asJob(JobName.WATCH, SiteDuties::open);
    }

    /** What a reader owes or was told of, the longest late first; the look is in the journal. */
    public List<OpenSiteDuty> mine(Claims reader) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    var duties = mine(sql);
                    if (!duties.isEmpty()) {
                        journal.write(sql, Entry.of(Event.VISIT, "/work#sources"));
                    }
                    return duties;
                });
    }

    /** Whether a reader owes, or was told of, that a sender is paused, and so may release it. */
    public boolean mayRelease(Claims reader, AgencyId sender) {
        return transactions.asReader(reader, List.of(), SiteDuties::mine).stream()
                .anyMatch(d ->
                        d.kind() == SiteDutyKind.READING_PAUSED
                                && d.source().equals(Optional.of(sender)));
    }

    /**
     * Everything that is owed about the sources and the installation, for a reader; the page that
     * shows it is in the journal.
     */
    public List<OpenSiteDuty> all(Claims reader) {
        return transactions.asReader(reader, List.of(), SiteDuties::open).stream()
                .filter(d -> !d.kind().ofReview())
                .toList();
    }

    /** What happened to a duty or to all, the newest first. */
    public static List<Happened> happened(JdbcClient sql, Optional<String> key, int limit) {
        return sql.sql(
                        """
                        SELECT * FROM upkeep.change WHERE :key::text IS NULL OR key = :key
                         ORDER BY change_id DESC LIMIT :limit
                        """)
                .param("key", key.orElse(null))
                .param("limit", limit)
                .query((row, _) ->
                        new Happened(
                                row.getString("key"),
                                SiteChange.What.of(row.getString("what")),
                                row.getInt("level"),
                                row.getTimestamp("at").toInstant(),
                                texts(row, "recipients"),
                                row.getString("words"),
                                row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    private static List<OpenSiteDuty> mine(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT * FROM upkeep.duty
                         WHERE owed_by && (SELECT access.addresses()) OR told && (SELECT access.addresses())
                         ORDER BY due_at, key
                        """)
                .query((row, _) -> duty(row))
                .list();
    }

    private static OpenSiteDuty duty(ResultSet row) throws SQLException {
        return new OpenSiteDuty(
                row.getString("key"),
                SiteDutyKind.of(row.getString("kind")),
                Optional.ofNullable(row.getString("source")).map(AgencyId::new),
                row.getString("words"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                texts(row, "owed_by"),
                texts(row, "told"),
                row.getInt("level"),
                row.getTimestamp("next_at").toInstant(),
                texts(row, "next_to"),
                row.getTimestamp("opened_at").toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
