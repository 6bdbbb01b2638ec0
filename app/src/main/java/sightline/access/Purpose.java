package sightline.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why somebody reads: given at sign-in or with a request, checked against the role, kept in the
 * context and in each journal entry.
 */
public enum Purpose {
    REFERRAL("referral", "Decide what a referral needs"),
    SECTION_17("s17", "Assess or help a child in need (Children Act 1989, section 17)"),
    SECTION_47("s47", "Find out whether a child is suffering harm (Children Act 1989, section 47)"),
    DIRECT_WORK("direct-work", "Care for or teach somebody who is with us now"),
    ANTENATAL_BOOKING("antenatal-booking", "Book a pregnancy"),
    TOUCHPOINT("touchpoint", "Check before a tenancy, a place or a visit"),
    INVESTIGATION("investigation", "Investigate an offence"),
    REGISTER("register", "Manage a person with notification duties"),
    SUPERVISION("supervision", "Supervise an order or licence"),
    MAPPA("mappa", "Manage risk together under MAPPA"),
    ADOPTION("adoption", "Plan or support an adoption"),
    REVIEW("review", "Review a case for learning"),
    SUBJECT_ACCESS("subject-access", "Answer somebody who asks for their own record"),
    OVERSIGHT("oversight", "Check how records are used"),
    ADMINISTRATION("administration", "Keep accounts and settings");

    private final String code;
    private final String title;

    Purpose(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Its code in contexts, journal entries and the API. */
    public String code() {
        return code;
    }

    /** Its words on pages. */
    public String title() {
        return title;
    }

    /** The purpose with that code. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
