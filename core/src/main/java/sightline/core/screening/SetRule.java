package sightline.core.screening;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rule where an area set it. A finding counts by the setting of the moment at which it began, so
 * that a setting neither takes back what was raised before it nor raises what happened before it:
 * the second is held for review ({@link HeldForReview}), no longer than a year back.
 */
final class SetRule {
    private static final int MONTHS_BACK = 12;

    private final Rule rule;
    private final Situation situation;
    private final List<Span> spans = new ArrayList<>();
    private final Map<Map<String, Integer>, Evaluation> asked = new HashMap<>();

    /** One setting and how long it held. */
    private record Span(Instant from, Instant until, boolean on, Map<String, Integer> numbers) {
        boolean holds(Finding finding) {
            return on && !finding.since().isBefore(from) && finding.since().isBefore(until);
        }
    }

    private SetRule(
            Rule rule, Situation situation, List<RuleSetting> settings, Optional<Instant> begun) {
        this.rule = rule;
        this.situation = situation;
        Instant from = Instant.MIN;
        boolean on = true;
        if (begun.isPresent()) {
            spans.add(new Span(from, begun.get(), false, Map.of()));
            from = begun.get();
        }
        Map<String, Integer> numbers = Map.of();
        for (RuleSetting next : settings) {
            spans.add(new Span(from, next.from(), on, numbers));
            from = next.from();
            on = next.on();
            numbers = next.numbers();
        }
        spans.add(new Span(from, Instant.MAX, on, numbers));
        spans.removeIf(s -> s.from().isAfter(situation.now()));
    }

    /**
     * What a rule finds for a subject of an area that set it so.
     *
     * @param begun from when the rule is in force, where it came with a later version
     */
    static Evaluation evaluate(
            Rule rule, Situation situation, List<RuleSetting> settings, Optional<Instant> begun) {
        return settings.isEmpty() && begun.isEmpty()
                ? rule.evaluate(situation)
                : new SetRule(rule, situation, settings, begun).evaluation();
    }

    private Evaluation evaluation() {
        List<Finding> kept = new ArrayList<>();
        Optional<Instant> recheck = Optional.empty();
        for (Span span : spans) {
            if (span.on()) {
                Evaluation all = under(span.numbers());
                all.findings().stream().filter(span::holds).forEach(kept::add);
                recheck = Evaluation.earliest(recheck, all.recheckAt());
            }
        }
        return new Evaluation(kept, recheck).and(before(kept));
    }

    /** What the newest setting would have found before it held. */
    private Evaluation before(List<Finding> kept) {
        Span newest = spans.getLast();
        if (!newest.on()) {
            return Evaluation.NOTHING;
        }
        Instant back = newest.from().atOffset(ZoneOffset.UTC).minusMonths(MONTHS_BACK).toInstant();
        Predicate<Finding> other =
                f ->
                        kept.stream()
                                .noneMatch(k -> HeldForReview.key(k).equals(HeldForReview.key(f)));
        return Evaluation.found(
                under(newest.numbers()).findings().stream()
                        .filter(Finding::alerts)
                        .filter(f -> f.since().isBefore(newest.from()) && !f.since().isBefore(back))
                        .filter(other)
                        .map(f -> HeldForReview.reviewed(situation, f, newest.from()))
                        .flatMap(List::stream)
                        .toList());
    }

    private Evaluation under(Map<String, Integer> numbers) {
        Map<String, Integer> named = new HashMap<>();
        numbers.forEach((name, value) -> named.put(rule.id().value() + "." + name, value));
        return asked.computeIfAbsent(
                numbers, _ -> rule.evaluate(situation.with(new Parameters(named))));
    }
}
