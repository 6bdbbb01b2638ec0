package sightline.console.demo;

import sightline.access.AccessRole;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryEntries;
import sightline.core.directory.Holder;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.population.AgencyKind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The partnership's directory: the population's agencies with their posts and invented holders. */
public final class DemoDirectory {
    /** The post of an agency that answers when another asks. */
    private static final String DESK = "information-desk";

    /** Posts of each type of agency: the roles in which they are told and owe. */
    private static final Map<AgencyType, List<String>> ROLES =
            Map.ofEntries(
                    Map.entry(
                            AgencyType.CHILDRENS_SOCIAL_CARE,
                            List.of(
                                    "social-worker",
                                    "duty-manager",
                                    "manager",
                                    "lead-social-worker",
                                    "head-of-service",
                                    "director",
                                    "conference-chair",
                                    "front-door",
                                    DESK,
                                    "safeguarding-lead",
                                    "area-lead")),
                    Map.entry(
                            AgencyType.POLICE,
                            List.of(
                                    "police-triage",
                                    "vulnerability-supervisor",
                                    "register-keeper",
                                    "investigating-officer",
                                    "investigator",
                                    "investigation-supervisor",
                                    "supervisor",
                                    "child-abuse-investigation",
                                    "duty-sergeant",
                                    DESK,
                                    "public-protection-lead")),
                    Map.entry(
                            AgencyType.HOSPITAL,
                            List.of(
                                    "paediatrician-on-call",
                                    "safeguarding-nurse",
                                    "named-doctor",
                                    "named-nurse",
                                    "director",
                                    "safeguarding-lead",
                                    "records-lead",
                                    DESK)),
                    Map.entry(
                            AgencyType.MATERNITY,
                            List.of(
                                    "safeguarding-midwife",
                                    "named-nurse",
                                    "director",
                                    "practitioner",
                                    "safeguarding-lead",
                                    DESK)),
                    Map.entry(
                            AgencyType.HEALTH_VISITING,
                            List.of(
                                    "health-visitor",
                                    "named-nurse",
                                    "director",
                                    "safeguarding-lead",
                                    DESK)),
                    Map.entry(
                            AgencyType.GP,
                            List.of(
                                    "gp",
                                    "named-doctor",
                                    "director",
                                    "records-lead",
                                    "safeguarding-lead",
                                    DESK)),
                    Map.entry(AgencyType.SCHOOL, List.of("safeguarding-lead", DESK)),
                    Map.entry(AgencyType.NURSERY, List.of("safeguarding-lead", DESK)),
                    Map.entry(
                            AgencyType.PROBATION,
                            List.of(
                                    "offender-manager",
                                    "supervisor",
                                    "public-protection-lead",
                                    "safeguarding-lead",
                                    DESK)),
                    Map.entry(
                            AgencyType.HOUSING,
                            List.of("housing-officer", "safeguarding-lead", DESK)),
                    Map.entry(AgencyType.AMBULANCE, List.of("safeguarding-lead")),
                    Map.entry(
                            AgencyType.COUNCIL_EDUCATION,
                            List.of("education-lead", "safeguarding-lead")),
                    Map.entry(
                            AgencyType.PARTNERSHIP,
                            List.of(
                                    "partnership-lead",
                                    "area-lead",
                                    "data-steward",
                                    "review-lead")),
                    Map.entry(AgencyType.LEGAL, List.of("legal")));

    /** Whom ladders and whatever reached nobody end with. */
    private static final Set<String> LEADS = Set.of("area-lead", "partnership-lead");

    /** Posts that every agency has: clocks and ladders name them wherever an entry comes from. */
    private static final List<String> EVERYWHERE =
            List.of("safeguarding-lead", "manager", "practitioner", "records-lead", DESK);

