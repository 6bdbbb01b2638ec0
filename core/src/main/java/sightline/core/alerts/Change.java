package sightline.core.alerts;

import sightline.core.duties.Duty;
import sightline.core.facts.SystemBody.DutyChanged.WithdrawnBecause;
import sightline.core.screening.Finding;

import java.util.List;

/** Something that happened to an alert or a duty between two evaluations. */
public sealed interface Change {
    /** A new alert, with all its findings so far. */
    record Raised(Alert alert) implements Change {}

    /** New findings on an alert that stands. */
    record Grew(Alert alert, List<Finding> added) implements Change {
        public Grew {
            added = List.copyOf(added);
        }
    }

    /** The evidence of findings was withdrawn, ended or now belongs to somebody else. */
    record Withdrawn(String alert, String rule, List<String> items) implements Change {
        public Withdrawn {
            items = List.copyOf(items);
        }
    }

    /** A named person answered the alert. */
    record Answered(Alert alert) implements Change {}

    /** A clock started. */
    record Started(Duty duty) implements Change {}

    /** A duty passed its due time. */
    record Overdue(Duty duty) implements Change {}

    /** A rung of the ladder was reached: these are told. */
    record Escalated(Duty duty, Duty.Told told) implements Change {}

    /** A fact discharged a duty. */
    record Discharged(Duty duty) implements Change {}

    /** A duty no longer applies. */
    record Ended(Duty duty) implements Change {}

    /**
     * What started a duty is not there any more, whether it was still owed or not.
     *
     * @param duty its key
     */
    record Lapsed(String duty, WithdrawnBecause because) implements Change {
        /** The key of its clock. */
        public String clock() {
            return duty.substring(0, duty.indexOf('|'));
        }
    }
}
