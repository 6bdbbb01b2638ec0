package sightline.core.facts;

import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.When;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which messages say one thing: an entry that its sender sent twice under two ids, and a message
 * with what corrects it. The first of two counts, and whoever names one of them names the other.
 *
 * <p>Two entries are the same where one sender says of the same people, in the same roles, in the
 * same words, of the same place, that it happened at the same time, and either knows the moment or
 * wrote both down at the same moment. A second visit on the same day, written down apart, is
 * another visit.
 */
public final class SaidAgain {
    /** What two entries that are the same have in common, beside words and place. */
    private record What(
            Class<?> kind,
            List<Participant> people,
            When happened,
            Optional<Instant> recorded,
            Sensitivity sensitivity,
            References references) {
        static What of(Fact fact, References references) {
            Times times = fact.times();
            return new What(
                    fact.body().getClass(),
                    fact.participants(),
                    times.happened(),
                    times.happened().instant().isPresent()
                            ? Optional.empty()
                            : Optional.of(times.recorded()),
                    fact.sensitivity(),
                    references);
        }
    }

    private final Set<FactId> twice = new HashSet<>();
    private final Map<MessageRef, MessageRef> firstSent = new HashMap<>();
    private final Map<MessageRef, Set<MessageRef>> alsoNamed = new HashMap<>();
    private final Map<MessageRef, List<Fact>> corrected = new HashMap<>();

    private SaidAgain() {}

    /**
     * Reads facts for what is said again.
     *
     * @param facts in ledger order
     * @param standing how each fact stands: what was taken back is repeated by nothing; what was
     *     ended or corrected is, and its repeat goes with it
     */
    public static SaidAgain among(Collection<Fact> facts, Function<Fact, Standing> standing) {
        SaidAgain again = new SaidAgain();
        again.sentTwice(facts, standing);
        again.corrections(facts, standing);
        return again;
    }

    private void sentTwice(Collection<Fact> facts, Function<Fact, Standing> standing) {
        Set<Integer> alikeAtFirst = alikeAtFirst(facts);
        Map<What, List<Fact>> first = new HashMap<>();
        for (Fact fact : facts) {
            if (!alikeAtFirst.contains(atFirst(fact))
                    || !tells(fact)
                    || !mayBeRepeated(fact, standing.apply(fact))) {
                continue;
            }
            What what = What.of(fact, naming(fact.references()));
            List<Fact> alike = first.computeIfAbsent(what, _ -> new ArrayList<>(1));
            Optional<Fact> same = alike.stream().filter(f -> same(f, fact)).findFirst();
            if (same.isPresent()) {
                twice.add(fact.id());
                firstSent.putIfAbsent(fact.id().message(), same.get().id().message());
                name(same.get().id().message(), fact.id().message());
                name(fact.id().message(), same.get().id().message());
            } else {
                alike.add(fact);
            }
        }
    }

    /** Whoever sends all twice answers the first by one, and the second by the other. */
    private References naming(References said) {
        return new References(
                said.addressees(),
                said.regarding().stream().map(m -> firstSent.getOrDefault(m, m)).toList(),
                said.corrects().map(m -> firstSent.getOrDefault(m, m)));
    }

    /** Of two corrections that say the same the later stands, so that the earlier is no repeat. */
    private static boolean mayBeRepeated(Fact fact, Standing standing) {
        return switch (standing) {
            case RETRACTED -> false;
            case CORRECTED -> fact.references().corrects().isEmpty();
            case STANDS, DISPUTED, ENDED -> true;
        };
    }

    /**
     * What more than one of the facts has at first sight. Whatever is the same is alike at first
     * sight; of thousands of entries few are, and only those are compared in all they say.
     */
    private static Set<Integer> alikeAtFirst(Collection<Fact> facts) {
        Set<Integer> seen = HashSet.newHashSet(facts.size());
        Set<Integer> alike = new HashSet<>();
        for (Fact fact : facts) {
            int atFirst = atFirst(fact);
            if (!seen.add(atFirst)) {
                alike.add(atFirst);
            }
        }
        return alike;
    }

    private static int atFirst(Fact fact) {
        int who =
                fact.participants().isEmpty()
                        ? 0
                        : fact.participants().getFirst().record().localId().hashCode();
        int what = 31 * who + fact.body().getClass().hashCode();
        Times times = fact.times();
        int when = 31 * what + times.happened().hashCode();
        return times.happened().instant().isPresent()
                ? when
                : 31 * when + times.recorded().hashCode();
    }

    private static boolean same(Fact one, Fact other) {
        return !one.id().message().equals(other.id().message())
                && one.source().equals(other.source())
                && one.body().equals(other.body())
                && one.place().equals(other.place());
    }

