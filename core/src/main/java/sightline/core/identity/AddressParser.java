package sightline.core.identity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes one address apart. Knows British habits, and no gazetteer. */
final class AddressParser {
    private static final String NUMBER = "([0-9]{1,4})(?:\\s?([A-Z]))?(?![A-Z0-9])";
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "^(?:(?:NO|NUMBER|NUM)\\s+)?"
                            + NUMBER
                            + "(?:\\s?(?:-|TO|&|AND)\\s?([0-9]{1,4})([A-Z])?(?![A-Z0-9]))?(?:\\s+(.*))?$");
    private static final Pattern NAME_THEN_NUMBER =
            Pattern.compile("^([A-Z][A-Z &]*?)\\s+([0-9]{1,4}[A-Z]?(?:-[0-9]{1,4})?\\s+[A-Z].*)$");
    private static final Pattern NUMBER_LAST =
            Pattern.compile("^([A-Z][A-Z ]*?)\\s+([0-9]{1,4}[A-Z]?)$");
    private static final Pattern FLAT_THEN_NUMBER =
            Pattern.compile("^([0-9]{1,3}[A-Z]?)\\s+([0-9]{1,4}[A-Z]?\\s+[A-Z].*)$");
    private static final Pattern NUMBER_ALONE =
            Pattern.compile("(?:(?:NO|NUMBER)\\s+)?[0-9]{1,4}(?:\\s?[A-Z])?(?:-[0-9]{1,4}[A-Z]?)?");
    private static final Pattern SLASHED =
            Pattern.compile("^([0-9]{1,4})([A-Z]?)/([0-9]{1,3})(?=\\s+[A-Z]|$)(.*)$");
    private static final Pattern FORMERLY =
            Pattern.compile(
                    "\\(?\\b(?:FORMERLY|PREVIOUSLY|WAS|FORMER)\\s+(?:KNOWN\\s+AS\\s+)?(?:(?:NO|NUMBER)\\s+)?"
                            + NUMBER
                            + "\\)?");
    private static final Pattern NO_PLACE =
            Pattern.compile(
                    "\\b(?:NO FIXED (?:ABODE|ADDRESS)|NFA|N F A|NOT KNOWN|UNKNOWN|HOMELESS|"
                            + "ROUGH SLEEPER|SLEEPING ROUGH|SOFA SURFING|ADDRESS WITHHELD|NONE)\\b");
    private static final Pattern CARE_OF = Pattern.compile("^(?:C/O|CARE OF)\\b.*");
    private static final int RANGE_FROM_MIN = 10;

    private static final Set<String> NO_LOCALITY =
            Set.of(
                    "OF",
                    "THE",
                    "ON",
                    "UPON",
                    "BY",
                    "NEAR",
                    "NR",
                    "STREET",
                    "SAINT",
                    "UK",
                    "AND",
                    "ENGLAND",
                    "SCOTLAND",
                    "WALES",
                    "UNITED",
                    "KINGDOM",
                    "GREAT",
                    "BRITAIN",
                    "LITTLE",
                    "NEW",
                    "OLD",
                    "NORTH",
                    "SOUTH",
                    "EAST",
                    "WEST",
                    "LONDON",
                    "SUFFOLK",
                    "NORFOLK",
                    "ESSEX",
                    "KENT",
                    "SURREY",
                    "SUSSEX",
                    "HAMPSHIRE",
                    "DORSET",
                    "DEVON",
                    "CORNWALL",
                    "SOMERSET",
                    "WILTSHIRE",
                    "BERKSHIRE",
                    "OXFORDSHIRE",
                    "BUCKINGHAMSHIRE",
                    "HERTFORDSHIRE",
                    "BEDFORDSHIRE",
                    "CAMBRIDGESHIRE",
                    "NORTHAMPTONSHIRE",
                    "LEICESTERSHIRE",
                    "WARWICKSHIRE",
                    "WORCESTERSHIRE",
                    "GLOUCESTERSHIRE",
                    "HEREFORDSHIRE",
                    "SHROPSHIRE",
                    "STAFFORDSHIRE",
                    "DERBYSHIRE",
                    "NOTTINGHAMSHIRE",
                    "LINCOLNSHIRE",
                    "CHESHIRE",
                    "LANCASHIRE",
                    "YORKSHIRE",
                    "CUMBRIA",
                    "NORTHUMBERLAND",
                    "MIDDLESEX",
                    "MERSEYSIDE",
                    "MIDLANDS",
                    "COUNTY");

    private final SubUnitReader units = new SubUnitReader();
    private final Set<HouseNumber> former = new HashSet<>();
    private final Set<String> localities = new TreeSet<>();
    private Optional<HouseNumber> number = Optional.empty();
    private Optional<String> building = Optional.empty();
    private Optional<String> street = Optional.empty();
    private boolean communal;

    private AddressParser() {}

    static PlaceKey parse(WrittenAddress address) {
        return new AddressParser().read(address);
    }

    private PlaceKey read(WrittenAddress address) {
        var line = plain(address.line());
        var postcode =
                address.postcode()
                        .flatMap(Postcodes::in)
                        .or(() -> Postcodes.in(line))
                        .filter(code -> !Postcodes.isNowhere(code));
        communal = address.communal();
        var place = !NO_PLACE.matcher(line).find();
        if (place) {
            readParts(parts(takeFormer(Postcodes.removedFrom(line))));
        }
        var somewhere =
                number.isPresent()
                        || building.isPresent()
                        || street.isPresent()
                        || !units.found().isEmpty();
        var usable = address.uprn().isPresent() || (place && somewhere);
        return new PlaceKey(
                address.uprn(),
                units.found(),
                number,
                former,
                building,
                street,
                localities,
                postcode,
                communal,
                usable);
    }

    /** Upper case, without accents, apostrophes and stops; commas where lines broke. */
    private static String plain(String line) {
        var words = line.replaceAll("[\\n\\r;|]+", ",").replaceAll("['’`´]", "").replace('.', ' ');
        var upper = NameForms.unaccented(words).replace('–', '-').replaceAll("\\s+", " ");
        return upper.replaceAll("\\s*-\\s*(?=[0-9])", "-").replaceAll("(?<=[A-Z])-(?=[A-Z])", " ");
    }

    private String takeFormer(String line) {
        var matcher = FORMERLY.matcher(line);
        while (matcher.find()) {
            former.add(houseNumber(matcher.group(1), matcher.group(2), null));
        }
        return matcher.replaceAll(" ").replaceAll("[()]", ",");
    }

    private static List<String> parts(String line) {
        return new ArrayList<>(
                Arrays.stream(line.split(","))
                        .map(part -> part.replaceAll("\\s+", " ").strip())
                        .filter(part -> !part.isEmpty() && !CARE_OF.matcher(part).matches())
                        .toList());
    }

    private void readParts(List<String> written) {
        var parts = numbersMerged(unitsTaken(written));
        var at = streetAt(parts);
        for (var i = 0; i < parts.size(); i++) {
            if (i == at) {
                readStreet(parts.get(i));
            } else if (i < at || (at < 0 && i == 0)) {
                addBuilding(words(parts.get(i)));
            } else if (!isStreet(words(parts.get(i)))) {
                addLocality(words(parts.get(i)));
            }
        }
    }

    /** The parts without flats and the like, a name and a numbered street in one part apart. */
    private List<String> unitsTaken(List<String> written) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < written.size(); i++) {
            var followedByNumber =
                    i + 1 < written.size() && Character.isDigit(written.get(i + 1).charAt(0));
            var rest = units.takeFrom(slashed(written.get(i), followedByNumber));
            var flat = FLAT_THEN_NUMBER.matcher(rest);
            if (flat.matches()) {
                units.add(SubUnitReader.flat(SubUnitReader.label(flat.group(1))));
                rest = flat.group(2);
            }
            var named = NAME_THEN_NUMBER.matcher(rest);
            if (named.matches()) {
                parts.add(named.group(1));
                parts.add(named.group(2));
            } else if (!rest.isEmpty()) {
                parts.add(numberFirst(rest));
            }
        }
        return parts;
    }

    /**
     * Edinburgh's 14/6 is flat 6 of number 14; 6/14 is flat 6 of number 14 elsewhere; 14/16 is a
     * range; before a number it is a flat.
     */
    private String slashed(String part, boolean followedByNumber) {
        var match = SLASHED.matcher(part);
        if (!match.matches() || (match.group(4).isBlank() && followedByNumber)) {
            return part;
        }
        var first = Integer.parseInt(match.group(1));
        var second = Integer.parseInt(match.group(3));
        if (first >= RANGE_FROM_MIN && second == first + 2) {
            return first + "-" + second + match.group(4);
        }
        if (first < second && match.group(2).isEmpty()) {
            units.add(SubUnitReader.flat(Integer.toString(first)));
            return second + match.group(4);
        }
        units.add(SubUnitReader.flat(Integer.toString(second)));
        return first + match.group(2) + match.group(4);
    }

    private static String numberFirst(String part) {
        var match = NUMBER_LAST.matcher(part);
        return match.matches() && isStreet(words(match.group(1)))
                ? match.group(2) + " " + match.group(1)
                : part;
    }

    /** A number in a part of its own belongs to the next; before another number it is a flat's. */
    private List<String> numbersMerged(List<String> parts) {
        var merged = new ArrayList<String>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (!NUMBER_ALONE.matcher(part).matches() || i + 1 == parts.size()) {
                merged.add(part);
            } else if (Character.isDigit(parts.get(i + 1).charAt(0))) {
                units.add(SubUnitReader.flat(SubUnitReader.label(part)));
            } else {
                parts.set(i + 1, part + " " + parts.get(i + 1));
            }
        }
        return merged;
    }

    /** Which part names the street: the numbered one, else the first that sounds like one. */
    private static int streetAt(List<String> parts) {
        for (var i = 0; i < parts.size(); i++) {
            if (NUMBERED.matcher(parts.get(i)).matches()) {
                return i;
            }
        }
        for (var i = 0; i < parts.size(); i++) {
            if (isStreet(words(parts.get(i)))) {
                return i;
            }
        }
        for (var i = 1; i < parts.size(); i++) {
            if (AddressWords.isStreetType(words(parts.get(i)).getLast())) {
                return i;
            }
        }
        return -1;
    }

    private void readStreet(String part) {
        var numbered = NUMBERED.matcher(part);
        var name = part;
        if (numbered.matches()) {
            var letter = numbered.group(2) == null ? numbered.group(4) : numbered.group(2);
            number = Optional.of(houseNumber(numbered.group(1), letter, numbered.group(3)));
            name = numbered.group(5);
        }
        if (name == null || name.isBlank()) {
            return;
        }
        var words = words(name);
        var split = buildingEnd(words);
        if (split > 0 && number.isEmpty()) {
            addBuilding(words.subList(0, split));
            words = words.subList(split, words.size());
        } else if (split > 0) {
            setStreet(words.subList(0, split));
            return;
        }
        var end = streetEnd(words);
        setStreet(words.subList(0, end));
        addLocality(words.subList(end, words.size()));
    }

    /** Where a building's name ends before a street's name in one part; 0 if there is none. */
    private static int buildingEnd(List<String> words) {
        for (var i = 1; i + 2 < words.size(); i++) {
            if (AddressWords.isBuildingType(words.get(i))
                    && !AddressWords.isStreetType(words.get(i + 1))
                    && isStreet(words.subList(i + 1, words.size()))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int streetEnd(List<String> words) {
        for (var i = 1; i < words.size(); i++) {
            if (AddressWords.isStreetType(words.get(i))) {
                var end = i + 1;
                while (end < words.size()
                        && (AddressWords.isStreetType(words.get(end))
                                || AddressWords.isDirection(words.get(end)))) {
                    end++;
                }
                return end;
            }
        }
        return words.size();
    }

    /** Whether some word after the first is the type of a street and of nothing else. */
    private static boolean isStreet(List<String> words) {
        return words.stream().skip(1).anyMatch(AddressWords::isPlainStreetType);
    }

    private void setStreet(List<String> words) {
        street = named(words);
        communal |=
                number.isPresent()
                        && street.filter(AddressWords::isCommunal).isPresent()
                        && !AddressWords.isStreetType(words.getLast());
    }

    private void addBuilding(List<String> words) {
        var name = named(words);
        communal |= name.filter(AddressWords::isCommunal).isPresent();
        building =
                building.isPresent() && name.isPresent()
                        ? Optional.of(building.get() + " " + name.get())
                        : building.or(() -> name);
    }

    private void addLocality(List<String> words) {
        words.stream()
                .filter(word -> !NO_LOCALITY.contains(word) && word.length() > 1)
                .forEach(localities::add);
    }

    private static Optional<String> named(List<String> words) {
        var first = words.size() > 1 && words.getFirst().equals("THE") ? 1 : 0;
        var name = String.join(" ", words.subList(first, words.size()));
        return name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    private static List<String> words(String part) {
        return AddressWords.inFull(List.of(part.split(" ")));
    }

    private static HouseNumber houseNumber(
            String from, @Nullable String letter, @Nullable String until) {
        var first = Integer.parseInt(from);
        var last = until == null ? first : Math.max(first, Integer.parseInt(until));
        return new HouseNumber(first, last, letter == null ? "" : letter);
    }
}
