package sightline.core.classification;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.VictimTie;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a conviction or caution is for violence, sexual harm or cruelty to a child: by the group
 * of the offence and the victim's age on the day of the offence (OC-2), the original charge kept
 * where a lesser offence was found (OC-3), with the tie to the victim (OC-4). The title never
 * decides: "grievous bodily harm" hid five fractures of a baby (Southampton 2013).
 *
 * <p>Groups: Criminal Justice and Court Services Act 2000 schedule 4 (repealed), compared with
 * Victims and Prisoners Act 2024 schedule 2.
 */
public final class ViolenceAgainstChild {
    private static final int ADULT = 18;

    /** Against a child whoever the record says the victim was. */
    private static final Set<OffenceGroup> ALWAYS =
            EnumSet.of(
                    OffenceGroup.INFANTICIDE,
                    OffenceGroup.CAUSING_DEATH_OR_HARM_TO_CHILD,
                    OffenceGroup.CHILD_CRUELTY,
                    OffenceGroup.ABANDONMENT,
                    OffenceGroup.ABDUCTION);

    /** Against a child when the victim was under 18. */
    private static final Set<OffenceGroup> IF_UNDER_18 =
            EnumSet.of(
                    OffenceGroup.MURDER,
                    OffenceGroup.MANSLAUGHTER,
                    OffenceGroup.KIDNAP,
                    OffenceGroup.WOUNDING_WITH_INTENT,
                    OffenceGroup.WOUNDING,
                    OffenceGroup.ACTUAL_BODILY_HARM,
                    OffenceGroup.COMMON_ASSAULT,
                    OffenceGroup.STRANGULATION,
                    OffenceGroup.THREATS_TO_KILL,
                    OffenceGroup.SEXUAL,
                    OffenceGroup.FGM,
                    OffenceGroup.OTHER_VIOLENCE);

    private ViolenceAgainstChild() {}

    /**
     * Judges a conviction or caution.
     *
     * @param day the day of the offence where known, else of the conviction
     */
    public static Verdict of(Conviction conviction, LocalDate day) {
        Verdict found = of(conviction.offence(), conviction, day);
        return conviction
                .originalCharge()
                .map(charge -> of(charge, conviction, day))
                .map(found::or)
                .orElse(found);
    }

    private static Verdict of(Offence offence, Conviction conviction, LocalDate day) {
        OffenceGroup group = OffenceClasses.group(offence, day);
        if (ALWAYS.contains(group) || OffenceClasses.childAlways(offence, day)) {
            return new Verdict.Yes("the offence is one against a child");
        }
        if (!IF_UNDER_18.contains(group)) {
            return new Verdict.No("the offence is not one of violence, sexual harm or cruelty");
        }
        Optional<Integer> age = victimAge(conviction);
        if (age.isPresent()) {
            return age.get() < ADULT
                    ? new Verdict.Yes("the victim was " + ageGroup(age.get()))
                    : new Verdict.No("the victim was an adult");
        }
        return childByTie(conviction)
                ? new Verdict.Yes("the victim was a child")
                : new Verdict.Unknown(
                        "How old was the victim on the day of the offence?",
                        "A victim under 18 makes it an offence of violence against a child.");
    }

    /** The victim's age as found or as charged, in years, where recorded. */
    public static Optional<Integer> victimAge(Conviction conviction) {
        return conviction
                .offence()
                .victimAge()
                .or(() -> conviction.originalCharge().flatMap(Offence::victimAge));
    }

    /** Who the victim was to the offender, as found or as charged, where recorded. */
    public static Optional<VictimTie> victimTie(Conviction conviction) {
        return conviction
                .offence()
                .victimTie()
                .filter(t -> t != VictimTie.NOT_KNOWN)
                .or(() ->
                        conviction
                                .originalCharge()
                                .flatMap(Offence::victimTie)
                                .filter(t -> t != VictimTie.NOT_KNOWN));
    }

    private static boolean childByTie(Conviction conviction) {
        return victimTie(conviction)
                .filter(t -> t == VictimTie.OTHER_CHILD || t == VictimTie.CHILD_IN_CARE_OF)
                .isPresent();
    }

    /** The age group that may be told; never the age, which could name the child. */
    public static String ageGroup(int years) {
        if (years < 1) {
            return "a baby under 1";
        }
        if (years < 5) {
            return "a child under 5";
        }
        return years < ADULT ? "a child between 5 and 17" : "an adult";
    }
}
