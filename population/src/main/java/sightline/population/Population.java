package sightline.population;

import java.util.Iterator;
import java.util.List;

/**
 * An invented population: what it takes to make one, and the ways to look at it.
 *
 * <pre>{@code
 * var population = new Population(Settings.of(7, 2_000, LocalDate.of(2024, 9, 2), LocalDate.of(2025, 9, 1)));
 * LifeEvents events = population.events();
 * while (events.hasNext()) {
 *     send(events.next());
 * }
 * Truth truth = events.truth();
 * }</pre>
 */
public final class Population {

    private final Settings settings;

    /** Nothing is made until it is asked for. */
    public Population(Settings settings) {
        this.settings = settings;
    }

    public Settings settings() {
        return settings;
    }

    /** The agencies of the partnership; those of a run are the same. */
    public List<Agency> agencies() {
        return new Agencies(settings.people(), new Places(settings.seed()).areas()).all();
    }

    /** A new run through the population's life; each run gives the same events. */
    public LifeEvents events() {
        return new LifeEvents(settings);
    }

    /**
     * Every agency record at the end of the settings' time, with the person whose it is. Lives the
     * whole time first: for tests of linkage that need no history, give a short time.
     */
    public Iterator<SourceRecord> sourceRecords() {
        LifeEvents events = events();
        while (events.hasNext()) {
            events.next();
        }
        return events.sourceRecords();
    }
}
