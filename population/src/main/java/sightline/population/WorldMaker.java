package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Makes the households that live in the partnership on the first day. */
final class WorldMaker {

    private static final double YEAR_DAYS = 365.25;
    private static final List<String> SORTS =
            List.of(
                    "one-adult",
                    "couple",
                    "couple-with-children",
                    "lone-parent",
                    "multi-generation",
                    "shared-house",
                    "hostel",
                    "care");

    private final World world;
    private final Rates rates;
    private final int today;
    private final List<Someone> singleMen = new ArrayList<>();

    WorldMaker(World world) {
        this.world = world;
        this.rates = world.rates;
        this.today = (int) world.settings.from().toEpochDay();
    }

    void populate() {
        for (int i = 0; world.people.size() < world.settings.people(); i++) {
            Draw draw = world.draw(i, 3);
            makeHome(draw, choose(draw, "home.", SORTS));
        }
    }

    private String choose(Draw draw, String prefix, List<String> choices) {
        double at = draw.unit();
        for (String choice : choices) {
            at -= rates.value(prefix + choice);
            if (at < 0) {
                return choice;
            }
        }
        return choices.get(0);
    }

    private void makeHome(Draw draw, String kind) {
        switch (kind) {
            case "shared-house" ->
                    crowd(draw, home(draw, Home.Sort.SHARED), draw.between(3, 5), 18, 33);
            case "hostel" -> {
                Home hostel = home(draw, Home.Sort.HOSTEL);
                world.places.hostelAt(hostel.address);
                crowd(draw, hostel, draw.between(6, 14), 18, 60);
            }
            case "care" -> care(draw, home(draw, Home.Sort.CARE));
            case "one-adult" -> single(draw, home(draw, Home.Sort.FAMILY));
            case "couple" -> couple(draw, home(draw, Home.Sort.FAMILY), 20 + 68 * draw.unit());
            case "lone-parent" -> family(draw, home(draw, Home.Sort.FAMILY), true);
            case "multi-generation" -> {
                Home home = home(draw, Home.Sort.FAMILY);
                Someone mother = family(draw, home, false);
                grandparent(draw, home, mother);
            }
            default -> family(draw, home(draw, Home.Sort.FAMILY), false);
        }
    }

    private Home home(Draw draw, Home.Sort sort) {
        double at = draw.unit();
        int area = at < 0.5 ? 0 : at < 0.8 ? 1 : 2;
        Home.Tenure tenure = tenure(draw, sort);
        double years =
                switch (tenure) {
                    case OWNED -> 11;
                    case PRIVATE -> 3;
                    case SOCIAL -> 8;
                };
        int since = today - 10 - (int) (Math.min(40, draw.exponential(years)) * YEAR_DAYS);
        return world.newHome(sort, tenure, world.places.dwelling(draw, area), since);
    }

    private Home.Tenure tenure(Draw draw, Home.Sort sort) {
        if (sort == Home.Sort.SHARED || sort == Home.Sort.HOSTEL) {
            return Home.Tenure.PRIVATE;
        }
        return switch (choose(draw, "tenure.", List.of("owned", "private", "social"))) {
            case "private" -> Home.Tenure.PRIVATE;
            case "social" -> Home.Tenure.SOCIAL;
            default -> Home.Tenure.OWNED;
        };
    }

    private Someone member(
            Draw draw, Home home, int born, Sex sex, NamingSystem system, String name) {
        Someone person = world.newPerson(draw, born, sex, system, name, home);
        person.home = home;
        home.members.add(person);
        if (born < home.since) {
            if (home.earlier < 0) {
                home.earlier = world.places.earlier(Places.areaOf(home.address));
            }
            int from = Math.max(born, home.since - (int) (draw.exponential(6) * YEAR_DAYS));
            person.livesAt(home.earlier, from);
        }
        person.livesAt(home.address, Math.max(born, home.since));
        boolean near = draw.chance(0.85);
        person.gp =
                near
                        ? world.agencies.serving(AgencyKind.GP_PRACTICE, home.address)
                        : world.agencies.otherPractice(draw, home.address);
        school(draw, person);
        return person;
    }

    private void school(Draw draw, Someone person) {
        int age = person.ageOn(today);
        boolean pupil = age >= 4 && age < 17 && draw.chance(0.97);
        boolean infant = age >= 2 && age < 4 && draw.chance(0.7);
        if (pupil) {
            person.school = world.agencies.schoolFor(person.home.address, age);
        } else if (infant) {
            person.school = world.agencies.serving(AgencyKind.NURSERY, person.home.address);
        }
    }

    private int bornAt(double age) {
        return today - 1 - (int) (age * YEAR_DAYS);
    }

    private Sex either(Draw draw) {
        return draw.chance(0.5) ? Sex.FEMALE : Sex.MALE;
    }

    private void single(Draw draw, Home home) {
        NamingSystem system = world.names.system(draw);
        double age = 22 + 68 * draw.unit();
        Sex sex = either(draw);
        String name = world.names.familyName(draw, system);
        Someone person = member(draw, home, bornAt(age), sex, system, name);
        if (sex == Sex.MALE && age < 60) {
            singleMen.add(person);
        }
    }