    /** The postcode areas of the population's towns; none of them is assigned. */
    static final Map<String, List<String>> POSTCODES =
            Map.of(
                    "northmarsh", List.of("WX"),
                    "eastholm", List.of("WY"),
                    "southfen", List.of("WK"));

    /** Invented staff, one a demonstration sign-in. */
    record Sign(StaffId id, String name, AgencyId agency, AccessRole role, String title) {}

    private final List<Area> areas = new ArrayList<>();
    private final List<Agency> agencies = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Holder> holders = new ArrayList<>();
    private final List<Sign> signs = new ArrayList<>();

    /**
     * The directory of these agencies, with a partnership and a legal team for each of their areas.
     */
    public DemoDirectory(List<sightline.population.Agency> population) {
        population.stream()
                .map(a -> area(a.area()))
                .distinct()
                .forEach(id ->
                        areas.add(
                                new Area(
                                        id,
                                        Words.capital(id.value()),
                                        Nation.ENGLAND,
                                        POSTCODES.getOrDefault(id.value(), List.of()))));
        for (sightline.population.Agency agency : population) {
            agencies.add(
                    new Agency(
                                    new AgencyId(agency.id()),
                                    agency.name(),
                                    typeOf(agency.kind()),
                                    area(agency.area()))
                            .serving(
                                    agency.serves().stream()
                                            .map(a -> new Agency.Service(area(a), Period.always()))
                                            .toList()));
        }
        for (Area area : List.copyOf(areas)) {
            add(area, AgencyType.PARTNERSHIP, "partnership", "safeguarding partnership");
            add(area, AgencyType.LEGAL, "legal", "council legal team");
        }
        people();
    }

    private void add(Area area, AgencyType type, String slug, String name) {
        AgencyId id = new AgencyId(slug + "-" + area.id().value());
        agencies.add(new Agency(id, area.name() + " " + name, type, area.id()));
    }

