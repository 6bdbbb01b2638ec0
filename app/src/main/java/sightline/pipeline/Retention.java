package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.identity.RecordDetails;
import sightline.core.kernel.London;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.facts.RetentionPack;
import sightline.facts.RetentionPack.Kept;
import sightline.identity.Identities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds whose retention period has ended: everybody, page by page, by the kinds of their entries,
 * their birth and their newest entry. It erases nothing; what a hold keeps is not listed.
 */
public final class Retention {
    private static final int PAGE = 200;

    private final Transactions transactions;
    private final Identities identities;
    private final RetentionPack pack;

    public Retention(Transactions transactions, Secrets secrets, RetentionPack pack) {
        this.transactions = transactions;
        this.identities = new Identities(secrets, new Facts(secrets));
        this.pack = pack;
    }

    /**
     * A person whose records are due to end.
     *
     * @param records how many source records
     * @param kept the longest period that applied, and when it ended
     */
    public record Due(PersonId person, int records, Kept kept) {
        /** The rule of an order that ends them. */
        public String rule() {
            return "retention:" + kept.period().key();
        }
    }

    /** Somebody, as the page of a query has them. */
    private record Somebody(
            PersonId person, Set<String> kinds, LocalDate newest, List<UUID> records) {}

    /** Whose records are due by the end of a day, at most {@code limit}, by person. */
    public List<Due> due(Instant now, int limit) {
        LocalDate today = London.day(now);
        List<Due> due = new ArrayList<>();
        String after = "";
        while (due.size() < limit) {
            String from = after;
            List<Somebody> page = transactions.asJob(JobName.RETENTION, sql -> page(sql, from));
            if (page.isEmpty()) {
                break;
            }
            for (Somebody one : page) {
                born(one)
                        .flatMap(b -> pack.kept(one.kinds(), Optional.of(b), one.newest(), today))
                        .filter(kept -> kept.until().isBefore(today))
                        .ifPresent(k -> due.add(new Due(one.person(), one.records().size(), k)));
            }
            after = page.getLast().person().value();
        }
        return due.stream().limit(limit).toList();
    }

    /** The records of a person who is due, to be named in an order; empty for anybody else. */
    public Optional<Due> dueNow(PersonId person, Instant now) {
        return due(now, Integer.MAX_VALUE).stream()
                .filter(d -> d.person().equals(person))
                .findFirst();
    }

    /** The source records of a person. */
    public List<SourceRecord> records(PersonId person) {
        return transactions.asJob(
                JobName.RETENTION,
                sql ->
                        identities.in(sql).recordsOf(Set.of(person)).values().stream()
                                .flatMap(List::stream)
                                .map(m -> m.record())
                                .sorted()
                                .toList());
    }

    private static List<Somebody> page(JdbcClient sql, String after) {
        return sql.sql(
                        """
                        WITH wanted AS (
                          SELECT DISTINCT person FROM identity.person WHERE person > :after ORDER BY person LIMIT :limit)
                        SELECT p.person, array_agg(DISTINCT f.kind), max(f.received_at),
                               array_agg(DISTINCT p.record_key),
                               bool_or(EXISTS (SELECT FROM facts.hold h
                                                WHERE h.record_key = p.record_key AND h.lifted_at IS NULL))
                          FROM wanted w JOIN identity.person p ON p.person = w.person
                          LEFT JOIN facts.participant x ON x.record_key = p.record_key
                          LEFT JOIN facts.fact f ON f.position = x.position
                         GROUP BY p.person ORDER BY p.person
                        """)
                .param("after", after)
                .param("limit", PAGE)
                .query((row, _) -> somebody(row))
                .list();
    }

    /** Who is held is given no kinds, so that no period applies. */
    private static Somebody somebody(ResultSet row) throws SQLException {
        OffsetDateTime newest = row.getObject(3, OffsetDateTime.class);
        boolean held = row.getBoolean(5) || newest == null;
        return new Somebody(
                new PersonId(Objects.requireNonNull(row.getString(1))),
                held ? Set.of(HELD) : kinds(row),
                newest == null ? LocalDate.MAX.minusYears(200) : London.day(newest.toInstant()),
                Arrays.asList((UUID[]) Objects.requireNonNull(row.getArray(4)).getArray()));
    }

    private static final String HELD = "";

    private static Set<String> kinds(ResultSet row) throws SQLException {
        return Set.copyOf(
                Arrays.asList((String[]) Objects.requireNonNull(row.getArray(2)).getArray()));
    }

    /** The latest day on which somebody may have been born; none while a hold stands. */
    private Optional<LocalDate> born(Somebody one) {
        if (one.kinds().contains(HELD)) {
            return Optional.empty();
        }
        return transactions.asJob(JobName.RETENTION, sql -> details(sql, one.records())).stream()
                .flatMap(d -> d.datesOfBirth().stream())
                .map(PartialDate::latest)
                .max(Comparator.naturalOrder());
    }

    private List<RecordDetails> details(JdbcClient sql, List<UUID> records) {
        return sql.sql(
                        "SELECT details FROM identity.details WHERE record_key = ANY (:keys::uuid[])")
                .param("keys", SqlArrays.keys(records))
                .query((row, _) ->
                        identities.details(
                                HexFormat.of().formatHex(Objects.requireNonNull(row.getBytes(1)))))
                .list();
    }
}
