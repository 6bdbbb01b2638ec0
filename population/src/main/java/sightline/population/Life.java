package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every part of life needs: the world, the recorder and the plans. */
final class Life {

    final World world;
    final Recorder recorder;
    final Plans plans;

    Life(World world, Recorder recorder, Plans plans) {
        this.world = world;
        this.recorder = recorder;
        this.plans = plans;
    }

    double rate(String key) {
        return world.rates.value(key);
    }

    int serving(AgencyKind kind, Someone person) {
        return world.agencies.serving(kind, person.home.address);
    }

    String agencyId(int agency) {
        return world.agencies.get(agency).id();
    }

    Address addressOf(Someone person) {
        return world.places.address(person.home.address, person.id);
    }

    void plan(Moment when, double days, Happening happening, int argument, Someone person) {
        plans.add(when.plusDays(days).second(), happening, argument, person);
    }

    /** A child's parents as the agency has them: those who live with the child. */
    List<Participant> withParents(Participant child, Someone person, int agency, Moment when) {
        List<Participant> people = new ArrayList<>(3);
        people.add(child);
        addParent(people, person.mother, person, agency, when);
        addParent(people, person.father, person, agency, when);
        return people;
    }

    private void addParent(
            List<Participant> people,
            @Nullable Someone parent,
            Someone child,
            int agency,
            Moment when) {
        if (parent != null && parent.home == child.home && parent.aliveOn(when.day())) {
            String role = parent.female() ? "mother" : "father";
            people.add(recorder.as(role, parent, agency, when));
        }
    }

    /** An agency that is told something sends the person's details again. */
    void corrected(Someone person, int agency, String what, Moment when) {
        recorder.record(
                "person",
                agency,
                when,
                null,
                List.of(recorder.told("subject", person, agency, when)),
                details("corrected", what));
    }

    static Map<String, Detail> details(String key, String code) {
        Map<String, Detail> details = new LinkedHashMap<>();
        details.put(key, new Detail.Code(code));
        return details;
    }
}
