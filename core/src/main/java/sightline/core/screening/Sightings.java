package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.HealthContact.Setting;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.household.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When a child was seen: by social care, police or a doctor; a child in hospital is seen there. At
 * a distance, or with the skin covered, is not seen.
 */
public final class Sightings {
    private static final Set<VisitOutcome> SEEN =
            Set.of(VisitOutcome.SEEN, VisitOutcome.SEEN_ALONE);
    private static final Set<Setting> DOCTORS =
            Set.of(Setting.GP, Setting.EMERGENCY_DEPARTMENT, Setting.PAEDIATRICS);

    private Sightings() {}

    /** Every sighting of a child, oldest first. */
    public static List<Sighting> of(Child child) {
        List<Sighting> seen = new ArrayList<>();
        visits(child, seen);
        doctors(child, seen);
        seen.sort((a, b) -> Order.OLDEST_FIRST.compare(a.entry(), b.entry()));
        return List.copyOf(seen);
    }

    private static void visits(Child child, List<Sighting> seen) {
        child.entries(CareBody.Visit.class).stream()
                .filter(e ->
                        child.isFrom(
                                e,
                                AgencyType.CHILDRENS_SOCIAL_CARE,
                                AgencyType.POLICE,
                                AgencyType.HOSPITAL,
                                AgencyType.GP))
                .filter(e -> SEEN.contains(e.body().outcome()))
                .forEach(e ->
                        seen.add(
                                new Sighting(
                                        e,
                                        e.body().skinSeen(),
                                        e.body().outcome() == VisitOutcome.SEEN_ALONE)));
        child.entries(PoliceBody.PoliceVisit.class).stream()
                .filter(e -> SEEN.contains(e.body().outcome()))
                .forEach(e ->
                        seen.add(
                                new Sighting(
                                        e, false, e.body().outcome() == VisitOutcome.SEEN_ALONE)));
    }

    private static void doctors(Child child, List<Sighting> seen) {
        child.entries(HealthBody.InjuryObserved.class).stream()
                .filter(e -> byDoctor(child, e))
                .forEach(e -> seen.add(new Sighting(e, true, false)));
        child.entries(HealthBody.MedicalOpinion.class).stream()
                .filter(e -> byDoctor(child, e))
                .forEach(e -> seen.add(new Sighting(e, true, false)));
        child.entries(HealthBody.HealthContact.class).stream()
                .filter(e -> DOCTORS.contains(e.body().setting()))
                .forEach(e -> seen.add(new Sighting(e, false, false)));
        child.entries(HealthBody.HealthContact.class).stream()
                .filter(e -> e.body().setting() == Setting.WARD)
                .forEach(e -> seen.add(new Sighting(e, true, false)));
    }

    private static boolean byDoctor(Child child, Entry<?> entry) {
        return child.isFrom(entry, AgencyType.HOSPITAL, AgencyType.GP);
    }
}
