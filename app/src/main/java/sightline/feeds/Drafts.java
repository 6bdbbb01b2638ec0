package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.Text;
import sightline.database.Claims;
import sightline.database.Secrets;
import sightline.database.Transactions;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What practitioners were writing when they had to leave: kept sealed, each person's own, until it
 * is sent or a week has passed. It outlives the session.
 */
public final class Drafts {
    /** The most bytes of a draft: ten fields of 20,000 characters each, whatever the script. */
    public static final int MOST = 600_000;

    /** Waits for whoever is saving a draft, and lets nobody save one until the transaction ends. */
    static final String ENDING = "SELECT pg_advisory_xact_lock(hashtext('feeds.draft'))";

    private static final String SAVING =
            "SELECT pg_advisory_xact_lock_shared(hashtext('feeds.draft'))";
    private static final Duration KEPT = Duration.ofDays(7);

    /** Stands beside the fields, and is none: a form's own names have letters first. */
    private static final String WINDOW = "|window";

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Transactions transactions;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public Drafts(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.key = new SecretKeySpec(secrets.key("drafts", 32), "AES");
    }

    /**
     * A draft.
     *
     * @param fields what was typed, by the name of each field
     */
    public record Draft(Map<String, Text> fields, Instant savedAt) {
        public Draft {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * One showing of a form: the same form in another window is another.
     *
     * @param shown when it was shown, to the second
     */
    public record Window(String id, Instant shown) {}

    /** What came of saving a draft. */
    public enum Saved {
        KEPT,
        /** Another window saved it after this one was shown: what that one wrote stands. */
        WRITTEN_ELSEWHERE,
        TOO_LONG,
        /** What it is about was erased. */
        ENDED
    }

    /**
     * Keeps what somebody typed in a form, in the place of what they had typed before.
     *
     * @param form which form, without personal data
     */
    public Saved save(Claims reader, String form, Map<String, String> fields, Instant now) {
        return save(reader, form, fields, Optional.empty(), now);
    }

    /**
     * The same, unless another window's words stand there that whoever writes in this one has not
     * seen.
     */
    public Saved save(
            Claims reader,
            String form,
            Map<String, String> fields,
            Optional<Window> window,
            Instant now) {
        Map<String, String> all = new HashMap<>(fields);
        window.ifPresent(w -> all.put(WINDOW, w.id()));
        byte[] plain = JSON.writeValueAsBytes(all);
        if (plain.length > MOST) {
            return Saved.TOO_LONG;
        }
        byte[] sealed = seal(reader, form, plain);
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    var _ = sql.sql(SAVING).query((_, _) -> true).list();
                    sql.sql("DELETE FROM feeds.draft WHERE expires_at < :now")
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .update();
                    if (window.isPresent() && elsewhere(sql, reader, form, window.get())) {
                        return Saved.WRITTEN_ELSEWHERE;
                    }
                    return sql.sql(
                                                    """
                                                    INSERT INTO feeds.draft (actor, form, content, saved_at, expires_at)
                                                    SELECT (SELECT access.actor()), :form, :content, :now, :until
                                                     WHERE NOT EXISTS (SELECT FROM feeds.ended_form e
                                                        WHERE e.about IN (
                                                          SELECT encode(sha256(convert_to(part, 'UTF8')), 'hex')
                                                            FROM unnest(string_to_array(substr(:form, strpos(:form, '|') + 1), '--')) part))
                                                    ON CONFLICT (actor, form) DO UPDATE SET content = excluded.content,
                                                      saved_at = excluded.saved_at, expires_at = excluded.expires_at
                                                    """)
                                            .param("form", form)
                                            .param("content", sealed)
                                            .param("now", now.atOffset(ZoneOffset.UTC))
                                            .param("until", now.plus(KEPT).atOffset(ZoneOffset.UTC))
                                            .update()
                                    == 1
                            ? Saved.KEPT
                            : Saved.ENDED;
                });
    }

    private boolean elsewhere(JdbcClient sql, Claims reader, String form, Window window) {
        return sql.sql(
                        """
                        SELECT content, saved_at FROM feeds.draft
                         WHERE actor = (SELECT access.actor()) AND form = :form
                           FOR UPDATE
                        """)
                .param("form", form)
                .query((row, _) -> {
                    Instant saved = row.getTimestamp(2).toInstant();
                    return saved.truncatedTo(ChronoUnit.SECONDS).isAfter(window.shown())
                            && !window.id()
                                    .equals(fields(reader, form, row.getBytes(1)).get(WINDOW));
                })
                .optional()
                .orElse(false);
    }

    /** What the reader was writing in that form. */
    public Optional<Draft> find(Claims reader, String form, Instant now) {
        return transactions.asReader(
                reader,
                List.of(),
                sql ->
                        sql.sql(
                                        """
                                        SELECT content, saved_at FROM feeds.draft
                                         WHERE actor = (SELECT access.actor()) AND form = :form
                                           AND expires_at > :now
                                        """)
                                .param("form", form)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .query((row, _) ->
                                        draft(reader, form, row.getBytes(1), row.getTimestamp(2)))
                                .optional());
    }

    private Draft draft(Claims reader, String form, byte[] sealed, Timestamp savedAt) {
        Map<String, String> fields = fields(reader, form, sealed);
        fields.remove(WINDOW);
        Map<String, Text> texts = new HashMap<>();
        fields.forEach((name, value) -> texts.put(name, new Text(value)));
        return new Draft(texts, savedAt.toInstant());
    }

    private Map<String, String> fields(Claims reader, String form, byte[] sealed) {
        return JSON.readValue(open(reader, form, sealed), new TypeReference<>() {});
    }

    /** Forgets it: it was sent. */
    public void forget(Claims reader, String form) {
        transactions.asReader(
                reader,
                List.of(),
                sql ->
                        sql.sql(
                                        """
                                        DELETE FROM feeds.draft
                                         WHERE actor = (SELECT access.actor()) AND form = :form
                                        """)
                                .param("form", form)
                                .update());
    }

    private byte[] seal(Claims reader, String form, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, reader, form, nonce, plain);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    private byte[] open(Claims reader, String form, byte[] sealed) {
        return run(
                Cipher.DECRYPT_MODE,
                reader,
                form,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /** Bound to whose it is and to its form, so that none can be put in another's place. */
    private byte[] run(int mode, Claims reader, String form, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((reader.actor() + "|" + form).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "A draft cannot be opened.\nIs this the master key it was written with?",
                    broken);
        }
    }
}
