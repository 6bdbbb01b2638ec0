package sightline.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls to the police, missing episodes, ordinary convictions and supervision. */
final class PoliceLife {

    private static final int CHILDREN_NAMED_MAX = 6;

    private final Life life;

    PoliceLife(Life life) {
        this.life = life;
    }

    void noise(Someone person, Moment when) {
        Map<String, Detail> details =
                incident("noise", false, "Loud music reported. Advice given.");
        recordAtHome(person, "subject", when, details);
    }

    void welfare(Someone person, Moment when) {
        Map<String, Detail> details =
                incident(
                        "welfare-check",
                        false,
                        "Relative could not reach them. Seen, all in order.");
        recordAtHome(person, "subject", when, details);
    }

    void theft(Someone person, Moment when) {
        Map<String, Detail> details =
                incident(
                        "theft",
                        false,
                        "Bicycle taken from the front garden. No lines of enquiry.");
        recordAtHome(person, "victim", when, details);
    }

    private void recordAtHome(
            Someone person, String role, Moment when, Map<String, Detail> details) {
        int agency = life.serving(AgencyKind.POLICE, person);
        List<Participant> people = new ArrayList<>(1);
        people.add(life.recorder.as(role, person, agency, when));
        life.recorder.record(
                "police-incident", agency, when, life.addressOf(person), people, details);
    }

    /** An argument between partners, or former ones; now and then without the flag. */
    void domestic(Someone person, Moment when) {
        Someone other = person.partner != null ? person.partner : person.formerPartner;
        if (other == null || !other.aliveOn(when.day()) || other.ageOn(when.day()) < 16) {
            return;
        }
        Draw draw = when.draw();
        boolean flagged = draw.chance(life.rate("police-incident.domestic.flagged"));
        String type = flagged ? "domestic" : draw.chance(0.5) ? "dispute" : "noise";
        Map<String, Detail> details =
                incident(
                        type, flagged, "Raised voices. Both spoken to. No injuries, no complaint.");
        int agency = life.serving(AgencyKind.POLICE, person);
        boolean personIsVictim = person.female() || other.female() == person.female();
        List<Participant> people = new ArrayList<>();
        people.add(life.recorder.as(personIsVictim ? "victim" : "suspect", person, agency, when));
        people.add(life.recorder.as(personIsVictim ? "suspect" : "victim", other, agency, when));
        List<Someone> children = person.home.childrenOn(when.day(), CHILDREN_NAMED_MAX);
        boolean named = flagged && draw.chance(0.6);
        for (Someone child : named ? children : List.<Someone>of()) {
            people.add(life.recorder.as("child", child, agency, when));
        }
        details.put("children-present", new Detail.Flag(!children.isEmpty() && named));
        life.recorder.record(
                "police-incident", agency, when, life.addressOf(person), people, details);
    }

    private static Map<String, Detail> incident(String type, boolean domestic, String narrative) {
        Map<String, Detail> details = Life.details("class", type);
        details.put("domestic-flag", new Detail.Flag(domestic));
        details.put("narrative", new Detail.Words(narrative));
        return details;
    }

    void missing(Someone child, Moment when) {
        int agency = life.serving(AgencyKind.POLICE, child);
        Participant subject = life.recorder.as("child", child, agency, when);
        var people = life.withParents(subject, child, agency, when);
        life.recorder.record(
                "missing",
                agency,
                when,
                life.addressOf(child),
                people,
                Life.details("stage", "missing"));
        life.plan(when, when.draw().exponential(0.5), Happening.FOUND, 0, child);
    }

    void found(Someone child, Moment when) {
        int agency = life.serving(AgencyKind.POLICE, child);
        Participant subject = life.recorder.as("child", child, agency, when);
        life.recorder.record(
                "missing", agency, when, null, List.of(subject), Life.details("stage", "found"));
    }

    void conviction(Someone person, Moment at) {
        Moment when = at.inOfficeHours();
        Draw draw = when.draw();
        int agency = life.serving(AgencyKind.POLICE, person);
        Map<String, Detail> details =
                Life.details(
                        "offence",
                        draw.chance(0.5) ? "theft-from-shop" : "driving-without-insurance");
        details.put("against-a-person", new Detail.Flag(false));
        Participant subject = life.recorder.as("subject", person, agency, when);
        life.recorder.record("conviction", agency, when, null, List.of(subject), details);
        if (draw.chance(life.rate("conviction.supervision"))) {
            supervision(person, "started", when);
            life.plan(when, 365, Happening.SUPERVISION_END, 0, person);
        }
    }

    void supervisionEnd(Someone person, Moment at) {
        supervision(person, "ended", at.inOfficeHours());
    }

    private void supervision(Someone person, String stage, Moment when) {
        int agency = life.serving(AgencyKind.PROBATION, person);
        Participant subject = life.recorder.atAddress("subject", person, agency, when);
        Map<String, Detail> details = Life.details("type", "community-order");
        details.put("stage", new Detail.Code(stage));
        life.recorder.record("supervision", agency, when, null, List.of(subject), details);
    }
}
