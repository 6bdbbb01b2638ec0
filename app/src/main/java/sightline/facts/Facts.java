package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Ledger;
import sightline.database.Secrets;

/** The way in to the ledger: bound to the transaction whose client is given. */
public final class Facts {
    private final BodySeal seal;
    private final OpenedFacts opened = new OpenedFacts();

    /** Facts of an installation with these keys. */
    public Facts(Secrets secrets) {
        this.seal = new BodySeal(secrets);
    }

    /** The ledger within the transaction of that client. */
    public PostgresLedger in(JdbcClient sql) {
        return new PostgresLedger(sql, seal, opened);
    }

    /** Pictures of injuries within the transaction of that client. */
    public Photographs photographs(JdbcClient sql) {
        return new Photographs(sql, seal);
    }

    /** The ledger by its contract. */
    public Ledger ledger(JdbcClient sql) {
        return in(sql);
    }
}
