package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * How pages name what identity keeps of records and addresses that are about to be forgotten;
 * within the pipeline's transaction.
 */
public final class Forgotten {
    private final JdbcClient sql;

    public Forgotten(JdbcClient sql) {
        this.sql = sql;
    }

    /** The addresses of which these are the only spellings. */
    public Set<UUID> addresses(Collection<UUID> spellings) {
        return spellings.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sql.sql(
                                        """
                                        SELECT DISTINCT g.address_key FROM identity.spelling g
                                         WHERE g.spelling_key = ANY (:keys::uuid[]) AND NOT EXISTS (
                                           SELECT FROM identity.spelling s WHERE s.address_key = g.address_key
                                              AND NOT s.spelling_key = ANY (:keys::uuid[]))
                                        """)
                                .param("keys", Keys.array(spellings))
                                .query((row, _) -> Keys.key(row, 1))
                                .list());
    }

    /**
     * The ids under which pages show them: of the people, also those of before, and of the pairs
     * that wait for a decision or have one.
     */
    public Set<String> pages(Collection<UUID> records, Collection<UUID> addresses) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT person FROM identity.anchor WHERE record_key = ANY (:records::uuid[])
                                UNION SELECT person FROM identity.person WHERE record_key = ANY (:records::uuid[])
                                UNION SELECT md5(p.first::text || p.second::text)
                                  FROM (SELECT first, second FROM identity.undecided
                                        UNION ALL SELECT first, second FROM identity.decision) p
                                 WHERE p.first = ANY (:records::uuid[]) OR p.second = ANY (:records::uuid[])
                                UNION SELECT md5(p.first::text || p.second::text)
                                  FROM (SELECT first, second FROM identity.undecided_place
                                        UNION ALL SELECT first, second FROM identity.place_decision) p
                                 WHERE p.first = ANY (:addresses::uuid[]) OR p.second = ANY (:addresses::uuid[])
                                """)
                        .param("records", Keys.array(records))
                        .param("addresses", Keys.array(addresses))
                        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                        .list());
    }
}
