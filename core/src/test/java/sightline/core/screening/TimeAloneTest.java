package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sightline.core.facts.Fact;
import sightline.core.story.RandomStory;
import sightline.core.story.Who;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule asked only when facts arrive, and when it said to ask again, knows at every quarter of an
 * hour what it would know if it were asked then.
 */
final class TimeAloneTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final long SEED =
            Long.getLong("seed", java.time.LocalDate.of(2026, 11, 25).toEpochDay());
    private static final int STORIES = Integer.getInteger("stories", 4);
    private static final int MOST_STORIES = 200;

    static Stream<Rule> rules() {
        return Stream.of(
                new KnownRiskJoinsChild(),
                new UnflaggedDomesticIncident(),
                new InjuredCarer(),
                new NotInRecordedHousehold(),
                new LivesAgainstConditions(),
                new SupervisionEndsWithChild());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void askedWhenFactsArriveOrWhenItSaidItKnowsWhatItWouldKnowAnyway(Rule rule) {
        int found = 0;
        // A rule that a few stories say nothing to is told more of them.
        for (int i = 0; i < STORIES || (found == 0 && i < MOST_STORIES); i++) {
            RandomStory story = new RandomStory(SEED + i);
            for (Who subject : story.subjects()) {
                found += compare(rule, story, subject);
            }
        }
        assertThat(found).as(rule.id() + " never found anything, seed " + SEED).isPositive();
    }

    private static int compare(Rule rule, RandomStory story, Who subject) {
        Instant first = story.firstMention(subject);
        List<String> held = List.of();
        Optional<Instant> again = Optional.of(first);
        NavigableSet<Instant> arrivals = new TreeSet<>();
        story.facts().stream().map(f -> f.times().received()).forEach(arrivals::add);
        int found = 0;
        for (Instant now = first; now.isBefore(story.end()); now = now.plus(QUARTER)) {
            Instant before = now.minus(QUARTER);
            while (true) {
                Optional<Instant> next = next(arrivals, again, before, now);
                if (next.isEmpty()) {
                    break;
                }
                Evaluation evaluation = rule.evaluate(story.situation(subject, next.get()));
                held = keys(evaluation);
                again = evaluation.recheckAt();
                before = next.get();
            }
            if (story.looksAt(now)) {
                List<String> anyway = keys(rule.evaluate(story.situation(subject, now)));
                assertThat(held)
                        .as(
                                rule.id()
                                        + " for "
                                        + subject.label()
                                        + " at "
                                        + now
                                        + ", seed "
                                        + story.seed())
                        .isEqualTo(anyway);
                found += anyway.size();
            }
        }
        return found;
    }

    /** The next moment, after one and up to the other, at which the rule is asked. */
    private static Optional<Instant> next(
            NavigableSet<Instant> arrivals, Optional<Instant> again, Instant after, Instant upTo) {
        List<Instant> moments = new ArrayList<>();
        Optional.ofNullable(arrivals.higher(after)).ifPresent(moments::add);
        again.filter(a -> a.isAfter(after)).ifPresent(moments::add);
        return moments.stream().filter(m -> !m.isAfter(upTo)).min(Instant::compareTo);
    }

    private static List<String> keys(Evaluation evaluation) {
        return evaluation.findings().stream()
                .map(f -> f.matter() + " " + f.item() + " " + f.since() + " " + f.effect())
                .sorted()
                .toList();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        List<String> one = new RandomStory(SEED).facts().stream().map(Fact::toString).toList();

        assertThat(new RandomStory(SEED).facts()).extracting(Fact::toString).isEqualTo(one);
    }
}
