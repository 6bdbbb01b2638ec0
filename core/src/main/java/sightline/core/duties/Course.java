package sightline.core.duties;

import sightline.core.kernel.ClockArithmetic;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clock says beyond a limit that runs once from its start.
 *
 * @param to the day to which it counts back, as a code of the start's body, {@value
 *     #EXPECTED_BIRTH} or {@value #QUESTION_REVIEW}; the limit is how long before that day it is
 *     due, none at all its end
 * @param later the limits of later runs of a clock that repeats, in their order; none means that
 *     each run has the first limit
 * @param extension by how much a named person may put the limit off, with a reason, before it has
 *     passed; none means that nobody may
 * @param schoolDays whether its working days are those of the school that recorded the start
 */
record Course(
        Optional<String> to, List<Later> later, Optional<Limit> extension, boolean schoolDays) {
    /** The day on which an unborn child is expected. */
    static final String EXPECTED_BIRTH = "expected-birth";

    /** The day to which the question that the finding shows was put off. */
    static final String QUESTION_REVIEW = "question-review";

    /** A limit that runs once from its start. */
    static final Course ONCE = new Course(Optional.empty(), List.of(), Optional.empty(), false);

    /**
     * The limit of later runs.
     *
     * @param during how long after the first start it holds; none means from then on
     */
    record Later(Limit limit, Counting counting, Optional<Limit> during) {
        Later {
            if (!counting.accepts(limit)) {
                throw new IllegalArgumentException(
                        "later runs count %s by %s, which does not go together"
                                .formatted(limit.text(), counting.slug()));
            }
        }

        private boolean holds(Instant first, Instant start) {
            return during.map(d -> ClockArithmetic.dayAfter(London.day(first), d))
                    .map(end -> !London.day(start).isAfter(end))
                    .orElse(true);
        }
    }

    Course {
        later = List.copyOf(later);
    }

    /** The limit of a run that began later than the first, where it has one of its own. */
    Optional<Later> later(Instant first, Instant start) {
        return later.stream().filter(l -> l.holds(first, start)).findFirst();
    }
}
