package sightline.core.screening;

import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.Mark;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Site;
import sightline.core.household.Entry;
import sightline.core.household.Individual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Marks that seldom come by accident: under 4 years a bruise at a site of TEN-4-FACESp (Pierce et
 * al. 2021) or a torn frenulum; at any age marks on the neck, grip marks, patterned and implement
 * marks. By codes alone: what stands in words is a question to a person, see {@link WordsOfMarks}.
 */
final class TellingMarks {
    private static final int YEARS = 4;
    private static final Set<Site> SITES_WHEN_YOUNG =
            EnumSet.of(
                    Site.TORSO,
                    Site.EAR,
                    Site.NECK,
                    Site.CHEEK,
                    Site.JAW_ANGLE,
                    Site.EYELID,
                    Site.WHITE_OF_EYE);
    private static final Set<MarkKind> AT_ANY_AGE =
            EnumSet.of(
                    MarkKind.GRIP_MARK,
                    MarkKind.PATTERNED_MARK,
                    MarkKind.IMPLEMENT_MARK,
                    MarkKind.STRANGULATION_MARK);
    private static final Set<MarkKind> NOT_ON_THE_SKIN =
            EnumSet.of(
                    MarkKind.BIRTHMARK,
                    MarkKind.SWELLING,
                    MarkKind.FRACTURE,
                    MarkKind.HEAD_INJURY,
                    MarkKind.INTERNAL_INJURY);

    private TellingMarks() {}

    /** The marks of an injury that seldom come by accident at the child's age on its day. */
    static List<Mark> of(Individual child, Injury injury) {
        boolean young = young(child, injury);
        return injury.marks().stream().filter(m -> telling(m, young)).distinct().toList();
    }

    /**
     * When it was first known here; what turns on the age not before the date of birth was known.
     */
    static Optional<Instant> since(Injuries injuries, Injury injury) {
        boolean young = young(injuries.person(), injury);
        List<Instant> known = new ArrayList<>();
        for (Entry<InjuryObserved> telling : injury.tellings()) {
            if (any(telling, false)) {
                known.add(telling.received());
            } else if (young && any(telling, true)) {
                injuries.birthKnown().ifPresent(b -> known.add(Order.later(b, telling.received())));
            }
        }
        return known.stream().min(Comparator.naturalOrder());
    }

    private static boolean any(Entry<InjuryObserved> telling, boolean young) {
        return telling.body().marks().stream().anyMatch(m -> telling(m, young));
    }

    /** Under four, or possibly so, where only the year or the month of birth is recorded. */
    private static boolean young(Individual child, Injury injury) {
        return child.born().filter(b -> b.ageOn(injury.day()).possiblyUnder(YEARS)).isPresent();
    }

    private static boolean telling(Mark mark, boolean young) {
        return AT_ANY_AGE.contains(mark.kind())
                || (mark.site().within(Site.NECK) && !NOT_ON_THE_SKIN.contains(mark.kind()))
                || (young && whenYoung(mark));
    }

    private static boolean whenYoung(Mark mark) {
        boolean frenulum = mark.site() == Site.FRENULUM && mark.kind() != MarkKind.BIRTHMARK;
        return frenulum
                || mark.kind() == MarkKind.TORN_FRENULUM
                || (mark.kind() == MarkKind.BRUISE
                        && SITES_WHEN_YOUNG.stream().anyMatch(mark.site()::within));
    }
}
