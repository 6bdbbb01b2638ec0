package sightline.population;

import java.util.Optional;

/** What can happen to somebody: by a rate of the table, or as a consequence that was planned. */
enum Happening {
    GP_CONTACT(0, "health-contact.gp"),
    AE_ATTENDANCE(1, "health-contact.ae"),
    WALK_IN(2, "health-contact.walk-in"),
    AMBULANCE_CALL(3, "health-contact.ambulance"),
    APPOINTMENT(4, "appointment"),
    SCHOOL_ABSENCE(5, "school-absence"),
    SCHOOL_CONCERN(6, "school-concern"),
    NOISE(7, "police-incident.noise"),
    DOMESTIC(8, "police-incident.domestic"),
    WELFARE(9, "police-incident.welfare"),
    THEFT(10, "police-incident.theft"),
    MISSING(11, "missing"),
    REFERRAL(12, "referral"),
    MOVE(13, "move"),
    LEAVE_HOME(14, "leave-home"),
    SEPARATION(15, "separation"),
    NEW_PARTNER(16, "new-partner"),
    MARRIAGE(17, "marriage"),
    PREGNANCY(18, "pregnancy"),
    DEATH(19, "death"),
    CONVICTION(20, "conviction"),
    CARE_ENTRY(21, "care-entry"),
    HOUSING_APPLICATION(22, "housing-application"),
    OCCUPANT_REPORTED(23, "occupant-reported"),
    DETAILS_CORRECTED(24, "details-corrected"),
    BOOKING(25),
    BIRTH(26),
    GP_REGISTRATION(27),
    RECORD_SENT(28),
    RECORD_RECEIVED(29),
    HEALTH_VISIT(30),
    IMMUNISATION(31),
    STAGE(32),
    SCHOOL_START(33),
    SCHOOL_MOVE(34),
    NAME_TOLD(35),
    REFERRAL_DECISION(36),
    CASE_CLOSED(37),
    FOUND(38),
    SUPERVISION_END(39),
    RELATIONSHIP_TOLD(40),
    HOME_EDUCATION(41, "home-education"),
    SEEN_AT_HOME(42),
    ADDRESS_TOLD(43);

    private static final Happening[] BY_CODE = values();

    private final int code;
    private final String rate;

    Happening(int code) {
        this(code, "");
    }

    Happening(int code, String rate) {
        this.code = code;
        this.rate = rate;
    }

    /** A number under 64 that stands for it in packed form. */
    int code() {
        return code;
    }

    /** The key in {@code rates.csv}, for what happens by itself. */
    Optional<String> rate() {
        return rate.isEmpty() ? Optional.empty() : Optional.of(rate);
    }

    static Happening of(int code) {
        return BY_CODE[code];
    }
}
