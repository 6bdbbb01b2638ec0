package sightline.population;

/** The true person, known only to the truth: no agency and no message has it. */
public record PersonId(int value) {}
