package sightline.core.facts;

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

    /** A duty started, fell overdue, went up a rung, was discharged or ended. */
    record DutyChanged(
            String duty,
            String clock,
            DutyChange change,
            Optional<Instant> due,
            Optional<Integer> rung)
            implements SystemBody {
        /** What happened. */
        public enum DutyChange {
            STARTED,
            OVERDUE,
            ESCALATED,
            DISCHARGED,
            ENDED
        }
    }

    /** A delivery was tried: its outcome and to which post. */
    record Delivery(String alert, String post, DeliveryChannel channel, DeliveryOutcome outcome)
            implements SystemBody {
        /** By which way. */
        public enum DeliveryChannel {
            WORK_LIST,
            EMAIL,
            CALLBACK,
            FETCH,
            TEXT,
            PHONE
        }

        /** What came of it. */
        public enum DeliveryOutcome {
            SENT,
            OPENED,
            FAILED,
            UNDELIVERABLE
        }
    }
}
