package sightline.access;

import static sightline.access.Purpose.ADMINISTRATION;
import static sightline.access.Purpose.ADOPTION;
import static sightline.access.Purpose.ANTENATAL_BOOKING;
import static sightline.access.Purpose.DIRECT_WORK;
import static sightline.access.Purpose.INVESTIGATION;
import static sightline.access.Purpose.MAPPA;
import static sightline.access.Purpose.OVERSIGHT;
import static sightline.access.Purpose.REFERRAL;
import static sightline.access.Purpose.REGISTER;
import static sightline.access.Purpose.REVIEW;
import static sightline.access.Purpose.SECTION_17;
import static sightline.access.Purpose.SECTION_47;
import static sightline.access.Purpose.SUBJECT_ACCESS;
import static sightline.access.Purpose.SUPERVISION;
import static sightline.access.Purpose.TOUCHPOINT;

import sightline.core.facts.Sensitivity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account may come to see at most. Not the post that somebody holds (which says what is
 * sent to them), and never enough by itself: a live relationship and a fitting purpose must be
 * there as well.
 */
public enum AccessRole {
    MASH_TRIAGE("mash-triage", "Front door worker", Tier.T2, REFERRAL, SECTION_17, SECTION_47),
    SOCIAL_WORKER("social-worker", "Social worker", Tier.T3, REFERRAL, SECTION_17, SECTION_47),
    SOCIAL_WORK_MANAGER(
            "social-work-manager",
            "Social work manager",
            Tier.T3,
            REFERRAL,
            SECTION_17,
            SECTION_47,
            MAPPA),
    CONFERENCE_CHAIR("conference-chair", "Conference chair", Tier.T3, SECTION_17, SECTION_47),
    ADOPTION_WORKER("adoption-worker", "Adoption worker", Tier.T1, ADOPTION),
    EMERGENCY_DUTY_WORKER(
            "emergency-duty-worker",
            "Emergency duty worker",
            Tier.T3,
            REFERRAL,
            SECTION_17,
            SECTION_47),
    PROTECTION_OFFICER(
            "protection-officer",
            "Police protection officer",
            Tier.T3,
            SECTION_47,
            INVESTIGATION,
            MAPPA),
    REGISTER_KEEPER("register-keeper", "Register keeper", Tier.T2, REGISTER, MAPPA),
    CONTROL_ROOM("control-room", "Police control room", Tier.T1, INVESTIGATION),
    POLICE_ANALYST("police-analyst", "Police analyst", Tier.NONE, OVERSIGHT),
    GP("gp", "GP", Tier.T2, DIRECT_WORK),
    MIDWIFE("midwife", "Midwife", Tier.T2, DIRECT_WORK, ANTENATAL_BOOKING),
    HEALTH_VISITOR("health-visitor", "Health visitor", Tier.T2, DIRECT_WORK, TOUCHPOINT),
    SCHOOL_NURSE("school-nurse", "School nurse", Tier.T2, DIRECT_WORK),
    EMERGENCY_CLINICIAN(
            "emergency-clinician", "Emergency clinician", Tier.T2, DIRECT_WORK, TOUCHPOINT),
    NAMED_PROFESSIONAL(
            "named-professional",
            "Named doctor or nurse",
            Tier.T3,
            DIRECT_WORK,
            SECTION_17,
            SECTION_47),
    PROBATION_OFFICER("probation-officer", "Probation officer", Tier.T2, SUPERVISION, MAPPA),
    HOUSING_OFFICER("housing-officer", "Housing officer", Tier.T0, TOUCHPOINT),
    SAFEGUARDING_LEAD(
            "safeguarding-lead", "School safeguarding lead", Tier.T2, DIRECT_WORK, SECTION_17),
    REVIEW_AUTHOR("review-author", "Review author", Tier.T3, REVIEW),
    REVIEW_PUBLISHER("review-publisher", "Review publisher", Tier.NONE, REVIEW),
    PRIVACY_OFFICER("privacy-officer", "Privacy officer", Tier.NONE, OVERSIGHT),
    AUDITOR("auditor", "Auditor", Tier.NONE, OVERSIGHT),
    SUBJECT_ACCESS_OFFICER(
            "subject-access-officer", "Subject access officer", Tier.NONE, SUBJECT_ACCESS),
    AGENCY_ADMINISTRATOR("agency-administrator", "Agency administrator", Tier.NONE, ADMINISTRATION),
    PLATFORM_OPERATOR("platform-operator", "Platform operator", Tier.NONE, ADMINISTRATION);

