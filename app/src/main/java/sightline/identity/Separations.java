package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.identity.Answered.Choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
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
 * What people separated, by their answers, whoever had joined it; within a transaction of the
 * pipeline. A pair that was two people's all along is nobody's separation, whatever was answered
 * about it; one that is left open after it was one person's is separated, and nobody decided it.
 */
public final class Separations {
    private final JdbcClient sql;
    private final RecordNames names;

    Separations(JdbcClient sql, RecordNames names) {
        this.sql = sql;
        this.names = names;
    }

    private record Pair(UUID first, UUID second) {}

    /** One answer about a pair; where it took two people, of both. */
    private record Answer(
            Pair pair, Choice choice, List<String> by, Instant applied, boolean wereOne) {}

    /**
     * Since when a pair is joined, or was until when. An answer that is taken back leaves what was
     * answered before it; where that is nothing, what is not joined by people is not separated by
     * them either.
     */
    private static final class Course {
        private final Deque<Choice> standing = new ArrayDeque<>();
        private Optional<Instant> joined = Optional.empty();
        private Optional<Instant> separated = Optional.empty();
        private List<String> by = List.of();

        void take(Answer answer) {
            if (answer.choice() == Choice.TAKE_BACK) {
                standing.poll();
            } else {
                standing.push(answer.choice());
            }
            if (standing.peek() == Choice.JOIN) {
                join(answer.applied());
            } else if (joined.isPresent()) {
                separate(answer);
            } else if (standing.isEmpty()) {
                separated = Optional.empty();
                by = List.of();
            } else if (separated.isPresent() || answer.wereOne()) {
                separate(answer);
            }
        }

        private void join(Instant at) {
            if (joined.isEmpty() || separated.isPresent()) {
                joined = Optional.of(at);
            }
            separated = Optional.empty();
            by = List.of();
        }

        private void separate(Answer answer) {
            if (standing.peek() == Choice.CANNOT_TELL) {
                separated = separated.or(() -> Optional.of(answer.applied()));
                by = List.of();
            } else if (by.isEmpty()) {
                separated = Optional.of(answer.applied());
                by = answer.by();
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
                                mine, other, course.joined, course.separated.get(), course.by));
            }
        });
        found.sort(Comparator.comparing(Separated::at).reversed());
        return found;
    }

    /** Those that took effect about one of these records and one of somebody else. */
    private List<Answer> answers(Set<UUID> own) {
        return sql.sql(
                        """
                        SELECT first, second, verdict, array_agg(answered_by ORDER BY answer_id), applied_at,
                               coalesce(bool_or(were_one), false)
                          FROM identity.answer
                         WHERE NOT places AND applied_at IS NOT NULL
                           AND (first = ANY (:own::uuid[]) OR second = ANY (:own::uuid[]))
                           AND (first = ANY (:own::uuid[])) <> (second = ANY (:own::uuid[]))
                         GROUP BY first, second, verdict, applied_at
                         ORDER BY applied_at, min(answer_id)
                        """)
                .param("own", Keys.array(own))
                .query((row, _) -> answer(row))
                .list();
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                new Pair(Keys.key(row, 1), Keys.key(row, 2)),
                Choice.valueOf(Objects.requireNonNull(row.getString(3))),
                List.of((String[]) row.getArray(4).getArray()),
                Objects.requireNonNull(row.getTimestamp(5)).toInstant(),
                row.getBoolean(6));
    }
}
