package sightline.core.directory;

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
    OTHER
}
