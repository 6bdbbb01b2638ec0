package sightline.core.register;

import sightline.core.classification.OffenceClasses;
import sightline.core.classification.Verdict;
import sightline.core.classification.ViolenceAgainstChild;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.register.Happening.Convicted;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a conviction meets a trigger: by the group of the offence, the victim's age and the
 * person's own on the day of the offence, and the sentence; never by the title.
 */
final class Judging {
    private static final Set<SentenceKind> CUSTODIAL =
            EnumSet.of(SentenceKind.CUSTODY, SentenceKind.SUSPENDED);

    private final Trigger trigger;
    private final RegisteredLife life;

    Judging(Trigger trigger, RegisteredLife life) {
        this.trigger = trigger;
        this.life = life;
    }

    Verdict of(Convicted convicted) {
        Conviction body = convicted.conviction();
        if (!trigger.convictedIn().contains(convicted.day())) {
            return new Verdict.No("it was before the law took in such convictions");
        }
        if (body.caution() && !trigger.cautions()) {
            return new Verdict.No("a caution is not enough");
        }
        LocalDate offended = convicted.offended().orElse(convicted.day());
        Verdict old =
                and(
                        aged(trigger.offenderAtLeast(), offended),
                        aged(trigger.dealtWithAtLeast(), convicted.dealt()));
        return and(offence(body, offended), and(old, sentence(body)));
    }

    private Verdict offence(Conviction body, LocalDate offended) {
        if (trigger.violenceAgainstChild()) {
            return ViolenceAgainstChild.of(body, offended);
        }
        OffenceGroup group = OffenceClasses.group(body.offence(), offended);
        if (!trigger.offences().contains(group)) {
            return new Verdict.No("the offence is not one of its list");
        }
        return trigger.victimUnder()
                .map(limit -> victim(body, limit))
                .orElseGet(() -> new Verdict.Yes("the offence is one of its list"));
    }

    private static Verdict victim(Conviction body, int limit) {
        return ViolenceAgainstChild.victimAge(body)
                .<Verdict>map(age ->
                        age < limit
                                ? new Verdict.Yes(
                                        "the offence is one of its list and the victim was "
                                                + ViolenceAgainstChild.ageGroup(age))
                                : new Verdict.No("the victim was not under " + limit))
                .orElseGet(() ->
                        new Verdict.Unknown(
                                "How old was the victim on the day of the offence?",
                                "A victim under %d puts the person under it.".formatted(limit)));
    }

    private Verdict aged(Optional<Integer> atLeast, LocalDate on) {
        if (atLeast.isEmpty()) {
            return new Verdict.Yes("");
        }
        int least = atLeast.get();
        Optional<Integer> age = life.ageOn(on);
        if (age.isEmpty()) {
            return new Verdict.Unknown(
                    "When was the person born?",
                    "Somebody of %d or more on that day comes under it.".formatted(least));
        }
        return age.get() >= least
                ? new Verdict.Yes("")
                : new Verdict.No("the person was under " + least);
    }

    private Verdict sentence(Conviction body) {
        if (trigger.sentences().isEmpty()) {
            return new Verdict.Yes("");
        }
        if (body.sentence().isEmpty()) {
            return new Verdict.Unknown(
                    "What was the sentence?", "It decides whether the person comes under it.");
        }
        SentenceKind kind = body.sentence().get();
        if (!trigger.sentences().contains(kind)) {
            return new Verdict.No("the sentence is not one of those that count");
        }
        return trigger.monthsAtLeast()
                .filter(_ -> CUSTODIAL.contains(kind))
                .map(least -> months(body, least))
                .orElseGet(() -> new Verdict.Yes(""));
    }

    private static Verdict months(Conviction body, int least) {
        return body.months()
                .<Verdict>map(months ->
                        months >= least
                                ? new Verdict.Yes("")
                                : new Verdict.No("the sentence was too short"))
                .orElseGet(() ->
                        new Verdict.Unknown(
                                "How long was the sentence?",
                                "%d months or more put the person under it.".formatted(least)));
    }

    /** A no of either, else what is unknown of either, else the first yes. */
    private static Verdict and(Verdict one, Verdict other) {
        if (one instanceof Verdict.No) {
            return one;
        }
        if (other instanceof Verdict.No || (one.yes() && !other.yes())) {
            return other;
        }
        return one;
    }
}
