package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.MessageRef;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ends the content of messages, in the eraser's transaction ({@code asEraser}): the key that opens
 * them is destroyed, then the bytes. Receipt, hash and numbers stay, and prove what was received.
 */
public final class Erasure {

    /**
     * Destroys the content of messages, and of what came in conflict with them.
     *
     * @return how many had content
     */
    public int destroy(JdbcClient sql, Collection<MessageRef> messages) {
        var references = List.copyOf(messages);
        return sql.sql(
                        """
                        WITH doomed AS (
                          SELECT r.receipt_id FROM feeds.receipt r
                            JOIN unnest(:senders::text[], :ids::text[]) AS m (sender, message_id)
                              ON m.sender = r.sender AND m.message_id = r.message_id),
                        conflicting AS (
                          DELETE FROM feeds.conflict_raw x USING feeds.conflict c, doomed d
                           WHERE x.conflict_id = c.conflict_id AND c.receipt_id = d.receipt_id),
                        keys AS (
                          DELETE FROM feeds.raw_key k USING doomed d WHERE k.receipt_id = d.receipt_id)
                        DELETE FROM feeds.raw_message m USING doomed d WHERE m.receipt_id = d.receipt_id
                        """)
                .param("senders", Columns.texts(references, ref -> ref.sender().value()))
                .param("ids", Columns.texts(references, ref -> ref.id().value()))
                .update();
    }

    /** Destroys the content of messages that could not be read and may be about one of these. */
    public int destroyConcerning(JdbcClient sql, Collection<UUID> records) {
        return sql.sql(
                        """
                        WITH doomed AS (
                          DELETE FROM feeds.concern c WHERE c.record_key = ANY (:keys::uuid[]) RETURNING c.receipt_id),
                        keys AS (
                          DELETE FROM feeds.raw_key k USING doomed d WHERE k.receipt_id = d.receipt_id)
                        DELETE FROM feeds.raw_message m USING doomed d WHERE m.receipt_id = d.receipt_id
                        """)
                .param(
                        "keys",
                        records.stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    /**
     * Ends what anybody was writing about what these pages show, in the pipeline's transaction; a
     * page that is still open keeps no draft of it from then on.
     *
     * @param pages by the opaque id of what a form is about
     */
    public int endDrafts(JdbcClient sql, Collection<String> pages) {
        var _ = sql.sql(Drafts.ENDING).query((_, _) -> true).list();
        sql.sql("DELETE FROM feeds.ended_form WHERE ended_at < now() - interval '8 days'").update();
        sql.sql(
                        """
                        INSERT INTO feeds.ended_form (about)
                        SELECT DISTINCT encode(sha256(convert_to(p, 'UTF8')), 'hex')
                          FROM unnest(:pages::text[]) p
                        ON CONFLICT (about) DO UPDATE SET ended_at = now()
                        """)
                .param("pages", Columns.texts(List.copyOf(pages), page -> page))
                .update();
        return sql.sql(
                        """
                        DELETE FROM feeds.draft
                         WHERE string_to_array(substr(form, strpos(form, '|') + 1), '--') && :pages::text[]
                        """)
                .param("pages", Columns.texts(List.copyOf(pages), page -> page))
                .update();
    }
}
