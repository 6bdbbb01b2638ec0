package sightline.core.facts;

import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Sightline itself did, recorded once as facts of the sender {@code sightline}. */
public sealed interface SystemBody extends Body {

    /** An alert was raised, grew or was withdrawn. */
    record AlertChanged(String alert, String rule, AlertChange change, List<String> findings)
            implements SystemBody {
        /** What happened. */
        public enum AlertChange {
            RAISED,
            GREW,
            WITHDRAWN,
            ANSWERED
        }

        public AlertChanged {
            findings = List.copyOf(findings);
        }
    }

    /** A duty started, fell overdue, went up a rung, was discharged, ended or withdrawn. */
    record DutyChanged(
            String duty,
            String clock,
            DutyChange change,
            Optional<Instant> due,
            Optional<Integer> rung,
            Optional<WithdrawnBecause> because)
            implements SystemBody {
        /** A duty without a reason for its withdrawal. */
        public DutyChanged(
                String duty,
                String clock,
                DutyChange change,
                Optional<Instant> due,
                Optional<Integer> rung) {
            this(duty, clock, change, due, rung, Optional.empty());
        }

        /** What happened. */
        public enum DutyChange {
            STARTED,
            OVERDUE,
            ESCALATED,
            DISCHARGED,
            ENDED,
            WITHDRAWN
        }

        /** Why what started a duty does not start it any more. */
        public enum WithdrawnBecause {
            /** The entry was corrected or retracted, or what it says has ended. */
            ENTRY_WITHDRAWN,
            /** The record that it stands on is somebody else's. */
            ANOTHER_PERSON,
            /** The rule that started it finds it no longer. */
            NOT_FOUND,
            /** The entry stands, and the clock counts it no longer. */
            NOT_COUNTED
        }
    }

    /**
     * What somebody was told, that they saw it, and what another installation said. Unlike the rest
     * of what Sightline does it is found by the person, because clocks start on it and are
     * discharged by it.
     */
    sealed interface Attention {}

    /**
     * An alert, or what it grew by, was put before somebody.
     *
     * @param agency at which agency
     * @param role in which role
     * @param from whose entry raised it: the referring agency
     * @param manner how they came to be told
     * @param findings the items of the findings that are theirs to know
     */
    record AlertTold(
            String alert,
            String rule,
            AgencyId agency,
            String role,
            AgencyId from,
            Manner manner,
            List<String> findings)
            implements SystemBody, Attention {
        /** How somebody came to be told. */
        public enum Manner {
            /** The rule names them. */
            FIRST,
            /** The rule names them, and nobody is there. */
            NOBODY_THERE,
            /** In place of whoever could not be reached. */
            IN_PLACE
        }

        public AlertTold {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Somebody who was told opened the alert, or acknowledged it; it refers to the telling.
     *
     * @param by the account of a person, or the agency's own system
     */
    record AlertSeen(
            String alert,
            AgencyId agency,
            String role,
            AlertTold.Manner manner,
            Step step,
            DeliveryChannel way,
            String by)
            implements SystemBody, Attention {
        /** What they did. */
        public enum Step {
            OPENED,
            ACKNOWLEDGED
        }
    }

    /**
     * An alert could not be put before whoever should have it: it is the area's named lead's until
     * they see to it.
     *
     * @param agency whom it was for; the lead's own where the rule found nobody
     */
    record AlertUndeliverable(
            String alert,
            String rule,
            AgencyId agency,
            String role,
            AgencyId from,
            Reason reason,
            List<String> findings)
            implements SystemBody, Attention {
        public AlertUndeliverable {
            findings = List.copyOf(findings);
        }

        /** Why. */
        public enum Reason {
            /** The rule found no agency to tell. */
            NO_RECIPIENT,
            /** The directory has no such agency. */
            NO_AGENCY,
            /** The agency has no such post. */
            NO_POST,
            /** The post has no holder who is there, and nobody covers or is on call. */
            NOBODY_THERE,
            /** It was not opened in time. */
            NOT_OPENED,
            /** Every way of sending it has failed. */
            EVERY_WAY_FAILED
        }
    }

    /**
     * Nobody was there to whom a duty came, when it started or when it climbed: it was passed on at
     * once to whoever is next on its ladder, and is theirs as well.
     *
     * @param duty the duty's key
     * @param agency whose it was
     * @param to the agency to which it was passed
     * @param reason why nobody was there
     */
    record DutyPassed(
            String duty,
            AgencyId agency,
            String role,
            AgencyId to,
            String toRole,
            AlertUndeliverable.Reason reason)
            implements SystemBody, Attention {}

    /**
     * Somebody must be rung, because nothing else would wake them: a duty of whoever has the desk.
     *
     * @param agency whom the alert is for
     * @param post the post that is rung
     * @param desk whose desk rings
     */
    record AlertToRing(
            String alert,
            String rule,
            AgencyId agency,
            String role,
            String post,
            AgencyId desk,
            String deskRole,
            AgencyId from)
            implements SystemBody, Attention {}

    /**
     * Somebody was checked at a touchpoint, and whoever asked was told to ring, or that there was
     * no answer: the desk owes them a call.
     *
     * @param check the check's number
     * @param touchpoint the kind of the message that was the check
     * @param agency who asked
     */
    record TouchpointAnswered(String check, String touchpoint, AgencyId agency, Said said)
            implements SystemBody, Attention {
        /** What was said. */
        public enum Said {
            RING,
            NO_ANSWER
        }
    }

    /**
     * Another installation answered that it may hold a register entry about the person: nothing but
     * that, and whom to ring. Possible until two people have confirmed who it is.
     *
     * @param peer the installation, as it is called here
     * @param ring whom to ring there: a post and its number
     */
    record EntryHeldElsewhere(String peer, String ring) implements SystemBody, Attention {}

    /**
     * Another installation asked about somebody who may be the registered person: it was answered
     * that an entry is held, and whom to ring.
     *
     * @param peer the installation, as it is called here
     * @param ring whom to ring there
     * @param asked when it asked
     */
    record EntryAskedAbout(String peer, String ring, Instant asked)
            implements SystemBody, Attention {}

    /**
     * After the entry here was said to have ended, another installation answered that it holds one
     * and answers for the person: it has taken over. Nobody here is to do anything.
     *
     * @param peer the installation, as it is called here
     * @param ring whom to ring there: a post and its number
     */
    record EntryTakenOver(String peer, String ring) implements SystemBody, Attention {}

    /** By which way something reaches somebody. */
    enum DeliveryChannel {
        WORK_LIST,
        EMAIL,
        CALLBACK,
        FETCH,
        TEXT,
        PHONE
    }

    /** A delivery was tried: its outcome and to which post. */
    record Delivery(String alert, String post, DeliveryChannel channel, DeliveryOutcome outcome)
            implements SystemBody {
        /** What came of it. */
        public enum DeliveryOutcome {
            SENT,
            OPENED,
            FAILED,
            UNDELIVERABLE
        }
    }
}
