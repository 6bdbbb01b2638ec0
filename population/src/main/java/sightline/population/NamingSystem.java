package sightline.population;

/** How a family names its members; which names it draws from, and who has which surname. */
enum NamingSystem {
    BRITISH("british", Custom.FATHERS_NAME),
    PAKISTANI("pakistani", Custom.WOMENS_TITLE),
    BANGLADESHI("bangladeshi", Custom.WOMENS_TITLE),
    INDIAN("indian", Custom.FATHERS_NAME),
    SIKH("sikh", Custom.SINGH_AND_KAUR),
    POLISH("polish", Custom.GENDERED),
    ROMANIAN("romanian", Custom.FATHERS_NAME),
    NIGERIAN("nigerian", Custom.FATHERS_NAME),
    SOMALI("somali", Custom.PATRONYMIC),
    ARABIC("arabic", Custom.WOMEN_KEEP),
    CHINESE("chinese", Custom.WOMEN_KEEP),
    VIETNAMESE("vietnamese", Custom.WOMEN_KEEP),
    IBERIAN("iberian", Custom.TWO_SURNAMES);

    private final String slug;
    private final Custom custom;

    NamingSystem(String slug, Custom custom) {
        this.slug = slug;
        this.custom = custom;
    }

    String slug() {
        return slug;
    }

    Custom custom() {
        return custom;
    }

    /** True where a bride takes her husband's name at the ordinary rate. */
    boolean bridesTakeNames() {
        return switch (custom) {
            case FATHERS_NAME, GENDERED -> true;
            case WOMENS_TITLE, SINGH_AND_KAUR, PATRONYMIC, WOMEN_KEEP, TWO_SURNAMES -> false;
        };
    }

    /** Who has which surname. */
    enum Custom {
        /** One family name, the father's. */
        FATHERS_NAME,
        /** Men have the family name; many women have a title such as Begum in its place. */
        WOMENS_TITLE,
        /** Singh or Kaur in the middle, or as the last name where no family name is used. */
        SINGH_AND_KAUR,
        /** The family name ends -ski for men and -ska for women. */
        GENDERED,
        /** The father's forename and his father's stand after one's own. */
        PATRONYMIC,
        /** Children have the father's name, wives keep theirs. */
        WOMEN_KEEP,
        /** The father's first surname, then the mother's. */
        TWO_SURNAMES
    }
}
