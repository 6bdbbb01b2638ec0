package sightline.core.duties;

import sightline.core.directory.Area;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;

import java.util.Optional;
import java.util.Set;

/**
 * Where a pack holds. An area's own goes before its nation's, and that before one of everywhere:
 * clock by clock, so that a pack says what differs and nothing else.
 *
 * @param nation the nation, of a nation's pack
 * @param area the area, of an area's pack
 * @param leavesOut clocks of everywhere that do not run there, because their law does not reach it
 */
record Ground(Optional<Nation> nation, Optional<AreaId> area, Set<ClockKey> leavesOut) {
    /** Where nothing else is said. */
    static final Ground EVERYWHERE = new Ground(Optional.empty(), Optional.empty(), Set.of());

    Ground {
        leavesOut = Set.copyOf(leavesOut);
    }

    /** Whether it holds for an area. */
    boolean holds(Optional<Area> of) {
        return area.map(a -> of.map(Area::id).filter(a::equals).isPresent())
                .or(() -> nation.map(n -> of.map(Area::nation).filter(n::equals).isPresent()))
                .orElse(true);
    }

    /** How closely it speaks of an area: the greatest of those that hold goes before. */
    int closeness() {
        if (area.isPresent()) {
            return 2;
        }
        return nation.isPresent() ? 1 : 0;
    }
}
