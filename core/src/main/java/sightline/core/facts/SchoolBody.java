package sightline.core.facts;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.Optional;

/** What schools, nurseries and the council's education service record. */
public sealed interface SchoolBody extends Body {

    /** On or off the roll of this school. */
    record SchoolRoll(@TrueWhenLeftOut boolean joined, Optional<AgencyId> other)
            implements SchoolBody {}

    /** Absent. */
    record SchoolAbsence(boolean explained, Optional<Integer> days) implements SchoolBody {}

    /** Withdrawn from school to be taught at home. */
    record HomeEducation(@TrueWhenLeftOut boolean started) implements SchoolBody {}

    /** A concern of a school, nursery or health worker. */
    record Concern(Topic topic, Optional<Text> words, boolean seenChild) implements SchoolBody {
        /** What about. */
        public enum Topic {
            HUNGER,
            COLD,
            UNKEMPT,
            LEFT_ALONE,
            INJURY,
            BEHAVIOUR,
            DISCLOSURE,
            CARER,
            NO_MEDICAL_CARE,
            EMOTIONAL,
            OTHER
        }
    }

    /** A concern was closed, and how; {@code regarding} names it. */
    record ConcernClosed(boolean childSeen, Optional<Text> reason) implements SchoolBody {}

    /** The child protection file of a pupil, sent on or received. */
    record SchoolFile(boolean received, Optional<AgencyId> other, Optional<LocalDate> sentOn)
            implements SchoolBody {}
}
