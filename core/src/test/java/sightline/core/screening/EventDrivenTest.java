package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.kernel.London;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asking the rules only when something arrives, or at the moment that they named, gives what asking
 * them every quarter of an hour gives.
 */
final class EventDrivenTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int DAYS = 24;
    private static final int DAYS_AFTER = 12;

    private final List<Rule> rules = Catalogue.rules();
    private final Set<String> fired = new HashSet<>();
    private int changedByTime;

    @Test
    void askingOnEventsEqualsAskingEveryQuarterOfAnHour() {
        long seed = Long.getLong("seed", new Random(20_240_318).nextLong());
        int stories = TestSize.chosen().of(2, 30, 1000);
        for (int i = 0; i < stories; i++) {
            compare(seed + i);
        }
        assertThat(fired).as("rules that fired, -Dseed=%d", seed).hasSizeGreaterThan(3);
        assertThat(changedByTime)
                .as("answers that time alone changed, -Dseed=%d", seed)
                .isPositive();
    }

    private void compare(long seed) {
        RandomStory told = new RandomStory(seed, DAYS);
        Instant end =
                RandomStory.START.plusDays(DAYS + DAYS_AFTER).atStartOfDay(London.ZONE).toInstant();
        Map<Rule, Evaluation> held = new HashMap<>();
        Situation now =
                told.story().situation(told.child(), RandomStory.START.atStartOfDay().toString());
        for (Instant at = now.now(); at.isBefore(end); at = at.plus(QUARTER)) {
            LocalDateTime local = LocalDateTime.ofInstant(at, London.ZONE);
            boolean arrived = told.receipts().contains(local);
            now =
                    arrived
                            ? told.story().situation(told.child(), local.toString())
                            : new Situation(now.around(), at, now.directory(), now.parameters());
            for (Rule rule : rules) {
                Evaluation asked = rule.evaluate(now);
                Evaluation before = held.get(rule);
                if (before == null || arrived || due(before, at)) {
                    boolean changed = before != null && !keys(before).equals(keys(asked));
                    changedByTime += changed && !arrived ? 1 : 0;
                    held.put(rule, asked);
                } else {
                    assertThat(keys(before))
                            .as("-Dseed=%d %s at %s", seed, rule.id(), local)
                            .isEqualTo(keys(asked));
                }
                check(asked, at, "-Dseed=%d %s at %s".formatted(seed, rule.id(), local));
                asked.findings().forEach(f -> fired.add(f.rule().value()));
            }
        }
    }

    private static boolean due(Evaluation held, Instant at) {
        return held.recheckAt().filter(r -> !r.isAfter(at)).isPresent();
    }

    private static void check(Evaluation asked, Instant at, String where) {
        assertThat(asked.findings()).as(where).noneMatch(f -> f.since().isAfter(at));
        assertThat(asked.recheckAt()).as(where).matches(r -> r.isEmpty() || r.get().isAfter(at));
        assertThat(keys(asked)).as(where).hasSize(asked.findings().size());
    }

    private static Set<String> keys(Evaluation evaluation) {
        return evaluation.findings().stream()
                .map(f -> f.rule() + "|" + f.matter() + "|" + f.item() + "|" + f.since())
                .collect(Collectors.toSet());
    }
}
