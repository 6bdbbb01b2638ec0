package sightline.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Moves, and what follows them at practices, schools and landlords. */
final class HomeLife {

    /**
     * Moves are drawn at this multiple of the rate, kept for private tenants and thinned for
     * others: with about a fifth of homes private, the mean is the rate.
     */
    static final double MOVE_FACTOR_MAX = 2.1;

    private final Life life;

    HomeLife(Life life) {
        this.life = life;
    }

    /** The whole home moves; drawn for each member and kept for the eldest, so once a home. */
    void move(Someone person, Moment when) {
        Home home = person.home;
        boolean family = home.sort == Home.Sort.FAMILY;
        boolean rents = home.tenure == Home.Tenure.PRIVATE;
        double keep = rents ? 1.0 : 1.0 / life.rate("move.private-factor");
        if (home.head() != person || !family || !when.draw().chance(keep)) {
            return;
        }
        Draw draw = when.draw();
        int area = area(draw, home.address);
        int before = home.address;
        List<Someone> movers = List.copyOf(home.members);
        tenancy(home, "ended", when);
        home.address = life.world.places.dwelling(draw, area);
        life.world.places.vacated(before);
        home.since = when.day();
        home.tenure = tenure(draw, home.tenure);
        for (Someone mover : movers) {
            mover.livesAt(home.address, when.day());
            afterMove(mover, before, when);
        }
        tenancy(home, "started", when);
    }

    private int area(Draw draw, int dwelling) {
        int here = Places.areaOf(dwelling);
        boolean other = draw.chance(life.rate("move.other-area"));
        return other ? (here + draw.between(1, Places.AREAS - 1)) % Places.AREAS : here;
    }

    private static Home.Tenure tenure(Draw draw, Home.Tenure now) {
        if (draw.chance(0.75)) {
            return now;
        }
        return draw.chance(0.5) ? Home.Tenure.OWNED : Home.Tenure.PRIVATE;
    }

    /**
     * Plans registration with a practice and a school near the new address, and that the school
     * hears.
     */
    void afterMove(Someone mover, int before, Moment when) {
        Draw draw = when.draw();
        boolean sameArea = Places.areaOf(before) == Places.areaOf(mover.home.address);
        if (draw.chance(sameArea ? 0.45 : 0.95)) {
            life.plan(when, 2 + draw.exponential(25), Happening.GP_REGISTRATION, 0, mover);
        }
        if (mover.school >= 0 && (!sameArea || draw.chance(0.3))) {
            life.plan(when, 5 + draw.exponential(15), Happening.SCHOOL_MOVE, 0, mover);
        }
        if (mover.school >= 0 && draw.chance(life.rate("move.school-told"))) {
            life.plan(when, 3 + draw.exponential(20), Happening.ADDRESS_TOLD, 0, mover);
        }
    }

    /** A social landlord's record of a tenancy. */
    void tenancy(Home home, String status, Moment at) {
        if (home.tenure != Home.Tenure.SOCIAL || home.members.isEmpty()) {
            return;
        }
        Moment when = at.inOfficeHours();
        int agency = life.world.agencies.serving(AgencyKind.HOUSING, home.address);
        List<Participant> people = new ArrayList<>();
        Someone head = home.head();
        for (Someone member : home.members) {
            boolean tenant = member == head || (head != null && member == head.partner);
            people.add(
                    life.recorder.atAddress(tenant ? "tenant" : "occupant", member, agency, when));
        }
        Address place = life.world.places.address(home.address, 0);
        life.recorder.record(
                "tenancy", agency, when, place, people, Life.details("status", status));
    }

    /** Registration with the practice of the new address; the old one then owes the record. */
    void gpRegistration(Someone person, boolean newborn, Moment at) {
        int before = person.gp;
        int practice = life.serving(AgencyKind.GP_PRACTICE, person);
        if (!newborn && practice == before) {
            return;
        }
        Moment when = at.inOfficeHours();
        person.gp = newborn ? before : practice;
        Map<String, Detail> details = Life.details("reason", newborn ? "birth" : "moved");
        Participant subject = life.recorder.atAddress("subject", person, person.gp, when);
        boolean child = person.ageOn(when.day()) < 18;
        List<Participant> people =
                child ? life.withParents(subject, person, person.gp, when) : List.of(subject);
        if (!newborn) {
            details.put("previous", new Detail.Code(life.agencyId(before)));
        }
        life.recorder.record("gp-registration", person.gp, when, null, people, details);
        if (!newborn) {
            transfer(person, person.gp, "requested", life.agencyId(before), when);
            person.previousGp = before;
            life.plan(when, sendDays(when.draw()), Happening.RECORD_SENT, 0, person);
        }
    }

    private double sendDays(Draw draw) {
        boolean late = draw.chance(life.rate("gp-record.late"));
        return late ? 28 + draw.exponential(30) : 1 + draw.unit() * 20;
    }

    void recordSent(Someone person, Moment at) {
        Moment when = at.inOfficeHours();
        transfer(person, person.previousGp, "sent", "", when);
        life.plan(when, 0.1 + when.draw().unit() * 2, Happening.RECORD_RECEIVED, 0, person);
    }

    void recordReceived(Someone person, Moment at) {
        Moment when = at.inOfficeHours();
        boolean incomplete = when.draw().chance(life.rate("gp-record.incomplete"));
        transfer(person, person.gp, incomplete ? "incomplete" : "received", "", when);
    }

    private void transfer(Someone person, int agency, String status, String with, Moment when) {
        Map<String, Detail> details = Life.details("stage", status);
        if (!with.isEmpty()) {
            details.put("previous", new Detail.Code(with));
        }
        Participant subject = life.recorder.as("subject", person, agency, when);
        life.recorder.record("gp-record-transfer", agency, when, null, List.of(subject), details);
    }

    void housingApplication(Someone person, Moment at) {
        Moment when = at.inOfficeHours();
        int agency = life.serving(AgencyKind.HOUSING, person);
        List<Participant> people = new ArrayList<>();
        people.add(life.recorder.atAddress("subject", person, agency, when));
        Someone partner = person.partner;
        if (partner != null) {
            people.add(life.recorder.atAddress("partner", partner, agency, when));
        }
        person.home
                .childrenOn(when.day(), 6)
                .forEach(c -> people.add(life.recorder.atAddress("child", c, agency, when)));
        life.recorder.record(
                "housing-application",
                agency,
                when,
                life.addressOf(person),
                people,
                Life.details("reason", when.draw().chance(0.5) ? "overcrowded" : "private-notice"));
    }

    void occupantReported(Someone person, Moment at) {
        Home home = person.home;
        if (home.tenure != Home.Tenure.SOCIAL || home.members.size() < 2) {
            return;
        }
        Moment when = at.inOfficeHours();
        int agency = life.serving(AgencyKind.HOUSING, person);
        Participant occupant = life.recorder.atAddress("occupant", person, agency, when);
        life.recorder.record(
                "occupant-reported",
                agency,
                when,
                life.addressOf(person),
                List.of(occupant),
                Life.details("source", "tenancy-check"));
    }
}
