package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.library.PublishedReview.Reference;
import sightline.library.Library.Similar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database knows of recommendations that say much the same. */
final class Recommended {
    /** The share of the weight of its words that another one has at least; a hair more. */
    static final double ALIKE = 0.600_001;

    private static final String WORDS_OF_ONE =
            "SELECT lexeme FROM library.term WHERE reference = :reference AND number = :number";
    private static final String WORDS_OF_A_TEXT =
            "SELECT unnest(tsvector_to_array(to_tsvector('pg_catalog.english', :text))) AS lexeme";

    private Recommended() {}

    static List<Similar> alike(JdbcClient sql, Reference reference, int number, Instant now) {
        return alike(
                sql, WORDS_OF_ONE, Map.of("reference", reference.value(), "number", number), now);
    }

    static List<Similar> saying(JdbcClient sql, String text, Instant now) {
        return alike(sql, WORDS_OF_A_TEXT, Map.of("text", text, "reference", ""), now);
    }

    private static List<Similar> alike(
            JdbcClient sql, String ownWords, Map<String, ?> asked, Instant now) {
        return sql.sql(
                        """
                        WITH all_of AS (SELECT greatest(count(*), 1)::float8 AS n FROM library.recommendation),
                        own AS MATERIALIZED (
                          SELECT w.lexeme,
                                 ln(1 + a.n / greatest(1, (SELECT count(*) FROM library.term u WHERE u.lexeme = w.lexeme))) AS weight
                            FROM (%s) w, all_of a),
                        -- Whoever has none of the rarest words has no more than the weight of the rest.
                        rarest AS MATERIALIZED (
                          SELECT lexeme FROM (
                            SELECT lexeme, sum(weight) OVER (ORDER BY weight, lexeme) AS up_to, sum(weight) OVER () AS whole
                              FROM own) s
                           WHERE up_to > :alike * whole),
                        candidate AS MATERIALIZED (
                          SELECT DISTINCT t.reference, t.number FROM rarest r JOIN library.term t USING (lexeme)
                           WHERE t.reference <> :reference),
                        alike AS (
                          SELECT t.reference, t.number, sum(o.weight) / (SELECT sum(weight) FROM own) AS shared
                            FROM candidate c JOIN library.term t USING (reference, number) JOIN own o USING (lexeme)
                           GROUP BY t.reference, t.number
                          HAVING sum(o.weight) > :alike * (SELECT sum(weight) FROM own))
                        SELECT a.reference, r.body ->> 'pseudonym', a.number, c.text, round(100 * a.shared)::int AS percent
                          FROM alike a JOIN library.recommendation c USING (reference, number)
                          JOIN library.review r USING (reference)
                         WHERE r.readable_from <= :now AND r.withdrawn_at IS NULL
                         ORDER BY percent DESC, a.reference COLLATE "C", a.number LIMIT :shown
                        """
                                .formatted(ownWords))
                .params(asked)
                .param("alike", ALIKE)
                .param("shown", Library.SIMILAR_MAX)
                .param("now", Timestamp.from(now))
                .query((row, _) ->
                        new Similar(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getInt(5)))
                .list();
    }

    /** All words of all of them, each with what is shown of it. */
    static SaidBefore all(JdbcClient sql, Instant now) {
        Map<String, String> readable = new HashMap<>();
        sql.sql(
                        """
                        SELECT reference, body ->> 'pseudonym' FROM library.review
                         WHERE readable_from <= :now AND withdrawn_at IS NULL
                        """)
                .param("now", Timestamp.from(now))
                .query(row -> {
                    readable.put(row.getString(1), row.getString(2));
                });
        SaidBefore.Builder all = new SaidBefore.Builder(readable);
        sql.sql(
                        """
                        SELECT c.reference, c.number, c.text, t.words
                          FROM library.recommendation c
                          LEFT JOIN (SELECT reference, number, array_agg(lexeme) AS words FROM library.term
                                      GROUP BY reference, number) t USING (reference, number)
                         ORDER BY c.reference COLLATE "C", c.number
                        """)
                .query(row -> {
                    var words = row.getArray(4);
                    all.add(
                            new Reference(row.getString(1)),
                            row.getInt(2),
                            row.getString(3),
                            words == null ? new String[0] : (String[]) words.getArray());
                });
        return all.build();
    }
}
