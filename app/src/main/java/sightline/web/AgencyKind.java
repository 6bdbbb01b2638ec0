package sightline.web;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of agency under which duties are counted, as the columns of a table. */
enum AgencyKind {
    SOCIAL_CARE("Social care", AgencyType.CHILDRENS_SOCIAL_CARE, AgencyType.LEGAL),
    HOSPITALS("Hospitals", AgencyType.HOSPITAL, AgencyType.MATERNITY, AgencyType.AMBULANCE),
    COMMUNITY(
            "Community and GPs",
            AgencyType.GP,
            AgencyType.HEALTH_VISITING,
            AgencyType.SCHOOL_NURSING),
    POLICE("Police", AgencyType.POLICE),
    SCHOOLS("Schools", AgencyType.SCHOOL, AgencyType.NURSERY, AgencyType.COUNCIL_EDUCATION),
    HOUSING("Housing", AgencyType.HOUSING),
    PROBATION("Probation", AgencyType.PROBATION, AgencyType.PRISON),
    OTHERS("Others");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by copyOf
    private final Set<AgencyType> types;

    AgencyKind(String title, AgencyType... types) {
        this.title = title;
        this.types = Set.copyOf(Arrays.asList(types));
    }

    String title() {
        return title;
    }

    /** Its word in an address. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AgencyKind> of(String slug) {
        return Stream.of(values()).filter(k -> k.slug().equals(slug)).findFirst();
    }

    static AgencyKind of(AgencyType type) {
        return Stream.of(values()).filter(k -> k.types.contains(type)).findFirst().orElse(OTHERS);
    }

    /** Which kind an agency is. */
    static AgencyKind of(Directory directory, AgencyId agency) {
        return directory.agency(agency).map(Agency::type).map(AgencyKind::of).orElse(OTHERS);
    }

    /** Every agency at home in an area: its leads answer for the whole work of those alone. */
    static List<AgencyId> in(Directory directory, AreaId area) {
        return Stream.of(AgencyType.values())
                .flatMap(t -> directory.agenciesIn(area, t).stream())
                .map(Agency::id)
                .distinct()
                .toList();
    }
}
