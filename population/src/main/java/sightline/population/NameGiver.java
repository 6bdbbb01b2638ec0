package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Names people by their family's naming system. */
final class NameGiver {

    private static final List<String> WOMENS_TITLES = List.of("Begum", "Bibi", "Khatun", "Akhtar");

    private final NameTables tables;
    private final Rates rates;

    NameGiver(NameTables tables, Rates rates) {
        this.tables = tables;
        this.rates = rates;
    }

    NameTables tables() {
        return tables;
    }

    NamingSystem system(Draw draw) {
        double at = draw.unit();
        for (NamingSystem system : NamingSystem.values()) {
            if (system != NamingSystem.BRITISH) {
                at -= rates.value("naming." + system.slug());
                if (at < 0) {
                    return system;
                }
            }
        }
        return NamingSystem.BRITISH;
    }

    String forename(Draw draw, NamingSystem system, Sex sex, int birthYear) {
        boolean fromSystem = system != NamingSystem.BRITISH && draw.chance(0.85);
        return fromSystem
                ? tables.ofSystem(draw, system, sex == Sex.FEMALE ? "F" : "M")
                : tables.forename(draw, sex, birthYear);
    }

    String middle(Draw draw, NamingSystem system, Sex sex, int birthYear) {
        if (system.custom() == NamingSystem.Custom.SINGH_AND_KAUR) {
            return sex == Sex.FEMALE ? "Kaur" : "Singh";
        }
        boolean has = system == NamingSystem.BRITISH && draw.chance(rates.value("middle-name"));
        return has ? tables.forename(draw, sex, birthYear) : "";
    }

    /** The name that runs in a family, in its men's form. */
    String familyName(Draw draw, NamingSystem system) {
        return switch (system) {
            case BRITISH -> tables.surname(draw);
            case SOMALI ->
                    tables.ofSystem(draw, system, "M") + " " + tables.ofSystem(draw, system, "M");
            case IBERIAN ->
                    tables.ofSystem(draw, system, "S") + " " + tables.ofSystem(draw, system, "S");
            case PAKISTANI,
                    BANGLADESHI,
                    INDIAN,
                    SIKH,
                    POLISH,
                    ROMANIAN,
                    NIGERIAN,
                    ARABIC,
                    CHINESE,
                    VIETNAMESE ->
                    tables.ofSystem(draw, system, "S");
        };
    }

    /** A person's own surname, given the family name in its men's form. */
    String surname(Draw draw, NamingSystem system, Sex sex, String familyName) {
        return switch (system.custom()) {
            case FATHERS_NAME, WOMEN_KEEP, PATRONYMIC, TWO_SURNAMES -> familyName;
            case WOMENS_TITLE ->
                    sex == Sex.FEMALE && draw.chance(0.45) ? draw.pick(WOMENS_TITLES) : familyName;
            case SINGH_AND_KAUR ->
                    draw.chance(0.2) ? (sex == Sex.FEMALE ? "Kaur" : "Singh") : familyName;
            case GENDERED -> sex == Sex.FEMALE ? womensForm(familyName) : familyName;
        };
    }

    /** The family name that a child of these two has. */
    String inherited(Draw draw, Someone mother, @Nullable Someone father) {
        if (father == null) {
            return mother.familyName;
        }
        return switch (father.system.custom()) {
            case PATRONYMIC -> father.forename + " " + first(father.familyName);
            case TWO_SURNAMES -> first(father.familyName) + " " + first(mother.familyName);
            case FATHERS_NAME, GENDERED -> {
                boolean married = father.married && father.partner == mother;
                boolean fathers = married || draw.chance(0.6);
                yield fathers ? father.familyName : mother.familyName;
            }
            case WOMENS_TITLE, SINGH_AND_KAUR, WOMEN_KEEP -> father.familyName;
        };
    }

    private static String womensForm(String familyName) {
        boolean adjective =
                familyName.endsWith("ski")
                        || familyName.endsWith("cki")
                        || familyName.endsWith("dzki");
        return adjective ? familyName.substring(0, familyName.length() - 1) + "a" : familyName;
    }

    private static String first(String names) {
        int space = names.indexOf(' ');
        return space < 0 ? names : names.substring(0, space);
    }
}
