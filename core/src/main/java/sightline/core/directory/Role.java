package sightline.core.directory;

import java.util.regex.Pattern;

/**
 * What somebody does at an agency, whoever holds the post: {@code duty-manager}. The constants are
 * the roles that rules and clocks name; an agency may have others.
 *
 * @param slug lower-case letters and digits joined by hyphens, at most 64
 */
public record Role(String slug) implements Comparable<Role> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Social worker. */
    public static final Role SOCIAL_WORKER = new Role("social-worker");

    /** Duty manager. */
    public static final Role DUTY_MANAGER = new Role("duty-manager");

    /** Manager. */
    public static final Role MANAGER = new Role("manager");

    /** Front door. */
    public static final Role FRONT_DOOR = new Role("front-door");

    /** Conference chair. */
    public static final Role CONFERENCE_CHAIR = new Role("conference-chair");

    /** Legal. */
    public static final Role LEGAL = new Role("legal");

    /** Court clerk. */
    public static final Role COURT_CLERK = new Role("court-clerk");

    /** Safeguarding midwife. */
    public static final Role SAFEGUARDING_MIDWIFE = new Role("safeguarding-midwife");

    /** Safeguarding nurse. */
    public static final Role SAFEGUARDING_NURSE = new Role("safeguarding-nurse");

    /** Named nurse. */
    public static final Role NAMED_NURSE = new Role("named-nurse");

    /** Named doctor. */
    public static final Role NAMED_DOCTOR = new Role("named-doctor");

    /** Paediatrician on call. */
    public static final Role PAEDIATRICIAN_ON_CALL = new Role("paediatrician-on-call");

    /** Midwife. */
    public static final Role MIDWIFE = new Role("midwife");

    /** Health visitor. */
    public static final Role HEALTH_VISITOR = new Role("health-visitor");

    /** School nurse. */
    public static final Role SCHOOL_NURSE = new Role("school-nurse");

    /** Gp. */
    public static final Role GP = new Role("gp");

    /** Practice manager. */
    public static final Role PRACTICE_MANAGER = new Role("practice-manager");

    /** Emergency clinician. */
    public static final Role EMERGENCY_CLINICIAN = new Role("emergency-clinician");

    /** Police triage. */
    public static final Role POLICE_TRIAGE = new Role("police-triage");

    /** Vulnerability supervisor. */
    public static final Role VULNERABILITY_SUPERVISOR = new Role("vulnerability-supervisor");

    /** Duty sergeant. */
    public static final Role DUTY_SERGEANT = new Role("duty-sergeant");

    /** Investigator. */
    public static final Role INVESTIGATOR = new Role("investigator");

    /** Investigation supervisor. */
    public static final Role INVESTIGATION_SUPERVISOR = new Role("investigation-supervisor");

    /** Custody. */
    public static final Role CUSTODY = new Role("custody");

    /** Register keeper. */
    public static final Role REGISTER_KEEPER = new Role("register-keeper");

    /** Offender manager. */
    public static final Role OFFENDER_MANAGER = new Role("offender-manager");

    /** Prison officer. */
    public static final Role PRISON_OFFICER = new Role("prison-officer");

    /** Safeguarding lead. */
    public static final Role SAFEGUARDING_LEAD = new Role("safeguarding-lead");

    /** Head teacher. */
    public static final Role HEAD_TEACHER = new Role("head-teacher");

    /** Home education. */
    public static final Role HOME_EDUCATION = new Role("home-education");

    /** Education lead. */
    public static final Role EDUCATION_LEAD = new Role("education-lead");

    /** Housing officer. */
    public static final Role HOUSING_OFFICER = new Role("housing-officer");

    /** Advocate. */
    public static final Role ADVOCATE = new Role("advocate");

    /** Border officer. */
    public static final Role BORDER_OFFICER = new Role("border-officer");

    /** Coroners officer. */
    public static final Role CORONERS_OFFICER = new Role("coroners-officer");

    /** Data steward. */
    public static final Role DATA_STEWARD = new Role("data-steward");

    /** Records desk. */
    public static final Role RECORDS_DESK = new Role("records-desk");

    /** Privacy officer. */
    public static final Role PRIVACY_OFFICER = new Role("privacy-officer");

    /** Area lead. */
    public static final Role AREA_LEAD = new Role("area-lead");

    /** Partnership lead. */
    public static final Role PARTNERSHIP_LEAD = new Role("partnership-lead");

    /** Alert desk: rings whoever must be woken. */
    public static final Role ALERT_DESK = new Role("alert-desk");

    /** Operator of this installation, its site lead. */
    public static final Role OPERATOR = new Role("platform-operator");

    public Role {
        if (slug.length() > 64 || !FORM.matcher(slug).matches()) {
            throw new IllegalArgumentException("A role is written like duty-manager, not " + slug);
        }
    }

    /** The words shown to people: "duty manager". */
    public String title() {
        return slug.replace('-', ' ');
    }

    @Override
    public int compareTo(Role other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
