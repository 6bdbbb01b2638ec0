package sightline.population;

import java.util.List;

/**
 * An invented agency of the partnership "Westmarsh".
 *
 * @param id a slug, unique in the population, for example {@code gp-eastholm-3}
 * @param area its home, or the partnership's name where it serves all three alike
 * @param serves the areas that it serves besides
 */
public record Agency(String id, AgencyKind kind, String name, String area, List<String> serves) {
    public Agency {
        serves = List.copyOf(serves);
    }
}
