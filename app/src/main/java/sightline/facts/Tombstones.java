package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.Secrets;
import sightline.database.SqlArrays;
import sightline.facts.Erasures.Order;
import sightline.facts.wire.FactJson;
import sightline.feeds.Erasure;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Carries out an erasure, in the eraser's transaction: the key of each record is destroyed, its
 * facts become tombstones, and the messages that they came from can be read no more. Other people's
 * facts of the same messages stand.
 */
public final class Tombstones {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final List<String> TABLES =
            List.of("facts.fact", "facts.sealed_fact", "facts.third_party_fact");

    private final Erasures erasures = new Erasures();
    private final Erasure messages = new Erasure();
    private final SecretKeySpec key;

    /** Tombstones of the installation with these keys. */
    public Tombstones(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.key("tombstones", 32), "HmacSHA256");
    }

    /** How it went. */
    public enum Outcome {
        /** The content is gone. */
        ERASED,
        /** A legal hold stands on one of the records. */
        HELD,
        /** Nobody approved exactly this in time, or it was carried out already. */
        NOT_APPROVED,
        /** More was recorded since it was ordered. */
        CHANGED
    }

    /**
     * What an erasure would end.
     *
     * @param facts that hang on the records
     * @param beside other records that these facts name
     * @param addresses keys of spellings that no other fact has
     */
    public record Plan(List<Fact> facts, Set<SourceRecord> beside, Set<UUID> addresses) {
        public Plan {
            facts = List.copyOf(facts);
            beside = Set.copyOf(beside);
            addresses = Set.copyOf(addresses);
        }
    }

    /** Plans the end of records' facts; in a transaction of the job 'retention'. */
    public Plan plan(JdbcClient sql, PostgresLedger ledger, Collection<UUID> records) {
        List<Fact> facts = ledger.hangingOn(records);
        Set<UUID> own = Set.copyOf(records);
        Set<SourceRecord> beside =
                facts.stream()
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .filter(r -> !own.contains(RecordKey.of(r)))
                        .collect(Collectors.toSet());
        Set<UUID> addresses =
                facts.stream()
                        .flatMap(f -> f.place().stream())
                        .map(AddressKey::of)
                        .collect(Collectors.toCollection(HashSet::new));
        addresses.removeAll(usedByOthers(sql, addresses, own));
        return new Plan(facts, beside, addresses);
    }

    private static List<UUID> usedByOthers(
            JdbcClient sql, Set<UUID> addresses, Collection<UUID> records) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return sql.sql(
                        """
                        SELECT DISTINCT address_key FROM (
                          SELECT address_key, subject_key FROM facts.fact
                          UNION ALL SELECT address_key, subject_key FROM facts.sealed_fact
                          UNION ALL SELECT address_key, subject_key FROM facts.third_party_fact) f
                         WHERE address_key = ANY (:addresses::uuid[]) AND NOT subject_key = ANY (:records::uuid[])
                        """)
                .param("addresses", SqlArrays.keys(addresses))
                .param("records", SqlArrays.keys(records))
                .query((row, _) -> java.util.Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    /** Carries out an order, all of it or nothing. */
    public Outcome carryOut(JdbcClient sql, Order order, Plan plan) {
        sql.sql("SELECT position FROM facts.head FOR UPDATE").query(Long.class).single();
        if (erasures.held(sql, order.records())) {
            return Outcome.HELD;
        }
        if (count(sql, order.records()) != plan.facts().size()
                || plan.facts().size() != order.facts()) {
            return Outcome.CHANGED;
        }
        if (order.state() != Erasures.State.ORDERED || !erasures.use(sql, order)) {
            return Outcome.NOT_APPROVED;
        }
        sql.sql("UPDATE facts.head SET position = position").update();
        bury(sql, order, plan);
        messages.destroy(sql, messagesOf(plan));
        messages.destroyConcerning(sql, order.records());
        endAccess(sql, order);
        return Outcome.ERASED;
    }

    private static Set<MessageRef> messagesOf(Plan plan) {
        return plan.facts().stream().map(f -> f.id().message()).collect(Collectors.toSet());
    }

    private static long count(JdbcClient sql, Collection<UUID> records) {
        long count = 0;
        for (String table : TABLES) {
            count +=
                    sql.sql(
                                    "SELECT count(*) FROM %s WHERE subject_key = ANY (:keys::uuid[])"
                                            .formatted(table))
                            .param("keys", SqlArrays.keys(records))
                            .query(Long.class)
                            .single();
        }
        return count;
    }

    private void bury(JdbcClient sql, Order order, Plan plan) {
        ArrayNode rows = JSON.createArrayNode();
        plan.facts()
                .forEach(f ->
                        rows.addObject()
                                .put("p", f.position())
                                .put("f", f.id().text())
                                .put("h", hash(f)));
        sql.sql(
                        """
                        INSERT INTO facts.tombstone (position, fact, hash, order_id)
                        SELECT r.p, r.f, decode(r.h, 'hex'), :order
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(p bigint, f text, h text)
                        """)
                .param("order", order.number())
                .param("rows", rows.toString())
                .update();
        var keys = SqlArrays.keys(order.records());
        for (String table : TABLES) {
            // What Sightline recorded of itself may be recorded again under the same id.
            sql.sql(
                            """
                            UPDATE %s SET subject_key = '%s', record_keys = '{}', happened_from = NULL,
                              happened_until = NULL, recorded_at = NULL, address_key = NULL, occupies = false,
                              body = '', message_key = CASE WHEN sender = 'sightline' THEN gen_random_uuid()
                                                            ELSE message_key END
                             WHERE subject_key = ANY (:keys::uuid[])
                            """
                                    .formatted(table, NOBODY))
                    .param("keys", keys)
                    .update();
        }
        sql.sql(
                        """
                        DELETE FROM facts.participant p USING jsonb_to_recordset(:rows::jsonb) AS r(p bigint)
                         WHERE p.position = r.p
                        """)
                .param("rows", rows.toString())
                .update();
        sql.sql("DELETE FROM facts.photograph WHERE record_key = ANY (:keys::uuid[])")
                .param("keys", keys)
                .update();
        sql.sql("DELETE FROM facts.record_seed WHERE record_key = ANY (:keys::uuid[])")
                .param("keys", keys)
                .update();
        sql.sql(
                        """
                        UPDATE facts.erasure SET state = 'erased', erased_at = now(), settling = :settling::jsonb
                         WHERE order_id = :order
                        """)
                .param("order", order.number())
                .param("settling", settling(plan))
                .update();
    }

    private static String settling(Plan plan) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode beside = node.putArray("beside");
        new TreeSet<>(plan.beside()).forEach(r -> beside.add(RecordKey.of(r).toString()));
        ArrayNode addresses = node.putArray("addresses");
        plan.addresses().forEach(a -> addresses.add(a.toString()));
        return node.toString();
    }

    /** Draws the planner's statistics anew: they quote rows that are gone. In the pipeline's. */
    public boolean drawStatisticsAnew(JdbcClient sql) {
        sql.sql("SELECT facts.draw_statistics_anew()").query((_, _) -> true).single();
        return true;
    }

    /** Also what followed from the records to the child that an unborn one became. */
    private static void endAccess(JdbcClient sql, Order order) {
        sql.sql(
                        """
                        DELETE FROM access.relationship
                         WHERE record_key = ANY (:keys::uuid[]) OR follows = ANY (:keys::uuid[])
                        """)
                .param("keys", SqlArrays.keys(order.records()))
                .update();
    }

    private String hash(Fact fact) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(FactJson.write(fact)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", broken);
        }
    }
}
