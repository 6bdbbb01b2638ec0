package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RequirementsExplained;
import sightline.core.household.Entry;
import sightline.core.register.Recorded.Sourced;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a court is to be shown of notices that were owed: each with what bears on it, as entries
 * with numbers, oldest first.
 */
final class BreachFile {
    private final Visit visit;
    private final RegisterParts parts;
    private final List<BreachMatter> all;
    private final List<BreachMatter> matters;
    private final List<Fact> entries;
    private final Map<BreachMatter, List<BreachDecision>> decisions;

    private BreachFile(
            Visit visit,
            RegisterParts parts,
            List<BreachMatter> all,
            List<BreachMatter> matters,
            Map<BreachMatter, List<BreachDecision>> decisions) {
        this.visit = visit;
        this.parts = parts;
        this.all = all;
        this.matters = matters;
        this.decisions = decisions;
        this.entries = entries();
    }

    /**
     * The file of everything, or of one thing that was owed; empty where nothing has that key.
     *
     * @param key of one matter; nothing for all
     */
    static Optional<BreachFile> of(Visit visit, RegisterParts parts, Optional<String> key) {
        List<BreachMatter> all = BreachMatter.all(parts.registers());
        List<BreachMatter> chosen =
                all.stream()
                        .filter(m -> key.isEmpty() || key.get().equals(m.key(subject(parts))))
                        .toList();
        if (key.isPresent() && chosen.isEmpty()) {
            return Optional.empty();
        }
        Map<BreachMatter, List<BreachDecision>> decisions = new LinkedHashMap<>();
        chosen.forEach(m -> decisions.put(m, BreachDecision.of(visit, parts.child(), m)));
        return Optional.of(new BreachFile(visit, parts, all, chosen, decisions));
    }

    private static sightline.core.kernel.PersonId subject(RegisterParts parts) {
        return parts.child().family().subject().id();
    }

    private List<Fact> entries() {
        Map<String, Fact> found = new LinkedHashMap<>();
        for (BreachMatter matter : matters) {
            matter.bearing(visit.today()).stream()
                    .map(Sourced::fact)
                    .forEach(f -> found.putIfAbsent(f.id().text(), f));
            told(matter).forEach(e -> found.putIfAbsent(e.fact().id().text(), e.fact()));
            decisionsOf(matter).forEach(d -> found.putIfAbsent(d.fact().id().text(), d.fact()));
        }
        List<Fact> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing(EntriesDrawing::day).thenComparing(Fact::position));
        return List.copyOf(sorted);
    }

    Child child() {
        return parts.child();
    }

    /** What it is about, oldest first. */
    List<BreachMatter> matters() {
        return matters;
    }

    /** How many notices were owed that it is not about. */
    int others() {
        return all.size() - matters.size();
    }

    /** Its entries, oldest first; the first has number 1. */
    List<Fact> chronology() {
        return entries;
    }

    /** The number of an entry. */
    Optional<Integer> number(Fact fact) {
        int at = entries.indexOf(fact);
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }

    List<BreachDecision> decisionsOf(BreachMatter matter) {
        return decisions.getOrDefault(matter, List.of());
    }

    /**
     * That the person was told what to tell under that register, by the end of it, oldest first.
     */
    List<Entry<RequirementsExplained>> told(BreachMatter matter) {
        return child().family().around().subject().about(RequirementsExplained.class).stream()
                .filter(e -> e.body().pack().equalsIgnoreCase(matter.standing().pack().key()))
                .filter(e -> !e.day().isAfter(matter.until(visit.today())))
                .toList();
    }

    /** Whether it is health's to show: then neither whose nor where it is leaves here. */
    boolean hidden(Fact fact) {
        return parts.registers().keptByHealth(fact);
    }

    /** How many entries are shown without what they say. */
    long hiddenEntries() {
        return entries.stream().filter(this::hidden).count();
    }

    /** The newest position of the ledger that was read for it. */
    long position() {
        return child().family().around().subject().facts().stream()
                .mapToLong(Fact::position)
                .max()
                .orElse(0);
    }
}
