package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;

/** An organisation that sends or receives, and the area that it serves. */
public record Agency(AgencyId id, String name, AgencyType type, AreaId area) {}
