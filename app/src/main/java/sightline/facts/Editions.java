package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Which packs and which edition of the directory are in force for what follows from facts, within
 * the transaction of whoever holds the ledger's head. Packs are kept whole, for ever.
 */
public final class Editions {
    private final JdbcClient sql;

    public Editions(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Packs as they are kept.
     *
     * @param json all of them, and the version of the rules
     * @param rules the version of the rules beside which they are in force
     * @param digest SHA-256 of the JSON, in hexadecimal
     */
    public record Packs(String json, int rules, String digest) {
        /** Packs as JSON. */
        public static Packs of(String json, int rules) {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-256")
                                .digest(json.getBytes(StandardCharsets.UTF_8));
                return new Packs(json, rules, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("every Java has SHA-256", absent);
            }
        }
    }

    /**
     * What is in force.
     *
     * @param rulebook number of the packs
     * @param directory number of the directory's edition; 0 for one that is not kept
     */
    public record InForce(long rulebook, long directory) {}

    /** What the last batch was worked out under. */
    private record Held(String digest, long directory, int rules) {}

    /**
     * Puts these in force; gives them where the last batch was worked out under others.
     *
     * @throws NewerRules if it was worked out by rules of a higher version
     */
    public Optional<InForce> put(Packs packs, long directory) {
        Optional<Held> held = held();
        held.filter(h -> h.rules() > packs.rules())
                .ifPresent(h -> {
                    throw new NewerRules(packs.rules(), h.rules());
                });
        if (held.filter(new Held(packs.digest(), directory, packs.rules())::equals).isPresent()) {
            return Optional.empty();
        }
        InForce changed = new InForce(rulebook(packs), directory);
        sql.sql("UPDATE facts.head SET rulebook = :rulebook, directory_edition = :directory")
                .param("rulebook", changed.rulebook())
                .param("directory", changed.directory())
                .update();
        return Optional.of(changed);
    }

    /**
     * Says that nothing may be derived by rules of this version.
     *
     * @throws NewerRules if the last batch was worked out by rules of a higher one
     */
    public void refuseOlderThan(int rules) {
        held().filter(h -> h.rules() > rules)
                .ifPresent(h -> {
                    throw new NewerRules(rules, h.rules());
                });
    }

    private Optional<Held> held() {
        return sql.sql(
                        """
                        SELECT encode(b.digest, 'hex'), h.directory_edition,
                               coalesce((jsonb_path_query_first(b.packs, '$[*].rules') #>> '{}')::int, 0)
                          FROM facts.head h JOIN facts.rulebook b ON b.rulebook = h.rulebook
                        """)
                .query((row, _) ->
                        new Held(
                                Objects.requireNonNull(row.getString(1)),
                                row.getLong(2),
                                row.getInt(3)))
                .optional();
    }

    private long rulebook(Packs packs) {
        sql.sql(
                        """
                        INSERT INTO facts.rulebook (digest, packs) VALUES (decode(:digest, 'hex'), :packs::jsonb)
                        ON CONFLICT DO NOTHING
                        """)
                .param("digest", packs.digest())
                .param("packs", packs.json())
                .update();
        return sql.sql("SELECT rulebook FROM facts.rulebook WHERE digest = decode(:digest, 'hex')")
                .param("digest", packs.digest())
                .query(Long.class)
                .single();
    }

    /** The packs of that number, as JSON. */
    public String packs(long rulebook) {
        return sql.sql("SELECT packs::text FROM facts.rulebook WHERE rulebook = :rulebook")
                .param("rulebook", rulebook)
                .query(String.class)
                .single();
    }
}
