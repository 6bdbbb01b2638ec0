package sightline.core.chronology;

import sightline.core.facts.CareBody.Referral;
import sightline.core.facts.CareBody.ReferralDecision;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.ProfessionalChallenge;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageRef;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How far a referral's loop has come, as its sender and its addressee both see it: nobody needs to
 * telephone to ask. It says what was recorded; that it was opened is known to whoever keeps the
 * lists.
 *
 * @param referral how it began
 * @param acknowledged the addressee's first word on it
 * @param decided the first decision on it
 * @param told the decision that its sender was told of: addressed to them, or said to them
 * @param challenged the newest disagreement about it that nobody has settled
 */
public record ReferralLoop(
        Fact referral,
        Optional<Fact> acknowledged,
        Optional<Fact> decided,
        Optional<Fact> told,
        Optional<Fact> challenged) {

    /** The loops of everything that was referred to social care, the newest first. */
    public static List<ReferralLoop> of(Collection<Fact> facts) {
        List<Fact> inOrder =
                facts.stream().distinct().sorted(Comparator.comparingLong(Fact::position)).toList();
        return inOrder.stream()
                .filter(f ->
                        f.body() instanceof Referral r
                                && r.service() == Referral.Service.SOCIAL_CARE)
                .map(f -> of(f, inOrder))
                .sorted(
                        Comparator.comparingLong((ReferralLoop l) -> l.referral().position())
                                .reversed())
                .toList();
    }

    private static ReferralLoop of(Fact referral, List<Fact> facts) {
        List<Fact> answers =
                facts.stream()
                        .filter(f -> f.position() > referral.position())
                        .filter(f -> f.body() instanceof ReferralDecision)
                        .filter(f -> answers(referral, f))
                        .toList();
        Predicate<Fact> decides =
                f -> ((ReferralDecision) f.body()).outcome() != Decision.ACKNOWLEDGED;
        Optional<Fact> decided = answers.stream().filter(decides).findFirst();
        return new ReferralLoop(
                referral,
                answers.stream().findFirst(),
                decided,
                answers.stream().filter(decides).filter(f -> tells(referral, f)).findFirst(),
                challenged(referral, answers, facts));
    }

    /** A decision that names other messages is about those alone. */
    private static boolean answers(Fact referral, Fact decision) {
        List<MessageRef> named = decision.references().regarding();
        List<AgencyId> to = referral.references().addressees();
        return named.isEmpty()
                ? to.isEmpty() || to.contains(decision.source())
                : named.contains(referral.id().message());
    }

    private static boolean tells(Fact referral, Fact decision) {
        return decision.source().equals(referral.source())
                || decision.references().addressees().contains(referral.source())
                || ((ReferralDecision) decision.body()).referrerSpokenTo();
    }

    private static Optional<Fact> challenged(Fact referral, List<Fact> answers, List<Fact> facts) {
        List<MessageRef> about =
                Stream.concat(Stream.of(referral), answers.stream())
                        .map(f -> f.id().message())
                        .toList();
        List<Fact> raised =
                facts.stream()
                        .filter(f ->
                                f.body() instanceof ProfessionalChallenge c
                                        && !c.resolved()
                                        && f.references().regarding().stream()
                                                .anyMatch(about::contains))
                        .toList();
        return raised.stream()
                .filter(f -> facts.stream().noneMatch(other -> settles(other, f)))
                .reduce((_, later) -> later);
    }

    private static boolean settles(Fact later, Fact challenge) {
        return later.position() > challenge.position()
                && later.body() instanceof ProfessionalChallenge c
                && c.resolved()
                && later.references().regarding().contains(challenge.id().message());
    }

    /** When its addressee had it. */
    public Instant delivered() {
        return referral.times().received();
    }

    /** Whether it has come to its end: decided, its sender told, and nobody disagrees. */
    public boolean closed() {
        return told.isPresent() && challenged.isEmpty();
    }
}
