package sightline.population;

/** Lives week after week: draws what happens to each person, then plays it in order of time. */
final class Simulation {

    private final Life life;
    private final World world;
    private final Hazards hazards;
    private final HealthLife health;
    private final BirthLife births;
    private final SchoolLife schools;
    private final PoliceLife police;
    private final CareLife care;
    private final HomeLife homes;
    private final FamilyLife families;
    private final double[] maternities;
    private final int fromDay;
    private final int toDay;
    private int week;

    Simulation(Life life, HomeLife homes) {
        this.life = life;
        this.world = life.world;
        this.homes = homes;
        hazards = new Hazards(world.rates);
        health = new HealthLife(life);
        births = new BirthLife(life);
        schools = new SchoolLife(life);
        police = new PoliceLife(life);
        care = new CareLife(life);
        families = new FamilyLife(life, homes);
        fromDay = (int) world.settings.from().toEpochDay();
        toDay = (int) world.settings.to().toEpochDay();
        maternities = world.rates.byAge("pregnancy", Sex.FEMALE);
        world.people.forEach(this::planAtStart);
    }

    private void planAtStart(Someone person) {
        int age = person.ageOn(fromDay);
        Moment start = Moment.onDay(fromDay, world.draw(person.id, 6));
        if (age < 3) {
            births.planEarlyYears(person, start);
        }
        if (age < 12) {
            schools.planStarts(person, fromDay, toDay);
        }
        if (person.female() && age >= 16 && age < 45) {
            double rate = maternities[age] * 280 / 365.25;
            double factor = person.partner == null ? life.rate("pregnancy.single-factor") : 1;
            if (start.draw().chance(rate * factor)) {
                births.expect(person, fromDay + start.draw().below(280), start);
            }
        }
    }

    /** The second before which everything has been lived. */
    long horizon() {
        return Math.min(toDay, fromDay + week * Plans.WEEK_DAYS) * (long) Moment.DAY_SECONDS;
    }

    /** Lives a week; false when the time is over. */
    boolean step() {
        int day = fromDay + week * Plans.WEEK_DAYS;
        if (day >= toDay) {
            return false;
        }
        drawWeek(day);
        long start = day * (long) Moment.DAY_SECONDS;
        for (long[] due = life.plans.take(week); due.length > 0; due = life.plans.take(week)) {
            for (long plan : due) {
                play(plan, start);
            }
        }
        week++;
        return true;
    }

    private void drawWeek(int day) {
        long start = day * (long) Moment.DAY_SECONDS;
        int seconds = Plans.WEEK_DAYS * Moment.DAY_SECONDS;
        for (Someone person : world.people) {
            if (person.died > day) {
                Draw draw = world.draw(person.id, 1_000L + week);
                int age = person.ageOn(day);
                int count = draw.poisson(hazards.expected(person, age, Plans.WEEK_DAYS));
                for (int i = 0; i < count; i++) {
                    Happening happening = hazards.pick(draw, person, age);
                    life.plans.add(start + draw.below(seconds), happening, 0, person);
                }
            }
        }
    }

    private void play(long plan, long start) {
        Someone person = world.person(Plans.person(plan));
        Moment when = new Moment(start + Plans.second(plan), world.draw(plan, 1_000_000L + week));
        if (!person.aliveOn(when.day())) {
            return;
        }
        int argument = Plans.argument(plan);
        switch (Plans.happening(plan)) {
            case GP_CONTACT -> health.gpContact(person, when);
            case AE_ATTENDANCE -> health.aeAttendance(person, when);
            case WALK_IN -> health.walkIn(person, when);
            case AMBULANCE_CALL -> health.ambulanceCall(person, when);
            case APPOINTMENT -> health.appointment(person, when);
            case IMMUNISATION -> health.immunisation(person, when);
            case SCHOOL_ABSENCE -> schools.absence(person, when);
            case SCHOOL_CONCERN -> schools.concern(person, when);
            case SCHOOL_START -> schools.start(person, argument, when);
            case SCHOOL_MOVE -> schools.move(person, when);
            case ADDRESS_TOLD -> schools.addressTold(person, when);
            case HOME_EDUCATION -> schools.homeEducation(person, when);
            case NOISE -> police.noise(person, when);
            case DOMESTIC -> police.domestic(person, when);
            case WELFARE -> police.welfare(person, when);
            case THEFT -> police.theft(person, when);
            case MISSING -> police.missing(person, when);
            case FOUND -> police.found(person, when);
            case CONVICTION -> police.conviction(person, when);
            case SUPERVISION_END -> police.supervisionEnd(person, when);
            case REFERRAL -> care.referral(person, when);
            case REFERRAL_DECISION -> care.decision(person, argument, when);
            case SEEN_AT_HOME -> care.seenAtHome(person, when);
            case CASE_CLOSED -> care.caseClosed(person, when);
            case CARE_ENTRY -> care.careEntry(person, when);
            case MOVE -> homes.move(person, when);
            case GP_REGISTRATION -> homes.gpRegistration(person, argument == 1, when);
            case RECORD_SENT -> homes.recordSent(person, when);
            case RECORD_RECEIVED -> homes.recordReceived(person, when);
            case HOUSING_APPLICATION -> homes.housingApplication(person, when);
            case OCCUPANT_REPORTED -> homes.occupantReported(person, when);
            case LEAVE_HOME -> families.leaveHome(person, when);
            case SEPARATION -> families.separation(person, when);
            case NEW_PARTNER -> families.newPartner(person, when);
            case MARRIAGE -> families.marriage(person, when);
            case NAME_TOLD -> families.nameTold(person, when);
            case DETAILS_CORRECTED -> families.detailsCorrected(person, when);
            case RELATIONSHIP_TOLD -> families.relationshipTold(person, argument == 1, when);
            case DEATH -> families.death(person, when);
            case PREGNANCY -> births.pregnancy(person, when);
            case BOOKING -> births.booking(person, when);
            case BIRTH -> births.birth(person, when);
            case HEALTH_VISIT -> births.healthVisit(person, argument, when);
            case STAGE -> births.stage(person, argument, when);
        }
    }
}
