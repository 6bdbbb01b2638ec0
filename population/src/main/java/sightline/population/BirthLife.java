package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pregnancy, birth and the first two years. */
final class BirthLife {

    private static final int PREGNANCY_DAYS = 280;
    private static final int[] IMMUNISATION_DAYS = {56, 84, 112, 366};
    private static final int[] VISIT_DAYS = {12, 48, 320, 760};
    private static final String[] VISITS = {
        "new-birth", "six-to-eight-weeks", "one-year", "two-years"
    };
    private static final String[] STAGES = {"rolling", "crawling", "walking"};

    private final Life life;

    BirthLife(Life life) {
        this.life = life;
    }

    /** Conception of a pregnancy that will end in a birth. */
    void pregnancy(Someone woman, Moment when) {
        boolean alone = woman.partner == null;
        if (woman.due != Someone.NEVER
                || (alone && !when.draw().chance(life.rate("pregnancy.single-factor")))) {
            return;
        }
        expect(woman, when.day() + PREGNANCY_DAYS, when);
    }

    /** Plans the booking and the birth of a pregnancy due on a day. */
    void expect(Someone woman, int due, Moment when) {
        woman.due = due;
        int booked = due - PREGNANCY_DAYS + when.draw().between(56, 90);
        plan(booked, when, Happening.BOOKING, 0, woman);
        int born = due + (int) when.draw().normal(-3, 9);
        plan(born, when, Happening.BIRTH, 0, woman);
    }

    /** What is still to come for a child under three at the start. */
    void planEarlyYears(Someone child, Moment when) {
        Draw draw = when.draw();
        for (int i = 0; i < VISIT_DAYS.length; i++) {
            plan(
                    child.born + VISIT_DAYS[i] + draw.below(10),
                    when,
                    Happening.HEALTH_VISIT,
                    i,
                    child);
        }
        for (int i = 0; i < IMMUNISATION_DAYS.length; i++) {
            int day = child.born + IMMUNISATION_DAYS[i] + draw.below(14);
            plan(day, when, Happening.IMMUNISATION, i, child);
        }
        int[] days = {
            Stages.rollingDay(child), Stages.crawlingDay(child), Stages.walkingDay(child)
        };
        for (int i = 0; i < days.length; i++) {
            plan(days[i] + draw.between(1, 40), when, Happening.STAGE, i, child);
        }
    }

    private void plan(int day, Moment when, Happening happening, int argument, Someone person) {
        long second = Moment.onDay(day, when.draw()).second();
        life.plans.add(second, happening, argument, person);
    }

    void booking(Someone woman, Moment at) {
        if (woman.due == Someone.NEVER) {
            return;
        }
        Moment when = at.inOfficeHours();
        int agency = life.serving(AgencyKind.MATERNITY, woman);
        Map<String, Detail> details = Life.details("setting", "booking");
        details.put("due", new Detail.Day(LocalDate.ofEpochDay(woman.due)));
        details.put(
                "gestation-weeks",
                new Detail.Count((when.day() - (woman.due - PREGNANCY_DAYS)) / 7));
        List<Participant> people = new ArrayList<>(2);
        people.add(life.recorder.as("mother", woman, agency, when));
        Someone partner = woman.partner;
        boolean named = partner != null && when.draw().chance(0.8);
        if (named && partner != null) {
            people.add(life.recorder.as("partner", partner, agency, when));
        }
        life.recorder.record("pregnancy-booked", agency, when, null, people, details);
    }

    void birth(Someone mother, Moment when) {
        if (mother.due == Someone.NEVER) {
            return;
        }
        mother.due = Someone.NEVER;
        Draw draw = when.draw();
        Someone father = father(mother);
        String familyName = life.world.names.inherited(draw, mother, father);
        Someone child =
                born(mother, father, familyName, draw.chance(0.512) ? Sex.MALE : Sex.FEMALE, when);
        recordBirth(child, 1, when);
        if (draw.chance(life.rate("twins"))) {
            Sex sex = draw.chance(0.64) ? child.sex : (child.female() ? Sex.MALE : Sex.FEMALE);
            Someone twin = born(mother, father, familyName, sex, when);
            twin.twin = child.id;
            child.twin = twin.id;
            recordBirth(twin, 2, when);
        }
    }

    private static @Nullable Someone father(Someone mother) {
        Someone partner = mother.partner;
        return partner != null && !partner.female() ? partner : null;
    }

    private Someone born(
            Someone mother, @Nullable Someone father, String familyName, Sex sex, Moment when) {
        NamingSystem system = father == null ? mother.system : father.system;
        Someone child =
                life.world.newPerson(when.draw(), when.day(), sex, system, familyName, mother.home);
        child.mother = mother;
        child.father = father;
        child.gp = mother.gp;
        life.world.settle(child, mother.home, when.day());
        planEarlyYears(child, when);
        life.plan(when, when.draw().between(7, 42), Happening.GP_REGISTRATION, 1, child);
        return child;
    }

    private void recordBirth(Someone child, int order, Moment when) {
        Draw draw = when.draw();
        int agency = life.serving(AgencyKind.MATERNITY, child);
        Map<String, Detail> details =
                Life.details("place-of-birth", draw.chance(0.975) ? "hospital" : "home");
        details.put("birth-order", new Detail.Count(order));
        details.put(
                "weight-grams",
                new Detail.Count(Math.round(draw.normal(order == 1 ? 3350 : 2600, 450))));
        boolean minority =
                child.system != NamingSystem.BRITISH && child.system != NamingSystem.POLISH;
        if (minority && draw.chance(life.rate("birth.blue-grey.minority"))) {
            details.put("mark", new Detail.Code("birthmark"));
            details.put("mark-site", new Detail.Code("back"));
            details.put("mark-note", new Detail.Words("Blue-grey birthmark."));
        } else if (draw.chance(life.rate("birth.mark"))) {
            details.put("mark", new Detail.Code(draw.chance(0.5) ? "birthmark" : "bruise"));
            details.put("mark-site", new Detail.Code(draw.chance(0.5) ? "scalp" : "forehead"));
        }
        Participant baby = life.recorder.atAddress("child", child, agency, when);
        var people = life.withParents(baby, child, agency, when);
        life.recorder.record("birth", agency, when, null, people, details);
    }

    void healthVisit(Someone child, int visit, Moment at) {
        Moment when = at.inOfficeHours();
        int agency = life.serving(AgencyKind.HEALTH_VISITING, child);
        Map<String, Detail> details = Life.details("setting", "health-visitor");
        details.put("reason", new Detail.Code(VISITS[visit]));
        boolean missed = when.draw().chance(life.rate("appointment.was-not-brought"));
        details.put("outcome", new Detail.Code(missed ? "no-access" : "kept"));
        Participant subject = life.recorder.atAddress("child", child, agency, when);
        var people = life.withParents(subject, child, agency, when);
        life.recorder.record(
                "health-contact", agency, when, life.addressOf(child), people, details);
    }

    void stage(Someone child, int stage, Moment at) {
        Moment when = at.inOfficeHours();
        int agency = life.serving(AgencyKind.HEALTH_VISITING, child);
        Participant subject = life.recorder.as("child", child, agency, when);
        life.recorder.record(
                "developmental-stage",
                agency,
                when,
                null,
                List.of(subject),
                Life.details("stage", STAGES[stage]));
    }
}
