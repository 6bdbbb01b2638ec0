package sightline.core.identity;

final class InMemoryIdentityIndexTest extends IdentityIndexContract {
    @Override
    protected IdentityIndex emptyIndex() {
        return new InMemoryIdentityIndex();
    }
}
