package sightline.pipeline;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryEntries;
import sightline.core.directory.FixedDirectory;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who the agencies of a replayed case are. A case may say so in {@code agencies.ndjson}; otherwise
 * a sender's id says what it is ({@code northton-police}), and an agency of each type that nobody
 * in the case speaks for stands in, so that there is always somebody to tell.
 */
final class ReplayDirectory {
    /** Words in a sender's id that say what it is, the more telling first. */
    private static final Map<String, AgencyType> WORDS = words();

    private static final List<AgencyType> STAND_INS =
            List.of(
                    AgencyType.CHILDRENS_SOCIAL_CARE,
                    AgencyType.POLICE,
                    AgencyType.HOSPITAL,
                    AgencyType.MATERNITY,
                    AgencyType.HEALTH_VISITING,
                    AgencyType.GP,
                    AgencyType.COUNCIL_EDUCATION,
                    AgencyType.PARTNERSHIP,
                    AgencyType.LEGAL);

    private static final Set<AgencyType> AREA_WIDE =
            EnumSet.of(
                    AgencyType.CHILDRENS_SOCIAL_CARE,
                    AgencyType.POLICE,
                    AgencyType.HEALTH_VISITING,
                    AgencyType.SCHOOL_NURSING,
                    AgencyType.HOUSING,
                    AgencyType.PROBATION,
                    AgencyType.COUNCIL_EDUCATION,
                    AgencyType.LEGAL,
                    AgencyType.PARTNERSHIP);

    private final Map<AgencyId, Agency> agencies = new LinkedHashMap<>();
    private final Map<AreaId, Set<String>> areas = new LinkedHashMap<>();
    private final Map<AreaId, Nation> nations = new LinkedHashMap<>();

    private ReplayDirectory() {}

    /**
     * One agency as a case declares it.
     *
     * @param postcodes some that lie in its area
     * @param nation where its area lies; England when no agency of the area says
     * @param serves the further areas that it serves
     */
    record Declared(
            String id,
            Optional<String> name,
            AgencyType type,
            String area,
            List<String> postcodes,
            Optional<Nation> nation,
            List<Agency.Service> serves) {
        Declared {
            serves = List.copyOf(serves);
        }

        Declared(
                String id,
                Optional<String> name,
                AgencyType type,
                String area,
                List<String> postcodes) {
            this(id, name, type, area, postcodes, Optional.empty(), List.of());
        }
    }

    /** The directory of a case: what it declares, then what its senders' ids say. */
    static FixedDirectory of(Collection<Declared> declared, Collection<AgencyId> named) {
        return FixedDirectory.of(entries(declared, named));
    }

    /** The entries of that directory. */
    static DirectoryEntries entries(Collection<Declared> declared, Collection<AgencyId> named) {
        ReplayDirectory directory = new ReplayDirectory();
        for (Declared agency : declared) {
            directory.add(
                    new AgencyId(agency.id()),
                    agency.name().orElse(agency.id()),
                    agency.type(),
                    new AreaId(agency.area()),
                    agency.serves());
            directory.postcodes(new AreaId(agency.area())).addAll(agency.postcodes());
            agency.nation().ifPresent(n -> directory.nations.put(new AreaId(agency.area()), n));
        }
        AreaId home = home(named);
        named.stream()
                .filter(id -> !directory.agencies.containsKey(id))
                .sorted()
                .forEach(id ->
                        directory.add(
                                id,
                                id.value(),
                                typeOf(id),
                                declared(declared, id).or(() -> areaOf(id, named)).orElse(home),
                                List.of()));
        directory.standIns();
        return directory.build();
    }

    /** The longest declared area that an id begins with. */
    private static Optional<AreaId> declared(Collection<Declared> declared, AgencyId id) {
        return declared.stream()
                .map(Declared::area)
                .filter(area -> id.value().startsWith(area + "-"))
                .max(Comparator.comparingInt(String::length))
                .map(AreaId::new);
    }

    private void add(
            AgencyId id, String name, AgencyType type, AreaId area, List<Agency.Service> serves) {
        agencies.put(id, new Agency(id, name, type, area).serving(serves));
        postcodes(area);
        serves.forEach(s -> postcodes(s.area()));
    }

    private Set<String> postcodes(AreaId area) {
        return areas.computeIfAbsent(area, _ -> new LinkedHashSet<>());
    }

    private void standIns() {
        for (AreaId area : Set.copyOf(areas.keySet())) {
            for (AgencyType type : STAND_INS) {
                AgencyId id = new AgencyId(area.value() + "-" + slug(type));
                if (!agencies.containsKey(id)) {
                    missing(area, type).ifPresent(open -> standIn(id, type, area, open));
                }
            }
        }
    }

    private void standIn(AgencyId id, AgencyType type, AreaId area, Period open) {
        agencies.put(id, new Agency(id, id.value(), type, area, open, Optional.empty()));
    }

    /** From when on nobody of a type is declared to serve an area; empty where somebody goes on. */
    private Optional<Period> missing(AreaId area, AgencyType type) {
        Period missing = Period.always();
        for (Period served : daysServed(area, type)) {
            if (served.until().isEmpty()) {
                return Optional.empty();
            }
            LocalDate next = served.until().get().plusDays(1);
            missing = Period.from(missing.from().map(d -> Period.later(d, next)).orElse(next));
        }
        return Optional.of(missing);
    }

