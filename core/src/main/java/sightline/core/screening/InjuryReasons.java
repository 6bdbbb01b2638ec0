package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.household.Connection;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The reasons for which an injury that is not ordinary falls under AL-04. */
final class InjuryReasons {
    private static final int YEARS_SHORT = 4;
    static final int MONTHS_MIDDLE = 6;
    static final int MONTHS_OLDER = 3;

    /** Of what kind a reason is. */
    enum Kind {
        REPEATED,
        SAME_MECHANISM,
        IN_BROTHER_OR_SISTER,
        NOT_EXPLAINED,
        CHANGED,
        LATE
    }

    /**
     * One reason.
     *
     * @param since when it was first complete here
     * @param certainty of the weakest thing that shows it
     * @param facts what shows it beside the injury itself
     */
    record Reason(Kind kind, String text, Instant since, Certainty certainty, List<FactId> facts) {}

    private final Child child;
    private final RuleId rule;
    private final List<Injury> counted;

    InjuryReasons(Child child, RuleId rule, Injuries injuries) {
        this.child = child;
        this.rule = rule;
        this.counted = injuries.all().stream().filter(i -> !injuries.ordinary(i)).toList();
    }

    /** The injuries that are not ordinary. */
    List<Injury> counted() {
        return counted;
    }

    /** Why the injury falls under the rule; empty when it does not. */
    List<Reason> of(Injury injury) {
        List<Reason> reasons = new ArrayList<>();
        repeated(injury).ifPresent(reasons::add);
        sameMechanism(injury).ifPresent(reasons::add);
        inBrotherOrSister(injury).ifPresent(reasons::add);
        if (injury.unexplained()) {
            reasons.add(
                    reason(
                            Kind.NOT_EXPLAINED,
                            "No explanation is recorded",
                            injury.received(),
                            injury));
        }
        injury.changedAt()
                .ifPresent(at ->
                        reasons.add(
                                reason(
                                        Kind.CHANGED,
                                        "The explanation changed between tellings",
                                        at,
                                        injury)));
        injury.lateKnown()
                .ifPresent(at ->
                        reasons.add(
                                reason(
                                        Kind.LATE,
                                        "Brought more than 12 hours after it happened",
                                        at,
                                        injury)));
        return reasons;
    }

    private static Reason reason(Kind kind, String text, Instant since, Injury injury) {
        return new Reason(kind, text, since, sure(injury), List.of(injury.first().fact().id()));
    }

    /** How sure it is that the first of its entries is about this child. */
    private static Certainty sure(Injury injury) {
        return injury.first().certainty();
    }

    /** The injuries before this one that count with it, as received. */
    List<Injury> before(Injury injury) {
        LocalDate from = windowStart(injury.day());
        return counted.stream()
                .filter(i -> before(i, injury) && !i.day().isBefore(from))
                .sorted(Comparator.comparing(Injury::received))
                .toList();
    }

    private Optional<Reason> repeated(Injury injury) {
        List<Injury> before = before(injury);
        return before.stream()
                .findFirst()
                .map(i ->
                        new Reason(
                                Kind.REPEATED,
                                "Injury number "
                                        + (before.size() + 1)
                                        + " within the window for this age, ordinary ones not"
                                        + " counted",
                                Order.later(i.received(), injury.received()),
                                before.stream()
                                        .map(InjuryReasons::sure)
                                        .reduce(sure(injury), Certainty::and),
                                before.stream().map(b -> b.first().fact().id()).toList()));
    }

    /** Under 1: ever; 1 to 3: six months; 4 and over: three months; age not recorded: ever. */
    private LocalDate windowStart(LocalDate day) {
        Optional<Integer> years = child.individual().yearsOn(day);
        if (years.isEmpty() || years.get() < 1) {
            return LocalDate.MIN;
        }
        return years.get() < YEARS_SHORT
                ? day.minusMonths(months("middle-months", MONTHS_MIDDLE))
                : day.minusMonths(months("older-months", MONTHS_OLDER));
    }

    private int months(String name, int otherwise) {
        return child.situation().parameters().number(rule, name, otherwise);
    }

    private static boolean before(Injury one, Injury other) {
        int days = one.day().compareTo(other.day());
        return days < 0 || (days == 0 && Order.follows(other.first(), one.first()));
    }

    private Optional<Reason> sameMechanism(Injury injury) {
        return counted.stream()
                .filter(i -> before(i, injury) && !i.mechanismsLike(injury).isEmpty())
                .map(i -> again(Kind.SAME_MECHANISM, "an earlier injury", i, injury))
                .min(Comparator.comparing(Reason::since));
    }

    private static Reason again(Kind kind, String of, Injury earlier, Injury injury) {
        var both = earlier.mechanismsLike(injury);
        Instant told =
                Order.later(
                        earlier.toldAt(both).orElse(earlier.received()),
                        injury.toldAt(both).orElse(injury.received()));
        String said = both.stream().map(Found::words).reduce((a, b) -> a + ", " + b).orElse("");
        return new Reason(
                kind,
                InjuryPattern.SAME_EXPLANATION + of + ": " + said,
                told,
                sure(earlier).and(sure(injury)),
                List.of(earlier.first().fact().id()));
    }

    private Optional<Reason> inBrotherOrSister(Injury injury) {
        List<Reason> found = new ArrayList<>();
        for (Individual sibling : child.situation().around().siblings()) {
            Injuries theirs = Injuries.of(sibling);
            theirs.all().stream()
                    .filter(i -> !theirs.ordinary(i) && !i.day().isAfter(injury.day()))
                    .filter(i -> !i.mechanismsLike(injury).isEmpty())
                    .map(i -> again(Kind.IN_BROTHER_OR_SISTER, "a brother or sister", i, injury))
                    .map(r -> knownAs(r, sibling))
                    .forEach(found::add);
        }
        return found.stream().min(Comparator.comparing(Reason::since));
    }

    private Reason knownAs(Reason reason, Individual sibling) {
        Optional<Tie> tie = tie(sibling.id());
        return new Reason(
                reason.kind(),
                reason.text(),
                tie.map(t -> Order.later(reason.since(), t.since())).orElse(reason.since()),
                tie.map(t -> reason.certainty().and(t.certainty())).orElse(reason.certainty()),
                reason.facts());
    }

    /** That they are brother or sister: since when it is known here, and how surely. */
    private record Tie(Instant since, Certainty certainty) {}

    private Optional<Tie> tie(PersonId sibling) {
        Neighbourhood around = child.situation().around();
        PersonId self = child.individual().id();
        List<Tie> known = new ArrayList<>();
        around.connections(self, Connection.Kind.SIBLING).stream()
                .filter(c -> c.to().equals(sibling))
                .forEach(c -> known.add(new Tie(received(c), c.certainty())));
        for (Connection parent : around.connections(self, Connection.Kind.PARENT)) {
            around.connections(parent.to(), Connection.Kind.CHILD).stream()
                    .filter(c -> c.to().equals(sibling))
                    .forEach(c ->
                            known.add(
                                    new Tie(
                                            Order.later(received(parent), received(c)),
                                            parent.certainty().and(c.certainty()))));
        }
        return known.stream().min(Comparator.comparing(Tie::since));
    }

    private static Instant received(Connection connection) {
        return connection.basis().stream()
                .map((Fact f) -> f.times().received())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
