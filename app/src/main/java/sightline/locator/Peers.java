package sightline.locator;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.locator.PairKey;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The installations that are linked with this one. Their shared secrets are kept sealed. */
public final class Peers {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Transactions transactions;
    private final SecretKeySpec seal;
    private final SecureRandom random = new SecureRandom();

    /** Those of the installation with these keys. */
    public Peers(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.seal = new SecretKeySpec(secrets.key("locator secrets", 32), "AES");
    }

    /**
     * How the link with one stands.
     *
     * @param failingSince since when it does not answer
     * @param completeUpTo up to when its registers stood when it last answered
     */
    public record Link(
            PeerName name,
            URI url,
            String ring,
            Optional<Instant> failingSince,
            Optional<Instant> answeredAt,
            Optional<Instant> completeUpTo) {}

    /** A new secret for a pair, to be given to the other by hand. */
    public static byte[] newSecret() {
        byte[] secret = new byte[PairKey.BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** Links an installation; one of that name is replaced. */
    public void add(NewPeer peer, byte[] secret, Instant now) {
        PairKey.of(secret);
        byte[] publicKey = LocatorKey.publicKey(peer.publicKey());
        transactions.asJob(
                JobName.WATCH,
                sql -> {
                    delete(sql, peer.name());
                    return sql.sql(
                                    """
                                    INSERT INTO locator.peer (name, known_as, url, public_key, secret, ring, added_at)
                                    VALUES (:name, :as, :url, :key, :secret, :ring, :now)
                                    """)
                            .param("name", peer.name().value())
                            .param("as", peer.knownAs().value())
                            .param("url", peer.url().toString())
                            .param("key", publicKey)
                            .param("secret", sealed(secret))
                            .param("ring", peer.ring())
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .update();
                });
    }

    /** Ends a link, and what was asked over it; whether there was one. */
    public boolean remove(PeerName name) {
        return transactions.asJob(
                JobName.WATCH,
                sql -> {
                    boolean removed = delete(sql, name);
                    sql.sql(
                                    "DELETE FROM locator.answers WHERE NOT EXISTS (SELECT FROM locator.peer)")
                            .update();
                    return removed;
                });
    }

    private static boolean delete(JdbcClient sql, PeerName name) {
        return sql.sql("DELETE FROM locator.peer WHERE name = :name")
                        .param("name", name.value())
                        .update()
                == 1;
    }

    /** All links, by name. */
    public List<Link> links() {
        return transactions.asJob(JobName.WATCH, Peers::links);
    }

    /** The same, in a transaction of the watch. */
    public static List<Link> links(JdbcClient sql) {
        return sql.sql("SELECT * FROM locator.peer ORDER BY name")
                .query((row, _) ->
                        new Link(
                                new PeerName(text(row, "name")),
                                URI.create(text(row, "url")),
                                text(row, "ring"),
                                moment(row, "failing_since"),
                                moment(row, "answered_at"),
                                moment(row, "complete_up_to")))
                .list();
    }

    /** In words, which do not answer, and since when the first does not; empty where all do. */
    public static Optional<Down> down(JdbcClient sql) {
        List<Link> failing = links(sql).stream().filter(l -> l.failingSince().isPresent()).toList();
        return failing.stream()
                .flatMap(l -> l.failingSince().stream())
                .min(Instant::compareTo)
                .map(since ->
                        new Down(
                                since,
                                failing.stream()
                                        .map(l ->
                                                "%s does not answer: whether it holds a register entry is not known. Ring %s."
                                                        .formatted(l.name(), l.ring()))
                                        .collect(Collectors.joining(" "))));
    }

    /** Installations that do not answer. */
    public record Down(Instant since, String words) {}

    /** All, in a transaction of the pipeline's job. */
    List<Peer> all(JdbcClient sql) {
        return sql.sql("SELECT * FROM locator.peer ORDER BY name")
                .query((row, _) -> peer(row))
                .list();
    }

    private Peer peer(ResultSet row) throws SQLException {
        return new Peer(
                new PeerName(text(row, "name")),
                new PeerName(text(row, "known_as")),
                URI.create(text(row, "url")),
                new Peer.Bytes(Objects.requireNonNull(row.getBytes("public_key"))),
                PairKey.of(opened(Objects.requireNonNull(row.getBytes("secret")))),
                text(row, "ring"),
                moment(row, "failing_since"),
                row.getInt("failures"),
                moment(row, "next_at"),
                moment(row, "answered_at"),
                moment(row, "complete_up_to"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private byte[] sealed(byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    private byte[] opened(byte[] sealed) {
        return cipher(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "The secret of a link cannot be opened.\n"
                            + "Is this the master key it was written with?",
                    broken);
        }
    }
}
