package sightline.core.classification;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.VictimTie;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a conviction is for serious violence, and whether to a partner, former partner or member
 * of the family. Serious: Offences against the Person Act 1861 sections 18, 20 and 47, homicide,
 * strangulation, threats to kill, arson endangering life, sexual assault; or any custodial sentence
 * for violence, a suspended one included (it is a sentence of imprisonment). By the charge kept
 * under OC-3 or the conviction. A caution is no conviction.
 */
public final class SeriousViolence {
    private static final Set<OffenceGroup> SERIOUS =
            EnumSet.of(
                    OffenceGroup.MURDER,
                    OffenceGroup.MANSLAUGHTER,
                    OffenceGroup.WOUNDING_WITH_INTENT,
                    OffenceGroup.WOUNDING,
                    OffenceGroup.ACTUAL_BODILY_HARM,
                    OffenceGroup.STRANGULATION,
                    OffenceGroup.THREATS_TO_KILL,
                    OffenceGroup.ARSON_ENDANGERING_LIFE,
                    OffenceGroup.SEXUAL);

    private static final Set<OffenceGroup> VIOLENCE =
            EnumSet.of(
                    OffenceGroup.COMMON_ASSAULT,
                    OffenceGroup.OTHER_VIOLENCE,
                    OffenceGroup.ROBBERY,
                    OffenceGroup.KIDNAP,
                    OffenceGroup.FGM,
                    OffenceGroup.CHILD_CRUELTY,
                    OffenceGroup.INFANTICIDE,
                    OffenceGroup.CAUSING_DEATH_OR_HARM_TO_CHILD);

    private static final Set<SentenceKind> CUSTODIAL =
            EnumSet.of(SentenceKind.CUSTODY, SentenceKind.SUSPENDED, SentenceKind.LIFE);

    private static final Set<VictimTie> FAMILY =
            EnumSet.of(
                    VictimTie.PARTNER,
                    VictimTie.EX_PARTNER,
                    VictimTie.FAMILY_MEMBER,
                    VictimTie.OWN_CHILD,
                    VictimTie.PARTNERS_CHILD);

    private SeriousViolence() {}

    /** Whether it is serious violence, with the sentences passed after the conviction. */
    public static boolean of(Conviction conviction, Collection<Sentence> later, LocalDate day) {
        if (conviction.caution()) {
            return false;
        }
        boolean custody =
                conviction.sentence().filter(CUSTODIAL::contains).isPresent()
                        || later.stream().map(Sentence::kind).anyMatch(CUSTODIAL::contains);
        return groups(conviction, day)
                .anyMatch(g -> SERIOUS.contains(g) || (custody && VIOLENCE.contains(g)));
    }

    /** Whether it is serious violence to a partner, former partner or member of the family. */
    public static Verdict toFamily(
            Conviction conviction, Collection<Sentence> later, LocalDate day) {
        if (!of(conviction, later, day)) {
            return new Verdict.No("it is not a conviction for serious violence");
        }
        return ViolenceAgainstChild.victimTie(conviction)
                .<Verdict>map(SeriousViolence::byTie)
                .orElseGet(() ->
                        new Verdict.Unknown(
                                "Who was the victim to the offender?",
                                "A partner, former partner or member of the family makes it"
                                        + " serious violence in the family."));
    }

    private static Verdict byTie(VictimTie tie) {
        return FAMILY.contains(tie)
                ? new Verdict.Yes("the victim was " + words(tie))
                : new Verdict.No("the victim was no partner and not of the family");
    }

    /** Who the victim was, as far as it may be told. */
    public static String words(VictimTie tie) {
        return switch (tie) {
            case OWN_CHILD -> "the person's own child";
            case PARTNERS_CHILD -> "a partner's child";
            case CHILD_IN_CARE_OF -> "a child in the person's care";
            case OTHER_CHILD -> "a child";
            case PARTNER -> "a partner";
            case EX_PARTNER -> "a former partner";
            case FAMILY_MEMBER -> "a member of the family";
            case STRANGER, OTHER -> "somebody outside the family";
            case NOT_KNOWN -> "not recorded";
        };
    }

    private static Stream<OffenceGroup> groups(Conviction conviction, LocalDate day) {
        Optional<Offence> charge = conviction.originalCharge();
        return Stream.concat(Stream.of(conviction.offence()), charge.stream())
                .map(o -> OffenceClasses.group(o, day));
    }
}
