package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.Deliveries;
import sightline.core.alerts.Ways;
import sightline.core.directory.ContactRoute;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What waits to be sent, and what came of what was, within the pipeline's transaction. */
public final class DeliveryQueue implements Deliveries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final ArrayNode rows = JSON.createArrayNode();

    public DeliveryQueue(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void add(Optional<UUID> telling, String what, Ways ways, boolean urgent) {
        for (ContactRoute.Channel channel : ways.sentBy(urgent)) {
            String name = what + "|" + ways.post() + "|" + channel;
            var row = rows.addObject();
            row.put("i", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
            telling.ifPresent(t -> row.put("t", t.toString()));
            row.put("p", ways.post().value()).put("c", channel.slug()).put("u", urgent);
        }
    }

    @Override
    public void keep(Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO alerts.delivery (delivery_id, telling_id, post, channel, urgent, next_at)
                        SELECT r.i, r.t, r.p, r.c, r.u, :now::timestamptz
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(i uuid, t uuid, p text, c text, u boolean)
                        ON CONFLICT DO NOTHING
                        """)
                .param("now", now.toString())
                .param("rows", rows.toString())
                .update();
        rows.removeAll();
    }

    @Override
    public List<Finished> finished(int most) {
        return sql.sql(
                        """
                        WITH next AS (
                          SELECT delivery_id FROM alerts.delivery
                           WHERE state <> 'waiting' AND NOT reported ORDER BY delivery_id LIMIT :most
                             FOR UPDATE SKIP LOCKED),
                        done AS (
                          UPDATE alerts.delivery d SET reported = true FROM next
                           WHERE d.delivery_id = next.delivery_id
                          RETURNING d.delivery_id, d.telling_id, d.post, d.channel, d.state)
                        SELECT d.telling_id, d.post, d.channel, d.state = 'sent' AS sent,
                               d.state = 'dead'
                               AND NOT EXISTS (SELECT FROM alerts.delivery o WHERE o.telling_id = d.telling_id
                                                  AND o.delivery_id <> d.delivery_id AND o.state <> 'dead')
                               AND NOT EXISTS (SELECT FROM alerts.seen s WHERE s.telling_id = d.telling_id) AS last
                          FROM done d WHERE d.telling_id IS NOT NULL ORDER BY d.delivery_id
                        """)
                .param("most", most)
                .query((row, _) ->
                        new Finished(
                                Objects.requireNonNull(row.getObject(1, UUID.class)),
                                Objects.requireNonNull(row.getString(2)),
                                Objects.requireNonNull(row.getString(3)),
                                row.getBoolean(4),
                                row.getBoolean(5)))
                .list();
    }
}
