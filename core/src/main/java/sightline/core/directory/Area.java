package sightline.core.directory;

import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;

import java.util.List;

/**
 * The ground for which one safeguarding partnership answers. Its nation decides its holidays.
 *
 * @param postcodes the postcode areas (WM), districts (WM4) or sectors (WM4 2) that lie in it; a
 *     longer one goes before a shorter one of another area
 */
public record Area(AreaId id, String name, Nation nation, List<String> postcodes) {
    public Area {
        postcodes = List.copyOf(postcodes);
    }

    /** An area whose postcodes nobody has entered: an address is known by its town alone. */
    public Area(AreaId id, String name, Nation nation) {
        this(id, name, nation, List.of());
    }
}
