package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Leaving home, separating, new partners, marriage, and death. */
final class FamilyLife {

    private static final int TRIES = 60;

    private final Life life;
    private final HomeLife homes;

    FamilyLife(Life life, HomeLife homes) {
        this.life = life;
        this.homes = homes;
    }

    void leaveHome(Someone person, Moment when) {
        boolean withParent = livesWith(person, person.mother) || livesWith(person, person.father);
        if (!withParent || person.partner != null || person.due != Someone.NEVER) {
            return;
        }
        boolean shared = when.draw().chance(0.7);
        moveOut(person, shared ? Home.Sort.SHARED : Home.Sort.FAMILY, when);
    }

    private static boolean livesWith(Someone person, @Nullable Someone parent) {
        return parent != null && parent.home == person.home;
    }

    private void moveOut(Someone person, Home.Sort sort, Moment when) {
        int before = person.home.address;
        int dwelling = life.world.places.dwelling(when.draw(), Places.areaOf(before));
        life.world.leave(person);
        Home home = life.world.newHome(sort, Home.Tenure.PRIVATE, dwelling, when.day());
        life.world.settle(person, home, when.day());
        homes.afterMove(person, before, when);
    }

    void separation(Someone person, Moment when) {
        Someone other = person.partner;
        if (other == null || other.home != person.home || !person.female()) {
            return;
        }
        Someone leaver = when.draw().chance(0.8) ? other : person;
        life.world.uncouple(person);
        moveOut(leaver, Home.Sort.FAMILY, when);
        Someone stays = leaver == person ? other : person;
        life.plan(when, when.draw().exponential(20), Happening.RELATIONSHIP_TOLD, 0, stays);
    }

    /** Two single people of like age live together; the one without children moves in. */
    void newPartner(Someone person, Moment when) {
        if (person.partner != null || !person.female() || person.home.sort != Home.Sort.FAMILY) {
            return;
        }
        Someone found = match(person, when);
        if (found == null) {
            return;
        }
        life.world.couple(person, found, false);
        int before = found.home.address;
        life.world.leave(found);
        life.world.settle(found, person.home, when.day());
        homes.afterMove(found, before, when);
        life.plan(when, when.draw().exponential(60), Happening.RELATIONSHIP_TOLD, 1, person);
    }

    private @Nullable Someone match(Someone person, Moment when) {
        List<Someone> people = life.world.people;
        int age = person.ageOn(when.day());
        int area = Places.areaOf(person.home.address);
        for (int i = 0; i < TRIES; i++) {
            Someone other = when.draw().pick(people);
            boolean suits =
                    other.aliveOn(when.day())
                            && other.partner == null
                            && other != person.formerPartner
                            && !other.female()
                            && other.ageOn(when.day()) >= 18
                            && Math.abs(other.ageOn(when.day()) - age) <= 9
                            && other.home != person.home
                            && other.home.childrenOn(when.day(), 1).isEmpty()
                            && Places.areaOf(other.home.address) == area
                            && !related(person, other);
            if (suits) {
                return other;
            }
        }
        return null;
    }

    private static boolean related(Someone one, Someone other) {
        boolean siblings = same(one.mother, other.mother) || same(one.father, other.father);
        boolean parent = one.mother == other || one.father == other;
        return siblings || parent || other.mother == one || other.father == one;
    }

    private static boolean same(@Nullable Someone one, @Nullable Someone other) {
        return one != null && one == other;
    }

