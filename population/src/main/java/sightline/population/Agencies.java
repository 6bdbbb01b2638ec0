package sightline.population;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The agencies of the partnership, as many as its people need, and which one serves a dwelling. */
final class Agencies {

    /** The invented county-like partnership. */
    static final String PARTNERSHIP = "Westmarsh";

    private static final List<String> PRACTICE_NAMES =
            List.of(
                    "Mere", "Staithe", "Sallow", "Osier", "Hithe", "Fen", "Holm", "Sedge",
                    "Strand");

    private final List<String> areas;
    private final List<Agency> all = new ArrayList<>();
    private final Map<AgencyKind, int[]> first = new EnumMap<>(AgencyKind.class);
    private final Map<AgencyKind, int[]> count = new EnumMap<>(AgencyKind.class);

    Agencies(int people, List<String> areas) {
        this.areas = List.copyOf(areas);
        for (int area = 0; area < areas.size(); area++) {
            int inArea = people / areas.size();
            String name = areas.get(area);
            add(AgencyKind.CHILDRENS_SOCIAL_CARE, area, name, 1, "Children's Social Care");
            add(AgencyKind.HOSPITAL, area, name, 1, "General Hospital");
            add(AgencyKind.MATERNITY, area, name, 1, "Maternity Service");
            add(AgencyKind.HEALTH_VISITING, area, name, 1, "Health Visiting");
            add(AgencyKind.HOUSING, area, name, 1, "Homes");
            add(AgencyKind.EDUCATION, area, name, 1, "Council Education");
            add(AgencyKind.GP_PRACTICE, area, name, Math.max(2, inArea / 8_000), "Surgery");
            add(AgencyKind.SCHOOL, area, name, Math.max(2, inArea / 1_400), "School");
            add(AgencyKind.NURSERY, area, name, Math.max(1, inArea / 2_500), "Nursery");
        }
        everywhere(AgencyKind.POLICE, "Police");
        everywhere(AgencyKind.PROBATION, "Probation");
        everywhere(AgencyKind.AMBULANCE, "Ambulance Service");
    }

    List<Agency> all() {
        return List.copyOf(all);
    }

    Agency get(int agency) {
        return all.get(agency);
    }

    int size() {
        return all.size();
    }

    int indexOf(String agencyId) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(agencyId)) {
                return i;
            }
        }
        return -1;
    }

    /** The agency of this kind that serves the dwelling. */
    int serving(AgencyKind kind, int dwelling) {
        int area = Places.areaOf(dwelling);
        return slots(first, kind)[area] + Places.nearest(dwelling, slots(count, kind)[area]);
    }

    /** The school for a child of this age near the dwelling: one in five schools is secondary. */
    int schoolFor(int dwelling, int age) {
        int area = Places.areaOf(dwelling);
        int schools = slots(count, AgencyKind.SCHOOL)[area];
        int secondary = Math.max(1, schools / 5);
        int primary = schools - secondary;
        int start = slots(first, AgencyKind.SCHOOL)[area];
        return age >= 11
                ? start + primary + Places.nearest(dwelling, secondary)
                : start + Places.nearest(dwelling, primary);
    }

    /** Another practice of the same area, or the same one where there is no other. */
    int otherPractice(Draw draw, int dwelling) {
        int area = Places.areaOf(dwelling);
        return slots(first, AgencyKind.GP_PRACTICE)[area]
                + draw.below(slots(count, AgencyKind.GP_PRACTICE)[area]);
    }

    private void add(AgencyKind kind, int area, String areaName, int howMany, String title) {
        slots(first, kind)[area] = all.size();
        slots(count, kind)[area] = howMany;
        for (int i = 0; i < howMany; i++) {
            String id = kind.slug() + "-" + areaName.toLowerCase(Locale.ROOT);
            String stem = PRACTICE_NAMES.get(i % PRACTICE_NAMES.size());
            int round = i / PRACTICE_NAMES.size();
            String name =
                    howMany == 1
                            ? areaName + " " + title
                            : areaName
                                    + " "
                                    + stem
                                    + (round == 0 ? "" : " " + (round + 1))
                                    + " "
                                    + title;
            all.add(
                    new Agency(
                            howMany == 1 ? id : id + "-" + (i + 1),
                            kind,
                            name,
                            areaName,
                            further(kind, area)));
        }
    }

    /** A hospital takes whoever is near; the first area's homes lie in the next one, too. */
    private List<String> further(AgencyKind kind, int area) {
        return switch (kind) {
            case HOSPITAL -> areas.stream().filter(a -> !a.equals(areas.get(area))).toList();
            case HOUSING -> area == 0 ? areas.subList(1, 2) : List.of();
            default -> List.of();
        };
    }

    private void everywhere(AgencyKind kind, String title) {
        for (int area = 0; area < Places.AREAS; area++) {
            slots(first, kind)[area] = all.size();
            slots(count, kind)[area] = 1;
        }
        String id = kind.slug() + "-" + PARTNERSHIP.toLowerCase(Locale.ROOT);
        all.add(new Agency(id, kind, PARTNERSHIP + " " + title, PARTNERSHIP, areas));
    }

    private static int[] slots(Map<AgencyKind, int[]> of, AgencyKind kind) {
        return of.computeIfAbsent(kind, k -> new int[Places.AREAS]);
    }
}
