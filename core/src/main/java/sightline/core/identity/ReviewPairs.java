package sightline.core.identity;

import sightline.core.identity.UndecidedPair.Held;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The review queue: the strongest undecided link of any two people. */
final class ReviewPairs {
    private final Function<SourceRecord, Optional<PersonId>> personOf;
    private final Map<Couple, Decision> decided = new HashMap<>();

    /** Two different people, the smaller id first. */
    private record Couple(PersonId first, PersonId second) {}

    ReviewPairs(
            Function<SourceRecord, Optional<PersonId>> personOf, Collection<Decision> decisions) {
        this.personOf = personOf;
        for (var decision : Decisions.inForce(decisions)) {
            if (decision.verdict() != Verdict.JOIN) {
                couple(decision.first(), decision.second())
                        .ifPresent(couple -> decided.merge(couple, decision, ReviewPairs::firmer));
            }
        }
    }

    /**
     * The pairs to list.
     *
     * @param held why links that could have joined did not
     * @param compare explains a pair that somebody could not tell although no link suggests it
     */
    List<UndecidedPair> among(
            Collection<PersonLink> links,
            Map<PersonLink, Held> held,
            BiFunction<SourceRecord, SourceRecord, Explanation> compare) {
        var strongest = new HashMap<Couple, PersonLink>();
        for (var link : links) {
            couple(link.first(), link.second())
                    .ifPresent(couple -> strongest.merge(couple, link, ReviewPairs::stronger));
        }
        decided.forEach((couple, decision) ->
                strongest.computeIfAbsent(
                        couple,
                        missing ->
                                new PersonLink(
                                        decision.first(),
                                        decision.second(),
                                        compare.apply(decision.first(), decision.second()))));
        var pairs = new ArrayList<UndecidedPair>();
        strongest.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(PersonLink.STRONGEST_FIRST))
                .forEach(entry ->
                        pair(entry.getKey(), entry.getValue(), held).ifPresent(pairs::add));
        return pairs;
    }

    private Optional<UndecidedPair> pair(
            Couple couple, PersonLink link, Map<PersonLink, Held> held) {
        var decision = Optional.ofNullable(decided.get(couple));
        if (decision.filter(it -> it.verdict() == Verdict.NOT_THE_SAME).isPresent()) {
            return Optional.empty();
        }
        var why = decision.isPresent() ? Held.COULD_NOT_TELL : why(link, held);
        return Optional.of(new UndecidedPair(link.first(), link.second(), why, link.explanation()));
    }

    private static Held why(PersonLink link, Map<PersonLink, Held> held) {
        var otherwise =
                link.explanation().reason() == Explanation.Reason.WEIGHT
                                || link.explanation().reason()
                                        == Explanation.Reason.BORN_OF_THIS_PREGNANCY
                        ? Held.TOO_LITTLE
                        : Held.CONTRADICTED;
        return held.getOrDefault(link, otherwise);
    }

    private Optional<Couple> couple(SourceRecord a, SourceRecord b) {
        var first = personOf.apply(a);
        var second = personOf.apply(b);
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return Optional.empty();
        }
        return Optional.of(
                first.get().compareTo(second.get()) < 0
                        ? new Couple(first.get(), second.get())
                        : new Couple(second.get(), first.get()));
    }

    /** "Not the same" about any of their records settles two people. */
    private static Decision firmer(Decision x, Decision y) {
        if (x.verdict() != y.verdict()) {
            return x.verdict() == Verdict.NOT_THE_SAME ? x : y;
        }
        return Decision.NEWEST_FIRST.compare(x, y) <= 0 ? x : y;
    }

    private static PersonLink stronger(PersonLink x, PersonLink y) {
        return PersonLink.STRONGEST_FIRST.compare(x, y) <= 0 ? x : y;
    }
}
