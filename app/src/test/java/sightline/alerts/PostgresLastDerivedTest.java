package sightline.alerts;

import org.junit.jupiter.api.AfterEach;

import sightline.core.alerts.LastDerived;
import sightline.core.alerts.LastDerivedContract;
import sightline.core.facts.KindSet;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.TestDatabase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The tables do what every keeper does; each call in a transaction of its own. */
final class PostgresLastDerivedTest extends LastDerivedContract {
    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected LastDerived kept() {
        return new Kept();
    }

    private final class Kept implements LastDerived {
        private <T> T with(Function<DerivedStore, T> work) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> work.apply(new DerivedStore(sql)));
        }

        @Override
        public Map<PersonId, Before> before(Map<PersonId, Collection<SourceRecord>> records) {
            return with(store -> store.before(records));
        }

        @Override
        public List<PersonId> due(Instant now, int limit) {
            return with(store -> store.due(now, limit));
        }

        @Override
        public void everybodyIsDue(Instant now) {
            with(store -> {
                store.everybodyIsDue(now);
                return true;
            });
        }

        @Override
        public Optional<Instant> nextRecheck() {
            return with(DerivedStore::nextRecheck);
        }

        @Override
        public Set<PersonId> dependents(
                Map<SourceRecord, KindSet> records, Collection<PlaceId> places) {
            return with(store -> store.dependents(records, places));
        }

        @Override
        public Set<PersonId> neverEvaluated(Collection<PersonId> people) {
            return with(store -> store.neverEvaluated(people));
        }

        @Override
        public List<PersonId> subjects() {
            return with(DerivedStore::subjects);
        }

        @Override
        public void forget(Collection<PersonId> gone) {
            with(store -> {
                store.forget(gone);
                return true;
            });
        }

        @Override
        public void save(Collection<Saved> derived, Instant now) {
            with(store -> {
                store.save(derived, now);
                return true;
            });
        }
    }
}
