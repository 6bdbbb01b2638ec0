package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.Text;
import sightline.database.Claims;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.SqlArrays;
import sightline.database.Transactions;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What practitioners were writing when they had to leave, with the file that they had chosen: kept
 * sealed, each person's own, until it is sent or a week has passed. It outlives the session.
 */
public final class Drafts {
    /** The most bytes of a draft: ten fields of 20,000 characters each, whatever the script. */
    public static final int MOST = 600_000;

    /**
     * The most bytes of a file: what a photograph of the largest size has once it is written anew.
     */
    public static final int FILE_MOST = 32 * 1024 * 1024;

    /** Waits for whoever is saving a draft, and lets nobody save one until the transaction ends. */
    static final String ENDING = "SELECT pg_advisory_xact_lock(hashtext('feeds.draft'))";

    private static final String SAVING =
            "SELECT pg_advisory_xact_lock_shared(hashtext('feeds.draft'))";
    private static final Duration KEPT = Duration.ofDays(7);

    /** Ends the name under which a form's file is sealed. */
    private static final String FILE = "|file";

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
     * @param more whether another waits that was kept under a name of before
     */
    public record Draft(Map<String, Text> fields, Instant savedAt, boolean more) {
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

    /**
     * A draft that waits, with a file.
     *
     * @param until when it ends
     */
    public record Waiting(String form, Map<String, Text> fields, Instant until) {
        public Waiting {
            fields = Map.copyOf(fields);
        }
    }

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
        return find(reader, form, List.of(), now);
    }

