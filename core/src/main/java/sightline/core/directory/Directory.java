package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;

import java.util.List;
import java.util.Optional;

/** Who works where: areas, agencies, posts and who holds them. */
public interface Directory {

    /** The agency of that id. */
    Optional<Agency> agency(AgencyId id);

    /** The agencies of a type that serve an area, in the order of their ids. */
    List<Agency> agenciesIn(AreaId area, AgencyType type);
}
