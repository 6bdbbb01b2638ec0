package sightline.core.duties;

import sightline.core.directory.SchoolDays;
import sightline.core.kernel.Due;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.screening.Schooling;
import sightline.core.screening.Situation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts a limit that ends some hours before the subject's next school day starts: by the start
 * time and the terms of the school in the directory, else by the usual ones, which it says.
 */
final class BeforeSchool {
    private static final int DAYS_WITHOUT_TERMS = 1;

    private BeforeSchool() {}

    static Due due(Situation situation, Instant start, Limit limit, WorkingCalendar calendar) {
        Schooling schooling = Schooling.of(situation.subject(), London.day(start));
        SchoolDays days = schooling.days(situation.directory());
        Instant opens =
                days.nextStart(start, calendar)
                        .orElseGet(() -> start.plus(DAYS_WITHOUT_TERMS, ChronoUnit.DAYS));
        Instant at = opens.minus(Duration.ofHours(limit.amount()));
        List<String> lines = new ArrayList<>();
        lines.add("Attended " + Words.moment(start) + ".");
        lines.add(
                (schooling.atHome().isPresent()
                                ? "Taught at home: the council is told by "
                                : "The next school day starts ")
                        + Words.moment(opens)
                        + ".");
        if (schooling.atHome().isEmpty() && schooling.entered(situation.directory()).isEmpty()) {
            lines.add(
                    "The directory has no times of the school: "
                            + Words.time(Schooling.USUAL_START)
                            + " on a working day is taken (unconfirmed).");
        }
        if (limit.amount() > 0) {
            lines.add(limit.amount() + " hours before that: " + Words.moment(at) + ".");
        }
        return new Due(at, London.day(at), lines);
    }
}
