package sightline.identity;

import org.junit.jupiter.api.AfterEach;

import sightline.core.identity.IdentityIndex;
import sightline.core.identity.IdentityIndexContract;
import sightline.database.TestDatabase;

/** The index in PostgreSQL does what every index does. */
final class PostgresIdentityIndexTest extends IdentityIndexContract {
    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected IdentityIndex emptyIndex() {
        return new PostgresIdentityIndex(
                database.owner(), new SealedJson(new byte[32]), new RecordNames.Remembered());
    }
}
