package sightline.population;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Nursery and school: starting, changing, being away, and a teacher's concern. */
final class SchoolLife {

    private static final List<String> REASONS =
            List.of("illness", "illness", "illness", "medical", "unauthorised", "holiday");
    private static final List<String> CONCERNS =
            List.of("hunger", "unkempt", "behaviour", "behaviour", "emotional", "other");

    private final Life life;

    SchoolLife(Life life) {
        this.life = life;
    }

    void absence(Someone child, Moment at) {
        Moment when = at.inOfficeHours();
        LocalDate day = LocalDate.ofEpochDay(when.day());
        if (child.school < 0 || day.getMonthValue() == 8) {
            return;
        }
        Draw draw = when.draw();
        Map<String, Detail> details = Life.details("reason", draw.pick(REASONS));
        details.put("days", new Detail.Count(1 + (int) draw.exponential(2.2)));
        Participant subject = life.recorder.as("child", child, child.school, when);
        life.recorder.record("school-absence", child.school, when, null, List.of(subject), details);
    }

    void concern(Someone child, Moment at) {
        if (child.school < 0) {
            return;
        }
        Moment when = at.inOfficeHours();
        Participant subject = life.recorder.as("child", child, child.school, when);
        life.recorder.record(
                "concern",
                child.school,
                when,
                null,
                List.of(subject),
                Life.details("topic", when.draw().pick(CONCERNS)));
    }

    /** Nursery at two or three, primary school at four, secondary at eleven. */
    void start(Someone child, int age, Moment at) {
        int before = child.school;
        boolean nursery = age < 4;
        child.school =
                nursery
                        ? life.serving(AgencyKind.NURSERY, child)
                        : life.world.agencies.schoolFor(child.home.address, age);
        changed(child, before, nursery ? "nursery-start" : "phase", at);
    }

    /** Another school after a move. */
    void move(Someone child, Moment at) {
        int age = child.ageOn(at.day());
        int before = child.school;
        int near = life.world.agencies.schoolFor(child.home.address, Math.max(4, age));
        if (before >= 0 && age >= 4 && age < 17 && near != before) {
            child.school = near;
            changed(child, before, "moved", at);
        }
    }

    /** A parent tells the school where the child lives now. */
    void addressTold(Someone child, Moment at) {
        if (child.school >= 0) {
            life.corrected(child, child.school, "details", at.inOfficeHours());
        }
    }

    /** Withdrawn to be educated at home, which alone is no concern; the council is told. */
    void homeEducation(Someone child, Moment at) {
        int before = child.school;
        if (before < 0 || child.ageOn(at.day()) < 5) {
            return;
        }
        Moment when = at.inOfficeHours();
        child.school = -1;
        roll(child, before, "left", "home-education", when);
        int council = life.serving(AgencyKind.EDUCATION, child);
        Participant subject = life.recorder.atAddress("child", child, council, when);
        var people = life.withParents(subject, child, council, when);
        Map<String, Detail> details = Life.details("school", life.agencyId(before));
        life.recorder.record("home-education", council, when, null, people, details);
    }

    private void changed(Someone child, int before, String why, Moment at) {
        Moment when = at.inOfficeHours();
        if (before >= 0 && before != child.school) {
            roll(child, before, "left", why, when);
        }
        roll(child, child.school, "joined", why, when);
    }

    private void roll(Someone child, int school, String status, String why, Moment when) {
        Map<String, Detail> details = Life.details("status", status);
        details.put("reason", new Detail.Code(why));
        boolean joined = status.equals("joined");
        Participant subject =
                joined
                        ? life.recorder.atAddress("child", child, school, when)
                        : life.recorder.as("child", child, school, when);
        var people = life.withParents(subject, child, school, when);
        life.recorder.record("school-roll", school, when, null, people, details);
    }

    /** Plans this year's starts for a child, where its birthday makes one due. */
    void planStarts(Someone child, int fromDay, int toDay) {
        int firstYear = LocalDate.ofEpochDay(fromDay).getYear();
        int lastYear = LocalDate.ofEpochDay(toDay).getYear();
        for (int year = firstYear; year <= lastYear; year++) {
            LocalDate term = LocalDate.of(year, 9, 3);
            int age = ageOnLastAugust(child, year);
            boolean due =
                    age == 4 || age == 11 || (age == 2 && Draw.of(child.id, 5, 5).chance(0.7));
            if (due) {
                LocalDate start = weekday(term);
                long second = start.toEpochDay() * Moment.DAY_SECONDS + 32_000;
                life.plans.add(second, Happening.SCHOOL_START, age, child);
            }
        }
    }

    private static int ageOnLastAugust(Someone child, int year) {
        LocalDate born = LocalDate.ofEpochDay(child.born);
        int age = year - born.getYear();
        return born.getMonthValue() >= 9 ? age - 1 : age;
    }

    private static LocalDate weekday(LocalDate day) {
        LocalDate at = day;
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            at = at.plusDays(1);
        }
        return at;
    }
}
