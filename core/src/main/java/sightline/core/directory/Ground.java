package sightline.core.directory;

import sightline.core.kernel.AreaId;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In which area an address lies: by its postcode where the areas' postcodes are entered, else by a
 * town in it that has an area's name. A child treated far from home is the home's, not the
 * hospital's.
 */
final class Ground {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern FROM_A_DIGIT = Pattern.compile("[0-9].*");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[,\n]");

    private final Map<String, AreaId> byPostcode = new HashMap<>();
    private final Map<String, AreaId> byName = new HashMap<>();

    Ground(Collection<Area> areas) {
        for (Area area : areas) {
            area.postcodes().forEach(p -> byPostcode.put(upper(p), area.id()));
            byName.put(lower(area.name()), area.id());
            byName.put(lower(area.id().value().replace('-', ' ')), area.id());
        }
    }

    Optional<AreaId> of(String line, Optional<String> postcode) {
        return postcode.flatMap(this::byPostcode).or(() -> byTown(line));
    }

    private Optional<AreaId> byPostcode(String postcode) {
        if (byPostcode.isEmpty()) {
            return Optional.empty();
        }
        return parts(postcode).stream()
                .flatMap(p -> Optional.ofNullable(byPostcode.get(p)).stream())
                .findFirst();
    }

    /** Sector, district and area of a postcode, the longest first. */
    private static List<String> parts(String postcode) {
        String bare = upper(postcode).replace(" ", "");
        if (bare.length() < 5) {
            return List.of(bare, letters(bare));
        }
        String district = bare.substring(0, bare.length() - 3);
        String sector = district + " " + bare.charAt(bare.length() - 3);
        return List.of(sector, district, letters(district));
    }

    private static String letters(String district) {
        return FROM_A_DIGIT.matcher(district).replaceFirst("");
    }

    /** The last part of the line between commas that is an area's name. */
    private Optional<AreaId> byTown(String line) {
        return Arrays.stream(BETWEEN_PARTS.split(line, -1))
                .map(part -> Optional.ofNullable(byName.get(lower(part))))
                .flatMap(Optional::stream)
                .reduce((_, later) -> later);
    }

    private static String upper(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }

    private static String lower(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
