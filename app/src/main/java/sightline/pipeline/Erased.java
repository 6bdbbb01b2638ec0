package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.SqlArrays;
import sightline.facts.Erasures;
import sightline.pipeline.Projection.RowKey;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What cannot be derived again since it followed from facts that were erased: the history of the
 * records themselves and of whoever depended on them. What stands today is compared all the same.
 *
 * @param records keys of the records
 * @param subjects whose they are today
 */
record Erased(Set<String> records, Set<String> subjects) {
    static final Erased NOTHING = new Erased(Set.of(), Set.of());

    Erased {
        records = Set.copyOf(records);
        subjects = Set.copyOf(subjects);
    }

    static Erased of(JdbcClient sql) {
        Set<UUID> records = new HashSet<>(new Erasures().touched(sql));
        if (records.isEmpty()) {
            return NOTHING;
        }
        Set<String> subjects =
                Set.copyOf(
                        sql.sql(
                                        """
                                        SELECT DISTINCT subject FROM alerts.subject_record WHERE record_key = ANY (:keys::uuid[])
                                        """)
                                .param("keys", SqlArrays.keys(records))
                                .query((row, _) -> row.getString(1))
                                .list());
        return new Erased(
                records.stream().map(UUID::toString).collect(Collectors.toSet()), subjects);
    }

    /** Whether a row that differs is such history. */
    boolean explains(String table, RowKey key, String both) {
        return switch (table) {
            case "facts.fact", "identity.anchor" -> records.stream().anyMatch(both::contains);
            case "access.relationship" ->
                    records.contains(key.values().getFirst())
                            || records.stream().anyMatch(both::contains);
            case "alerts.told" -> subjects.contains(key.values().get(1));
            case "alerts.lapsed_duty" -> subjects.contains(key.values().getFirst());
            case "alerts.alert" ->
                    subjects.contains(key.values().getFirst()) && both.contains("\"withdrawn\"");
            default -> false;
        };
    }
}
