package sightline.household;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PostId;
import sightline.database.RecordKey;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who could read at an earlier moment: by the relationships, seals and conflicts of then, with the
 * roles and the purpose that the reader has today.
 *
 * @param readable keys of records with a class that the reader could have read of them
 * @param agencies that were related then, as far as the reader may see
 * @param posts that were
 */
public record Then(Set<String> readable, List<AgencyId> agencies, List<PostId> posts) {
    public Then {
        readable = Set.copyOf(readable);
        agencies = List.copyOf(agencies);
        posts = List.copyOf(posts);
    }

    /** Asks within the transaction of the reader whose context names the subjects. */
    public static Then at(JdbcClient sql, Instant moment) {
        Set<String> readable = new HashSet<>();
        sql.sql("SELECT record_key, class FROM access.readable_at(:at)")
                .param("at", moment.atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    readable.add(row.getString(1) + "|" + row.getString(2));
                });
        Set<String> agencies = new TreeSet<>();
        Set<String> posts = new TreeSet<>();
        sql.sql("SELECT grantee_kind, grantee FROM access.related_at(:at)")
                .param("at", moment.atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    String grantee = Objects.requireNonNull(row.getString(2));
                    ("agency".equals(row.getString(1)) ? agencies : posts).add(grantee);
                });
        return new Then(
                readable,
                agencies.stream().map(AgencyId::new).toList(),
                posts.stream().map(PostId::new).toList());
    }

    /** Whether the reader could have read it then. */
    public boolean readable(Fact fact) {
        return fact.participants().stream()
                .map(p -> RecordKey.of(p.record()) + "|" + fact.sensitivity().name())
                .anyMatch(readable::contains);
    }
}
