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

    private SetRule(Rule rule, Situation situation, List<RuleSetting> settings) {
        this.rule = rule;
        this.situation = situation;
        Instant first = settings.getFirst().from();
        spans.add(new Span(Instant.MIN, first, true, Map.of()));
        for (int i = 0; i < settings.size(); i++) {
            RuleSetting setting = settings.get(i);
            Instant until = i + 1 < settings.size() ? settings.get(i + 1).from() : Instant.MAX;
            spans.add(new Span(setting.from(), until, setting.on(), setting.numbers()));
        }
    }

    /** What a rule finds for a subject of an area that set it so. */
    static Evaluation evaluate(Rule rule, Situation situation, List<RuleSetting> settings) {
        return new SetRule(rule, situation, settings).evaluation();
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
