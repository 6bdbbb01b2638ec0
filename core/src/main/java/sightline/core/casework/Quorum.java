package sightline.core.casework;

import sightline.core.directory.AgencyType;

import java.util.Collection;

/**
 * Whether enough came to a child protection conference to decide. It is counted from who came, not
 * said by whoever wrote the minutes: reports that were sent and apologies count for nobody.
 */
public final class Quorum {
    /**
     * How many other agencies must come beside social care, which holds it. Procedures of most
     * areas name two; no law does.
     */
    public static final int OTHERS = 2;

    private Quorum() {}

    /**
     * Whether these are enough.
     *
     * @param came of what type each agency is that came, besides the one that holds it
     */
    public static boolean of(Collection<AgencyType> came) {
        return came.stream().filter(t -> t != AgencyType.CHILDRENS_SOCIAL_CARE).count() >= OTHERS;
    }
}
