package sightline.facts.wire;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was set aside of where a message says that something was.
 *
 * @param place whether its place could not be read
 * @param shielded whether nobody may be shown the place that could not be read
 * @param people whose addresses could not be read, by their numbers in the message
 */
record PlaceAside(boolean place, boolean shielded, Set<Integer> people) {
    private static final Pattern PLACE = Pattern.compile("\\.place(\\.(?!from$).*)?");
    private static final Pattern ADDRESS =
            Pattern.compile("\\.people\\[(\\d+)]\\.address(\\.(?!from$).*)?");

    PlaceAside {
        people = Set.copyOf(people);
    }

    /**
     * Of a message.
     *
     * @param asides what was set aside in it
     */
    static PlaceAside of(List<Problem> asides, JsonNode message) {
        boolean place = asides.stream().anyMatch(p -> PLACE.matcher(p.field()).matches());
        return new PlaceAside(
                place,
                place && shielded(message.path("place").path("shielded")),
                asides.stream()
                        .map(p -> ADDRESS.matcher(p.field()))
                        .filter(Matcher::matches)
                        .map(m -> Integer.valueOf(m.group(1)))
                        .collect(Collectors.toSet()));
    }

    /** What cannot be read may well say so. */
    private static boolean shielded(JsonNode said) {
        return !ShapeReader.absent(said)
                && !ShapeReader.ofMessage(new Problems(), ShapeReader.Hearing.STRICT)
                        .read(new Shape.Truth(false), said, "")
                        .filter(Boolean.FALSE::equals)
                        .isPresent();
    }
}
