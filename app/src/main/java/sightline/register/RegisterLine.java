package sightline.register;

import sightline.core.kernel.PersonId;
import sightline.core.register.RegisterEntry;

/** One line of the list. */
public record RegisterLine(PersonId subject, RegisterEntry entry) {}