    private List<Period> daysServed(AreaId area, AgencyType type) {
        return agencies.values().stream()
                .filter(a -> a.type() == type)
                .flatMap(a ->
                        a.area().equals(area)
                                ? Stream.of(Period.always())
                                : a.serves().stream()
                                        .filter(s -> s.area().equals(area))
                                        .map(Agency.Service::days))
                .toList();
    }

    private DirectoryEntries build() {
        List<Area> all =
                areas.entrySet().stream()
                        .map(a ->
                                new Area(
                                        a.getKey(),
                                        a.getKey().value(),
                                        nations.getOrDefault(a.getKey(), Nation.ENGLAND),
                                        List.copyOf(a.getValue())))
                        .toList();
        return new DirectoryEntries(
                all,
                List.copyOf(agencies.values()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** What a sender's id says that it is; other when it says nothing. */
    static AgencyType typeOf(AgencyId id) {
        String padded = "-" + id.value() + "-";
        return WORDS.entrySet().stream()
                .filter(w -> padded.contains("-" + w.getKey() + "-"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(AgencyType.OTHER);
    }

    /**
     * The longest beginning of the id that is an area: the part before the word that says what an
     * agency is, where two senders share it, or where it is one word before an agency that serves a
     * whole area. So {@code northlea-primary-school} lies in the area of {@code northlea-police}.
     */
    private static Optional<AreaId> areaOf(AgencyId id, Collection<AgencyId> named) {
        return named.stream()
                .filter(other -> !other.equals(id) || servesAnArea(other))
                .flatMap(other ->
                        prefix(other)
                                .filter(p ->
                                        servesAnArea(other)
                                                || prefix(id).filter(p::equals).isPresent())
                                .stream())
                .filter(p -> id.value().startsWith(p + "-"))
                .max(Comparator.comparingInt(String::length))
                .map(AreaId::new);
    }

    /** Of a school, a practice or a hospital the word before may be its own name. */
    private static boolean servesAnArea(AgencyId id) {
        return AREA_WIDE.contains(typeOf(id))
                && prefix(id).filter(p -> !p.contains("-")).isPresent();
    }

    private static Optional<String> prefix(AgencyId id) {
        String padded = "-" + id.value() + "-";
        return WORDS.keySet().stream()
                .filter(w -> padded.contains("-" + w + "-"))
                .findFirst()
                .map(w -> padded.substring(0, padded.indexOf("-" + w + "-")))
                .map(p -> p.startsWith("-") ? p.substring(1) : p)
                .filter(p -> !p.isBlank());
    }

    /** Where senders belong whose id names no area: that of most others. */
    private static AreaId home(Collection<AgencyId> named) {
        Map<AreaId, Integer> counts = new LinkedHashMap<>();
        named.forEach(id -> areaOf(id, named).ifPresent(a -> counts.merge(a, 1, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(new AreaId("area"));
    }

    private static String slug(AgencyType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, AgencyType> words() {
        Map<String, AgencyType> words = new LinkedHashMap<>();
        for (AgencyType type : AgencyType.values()) {
            words.put(slug(type), type);
        }
        add(
                words,
                AgencyType.CHILDRENS_SOCIAL_CARE,
                "csc",
                "social-care",
                "social-services",
                "social-work",
                "mash",
                "childrens-services",
                "socialcare");
        add(words, AgencyType.HEALTH_VISITING, "hv", "health-visitor", "health-visitors");
        add(words, AgencyType.MATERNITY, "midwifery", "midwives", "midwife");
        add(
                words,
                AgencyType.HOSPITAL,
                "hospitals",
                "a-and-e",
                "ed",
                "nhs-trust",
                "infirmary",
                "clinic",
                "health",
                "paediatrics");
        add(words, AgencyType.GP, "gps", "surgery", "practice", "primary-care");
        add(words, AgencyType.POLICE, "constabulary", "cait");
        add(words, AgencyType.COUNCIL_EDUCATION, "education", "ewo");
        add(words, AgencyType.SCHOOL, "academy", "primary", "college");
        add(words, AgencyType.NURSERY, "preschool", "pre-school", "childminder");
        add(words, AgencyType.LEGAL, "solicitor", "lawyers");
        add(words, AgencyType.PARTNERSHIP, "lscb", "lscp", "board");
        add(words, AgencyType.HOUSING, "homes", "council-housing");
        add(words, AgencyType.SCHOOL_NURSING, "school-nurse");
        return words;
    }

    private static void add(Map<String, AgencyType> words, AgencyType type, String... more) {
        for (String word : more) {
            words.put(word, type);
        }
    }

    /** Everybody who sends one of the messages. */
    static Set<AgencyId> senders(Collection<ReplayCase.Message> messages) {
        Set<AgencyId> senders = new LinkedHashSet<>();
        messages.forEach(m -> senders.add(m.sender()));
        return senders;
    }

    /** Everybody whom the messages name as sender or addressee. */
    static Set<AgencyId> named(Collection<ReplayCase.Message> messages) {
        Set<AgencyId> named = new LinkedHashSet<>();
        messages.forEach(m -> named.add(m.sender()));
        List<AgencyId> addressees = new ArrayList<>();
        messages.forEach(m -> addressees.addAll(m.addressees()));
        named.addAll(addressees);
        return named;
    }
}
