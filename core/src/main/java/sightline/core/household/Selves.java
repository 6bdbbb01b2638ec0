package sightline.core.household;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A child and the unborn child that it was, as of one: a case that was held before the birth goes
 * on after it. Each fact is there once, in ledger order.
 *
 * @param all the child first
 */
public record Selves(List<Individual> all) {
    public Selves {
        all = List.copyOf(all);
    }

    /** The child as it is now. */
    public Individual child() {
        return all.getFirst();
    }

    /** Everything that mentions either. */
    public List<Fact> facts() {
        return merged(Individual::facts, Function.identity());
    }

    /** Facts of this kind that are about either, that count. */
    public <B extends Body> List<Entry<B>> about(Class<B> kind) {
        return merged(i -> i.about(kind), Entry::fact);
    }

    /** Facts of a kind, by its name on the wire, that count. */
    public List<Fact> counting(String kind) {
        return merged(i -> i.counting(kind), Function.identity());
    }

    private <T> List<T> merged(Function<Individual, List<T>> of, Function<T, Fact> fact) {
        if (all.size() == 1) {
            return of.apply(child());
        }
        Stream<T> each = all.stream().flatMap(i -> of.apply(i).stream());
        return each.sorted(Comparator.comparingLong(t -> fact.apply(t).position()))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "Selves[redacted]";
    }
}
