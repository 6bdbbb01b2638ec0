package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Builds a path of evidence step by step. */
public final class PathOf {
    /** Who says what follows from other steps. */
    static final AgencyId SIGHTLINE = new AgencyId("sightline");

    private final List<Step> steps = new ArrayList<>();

    /** A step that one fact shows. */
    public PathOf fact(Fact fact, Certainty certainty, String text) {
        When date = fact.times().happened();
        steps.add(new Step(new Text(text), fact.source(), date, certainty, List.of(fact.id())));
        return this;
    }

    /** A step that one entry shows, as sure as its record is the person's. */
    public PathOf entry(Entry<?> entry, String text) {
        String disputed =
                entry.standing() == sightline.core.facts.Standing.DISPUTED
                        ? " (disputed by its subject)"
                        : "";
        return fact(entry.fact(), entry.certainty(), text + disputed);
    }

    /** A step for each entry, oldest first. */
    public <E extends Entry<?>> PathOf entries(Collection<E> entries, Function<E, String> text) {
        entries.stream()
                .sorted(Comparator.comparing(Entry::day))
                .forEach(e -> entry(e, text.apply(e)));
        return this;
    }

    /**
     * A step that follows from others or from what was not recorded; it has no source of its own.
     */
    public PathOf derived(
            String text, java.time.Instant at, Certainty certainty, Collection<FactId> facts) {
        When date = new When.Day(London.day(at));
        steps.add(new Step(new Text(text), SIGHTLINE, date, certainty, List.copyOf(facts)));
        return this;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
