package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Standings;
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
 *
 * <p>The ledger knows for its readers which messages were withdrawn at last. These here follow from
 * the facts like everything of identity: a rebuild tells them anew in recorded order, so that each
 * record is looked at as it was then; and they hold what was only doubted as well.
 */
final class Withdrawals {
    private final JdbcClient sql;

    Withdrawals(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What facts speak of.
     *
     * @param withdrawn the messages that they correct or take back
     * @param doubted those, and the messages that they dispute or end
     */
    record Spoken(Set<MessageRef> withdrawn, Set<MessageRef> doubted) {}

    /** Remembers what these facts speak of. */
    Spoken take(Collection<Fact> facts) {
        Set<MessageRef> withdrawn = new HashSet<>();
        for (Fact fact : facts) {
            withdrawn.addAll(Standings.withdrawnBy(fact));
        }
        Set<MessageRef> doubted = new HashSet<>(withdrawn);
        facts.stream().flatMap(Withdrawals::spokenOf).forEach(doubted::add);
        Set<UUID> keys = new HashSet<>();
        withdrawn.forEach(message -> keys.add(key(message)));
        doubted.forEach(message -> keys.add(spokenOf(message)));
        if (!keys.isEmpty()) {
            sql.sql(
                            """
                            INSERT INTO identity.withdrawn (message_key) SELECT unnest(:keys::uuid[])
                            ON CONFLICT DO NOTHING
                            """)
                    .param("keys", Keys.array(keys))
                    .update();
        }
        return new Spoken(withdrawn, doubted);
    }

    /**
     * What was told in the place of one entry stands as the ledger has it by now: taken back with
     * what it corrects, in another's place, or again.
     *
     * @param messages all of them
     * @param withdrawn those that count no more
     */
    void settle(Set<MessageRef> messages, Set<MessageRef> withdrawn) {
        Set<UUID> counting = new HashSet<>();
        messages.stream().filter(m -> !withdrawn.contains(m)).forEach(m -> counting.add(key(m)));
        Set<UUID> gone = withdrawn.stream().map(Withdrawals::key).collect(Collectors.toSet());
        sql.sql(
                        """
                        WITH again AS (
                          DELETE FROM identity.withdrawn WHERE message_key = ANY (:counting::uuid[]))
                        INSERT INTO identity.withdrawn (message_key) SELECT unnest(:gone::uuid[])
                        ON CONFLICT DO NOTHING
                        """)
                .param("counting", Keys.array(counting))
                .param("gone", Keys.array(gone))
                .update();
    }

    /** Which of these facts still count. */
    Predicate<Fact> counting(Collection<Fact> facts) {
        Set<UUID> messages =
                facts.stream().map(f -> key(f.id().message())).collect(Collectors.toSet());
        if (messages.isEmpty()) {
            return _ -> true;
        }
        Set<UUID> withdrawn = Keys.standing(sql, "identity.withdrawn", "message_key", messages);
        return fact -> withdrawn.isEmpty() || !withdrawn.contains(key(fact.id().message()));
    }

    /**
     * Which of these facts nothing speaks of: nobody corrected, took back, disputed or ended the
     * message that they came in.
     */
    Predicate<Fact> undoubted(Collection<Fact> facts) {
        Set<UUID> asked = new HashSet<>();
        for (Fact fact : facts) {
            asked.add(key(fact.id().message()));
            asked.add(spokenOf(fact.id().message()));
        }
        Set<UUID> doubted = Keys.standing(sql, "identity.withdrawn", "message_key", asked);
        return fact ->
                !doubted.contains(key(fact.id().message()))
                        && !doubted.contains(spokenOf(fact.id().message()));
    }

    private static Stream<MessageRef> spokenOf(Fact fact) {
        return switch (fact.body()) {
            case SharedBody.Retraction _, SharedBody.FactDisputed _, JusticeBody.SuspicionEnded _ ->
                    fact.references().regarding().stream();
            default -> Stream.empty();
        };
    }

    /** Beside the key of the message itself, which stands for its being withdrawn. */
    private static UUID spokenOf(MessageRef message) {
        UUID key = key(message);
        return new UUID(key.getMostSignificantBits(), ~key.getLeastSignificantBits());
    }

    private static UUID key(MessageRef message) {
        return RecordKey.of(new SourceRecord(message.sender(), message.id().value()));
    }
}
