package sightline.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes flats, rooms, pitches and floors out of a part of an address. */
final class SubUnitReader {
    private static final Map<String, SubUnit.Kind> KINDS =
            Map.ofEntries(
                    Map.entry("FLAT", SubUnit.Kind.FLAT),
                    Map.entry("FLT", SubUnit.Kind.FLAT),
                    Map.entry("FL", SubUnit.Kind.FLAT),
                    Map.entry("APARTMENT", SubUnit.Kind.FLAT),
                    Map.entry("APPARTMENT", SubUnit.Kind.FLAT),
                    Map.entry("APT", SubUnit.Kind.FLAT),
                    Map.entry("APPT", SubUnit.Kind.FLAT),
                    Map.entry("UNIT", SubUnit.Kind.FLAT),
                    Map.entry("MAISONETTE", SubUnit.Kind.FLAT),
                    Map.entry("STUDIO", SubUnit.Kind.FLAT),
                    Map.entry("ROOM", SubUnit.Kind.ROOM),
                    Map.entry("RM", SubUnit.Kind.ROOM),
                    Map.entry("BEDROOM", SubUnit.Kind.ROOM),
                    Map.entry("BEDSIT", SubUnit.Kind.ROOM),
                    Map.entry("BED", SubUnit.Kind.ROOM),
                    Map.entry("WARD", SubUnit.Kind.ROOM),
                    Map.entry("CARAVAN", SubUnit.Kind.PITCH),
                    Map.entry("MOBILE HOME", SubUnit.Kind.PITCH),
                    Map.entry("CHALET", SubUnit.Kind.PITCH),
                    Map.entry("PITCH", SubUnit.Kind.PITCH),
                    Map.entry("PLOT", SubUnit.Kind.PITCH),
                    Map.entry("BERTH", SubUnit.Kind.PITCH),
                    Map.entry("MOORING", SubUnit.Kind.PITCH));

    private static final Map<String, String> FLOORS =
            Map.ofEntries(
                    Map.entry("LOWER GROUND", "B"),
                    Map.entry("BASEMENT", "B"),
                    Map.entry("GROUND", "0"),
                    Map.entry("GARDEN", "GARDEN"),
                    Map.entry("FIRST", "1"),
                    Map.entry("1ST", "1"),
                    Map.entry("SECOND", "2"),
                    Map.entry("2ND", "2"),
                    Map.entry("THIRD", "3"),
                    Map.entry("3RD", "3"),
                    Map.entry("FOURTH", "4"),
                    Map.entry("4TH", "4"),
                    Map.entry("TOP", "TOP"),
                    Map.entry("UPPER", "UPPER"),
                    Map.entry("LOWER", "LOWER"));

    private static final Map<String, String> SHORT_FLOORS =
            Map.of("GFF", "0", "FFF", "1", "SFF", "2", "TFF", "TOP");

    private static final String FLOOR = "(" + alternatives(FLOORS) + ")";
    private static final String SIDE = "(?:\\s+(LEFT|RIGHT|FRONT|REAR|L|R))?(?=\\s|$)";
    private static final Pattern FLOOR_FLAT =
            Pattern.compile(
                    "(?:^|\\s)(?:FLAT\\s+)?" + FLOOR + "\\s+(?:FLOOR\\s+FLAT|FLOOR|FLAT)" + SIDE);
    private static final Pattern SHORT_FLOOR =
            Pattern.compile("^(" + alternatives(SHORT_FLOORS) + ")(?=\\s|$)");
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?:^|\\s)("
                            + alternatives(KINDS)
                            + ")\\s*(?:(?:NO|NUMBER|NUM)\\s+)?([0-9GPB]F[0-9]"
                            + "|[0-9]{1,4}[A-Z]?(?:/[0-9]{1,2}|/[LR])?|[A-Z][0-9]{0,3}|G/[0-9]"
                            + "|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)(?=\\s|$)");
    private static final Pattern TENEMENT =
            Pattern.compile(
                    "^((?:[0-9]{1,2}|G)/(?:[0-9]{1,2}|[LR])|[0-9GPB]F[0-9])(?=\\s+[0-9]|$)");
    private static final Pattern UNNUMBERED =
            Pattern.compile(
                    "^(?:THE\\s+)?(FLAT|ANNEXE|ANNEX)(?:\\s+(?:ABOVE|OVER|BEHIND|AT|TO))?(?=\\s+[0-9]|$)");

    private final List<SubUnit> found = new ArrayList<>();

    /** The units taken out so far. */
    List<SubUnit> found() {
        return found;
    }

    void add(SubUnit unit) {
        found.add(unit);
    }

    /** Takes the units out of a part, and returns what is left of it. */
    String takeFrom(String part) {
        var rest = take(part, FLOOR_FLAT, this::floor);
        rest = take(rest, SHORT_FLOOR, match -> flat("FLOOR " + SHORT_FLOORS.get(match.group(1))));
        rest = take(rest, NUMBERED, SubUnitReader::numbered);
        rest = take(rest, TENEMENT, match -> flat(label(match.group(1))));
        return take(rest, UNNUMBERED, SubUnitReader::unnumbered);
    }

    private interface Reading {
        SubUnit read(MatchResult match);
    }

    private String take(String part, Pattern pattern, Reading reading) {
        var matcher = pattern.matcher(part);
        var rest = new StringBuilder();
        while (matcher.find()) {
            found.add(reading.read(matcher));
            matcher.appendReplacement(rest, " ");
        }
        matcher.appendTail(rest);
        return rest.toString().replaceAll("\\s+", " ").strip();
    }

    private SubUnit floor(MatchResult match) {
        var floor = FLOORS.get(match.group(1));
        var side = match.group(2);
        return flat(side == null ? "FLOOR " + floor : floor + "/" + side.charAt(0));
    }

    private static SubUnit numbered(MatchResult match) {
        var kind = KINDS.getOrDefault(match.group(1), SubUnit.Kind.FLAT);
        return new SubUnit(kind, label(match.group(2)));
    }

    private static SubUnit unnumbered(MatchResult match) {
        return new SubUnit(
                match.group(1).equals("FLAT") ? SubUnit.Kind.FLAT : SubUnit.Kind.ANNEXE, "");
    }

    static SubUnit flat(String label) {
        return new SubUnit(SubUnit.Kind.FLAT, label);
    }

    /** One form for 2F1 and 2/1, G/1 and 0/1, 02 and 2, TWO and 2. */
    static String label(String written) {
        var label = AddressWords.digits(written);
        if (label.matches("[0-9GPB]F[0-9]")) {
            label = label.charAt(0) + "/" + label.charAt(2);
        }
        if (label.startsWith("G/")) {
            label = "0" + label.substring(1);
        }
        return label.replaceFirst("^0+(?=[0-9])", "");
    }

    private static String alternatives(Map<String, ?> words) {
        return String.join("|", words.keySet().stream().sorted().toList().reversed());
    }
}
