package sightline.web;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.kernel.AgencyId;
import sightline.web.view.part.Field;
import sightline.web.view.part.Option;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The organisations that a form offers by their names: those that serve the visitor's area. Another
 * is written, by its name in the directory or by its id: a national body need not be in the
 * directory.
 */
final class Organisations {
    /** The field in which those are written that are not offered. */
    static final String ELSEWHERE = "elsewhere";

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
                                .map(id -> new Option(chosen, visit.agency(id), "", true)));
        List<Option> options =
                Stream.concat(before, offered().map(a -> option(a, a.id().value().equals(chosen))))
                        .toList();
        return List.of(
                new Field.Pick(name, label, "", wrong.getOrDefault(name, ""), options),
                elsewhere("Only one that is not in the list: its name or its id", wrong));
    }

    /** Any number of them, and a line for those that are not offered. */
    List<Field> many(String name, String legend, Map<String, String> wrong) {
        List<Option> options =
                offered().map(a -> option(a, typed.containsKey(ticked(name, a.id())))).toList();
        return List.of(
                new Field.Ticks(name, legend, "", wrong.getOrDefault(name, ""), options),
                elsewhere("Those not in the list: names or ids, with a comma between", wrong));
    }

    private Field elsewhere(String hint, Map<String, String> wrong) {
        return new Field.Line(
                ELSEWHERE,
                "Another organisation",
                hint,
                typed.getOrDefault(ELSEWHERE, ""),
                wrong.getOrDefault(ELSEWHERE, ""),
                "text",
                "off",
                "w20");
    }

    /** Which one was chosen or written. */
    Optional<AgencyId> chosen(String name, Map<String, String> wrong) {
        Optional<AgencyId> chosen =
                AgencyId.typed(typed.getOrDefault(name, "").strip())
                        .or(() -> written(wrong).stream().findFirst());
        if (chosen.isEmpty() && !wrong.containsKey(ELSEWHERE)) {
            wrong.put(name, "Choose the organisation");
        }
        return chosen;
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
        Set<AgencyId> found = new TreeSet<>();
        for (String one : typed.getOrDefault(ELSEWHERE, "").split(",", -1)) {
            if (!one.isBlank()) {
                Optional<AgencyId> id = named(one.strip());
                id.ifPresent(found::add);
                if (id.isEmpty()) {
                    wrong.put(
                            ELSEWHERE,
                            "Enter the name as the directory has it, or an id like health-department");
                }
            }
        }
        return found;
    }

    private Optional<AgencyId> named(String written) {
        return everywhere()
                .filter(a -> a.name().equalsIgnoreCase(written))
                .map(Agency::id)
                .findFirst()
                .or(() -> AgencyId.typed(written));
    }

    private Stream<Agency> everywhere() {
        return Arrays.stream(AgencyType.values()).flatMap(this::everywhere);
    }

    private Stream<Agency> everywhere(AgencyType type) {
        return visit.directory().agencies(type, visit.today()).stream();
    }

    private Stream<Agency> offered() {
        return visit.directory()
                .area(visit.account().agency())
                .map(area -> Arrays.stream(AgencyType.values()).flatMap(t -> in(area, t)))
                .orElseGet(this::everywhere)
                .sorted(Comparator.comparing(Agency::name));
    }

    /** Police, courts and prisons serve more than one area: where it has none, all there are. */
    private Stream<Agency> in(Area area, AgencyType type) {
        List<Agency> own = visit.directory().agenciesIn(area.id(), type, visit.today());
        return own.isEmpty() ? everywhere(type) : own.stream();
    }

    private static Option option(Agency agency, boolean chosen) {
        return new Option(agency.id().value(), agency.name(), "", chosen);
    }

    private static String ticked(String name, AgencyId id) {
        return name + "-" + id.value();
    }
}
