package sightline.web.view.part;

import java.util.List;

/**
 * A filter: a form that is got, so that its address can be kept. What is chosen stands above it as
 * links that take it away. Never a name or a number of a person: an address is remembered.
 */
public record Filter(String action, List<Link> chosen, List<FilterGroup> groups) {
    public Filter {
        chosen = List.copyOf(chosen);
        groups = List.copyOf(groups);
    }
}
