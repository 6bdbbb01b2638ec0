package sightline.access;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Approval by a second person, of another team and where the action says so of another agency. It
 * is bound to the SHA-256 of exactly what was asked for, holds 24 hours, and is used once.
 */
public final class DualControl {
    /** What takes two people. */
    public enum Action {
        /** An export of more than 50 people, or in bulk. */
        EXPORT(false),
        /** Lifting a seal. */
        UNSEAL(true),
        /** Lifting the shield of an address. */
        UNSHIELD(true),
        /** Joining or separating people that touches a seal, the register or an adoption. */
        MATCH(false),
        /** A change of rules, packs or retention. */
        POLICY_CHANGE(false),
        /** A grant of a privileged role. */
        GRANT(false),
        /** A change of what the journal records. */
        AUDIT_CHANGE(false),
        /** Publishing a review. */
        PUBLISH(false),
        /** Lifting a legal hold. */
        LIFT_HOLD(false),
        /** Erasing content. */
        ERASE(false);

        private final boolean otherAgency;

        Action(boolean otherAgency) {
            this.otherAgency = otherAgency;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Asks for approval.
     *
     * @param exactly a canonical text of all parameters and of the rows that it concerns; another
     *     text is another request
     * @return the number under which the second person finds it
     */
    public long ask(JdbcClient sql, Action action, String exactly) {
        return sql.sql("SELECT access.ask_approval(:action, :digest, :other)")
                .param("action", action.code())
                .param("digest", digest(exactly))
                .param("other", action.otherAgency)
                .query(Long.class)
                .single();
    }

    /**
     * Approves what was asked.
     *
     * @param exactly the text that the second person was shown
     * @return false where this person may not approve it, it is another text, or too late
     */
    public boolean approve(JdbcClient sql, long approval, String exactly) {
        return sql.sql("SELECT access.approve(:approval, :digest)")
                .param("approval", approval)
                .param("digest", digest(exactly))
                .query(Boolean.class)
                .single();
    }

    /**
     * Uses an approval, in the transaction of what it permits.
     *
     * @param exactly the text of what is about to be done
     * @return false where it does not permit that, any more or at all
     */
    public boolean use(JdbcClient sql, long approval, Action action, String exactly) {
        return sql.sql("SELECT access.use_approval(:approval, :action, :digest)")
                .param("approval", approval)
                .param("action", action.code())
                .param("digest", digest(exactly))
                .query(Boolean.class)
                .single();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
