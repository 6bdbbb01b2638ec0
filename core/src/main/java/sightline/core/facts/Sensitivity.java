package sightline.core.facts;

/**
 * The one class of confidence that a fact has; it decides which tier of reader may see it.
 *
 * <p>Tiers are those of the access model: T1 index card, T2 headlines, T3 full, T4 sealed.
 */
public enum Sensitivity {
    CORE(1),
    ADDRESS(1),
    EVENT(2),
    HEALTH(2),
    SCHOOL(2),
    HOUSING(2),
    POLICE(2),
    HEALTH_SPECIAL(3),
    CRIMINAL(3),
    WITNESS_VICTIM(3),
    THIRD_PARTY(3),
    ADDRESS_SHIELDED(4),
    ADOPTION(4),
    COVERT(4),
    LEGAL_PRIVILEGE(4);

    private final int tier;

    Sensitivity(int tier) {
        this.tier = tier;
    }

    /** The lowest tier, 1 to 4, at which a reader may see a fact of this class. */
    public int tier() {
        return tier;
    }

    /**
     * Whether facts of this class are sealed: never counted, named or located for an ordinary
     * reader.
     */
    public boolean sealed() {
        return tier == 4;
    }

    /** Whether facts of this class lie in a table of their own. */
    public boolean apart() {
        return sealed() || this == THIRD_PARTY;
    }
}
