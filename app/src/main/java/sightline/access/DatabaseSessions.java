package sightline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sessions in the database, so that every process that shares it knows whoever signed in at
 * another. What a session remembers is sealed; its cookie's value is kept as a hash.
 */
public final class DatabaseSessions implements FindByIndexNameSessionRepository<KeptSession> {
    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Only what sessions hold is ever read back. */
    private static final ObjectInputFilter HELD =
            ObjectInputFilter.Config.createFilter(
                    "java.lang.*;java.util.*;java.util.concurrent.**;java.time.*;sightline.access.*;"
                            + "sightline.web.*;org.springframework.security.**;!*");

    private final Transactions transactions;
    private final SecretKeySpec key;
    private final Duration idle;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param idle after how long without a request a session ends
     */
    public DatabaseSessions(
            Transactions transactions, Secrets secrets, Duration idle, InstantSource clock) {
        this.transactions = transactions;
        this.key = new SecretKeySpec(secrets.key("sessions", 32), "AES");
        this.idle = idle;
        this.clock = clock;
    }

    @Override
    public KeptSession createSession() {
        return new KeptSession(idle, clock.instant());
    }

    @Override
    public void save(KeptSession session) {
        if (!session.toBeWritten()) {
            return;
        }
        byte[] name = name(session.getId());
        byte[] content = seal(name, written(session));
        Instant last = session.getLastAccessedTime();
        transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    sql.sql(
                                    "DELETE FROM access.session WHERE expires_at < :now OR session_key = :former")
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .param("former", name(session.formerId()))
                            .update();
                    return sql.sql(
                                    """
                                    INSERT INTO access.session (session_key, principal, content, last_accessed, expires_at)
                                    VALUES (:name, :principal, :content, :last, :until)
                                    ON CONFLICT (session_key) DO UPDATE SET principal = excluded.principal,
                                      content = excluded.content, last_accessed = excluded.last_accessed,
                                      expires_at = excluded.expires_at
                                    """)
                            .param("name", name)
                            .param("principal", principal(session))
                            .param("content", content)
                            .param("last", last.atOffset(ZoneOffset.UTC))
                            .param(
                                    "until",
                                    last.plus(session.getMaxInactiveInterval())
                                            .atOffset(ZoneOffset.UTC))
                            .update();
                });
        session.written();
    }

    private static String principal(KeptSession session) {
        Object context = session.getAttribute(CONTEXT);
        return context instanceof SecurityContext held && held.getAuthentication() != null
                ? held.getAuthentication().getName()
                : "";
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        byte[] name = name(id);
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql(
                                        """
                                        SELECT content FROM access.session
                                         WHERE session_key = :name AND expires_at > :now
                                        """)
                                .param("name", name)
                                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .query((row, _) ->
                                        read(open(name, Objects.requireNonNull(row.getBytes(1)))))
                                .optional()
                                .orElse(null));
    }

    @Override
    public void deleteById(String id) {
        transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql("DELETE FROM access.session WHERE session_key = :name")
                                .param("name", name(id))
                                .update());
    }

    @Override
    public Map<String, KeptSession> findByIndexNameAndIndexValue(String index, String value) {
        if (!index.equals(PRINCIPAL_NAME_INDEX_NAME)) {
            return Map.of();
        }
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    Map<String, KeptSession> found = new LinkedHashMap<>();
                    sql.sql(
                                    """
                                    SELECT session_key, content FROM access.session
                                     WHERE principal = :principal AND expires_at > :now ORDER BY last_accessed
                                    """)
                            .param("principal", value)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .query((row, _) ->
                                    read(
                                            open(
                                                    Objects.requireNonNull(row.getBytes(1)),
                                                    Objects.requireNonNull(row.getBytes(2)))))
                            .list()
                            .forEach(s -> found.put(s.getId(), s));
                    return found;
                });
    }

    private static byte[] name(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static byte[] written(KeptSession session) {
        var attributes = new HashMap<String, Object>();
        for (String name : session.getAttributeNames()) {
            Object value = session.getAttribute(name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeUTF(session.getId());
            out.writeLong(session.getCreationTime().toEpochMilli());
            out.writeLong(session.getLastAccessedTime().toEpochMilli());
            out.writeLong(session.getMaxInactiveInterval().toSeconds());
            out.writeObject(attributes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("a session holds what cannot be written", unwritable);
        }
        return bytes.toByteArray();
    }

    private static KeptSession read(byte[] plain) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(plain))) {
            in.setObjectInputFilter(HELD);
            var session = new MapSession(in.readUTF());
            session.setCreationTime(Instant.ofEpochMilli(in.readLong()));
            session.setLastAccessedTime(Instant.ofEpochMilli(in.readLong()));
            session.setMaxInactiveInterval(Duration.ofSeconds(in.readLong()));
            if (in.readObject() instanceof Map<?, ?> attributes) {
                attributes.forEach(
                        (name, value) -> session.setAttribute(String.valueOf(name), value));
            }
            return new KeptSession(session);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a session cannot be read", unreadable);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(
                    "a session holds what this version does not know", unknown);
        }
    }

    private byte[] seal(byte[] name, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, name, nonce, plain);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    private byte[] open(byte[] name, byte[] sealed) {
        return run(
                Cipher.DECRYPT_MODE,
                name,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /** Bound to its row, so that none can be put in another's place. */
    private byte[] run(int mode, byte[] name, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "A session cannot be opened.\nDo all processes have one master key?", broken);
        }
    }
}