    /**
     * The same of a form that had other names before: where nothing is kept under its name, the
     * newest that is under one of those is from now on.
     */
    public Optional<Draft> find(
            Claims reader, String form, Collection<String> before, Instant now) {
        List<String> names = new ArrayList<>(before);
        names.add(form);
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    if (!before.isEmpty()) {
                        var _ = sql.sql(SAVING).query((_, _) -> true).list();
                    }
                    List<Row> rows = rows(sql, reader, names, form, now);
                    if (rows.isEmpty()) {
                        return Optional.<Draft>empty();
                    }
                    Row first = rows.getFirst();
                    if (!first.form().equals(form)) {
                        move(sql, reader, first, form);
                    }
                    return Optional.of(
                            new Draft(texts(first.fields()), first.savedAt(), rows.size() > 1));
                });
    }

    private record Row(String form, Map<String, String> fields, Instant savedAt) {}

    /** Those of the reader's that are kept under these names, the first name's before all. */
    private List<Row> rows(
            JdbcClient sql, Claims reader, Collection<String> names, String first, Instant now) {
        return sql.sql(
                        """
                        SELECT form, content, saved_at FROM feeds.draft
                         WHERE actor = (SELECT access.actor()) AND form = ANY (:forms::text[])
                           AND expires_at > :now
                         ORDER BY form = :first DESC, saved_at DESC
                        """)
                .param("forms", SqlArrays.texts(names))
                .param("first", first)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Row(
                                row.getString(1),
                                fields(reader, row.getString(1), row.getBytes(2)),
                                row.getTimestamp(3).toInstant()))
                .list();
    }

    /** What another showing of the form does meanwhile wins: then nothing is moved. */
    private void move(JdbcClient sql, Claims reader, Row from, String form) {
        int moved =
                sql.sql(
                                """
                                INSERT INTO feeds.draft (actor, form, content, saved_at, expires_at)
                                SELECT actor, :form, :content, saved_at, expires_at FROM feeds.draft
                                 WHERE actor = (SELECT access.actor()) AND form = :from
                                ON CONFLICT DO NOTHING
                                """)
                        .param("form", form)
                        .param("from", from.form())
                        .param("content", seal(reader, form, JSON.writeValueAsBytes(from.fields())))
                        .update();
        if (moved == 1) {
            attached(sql, reader, from.form()).ifPresent(file -> attach(sql, reader, form, file));
            delete(sql, List.of(from.form()));
        }
    }

    /**
     * Keeps a file that somebody chose in a form, with the draft of that form and for as long.
     *
     * @param file at most {@value #FILE_MOST} bytes
     * @return false where there is no draft of it
     */
    public boolean attach(Claims reader, String form, byte[] file) {
        if (file.length > FILE_MOST) {
            throw new IllegalArgumentException(
                    "A draft's file has %d bytes.\nKeep at most %d."
                            .formatted(file.length, FILE_MOST));
        }
        return transactions.asReader(reader, List.of(), sql -> attach(sql, reader, form, file));
    }

    private boolean attach(JdbcClient sql, Claims reader, String form, byte[] file) {
        return sql.sql(
                                """
                                INSERT INTO feeds.draft_file (actor, form, content)
                                SELECT actor, form, :content FROM feeds.draft
                                 WHERE actor = (SELECT access.actor()) AND form = :form
                                ON CONFLICT (actor, form) DO UPDATE SET content = excluded.content
                                """)
                        .param("form", form)
                        .param("content", seal(reader, form + FILE, file))
                        .update()
                == 1;
    }

    /** The file that is kept with a draft. */
    public Optional<byte[]> attached(Claims reader, String form) {
        return transactions.asReader(reader, List.of(), sql -> attached(sql, reader, form));
    }

    private Optional<byte[]> attached(JdbcClient sql, Claims reader, String form) {
        return sql.sql(
                        """
                        SELECT content FROM feeds.draft_file
                         WHERE actor = (SELECT access.actor()) AND form = :form
                        """)
                .param("form", form)
                .query((row, _) -> open(reader, form + FILE, row.getBytes(1)))
                .optional();
    }

    /** Whether one is. */
    public boolean hasAttached(Claims reader, String form) {
        return transactions.asReader(
                reader,
                List.of(),
                sql ->
                        sql.sql(
                                        """
                                        SELECT EXISTS (SELECT FROM feeds.draft_file
                                         WHERE actor = (SELECT access.actor()) AND form = :form)
                                        """)
                                .param("form", form)
                                .query(Boolean.class)
                                .single());
    }

    /**
     * The reader's drafts with a file, those that end first before the others.
     *
     * @param forms with what the names of these forms begin
     */
    public List<Waiting> withFiles(Claims reader, String forms, Instant now) {
        return transactions.asReader(
                reader,
                List.of(),
                sql ->
                        sql.sql(
                                        """
                                        SELECT form, d.content, expires_at
                                          FROM feeds.draft d JOIN feeds.draft_file USING (actor, form)
                                         WHERE actor = (SELECT access.actor()) AND starts_with(form, :forms)
                                           AND expires_at > :now
                                         ORDER BY expires_at, form
                                        """)
                                .param("forms", forms)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .query((row, _) ->
                                        new Waiting(
                                                row.getString(1),
                                                texts(
                                                        fields(
                                                                reader,
                                                                row.getString(1),
                                                                row.getBytes(2))),
                                                row.getTimestamp(3).toInstant()))
                                .list());
    }

    /** Takes the file out of a draft; what was typed stays. */
    public void detach(Claims reader, String form) {
        transactions.asReader(
                reader,
                List.of(),
                sql ->
                        sql.sql(
                                        """
                                        DELETE FROM feeds.draft_file
                                         WHERE actor = (SELECT access.actor()) AND form = :form
                                        """)
                                .param("form", form)
                                .update());
    }

    /** Ends what was kept for as long as it may be, whoever wrote it; gives how many. */
    public int endExpired() {
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> sql.sql("DELETE FROM feeds.draft WHERE expires_at < now()").update());
    }

    private Map<String, String> fields(Claims reader, String form, byte[] sealed) {
        return JSON.readValue(open(reader, form, sealed), new TypeReference<>() {});
    }

    /** What somebody typed, without what stands beside it. */
    private static Map<String, Text> texts(Map<String, String> fields) {
        Map<String, Text> texts = new HashMap<>();
        fields.forEach((name, value) -> texts.put(name, new Text(value)));
        texts.remove(WINDOW);
        return texts;
    }

    /** Forgets it: it was sent. */
    public void forget(Claims reader, String form) {
        forget(reader, form, List.of(), Optional.empty());
    }

    /**
     * The same; and what that showing of the form kept under another name of before.
     *
     * @param window the showing that was sent
     */
    public void forget(
            Claims reader, String form, Collection<String> before, Optional<Window> window) {
        transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    List<String> ended = new ArrayList<>(List.of(form));
                    window.ifPresent(w ->
                            rows(sql, reader, before, form, Instant.EPOCH).stream()
                                    .filter(r -> w.id().equals(r.fields().get(WINDOW)))
                                    .map(Row::form)
                                    .forEach(ended::add));
                    return delete(sql, ended);
                });
    }

    private static int delete(JdbcClient sql, List<String> forms) {
        return sql.sql(
                        """
                        DELETE FROM feeds.draft
                         WHERE actor = (SELECT access.actor()) AND form = ANY (:forms::text[])
                        """)
                .param("forms", SqlArrays.texts(forms))
                .update();
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
