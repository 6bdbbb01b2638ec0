package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a draft is about. A person is named in it by the record that the entry will be about, so
 * that it stays with that record when others are joined with it or separated from it.
 *
 * @param page as the address of its page names it today
 * @param names under which it may have been kept: the first is the one for a fresh form
 * @param sent under which the form that was sent keeps it; empty for a fresh one
 */
record DraftAbout(String page, List<String> names, String sent) {
    /** The hidden field that says under which name a form keeps its draft. */
    static final String FIELD = "draft";

    private static final String AND = "--";

    DraftAbout {
        names = List.copyOf(names);
    }

    /** Something that is nobody's record, by its id. */
    static DraftAbout of(String id) {
        return new DraftAbout(id, List.of(id), "");
    }

    /**
     * A child.
     *
     * @param typed the form as it was sent; empty for a fresh one
     */
    static DraftAbout of(Visit visit, Child child, Map<String, String> typed) {
        return of(visit, child, typed.getOrDefault(FIELD, ""));
    }

    static DraftAbout of(Visit visit, Child child, String sent) {
        return new DraftAbout(
                child.family().subject().id().value(),
                named(visit, child, child.family().subject().records()),
                sent);
    }

    /** Which child an address or a name is of: what stands first in it. */
    static String child(String about) {
        return about.split(AND, 2)[0];
    }

    /** That name, of a child as their page is named today. */
    static String of(String name, PersonId child) {
        return child.value() + name.substring(child(name).length());
    }

    /** The same, and a word of ours. */
    DraftAbout and(String word) {
        return new DraftAbout(
                page + AND + word, names.stream().map(n -> n + AND + word).toList(), sent);
    }

    /** The same, and another person. */
    DraftAbout and(Visit visit, Child child, PersonId id, Collection<SourceRecord> records) {
        List<String> other = named(visit, child, records);
        return new DraftAbout(
                page + AND + id.value(),
                names.stream().flatMap(n -> other.stream().map(o -> n + AND + o)).toList(),
                sent);
    }

    /** Where the form keeps it. */
    String name() {
        return names.contains(sent) ? sent : names.getFirst();
    }

    /** Where else it may lie. */
    List<String> others() {
        return names.stream().filter(n -> !n.equals(name())).toList();
    }

    /** As an address names it: the page, and the name where it is another. */
    String address() {
        return page.equals(name()) ? page : page + "/" + name();
    }

    /** By each record alone; first the agency's own, about which its entries are. */
    private static List<String> named(Visit visit, Child child, Collection<SourceRecord> records) {
        AgencyId own = visit.account().agency();
        return Stream.concat(
                        records.stream().filter(r -> r.agency().equals(own)),
                        records.stream().sorted(Comparator.naturalOrder()))
                .distinct()
                .map(r -> child.family().naming().apply(r).value())
                .toList();
    }
}
