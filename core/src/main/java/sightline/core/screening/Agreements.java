package sightline.core.screening;

import sightline.core.facts.JusticeBody.ArrangementAgreed;
import sightline.core.facts.JusticeBody.ArrangementAgreed.ArrangementStage;
import sightline.core.facts.JusticeBody.ConditionState;
import sightline.core.facts.JusticeBody.OrderCondition;
import sightline.core.facts.PersonRole;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Arrangements between the subject and one person that were assessed and agreed in knowledge of the
 * conviction: while one is in force and within its conditions, what is on record of the person is
 * "known and agreed until" its day. Without a day, or agreed without that knowledge, it never
 * suppresses.
 */
final class Agreements {

    /**
     * The moments from which and up to which one suppresses.
     *
     * @param last the last day, as the headline names it
     */
    record Span(Entry<ArrangementAgreed> entry, Instant from, Instant until, LocalDate last) {
        boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    private final Neighbourhood around;
    private final Individual person;
    private final List<KnownRisk> risks;

    Agreements(Neighbourhood around, Individual person, List<KnownRisk> risks) {
        this.around = around;
        this.person = person;
        this.risks = risks;
    }

    /** Every span in which the person is known and agreed, earliest first. */
    List<Span> spans() {
        return all().filter(e -> e.body().stage() == ArrangementStage.AGREED)
                .filter(e -> e.body().convictionKnown())
                .flatMap(e -> span(e).stream())
                .sorted(Comparator.comparing(Span::from).thenComparing(Span::until))
                .toList();
    }

    /** Arrangements agreed without knowledge of what is on record: named in the path. */
    List<Entry<ArrangementAgreed>> withoutKnowledge() {
        return all().filter(e -> e.body().stage() == ArrangementStage.AGREED)
                .filter(e -> !e.body().convictionKnown())
                .toList();
    }

    private Stream<Entry<ArrangementAgreed>> all() {
        return person.entries(ArrangementAgreed.class).stream().filter(this::concerns);
    }

    /** With the subject in it; or with one of its parents, and no child at all. */
    private boolean concerns(Entry<?> entry) {
        boolean named =
                around.selves().stream()
                        .anyMatch(s -> s.records().stream().anyMatch(entry.fact()::mentions));
        boolean noChild =
                entry.fact().in(PersonRole.CHILD).findAny().isEmpty()
                        && entry.fact().in(PersonRole.UNBORN_CHILD).findAny().isEmpty();
        boolean parent =
                Anchor.of(around).stream()
                        .filter(a -> !a.id().equals(person.id()))
                        .anyMatch(a ->
                                a.person().records().stream().anyMatch(entry.fact()::mentions));
        return named || (noChild && parent);
    }

    private Optional<Span> span(Entry<ArrangementAgreed> entry) {
        Optional<LocalDate> last = entry.body().until().or(() -> entry.body().review());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Instant from = Namings.latest(entry.received(), London.startOf(entry.day()));
        List<Instant> ends = new ArrayList<>();
        ends.add(London.endOf(last.get()));
        all().filter(e -> e.body().stage() == ArrangementStage.ENDED)
                .filter(e -> e.fact().position() > entry.fact().position())
                .forEach(e -> ends.add(e.received()));
        broken(entry).forEach(ends::add);
        risks.stream()
                .filter(r -> r.day().filter(d -> d.isAfter(entry.latestDay())).isPresent())
                .forEach(r -> ends.add(r.received()));
        Instant until = ends.stream().min(Comparator.naturalOrder()).orElseThrow();
        return from.isBefore(until)
                ? Optional.of(new Span(entry, from, until, last.get()))
                : Optional.empty();
    }

    /** When a condition was reported as not met, or its day passed without a report. */
    private Stream<Instant> broken(Entry<ArrangementAgreed> entry) {
        List<Entry<OrderCondition>> conditions =
                Stream.concat(Stream.of(person), around.selves().stream())
                        .flatMap(p -> p.entries(OrderCondition.class).stream())
                        .filter(c -> of(c, entry))
                        .distinct()
                        .toList();
        return conditions.stream().flatMap(c -> broken(c, conditions).stream());
    }

    private static boolean of(Entry<OrderCondition> condition, Entry<ArrangementAgreed> entry) {
        return condition.fact().references().regarding().contains(entry.fact().id().message())
                || condition.fact().id().message().equals(entry.fact().id().message());
    }

    private static Optional<Instant> broken(
            Entry<OrderCondition> condition, List<Entry<OrderCondition>> all) {
        if (condition.body().state() == ConditionState.NOT_MET) {
            return Optional.of(condition.received());
        }
        if (condition.body().state() != ConditionState.SET) {
            return Optional.empty();
        }
        return condition
                .body()
                .due()
                .map(London::endOf)
                .filter(due -> all.stream().noneMatch(r -> reported(r, condition, due)));
    }

    private static boolean reported(
            Entry<OrderCondition> report, Entry<OrderCondition> set, Instant due) {
        return report.body().condition().equals(set.body().condition())
                && (report.body().state() == ConditionState.MET
                        || report.body().state() == ConditionState.LIFTED)
                && report.received().isBefore(due);
    }
}
