package sightline.core.directory;

import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ground for which one safeguarding partnership answers. Its nation decides its holidays, and
 * beside them it has its own.
 *
 * @param postcodes the postcode areas (WM), districts (WM4) or sectors (WM4 2) that lie in it; a
 *     longer one goes before a shorter one of another area
 * @param holidays the area's own, with their names: a fair, a local fast day
 * @param merged into which area it goes, if it does
 */
public record Area(
        AreaId id,
        String name,
        Nation nation,
        List<String> postcodes,
        Map<LocalDate, String> holidays,
        Optional<Merger> merged) {

    /**
     * An area becomes part of another.
     *
     * @param from the first day on which it is
     */
    public record Merger(AreaId into, LocalDate from) {}

    public Area {
        postcodes = List.copyOf(postcodes);
        holidays = java.util.Collections.unmodifiableMap(new TreeMap<>(holidays));
    }

    /** An area with its nation's holidays alone, which lasts. */
    public Area(AreaId id, String name, Nation nation, List<String> postcodes) {
        this(id, name, nation, postcodes, Map.of(), Optional.empty());
    }

    /** An area whose postcodes nobody has entered: an address is known by its town alone. */
    public Area(AreaId id, String name, Nation nation) {
        this(id, name, nation, List.of());
    }

    /** The same with holidays of its own. */
    public Area withHolidays(Map<LocalDate, String> own) {
        return new Area(id, name, nation, postcodes, own, merged);
    }

    /** The same with other postcodes. */
    public Area withPostcodes(List<String> others) {
        return new Area(id, name, nation, others, holidays, merged);
    }

    /** The same, part of another from a day on. */
    public Area mergedInto(AreaId into, LocalDate from) {
        return new Area(id, name, nation, postcodes, holidays, Optional.of(new Merger(into, from)));
    }
}