    /** The first service that hears of it: health visiting, a school, or else the practice. */
    void relationshipTold(Someone one, boolean started, Moment at) {
        Moment when = at.inOfficeHours();
        List<Someone> children = one.home.childrenOn(when.day(), 1);
        Someone other = started ? one.partner : one.formerPartner;
        if (children.isEmpty() || other == null) {
            return;
        }
        Someone child = children.get(0);
        int agency = one.gp;
        if (child.ageOn(when.day()) < 5) {
            agency = life.serving(AgencyKind.HEALTH_VISITING, child);
        } else if (child.school >= 0) {
            agency = child.school;
        }
        Map<String, Detail> details = Life.details("relationship", "partner");
        details.put("status", new Detail.Code(started ? "started" : "ended"));
        life.recorder.record(
                "relationship",
                agency,
                when,
                null,
                List.of(
                        life.recorder.as("subject", one, agency, when),
                        life.recorder.as("partner", other, agency, when),
                        life.recorder.as("child", child, agency, when)),
                details);
    }

    void marriage(Someone person, Moment when) {
        Someone other = person.partner;
        if (other == null || person.married || !person.female()) {
            return;
        }
        person.married = true;
        other.married = true;
        boolean takes =
                !other.female()
                        && other.system.bridesTakeNames()
                        && when.draw().chance(life.rate("marriage.takes-name"));
        if (!takes) {
            return;
        }
        String surname =
                life.world.names.surname(when.draw(), other.system, Sex.FEMALE, other.familyName);
        if (!surname.equals(person.surname)) {
            person.takesName(surname, when.day());
            person.familyName = other.familyName;
            life.plan(when, 5 + when.draw().exponential(40), Happening.NAME_TOLD, 0, person);
        }
    }

    /**
     * Some of the agencies that know her are told of the new name; the others hear at a contact.
     */
    void nameTold(Someone person, Moment at) {
        Moment when = at.inOfficeHours();
        int hospital = life.serving(AgencyKind.HOSPITAL, person);
        int housing = life.serving(AgencyKind.HOUSING, person);
        for (int agency : new int[] {person.gp, hospital, housing}) {
            boolean known = life.world.records.find(person.id, agency) >= 0;
            if (known && when.draw().chance(agency == person.gp ? 0.85 : 0.4)) {
                life.corrected(person, agency, "name", when);
            }
        }
    }

    /** An agency that knows the person sends its details again. */
    void detailsCorrected(Someone person, Moment at) {
        life.corrected(person, person.gp, "details", at.inOfficeHours());
    }

    void death(Someone person, Moment when) {
        person.died = when.day() + 1;
        int agency =
                when.draw().chance(0.5) ? person.gp : life.serving(AgencyKind.HOSPITAL, person);
        Map<String, Detail> details = Life.details("corrected", "died");
        details.put("died", new Detail.Day(LocalDate.ofEpochDay(when.day())));
        details.put("cause", new Detail.Code("natural"));
        life.recorder.record(
                "person",
                agency,
                when,
                null,
                List.of(life.recorder.as("subject", person, agency, when)),
                details);
        Home home = person.home;
        life.world.leave(person);
        life.world.uncouple(person);
        boolean alone =
                !home.members.isEmpty()
                        && home.members.stream().noneMatch(m -> m.ageOn(when.day()) >= 16);
        if (alone) {
            rehome(home, when);
        }
    }

    /** Children left without an adult go to live with the other parent, or with somebody found. */
    private void rehome(Home home, Moment when) {
        for (Someone child : List.copyOf(home.members)) {
            Home other = otherHome(child, when);
            life.world.leave(child);
            life.world.settle(child, other, when.day());
        }
    }

    private Home otherHome(Someone child, Moment when) {
        for (Someone parent : new Someone[] {child.mother, child.father}) {
            if (parent != null && parent.aliveOn(when.day() + 1) && parent.home != child.home) {
                return parent.home;
            }
        }
        for (int i = 0; i < TRIES * 10; i++) {
            Someone carer = when.draw().pick(life.world.people);
            int age = carer.ageOn(when.day());
            boolean fits = age >= 25 && age < 65 && carer.aliveOn(when.day() + 1);
            if (fits && carer.home != child.home && carer.home.sort == Home.Sort.FAMILY) {
                return carer.home;
            }
        }
        return child.home;
    }
}
