package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.Account;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.Mark;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.household.Entry;
import sightline.core.kernel.London;
import sightline.core.kernel.When;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One injury presentation: the entry that was first received and every further telling of it.
 *
 * @param tellings as received; never empty
 */
public record Injury(List<Entry<InjuryObserved>> tellings) {
    private static final Duration LATE = Duration.ofHours(12);
    private static final Set<MarkKind> SOON =
            EnumSet.of(MarkKind.BURN, MarkKind.SCALD, MarkKind.FRACTURE, MarkKind.HEAD_INJURY);

    public Injury {
        tellings = List.copyOf(tellings);
    }

    /** The entry that was received first. */
    public Entry<InjuryObserved> first() {
        return tellings.getFirst();
    }

    /** The entry of whoever saw it first, whenever that reached us. */
    public Entry<InjuryObserved> firstSeen() {
        return tellings.stream().min(Order.OLDEST_FIRST).orElseThrow();
    }

    /** Its key in alerts: the id of its first fact. */
    public String key() {
        return first().fact().id().text();
    }

    /** Whether a fact tells of it. */
    public boolean isToldBy(Fact fact) {
        return tellings.stream().anyMatch(t -> t.fact().id().equals(fact.id()));
    }

    /** When it reached us. */
    public Instant received() {
        return first().received();
    }

    /** The day on which it was first seen. */
    public LocalDate day() {
        return tellings.stream().map(Order::day).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** What was seen, birthmarks left out. */
    public List<Mark> marks() {
        return tellings.stream()
                .flatMap(t -> t.body().marks().stream())
                .filter(m -> m.kind() != MarkKind.BIRTHMARK)
                .toList();
    }

    /** Whether any mark is of one of the kinds. */
    public boolean has(Set<MarkKind> kinds) {
        return marks().stream().map(Mark::kind).anyMatch(kinds::contains);
    }

    /** The accounts of how it came about, in the order of telling. */
    public List<Account> accounts() {
        return tellings.stream().flatMap(t -> t.body().accounts().stream()).toList();
    }

    /** The mechanisms that were said, as coded; "not known" is none. */
    public Set<Mechanism> mechanisms() {
        Set<Mechanism> said = new TreeSet<>();
        accounts().stream().flatMap(a -> a.mechanism().stream()).forEach(said::add);
        said.remove(Mechanism.NOT_KNOWN);
        return said;
    }

    /** Whether no account explains it: none given, or "not known" is all that was said. */
    public boolean unexplained() {
        return mechanisms().isEmpty()
                && accounts().stream()
                        .filter(a -> a.mechanism().isEmpty())
                        .flatMap(a -> a.words().stream())
                        .allMatch(w -> w.isBlank());
    }

    /** Whether tellings name different mechanisms. */
    public boolean explanationChanged() {
        return mechanisms().size() > 1;
    }

    /** When the second mechanism was told, where the explanation changed. */
    public Optional<Instant> changedAt() {
        Set<Mechanism> said = EnumSet.noneOf(Mechanism.class);
        for (Entry<InjuryObserved> telling : tellings) {
            telling.body().accounts().stream()
                    .flatMap(a -> a.mechanism().stream())
                    .filter(m -> m != Mechanism.NOT_KNOWN)
                    .forEach(said::add);
            if (said.size() > 1) {
                return Optional.of(telling.received());
            }
        }
        return Optional.empty();
    }

    /** The mechanisms said of both; "other" is no mechanism to compare. */
    public Set<Mechanism> mechanismsLike(Injury other) {
        Set<Mechanism> both = new TreeSet<>(mechanisms());
        both.retainAll(other.mechanisms());
        both.remove(Mechanism.OTHER);
        return both;
    }

    /** When one of the mechanisms was first told of it. */
    public Optional<Instant> toldAt(Set<Mechanism> wanted) {
        return tellings.stream()
                .filter(t ->
                        t.body().accounts().stream()
                                .flatMap(a -> a.mechanism().stream())
                                .anyMatch(wanted::contains))
                .map(Entry::received)
                .min(Comparator.naturalOrder());
    }

    /**
     * Whether a burn, fracture or head injury was brought more than 12 hours after it happened, by
     * the latest moment at which it can have happened and the earliest at which anybody saw it.
     */
    public boolean presentedLate() {
        return lateKnown().isPresent();
    }

    /** When it was first known here that it was presented late. */
    public Optional<Instant> lateKnown() {
        Optional<Instant> brought = brought();
        boolean urgent = marks().stream().anyMatch(Injury::urgent);
        return tellings.stream()
                .filter(t -> urgent && brought.filter(b -> late(t, b)).isPresent())
                .map(Entry::received)
                .min(Comparator.naturalOrder());
    }

    /** The earliest moment at which anybody whom we know of saw it. */
    public Optional<Instant> brought() {
        return tellings.stream().flatMap(t -> seen(t).stream()).min(Comparator.naturalOrder());
    }

    /**
     * Where the day alone is told, or only its month, what was written on such a day was seen when
     * it was written; what was written later was seen on its earliest day.
     */
    private static Optional<Instant> seen(Entry<InjuryObserved> telling) {
        When seen = telling.fact().times().happened();
        Instant recorded = telling.fact().times().recorded();
        return seen.instant()
                .or(() ->
                        seen.earliest()
                                .map(day ->
                                        seen.possible().contains(London.day(recorded))
                                                ? recorded
                                                : London.startOf(day)));
    }

    private static boolean urgent(Mark mark) {
        return SOON.contains(mark.kind())
                || mark.site().within(Site.SKULL)
                || (mark.kind() == MarkKind.SWELLING && mark.site().within(Site.HEAD));
    }

    private static boolean late(Entry<InjuryObserved> telling, Instant brought) {
        Optional<Instant> happened = latest(telling.body().occurred());
        return happened.isPresent() && brought.isAfter(happened.get().plus(LATE));
    }

    private static Optional<Instant> latest(When when) {
        return when.instant().or(() -> when.latest().map(London::endOf));
    }
}
