package sightline.facts.wire;

import sightline.core.facts.Body;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.Supervision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What cannot be so in a message of police, courts or prisons. It is set aside with what to send: a
 * register's clocks would run on it for years.
 */
final class JusticeChecks {
    private static final int OLDEST = 125;
    private static final int LONGEST_MONTHS = 1_200;

    private final Optional<LocalDate> day;
    private final Problems problems;

    JusticeChecks(Optional<LocalDate> day, Problems problems) {
        this.day = day;
        this.problems = problems;
    }

    void check(Body body) {
        switch (body) {
            case Conviction conviction -> conviction(conviction);
            case Sentence sentence -> months(sentence.months());
            case Release release -> ends("body.licenceEnds", release.licenceEnds());
            case Supervision supervision -> ends("body.ends", supervision.ends());
            default -> {}
        }
    }

    private void conviction(Conviction conviction) {
        offence("body.offence", conviction.offence());
        conviction.originalCharge().ifPresent(c -> offence("body.originalCharge", c));
        months(conviction.months());
    }

    private void offence(String field, Offence offence) {
        if (offence.wording().isBlank()
                && offence.code().isEmpty()
                && offence.group() == OffenceGroup.OTHER
                && offence.homeOfficeClass().filter(c -> !c.isBlank()).isEmpty()) {
            problems.add(
                    field,
                    "it names no offence",
                    "send its wording, and its group or Home Office class: nobody can class a"
                            + " conviction of nothing");
        }
        if (offence.victimAge().filter(a -> a < 0 || a > OLDEST).isPresent()) {
            problems.add(
                    field + ".victimAge",
                    "nobody is of that age",
                    "send the age in whole years on the day of the offence, under 1 as 0, or leave"
                            + " it out where it is not known");
        }
    }

    private void months(Optional<Integer> months) {
        if (months.filter(m -> m < 0 || m > LONGEST_MONTHS).isPresent()) {
            problems.add(
                    "body.months",
                    "no sentence is of that length",
                    "send its length in whole months, or leave it out where it is not known");
        }
    }

    private void ends(String field, Optional<LocalDate> ends) {
        if (day.isPresent() && ends.filter(e -> e.isBefore(day.get())).isPresent()) {
            problems.add(field, "it is before the day on which it began", "check both days");
        }
    }
}
