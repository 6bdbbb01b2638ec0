package sightline.core.household;

import sightline.core.household.Connection.Kind;
import sightline.core.household.Reach.Why;
import sightline.core.kernel.PersonId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out who is within reach of the subject of a neighbourhood on a day. */
final class Reaching {
    private final Neighbourhood around;
    private final Bounds bounds;
    private final Map<PersonId, Reach> reached = new LinkedHashMap<>();

    Reaching(Neighbourhood around, Bounds bounds) {
        this.around = around;
        this.bounds = bounds;
    }

    /** One entry a person, with the strongest reason. */
    List<Reach> on(LocalDate day) {
        PersonId subject = around.subject().id();
        for (Connection own : around.connections(subject)) {
            first(own, day).ifPresent(why -> add(List.of(own), why));
        }
        current(around.sharing(subject), day).forEach(c -> add(List.of(c), Why.HOUSEHOLD));
        for (Reach near : List.copyOf(reached.values())) {
            if (leadsOn(near.why())) {
                second(near, day);
            }
        }
        reached.remove(subject);
        List<Reach> all = new ArrayList<>(reached.values());
        all.sort(Comparator.comparing(Reach::why).thenComparing(r -> r.person().id().value()));
        return all;
    }

    private static boolean leadsOn(Why why) {
        return why == Why.PARENT || why == Why.CARER || why == Why.HOUSEHOLD || why == Why.STAYING;
    }

    private Optional<Why> first(Connection own, LocalDate day) {
        boolean over = own.when().endedBefore(day);
        return switch (own.kind()) {
            case PARENT -> Optional.of(Why.PARENT);
            case STEP_PARENT, CARER -> over ? Optional.empty() : Optional.of(Why.CARER);
            case SUPERVISOR -> over ? Optional.empty() : Optional.of(Why.SUPERVISOR);
            case SIBLING -> Optional.of(Why.SIBLING);
            case PARTNER -> over ? Optional.empty() : Optional.of(Why.CONTACT);
            case NAMED_WITH ->
                    recent(own, day) ? Optional.of(Why.NAMED_FOR_HOUSEHOLD) : Optional.empty();
            case GRANDPARENT, RELATIVE, FRIEND ->
                    over ? Optional.empty() : Optional.of(Why.CONTACT);
            case EX_PARTNER, CHILD, SHARES_ADDRESS -> Optional.empty();
        };
    }

    private void second(Reach near, LocalDate day) {
        PersonId person = near.person().id();
        for (Connection next : around.connections(person)) {
            beyond(next, day).ifPresent(why -> add(List.of(near.path().getFirst(), next), why));
        }
        if (near.why() == Why.PARENT || near.why() == Why.CARER) {
            boolean caring = near.path().getFirst().kind() != Kind.SHARES_ADDRESS;
            current(around.sharing(person), day).stream()
                    .filter(_ -> caring)
                    .forEach(c -> add(List.of(near.path().getFirst(), c), Why.STAYING));
        }
    }

    private Optional<Why> beyond(Connection next, LocalDate day) {
        return switch (next.kind()) {
            case PARTNER ->
                    next.when().endedBefore(day)
                            ? ex(next, day)
                            : Optional.of(Why.PARTNER_OF_PARENT);
            case EX_PARTNER -> ex(next, day);
            case NAMED_WITH ->
                    recent(next, day) ? Optional.of(Why.NAMED_FOR_HOUSEHOLD) : Optional.empty();
            case PARENT,
                    STEP_PARENT,
                    CARER,
                    SUPERVISOR,
                    CHILD,
                    SIBLING,
                    GRANDPARENT,
                    RELATIVE,
                    FRIEND,
                    SHARES_ADDRESS ->
                    Optional.empty();
        };
    }

    /** An ex-partner who is no parent of the child: within the months after the last contact. */
    private Optional<Why> ex(Connection next, LocalDate day) {
        LocalDate limit = day.minusMonths(bounds.exPartnerMonths());
        boolean contact =
                around.sharing(next.from()).stream()
                        .filter(c -> c.to().equals(next.to()))
                        .anyMatch(c -> !c.when().endedBefore(limit));
        boolean lately = next.when().until().filter(u -> !u.isBefore(limit)).isPresent();
        return contact || lately ? Optional.of(Why.EX_PARTNER_OF_PARENT) : Optional.empty();
    }

    private boolean recent(Connection named, LocalDate day) {
        return named.when()
                .from()
                .map(f -> !f.isBefore(day.minusMonths(bounds.exPartnerMonths())))
                .orElse(true);
    }

    private static List<Connection> current(List<Connection> sharing, LocalDate day) {
        return sharing.stream().filter(c -> !c.when().endedBefore(day)).toList();
    }

    private void add(List<Connection> path, Why why) {
        Individual person = around.person(path.getLast().to());
        if (person.records().isEmpty()) {
            return;
        }
        Reach reach = new Reach(person, path, why);
        reached.merge(person.id(), reach, (a, b) -> a.why().compareTo(b.why()) <= 0 ? a : b);
    }
}
