package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Ends what alerts and duties keep of records that were erased, in the pipeline's transaction. */
public final class Forgetting {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    public Forgetting(JdbcClient sql) {
        this.sql = sql;
    }

    /** The ids under which pages show alerts and duties of these people, also those that lapsed. */
    public Set<String> pages(Collection<PersonId> people) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT unnest(ARRAY[md5(d.key), %s]) FROM (
                                  SELECT subject, key FROM alerts.duty WHERE subject = ANY (:people::text[])
                                  UNION SELECT subject, key FROM alerts.lapsed_duty
                                   WHERE subject = ANY (:people::text[])) d
                                UNION SELECT reference FROM alerts.alert WHERE subject = ANY (:people::text[])
                                """
                                        .formatted(DutyRow.HASH))
                        .param("people", SqlArrays.people(people))
                        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                        .list());
    }

    /** Forgets whose records were that are nobody's now. */
    public void records(Collection<SourceRecord> gone) {
        sql.sql("DELETE FROM alerts.subject_record WHERE record_key = ANY (:keys::uuid[])")
                .param("keys", SqlArrays.records(gone))
                .update();
    }

    /** What was told under these records ends with them, and the duties that lapsed. */
    public void tellings(Collection<SourceRecord> erased) {
        for (String table : List.of("telling", "lapsed_duty")) {
            sql.sql("DELETE FROM alerts.%s WHERE record_key = ANY (:keys::uuid[])".formatted(table))
                    .param("keys", SqlArrays.records(erased))
                    .update();
        }
    }

    /**
     * Ends what withdrawn alerts say where it rested on facts that were erased: they say so, and
     * under which rule. Gives whose they are.
     *
     * @param facts as message and place in it
     */
    public List<PersonId> scrub(Collection<String> facts, String rule) {
        ArrayNode ended = JSON.createArrayNode();
        facts.forEach(ended::add);
        return sql.sql(
                        """
                        UPDATE alerts.alert a SET certainty = 'Not known', content = jsonb_build_object(
                            'reference', a.reference, 'rule', a.rule, 'certainty', 'Not known',
                            'findings', jsonb_build_array(jsonb_build_object(
                              'item', 'erased', 'since', to_char(a.raised_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                              'headline', :words, 'certainty', 'Not known', 'path', '[]'::jsonb, 'first', '[]'::jsonb,
                              'sharing', jsonb_build_object('mayBeTold', '[]'::jsonb, 'mustNotBeTold', '[]'::jsonb,
                                                            'decides', '[]'::jsonb),
                              'notShown', '[]'::jsonb)))
                         WHERE a.state = 'withdrawn' AND EXISTS (
                           SELECT FROM jsonb_path_query(a.content, '$.findings[*].path[*].facts[*]') cited
                            WHERE cited IN (SELECT jsonb_array_elements(:facts::jsonb)))
                        RETURNING a.subject
                        """)
                .param("words", "What this rested on was erased (%s).".formatted(rule))
                .param("facts", ended.toString())
                .query((row, _) -> new PersonId(row.getString(1)))
                .list();
    }

    /**
     * Ends duties that lapsed where what started them was erased: not even that they were owed is
     * kept. Gives whose they were.
     *
     * @param facts as message and place in it
     */
    public List<PersonId> lapses(Collection<String> facts) {
        return sql.sql(
                        """
                        DELETE FROM alerts.lapsed_duty
                         WHERE jsonb_exists_any(content -> 'evidence', :facts)
                        RETURNING subject
                        """)
                .param("facts", SqlArrays.texts(facts))
                .query((row, _) -> new PersonId(row.getString(1)))
                .list();
    }
}
