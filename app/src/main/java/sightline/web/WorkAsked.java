package sightline.web;

import sightline.core.kernel.AgencyId;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a work list was asked for; what cannot be read is as if it were left out.
 *
 * @param whose what is owed, what they were only told of, or both when empty
 * @param kinds headings of work; all when empty
 * @param agencies whose entries started it; all when empty
 */
record WorkAsked(Optional<Whose> whose, Set<String> kinds, Set<String> agencies) {

    /** Whose duty it is. */
    enum Whose {
        MINE("mine", "Mine"),
        OTHERS("others", "Others’, and I was told it is late");

        private final String value;
        private final String label;

        Whose(String value, String label) {
            this.value = value;
            this.label = label;
        }

        String value() {
            return value;
        }

        String label() {
            return label;
        }
    }

    WorkAsked {
        kinds = Set.copyOf(kinds);
        agencies = Set.copyOf(agencies);
    }

    static WorkAsked read(
            Optional<String> whose, Optional<List<String>> kinds, Optional<List<String>> agencies) {
        return new WorkAsked(
                whose.flatMap(w ->
                        Stream.of(Whose.values()).filter(e -> e.value().equals(w)).findFirst()),
                Set.copyOf(new TreeSet<>(kinds.orElse(List.of()))),
                agencies.orElse(List.of()).stream()
                        .flatMap(a -> AgencyId.typed(a).stream())
                        .map(AgencyId::value)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether everything is asked for. */
    boolean all() {
        return whose.isEmpty() && kinds.isEmpty() && agencies.isEmpty();
    }

    boolean includes(WorkItem item) {
        return whose.filter(w -> w != item.whose()).isEmpty()
                && (kinds.isEmpty() || kinds.contains(item.kind()))
                && (agencies.isEmpty() || item.startedBy().stream().anyMatch(agencies::contains));
    }

    WorkAsked anybodys() {
        return new WorkAsked(Optional.empty(), kinds, agencies);
    }

    WorkAsked without(String kindOrAgency) {
        return new WorkAsked(whose, less(kinds, kindOrAgency), less(agencies, kindOrAgency));
    }

    /** The address of the list with this filter. */
    String address() {
        String query =
                Stream.of(
                                whose.stream().map(w -> "whose=" + w.value()),
                                pairs("kind", kinds),
                                pairs("agency", agencies))
                        .flatMap(p -> p)
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/work" : "/work?" + query;
    }

    private static Stream<String> pairs(String name, Collection<String> values) {
        return values.stream()
                .sorted()
                .map(v -> name + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8));
    }

    private static Set<String> less(Set<String> all, String one) {
        return all.stream().filter(v -> !v.equals(one)).collect(Collectors.toUnmodifiableSet());
    }
}
