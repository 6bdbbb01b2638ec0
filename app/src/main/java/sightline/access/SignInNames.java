package sightline.access;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Failures to sign in, counted by the name that was typed, whether anybody has it or not. */
final class SignInNames {
    private final SecretKeySpec key;

    SignInNames(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    boolean isLocked(JdbcClient sql, String name) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM access.sign_in_attempt
                                        WHERE name_hash = :name AND locked_until > now())
                        """)
                .param("name", hash(name))
                .query(Boolean.class)
                .single();
    }

    /** A failure after a quiet day begins a new count. */
    void failed(JdbcClient sql, String name) {
        sql.sql(
                        """
                        INSERT INTO access.sign_in_attempt AS a (name_hash, failures, last_at)
                        VALUES (:name, 1, now())
                        ON CONFLICT (name_hash) DO UPDATE
                           SET failures = CASE WHEN a.last_at < now() - interval '1 day' THEN 1 ELSE a.failures + 1 END,
                               last_at = now(),
                               locked_until = CASE WHEN a.failures + 1 >= :most AND a.last_at >= now() - interval '1 day'
                                                   THEN now() + interval '15 minutes' END
                        """)
                .param("name", hash(name))
                .param("most", Accounts.FAILURES_TO_LOCK)
                .update();
    }

    void succeeded(JdbcClient sql, String name) {
        sql.sql("DELETE FROM access.sign_in_attempt WHERE name_hash = :name")
                .param("name", hash(name))
                .update();
    }

    private byte[] hash(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
