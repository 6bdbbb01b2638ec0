package sightline.locator;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.locator.PairKey;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.identity.Identities;
import sightline.register.RegisterLine;
import sightline.register.RegisterList;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps, for each linked installation and for the weeks around this one, by which hashes it may
 * find whoever is under a register here.
 */
final class Indexing {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 200;
    private static final Duration QUESTIONS_KEPT = Duration.ofDays(90);

    private final Transactions transactions;
    private final Peers peers;
    private final Identities identities;

    Indexing(Transactions transactions, Peers peers, Identities identities) {
        this.transactions = transactions;
        this.peers = peers;
        this.identities = identities;
    }

    /** Does some of what is to be done; whether more waits. */
    boolean run(Instant now) {
        return transactions.asJob(JobName.PIPELINE, sql -> run(sql, now));
    }

    private boolean run(JdbcClient sql, Instant now) {
        List<Peer> all = peers.all(sql);
        if (all.isEmpty()) {
            return false;
        }
        begin(sql, all, now);
        Map<PersonId, Optional<AgencyId>> stale = stale(sql);
        if (!stale.isEmpty()) {
            replace(sql, all, stale, now);
        }
        return stale.size() == AT_ONCE;
    }

    /** A link or a week that is new: everybody under a register is to be found under it. */
    private static void begin(JdbcClient sql, List<Peer> all, Instant now) {
        long week = PairKey.epoch(now);
        sql.sql("DELETE FROM locator.key WHERE epoch < :e").param("e", week - 1).update();
        sql.sql("DELETE FROM locator.indexed WHERE epoch < :e").param("e", week - 1).update();
        int begun =
                sql.sql(
                                """
                                INSERT INTO locator.indexed (peer, epoch, at)
                                SELECT p, e, :now FROM unnest(:peers::text[]) p, generate_series(:from, :until) e
                                ON CONFLICT DO NOTHING
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param(
                                "peers",
                                SqlArrays.texts(all.stream().map(p -> p.name().value()).toList()))
                        .param("from", week - 1)
                        .param("until", week + 1)
                        .update();
        if (begun == 0) {
            return;
        }
        // The journal keeps that it was asked; here it is needed against a second coming alone.
        sql.sql(
                        """
                        DELETE FROM locator.question
                         WHERE received_at < :before AND (taken OR record_keys = '{}')
                        """)
                .param("before", now.minus(QUESTIONS_KEPT).atOffset(ZoneOffset.UTC))
                .update();
        ArrayNode rows = JSON.createArrayNode();
        Map<PersonId, AgencyId> keepers = new LinkedHashMap<>();
        for (RegisterLine line : new RegisterList(sql).lines()) {
            if (line.entry().state().under()) {
                keepers.putIfAbsent(line.subject(), line.entry().keeper());
            }
        }
        keepers.forEach(
                (who, keeper) -> rows.addObject().put("s", who.value()).put("k", keeper.value()));
        sql.sql(
                        """
                        INSERT INTO locator.stale (subject, keeper, since)
                        SELECT r.s, r.k, :now FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, k text)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Map<PersonId, Optional<AgencyId>> stale(JdbcClient sql) {
        Map<PersonId, Optional<AgencyId>> stale = new LinkedHashMap<>();
        sql.sql(
                        """
                        DELETE FROM locator.stale WHERE subject IN (
                          SELECT subject FROM locator.stale ORDER BY since, subject LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING subject, keeper
                        """)
                .param("most", AT_ONCE)
                .query(row -> {
                    stale.put(
                            new PersonId(Objects.requireNonNull(row.getString(1))),
                            Optional.ofNullable(row.getString(2)).map(AgencyId::new));
                });
        return stale;
    }

    private void replace(
            JdbcClient sql, List<Peer> all, Map<PersonId, Optional<AgencyId>> stale, Instant now) {
        Map<PersonId, AgencyId> kept = new HashMap<>();
        stale.forEach((who, keeper) -> keeper.ifPresent(k -> kept.put(who, k)));
        ArrayNode rows = JSON.createArrayNode();
        Described.people(identities.in(sql), kept.keySet())
                .forEach((who, person) ->
                        rows(rows, all, who, person, Objects.requireNonNull(kept.get(who)), now));
        sql.sql("DELETE FROM locator.key WHERE subject = ANY (:s::text[])")
                .param("s", SqlArrays.people(stale.keySet()))
                .update();
        sql.sql(
                        """
                        INSERT INTO locator.key (peer, epoch, hash, record_key, subject, keeper)
                        SELECT r.p, r.e, r.h, r.r, r.s, r.k FROM jsonb_to_recordset(:rows::jsonb)
                          AS r(p text, e bigint, h uuid, r uuid, s text, k text)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private static void rows(
            ArrayNode rows,
            List<Peer> all,
            PersonId who,
            Described.Person person,
            AgencyId keeper,
            Instant now) {
        long week = PairKey.epoch(now);
        String record = RecordKey.of(person.records().getFirst()).toString();
        for (Peer peer : all) {
            for (long epoch = week - 1; epoch <= week + 1; epoch++) {
                for (var form : person.forms()) {
                    rows.addObject()
                            .put("p", peer.name().value())
                            .put("e", epoch)
                            .put("h", peer.key().hash(form, epoch))
                            .put("r", record)
                            .put("s", who.value())
                            .put("k", keeper.value());
                }
            }
        }
    }
}
