package sightline.population;

/** The true household: the people who live together at one dwelling. */
public record HouseholdId(int value) {}
