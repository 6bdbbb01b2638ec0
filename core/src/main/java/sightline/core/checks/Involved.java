package sightline.core.checks;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Matter;

/** An agency that has an open matter about a child: who is involved, and nothing of the case. */
public record Involved(PersonId child, Matter.Kind matter, AgencyId agency) {}
