package sightline.facts.wire;

import sightline.core.facts.Body;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.PartialDate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The age of a victim whom a conviction names with a date of birth, and without an age or with an
 * adult's: of several, one child is enough (OC-2). Only that the victim was a child follows from
 * it: whoever was under 18 when it was recorded was so on the day of the offence; whoever was older
 * may have been a child then, and that stays a question.
 */
final class VictimAges {
    private static final int ADULT = 18;

    private VictimAges() {}

    /**
     * The same body, with the age of the youngest victim where no child's age is in it and that is
     * one.
     */
    static Body filled(Body body, List<Envelope.WirePerson> people, Optional<LocalDate> day) {
        if (!(body instanceof Conviction conviction)
                || ages(conviction).anyMatch(age -> age < ADULT)) {
            return body;
        }
        return day.flatMap(d -> youngest(people, d))
                .<Body>map(age -> with(conviction, age))
                .orElse(body);
    }

    /** Whether an adult's age stood where a child's stands now. */
    static boolean contradicts(Body sent, Body filled) {
        return sent instanceof Conviction conviction
                && !sent.equals(filled)
                && ages(conviction).findAny().isPresent();
    }

    private static Stream<Integer> ages(Conviction conviction) {
        return Stream.concat(Stream.of(conviction.offence()), conviction.originalCharge().stream())
                .flatMap(o -> o.victimAge().stream());
    }

    private static Optional<Integer> youngest(List<Envelope.WirePerson> people, LocalDate day) {
        return people.stream()
                .filter(p -> p.role() == PersonRole.VICTIM)
                .flatMap(p -> p.dateOfBirth().stream())
                .filter(born -> !born.earliest().isAfter(day))
                .map(born -> oldest(born, day))
                .min(Comparator.naturalOrder())
                .filter(age -> age < ADULT);
    }

    private static int oldest(PartialDate born, LocalDate day) {
        return born.ageOn(day).max();
    }

    private static Conviction with(Conviction conviction, int age) {
        Offence offence = conviction.offence();
        return new Conviction(
                new Offence(
                        offence.wording(),
                        offence.code(),
                        offence.homeOfficeClass(),
                        offence.group(),
                        Optional.of(age),
                        offence.victimTie()),
                conviction.originalCharge(),
                conviction.caution(),
                conviction.sentence(),
                conviction.months());
    }
}
