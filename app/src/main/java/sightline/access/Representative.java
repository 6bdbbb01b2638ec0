package sightline.access;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;

import java.util.Set;

/**
 * Whomever an agency sends to a meeting about a child: nobody in particular, in the role that its
 * staff read such records in. The policies answer what would be open to them; nothing is ever shown
 * in such a context, and nobody acts in it.
 */
public final class Representative {
    private static final UserId NOBODY = new UserId("representative");

    private Representative() {}

    /** The context in which the policies answer for an agency; the session is the asker's own. */
    public static ReaderContext of(ReaderContext asker, AgencyId agency, AgencyType type) {
        AccessRole role = role(type);
        Purpose purpose =
                role.purposes().contains(Purpose.SECTION_47)
                        ? Purpose.SECTION_47
                        : role.purposes().stream().sorted().findFirst().orElseThrow();
        return new ReaderContext(
                asker.session(), NOBODY, agency, Set.of(role), Set.of(), Set.of(), purpose);
    }

    /** In which role staff of such an agency sit in a meeting about a child. */
    public static AccessRole role(AgencyType type) {
        return switch (type) {
            case CHILDRENS_SOCIAL_CARE -> AccessRole.SOCIAL_WORK_MANAGER;
            case POLICE, BORDER -> AccessRole.PROTECTION_OFFICER;
            case GP -> AccessRole.GP;
            case HOSPITAL -> AccessRole.NAMED_PROFESSIONAL;
            case MATERNITY -> AccessRole.MIDWIFE;
            case HEALTH_VISITING -> AccessRole.HEALTH_VISITOR;
            case SCHOOL_NURSING -> AccessRole.SCHOOL_NURSE;
            case AMBULANCE -> AccessRole.EMERGENCY_CLINICIAN;
            case SCHOOL, NURSERY, COUNCIL_EDUCATION -> AccessRole.SAFEGUARDING_LEAD;
            case PROBATION, PRISON -> AccessRole.PROBATION_OFFICER;
            case HOUSING,
                    COURT,
                    CPS,
                    REFUGE,
                    CHARITY,
                    PARTNERSHIP,
                    LEGAL,
                    CORONER,
                    SIGHTLINE,
                    OTHER ->
                    AccessRole.HOUSING_OFFICER;
        };
    }
}
