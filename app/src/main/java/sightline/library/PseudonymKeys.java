package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;
import sightline.core.library.Canaries;
import sightline.core.library.Pseudonyms;
import sightline.core.library.ReleaseEntry;
import sightline.core.library.ReleaseFile;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sealed keys of reviews, in the transaction of a reader: the policies of the tables show a key
 * to the two people who keep it, and to nobody else.
 */
final class PseudonymKeys {
    private static final String NAMED = "named";
    private static final String KEY = "key";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DraftSeal seal;

    PseudonymKeys(DraftSeal seal) {
        this.seal = seal;
    }

    /**
     * A key that the reader keeps.
     *
     * @param at when it was sealed, by which entries know it
     */
    record Key(Instant at, List<Sensitive<String>> lines) {
        Key {
            lines = List.copyOf(lines);
        }
    }

    /** When the keys of a review were sealed, as its entries say. */
    static Stream<Instant> sealed(ReleaseFile file) {
        return file.entries().stream()
                .filter(ReleaseEntry.KeySealed.class::isInstance)
                .map(ReleaseEntry::at);
    }

    /** An entry keeps more decimals of a second than a row. */
    private static Instant asEntered(ReleaseFile file, Instant row) {
        return sealed(file)
                .min(Comparator.comparing(at -> Duration.between(at, row).abs()))
                .orElse(row);
    }

    /** Those of a review that the reader keeps, the newest first. */
    List<Key> of(JdbcClient sql, String review, ReleaseFile file) {
        return sql.sql(
                        "SELECT at, sealed FROM library.pseudonym_key WHERE review = :r ORDER BY at DESC")
                .param("r", review)
                .query((row, _) ->
                        new Key(
                                asEntered(file, row.getTimestamp(1).toInstant()),
                                seal.open(review, KEY, row.getBytes(2))
                                        .lines()
                                        .map(Sensitive::of)
                                        .toList()))
                .list();
    }

    void seal(
            JdbcClient sql,
            AgencyId agency,
            String review,
            Pseudonyms key,
            ReleaseEntry.KeySealed as) {
        sql.sql(
                        """
                        INSERT INTO library.pseudonym_key (review, at, agency, keeper_one, keeper_two, sealed)
                        VALUES (:review, :at, :agency, :one, :other, :sealed)
                        """)
                .param("review", review)
                .param("at", Timestamp.from(as.at()))
                .param("agency", agency.value())
                .param("one", as.one())
                .param("other", as.other())
                .param(
                        "sealed",
                        seal.seal(
                                review,
                                KEY,
                                key.sealed().stream()
                                        .map(Sensitive::value)
                                        .collect(Collectors.joining("\n"))))
                .update();
    }

    /**
     * Keeps the names of people who have pseudonyms, beside those that are kept: they must not be
     * left, whatever else somebody lists later.
     *
     * @param typed what somebody listed before
     */
    Canaries.Listed keep(
            JdbcClient sql,
            String review,
            ReleaseFile file,
            Canaries.Listed typed,
            List<Pseudonyms.Somebody> more) {
        List<Canaries.Item> items = new ArrayList<>(named(sql, review).items());
        if (items.isEmpty() && file.newest(ReleaseEntry.KeySealed.class).isPresent()) {
            // Sealed before names had a list of their own: they are among those that were listed.
            items.addAll(typed.items());
        }
        more.stream()
                .flatMap(p -> p.names().stream())
                .map(n -> new Canaries.Item(Canaries.What.NAME, n.value()))
                .filter(n -> !items.contains(n))
                .forEach(items::add);
        var named = new Canaries.Listed(items);
        sql.sql("UPDATE library.draft SET sealed_named = :named WHERE review = :review")
                .param("named", seal.seal(review, NAMED, JSON.writeValueAsString(named)))
                .param("review", review)
                .update();
        return named;
    }

    /** The names of everybody who has a pseudonym. */
    Canaries.Listed named(JdbcClient sql, String review) {
        return sql.sql(
                        "SELECT sealed_named FROM library.draft WHERE review = :r AND sealed_named IS NOT NULL")
                .param("r", review)
                .query(byte[].class)
                .optional()
                .map(s -> JSON.readValue(seal.open(review, NAMED, s), Canaries.Listed.class))
                .orElse(new Canaries.Listed(List.of()));
    }
}
