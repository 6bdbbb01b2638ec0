package sightline.core.identity;

import sightline.core.kernel.Uprn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address taken apart and brought into one form, so that two spellings of one address are equal
 * or can be compared. Personal, so printing it shows nothing.
 *
 * @param subUnits flat, room, pitch, in order; empty for a whole house or building
 * @param formerNumbers numbers that the address says the house once had
 * @param building name of a house, block, hostel or site, in upper case
 * @param street in upper case, its type in full
 * @param localities words of village, town and county; sources give more or fewer of them
 * @param postcode in upper case with one space
 * @param communal whether people live there who are no household: hostel, refuge, ward, prison
 * @param usable false for "no fixed abode", pseudo-postcodes and what says no place at all
 */
public record PlaceKey(
        Optional<Uprn> uprn,
        List<SubUnit> subUnits,
        Optional<HouseNumber> number,
        Set<HouseNumber> formerNumbers,
        Optional<String> building,
        Optional<String> street,
        Set<String> localities,
        Optional<String> postcode,
        boolean communal,
        boolean usable) {

    public PlaceKey {
        subUnits = subUnits.stream().sorted().distinct().toList();
        formerNumbers = Set.copyOf(formerNumbers);
        localities = Set.copyOf(localities);
    }

    /** Takes an address apart. What cannot be read is left out; nothing is refused. */
    public static PlaceKey parse(WrittenAddress address) {
        return AddressParser.parse(address);
    }

    /** Takes an address apart that is all in one line, postcode included. */
    public static PlaceKey parse(String line) {
        return parse(new WrittenAddress(line, Optional.empty(), Optional.empty(), false));
    }

    /**
     * The whole key in one text, equal for equal keys and only for these. Personal: a store keeps
     * it where it keeps addresses.
     */
    public String text() {
        return uprn.map(Uprn::value).orElse("") + "|" + wording();
    }

    /**
     * Whether somebody could be sent there: a property number, or a house with its street, postcode
     * or town. A name alone may be anything.
     */
    public boolean findable() {
        boolean house = number.isPresent() || building.isPresent() || !subUnits.isEmpty();
        boolean somewhere = postcode.isPresent() || !localities.isEmpty();
        boolean numbered = number.isPresent() && (street.isPresent() || building.isPresent());
        return uprn.isPresent() || (usable && (numbered || (house && somewhere)));
    }

    /**
     * What was read in the address, in words and in the order in which addresses are written.
     * Personal.
     */
    public String words() {
        String units =
                subUnits.stream()
                        .map(u -> u.kind().name().toLowerCase(Locale.ROOT) + " " + u.label())
                        .collect(Collectors.joining(", "));
        String house =
                Stream.of(number.map(HouseNumber::text), street)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        return Stream.of(
                        units,
                        building.orElse(""),
                        house,
                        String.join(" ", new TreeSet<>(localities)),
                        postcode.orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The key without its UPRN. */
    String wording() {
        var units =
                subUnits.stream()
                        .map(unit -> unit.kind() + " " + unit.label())
                        .collect(Collectors.joining(" "));
        var former =
                formerNumbers.stream()
                        .map(HouseNumber::text)
                        .sorted()
                        .collect(Collectors.joining(" "));
        return String.join(
                "|",
                units,
                number.map(HouseNumber::text).orElse(""),
                former,
                building.orElse(""),
                street.orElse(""),
                String.join(" ", new TreeSet<>(localities)),
                postcode.orElse(""),
                communal ? "communal" : "",
                usable ? "" : "no place");
    }

    @Override
    public String toString() {
        return "PlaceKey[redacted]";
    }
}
