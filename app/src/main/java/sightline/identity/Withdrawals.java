package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which messages their own sender corrected or took back. Kept apart from the facts, since a
 * retraction need not name everybody whom the message named, and may arrive before it.
 */
final class Withdrawals {
    private final JdbcClient sql;

    Withdrawals(JdbcClient sql) {
        this.sql = sql;
    }

    /** Remembers what these facts correct or take back; gives the messages. */
    Set<MessageRef> take(Collection<Fact> facts) {
        Set<MessageRef> withdrawn = new HashSet<>();
        for (Fact fact : facts) {
            Stream.concat(fact.references().corrects().stream(), retracted(fact))
                    .filter(message -> message.sender().equals(fact.source()))
                    .forEach(withdrawn::add);
        }
        if (!withdrawn.isEmpty()) {
            sql.sql(
                            """
                            INSERT INTO identity.withdrawn (message_key) SELECT unnest(:keys::uuid[])
                            ON CONFLICT DO NOTHING
                            """)
                    .param("keys", Keys.array(withdrawn.stream().map(Withdrawals::key).toList()))
                    .update();
        }
        return withdrawn;
    }

    private static Stream<MessageRef> retracted(Fact fact) {
        return fact.body() instanceof SharedBody.Retraction
                ? fact.references().regarding().stream()
                : Stream.empty();
    }

    /** Which of these facts still count. */
    Predicate<Fact> counting(Collection<Fact> facts) {
        Set<UUID> messages =
                facts.stream().map(f -> key(f.id().message())).collect(Collectors.toSet());
        if (messages.isEmpty()) {
            return _ -> true;
        }
        Set<UUID> withdrawn =
                Set.copyOf(
                        sql.sql(
                                        """
                                        SELECT message_key FROM identity.withdrawn
                                         WHERE message_key = ANY (:keys::uuid[])
                                        """)
                                .param("keys", Keys.array(messages))
                                .query((row, _) -> Keys.key(row, 1))
                                .list());
        return fact -> withdrawn.isEmpty() || !withdrawn.contains(key(fact.id().message()));
    }

    private static UUID key(MessageRef message) {
        return RecordKey.of(new SourceRecord(message.sender(), message.id().value()));
    }
}
