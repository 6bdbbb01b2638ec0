package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * One run through the life of a population: what agencies recorded, in the order of recording.
 * Weeks are simulated as they are needed, so that only the events of about a week, and late ones,
 * are held. What is recorded after the settings' time is left out. Not for use by several threads.
 */
public final class LifeEvents implements Iterator<LifeEvent> {

    private final World world;
    private final Recorder recorder;
    private final Simulation simulation;
    private @Nullable Baseline baseline;
    private long horizon;
    private @Nullable LifeEvent next;

    LifeEvents(Settings settings) {
        world = new World(settings);
        new WorldMaker(world).populate();
        recorder = new Recorder(world);
        long start = settings.from().toEpochDay() * Moment.DAY_SECONDS;
        long end = settings.to().toEpochDay() * Moment.DAY_SECONDS;
        Life life = new Life(world, recorder, new Plans(start, end));
        HomeLife homes = new HomeLife(life);
        baseline = new Baseline(life, homes);
        horizon = baseline.horizon();
        simulation = new Simulation(life, homes);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            next = recorder.nextBefore(horizon);
            if (next == null && !advance()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public LifeEvent next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the simulated time is over");
        }
        LifeEvent event = next;
        next = null;
        return event;
    }

    /** What is true at this point of the run; it changes as the run goes on. */
    public Truth truth() {
        return new Truth(world, recorder.scribe());
    }

    /** Every agency record at this point of the run, one by one. */
    public Iterator<SourceRecord> sourceRecords() {
        return new SourceRecords(world, recorder.scribe());
    }

    private boolean advance() {
        Baseline before = baseline;
        if (before != null) {
            if (!before.step()) {
                baseline = null;
            }
            horizon = before.horizon();
            return true;
        }
        if (simulation.step()) {
            horizon = simulation.horizon();
            return true;
        }
        return false;
    }
}
