package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.web.WorkAsked.Whose;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filter of a work list: what there is of each sort, and what was chosen. */
final class WorkFilter {
    private WorkFilter() {}

    static Filter of(Visit visit, WorkAsked asked, Collection<WorkItem> items) {
        List<FilterGroup> groups = new ArrayList<>();
        groups.add(new FilterGroup.OneOf("Whose work", "whose", whose(asked, items)));
        List<Option> kinds =
                options(items, i -> Stream.of(i.kind()), asked.kinds(), Function.identity());
        if (!kinds.isEmpty()) {
            groups.add(new FilterGroup.AnyOf("Kind of work", "kind", kinds));
        }
        List<Option> agencies =
                options(
                        items,
                        i -> i.startedBy().stream(),
                        asked.agencies(),
                        a -> visit.agency(new AgencyId(a)));
        if (!agencies.isEmpty()) {
            groups.add(new FilterGroup.AnyOf("Started by an entry of", "agency", agencies));
        }
        return new Filter("/work", chosen(visit, asked), groups);
    }

    private static List<Option> whose(WorkAsked asked, Collection<WorkItem> items) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "All (" + items.size() + ")", "", asked.whose().isEmpty()));
        for (Whose whose : Whose.values()) {
            long number = items.stream().filter(i -> i.whose() == whose).count();
            options.add(
                    new Option(
                            whose.value(),
                            whose.label() + " (" + number + ")",
                            "",
                            asked.whose().equals(Optional.of(whose))));
        }
        return options;
    }

    /** One option for each value that there is, and for each that was chosen. */
    private static List<Option> options(
            Collection<WorkItem> items,
            Function<WorkItem, Stream<String>> values,
            Set<String> chosen,
            Function<String, String> words) {
        Map<String, Long> numbers =
                items.stream()
                        .flatMap(values)
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting()));
        return numbers.entrySet().stream()
                .sorted(Comparator.comparing(e -> words.apply(e.getKey())))
                .map(e ->
                        new Option(
                                e.getKey(),
                                words.apply(e.getKey()) + " (" + e.getValue() + ")",
                                "",
                                chosen.contains(e.getKey())))
                .toList();
    }

    private static List<Link> chosen(Visit visit, WorkAsked asked) {
        List<Link> links = new ArrayList<>();
        asked.whose().ifPresent(w -> links.add(Link.to(w.label(), asked.anybodys().address())));
        new TreeSet<>(asked.kinds())
                .forEach(k -> links.add(Link.to(k, asked.without(k).address())));
        new TreeSet<>(asked.agencies())
                .forEach(a ->
                        links.add(
                                Link.to(
                                        visit.agency(new AgencyId(a)),
                                        asked.without(a).address())));
        return links;
    }
}
