package sightline.core.screening;

import sightline.core.facts.SystemBody.AlertTold;

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
    private final List<Instant> changed;
    private final Map<Map<String, Integer>, Evaluation> asked = new HashMap<>();

    /** One setting and how long it held. */
    private record Span(Instant from, Instant until, boolean on, Map<String, Integer> numbers) {
        boolean holds(Finding finding) {
            return on && !finding.since().isBefore(from) && finding.since().isBefore(until);
        }
    }

    private SetRule(
            Rule rule,
            Situation situation,
            List<RuleSetting> settings,
            Optional<Instant> begun,
            List<Instant> changed) {
        this.rule = rule;
        this.situation = situation;
        this.changed = changed;
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
     * @param settings of the area, oldest first
     * @param versions what later versions of the program brought and changed
     */
    static Evaluation evaluate(
            Rule rule, Situation situation, List<RuleSetting> settings, RuleSettings versions) {
        Optional<Instant> begun = Optional.ofNullable(versions.begun().get(rule.id()));
        List<Instant> changed = versions.changed().getOrDefault(rule.id(), List.of());
        return settings.isEmpty() && begun.isEmpty() && changed.isEmpty()
                ? Evaluations.in(situation).of(rule)
                : new SetRule(rule, situation, settings, begun, changed).evaluation();
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
        return new Evaluation(sinceChanged(kept), recheck).and(before(kept));
    }

    /**
     * What a changed rule finds in records from before the change stands where it was told before;
     * else it is held for review, no longer than a year back. A change that is still to come is one
     * of a rebuild: there the rule finds what it told.
     */
    private List<Finding> sinceChanged(List<Finding> kept) {
        return changed.isEmpty()
                ? kept
                : kept.stream().flatMap(f -> sinceChanged(f).stream()).toList();
    }

    private List<Finding> sinceChanged(Finding found) {
        return changed.stream()
                .filter(c -> found.alerts() && found.since().isBefore(c))
                .findFirst()
                .filter(c -> !toldBefore(found, c))
                .map(c ->
                        c.isAfter(situation.now()) || found.since().isBefore(back(c))
                                ? List.<Finding>of()
                                : HeldForReview.reviewed(situation, found, c))
                .orElse(List.of(found));
    }

    private boolean toldBefore(Finding found, Instant moment) {
        return situation.subject().entries(AlertTold.class).stream()
                .filter(told -> told.body().rule().equals(rule.id().value()))
                .filter(told -> told.received().isBefore(moment))
                .anyMatch(told -> told.body().findings().contains(found.item()));
    }

    private static Instant back(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).minusMonths(MONTHS_BACK).toInstant();
    }

    /** What the newest setting would have found before it held. */
    private Evaluation before(List<Finding> kept) {
        Span newest = spans.getLast();
        if (!newest.on() || newest.from().equals(Instant.MIN)) {
            return Evaluation.NOTHING;
        }
        Instant back = back(newest.from());
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
                numbers, _ -> Evaluations.in(situation.with(new Parameters(named))).of(rule));
    }
}
