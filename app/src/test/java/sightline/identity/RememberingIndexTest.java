package sightline.identity;

import org.junit.jupiter.api.AfterEach;

import sightline.core.identity.IdentityIndex;
import sightline.core.identity.IdentityIndexContract;
import sightline.database.TestDatabase;

/** What is remembered within a transaction is what the database would say. */
final class RememberingIndexTest extends IdentityIndexContract {
    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected IdentityIndex emptyIndex() {
        return new RememberingIndex(
                new PostgresIdentityIndex(
                        database.owner(),
                        new SealedJson(new byte[32]),
                        new RecordNames.Remembered()),
                new Recollection());
    }
}
