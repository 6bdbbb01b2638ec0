package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.identity.PersonIds;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.Secrets;
import sightline.facts.Facts;

import java.util.HexFormat;

/** The way in to identity: one an installation, bound to the transaction whose client is given. */
public final class Identities {
    private static final int KEY_BYTES = 32;

    private final PersonIds ids;
    private final SealedJson seal;
    private final Facts facts;
    private final RecordNames.Remembered remembered = new RecordNames.Remembered();

    /** Identity of an installation with these keys. */
    public Identities(Secrets secrets, Facts facts) {
        this.ids = new PersonIds(secrets.key("person ids", KEY_BYTES));
        this.seal = new SealedJson(secrets.key("identity details", KEY_BYTES));
        this.facts = facts;
    }

    /** The id of whoever would have this record as their first, or alone. */
    public PersonId named(SourceRecord record) {
        return ids.of(record);
    }

    /** A decision as it may be kept beside the facts: sealed, in hexadecimal. */
    public String sealed(Record decision) {
        return HexFormat.of().formatHex(seal.seal(decision));
    }

    /** Opens {@link #sealed}. */
    public <T> T open(Class<T> type, String sealed) {
        return seal.open(type, HexFormat.of().parseHex(sealed));
    }

    /** Opens the details of a record as they are kept, to compare them with others. */
    public RecordDetails details(String sealed) {
        return open(RecordDetails.class, sealed);
    }

    /**
     * Identity within the transaction of that client: of the pipeline, which may do everything, or
     * of the resolver, which may ask for people, records and the review queue.
     */
    public IdentityStore in(JdbcClient sql) {
        return in(sql, new Recollection());
    }

    /** The same, with what is recollected from transactions before. */
    public IdentityStore in(JdbcClient sql, Recollection recollection) {
        return new IdentityStore(
                new RememberingIndex(
                        new PostgresIdentityIndex(sql, seal, remembered), recollection),
                new PostgresPlaces(sql, seal, ids, recollection),
                new Withdrawals(sql),
                new EarlierDecisions(sql),
                ids,
                facts.in(sql),
                recollection);
    }

    /** Who plainly is who, within a transaction that may read details and keys. */
    public Alike alikeIn(JdbcClient sql) {
        return new Alike(new PostgresIdentityIndex(sql, seal, remembered), ids);
    }

    /** What people separated, within a transaction of the pipeline. */
    public Separations separationsIn(JdbcClient sql) {
        return new Separations(sql, new RecordNames(sql, remembered));
    }

    /** The pairs that wait for a person, within a transaction of the pipeline. */
    public ReviewQueue reviewIn(JdbcClient sql) {
        return new ReviewQueue(sql, seal, new RecordNames(sql, remembered), in(sql));
    }
}
