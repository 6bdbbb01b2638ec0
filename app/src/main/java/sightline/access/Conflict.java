package sightline.access;

import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Optional;

/** A record that touches a user privately. It forbids, whatever else permits. */
public record Conflict(
        UserId user,
        SourceRecord record,
        Kind kind,
        UserId registeredBy,
        Instant from,
        Optional<Instant> until) {

    /** How the record touches the user. */
    public enum Kind {
        /** It is about the user. */
        SELF("self"),
        /** Somebody in the user's household. */
        HOUSEHOLD("household"),
        /** A relative. */
        RELATIVE("relative"),
        /** A former partner. */
        FORMER_PARTNER("former-partner"),
        /** The user declared it, without saying why. */
        DECLARED("declared"),
        /** Found by comparing addresses and children. */
        FOUND("found");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Its code in the database. */
        public String code() {
            return code;
        }

        static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of conflict: " + code);
        }
    }

    /** Whether it holds at that instant. */
    public boolean holdsAt(Instant at) {
        return !from.isAfter(at) && until.filter(end -> !end.isAfter(at)).isEmpty();
    }
}
