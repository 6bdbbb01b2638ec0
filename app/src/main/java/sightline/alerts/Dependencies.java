package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.LastDerived;
import sightline.core.facts.KindSet;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The inverted index: whose evaluation looked at what. */
final class Dependencies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    Dependencies(JdbcClient sql) {
        this.sql = sql;
    }

    /** That a subject looked at a record. */
    private record Look(UUID record, String subject) {}

    /** That a subject looked at a place. */
    private record Visit(String place, String subject) {}

    /**
     * The subjects that looked at any of the kinds of a record's facts, or at any of the places.
     */
    Set<PersonId> on(Map<SourceRecord, KindSet> records, Collection<PlaceId> places) {
        ArrayNode rows = JSON.createArrayNode();
        records.forEach((record, kinds) ->
                rows.addObject()
                        .put("k", RecordKey.of(record).toString())
                        .put("l", kinds.low())
                        .put("h", kinds.high()));
        Set<PersonId> found = new LinkedHashSet<>();
        sql.sql(
                        """
                        SELECT d.subject
                          FROM jsonb_to_recordset(:r::jsonb) AS r(k uuid, l bigint, h bigint)
                          JOIN alerts.depends_on_record d ON d.record_key = r.k
                           AND (r.l = -1 AND r.h = -1 OR d.low & r.l <> 0 OR d.high & r.h <> 0)
                        UNION SELECT subject FROM alerts.depends_on_place WHERE place = ANY (:p::text[])
                         ORDER BY 1
                        """)
                .param("r", rows.toString())
                .param("p", SqlArrays.texts(places.stream().map(PlaceId::value).toList()))
                .query((row, _) -> new PersonId(row.getString(1)))
                .list()
                .forEach(found::add);
        return found;
    }

    /**
     * Puts what these subjects looked at in the place of what they looked at before; where a rule
     * failed, what it looked at while it worked stays as well. What differs is found here and not
     * in the database, which would compare all with all.
     */
    void replace(Collection<LastDerived.Saved> all) {
        Map<Look, KindSet> records = new HashMap<>();
        Set<Visit> places = new HashSet<>();
        for (LastDerived.Saved saved : all) {
            String subject = saved.derived().subject().value();
            saved.records()
                    .forEach((record, kinds) ->
                            records.put(new Look(RecordKey.of(record), subject), kinds));
            saved.places().forEach(p -> places.add(new Visit(p.value(), subject)));
        }
        Set<String> keeping =
                DerivedStore.keeping(all).stream().map(PersonId::value).collect(Collectors.toSet());
        records(all, records, keeping);
        places(all, places, keeping);
    }

    private void records(
            Collection<LastDerived.Saved> all, Map<Look, KindSet> wanted, Set<String> keeping) {
        ArrayNode gone = JSON.createArrayNode();
        sql.sql(
                        """
                        SELECT record_key, subject, low, high FROM alerts.depends_on_record
                         WHERE subject = ANY (:s::text[])
                        """)
                .param("s", DerivedStore.subjects(all))
                .query((ResultSet row) -> {
                    Look held =
                            new Look(
                                    Objects.requireNonNull(row.getObject(1, UUID.class)),
                                    Objects.requireNonNull(row.getString(2)));
                    KindSet now = wanted.get(held);
                    if (now == null && !keeping.contains(held.subject())) {
                        gone.addObject()
                                .put("k", held.record().toString())
                                .put("s", held.subject());
                    } else if (now != null
                            && now.low() == row.getLong(3)
                            && now.high() == row.getLong(4)) {
                        wanted.remove(held);
                    }
                });
        if (!gone.isEmpty()) {
            sql.sql(
                            """
                            DELETE FROM alerts.depends_on_record d
                             USING jsonb_to_recordset(:rows::jsonb) AS r(k uuid, s text)
                             WHERE d.record_key = r.k AND d.subject = r.s
                            """)
                    .param("rows", gone.toString())
                    .update();
        }
        if (!wanted.isEmpty()) {
            add(wanted);
        }
    }

    private void add(Map<Look, KindSet> looks) {
        ArrayNode rows = JSON.createArrayNode();
        looks.forEach((look, kinds) ->
                rows.addObject()
                        .put("k", look.record().toString())
                        .put("s", look.subject())
                        .put("l", kinds.low())
                        .put("h", kinds.high()));
        sql.sql(
                        """
                        INSERT INTO alerts.depends_on_record (record_key, subject, low, high)
                        SELECT r.k, r.s, r.l, r.h
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, s text, l bigint, h bigint)
                        ON CONFLICT (record_key, subject)
                          DO UPDATE SET low = excluded.low, high = excluded.high
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private void places(Collection<LastDerived.Saved> all, Set<Visit> wanted, Set<String> keeping) {
        ArrayNode gone = JSON.createArrayNode();
        sql.sql(
                        """
                        SELECT place, subject FROM alerts.depends_on_place WHERE subject = ANY (:s::text[])
                        """)
                .param("s", DerivedStore.subjects(all))
                .query((ResultSet row) -> {
                    Visit held =
                            new Visit(
                                    Objects.requireNonNull(row.getString(1)),
                                    Objects.requireNonNull(row.getString(2)));
                    if (!wanted.remove(held) && !keeping.contains(held.subject())) {
                        gone.addObject().put("k", held.place()).put("s", held.subject());
                    }
                });
        if (!gone.isEmpty()) {
            sql.sql(
                            """
                            DELETE FROM alerts.depends_on_place d
                             USING jsonb_to_recordset(:rows::jsonb) AS r(k text, s text)
                             WHERE d.place = r.k AND d.subject = r.s
                            """)
                    .param("rows", gone.toString())
                    .update();
        }
        if (!wanted.isEmpty()) {
            ArrayNode rows = JSON.createArrayNode();
            wanted.forEach(v -> rows.addObject().put("k", v.place()).put("s", v.subject()));
            sql.sql(
                            """
                            INSERT INTO alerts.depends_on_place (place, subject)
                            SELECT r.k, r.s FROM jsonb_to_recordset(:rows::jsonb) AS r(k text, s text)
                            ON CONFLICT DO NOTHING
                            """)
                    .param("rows", rows.toString())
                    .update();
        }
    }
}
