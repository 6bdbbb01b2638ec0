package sightline.core.directory;

import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;

/** The ground for which one safeguarding partnership answers. Its nation decides its holidays. */
public record Area(AreaId id, String name, Nation nation) {}
