package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Invented lives of twenty years, day by day against a slow, plain reference: no missed lapse, no
 * false one, nobody without a responsible area, and no step that the table of transitions has not.
 */
@Tag("ci")
final class RegisteredLivesTest {
    /** Each with a seed of its own. */
    private static final int LIVES = TestSize.chosen().of(2_500, 10_000, 200_000);

    private static final RegisterPack SOA = Lives.pack("soa-2003");

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void everyDayIsAsSomebodyWithACalendarAndAPencilHasIt() {
        LongStream.range(0, LIVES).parallel().forEach(number -> agrees(seed + number));
    }

    /** On one day handed over, entered here again, and over by the last day of that entry. */
    @Test
    void whoIsEnteredAgainOnTheDayOfAHandOverForThatDayAloneHasEnded() {
        agrees(90_273_385_080_366L);
    }

    private void agrees(long lifeSeed) {
        var random = new RandomLife(lifeSeed);
        RegisteredLife life = random.life();
        Map<LocalDate, List<Happening>> byDay =
                life.happenings().stream().collect(Collectors.groupingBy(Happening::day));
        var pencil = new DayByDay(random.born);
        var running = new Running(SOA, life.born(), Lives.WORKING_DAYS);
        State before = State.NOT_COVERED;
        Optional<LocalDate> next = Optional.of(random.first);
        for (LocalDate day = random.first; day.isBefore(random.last); day = day.plusDays(1)) {
            List<Happening> happened = byDay.getOrDefault(day, List.of());
            happened.forEach(running::happens);
            State now = before;
            if (!happened.isEmpty() || next.filter(day::isBefore).isEmpty()) {
                now = running.state(day);
                next = running.next(day).or(() -> Optional.of(random.last));
            }
            State asByHand = pencil.day(day, happened);
            if (now != asByHand) {
                fail(
                        "seed %d on %s: %s, by hand %s, after %s",
                        lifeSeed, day, now, asByHand, happened);
            }
            if (!before.mayBecome(now)) {
                fail("seed %d on %s: from %s to %s", lifeSeed, day, before, now);
            }
            before = now;
        }
        assertThat(
                        Registrations.of(SOA, life, Lives.WORKING_DAYS, random.last.minusDays(1))
                                .state())
                .as("the whole life of seed %d at once", lifeSeed)
                .isEqualTo(before);
        assertThat(running.on(random.last.minusDays(1)).area()).isPresent();
    }
}
