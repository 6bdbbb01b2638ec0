package sightline.core.screening;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One thing that a rule found. Findings of one rule, subject and matter are one alert that grows.
 *
 * @param subject whom it is about: a child, an unborn child, or for some rules an adult
 * @param matter what the alert is keyed by beside rule and subject; stable, no personal data
 * @param item what distinguishes this finding within the matter; stable, usually a fact's id
 * @param since when the evidence was first complete: the moment at which the newest fact that it
 *     needs was received, or the moment at which time alone completed it; of what counts from
 *     earlier by law, that earlier moment. The clock runs from here.
 * @param known when it was first known here: {@code since}, or later. Nobody is told that it is
 *     late before.
 * @param headline what it means, in one sentence about the subject
 * @param path the evidence, in order; as a whole as sure as its weakest step
 * @param first who is told first
 * @param sharing who may be told, who must not, who decides
 * @param notShown what the records do not show
 * @param effect whether it asks somebody to act
 */
public record Finding(
        RuleId rule,
        PersonId subject,
        String matter,
        String item,
        Instant since,
        Instant known,
        Text headline,
        List<Step> path,
        Set<Recipient> first,
        Sharing sharing,
        List<Text> notShown,
        Effect effect) {

    private static final String MORE = "+then-";

    /** What a finding does. */
    public enum Effect {
        /** Asks the named roles to act now. */
        ALERT,
        /** Visible on the record to {@code first} and to readers of the record; raises nothing. */
        SHOWN
    }

    public Finding {
        path = List.copyOf(path);
        first = Set.copyOf(first);
        notShown = List.copyOf(notShown);
        if (path.isEmpty()) {
            throw new IllegalArgumentException(rule + " must show why: its path is empty");
        }
        if (known.isBefore(since)) {
            throw new IllegalArgumentException(rule + " cannot be known before it is so");
        }
    }

    /** A finding that is known as soon as it is so. */
    public Finding(
            RuleId rule,
            PersonId subject,
            String matter,
            String item,
            Instant since,
            Text headline,
            List<Step> path,
            Set<Recipient> first,
            Sharing sharing,
            List<Text> notShown,
            Effect effect) {
        this(
                rule, subject, matter, item, since, since, headline, path, first, sharing, notShown,
                effect);
    }

    /** A finding that asks the named roles to act. */
    public Finding(
            RuleId rule,
            PersonId subject,
            String matter,
            String item,
            Instant since,
            Text headline,
            List<Step> path,
            Set<Recipient> first,
            Sharing sharing,
            List<Text> notShown) {
        this(
                rule,
                subject,
                matter,
                item,
                since,
                headline,
                path,
                first,
                sharing,
                notShown,
                Effect.ALERT);
    }

    /** The same, told to others in the place of those whom it names. */
    Finding toldTo(UnaryOperator<Recipient> others) {
        return with(since, known, first.stream().map(others).collect(Collectors.toSet()));
    }

    /** The same, from another moment on. */
    Finding beginning(Instant other) {
        return with(other, other, first);
    }

    /** The same, known no sooner than that. */
    Finding knownAt(Instant moment) {
        return with(since, moment.isBefore(since) ? since : moment, first);
    }

    private Finding with(Instant from, Instant knownFrom, Set<Recipient> toldFirst) {
        return new Finding(
                rule, subject, matter, item, from, knownFrom, headline, path, toldFirst, sharing,
                notShown, effect);
    }

    /** An item that tells more of another: an alert grows by it, and no duty starts anew. */
    static String of(String item, String more) {
        return item + MORE + more;
    }

    /** The item of which it tells; its own, where it tells of something new. */
    public String itself() {
        int more = item.lastIndexOf(MORE);
        return more < 0 ? item : item.substring(0, more);
    }

    /** Whether it raises an alert; otherwise it is only shown. */
    public boolean alerts() {
        return effect == Effect.ALERT;
    }

    /** As sure as the weakest step. */
    public Certainty certainty() {
        return path.stream().map(Step::certainty).reduce(Certainty.CONFIRMED, Certainty::and);
    }

    /** Every fact that it rests on. */
    public List<FactId> evidence() {
        return path.stream().flatMap(s -> s.facts().stream()).distinct().toList();
    }
}
