package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.core.directory.Directory;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RiskMarker;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.Kinds;
import sightline.core.household.Bounds;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.PersonId;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.core.register.Registration;
import sightline.core.screening.Parameters;
import sightline.core.screening.Recipient;
import sightline.core.screening.Registers;
import sightline.core.screening.Situation;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.identity.Identities;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What would follow if a register's pack were switched on, in the place of the one of its name that
 * is: who would come on, who would come off, whose period would be another. It changes nothing.
 */
public final class RegisterSimulation {
    private static final int AT_ONCE = 200;
    private static final Set<String> KINDS =
            Set.of(
                    Kinds.slug(Conviction.class),
                    Kinds.slug(Supervision.class),
                    Kinds.slug(RegisterNotification.class),
                    Kinds.slug(RiskMarker.class));

    private final Transactions transactions;
    private final Facts facts;
    private final Identities identities;
    private final Function<JdbcClient, Directory> directory;
    private final InstantSource clock;

    /** Over the facts of an installation. */
    public RegisterSimulation(
            Transactions transactions,
            Secrets secrets,
            Function<JdbcClient, Directory> directory,
            InstantSource clock) {
        this.transactions = transactions;
        this.facts = new Facts(secrets);
        this.identities = new Identities(secrets, facts);
        this.directory = directory;
        this.clock = clock;
    }

    /** What would change for somebody. */
    public enum How {
        ON,
        OFF,
        OTHER_PERIOD
    }

    /**
     * Somebody for whom something would change.
     *
     * @param keeper who would answer
     * @param then how the person would stand
     */
    public record Change(PersonId person, How how, Recipient keeper, Registration then) {}

    /**
     * What would change.
     *
     * @param looked how many people were ever convicted, ordered, entered or marked
     * @param under how many would be under it
     * @param questions how many could not be told, since the record leaves something open
     */
    public record Result(int looked, int under, int questions, List<Change> changes) {
        public Result {
            changes = List.copyOf(changes);
        }
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many people were looked at. */
        void at(int looked, int people);
    }

    /** What would change if this pack were switched on now. */
    public Result of(RegisterPack pack) {
        return of(pack, (_, _) -> {});
    }

    /** The same, saying how far it is after each few hundred people. */
    public Result of(RegisterPack pack, Progress progress) {
        Optional<RegisterPack> now =
                RegisterPackReader.switchedOn().stream()
                        .filter(p -> p.key().equals(pack.key()))
                        .findFirst();
        return of(pack, now, progress);
    }

    /**
     * What would change if this pack held in the place of another, whether or not any of the two is
     * switched on.
     *
     * @param now the other; nothing where there is none
     */
    public Result of(RegisterPack pack, Optional<RegisterPack> now, Progress progress) {
        Instant at = clock.instant();
        List<PersonId> people = transactions.asJob(JobName.PIPELINE, this::people);
        List<Change> changes = new ArrayList<>();
        int under = 0;
        int questions = 0;
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            progress.at(from, people.size());
            List<PersonId> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            List<PersonId> unreadable = new ArrayList<>();
            List<Situation> situations = situations(some, at, unreadable);
            questions += unreadable.size();
            for (Situation situation : situations) {
                Optional<Registration> then = registration(situation, pack);
                boolean covered = then.filter(r -> r.state().under()).isPresent();
                under += covered ? 1 : 0;
                questions +=
                        then.filter(r -> !covered && !r.coverage().questions().isEmpty())
                                        .isPresent()
                                ? 1
                                : 0;
                then.flatMap(r -> change(situation, now, r)).ifPresent(changes::add);
            }
        }
        return new Result(people.size(), under, questions, changes);
    }

    private List<PersonId> people(JdbcClient sql) {
        Set<UUID> records = facts.in(sql).subjectsOf(KINDS);
        return new DerivedStore(sql).subjectsOf(records);
    }

    private List<Situation> situations(
            List<PersonId> people, Instant at, List<PersonId> unreadable) {
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    Directory who = directory.apply(sql);
                    NeighbourhoodReader reader =
                            new NeighbourhoodReader(identities.in(sql), Bounds.DEFAULT);
                    return OneByOne.read(reader, people, unreadable::add).values().stream()
                            .map(around -> situation(around, at, who))
                            .collect(Collectors.toList());
                });
    }

    private static Situation situation(Neighbourhood around, Instant at, Directory who) {
        return new Situation(around, at, who, Parameters.DEFAULT);
    }

    private static Optional<Registration> registration(Situation situation, RegisterPack pack) {
        return Registers.of(situation, List.of(pack)).all().stream()
                .map(Registers.Standing::registration)
                .findFirst();
    }

    private static Optional<Change> change(
            Situation situation, Optional<RegisterPack> now, Registration then) {
        Optional<Registration> before =
                now.flatMap(pack -> registration(situation, pack)).filter(r -> r.state().under());
        boolean under = then.state().under();
        Optional<How> how = Optional.empty();
        if (before.isEmpty() && under) {
            how = Optional.of(How.ON);
        } else if (before.isPresent() && !under) {
            how = Optional.of(How.OFF);
        } else if (before.isPresent() && !before.get().run().equals(then.run())) {
            how = Optional.of(How.OTHER_PERIOD);
        }
        return how.map(h ->
                new Change(
                        situation.subject().id(),
                        h,
                        Registers.of(situation, List.of()).keeper(),
                        then));
    }
}
