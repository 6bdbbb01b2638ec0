package sightline.alerts;

import sightline.access.ReaderContext;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.household.Reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What other agencies owe because of what the reader's own sent, with on whose list it stands since
 * when and whether a named person has opened it: nobody needs to telephone to ask.
 */
public final class OwedToUs {
    private static final int PEOPLE = 50;

    private final Transactions transactions;
    private final Reading reading;

    OwedToUs(Transactions transactions, Reading reading) {
        this.transactions = transactions;
        this.reading = reading;
    }

    /**
     * On whose list a duty stands.
     *
     * @param key of the duty
     * @param recipient as {@code AGENCY/ROLE}
     * @param opened when a named person of theirs opened it first
     */
    public record Proof(
            PersonId subject,
            String key,
            String recipient,
            Instant delivered,
            Optional<Instant> opened) {
        /** Whether it is about that duty. */
        public boolean of(DutyRow duty) {
            return duty.subject().equals(subject) && duty.key().equals(key);
        }
    }

    /**
     * What is owed, the most overdue first.
     *
     * @param answered what others have done already of what was asked of several
     * @param facts of those whom the reader may see
     * @param own what the reader's own agency calls each
     */
    public record Owed(
            List<DutyRow> duties,
            List<DutyRow> answered,
            Map<PersonId, List<Fact>> facts,
            Map<PersonId, List<SourceRecord>> own,
            List<Proof> proofs) {
        public Owed {
            duties = List.copyOf(duties);
            answered = List.copyOf(answered);
            facts = Map.copyOf(facts);
            own = Map.copyOf(own);
            proofs = List.copyOf(proofs);
        }
    }

    /** What is owed to the reader's agency now. */
    public Owed of(ReaderContext reader) {
        Set<PersonId> people =
                new LinkedHashSet<>(
                        transactions.asReader(
                                reader, List.of(), sql -> new DerivedRows(sql).owing(PEOPLE)));
        Owed owed =
                reading.list(
                        reader,
                        people,
                        people,
                        "/owed",
                        (sql, _, facts, own) -> {
                            var rows = new DerivedRows(sql);
                            Set<PersonId> named = new HashSet<>(facts.keySet());
                            named.addAll(own.keySet());
                            List<DutyRow> duties = rows.owed(named);
                            return new Owed(duties, rows.done(duties), facts, own, List.of());
                        });
        return new Owed(
                owed.duties(), owed.answered(), owed.facts(), owed.own(), proofs(owed.duties()));
    }

    /** On whose lists these duties stand: posts and moments, never which person. */
    public List<Proof> proofs(Collection<DutyRow> duties) {
        if (duties.isEmpty()) {
            return List.of();
        }
        return transactions
                .asJob(
                        JobName.WATCH,
                        sql ->
                                sql.sql(
                                                """
                                                SELECT subject, reference, recipient, since, opened_at FROM alerts.told
                                                 WHERE what = 'duty' AND subject = ANY (:s::text[])
                                                   AND reference = ANY (:k::text[])
                                                 ORDER BY subject, reference, recipient
                                                """)
                                        .param(
                                                "s",
                                                SqlArrays.people(
                                                        duties.stream()
                                                                .map(DutyRow::subject)
                                                                .toList()))
                                        .param(
                                                "k",
                                                SqlArrays.texts(
                                                        duties.stream().map(DutyRow::key).toList()))
                                        .query((row, _) -> proof(row))
                                        .list())
                .stream()
                .filter(p -> duties.stream().anyMatch(p::of))
                .toList();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(
                new PersonId(Objects.requireNonNull(row.getString(1))),
                Objects.requireNonNull(row.getString(2)),
                Objects.requireNonNull(row.getString(3)),
                Objects.requireNonNull(row.getObject(4, OffsetDateTime.class)).toInstant(),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