    static AreaId area(String name) {
        return new AreaId(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /**
     * One sign-in a type of agency at the first agency of that type, and the keeper of the
     * register; a post there is theirs whose role it is, and every other one the first's.
     */
    private void people() {
        person(
                AgencyType.CHILDRENS_SOCIAL_CARE,
                "priya-nair",
                "Priya Nair",
                AccessRole.SOCIAL_WORKER);
        person(AgencyType.POLICE, "amy-strand", "Amy Strand", AccessRole.PROTECTION_OFFICER);
        person(AgencyType.POLICE, "nadia-ferris", "Nadia Ferris", AccessRole.REGISTER_KEEPER);
        person(AgencyType.HOSPITAL, "sola-adeyemi", "Sola Adeyemi", AccessRole.NAMED_PROFESSIONAL);
        person(AgencyType.MATERNITY, "hannah-weir", "Hannah Weir", AccessRole.MIDWIFE);
        person(AgencyType.HEALTH_VISITING, "ruth-okafor", "Ruth Okafor", AccessRole.HEALTH_VISITOR);
        person(AgencyType.GP, "tom-harwood", "Tom Harwood", AccessRole.GP);
        person(
                Storylines.asked(agencies, AgencyType.SCHOOL),
                "sam-whitlock",
                "Sam Whitlock",
                AccessRole.SAFEGUARDING_LEAD);
        person(AgencyType.PROBATION, "dean-hollis", "Dean Hollis", AccessRole.PROBATION_OFFICER);
        person(AgencyType.HOUSING, "lena-moore", "Lena Moore", AccessRole.HOUSING_OFFICER);
        // Before the administrator, who opens no record and so can hold none of these posts.
        person(
                AgencyType.PARTNERSHIP,
                "owen-lister",
                "Owen Lister",
                AccessRole.SOCIAL_WORK_MANAGER);
        person(
                AgencyType.PARTNERSHIP,
                "iris-calder",
                "Iris Calder",
                AccessRole.AGENCY_ADMINISTRATOR);
        person(AgencyType.PARTNERSHIP, "helen-marden", "Helen Marden", AccessRole.REVIEW_AUTHOR);
        // Two people release a review; and somebody reads what was opened, and opens nothing.
        person(AgencyType.PARTNERSHIP, "bela-tarn", "Bela Tarn", AccessRole.REVIEW_PUBLISHER);
        person(AgencyType.PARTNERSHIP, "nora-selby", "Nora Selby", AccessRole.AUDITOR);
        for (Agency agency : agencies) {
            for (String role : roles(agency.type())) {
                PostId id = new PostId(clip(agency.id().value() + "-" + role));
                posts.add(Post.of(id, agency.id(), role.replace('-', ' '), new Role(role)));
                holder(agency, id, role);
            }
        }
    }

    private static Set<String> roles(AgencyType type) {
        Set<String> roles = new LinkedHashSet<>(ROLES.getOrDefault(type, List.of()));
        roles.addAll(EVERYWHERE);
        return roles;
    }

    /** Whoever leads one area leads the others, where nobody else signs in. */
    private Optional<Sign> lead(Agency agency, String role) {
        return agency.type() == AgencyType.PARTNERSHIP && LEADS.contains(role)
                ? signs.stream().filter(s -> s.role() == AccessRole.SOCIAL_WORK_MANAGER).findFirst()
                : Optional.empty();
    }

    private static String clip(String slug) {
        return slug.length() <= 64
                ? slug
                : slug.substring(slug.length() - 64).replaceAll("^[^a-z0-9]+", "");
    }

    private void holder(Agency agency, PostId post, String role) {
        signs.stream()
                .filter(s -> s.agency().equals(agency.id()))
                .min(Comparator.comparing(s -> !holds(s.role(), role)))
                .or(() -> lead(agency, role))
                .ifPresent(s ->
                        holders.add(new Holder(post, s.id(), new Text(s.name()), Period.always())));
    }

    private static boolean holds(AccessRole held, String role) {
        return held.slug().equals(role)
                || (held == AccessRole.REVIEW_AUTHOR && role.equals("review-lead"));
    }

    private void person(AgencyType type, String id, String name, AccessRole role) {
        person(
                agencies.stream().filter(a -> a.type() == type).map(Agency::id).findFirst(),
                id,
                name,
                role);
    }

    private void person(Optional<AgencyId> agency, String id, String name, AccessRole role) {
        agency.ifPresent(a -> signs.add(new Sign(new StaffId(id), name, a, role, role.title())));
    }

    /** Everything, to be kept by the directory's store. */
    public DirectoryEntries entries() {
        return new DirectoryEntries(
                areas, agencies, List.of(), posts, holders, List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** Its agencies, each of which may send. */
    public List<Agency> agencies() {
        return List.copyOf(agencies);
    }

    String name(AgencyId id) {
        return agencies.stream()
                .filter(a -> a.id().equals(id))
                .map(Agency::name)
                .findFirst()
                .orElse(id.value());
    }

    List<Sign> signs() {
        return List.copyOf(signs);
    }

    private static AgencyType typeOf(AgencyKind kind) {
        return switch (kind) {
            case CHILDRENS_SOCIAL_CARE -> AgencyType.CHILDRENS_SOCIAL_CARE;
            case POLICE -> AgencyType.POLICE;
            case GP_PRACTICE -> AgencyType.GP;
            case HOSPITAL -> AgencyType.HOSPITAL;
            case MATERNITY -> AgencyType.MATERNITY;
            case HEALTH_VISITING -> AgencyType.HEALTH_VISITING;
            case SCHOOL -> AgencyType.SCHOOL;
            case NURSERY -> AgencyType.NURSERY;
            case PROBATION -> AgencyType.PROBATION;
            case HOUSING -> AgencyType.HOUSING;
            case AMBULANCE -> AgencyType.AMBULANCE;
            case EDUCATION -> AgencyType.COUNCIL_EDUCATION;
        };
    }
}
