package sightline.core.casework;

import sightline.core.facts.CareBody;
import sightline.core.facts.PersonRole;
import sightline.core.household.Connection;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody of whom a set asks.
 *
 * @param records theirs, the smallest first; an answer names one
 */
public record ToAsk(PersonId id, As as, List<SourceRecord> records) {
    /** What they are to the child. */
    public enum As {
        MOTHER,
        PARENT,
        /** A partner of a parent, in the child's household. */
        PARTNER,
        CARER;

        /** Whether they are a parent. */
        public boolean parent() {
            return this == MOTHER || this == PARENT;
        }
    }

    private static final Set<Connection.Kind> PARTNER =
            EnumSet.of(Connection.Kind.STEP_PARENT, Connection.Kind.PARTNER);

    public ToAsk {
        records = List.copyOf(records);
    }

    /** Everybody around the child of whom a set asks on that day, parents first. */
    public static List<ToAsk> around(Neighbourhood around, LocalDate day) {
        Map<PersonId, ToAsk> all = new LinkedHashMap<>();
        PersonId child = around.subject().id();
        List<Individual> parents = around.parents(child);
        parents.forEach(p -> add(all, p, mother(around, p) ? As.MOTHER : As.PARENT));
        List<Individual> household =
                parents.stream()
                        .flatMap(p -> around.household(p.id(), day).stream())
                        .distinct()
                        .toList();
        for (Individual member : household) {
            boolean partner =
                    around.connections(member.id()).stream()
                            .anyMatch(c ->
                                    PARTNER.contains(c.kind())
                                            && parents.stream()
                                                    .anyMatch(p -> p.id().equals(c.to())));
            if (partner || around.connected(child, member.id(), Connection.Kind.STEP_PARENT)) {
                add(all, member, As.PARTNER);
            }
        }
        carers(around).forEach(c -> add(all, c, As.CARER));
        return List.copyOf(all.values());
    }

    private static boolean mother(Neighbourhood around, Individual parent) {
        List<Individual> selves = around.selves();
        return parent.facts().stream()
                .filter(f ->
                        selves.stream().anyMatch(s -> s.records().stream().anyMatch(f::mentions)))
                .flatMap(f -> f.in(PersonRole.MOTHER))
                .anyMatch(parent::has);
    }

    private static List<Individual> carers(Neighbourhood around) {
        return around.subject().entries(CareBody.CarerArranged.class).stream()
                .filter(e -> !e.body().ended())
                .map(Entry::fact)
                .flatMap(f -> f.participants().stream())
                .filter(p -> p.role() == PersonRole.CARER)
                .flatMap(p -> around.whose(p.record()).stream())
                .distinct()
                .toList();
    }

    private static void add(Map<PersonId, ToAsk> all, Individual person, As as) {
        all.putIfAbsent(
                person.id(),
                new ToAsk(
                        person.id(),
                        as,
                        person.records().stream()
                                .sorted(Comparator.comparing(SourceRecord::text))
                                .toList()));
    }
}
