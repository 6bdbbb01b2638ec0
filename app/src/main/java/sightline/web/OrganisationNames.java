package sightline.web;

import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.kernel.AgencyId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Organisations as people write them: by the name that the directory has on a day, or by their id.
 * Between several there stands a comma, and a name may have commas of its own.
 */
final class OrganisationNames {
    private static final int LISTED = 10;
    private static final int QUOTED = 80;

    private final Directory directory;
    private final Map<String, List<Agency>> called;
    private final int longest;

    OrganisationNames(Directory directory, LocalDate day) {
        this.directory = directory;
        this.called =
                directory.agencies(day).stream().collect(Collectors.groupingBy(a -> key(a.name())));
        this.longest = called.keySet().stream().mapToInt(n -> parts(n).size()).max().orElse(1);
    }

    /** What one of the things written is. */
    sealed interface Written {}

    /** An organisation of the directory. */
    record Known(AgencyId id) implements Written {}

    /** Has the form of an id, and is in no directory. */
    record Strange(AgencyId id) implements Written {}

    /**
     * Nothing that can be meant.
     *
     * @param why in words, with what to write instead
     */
    record Unclear(String why) implements Written {}

    /** Each thing that is written, in its order; the longest names first. */
    List<Written> read(String text) {
        List<String> parts = parts(text);
        List<Written> all = new ArrayList<>();
        int at = 0;
        while (at < parts.size()) {
            int end = end(parts, at);
            all.add(one(String.join(", ", parts.subList(at, end))));
            at = end;
        }
        return all;
    }

    /** Where the longest name ends that begins at a part; behind that part where none does. */
    private int end(List<String> parts, int at) {
        int end = Math.min(parts.size(), at + longest);
        while (end > at + 1 && !called.containsKey(key(String.join(",", parts.subList(at, end))))) {
            end--;
        }
        return end;
    }

    private Written one(String written) {
        List<Agency> found = called.getOrDefault(key(written), List.of());
        return switch (found.size()) {
            case 0 -> AgencyId.typed(written).map(this::byId).orElseGet(() -> neither(written));
            case 1 -> new Known(found.getFirst().id());
            default -> new Unclear(several(found));
        };
    }

    private Written byId(AgencyId id) {
        return directory.agency(id).isPresent() ? new Known(id) : new Strange(id);
    }

    private static Written neither(String written) {
        return new Unclear(
                "Enter the name as the directory has it, or an id like health-department; “"
                        + (written.length() <= QUOTED
                                ? written
                                : written.substring(0, QUOTED) + "…")
                        + "” is neither");
    }

    private String several(List<Agency> found) {
        String which =
                found.stream()
                        .limit(LISTED)
                        .map(a -> a.id() + " (" + area(a) + ")")
                        .collect(Collectors.joining(", "));
        int more = found.size() - LISTED;
        return "%d are called %s. Enter the id of the one that is meant: %s%s"
                .formatted(
                        found.size(),
                        found.getFirst().name(),
                        which,
                        more > 0 ? ", and " + more + " more, which the directory lists" : "");
    }

    private String area(Agency agency) {
        return directory.area(agency.area()).map(Area::name).orElse(agency.area().value());
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The same for names that differ in case, in spaces or in the space at a comma alone. */
    private static String key(String name) {
        return String.join(",", parts(name)).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
