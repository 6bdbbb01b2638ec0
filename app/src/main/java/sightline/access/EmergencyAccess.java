package sightline.access;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Emergency access: one person, 60 minutes, a reason in words, reviewed afterwards by a privacy
 * officer. It never opens a sealed class, nor anybody who touches the reader privately. A fourth
 * opening in seven days is refused until somebody has spoken with the reader.
 */
public final class EmergencyAccess {
    /** The fewest characters of a reason. */
    public static final int MIN_REASON = 20;

    /** Why, as a choice. */
    public enum Code {
        /** The person is here and needs care or protection now. */
        HERE_NOW,
        /** Somebody is in danger elsewhere. */
        DANGER,
        /** Whoever normally reads cannot be reached. */
        NOBODY_REACHED
    }

    /** Emergency access that waits for its review. */
    public record ToReview(
            long id,
            UserId user,
            String agency,
            PersonId subject,
            String code,
            Text reason,
            Instant openedAt,
            Instant dueAt) {}

    /**
     * Opens access; it holds from the next transaction on. Write the journal entry ({@code
     * EMERGENCY}) in the same transaction.
     *
     * @param subject named in the open context
     * @param reviewDue the end of the second working day
     * @return its number
     * @throws org.springframework.dao.DataAccessException if it is refused, with SQLSTATE SL004 or
     *     SL005
     */
    public long open(JdbcClient sql, PersonId subject, Code code, Text reason, Instant reviewDue) {
        if (reason.value().strip().length() < MIN_REASON) {
            throw new IllegalArgumentException(
                    "The reason is too short.\nSay in %d characters or more what you need and why now."
                            .formatted(MIN_REASON));
        }
        return sql.sql("SELECT access.open_emergency(:subject, :code, :reason, :due::timestamptz)")
                .param("subject", subject.value())
                .param("code", code.name())
                .param("reason", reason.value().strip())
                .param("due", reviewDue.toString())
                .query(Long.class)
                .single();
    }

    /**
     * What waits for review, the most urgent first; empty for everybody but privacy officers and
     * jobs.
     */
    public List<ToReview> toReview(JdbcClient sql) {
        return sql.sql("SELECT * FROM access.emergencies_to_review()")
                .query((row, _) ->
                        new ToReview(
                                row.getLong("emergency_id"),
                                new UserId(text(row.getString("actor"))),
                                text(row.getString("agency")),
                                new PersonId(text(row.getString("subject"))),
                                text(row.getString("reason_code")),
                                new Text(text(row.getString("reason"))),
                                row.getTimestamp("opened_at").toInstant(),
                                row.getTimestamp("review_due_at").toInstant()))
                .list();
    }

    /** What a review found. */
    public enum Outcome {
        /** Somebody was in danger, and it could not wait. */
        JUSTIFIED,
        /** It could have waited, and was meant well: somebody speaks with them. */
        COULD_HAVE_WAITED,
        /** It should not have been opened: it goes to their manager. */
        NOT_JUSTIFIED
    }

    /**
     * Records a review.
     *
     * @param note what was found, in words
     * @return false where it was reviewed already, or was the reviewer's own
     */
    public boolean review(JdbcClient sql, long emergency, Outcome outcome, Text note) {
        return sql.sql("SELECT access.review_emergency(:emergency, :outcome, :note)")
                .param("emergency", emergency)
                .param("outcome", outcome.name())
                .param("note", note.value())
                .query(Boolean.class)
                .single();
    }

    private static String text(@org.jspecify.annotations.Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
