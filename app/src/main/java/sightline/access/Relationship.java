package sightline.access;

import sightline.core.kernel.FactId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Optional;

/**
 * A live reason for somebody to know of a person: this user, post, team or agency works with
 * whoever has this source record. It follows from a fact, ends by itself, and its end ends access
 * in the next transaction.
 *
 * @param from from when on; {@code until} (not included) where the end is known already
 * @param follows from whose record, of the unborn child that it was, what opens it follows
 */
public record Relationship(
        Grantee grantee,
        SourceRecord record,
        Kind kind,
        FactId reason,
        Instant from,
        Optional<Instant> until,
        Optional<SourceRecord> follows) {

    /** One that follows from no other. */
    public Relationship(
            Grantee grantee,
            SourceRecord record,
            Kind kind,
            FactId reason,
            Instant from,
            Optional<Instant> until) {
        this(grantee, record, kind, reason, from, until, Optional.empty());
    }

    /** Why they work together. */
    public enum Kind {
        /** The case is theirs, or an enquiry that they lead. */
        ALLOCATION("allocation", true),
        /** The matter waits in their team's queue. */
        TEAM_QUEUE("team-queue", true),
        /** A referral was sent to them: 14 days. */
        REFERRAL_RECIPIENT("referral-recipient", true),
        /**
         * They were asked what they hold: who the person is and where they live, until a fortnight
         * after the answer.
         */
        ASKED("asked", false),
        /** An alert was sent to them: until it is answered or withdrawn, and 14 days more. */
        ALERT_RECIPIENT("alert-recipient", true),
        /** They take part in a conference, core group or strategy discussion. */
        CONFERENCE("conference", true),
        /** They manage the person as an offender. */
        OFFENDER_MANAGEMENT("offender-management", true),
        /** They investigate an offence against or by the person. */
        INVESTIGATION("investigation", true),
        /** They were commissioned to review the case. */
        REVIEW("review", true),
        /** Registered with them as a patient. */
        REGISTRATION("registration", false),
        /** In an open episode of their care. */
        EPISODE("episode", false),
        /** On their roll. */
        ROLL("roll", false),
        /** Applied to them for a home, or is their tenant. */
        TENANCY("tenancy", false);

        private final String code;
        private final boolean opensContent;

        Kind(String code, boolean opensContent) {
            this.code = code;
            this.opensContent = opensContent;
        }

        /** Its code in the database. */
        public String code() {
            return code;
        }

        /**
         * Whether it is a recorded reason to read other agencies' content. Being a patient, a pupil
         * or a tenant is none.
         */
        public boolean opensContent() {
            return opensContent;
        }

        static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of relationship: " + code);
        }
    }

    /** Whether it holds at that instant. */
    public boolean holdsAt(Instant at) {
        return !from.isAfter(at) && until.filter(end -> !end.isAfter(at)).isEmpty();
    }
}
