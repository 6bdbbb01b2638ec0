package sightline.audit;

import java.util.Locale;

/** What happened, in the journal's words. */
public enum Event {
    /** Somebody searched; the entry names the records of which anything was shown. */
    SEARCH,
    /** Records were shown. */
    REVEAL,
    /** A page without any person's record was shown: an empty list, a form. */
    VISIT,
    /** Something was asked for and refused. */
    DENY,
    /** Emergency access was opened. */
    EMERGENCY,
    /** Emergency access was reviewed. */
    EMERGENCY_REVIEWED,
    /** Records were exported; one entry a chunk, before the chunk. */
    EXPORT,
    /** Something was disclosed to, or withheld from, somebody outside. */
    DISCLOSE,
    /** A practitioner recorded something. */
    RECORD,
    /** Two records were held to be one person, not one person, or separated. */
    MATCH,
    /** A seal was placed or lifted. */
    SEAL,
    /** A rule, a pack or a setting was changed. */
    POLICY_CHANGE,
    /** Somebody asked for, gave, or used an approval. */
    APPROVE,
    /** An account or its roles were changed. */
    ACCOUNT,
    /** Somebody signed in. */
    SIGN_IN,
    /** Somebody tried to sign in and failed. */
    SIGN_IN_FAILED,
    /** Somebody signed out, or their session ended. */
    SIGN_OUT,
    /** A named person opened an alert. */
    ALERT_OPENED,
    /** A named person acknowledged an alert or a duty. */
    ACKNOWLEDGED,
    /** Content was erased. */
    ERASE,
    /** Everything was derived anew from the facts, to be compared or to be put right. */
    REBUILD,
    /** Everything was copied for a backup. */
    BACKUP,
    /** The database was restored from a backup. */
    RESTORE;

    /** Its form in the journal: {@code alert-opened}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
