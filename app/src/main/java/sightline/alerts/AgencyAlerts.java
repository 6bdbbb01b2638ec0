package sightline.alerts;

import sightline.core.facts.Codes;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.kernel.AgencyId;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an agency's own system fetches: that its posts were told something, and nothing of what it
 * is. What it confirms counts as opened: it has put it before a person. What somebody there did
 * about it their system says too.
 */
public final class AgencyAlerts {
    private static final int MOST = 200;

    private final Transactions transactions;

    public AgencyAlerts(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Something that a post of the agency was told and nobody opened.
     *
     * @param id to confirm it by
     * @param role whom at the agency it is for
     * @param alert the alert's reference, as its page has it
     */
    public record Waiting(UUID id, String role, String alert, Instant toldAt) {}

    /** What waits for an agency, the oldest first. */
    public List<Waiting> of(AgencyId agency) {
        return transactions.asJob(
                JobName.COURIER,
                sql ->
                        sql.sql(
                                        """
                                        SELECT t.telling_id, split_part(t.recipient, '/', 2), t.reference, t.told_at
                                          FROM alerts.telling t
                                         WHERE split_part(t.recipient, '/', 1) = :agency AND NOT EXISTS (
                                           SELECT FROM alerts.seen s WHERE s.telling_id = t.telling_id)
                                         ORDER BY t.told_at, t.telling_id LIMIT :most
                                        """)
                                .param("agency", agency.value())
                                .param("most", MOST)
                                .query((row, _) ->
                                        new Waiting(
                                                Objects.requireNonNull(
                                                        row.getObject(1, UUID.class)),
                                                Objects.requireNonNull(row.getString(2)),
                                                Objects.requireNonNull(row.getString(3)),
                                                Objects.requireNonNull(row.getTimestamp(4))
                                                        .toInstant()))
                                .list());
    }

    /** The alert's reference of what a post of the agency was told under that id. */
    public Optional<String> told(AgencyId agency, UUID id) {
        return transactions.asJob(
                JobName.COURIER,
                sql ->
                        sql.sql(
                                        """
                                        SELECT reference FROM alerts.telling
                                         WHERE telling_id = :id AND split_part(recipient, '/', 1) = :agency
                                        """)
                                .param("agency", agency.value())
                                .param("id", id)
                                .query(String.class)
                                .optional());
    }

    /** The agency's system has it; confirming twice is the same as once. */
    public boolean confirm(AgencyId agency, UUID id) {
        return note(agency, id, AlertSeen.Step.OPENED);
    }

    /**
     * Somebody at the agency acknowledged it in their own system, and so has opened it. Who they
     * are stands in the message that says so.
     */
    public boolean acknowledge(AgencyId agency, UUID id) {
        return note(agency, id, AlertSeen.Step.OPENED, AlertSeen.Step.ACKNOWLEDGED);
    }

    private boolean note(AgencyId agency, UUID id, AlertSeen.Step... steps) {
        String names = Arrays.stream(steps).map(Codes::kebab).collect(Collectors.joining(","));
        return transactions.asJob(
                JobName.COURIER,
                sql -> {
                    sql.sql(
                                    """
                                    INSERT INTO alerts.seen (telling_id, step, way, by_whom)
                                    SELECT t.telling_id, step, 'fetch', 'system:' || :agency
                                      FROM alerts.telling t, unnest(string_to_array(:steps, ',')) AS step
                                     WHERE t.telling_id = :id AND split_part(t.recipient, '/', 1) = :agency
                                    ON CONFLICT DO NOTHING
                                    """)
                            .param("agency", agency.value())
                            .param("steps", names)
                            .param("id", id)
                            .update();
                    return sql.sql(
                                            """
                                            SELECT count(*) FROM alerts.seen s JOIN alerts.telling t USING (telling_id)
                                             WHERE s.telling_id = :id AND s.step = 'opened'
                                               AND split_part(t.recipient, '/', 1) = :agency
                                            """)
                                    .param("agency", agency.value())
                                    .param("id", id)
                                    .query(Long.class)
                                    .single()
                            > 0;
                });
    }
}
