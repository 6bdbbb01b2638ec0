package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What holds the records of one person together: as few pairs as connect them, first those that
 * persons decided, then those that speak most strongly. Between any two parts of the person the
 * strongest pair is among them, so that whoever takes the records for two people finds where they
 * meet.
 */
public final class HeldTogether {
    private final Map<SourceRecord, Integer> numbers = new HashMap<>();
    private final Agglomeration groups;
    private final List<Joint> joints = new ArrayList<>();

    private HeldTogether(Collection<SourceRecord> records) {
        for (var record : new TreeSet<>(records)) {
            numbers.put(record, numbers.size());
        }
        groups = new Agglomeration(numbers.size());
    }

    /**
     * Two records that are one person's.
     *
     * @param decided the decision that joined them; empty where no person decided it
     * @param explanation what the records themselves say; empty where they say nothing for it
     */
    public record Joint(
            SourceRecord first,
            SourceRecord second,
            Optional<Decision> decided,
            Optional<Explanation> explanation) {}

    /**
     * The pairs, the least sure first, and those that persons decided last.
     *
     * @param records of one person; what is said of others is left out
     */
    public static List<Joint> among(
            Collection<SourceRecord> records,
            Collection<PersonLink> links,
            Collection<Decision> decisions) {
        var held = new HeldTogether(records);
        held.decided(Decisions.inForce(decisions), links);
        held.linked(links);
        Collections.reverse(held.joints);
        return List.copyOf(held.joints);
    }

    private void decided(List<Decision> decisions, Collection<PersonLink> links) {
        for (var decision : decisions) {
            if (decision.verdict() == Verdict.JOIN
                    && connects(decision.first(), decision.second())) {
                joints.add(
                        new Joint(
                                decision.first(),
                                decision.second(),
                                Optional.of(decision),
                                explanation(decision, links)));
            }
        }
    }

    private static Optional<Explanation> explanation(
            Decision decision, Collection<PersonLink> links) {
        return links.stream()
                .filter(l -> decision.touches(l.first()) && decision.touches(l.second()))
                .map(PersonLink::explanation)
                .findFirst();
    }

    private void linked(Collection<PersonLink> links) {
        links.stream()
                .filter(PersonLink::joins)
                .sorted(PersonLink.STRONGEST_FIRST)
                .filter(link -> connects(link.first(), link.second()))
                .forEach(link ->
                        joints.add(
                                new Joint(
                                        link.first(),
                                        link.second(),
                                        Optional.empty(),
                                        Optional.of(link.explanation()))));
    }

    /** Whether the two are of the person and nothing before connects them; from now on it does. */
    private boolean connects(SourceRecord first, SourceRecord second) {
        var a = numbers.get(first);
        var b = numbers.get(second);
        if (a == null || b == null || groups.together(a, b)) {
            return false;
        }
        groups.join(a, b);
        return true;
    }
}
