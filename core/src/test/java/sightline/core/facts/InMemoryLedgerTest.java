package sightline.core.facts;

final class InMemoryLedgerTest extends LedgerContractTest {
    @Override
    protected Ledger ledger() {
        return new InMemoryLedger();
    }
}
