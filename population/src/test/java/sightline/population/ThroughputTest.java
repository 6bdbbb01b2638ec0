package sightline.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;

/**
 * Prints how fast a population streams. Set {@code -Dpopulation.people} and {@code
 * -Dpopulation.days} for the large run of docs/benchmarks/population.md.
 */
final class ThroughputTest {

    private static final int PEOPLE = Integer.getInteger("population.people", 20_000);
    private static final int DAYS = Integer.getInteger("population.days", 180);
    private static final long SEED = Long.getLong("seed", 7);

    @Test
    void streamsWithoutHoldingItsEvents() {
        LocalDate from = LocalDate.of(2023, 1, 2);
        long begun = System.nanoTime();
        long cpuBegun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        LifeEvents run =
                new Population(Settings.of(SEED, PEOPLE, from, from.plusDays(DAYS))).events();

        long events = 0;
        while (run.hasNext()) {
            run.next();
            events++;
        }

        double seconds = (System.nanoTime() - begun) / 1e9;
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegun;
        int records = run.truth().recordCount();
        System.out.printf(
                "population: seed %d, %d people, %d days, %d events, %d records, %.1f s (%.1f s CPU),"
                        + " %.0f people/s, %.0f events/s, heap limit %d MiB, %d processors, Java %s%n",
                SEED,
                PEOPLE,
                DAYS,
                events,
                records,
                seconds,
                cpu / 1e9,
                PEOPLE / seconds,
                events / seconds,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        assertThat(events).isGreaterThan(PEOPLE);
        assertThat(records).isBetween(3 * PEOPLE, 6 * PEOPLE);
    }
}
