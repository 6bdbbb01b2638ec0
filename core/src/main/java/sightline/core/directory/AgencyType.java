package sightline.core.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an agency is; decides which kinds it may assert and who is asked for in its area. */
public enum AgencyType {
    CHILDRENS_SOCIAL_CARE,
    POLICE,
    GP,
    HOSPITAL,
    MATERNITY,
    HEALTH_VISITING,
    SCHOOL_NURSING,
    AMBULANCE,
    SCHOOL,
    NURSERY,
    PROBATION,
    HOUSING,
    COUNCIL_EDUCATION,
    COURT,
    CPS,
    PRISON,
    REFUGE,
    CHARITY,
    BORDER,
    PARTNERSHIP,
    LEGAL,
    CORONER,
    SIGHTLINE,
    OTHER;

    /** The word used in packs and messages: "childrens-social-care". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of that slug. */
    public static Optional<AgencyType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
