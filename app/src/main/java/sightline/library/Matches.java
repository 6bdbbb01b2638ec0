package sightline.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All reviews that hold some words, narrowed by filters, counted and put in order. */
final class Matches {
    /** A review that matches, with what filters ask of it and no text. */
    record Match(
            String reference,
            String kind,
            int year,
            List<String> ages,
            List<String> themes,
            List<String> agencies,
            String model,
            double rank,
            long readableFromMillis) {}

    /** The spans of years that a filter offers, newest first. */
    private static final List<int[]> SPANS =
            List.of(
                    new int[] {2023, 9999},
                    new int[] {2018, 2022},
                    new int[] {2011, 2017},
                    new int[] {0, 2010});

    private record Filter(String name, List<String> chosen, Function<Match, List<String>> values) {
        boolean fits(Match match) {
            return chosen.isEmpty() || values.apply(match).stream().anyMatch(chosen::contains);
        }
    }

    private final List<Match> found;
    private final List<Filter> filters;
    private final boolean byRank;

    Matches(List<Match> found, Asked asked) {
        this.found = found;
        this.byRank = !asked.newestFirst() && !asked.words().isEmpty();
        this.filters =
                List.of(
                        new Filter("theme", asked.themes(), Match::themes),
                        new Filter("age", asked.ages(), Match::ages),
                        new Filter("agency", asked.agencies(), Match::agencies),
                        new Filter("kind", asked.kinds(), m -> List.of(m.kind())),
                        new Filter(
                                "model",
                                asked.models(),
                                m -> m.model().isEmpty() ? List.of() : List.of(m.model())),
                        new Filter("year", asked.years(), m -> List.of(span(m.year()))));
    }

    static String span(int year) {
        for (int[] span : SPANS) {
            if (year >= span[0] && year <= span[1]) {
                return span[0] == 0
                        ? "to-2010"
                        : span[1] == 9999 ? "from-2023" : span[0] + "-" + span[1];
            }
        }
        throw new IllegalStateException("the spans leave a year out");
    }

    /** Those that fit every filter, in order. */
    List<Match> inOrder() {
        Comparator<Match> newest =
                Comparator.comparingLong(Match::readableFromMillis)
                        .reversed()
                        .thenComparing(Match::reference);
        return found.stream()
                .filter(m -> filters.stream().allMatch(f -> f.fits(m)))
                .sorted(
                        byRank
                                ? Comparator.comparingDouble(Match::rank)
                                        .reversed()
                                        .thenComparing(newest)
                                : newest)
                .toList();
    }

    /** For each filter, how many each value would leave with the other filters as they are. */
    List<SearchResult.Facet> facets() {
        List<SearchResult.Facet> facets = new ArrayList<>();
        for (Filter filter : filters) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            filter.chosen().forEach(c -> counts.put(c, 0));
            found.stream()
                    .filter(m -> filters.stream().allMatch(f -> f.equals(filter) || f.fits(m)))
                    .forEach(m ->
                            filter.values()
                                    .apply(m)
                                    .forEach(v -> counts.merge(v, 1, Integer::sum)));
            facets.add(
                    new SearchResult.Facet(
                            filter.name(),
                            counts.entrySet().stream()
                                    .map(e ->
                                            new SearchResult.Value(
                                                    e.getKey(),
                                                    e.getValue(),
                                                    filter.chosen().contains(e.getKey())))
                                    .sorted(
                                            Comparator.comparingInt(SearchResult.Value::count)
                                                    .reversed()
                                                    .thenComparing(SearchResult.Value::code))
                                    .toList()));
        }
        return List.copyOf(facets);
    }
}
