package sightline.library;

import java.util.List;

/**
 * What a search found.
 *
 * @param all how many reviews fit
 * @param shown those of one page
 */
public record SearchResult(int all, List<FoundReview> shown, List<Facet> facets) {
    public SearchResult {
        shown = List.copyOf(shown);
        facets = List.copyOf(facets);
    }

    /** A filter, and of each of its values how many would be found. */
    public record Facet(String name, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /** A value of a filter. */
    public record Value(String code, int count, boolean chosen) {}
}
