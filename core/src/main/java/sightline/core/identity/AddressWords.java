package sightline.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words of British addresses mean. */
final class AddressWords {
    private AddressWords() {}

    /** Abbreviations that mean one thing wherever they stand. */
    private static final Map<String, String> IN_FULL =
            Map.ofEntries(
                    Map.entry("RD", "ROAD"),
                    Map.entry("AVE", "AVENUE"),
                    Map.entry("AV", "AVENUE"),
                    Map.entry("CRES", "CRESCENT"),
                    Map.entry("CRESENT", "CRESCENT"),
                    Map.entry("CL", "CLOSE"),
                    Map.entry("CLO", "CLOSE"),
                    Map.entry("DR", "DRIVE"),
                    Map.entry("DRV", "DRIVE"),
                    Map.entry("GDNS", "GARDENS"),
                    Map.entry("GDN", "GARDENS"),
                    Map.entry("GRDNS", "GARDENS"),
                    Map.entry("GRN", "GREEN"),
                    Map.entry("GR", "GROVE"),
                    Map.entry("GRV", "GROVE"),
                    Map.entry("LN", "LANE"),
                    Map.entry("LA", "LANE"),
                    Map.entry("PL", "PLACE"),
                    Map.entry("SQ", "SQUARE"),
                    Map.entry("TER", "TERRACE"),
                    Map.entry("TERR", "TERRACE"),
                    Map.entry("TCE", "TERRACE"),
                    Map.entry("CT", "COURT"),
                    Map.entry("CRT", "COURT"),
                    Map.entry("PK", "PARK"),
                    Map.entry("PDE", "PARADE"),
                    Map.entry("HSE", "HOUSE"),
                    Map.entry("HO", "HOUSE"),
                    Map.entry("COTT", "COTTAGE"),
                    Map.entry("COTTS", "COTTAGES"),
                    Map.entry("BLDG", "BUILDING"),
                    Map.entry("BLDGS", "BUILDINGS"),
                    Map.entry("MANS", "MANSIONS"),
                    Map.entry("STR", "STREET"),
                    Map.entry("MT", "MOUNT"),
                    Map.entry("NTH", "NORTH"),
                    Map.entry("STH", "SOUTH"),
                    Map.entry("GT", "GREAT"),
                    Map.entry("LT", "LITTLE"),
                    Map.entry("LWR", "LOWER"),
                    Map.entry("UPR", "UPPER"));

    private static final Set<String> STREET_TYPES =
            Set.of(
                    "STREET",
                    "ROAD",
                    "AVENUE",
                    "CRESCENT",
                    "CLOSE",
                    "DRIVE",
                    "GARDENS",
                    "GREEN",
                    "LANE",
                    "PLACE",
                    "SQUARE",
                    "TERRACE",
                    "WAY",
                    "WALK",
                    "COURT",
                    "PARK",
                    "HILL",
                    "GROVE",
                    "RISE",
                    "ROW",
                    "MEWS",
                    "PARADE",
                    "VIEW",
                    "GATE",
                    "QUAY",
                    "BROADWAY",
                    "ESPLANADE",
                    "PROMENADE",
                    "CIRCUS",
                    "BANK",
                    "WYND",
                    "BRAE",
                    "PATH",
                    "PASSAGE",
                    "YARD",
                    "CHASE",
                    "MEADOW",
                    "MEADOWS",
                    "CROFT",
                    "WHARF",
                    "VALE",
                    "LOAN");

    /** Of these, the ones that name a building or a site as often as a street. */
    private static final Set<String> BUILDING_TYPES_TOO =
            Set.of("COURT", "PARK", "VIEW", "PLACE", "GATE", "WHARF", "QUAY", "YARD", "CROFT");