    private void corrections(Collection<Fact> facts, Function<Fact, Standing> standing) {
        if (facts.stream().noneMatch(f -> f.references().corrects().isPresent())) {
            return;
        }
        Set<MessageRef> takenBack =
                facts.stream()
                        .filter(f -> standing.apply(f) == Standing.RETRACTED)
                        .map(f -> f.id().message())
                        .collect(Collectors.toSet());
        Map<MessageRef, Set<MessageRef>> inPlaceOf = Corrections.among(facts, takenBack).all();
        Set<MessageRef> either = new HashSet<>(inPlaceOf.keySet());
        inPlaceOf.values().stream()
                .flatMap(Set::stream)
                .forEach(m -> either.addAll(List.of(m, firstSent.getOrDefault(m, m))));
        Map<MessageRef, List<Fact>> told = new HashMap<>();
        for (Fact fact : facts) {
            MessageRef message = fact.id().message();
            if (tells(fact) && either.contains(message)) {
                told.computeIfAbsent(message, _ -> new ArrayList<>()).add(fact);
            }
        }
        inPlaceOf.forEach((correction, replaced) ->
                replaced.forEach(named -> {
                    MessageRef message = firstSent.getOrDefault(named, named);
                    List<Fact> earlier = told.getOrDefault(message, List.of());
                    List<Fact> later = told.getOrDefault(correction, List.of());
                    if (!later.isEmpty()
                            && Corrections.concerned(earlier)
                                    .containsAll(Corrections.concerned(later))) {
                        name(message, correction);
                        corrected.put(correction, earlier);
                    }
                }));
    }

    private void name(MessageRef message, MessageRef other) {
        alsoNamed.computeIfAbsent(message, _ -> new LinkedHashSet<>()).add(other);
    }

    /** Whether it tells of something, and does not only describe who somebody is. */
    private static boolean tells(Fact fact) {
        return !(fact.body() instanceof SystemBody) && !Repeats.describes(fact);
    }

    /** Whether nothing is said again. */
    public boolean none() {
        return alsoNamed.isEmpty();
    }

    /** Facts that were told before under another id: they count no second time. */
    public Set<FactId> twice() {
        return Set.copyOf(twice);
    }

    /**
     * What counts of a message that was sent twice: the message of which it is the second.
     *
     * @param fact any; of one that is told for the first time nothing is given
     */
    public Optional<MessageRef> firstOf(Fact fact) {
        return twice.contains(fact.id())
                ? Optional.ofNullable(firstSent.get(fact.id().message()))
                : Optional.empty();
    }

    /** Whether a fact names a message that is said again or corrected. */
    public boolean follows(Fact fact) {
        return !(fact.body() instanceof SharedBody.Retraction)
                && (fact.references().regarding().stream().anyMatch(alsoNamed::containsKey)
                        || correctsRepeat(fact));
    }

    /** Whoever corrects the second of two that are the same corrects what counts: the first. */
    private boolean correctsRepeat(Fact fact) {
        return !twice.contains(fact.id())
                && fact.references().corrects().filter(firstSent::containsKey).isPresent();
    }

    /**
     * The same fact, which names with each message those that say the same or correct it. Who takes
     * a message back means that message alone.
     */
    public Fact followed(Fact fact) {
        if (!follows(fact)) {
            return fact;
        }
        List<MessageRef> named = fact.references().regarding();
        Set<MessageRef> all = new LinkedHashSet<>(named);
        List<MessageRef> next = new ArrayList<>(named);
        while (!next.isEmpty()) {
            alsoNamed.getOrDefault(next.removeFirst(), Set.of()).stream()
                    .filter(all::add)
                    .forEach(next::add);
        }
        References references = fact.references();
        Optional<MessageRef> corrects =
                correctsRepeat(fact)
                        ? references.corrects().map(m -> firstSent.getOrDefault(m, m))
                        : references.corrects();
        return new Fact(
                fact.id(),
                fact.position(),
                fact.participants(),
                fact.body(),
                fact.times(),
                fact.place(),
                fact.sensitivity(),
                new References(references.addressees(), List.copyOf(all), corrects));
    }

    /**
     * What a fact corrects that its sender told of the same subject in the same kind: the newest
     * first, back to what was told at the beginning.
     */
    public List<Fact> before(Fact fact) {
        List<Fact> before = new ArrayList<>();
        Set<MessageRef> seen = new HashSet<>();
        Optional<Fact> next = Optional.of(fact);
        while (next.isPresent() && seen.add(next.get().id().message())) {
            Fact last = next.get();
            next =
                    corrected.getOrDefault(last.id().message(), List.of()).stream()
                            .filter(f -> f.kind().equals(last.kind()))
                            .filter(f -> f.subject().equals(last.subject()))
                            .findFirst();
            next.ifPresent(before::add);
        }
        return before;
    }
}
