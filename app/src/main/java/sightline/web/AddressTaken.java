package sightline.web;

import sightline.core.identity.PlaceKey;
import sightline.core.identity.WrittenAddress;

/** What an address is taken for, told before it is kept to whoever typed it. */
final class AddressTaken {
    private AddressTaken() {}

    /** In words; what cannot be read is said, with what becomes of it. */
    static String words(String line, String postcode) {
        PlaceKey place = PlaceKey.parse(WrittenAddress.of(line, postcode));
        if (!place.findable()) {
            return "No place: no house with its street, postcode or town. Change it if you can;"
                    + " for somebody without a home, choose that. Kept as it is, nothing is lost:"
                    + " the register keeper is asked to find out where it is, within 3 days.";
        }
        return place.words()
                + (postcode.isEmpty() || place.postcode().isPresent()
                        ? "."
                        : ". What you typed as a postcode is none, and is kept as you typed it.")
                + " No list of addresses was asked whether it is there: a visit is.";
    }
}
