package sightline.population;

/**
 * An invented agency of the partnership "Westmarsh".
 *
 * @param id a slug, unique in the population, for example {@code gp-eastholm-3}
 * @param area the area it serves, or the partnership's name where it serves all three
 */
public record Agency(String id, AgencyKind kind, String name, String area) {}
