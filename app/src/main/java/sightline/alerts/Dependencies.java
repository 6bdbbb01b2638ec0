package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.KindSet;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The inverted index: whose evaluation looked at what. */
final class Dependencies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    Dependencies(JdbcClient sql) {
        this.sql = sql;
    }

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
                .param("p", DerivedStore.array(places.stream().map(PlaceId::value).toList()))
                .query((row, _) -> new PersonId(row.getString(1)))
                .list()
                .forEach(found::add);
        return found;
    }

    /** Puts what these subjects looked at in the place of what they looked at before. */
    void replace(Collection<DerivedStore.Saved> all) {
        ArrayNode records = JSON.createArrayNode();
        ArrayNode places = JSON.createArrayNode();
        for (DerivedStore.Saved saved : all) {
            String subject = saved.derived().subject().value();
            saved.records()
                    .forEach((record, kinds) ->
                            records.addObject()
                                    .put("k", RecordKey.of(record).toString())
                                    .put("s", subject)
                                    .put("l", kinds.low())
                                    .put("h", kinds.high()));
            saved.places().forEach(p -> places.addObject().put("k", p.value()).put("s", subject));
        }
        records(DerivedStore.subjects(all), records.toString());
        places(DerivedStore.subjects(all), places.toString());
    }

    private void records(String subjects, String rows) {
        sql.sql(
                        """
                        WITH wanted AS MATERIALIZED (
                          SELECT * FROM jsonb_to_recordset(:rows::jsonb)
                            AS r(k uuid, s text, l bigint, h bigint)),
                        held AS MATERIALIZED (
                          SELECT record_key AS k, subject AS s, low, high
                            FROM alerts.depends_on_record WHERE subject = ANY (:s::text[])),
                        gone AS (
                          DELETE FROM alerts.depends_on_record d
                           USING held h LEFT JOIN wanted w USING (k, s)
                           WHERE w.k IS NULL AND d.record_key = h.k AND d.subject = h.s)
                        INSERT INTO alerts.depends_on_record (record_key, subject, low, high)
                        SELECT w.k, w.s, w.l, w.h FROM wanted w LEFT JOIN held h USING (k, s)
                         WHERE h.k IS NULL OR h.low <> w.l OR h.high <> w.h
                        ON CONFLICT (record_key, subject)
                          DO UPDATE SET low = excluded.low, high = excluded.high
                        """)
                .param("s", subjects)
                .param("rows", rows)
                .update();
    }

    private void places(String subjects, String rows) {
        sql.sql(
                        """
                        WITH wanted AS MATERIALIZED (
                          SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS r(k text, s text)),
                        held AS MATERIALIZED (
                          SELECT place AS k, subject AS s
                            FROM alerts.depends_on_place WHERE subject = ANY (:s::text[])),
                        gone AS (
                          DELETE FROM alerts.depends_on_place d
                           USING held h LEFT JOIN wanted w USING (k, s)
                           WHERE w.k IS NULL AND d.place = h.k AND d.subject = h.s)
                        INSERT INTO alerts.depends_on_place (place, subject)
                        SELECT w.k, w.s FROM wanted w LEFT JOIN held h USING (k, s) WHERE h.k IS NULL
                        ON CONFLICT DO NOTHING
                        """)
                .param("s", subjects)
                .param("rows", rows)
                .update();
    }
}
