package sightline.core.facts;

/** What somebody is in one fact. The first participant of a fact is the person whom it is about. */
public enum PersonRole {
    SUBJECT,
    CHILD,
    UNBORN_CHILD,
    MOTHER,
    FATHER,
    PARENT,
    STEP_PARENT,
    CARER,
    SUPERVISOR,
    PARTNER,
    EX_PARTNER,
    SIBLING,
    GRANDPARENT,
    RELATIVE,
    FRIEND,
    OCCUPANT,
    TENANT,
    APPLICANT,
    SUSPECT,
    VICTIM,
    WITNESS,
    CALLER,
    PARTY,
    OFFENDER,
    REFERRER,
    PRACTITIONER,
    OTHER;

    /** Whether somebody is there for their work alone: none of those whom the fact is about. */
    public boolean isAtWork() {
        return this == REFERRER || this == PRACTITIONER;
    }
}
