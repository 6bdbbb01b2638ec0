package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people joined and then separated, by their answers; within a transaction of the pipeline. A
 * pair that nobody had joined is nobody's separation, whatever was answered about it.
 */
public final class Separations {
    private final JdbcClient sql;
    private final RecordNames names;

    Separations(JdbcClient sql, RecordNames names) {
        this.sql = sql;
        this.names = names;
    }

    private record Pair(UUID first, UUID second) {}

    private record Answer(Pair pair, Answered.Choice choice, String by, Instant applied) {}

    /** Since when a pair is joined, or was until when. */
    private static final class Course {
        private Optional<Instant> joined = Optional.empty();
        private Optional<Instant> separated = Optional.empty();
        private final List<String> by = new ArrayList<>();

        void take(Answer answer) {
            if (answer.choice() == Answered.Choice.JOIN) {
                if (joined.isEmpty() || separated.isPresent()) {
                    joined = Optional.of(answer.applied());
                }
                separated = Optional.empty();
                by.clear();
            } else if (joined.isPresent()
                    && separated.filter(at -> !at.equals(answer.applied())).isEmpty()) {
                separated = Optional.of(answer.applied());
                by.add(answer.by());
            }
        }
    }

    /** What was separated from somebody with these records, the newest first. */
    public List<Separated> from(Collection<SourceRecord> records) {
        Set<UUID> own = records.stream().map(RecordKey::of).collect(Collectors.toSet());
        Map<Pair, Course> courses = new LinkedHashMap<>();
        for (Answer answer : answers(own)) {
            courses.computeIfAbsent(answer.pair(), _ -> new Course()).take(answer);
        }
        Map<UUID, SourceRecord> named = new HashMap<>();
        if (!courses.isEmpty()) {
            Set<UUID> keys =
                    courses.keySet().stream()
                            .flatMap(p -> Stream.of(p.first(), p.second()))
                            .collect(Collectors.toSet());
            named.putAll(names.of(keys));
        }
        List<Separated> found = new ArrayList<>();
        courses.forEach((pair, course) -> {
            boolean firstIsOwn = own.contains(pair.first());
            SourceRecord mine = named.get(firstIsOwn ? pair.first() : pair.second());
            SourceRecord other = named.get(firstIsOwn ? pair.second() : pair.first());
            if (mine != null && other != null && course.separated.isPresent()) {
                found.add(
                        new Separated(
                                mine,
                                other,
                                course.joined.orElseThrow(),
                                course.separated.get(),
                                course.by));
            }
        });
        found.sort(Comparator.comparing(Separated::at).reversed());
        return found;
    }

    /** Those that took effect about one of these records and one of somebody else. */
    private List<Answer> answers(Set<UUID> own) {
        return sql.sql(
                        """
                        SELECT first, second, verdict, answered_by, applied_at FROM identity.answer
                         WHERE NOT places AND applied_at IS NOT NULL
                           AND (first = ANY (:own::uuid[]) OR second = ANY (:own::uuid[]))
                           AND (first = ANY (:own::uuid[])) <> (second = ANY (:own::uuid[]))
                         ORDER BY applied_at, answer_id
                        """)
                .param("own", Keys.array(own))
                .query((row, _) -> answer(row))
                .list();
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                new Pair(Keys.key(row, 1), Keys.key(row, 2)),
                Answered.Choice.valueOf(Objects.requireNonNull(row.getString(3))),
                Objects.requireNonNull(row.getString(4)),
                Objects.requireNonNull(row.getTimestamp(5)).toInstant());
    }
}
