package sightline.pipeline;

import sightline.core.register.Liability;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.pipeline.RegisterSimulation.Change;
import sightline.pipeline.RegisterSimulation.Result;
import sightline.register.SimulatedChange;
import sightline.register.SimulatedPack.Done;
import sightline.register.SimulatedPacks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Works out what would change if a pack were switched on, for whoever asked on its page. */
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
        next.flatMap(SimulationWorker::pack).ifPresent(this::work);
        return next.isPresent();
    }

    private Instant held() {
        return clock.instant().plus(HELD);
    }

    private static Optional<RegisterPack> pack(String key) {
        return RegisterPackReader.shipped().stream().filter(p -> p.key().equals(key)).findFirst();
    }

    private void work(RegisterPack pack) {
        Result result = simulation.of(pack, (looked, people) -> progress(pack, looked, people));
        List<SimulatedChange> changes =
                result.changes().stream().map(SimulationWorker::change).toList();
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new SimulatedPacks(sql).done(pack.key(), done(pack, result), changes);
                    return null;
                });
    }

    private void progress(RegisterPack pack, int looked, int people) {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new SimulatedPacks(sql).progress(pack.key(), looked, people, held());
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
