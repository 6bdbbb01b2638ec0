package sightline.population;

/** The true dwelling: one home at one address, however that is written. */
public record DwellingId(int value) {}