    private static final Set<AccessRole> MAY_OPEN_IN_EMERGENCY =
            EnumSet.of(
                    MASH_TRIAGE,
                    SOCIAL_WORKER,
                    SOCIAL_WORK_MANAGER,
                    EMERGENCY_DUTY_WORKER,
                    PROTECTION_OFFICER,
                    CONTROL_ROOM,
                    GP,
                    MIDWIFE,
                    HEALTH_VISITOR,
                    SCHOOL_NURSE,
                    EMERGENCY_CLINICIAN,
                    NAMED_PROFESSIONAL,
                    PROBATION_OFFICER,
                    SAFEGUARDING_LEAD);

    private final String slug;
    private final String title;
    private final Tier ceiling;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Purpose> purposes;

    AccessRole(String slug, String title, Tier ceiling, Purpose... purposes) {
        this.slug = slug;
        this.title = title;
        this.ceiling = ceiling;
        this.purposes = Set.of(purposes);
    }

    /** Its name in accounts, contexts and journal entries. */
    public String slug() {
        return slug;
    }

    /** Its words on pages. */
    public String title() {
        return title;
    }

    /** The most that it may come to see. */
    public Tier ceiling() {
        return ceiling;
    }

    /** The purposes for which it may read. */
    public Set<Purpose> purposes() {
        return purposes;
    }

    /** Whether it may open a record in an emergency, without a relationship, for an hour. */
    public boolean mayOpenInEmergency() {
        return MAY_OPEN_IN_EMERGENCY.contains(this);
    }

    /**
     * How far it sees a class; empty where it never does. Sealed classes need a seal that names it
     * too.
     */
    public Optional<Reach> reach(Sensitivity of) {
        return Optional.ofNullable(RoleMatrix.of(this).get(of));
    }

    /** The role with that slug. */
    public static Optional<AccessRole> of(String slug) {
        return Arrays.stream(values()).filter(r -> r.slug.equals(slug)).findFirst();
    }

    /** The rows of the matrix, computed once for every role. */
    private static final class RoleMatrix {
        private static final Map<AccessRole, Map<Sensitivity, Reach>> ROWS =
                new EnumMap<>(AccessRole.class);

        static {
            for (var role : values()) {
                ROWS.put(role, row(role));
            }
        }

        static Map<Sensitivity, Reach> of(AccessRole role) {
            return ROWS.getOrDefault(role, Map.of());
        }

        private static Map<Sensitivity, Reach> row(AccessRole role) {
            var row = new EnumMap<Sensitivity, Reach>(Sensitivity.class);
            for (var sensitivity : Sensitivity.values()) {
                byCeiling(role.ceiling, sensitivity)
                        .ifPresent(reach -> row.put(sensitivity, reach));
            }
            row.putAll(special(role));
            return row;
        }

        private static Map<Sensitivity, Reach> special(AccessRole role) {
            return switch (role) {
                case ADOPTION_WORKER -> Map.of(Sensitivity.ADOPTION, Reach.ALL);
                case REGISTER_KEEPER ->
                        Map.of(Sensitivity.POLICE, Reach.ALL, Sensitivity.CRIMINAL, Reach.ALL);
                case PROBATION_OFFICER -> Map.of(Sensitivity.CRIMINAL, Reach.ALL);
                default -> Map.of();
            };
        }

        private static Optional<Reach> byCeiling(Tier ceiling, Sensitivity sensitivity) {
            return switch (ceiling) {
                case NONE, T0 -> Optional.empty();
                case T1 -> Optional.of(Reach.ALL).filter(all -> sensitivity.tier() == 1);
                case T2 -> headlines(sensitivity);
                case T3 -> full(sensitivity);
            };
        }

        private static Optional<Reach> headlines(Sensitivity sensitivity) {
            return switch (sensitivity.tier()) {
                case 1 -> Optional.of(Reach.ALL);
                case 2 -> Optional.of(Reach.OWN);
                default -> Optional.empty();
            };
        }

        private static Optional<Reach> full(Sensitivity sensitivity) {
            return switch (sensitivity.tier()) {
                case 1 -> Optional.of(Reach.ALL);
                case 2, 3 -> Optional.of(Reach.REASON);
                default ->
                        Optional.of(Reach.ALL).filter(all -> sensitivity != Sensitivity.ADOPTION);
            };
        }
    }
}
