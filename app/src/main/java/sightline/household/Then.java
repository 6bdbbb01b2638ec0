package sightline.household;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.PostId;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who could read at an earlier moment: by the relationships, seals and conflicts of then, with the
 * agency, roles, teams and posts that the reader had then, for any purpose that those roles
 * allowed.
 *
 * @param roles slugs of the roles that the reader had then
 * @param readable keys of records with a class that the reader could have read of them
 * @param agencies that were related then, as far as the reader may see
 * @param posts that were
 */
public record Then(
        Set<String> roles, Set<String> readable, List<AgencyId> agencies, List<PostId> posts) {
    public Then {
        roles = Set.copyOf(roles);
        readable = Set.copyOf(readable);
        agencies = List.copyOf(agencies);
        posts = List.copyOf(posts);
    }

    /**
     * What is asked.
     *
     * @param posts those of the reader on that day, as addresses of a context
     * @param directory says whose work the reader's agency of that day had
     */
    public record Asked(Instant moment, Set<String> posts, Directory directory) {
        public Asked {
            posts = Set.copyOf(posts);
        }
    }

    /** Asks within the transaction of the reader whose context names the subjects. */
    public static Then at(JdbcClient sql, Asked asked) {
        Instant moment = asked.moment();
        Set<String> roles =
                Set.copyOf(
                        sql.sql("SELECT unnest(access.roles_at(:at))")
                                .param("at", moment.atOffset(ZoneOffset.UTC))
                                .query(String.class)
                                .list());
        Set<String> readable = new HashSet<>();
        sql.sql(
                        "SELECT record_key, class FROM access.readable_at(:at, :agencies::text[], :posts::text[])")
                .param("at", moment.atOffset(ZoneOffset.UTC))
                .param("agencies", SqlArrays.texts(agencies(sql, asked)))
                .param("posts", SqlArrays.texts(asked.posts()))
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
                roles,
                readable,
                agencies.stream().map(AgencyId::new).toList(),
                posts.stream().map(PostId::new).toList());
    }

    private static Set<String> agencies(JdbcClient sql, Asked asked) {
        AgencyId agency =
                sql.sql("SELECT access.agency_at(:at)")
                        .param("at", asked.moment().atOffset(ZoneOffset.UTC))
                        .query((row, _) -> new AgencyId(Objects.requireNonNull(row.getString(1))))
                        .single();
        return asked.directory().havingWorkOf(agency, London.day(asked.moment())).stream()
                .map(AgencyId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the reader could have read it then. */
    public boolean readable(Fact fact) {
        return fact.participants().stream()
                .map(p -> RecordKey.of(p.record()) + "|" + fact.sensitivity().name())
                .anyMatch(readable::contains);
    }
}
