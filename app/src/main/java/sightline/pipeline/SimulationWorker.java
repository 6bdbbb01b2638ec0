package sightline.pipeline;

import sightline.core.register.Liability;
import sightline.core.register.RegisterPack;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.pipeline.RegisterSimulation.Change;
import sightline.pipeline.RegisterSimulation.Result;
import sightline.register.OffenceLists;
import sightline.register.SimulatedChange;
import sightline.register.SimulatedPack.Done;
import sightline.register.SimulatedPacks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Works out what would change if a pack were switched on, or its list were another, for whoever
 * asked on its page.
 */
public final class SimulationWorker {
    /** So long nobody else takes what this process works on, unless it says that it goes on. */
    private static final Duration HELD = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final RegisterSimulation simulation;
    private final InstantSource clock;

    /** Works on what was asked of an installation. */
    public SimulationWorker(
            Transactions transactions, RegisterSimulation simulation, InstantSource clock) {
        this.transactions = transactions;
        this.simulation = simulation;
        this.clock = clock;
    }

    /** Works out what waits longest; whether there was anything. */
    public boolean run() {
        Optional<String> next =
                transactions.asJob(
                        JobName.PIPELINE,
                        sql -> new SimulatedPacks(sql).claim(clock.instant(), held()));
        next.flatMap(this::asked).ifPresent(this::work);
        return next.isPresent();
    }

    /**
     * What was asked.
     *
     * @param key of a pack, or of a list proposed for one
     * @param before with what it is compared, where it is a list
     */
    private record Asked(String key, RegisterPack pack, Optional<RegisterPack> before) {}

    private Instant held() {
        return clock.instant().plus(HELD);
    }

    private Optional<Asked> asked(String key) {
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    var lists = new OffenceLists(sql);
                    return lists.pack(key).map(pack -> new Asked(key, pack, lists.before(key)));
                });
    }

    private void work(Asked asked) {
        RegisterSimulation.Progress progress =
                (looked, people) -> progress(asked.key(), looked, people);
        Result result =
                asked.before().isPresent()
                        ? simulation.of(asked.pack(), asked.before(), progress)
                        : simulation.of(asked.pack(), progress);
        List<SimulatedChange> changes =
                result.changes().stream().map(SimulationWorker::change).toList();
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new SimulatedPacks(sql).done(asked.key(), done(asked.pack(), result), changes);
                    return null;
                });
    }

    private void progress(String key, int looked, int people) {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new SimulatedPacks(sql).progress(key, looked, people, held());
                    return null;
                });
    }

    private Done done(RegisterPack pack, Result result) {
        return new Done(
                pack.version(),
                clock.instant(),
                result.looked(),
                result.under(),
                result.questions(),
                count(result, RegisterSimulation.How.ON),
                count(result, RegisterSimulation.How.OFF),
                count(result, RegisterSimulation.How.OTHER_PERIOD));
    }

    private static int count(Result result, RegisterSimulation.How how) {
        return (int) result.changes().stream().filter(c -> c.how() == how).count();
    }

    private static SimulatedChange change(Change change) {
        return new SimulatedChange(
                change.person(),
                SimulatedChange.How.valueOf(change.how().name()),
                change.keeper().agency(),
                change.then().state(),
                change.then().run(),
                change.then().coverage().liabilities().stream()
                        .findFirst()
                        .map(Liability::because)
                        .orElse(""));
    }
}
