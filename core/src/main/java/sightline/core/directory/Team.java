package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Period;
import sightline.core.kernel.TeamId;

/** Some posts of an agency that work together. */
public record Team(TeamId id, AgencyId agency, String name, Period open) {}
