package sightline.core.screening;

import sightline.core.facts.SharedBody;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.AlertChanged.AlertChange;
import sightline.core.household.Entry;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts of a child a named person answered. An alert's reference tells its rule ({@code
 * ALR-01-7F3A}, or {@code AL-01} and anything that is no digit); else the record of its raising.
 */
public final class Answers {
    private final Child child;

    private Answers(Child child) {
        this.child = child;
    }

    public static Answers of(Child child) {
        return new Answers(child);
    }

    /** The answers to alerts of a rule, oldest first. */
    public List<Entry<SharedBody.AlertAnswered>> to(RuleId rule) {
        return child.entries(SharedBody.AlertAnswered.class).stream()
                .filter(e -> isOf(rule, e.body().alert()))
                .sorted(Order.OLDEST_FIRST)
                .toList();
    }

    /**
     * The key of "the injuries since the last answer": the same for all evidence that came between
     * two answers.
     */
    public String since(RuleId rule, String what, Instant evidence) {
        Optional<Entry<SharedBody.AlertAnswered>> last =
                to(rule).stream()
                        .filter(e -> e.received().isBefore(evidence))
                        .reduce((_, later) -> later);
        return last.map(e -> what + "-after-" + e.fact().id().text()).orElse(what);
    }

    /**
     * References of raised alerts of the rules that no named person has answered. For duties and
     * pages: a rule reads no finding, its own or another's.
     */
    public Set<String> unanswered(Set<RuleId> rules) {
        Set<String> open = new LinkedHashSet<>();
        for (Entry<SystemBody.AlertChanged> e : child.entries(SystemBody.AlertChanged.class)) {
            if (e.body().change() == AlertChange.RAISED
                    && rules.stream().anyMatch(r -> r.value().equals(e.body().rule()))) {
                open.add(e.body().alert());
            }
        }
        child.entries(SharedBody.AlertAnswered.class).forEach(e -> open.remove(e.body().alert()));
        return open;
    }

    private boolean isOf(RuleId rule, String alert) {
        String id = rule.value();
        if (alert.startsWith(id.replaceFirst("-", "R-") + "-")) {
            return true;
        }
        if (alert.startsWith(id)) {
            return alert.length() == id.length() || !Character.isDigit(alert.charAt(id.length()));
        }
        return child.entries(SystemBody.AlertChanged.class).stream()
                .anyMatch(e -> e.body().alert().equals(alert) && e.body().rule().equals(id));
    }
}
