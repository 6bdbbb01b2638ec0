package sightline.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attendances, appointments and ordinary injuries. */
final class HealthLife {

    private static final List<String> ILLNESSES =
            List.of("fever", "cough", "rash", "stomach", "ear", "asthma", "review", "other");
    private static final List<String> SITES = List.of("forehead", "chin", "shin", "knee", "elbow");
    private static final List<String> MECHANISMS =
            List.of("fall", "fall", "fall", "knocked-against-object", "rough-play");
    private static final List<String> CLINICS =
            List.of("paediatrics", "dental", "eye", "audiology", "physiotherapy", "dermatology");

    private final Life life;
    private final double[] injuryShare;

    HealthLife(Life life) {
        this.life = life;
        this.injuryShare = life.world.rates.byAge("injury.share", Sex.FEMALE);
    }

    void gpContact(Someone person, Moment at) {
        Moment when = at.inOfficeHours();
        contact(person, person.gp, "gp", when.draw().pick(ILLNESSES), when);
    }

    void walkIn(Someone person, Moment when) {
        int agency = life.serving(AgencyKind.HOSPITAL, person);
        contact(person, agency, "walk-in", when.draw().pick(ILLNESSES), when);
    }

    void ambulanceCall(Someone person, Moment when) {
        int agency = life.serving(AgencyKind.AMBULANCE, person);
        contact(person, agency, "ambulance", when.draw().pick(ILLNESSES), when);
    }

    void aeAttendance(Someone person, Moment when) {
        int agency = life.serving(AgencyKind.HOSPITAL, person);
        int age = person.ageOn(when.day());
        boolean injury = when.draw().chance(injuryShare[Math.min(age, Rates.AGE_MAX)]);
        contact(
                person,
                agency,
                "emergency-department",
                injury ? "injury" : when.draw().pick(ILLNESSES),
                when);
        if (injury && age < 18 && Stages.walks(person, when.day())) {
            injury(person, agency, age, when);
        }
    }

    private void contact(Someone person, int agency, String setting, String reason, Moment when) {
        Map<String, Detail> details = Life.details("setting", setting);
        details.put("reason", new Detail.Code(reason));
        Participant subject = life.recorder.as("subject", person, agency, when);
        boolean child = person.ageOn(when.day()) < 16;
        List<Participant> people =
                child && when.draw().chance(0.5)
                        ? life.withParents(subject, person, agency, when)
                        : List.of(subject);
        life.recorder.record("health-contact", agency, when, null, people, details);
    }

    /** An injury of the kind that children who walk have: one place, over bone, with an account. */
    private void injury(Someone child, int agency, int age, Moment when) {
        Draw draw = when.draw();
        boolean fracture = age >= 4 && draw.chance(life.rate("injury.fracture"));
        boolean scald = age < 5 && draw.chance(life.rate("injury.scald"));
        Map<String, Detail> details = Life.details("injury", draw.chance(0.5) ? "bruise" : "graze");
        details.put("site", new Detail.Code(draw.pick(SITES)));
        details.put("mechanism", new Detail.Code(draw.pick(MECHANISMS)));
        if (fracture) {
            details.put("injury", new Detail.Code("fracture"));
            details.put("site", new Detail.Code(draw.chance(0.6) ? "wrist" : "forearm"));
        } else if (scald) {
            details.put("injury", new Detail.Code("scald"));
            details.put("site", new Detail.Code("hand"));
            details.put("mechanism", new Detail.Code("hot-liquid"));
        }
        details.put("side", new Detail.Code(draw.chance(0.5) ? "left" : "right"));
        details.put("size-mm", new Detail.Count(draw.between(5, 40)));
        details.put(
                "account-by", new Detail.Code(age >= 8 && draw.chance(0.5) ? "child" : "parent"));
        details.put("presented-after-hours", new Detail.Count(draw.between(0, 6)));
        Participant subject = life.recorder.as("child", child, agency, when);
        life.recorder.record("injury-observed", agency, when, null, List.of(subject), details);
    }

    void appointment(Someone person, Moment at) {
        Moment when = at.inOfficeHours();
        int agency = life.serving(AgencyKind.HOSPITAL, person);
        String clinic = person.ageOn(when.day()) < 18 ? when.draw().pick(CLINICS) : "outpatient";
        appointment(person, agency, clinic, when);
    }

    void immunisation(Someone child, Moment at) {
        appointment(child, child.gp, "immunisation", at.inOfficeHours());
    }

    private void appointment(Someone person, int agency, String clinic, Moment when) {
        boolean missed = when.draw().chance(life.rate("appointment.was-not-brought"));
        Map<String, Detail> details = Life.details("service", clinic);
        details.put("outcome", new Detail.Code(missed ? "not-brought" : "kept"));
        List<Participant> people = new ArrayList<>(1);
        people.add(life.recorder.as("subject", person, agency, when));
        life.recorder.record("appointment", agency, when, null, people, details);
    }
}
