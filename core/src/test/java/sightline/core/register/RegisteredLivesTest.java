package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Invented lives of twenty years, day by day against a slow, plain reference: no missed lapse, no
 * false one, nobody without a responsible area, and no step that the table of transitions has not.
 */
@Tag("ci")
final class RegisteredLivesTest {
    private static final int LIVES = TestSize.chosen().of(40, 1_000, 200_000);
    private static final RegisterPack SOA = Lives.pack("soa-2003");

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void everyDayIsAsSomebodyWithACalendarAndAPencilHasIt() {
        for (int number = 0; number < LIVES; number++) {
            agrees(seed + number);
        }
    }

    private void agrees(long lifeSeed) {
        var random = new RandomLife(lifeSeed);
        RegisteredLife life = random.life();
        Map<LocalDate, List<Happening>> byDay =
                life.happenings().stream().collect(Collectors.groupingBy(Happening::day));
        var pencil = new DayByDay(random.born);
        Optional<Registration> kept = Optional.empty();
        State before = State.NOT_COVERED;
        for (LocalDate day = random.first; day.isBefore(random.last); day = day.plusDays(1)) {
            List<Happening> happened = byDay.getOrDefault(day, List.of());
            LocalDate today = day;
            boolean again =
                    !happened.isEmpty()
                            || kept.flatMap(Registration::next)
                                    .filter(next -> !today.isBefore(next))
                                    .isPresent()
                            || kept.isEmpty();
            if (again) {
                kept = Optional.of(Registrations.of(SOA, life, Lives.WORKING_DAYS, day));
            }
            State now = kept.orElseThrow().state();
            assertThat(now)
                    .as("life of seed %d on %s, after %s", lifeSeed, day, happened)
                    .isEqualTo(pencil.day(day, happened));
            assertThat(before.mayBecome(now))
                    .as("seed %d on %s: from %s to %s", lifeSeed, day, before, now)
                    .isTrue();
            assertThat(kept.orElseThrow().area()).isPresent();
            before = now;
        }
    }
}
