package sightline.core.alerts;

final class InMemoryLastDerivedTest extends LastDerivedContract {
    @Override
    protected LastDerived kept() {
        return new InMemoryLastDerived();
    }
}
