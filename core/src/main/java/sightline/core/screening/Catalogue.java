package sightline.core.screening;

import java.util.List;

/** Every rule of the catalogue, by id. */
public final class Catalogue {
    private Catalogue() {}

    /** The rules, in the order of their ids. */
    public static List<Rule> rules() {
        return List.of(new KnownRiskJoinsChild());
    }
}
