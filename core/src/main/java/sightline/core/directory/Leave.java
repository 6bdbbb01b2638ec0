package sightline.core.directory;

import sightline.core.kernel.Period;

/** Somebody is away for whole days, for whatever reason: the directory does not ask why. */
public record Leave(StaffId person, Period days) {}