    private void crowd(Draw draw, Home home, int count, int ageFrom, int ageTo) {
        for (int i = 0; i < count; i++) {
            NamingSystem system = world.names.system(draw);
            String name = world.names.familyName(draw, system);
            double age = ageFrom + (ageTo - ageFrom) * draw.unit();
            member(draw, home, bornAt(age), either(draw), system, name);
        }
    }

    /** Two adults; the first is the woman, or one of two of a sex. */
    private Someone couple(Draw draw, Home home, double age) {
        NamingSystem system = world.names.system(draw);
        NamingSystem other = draw.chance(0.92) ? system : world.names.system(draw);
        boolean sameSex =
                home.sort == Home.Sort.FAMILY && draw.chance(rates.value("couple.same-sex"));
        Sex first = sameSex ? either(draw) : Sex.FEMALE;
        Sex second = sameSex ? first : Sex.MALE;
        String herName = world.names.familyName(draw, system);
        Someone her = member(draw, home, bornAt(age), first, system, herName);
        double hisAge = Math.max(18, age + draw.normal(2, 3));
        String hisName = world.names.familyName(draw, other);
        Someone him = member(draw, home, bornAt(hisAge), second, other, hisName);
        boolean married = age > 21 && draw.chance(rates.value("couple.married"));
        world.couple(her, him, married);
        if (married && !sameSex) {
            wed(draw, her, him);
        }
        return her;
    }

    private void wed(Draw draw, Someone her, Someone him) {
        boolean takes =
                him.system.bridesTakeNames() && draw.chance(rates.value("marriage.takes-name"));
        if (takes) {
            int adult = Math.max(her.born, him.born) + (int) (20 * YEAR_DAYS);
            int days = Math.max(1, today - adult);
            String surname = world.names.surname(draw, him.system, Sex.FEMALE, him.familyName);
            her.takesName(surname, today - draw.below(days));
            her.familyName = him.familyName;
        }
    }

    /** A family with children; gives the mother, or the father where he is the lone parent. */
    private Someone family(Draw draw, Home home, boolean lone) {
        double eldest = 21 * draw.unit();
        double atBirth =
                draw.normal(rates.value("mother.age.mean") - 1.5, rates.value("mother.age.sd"));
        double age = eldest + Math.clamp(atBirth, 16.0, 44.0);
        Someone mother;
        Someone father;
        if (lone) {
            NamingSystem system = world.names.system(draw);
            Sex sex = draw.chance(0.87) ? Sex.FEMALE : Sex.MALE;
            mother =
                    member(
                            draw,
                            home,
                            bornAt(age),
                            sex,
                            system,
                            world.names.familyName(draw, system));
            father = sex == Sex.FEMALE ? absentFather(draw, mother) : null;
        } else {
            mother = couple(draw, home, age);
            father = mother.partner;
        }
        children(draw, home, mother, father, eldest);
        return mother;
    }

    private @Nullable Someone absentFather(Draw draw, Someone mother) {
        if (singleMen.isEmpty() || draw.chance(0.3)) {
            return null;
        }
        int at = draw.below(singleMen.size());
        Someone man = singleMen.get(at);
        if (Math.abs(man.born - mother.born) > 9 * YEAR_DAYS || man.formerPartner != null) {
            return null;
        }
        singleMen.set(at, singleMen.get(singleMen.size() - 1));
        singleMen.remove(singleMen.size() - 1);
        man.formerPartner = mother;
        mother.formerPartner = man;
        return man;
    }

    private void children(
            Draw draw, Home home, Someone mother, @Nullable Someone father, double eldest) {
        String[] more = {"children.second", "children.third", "children.fourth"};
        String name = world.names.inherited(draw, mother, father);
        double age = eldest;
        addChild(draw, home, mother, father, name, age);
        for (String another : more) {
            age -= 1.3 + draw.exponential(1.8);
            if (age < 0 || !draw.chance(rates.value(another) * 1.15)) {
                return;
            }
            addChild(draw, home, mother, father, name, age);
        }
    }

    private void addChild(
            Draw draw,
            Home home,
            Someone mother,
            @Nullable Someone father,
            String name,
            double age) {
        Someone child = child(draw, home, mother, father, name, bornAt(age), either(draw));
        if (draw.chance(rates.value("twins"))) {
            Sex sex = draw.chance(0.64) ? child.sex : either(draw);
            Someone twin = child(draw, home, mother, father, name, child.born, sex);
            twin.twin = child.id;
            child.twin = twin.id;
        }
    }

    private Someone child(
            Draw draw,
            Home home,
            Someone mother,
            @Nullable Someone father,
            String name,
            int born,
            Sex sex) {
        NamingSystem system = father == null ? mother.system : father.system;
        Someone child = member(draw, home, born, sex, system, name);
        child.mother = mother.female() ? mother : null;
        child.father = mother.female() ? father : mother;
        return child;
    }

    private void grandparent(Draw draw, Home home, Someone mother) {
        Someone him = mother.partner == null ? mother : mother.partner;
        int born = him.born - (int) ((20 + 16 * draw.unit()) * YEAR_DAYS);
        Someone grandmother = member(draw, home, born, Sex.FEMALE, him.system, him.familyName);
        him.mother = grandmother;
    }

    private void care(Draw draw, Home home) {
        couple(draw, home, 35 + 25 * draw.unit());
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            NamingSystem system = world.names.system(draw);
            String name = world.names.familyName(draw, system);
            member(draw, home, bornAt(17.5 * draw.unit()), either(draw), system, name);
        }
    }
}
