package sightline.core.directory;

import static java.util.stream.Collectors.groupingBy;

import sightline.core.kernel.AgencyId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Agencies that serve, beside what is entered of them, whatever those served whose work they have:
 * worked out whenever it is asked, so that what is entered of a closing one later counts, too.
 */
final class Successors {
    private final Map<AgencyId, List<Agency>> closing;
    private final Map<AgencyId, Agency> serving = new HashMap<>();

    private Successors(List<Agency> agencies) {
        closing =
                agencies.stream()
                        .filter(a -> a.successor().isPresent())
                        .collect(groupingBy(a -> a.successor().orElseThrow()));
    }

    /**
     * All of them, in the order given.
     *
     * @param agencies of whom none succeeds itself
     */
    static List<Agency> in(List<Agency> agencies) {
        var successors = new Successors(agencies);
        return agencies.stream().map(successors::of).toList();
    }

    private Agency of(Agency agency) {
        Agency known = serving.get(agency.id());
        if (known != null) {
            return known;
        }
        Agency now = agency;
        for (Agency closed : closing.getOrDefault(agency.id(), List.of())) {
            now = now.takingOver(of(closed));
        }
        serving.put(agency.id(), now);
        return now;
    }
}
