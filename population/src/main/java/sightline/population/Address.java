package sightline.population;

import org.jspecify.annotations.Nullable;

/**
 * An invented address, as it is or as somebody wrote it down.
 *
 * @param unit flat or room, for example {@code Flat 3}, or empty
 * @param building name of a block, hostel or home, or empty
 * @param number number in the street, or empty
 * @param area the local authority area
 * @param postcode of an area that Royal Mail has not assigned, {@code ZZ99 3VZ} for no fixed abode,
 *     or empty
 * @param uprn twelve digits from 999, a range not in use, where the record has one
 */
public record Address(
        String unit,
        String building,
        String number,
        String street,
        String town,
        String area,
        String postcode,
        @Nullable String uprn) {

    /** One line, as an agency without separate fields would have it. */
    public String line() {
        StringBuilder line = new StringBuilder();
        append(line, unit, ", ");
        append(line, building, ", ");
        append(line, number, " ");
        append(line, street, ", ");
        append(line, town, " ");
        return line.append(postcode).toString().strip();
    }

    private static void append(StringBuilder line, String part, String after) {
        if (!part.isEmpty()) {
            line.append(part).append(after);
        }
    }
}