    private static final Set<String> BUILDING_TYPES =
            Set.of(
                    "HOUSE",
                    "COTTAGE",
                    "COTTAGES",
                    "LODGE",
                    "FARM",
                    "FARMHOUSE",
                    "VILLA",
                    "VILLAS",
                    "TOWER",
                    "TOWERS",
                    "MANSIONS",
                    "BUILDING",
                    "BUILDINGS",
                    "HEIGHTS",
                    "COURT",
                    "HOSTEL",
                    "REFUGE",
                    "HOTEL",
                    "HALL",
                    "RECTORY",
                    "VICARAGE",
                    "BUNGALOW",
                    "FOYER",
                    "HOSPITAL");

    private static final Set<String> DIRECTIONS = Set.of("NORTH", "SOUTH", "EAST", "WEST");

    /** Of places where people stay who are no household. */
    private static final Set<String> COMMUNAL =
            Set.of(
                    "HOSTEL",
                    "REFUGE",
                    "FOYER",
                    "SHELTER",
                    "HOTEL",
                    "GUESTHOUSE",
                    "HOSPITAL",
                    "INFIRMARY",
                    "HMP",
                    "HMYOI",
                    "PRISON",
                    "BARRACKS",
                    "YMCA",
                    "YWCA",
                    "HOSPICE",
                    "NIGHTSHELTER");

    private static final List<String> COMMUNAL_PHRASES =
            List.of(
                    "GUEST HOUSE",
                    "BED AND BREAKFAST",
                    "BED & BREAKFAST",
                    "B & B",
                    "B&B",
                    "CARE HOME",
                    "NURSING HOME",
                    "CHILDRENS HOME",
                    "RESIDENTIAL HOME",
                    "APPROVED PREMISES",
                    "MOTHER AND BABY UNIT",
                    "HALLS OF RESIDENCE",
                    "HALL OF RESIDENCE",
                    "BAIL HOSTEL",
                    "PROBATION HOSTEL",
                    "DETENTION CENTRE",
                    "REMOVAL CENTRE",
                    "RECEPTION CENTRE",
                    "ASYLUM ACCOMMODATION");

    private static final Map<String, Integer> NUMBER_WORDS =
            Map.of(
                    "ONE", 1, "TWO", 2, "THREE", 3, "FOUR", 4, "FIVE", 5, "SIX", 6, "SEVEN", 7,
                    "EIGHT", 8, "NINE", 9, "TEN", 10);

    static boolean isStreetType(String word) {
        return STREET_TYPES.contains(word);
    }

    /** Whether the type is of streets alone. */
    static boolean isPlainStreetType(String word) {
        return isStreetType(word) && !BUILDING_TYPES_TOO.contains(word);
    }

    static boolean isBuildingType(String word) {
        return BUILDING_TYPES.contains(word);
    }

    static boolean isDirection(String word) {
        return DIRECTIONS.contains(word);
    }

    static boolean isCommunal(String name) {
        for (var word : name.split(" ")) {
            if (COMMUNAL.contains(word)) {
                return true;
            }
        }
        return COMMUNAL_PHRASES.stream().anyMatch(name::contains);
    }

    /** A digit for a word from one to ten; the word itself otherwise. */
    static String digits(String word) {
        var number = NUMBER_WORDS.get(word);
        return number == null ? word : Integer.toString(number);
    }

    /** The words with abbreviations in full. ST is a saint before a name and a street after one. */
    static List<String> inFull(List<String> words) {
        var full = new ArrayList<String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            full.add(
                    word.equals("ST") ? saintOrStreet(words, i) : IN_FULL.getOrDefault(word, word));
        }
        return full;
    }

    private static String saintOrStreet(List<String> words, int at) {
        if (at == words.size() - 1) {
            return "STREET";
        }
        if (at == 0 || words.get(at - 1).chars().anyMatch(Character::isDigit)) {
            return "SAINT";
        }
        var rest = IN_FULL.getOrDefault(words.get(words.size() - 1), words.getLast());
        return isStreetType(rest) || isBuildingType(rest) ? "SAINT" : "STREET";
    }
}
