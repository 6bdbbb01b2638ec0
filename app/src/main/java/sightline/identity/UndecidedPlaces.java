package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.identity.PlaceKey;
import sightline.core.identity.PlaceResolution.OpenPair;

import tools.jackson.databind.node.ArrayNode;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The review queue of addresses: what a resolution left open. */
final class UndecidedPlaces {
    private final JdbcClient sql;

    UndecidedPlaces(JdbcClient sql) {
        this.sql = sql;
    }

    /** Puts what is open now in the place of what was open among these addresses. */
    void replace(Collection<UUID> resolved, List<OpenPair> open, Function<PlaceKey, UUID> key) {
        sql.sql(
                        """
                        DELETE FROM identity.undecided_place
                         WHERE first = ANY (:keys::uuid[]) OR second = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.array(resolved))
                .update();
        if (open.isEmpty()) {
            return;
        }
        ArrayNode rows = Keys.rows();
        for (OpenPair pair : open) {
            boolean inOrder = pair.first().text().compareTo(pair.second().text()) < 0;
            rows.addObject()
                    .put("f", key.apply(inOrder ? pair.first() : pair.second()).toString())
                    .put("s", key.apply(inOrder ? pair.second() : pair.first()).toString())
                    .put("r", pair.comparison().reason().name());
        }
        sql.sql(
                        """
                        INSERT INTO identity.undecided_place (first, second, reason)
                        SELECT r.f, r.s, r.r FROM jsonb_to_recordset(:rows::jsonb) AS r(f uuid, s uuid, r text)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
    }
}
