package sightline.population;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The records that agencies already have on the first day, in the order in which they were made.
 */
final class Baseline {

    private static final int DAY_OFFSET = 40_000;
    private static final int STEP = 1_000;
    private static final int DAYS_UNTIL_TOLD = 20;
    private static final List<AgencyKind> KINDS = List.of(AgencyKind.values());

    private final Life life;
    private final HomeLife homes;
    private final int today;
    private final double[] formerTenants;
    private final Map<AgencyKind, double[][]> shares = new EnumMap<>(AgencyKind.class);
    private long[] entries = new long[1024];
    private int size;
    private int at;

    Baseline(Life life, HomeLife homes) {
        this.life = life;
        this.homes = homes;
        this.today = (int) life.world.settings.from().toEpochDay();
        formerTenants = life.world.rates.byAge("record.housing.other", Sex.FEMALE);
        for (AgencyKind kind : KINDS) {
            String key = "record." + kind.slug();
            Rates rates = life.world.rates;
            shares.put(
                    kind,
                    new double[][] {rates.byAge(key, Sex.FEMALE), rates.byAge(key, Sex.MALE)});
        }
        life.world.people.forEach(this::plan);
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
    }

    private void plan(Someone person) {
        Draw draw = life.world.draw(person.id, 4);
        int age = Math.min(person.ageOn(today), Rates.AGE_MAX);
        int row = person.female() ? 0 : 1;
        for (AgencyKind kind : KINDS) {
            double share = share(kind, person, row, age);
            if (draw.chance(share)) {
                int day = dayOf(kind, person, draw);
                add(day, kind, person);
                if (kind == AgencyKind.SCHOOL) {
                    told(person, day, draw);
                }
            }
        }
    }

    /** Of most who moved since they joined the school heard: a second entry. */
    private void told(Someone person, int joined, Draw draw) {
        int since = person.home.since;
        if (since > joined && draw.chance(life.rate("move.school-told"))) {
            add(Math.min(since + DAYS_UNTIL_TOLD, today - 1), AgencyKind.SCHOOL, person);
        }
    }

    private double share(AgencyKind kind, Someone person, int row, int age) {
        double[][] byAge = shares.get(kind);
        double banded = byAge == null ? 0 : byAge[row][age];
        return switch (kind) {
            case GP_PRACTICE -> life.rate("record.gp");
            case AMBULANCE -> life.rate("record.ambulance");
            case HOUSING ->
                    person.home.tenure != Home.Tenure.SOCIAL
                            ? formerTenants[age]
                            : person.home.head() == person ? life.rate("record.housing.social") : 0;
            case SCHOOL -> person.school >= 0 && age >= 4 ? 1 : 0;
            case NURSERY -> person.school >= 0 && age < 4 ? 1 : 0;
            case CHILDRENS_SOCIAL_CARE ->
                    person.home.sort == Home.Sort.CARE && age < 18 ? 1 : banded;
            case POLICE, HOSPITAL, MATERNITY, HEALTH_VISITING, PROBATION, EDUCATION -> banded;
        };
    }

    private int dayOf(AgencyKind kind, Someone person, Draw draw) {
        int since = person.home.since;
        int old = today - 1 - (int) (draw.exponential(life.rate("record.age.years")) * 365.25);
        int day =
                switch (kind) {
                    case GP_PRACTICE -> draw.chance(0.75) ? since + draw.between(1, 60) : old;
                    case SCHOOL, EDUCATION ->
                            lastSeptember(person, person.ageOn(today) >= 11 ? 11 : 4);
                    case NURSERY -> lastSeptember(person, 2);
                    case HEALTH_VISITING -> person.born + draw.between(8, 16);
                    case HOUSING -> since;
                    case CHILDRENS_SOCIAL_CARE, POLICE, HOSPITAL, MATERNITY, PROBATION, AMBULANCE ->
                            old;
                };
        int first = person.born + adultFrom(kind);
        return Math.clamp(day, Math.min(first, today - 1), today - 1);
    }

    private static int adultFrom(AgencyKind kind) {
        return kind == AgencyKind.MATERNITY || kind == AgencyKind.PROBATION ? 18 * 366 : 3;
    }

    private static int lastSeptember(Someone person, int age) {
        int birthday = person.born + (int) (age * 365.25);
        return birthday + 120;
    }

    private void add(int day, AgencyKind kind, Someone person) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size + (size >> 1));
        }
        entries[size++] =
                ((long) (day + DAY_OFFSET) << 40) | ((long) KINDS.indexOf(kind) << 32) | person.id;
    }

    /** Makes the next records; false when all are made. */
    boolean step() {
        int end = Math.min(size, at + STEP);
        while (at < end) {
            long entry = entries[at++];
            Someone person = life.world.person((int) entry);
            int day = (int) (entry >>> 40) - DAY_OFFSET;
            AgencyKind kind = KINDS.get((int) (entry >>> 32 & 0xff));
            Moment when = Moment.onDay(day, life.world.draw(entry, 5));
            make(kind, person, new Moment(when.second() / 86_400 * 86_400 + 36_000, when.draw()));
        }
        return at < size;
    }

    /** No record that is still to be made comes from before this second. */
    long horizon() {
        int day = at < size ? (int) (entries[at] >>> 40) - DAY_OFFSET : today;
        return day * (long) Moment.DAY_SECONDS;
    }

    private void make(AgencyKind kind, Someone person, Moment when) {
        int dwelling = person.addressOn(when.day());
        switch (kind) {
            case GP_PRACTICE ->
                    register(person, person.gp, "gp-registration", "reason", "moved", when);
            case SCHOOL, NURSERY -> {
                if (life.world.records.find(person.id, person.school) >= 0) {
                    life.corrected(person, person.school, "details", when);
                } else {
                    register(person, person.school, "school-roll", "status", "joined", when);
                }
            }
            case HOUSING -> {
                if (person.home.tenure == Home.Tenure.SOCIAL && person.home.head() == person) {
                    homes.tenancy(person.home, "started", when);
                } else {
                    details(person, life.world.agencies.serving(kind, dwelling), when);
                }
            }
            case HEALTH_VISITING ->
                    register(
                            person,
                            life.world.agencies.serving(kind, dwelling),
                            "person",
                            "corrected",
                            "opened",
                            when);
            case CHILDRENS_SOCIAL_CARE,
                    POLICE,
                    HOSPITAL,
                    MATERNITY,
                    PROBATION,
                    AMBULANCE,
                    EDUCATION ->
                    details(person, life.world.agencies.serving(kind, dwelling), when);
        }
    }

    private void register(
            Someone person, int agency, String kind, String key, String code, Moment when) {
        boolean child = person.ageOn(when.day()) < 18 && person.ageOn(today) < 18;
        Participant subject =
                life.recorder.atAddress(child ? "child" : "subject", person, agency, when);
        var people = child ? life.withParents(subject, person, agency, when) : List.of(subject);
        life.recorder.record(kind, agency, when, null, people, Life.details(key, code));
    }

    private void details(Someone person, int agency, Moment when) {
        life.recorder.record(
                "person",
                agency,
                when,
                null,
                List.of(life.recorder.as("subject", person, agency, when)),
                Life.details("corrected", "opened"));
    }
}
