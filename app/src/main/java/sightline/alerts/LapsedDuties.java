package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.Change;
import sightline.core.facts.Codes;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Duties whose start is not there any more stay readable, with why: they are set aside, within the
 * pipeline's transaction, before what is derived now takes their place.
 */
public final class LapsedDuties {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final ArrayNode rows = JSON.createArrayNode();
    private final TreeSet<String> subjects = new TreeSet<>();

    public LapsedDuties(JdbcClient sql) {
        this.sql = sql;
    }

    /** Notes the lapses among what changed about a subject. */
    public void note(PersonId subject, SourceRecord record, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Lapsed lapsed) {
                subjects.add(subject.value());
                rows.addObject()
                        .put("s", subject.value())
                        .put("r", RecordKey.of(record).toString())
                        .put("k", lapsed.duty())
                        .put("w", Codes.kebab(lapsed.because()));
            }
        }
    }

    /**
     * Sets them aside as they stood.
     *
     * @param formerly under whom else they may have been kept
     */
    public void keep(Collection<PersonId> formerly, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        formerly.forEach(p -> subjects.add(p.value()));
        sql.sql(
                        """
                        INSERT INTO alerts.lapsed_duty (subject, record_key, key, clock, title, started_at, due_at,
                          rung, content, lapsed_at, because)
                        SELECT DISTINCT ON (r.s, r.k) r.s, r.r, r.k, d.clock, d.title, d.started_at, d.due_at,
                               d.rung, d.content, :now, r.w
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, r uuid, k text, w text)
                          JOIN alerts.duty d ON d.key = r.k AND d.subject = ANY (:subjects::text[])
                         ORDER BY r.s, r.k, d.subject <> r.s
                        ON CONFLICT (subject, key) DO UPDATE SET lapsed_at = excluded.lapsed_at,
                          because = excluded.because, rung = excluded.rung, content = excluded.content
                        """)
                .param("rows", rows.toString())
                .param("subjects", SqlArrays.texts(subjects))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
