package sightline.population;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one address comes to be written in many ways: short forms, parts left out, slips of the pen.
 */
final class AddressSpelling {

    private static final Map<String, String> SHORT =
            Map.of(
                    "Road", "Rd",
                    "Street", "St",
                    "Lane", "Ln",
                    "Avenue", "Ave",
                    "Close", "Cl",
                    "Drive", "Dr",
                    "Crescent", "Cres",
                    "Gardens", "Gdns",
                    "Terrace", "Terr");

    private static final List<String> FLATS = List.of("Fl ", "Apartment ", "Apt ", "Flt ", "");

    private AddressSpelling() {}

    /** The address in one other spelling, which still means the same dwelling. */
    static Address other(Draw draw, Address address) {
        return switch (draw.below(6)) {
            case 0, 1 -> street(address, shortened(address.street()));
            case 2 -> street(address, slip(draw, address.street()));
            case 3 -> capitals(address);
            case 4 -> withoutTown(address);
            default -> address.unit().isEmpty() ? withoutTown(address) : unit(draw, address);
        };
    }

    private static String shortened(String street) {
        int space = street.lastIndexOf(' ');
        String last = street.substring(space + 1);
        return street.substring(0, space + 1) + SHORT.getOrDefault(last, last);
    }

    private static String slip(Draw draw, String street) {
        int at = draw.between(1, Math.max(1, street.indexOf(' ') - 1));
        return draw.chance(0.5)
                ? street.substring(0, at) + street.substring(at + 1)
                : street.substring(0, at) + street.charAt(at) + street.substring(at);
    }

    /** A flat without its house's name, or with the flat written before the number. */
    private static Address unit(Draw draw, Address address) {
        String unit = address.unit().replace("Flat ", draw.pick(FLATS));
        boolean joined = draw.chance(0.3) && address.unit().startsWith("Flat ");
        return new Address(
                joined ? "" : unit,
                draw.chance(0.5) ? "" : address.building(),
                joined ? address.unit().substring(5) + "/" + address.number() : address.number(),
                address.street(),
                address.town(),
                address.area(),
                address.postcode(),
                address.uprn());
    }

    private static Address street(Address address, String street) {
        return new Address(
                address.unit(),
                address.building(),
                address.number(),
                street,
                address.town(),
                address.area(),
                address.postcode(),
                address.uprn());
    }

    private static Address withoutTown(Address address) {
        return new Address(
                address.unit(),
                address.building(),
                address.number(),
                address.street(),
                "",
                address.area(),
                address.postcode(),
                address.uprn());
    }

    private static Address capitals(Address address) {
        return new Address(
                address.unit().toUpperCase(Locale.ROOT),
                address.building().toUpperCase(Locale.ROOT),
                address.number(),
                address.street().toUpperCase(Locale.ROOT),
                address.town().toUpperCase(Locale.ROOT),
                address.area(),
                address.postcode(),
                address.uprn());
    }
}
