package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.alerts.Known;
import sightline.core.directory.Directory;
import sightline.core.household.Bounds;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Derives everything anew from the facts, sending nothing: to compare with what is kept, or to put
 * it in its place. What is due by now is taken up first, so that both speak of one moment.
 */
public final class Rebuild {
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final Facts facts;
    private final Identities identities;
    private final Function<JdbcClient, ? extends Directory> directory;
    private final Derivation derivation;
    private final InstantSource clock;

    public Rebuild(
            Transactions transactions,
            Facts facts,
            Identities identities,
            Function<JdbcClient, ? extends Directory> directory,
            Derivation derivation,
            InstantSource clock) {
        this.transactions = transactions;
        this.facts = facts;
        this.identities = identities;
        this.directory = directory;
        this.derivation = derivation;
        this.clock = clock;
    }

    /**
     * What a rebuild found.
     *
     * @param subjects how many people were derived anew
     * @param differing whose kept state is another than the one derived; ids only
     */
    public record Result(int subjects, List<PersonId> differing) {
        public Result {
            differing = List.copyOf(differing);
        }
    }

    /** Compares what is kept with what the facts say now; changes nothing. */
    public Result compare() {
        return run(false);
    }

    /** Puts what the facts say in the place of what is kept. */
    public Result rebuild() {
        return run(true);
    }

    private Result run(boolean keep) {
        List<PersonId> all =
                transactions.asJob(JobName.PIPELINE, sql -> new DerivedStore(sql).subjects());
        List<PersonId> differing = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<PersonId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            differing.addAll(transactions.asJob(JobName.PIPELINE, sql -> some(sql, some, keep)));
        }
        return new Result(all.size(), differing);
    }

    private List<PersonId> some(JdbcClient sql, List<PersonId> subjects, boolean keep) {
        facts.in(sql).lockHead();
        Instant now = clock.instant();
        IdentityStore identity = identities.in(sql);
        DerivedStore store = new DerivedStore(sql);
        Directory who = directory.apply(sql);
        Map<PersonId, Known> kept = store.known(subjects);
        Map<PersonId, Neighbourhood> read =
                new NeighbourhoodReader(identity, Bounds.DEFAULT).read(subjects);
        List<PersonId> differing = new ArrayList<>();
        List<DerivedStore.Saved> saved = new ArrayList<>();
        for (PersonId subject : subjects) {
            Neighbourhood around = read.get(subject);
            if (around == null) {
                differing.add(subject);
                continue;
            }
            Derived derived =
                    derivation.derive(new Situation(around, now, who, Parameters.DEFAULT));
            if (!Known.of(derived).equals(kept.get(subject))) {
                differing.add(subject);
            }
            saved.add(
                    new DerivedStore.Saved(
                            derived,
                            around.subject().records(),
                            around.dependsOn(),
                            around.dependsOnPlaces()));
        }
        if (keep) {
            store.save(saved, now);
        }
        return differing;
    }
}
