package sightline.core.identity;

import java.util.HashSet;
import java.util.Set;

/** The keys under which an address is found. */
final class PlaceKeys {
    private final Set<BlockingKey> keys = new HashSet<>();

    private PlaceKeys() {}

    static Set<BlockingKey> of(PlaceKey place) {
        var keys = new PlaceKeys();
        if (place.usable()) {
            keys.add(place);
        }
        return Set.copyOf(keys.keys);
    }

    private void add(PlaceKey place) {
        place.uprn().ifPresent(uprn -> key("uprn", uprn.value()));
        key("wording", place.wording());
        place.postcode().ifPresent(postcode -> near(postcode, place));
        place.street()
                .ifPresent(street ->
                        place.localities()
                                .forEach(
                                        town -> near(town + "|" + NameForms.sound(street), place)));
        if (place.street().isEmpty()) {
            place.localities().forEach(town -> near(town, place));
        }
    }

    private void near(String where, PlaceKey place) {
        place.number().ifPresent(number -> number(where, number));
        place.formerNumbers().forEach(number -> number(where, number));
        place.building().ifPresent(name -> key("name", where, NameForms.sound(name)));
        if (place.number().isEmpty()) {
            place.subUnits().forEach(unit -> key("number", where, unit.label()));
        }
    }

    private void number(String where, HouseNumber number) {
        key("number", where, Integer.toString(number.from()));
        key("number", where, Integer.toString(number.until()));
    }

    private void key(String kind, String... parts) {
        var value = new StringBuilder("place|").append(kind);
        for (var part : parts) {
            value.append('|').append(part);
        }
        keys.add(new BlockingKey(value.toString(), Places.KEY_LIMIT));
    }
}
