package sightline.population;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The invented towns and streets. A dwelling is a number: area, then its position in the area; the
 * address is worked out from it, so that none is stored.
 *
 * <p>Sixty dwellings make a street, fifteen a postcode. About one block in six is flats. Postcode
 * areas WX, WY and WK are well-formed and not assigned; UPRNs begin with 999.
 */
final class Places {

    static final int AREAS = 3;

    private static final int PER_STREET = 60;
    private static final int PER_POSTCODE = 15;
    private static final int TOWNS = 8;
    private static final String UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private final long seed;
    private final List<List<String>> towns = new ArrayList<>();
    private final List<String> areas;
    private final List<String> postcodeAreas;
    private final List<String> streets;
    private final List<String> suffixes;
    private final List<String> buildings;
    private final int[] used = new int[AREAS];
    private final List<Deque<Integer>> vacant = new ArrayList<>();
    private final Set<Integer> hostels = new HashSet<>();

    Places(long seed) {
        this.seed = seed;
        List<List<String>> rows = Resources.rows("places.csv");
        areas = part(rows, "area");
        postcodeAreas = part(rows, "postcode-area");
        streets = part(rows, "street");
        suffixes = part(rows, "suffix");
        buildings = part(rows, "building");
        for (int area = 0; area < AREAS; area++) {
            towns.add(part(rows, "town" + area));
            vacant.add(new ArrayDeque<>());
        }
    }

    List<String> areas() {
        return areas;
    }

    static int areaOf(int dwelling) {
        return dwelling % AREAS;
    }

    /**
     * Which of {@code count} places that serve the area, such as practices, is near the dwelling.
     */
    static int nearest(int dwelling, int count) {
        int street = dwelling / AREAS / PER_STREET;
        return Math.floorMod(Draw.mix(street), count);
    }

    /** A dwelling in which nobody lives: one that stood empty, or one not used before. */
    int dwelling(Draw draw, int area) {
        Deque<Integer> empty = vacant.get(area);
        if (empty.size() > 20 && draw.chance(0.8)) {
            return empty.removeFirst();
        }
        return area + AREAS * used[area]++;
    }

    /** A dwelling of the area that somebody left before all this, and nobody else lives in. */
    int earlier(int area) {
        return area + AREAS * used[area]++;
    }

    void vacated(int dwelling) {
        vacant.get(areaOf(dwelling)).addLast(dwelling);
    }

    void hostelAt(int dwelling) {
        hostels.add(dwelling);
    }

    /** The address of a dwelling; in a hostel, with the person's room. */
    Address address(int dwelling, int person) {
        Address plain = address(dwelling);
        return hostels.contains(dwelling)
                ? named("Room " + (person % 30 + 1), stem(dwelling) + " Hostel", plain)
                : plain;
    }

    Address address(int dwelling) {
        int area = areaOf(dwelling);
        int position = dwelling / AREAS;
        int street = position / PER_STREET;
        int inStreet = position % PER_STREET;
        int block = inStreet / PER_POSTCODE;
        boolean flats = Draw.of(seed, position / PER_POSTCODE, area).chance(0.16);
        int inBlock = inStreet % PER_POSTCODE;
        int town = street % TOWNS;
        int streetOfTown = street / TOWNS;
        String number =
                flats ? String.valueOf(block * PER_POSTCODE + 1) : String.valueOf(inStreet + 1);
        return new Address(
                flats ? "Flat " + (inBlock + 1) : "",
                flats ? stem(dwelling) + " " + building(position / PER_POSTCODE) : "",
                number,
                streetName(area, town, streetOfTown),
                towns.get(area).get(town),
                areas.get(area),
                postcode(area, town, streetOfTown, block),
                uprn(dwelling));
    }

    private static Address named(String unit, String building, Address plain) {
        return new Address(
                unit,
                building,
                plain.number(),
                plain.street(),
                plain.town(),
                plain.area(),
                plain.postcode(),
                plain.uprn());
    }

    private String stem(int dwelling) {
        int block = dwelling / AREAS / PER_POSTCODE;
        return streets.get(Math.floorMod(Draw.mix(seed ^ block), streets.size()));
    }

    private String building(int block) {
        return buildings.get(Math.floorMod(Draw.mix(block), buildings.size()));
    }

    private String streetName(int area, int town, int streetOfTown) {
        int names = streets.size() * suffixes.size();
        long start = Draw.mix(seed + area * 100L + town) >>> 1;
        int at = (int) ((start + streetOfTown * 1_009L) % names);
        return streets.get(at % streets.size()) + " " + suffixes.get(at / streets.size());
    }

    private String postcode(int area, int town, int streetOfTown, int block) {
        int unit = streetOfTown / 10 % 100 * (PER_STREET / PER_POSTCODE) + block;
        int district = town + 1 + TOWNS * (streetOfTown / 1_000);
        return postcodeAreas.get(area)
                + district
                + " "
                + streetOfTown % 10
                + UNIT_LETTERS.charAt(unit / 20 % 20)
                + UNIT_LETTERS.charAt(unit % 20);
    }

    private static String uprn(int dwelling) {
        String serial = String.valueOf(dwelling);
        return "999" + "0".repeat(9 - serial.length()) + serial;
    }

    private static List<String> part(List<List<String>> rows, String part) {
        return rows.stream().filter(r -> r.get(0).equals(part)).map(r -> r.get(1)).toList();
    }
}
