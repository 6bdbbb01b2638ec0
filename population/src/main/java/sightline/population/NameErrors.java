package sightline.population;

import java.util.List;

/**
 * How names go wrong in records: one that sounds alike, one of which the first two letters alone
 * agree, and one that is quite another (a familiar name, a maiden name, names changed about).
 */
final class NameErrors {

    private static final List<List<String>> ALIKE =
            List.of(
                    List.of("ph", "f"),
                    List.of("ck", "k"),
                    List.of("ie", "y"),
                    List.of("ee", "ea"),
                    List.of("ll", "l"),
                    List.of("tt", "t"),
                    List.of("nn", "n"),
                    List.of("ss", "s"),
                    List.of("ew", "ue"),
                    List.of("ai", "ay"),
                    List.of("ey", "y"),
                    List.of("th", "t"),
                    List.of("ah", "a"),
                    List.of("i", "y"),
                    List.of("y", "i"),
                    List.of("er", "ar"),
                    List.of("on", "en"),
                    List.of("z", "s"),
                    List.of("l", "ll"),
                    List.of("n", "nn"),
                    List.of("a", "ah"));

    private static final List<Slip> SLIPS = List.of(Slip.SOUNDS_ALIKE, Slip.FIRST_TWO, Slip.OTHER);

    private final World world;
    private final double[] ofForenames;
    private final double[] ofSurnames;

    NameErrors(World world) {
        this.world = world;
        this.ofForenames = rates("forename");
        this.ofSurnames = rates("surname");
    }

    /** The rates of the slips, women's first. */
    private double[] rates(String part) {
        double[] rates = new double[2 * SLIPS.size()];
        for (int i = 0; i < rates.length; i++) {
            String sex = i < SLIPS.size() ? ".f" : ".m";
            String key = "error." + part + "." + SLIPS.get(i % SLIPS.size()).slug() + sex;
            rates[i] = world.rates.value(key) * world.settings.errorFactor();
        }
        return rates;
    }

    String forename(Draw draw, Someone person) {
        String name = person.forename;
        NameTables tables = world.names.tables();
        return switch (slip(draw, ofForenames, person)) {
            case NONE -> name;
            case SOUNDS_ALIKE -> {
                List<String> known =
                        tables.spellingsOf(name).stream()
                                .filter(n -> n.charAt(0) == name.charAt(0))
                                .toList();
                yield !known.isEmpty() && draw.chance(0.5) ? draw.pick(known) : alike(draw, name);
            }
            case FIRST_TWO -> cutOrNickname(draw, name, tables.nicknamesOf(name));
            case OTHER -> otherForename(draw, person, tables.nicknamesOf(name));
        };
    }

    String surname(Draw draw, Someone person, int day) {
        String name = person.surnameOn(day);
        return switch (slip(draw, ofSurnames, person)) {
            case NONE -> name;
            case SOUNDS_ALIKE -> alike(draw, name);
            case FIRST_TWO -> cutOrNickname(draw, name, List.of());
            case OTHER -> otherSurname(draw, person, name);
        };
    }

    private static Slip slip(Draw draw, double[] rates, Someone person) {
        int start = person.female() ? 0 : SLIPS.size();
        double at = draw.unit();
        for (int i = 0; i < SLIPS.size(); i++) {
            at -= rates[start + i];
            if (at < 0) {
                return SLIPS.get(i);
            }
        }
        return Slip.NONE;
    }

    private static String alike(Draw draw, String name) {
        int start = draw.below(ALIKE.size());
        for (int i = 0; i < ALIKE.size(); i++) {
            List<String> rule = ALIKE.get((start + i) % ALIKE.size());
            int at = name.indexOf(rule.get(0), 1);
            if (at > 0) {
                return name.substring(0, at)
                        + rule.get(1)
                        + name.substring(at + rule.get(0).length());
            }
        }
        return name + "e";
    }

    private static String cutOrNickname(Draw draw, String name, List<String> nicknames) {
        String start = name.substring(0, Math.min(2, name.length()));
        List<String> alike = nicknames.stream().filter(n -> n.startsWith(start)).toList();
        if (!alike.isEmpty() && draw.chance(0.6)) {
            return draw.pick(alike);
        }
        if (name.length() < 5) {
            return name + "ie";
        }
        int at = draw.between(2, name.length() - 2);
        return draw.chance(0.5)
                ? name.substring(0, at)
                        + name.charAt(at + 1)
                        + name.charAt(at)
                        + name.substring(at + 2)
                : name.substring(0, at) + name.substring(at + 1);
    }

    private String otherForename(Draw draw, Someone person, List<String> nicknames) {
        if (!nicknames.isEmpty() && draw.chance(0.5)) {
            return draw.pick(nicknames);
        }
        if (!person.middle.isEmpty() && draw.chance(0.6)) {
            return person.middle;
        }
        if (draw.chance(0.4)) {
            return person.surname;
        }
        int year = 1970 + Math.floorDiv(person.born * 4, 1461);
        return world.names.forename(draw, person.system, person.sex, year);
    }

    private String otherSurname(Draw draw, Someone person, String name) {
        for (Someone.FormerName former : person.formerNames()) {
            if (!former.surname().equals(name)) {
                return former.surname();
            }
        }
        Someone partner = person.partner;
        if (partner != null && !partner.surname.equals(name)) {
            return partner.surname;
        }
        Someone mother = person.mother;
        if (mother != null && !mother.surname.equals(name)) {
            return mother.surname;
        }
        return world.names.familyName(draw, person.system);
    }

    /** How a name is wrong; the slug is the middle of the key in {@code rates.csv}. */
    private enum Slip {
        NONE("none"),
        SOUNDS_ALIKE("sounds-alike"),
        FIRST_TWO("first-two"),
        OTHER("other");

        private final String slug;

        Slip(String slug) {
            this.slug = slug;
        }

        String slug() {
            return slug;
        }
    }
}
