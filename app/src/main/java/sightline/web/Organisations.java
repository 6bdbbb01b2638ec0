package sightline.web;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.web.OrganisationNames.Known;
import sightline.web.OrganisationNames.Strange;
import sightline.web.OrganisationNames.Unclear;
import sightline.web.OrganisationNames.Written;
import sightline.web.view.part.Field;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organisations that a form offers by their names: those that serve the visitor's area. Another
 * is written, by its name in the directory or by its id: a national body need not be in the
 * directory, and is named once somebody said that it is meant.
 */
final class Organisations {
    /** The field in which those are written that are not offered. */
    static final String ELSEWHERE = "elsewhere";

    /** The field that says that whoever is in no directory is meant. */
    private static final String MEANT = "meant";

    private static final int REASONS = 5;

    private final Visit visit;
    private final Map<String, String> typed;

    Organisations(Visit visit, Map<String, String> typed) {
        this.visit = visit;
        this.typed = typed;
    }

    /** One of them, and a line for one that is not offered. */
    List<Field> one(String name, String label, Map<String, String> wrong) {
        String chosen = typed.getOrDefault(name, "");
        Stream<Option> before =
                Stream.concat(
                        Stream.of(new Option("", "Choose", "", chosen.isEmpty())),
                        AgencyId.typed(chosen).stream()
                                .filter(id -> offered().noneMatch(a -> a.id().equals(id)))
                                .map(id -> new Option(chosen, visit.organisation(id), "", true)));
        List<Option> options =
                Stream.concat(before, offered().map(a -> option(a, a.id().value().equals(chosen))))
                        .toList();
        return with(
                new Field.Pick(name, label, "", wrong.getOrDefault(name, ""), options),
                "Only one that is not in the list: its name or its id",
                wrong);
    }

    /** Any number of them, and a line for those that are not offered. */
    List<Field> many(String name, String legend, Map<String, String> wrong) {
        List<Option> options =
                offered().map(a -> option(a, typed.containsKey(ticked(name, a.id())))).toList();
        return with(
                new Field.Ticks(name, legend, "", wrong.getOrDefault(name, ""), options),
                "Those not in the list: names or ids, with a comma between",
                wrong);
    }

    private List<Field> with(Field offered, String hint, Map<String, String> wrong) {
        Field written =
                Field.line(
                        ELSEWHERE,
                        "Another organisation",
                        hint,
                        typed.getOrDefault(ELSEWHERE, ""),
                        wrong.getOrDefault(ELSEWHERE, ""));
        String strange = strange(read());
        return strange.isEmpty()
                ? List.of(offered, written)
                : List.of(offered, written, meant(strange));
    }

    /** Whoever is in no directory is named only by somebody who says that it is meant. */
    private Field meant(String strange) {
        return new Field.AnyOf(
                MEANT,
                "In no directory",
                "Nobody signs in for it: whoever leads the review asks it, and enters what it answers",
                "",
                List.of(new Option(strange, strange + " is meant", "", isMeant(strange))));
    }

    private boolean isMeant(String strange) {
        return typed.getOrDefault(MEANT, "").equals(strange);
    }

    private static String strange(List<Written> read) {
        return read.stream()
                .flatMap(w ->
                        w instanceof Strange(AgencyId id) ? Stream.of(id.value()) : Stream.empty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<Written> read() {
        String written = typed.getOrDefault(ELSEWHERE, "");
        return written.isBlank()
                ? List.of()
                : new OrganisationNames(visit.directory(), visit.today()).read(written);
    }

    /** Which one was chosen or written; empty where that is none, two, or nobody. */
    Optional<AgencyId> chosen(String name, Map<String, String> wrong) {
        Optional<AgencyId> offered = AgencyId.typed(typed.getOrDefault(name, "").strip());
        Set<AgencyId> written = written(wrong);
        if (wrong.containsKey(ELSEWHERE)) {
            return Optional.empty();
        }
        if (offered.isPresent() && !written.isEmpty()) {
            wrong.put(ELSEWHERE, "Choose one in the list or write another one here, not both");
        } else if (written.size() > 1) {
            wrong.put(ELSEWHERE, "Enter one organisation, not " + written.size());
        } else if (offered.isEmpty() && written.isEmpty()) {
            wrong.put(name, "Choose the organisation");
        } else {
            return offered.or(() -> written.stream().findFirst());
        }
        return Optional.empty();
    }

    /** All that were ticked or written. */
    Set<AgencyId> all(String name, Map<String, String> wrong) {
        Set<AgencyId> all = written(wrong);
        typed.keySet().stream()
                .filter(key -> key.startsWith(name + "-"))
                .flatMap(key -> AgencyId.typed(key.substring(name.length() + 1)).stream())
                .forEach(all::add);
        return all;
    }

    private Set<AgencyId> written(Map<String, String> wrong) {
        List<Written> read = read();
        String strange = strange(read);
        List<String> why =
                read.stream()
                        .flatMap(w ->
                                w instanceof Unclear(String words)
                                        ? Stream.of(words)
                                        : Stream.empty())
                        .distinct()
                        .limit(REASONS)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (!strange.isEmpty() && !isMeant(strange)) {
            why.add("In no directory: " + strange + ". Mend it, or tick below that it is meant");
        }
        if (!why.isEmpty()) {
            wrong.put(ELSEWHERE, String.join(". ", why));
        }
        Set<AgencyId> found = new TreeSet<>();
        for (Written one : read) {
            switch (one) {
                case Known(AgencyId id) -> found.add(id);
                case Strange(AgencyId id) -> found.add(id);
                case Unclear _ -> {}
            }
        }
        return found;
    }

    private Stream<Agency> offered() {
        return visit.directory()
                .agency(visit.account().agency())
                .map(own -> own.areas(visit.today()))
                .map(areas -> Arrays.stream(AgencyType.values()).flatMap(t -> in(areas, t)))
                .orElseGet(() -> visit.directory().agencies(visit.today()).stream())
                .sorted(Comparator.comparing(Agency::name));
    }

    /** Those that serve an area that the reader's agency serves; where there is none, all. */
    private Stream<Agency> in(List<AreaId> areas, AgencyType type) {
        Directory directory = visit.directory();
        List<Agency> there =
                areas.stream()
                        .flatMap(a -> directory.agenciesIn(a, type, visit.today()).stream())
                        .distinct()
                        .toList();
        return (there.isEmpty() ? directory.agencies(type, visit.today()) : there).stream();
    }

    private static Option option(Agency agency, boolean chosen) {
        return new Option(agency.id().value(), agency.name(), "", chosen);
    }

    private static String ticked(String name, AgencyId id) {
        return name + "-" + id.value();
    }
}
