package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derived;
import sightline.core.alerts.Known;
import sightline.core.alerts.LastDerived;
import sightline.core.facts.KindSet;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.RegisterEntry;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;
import sightline.register.RegisterList;
import sightline.register.SimulatedPacks;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What follows from facts, kept as last derived, within the pipeline's transaction. A fixed number
 * of statements a batch.
 */
public final class DerivedStore implements LastDerived {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final Dependencies dependencies;

    public DerivedStore(JdbcClient sql) {
        this.sql = sql;
        this.dependencies = new Dependencies(sql);
    }

    @Override
    public Map<PersonId, Before> before(Map<PersonId, Collection<SourceRecord>> records) {
        Map<UUID, PersonId> whose = new HashMap<>();
        records.forEach((p, own) -> own.forEach(r -> whose.put(RecordKey.of(r), p)));
        Map<PersonId, Before> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT r.record_key, s.subject, s.known,
                               CASE WHEN s.looked < l.number THEN '' ELSE s.digest END
                          FROM alerts.look_again l, alerts.subject_record r
                          JOIN alerts.subject s ON s.subject = r.subject
                         WHERE r.record_key = ANY (:keys::uuid[])
                        """)
                .param("keys", SqlArrays.keys(whose.keySet()))
                .query(row -> {
                    PersonId now = Objects.requireNonNull(whose.get(row.getObject(1, UUID.class)));
                    PersonId was = new PersonId(row.getString(2));
                    Before held = found.getOrDefault(now, Before.NOTHING);
                    if (!held.formerly().contains(was)) {
                        found.put(
                                now,
                                held.and(was, Content.known(row.getString(3)), row.getString(4)));
                    }
                });
        return found;
    }

    /** Whoever could not be evaluated is tried in their own time. */
    @Override
    public List<PersonId> due(Instant now, int limit) {
        Set<PersonId> due = new LinkedHashSet<>();
        sql.sql(
                        """
                        SELECT subject FROM alerts.subject s WHERE recheck_at <= :now
                           AND NOT EXISTS (SELECT FROM alerts.unevaluated u WHERE u.subject = s.subject)
                         ORDER BY recheck_at, subject LIMIT :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getString(1)))
                .list()
                .forEach(due::add);
        sql.sql(
                        """
                        SELECT subject FROM alerts.subject s WHERE looked < (SELECT number FROM alerts.look_again)
                           AND NOT EXISTS (SELECT FROM alerts.unevaluated u WHERE u.subject = s.subject)
                         ORDER BY looked, subject LIMIT :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getString(1)))
                .list()
                .forEach(due::add);
        return due.stream().limit(limit).toList();
    }

    @Override
    public void everybodyIsDue(Instant now) {
        sql.sql("UPDATE alerts.look_again SET number = number + 1, since = :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Instant> nextRecheck() {
        return sql.sql(
                        """
                        SELECT least((SELECT min(recheck_at) FROM alerts.subject WHERE recheck_at IS NOT NULL),
                          (SELECT l.since FROM alerts.look_again l WHERE EXISTS (
                             SELECT FROM alerts.subject WHERE looked < l.number)))
                        """)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public Set<PersonId> dependents(
            Map<SourceRecord, KindSet> records, Collection<PlaceId> places) {
        return dependencies.on(records, places);
    }

    @Override
    public Set<PersonId> neverEvaluated(Collection<PersonId> people) {
        Set<PersonId> never = new LinkedHashSet<>(people);
        sql.sql("SELECT subject FROM alerts.subject WHERE subject = ANY (:s::text[])")
                .param("s", SqlArrays.people(people))
                .query((row, _) -> new PersonId(row.getString(1)))
                .list()
                .forEach(never::remove);
        return never;
    }

    @Override
    public List<PersonId> subjects() {
        return sql.sql("SELECT subject FROM alerts.subject ORDER BY subject")
                .query((row, _) -> new PersonId(row.getString(1)))
                .list();
    }

    /** Whose these records are, as last derived, in order. */
    public List<PersonId> subjectsOf(Collection<UUID> records) {
        return sql.sql(
                        """
                        SELECT DISTINCT subject FROM alerts.subject_record
                         WHERE record_key = ANY (:keys::uuid[]) ORDER BY subject
                        """)
                .param("keys", SqlArrays.keys(records))
                .query((row, _) -> new PersonId(row.getString(1)))
                .list();
    }

    @Override
    public void forget(Collection<PersonId> gone) {
        if (gone.isEmpty()) {
            return;
        }
        SqlArrayValue subjects = SqlArrays.people(gone);
        for (String table :
                List.of(
                        "subject",
                        "depends_on_record",
                        "depends_on_place",
                        "alert",
                        "duty",
                        "told",
                        "unevaluated",
                        "rule_failed")) {
            sql.sql("DELETE FROM alerts.%s WHERE subject = ANY (:s::text[])".formatted(table))
                    .param("s", subjects)
                    .update();
        }
        new RegisterList(sql).forget(gone);
        new SimulatedPacks(sql).forget(gone);
    }

    /**
     * What is kept of somebody, as it is written.
     *
     * @param digest a hash of all of it
     */
    private record Written(Saved saved, List<DutyRows.Row> duties, String digest) {
        static Written of(Saved saved) {
            List<DutyRows.Row> own =
                    saved.derived().duties().stream().map(DutyRows.Row::of).toList();
            return new Written(saved, own, DerivedDigest.of(saved, own));
        }
    }

    @Override
    public void save(Collection<Saved> derived, Instant now) {
        Map<PersonId, String> digests = new HashMap<>();
        List<Saved> all = new ArrayList<>();
        List<DutyRows.Row> duties = new ArrayList<>();
        for (Written written : derived.parallelStream().map(Written::of).toList()) {
            if (!written.digest().equals(written.saved().digest())) {
                digests.put(written.saved().derived().subject(), written.digest());
                all.add(written.saved());
                duties.addAll(written.duties());
            }
        }
        if (all.isEmpty()) {
            return;
        }
        subjectRows(all, digests, now);
        alertRows(all);
        new DutyRows(sql).replace(digests.keySet(), duties, keeping(all));
        new ToldRows(sql).replace(all.stream().map(Saved::derived).toList());
        dependencies.replace(all);
        ownRecords(all);
        Map<PersonId, List<RegisterEntry>> registers = new HashMap<>();
        all.forEach(s -> registers.put(s.derived().subject(), s.derived().registers()));
        new RegisterList(sql).save(registers);
    }

    private void ownRecords(Collection<Saved> all) {
        ArrayNode rows = JSON.createArrayNode();
        for (Saved saved : all) {
            String subject = saved.derived().subject().value();
            saved.own()
                    .forEach(r ->
                            rows.addObject()
                                    .put("k", RecordKey.of(r).toString())
                                    .put("s", subject));
        }
        sql.sql(
                        """
                        INSERT INTO alerts.subject_record AS o (record_key, subject)
                        SELECT r.k, r.s FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, s text)
                        ON CONFLICT (record_key) DO UPDATE SET subject = excluded.subject
                          WHERE o.subject <> excluded.subject
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private void subjectRows(Collection<Saved> all, Map<PersonId, String> digests, Instant now) {
        ArrayNode rows = JSON.createArrayNode();
        for (Saved saved : all) {
            ObjectNode row = rows.addObject();
            row.put("s", saved.derived().subject().value());
            saved.derived().recheckAt().ifPresent(r -> row.put("r", r.toString()));
            row.set("k", Content.of(Known.of(saved.derived())));
            row.put("d", digests.get(saved.derived().subject()));
        }
        sql.sql(
                        """
                        INSERT INTO alerts.subject (subject, recheck_at, evaluated_at, known, digest, looked)
                        SELECT r.s, r.r, :now, r.k, r.d, l.number
                          FROM alerts.look_again l, jsonb_to_recordset(:rows::jsonb)
                            AS r(s text, r timestamptz, k jsonb, d text)
                        ON CONFLICT (subject) DO UPDATE SET recheck_at = excluded.recheck_at,
                          evaluated_at = excluded.evaluated_at, known = excluded.known,
                          digest = excluded.digest, looked = excluded.looked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("rows", rows.toString())
                .update();
    }

    private void alertRows(Collection<Saved> all) {
        ArrayNode rows = JSON.createArrayNode();
        for (Saved saved : all) {
            for (Alert alert : saved.derived().alerts()) {
                ObjectNode row = rows.addObject();
                row.put("s", saved.derived().subject().value());
                row.put("f", alert.reference());
                row.put("u", alert.rule().value());
                row.put("a", alert.raisedAt().toString());
                row.put("g", alert.newest().since().toString());
                row.put("t", state(alert));
                row.put("c", alert.certainty().word());
                row.set("j", Content.of(alert));
            }
        }
        Set<PersonId> keeping = keeping(all);
        SqlArrayValue subjects =
                SqlArrays.people(
                        all.stream()
                                .map(s -> s.derived().subject())
                                .filter(s -> !keeping.contains(s))
                                .toList());
        // An alert whose evidence is gone does not vanish: it stays, marked withdrawn.
        sql.sql(
                        """
                        UPDATE alerts.alert a SET state = 'withdrawn'
                         WHERE a.subject = ANY (:s::text[]) AND a.state <> 'withdrawn' AND NOT EXISTS (
                           SELECT FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, f text)
                            WHERE r.s = a.subject AND r.f = a.reference)
                        """)
                .param("s", subjects)
                .param("rows", rows.toString())
                .update();
        sql.sql(
                        """
                        INSERT INTO alerts.alert (subject, reference, rule, raised_at, grew_at, state,
                          certainty, content)
                        SELECT r.s, r.f, r.u, r.a, r.g, r.t, r.c, r.j
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, f text, u text,
                            a timestamptz, g timestamptz, t text, c text, j jsonb)
                        ON CONFLICT (subject, reference) DO UPDATE SET raised_at = excluded.raised_at,
                          grew_at = excluded.grew_at, state = excluded.state,
                          certainty = excluded.certainty, content = excluded.content
                        """)
                .param("rows", rows.toString())
                .update();
    }

    /** Those of whom nothing is taken back, since a rule failed for them. */
    static Set<PersonId> keeping(Collection<Saved> all) {
        return all.stream()
                .map(Saved::derived)
                .filter(d -> d.kept().isPresent())
                .map(Derived::subject)
                .collect(Collectors.toSet());
    }

    private static String state(Alert alert) {
        return switch (alert.state()) {
            case Alert.State.Open _ -> "open";
            case Alert.State.Answered _ -> "answered";
            case Alert.State.Passed _ -> "passed";
        };
    }

    static SqlArrayValue subjects(Collection<Saved> all) {
        return SqlArrays.texts(all.stream().map(s -> s.derived().subject().value()).toList());
    }
}
