package sightline.core.screening;

import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.CloseReason;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-17: a referral closed as malicious, as the only reason or one of several, although its
 * referrer was not spoken to or the child was not seen. The referral is the matter, each closing a
 * finding.
 */
public final class ClosedAsMalicious extends ChildRule {
    static final RuleId ID = new RuleId("AL-17");
    private static final RuleCard CARD =
            new RuleCard(
                    "A referral closed as malicious without asking or looking",
                    "Reviews found reports of neighbours and relatives closed as malicious that"
                            + " proved right. Whoever calls a report malicious must have heard who"
                            + " made it and seen the child; one of the two is not enough.",
                    Set.of(
                            CareBody.Referral.class,
                            CareBody.ReferralDecision.class,
                            CareBody.CaseClosed.class,
                            CareBody.Visit.class,
                            HealthBody.InjuryObserved.class,
                            HealthBody.MedicalOpinion.class,
                            HealthBody.HealthContact.class,
                            PoliceBody.PoliceVisit.class,
                            SharedBody.PublicReport.class),
                    "The duty manager of the social care service that closed it.",
                    "That a referral was closed as malicious, and which of the two is not recorded:"
                            + " that the referrer was spoken to, that the child was seen. Who"
                            + " referred stands in no sentence.",
                    "Malicious among the reasons of a closing, and not both recorded: the referrer"
                            + " spoken to in that closing or an earlier decision on the referral;"
                            + " the child seen by social care, police or a doctor after the"
                            + " referral (of an injury: with the marks looked at) and before the"
                            + " closing, or so by the closing's own word.",
                    "The one who closed believes that the matter is at an end, and nobody else is"
                            + " told the reason.",
                    List.of(
                            "Closed as malicious by somebody who spoke to the referrer and saw the"
                                    + " child.",
                            "Closed for another reason, seen or not (AL-10 looks at that).",
                            "An unnamed caller cannot be spoken to: no more can the report be"
                                    + " called malicious without it."),
                    "INF");

    /** One closing. */
    private record Closing(
            Entry<?> entry, List<CloseReason> reasons, boolean referrerSpokenTo, boolean seen) {}

    public ClosedAsMalicious() {
        super(ID, CARD);
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        for (Closing closing : closings(child)) {
            Optional<ReferralCase> referral = referral(child, closing.entry());
            boolean spoken = closing.referrerSpokenTo() || spokenBefore(child, referral, closing);
            boolean seen = closing.seen() || seenBefore(child, referral, closing);
            Instant since = closing.entry().received();
            if ((!spoken || !seen) && child.under18At(since)) {
                found.from(since, t -> finding(child, closing, referral, spoken, seen, t));
            }
        }
        return found.evaluation();
    }

    private static List<Closing> closings(Child child) {
        List<Closing> all = new ArrayList<>();
        child.entries(CareBody.ReferralDecision.class).stream()
                .map(e ->
                        new Closing(
                                e,
                                e.body().reasons(),
                                e.body().referrerSpokenTo(),
                                e.body().childSeen()))
                .forEach(all::add);
        child.entries(CareBody.CaseClosed.class).stream()
                .map(e ->
                        new Closing(
                                e,
                                e.body().reasons(),
                                e.body().referrerSpokenTo(),
                                e.body().childSeenAlone() || e.body().skinSeen()))
                .forEach(all::add);
        all.removeIf(c -> !c.reasons().contains(CloseReason.MALICIOUS));
        return all;
    }

    /** The referral that it names; else the newest before it to that service, else to anybody. */
    private static Optional<ReferralCase> referral(Child child, Entry<?> closing) {
        List<ReferralCase> cases = Referrals.of(child);
        Comparator<ReferralCase> newest =
                Comparator.comparing(ReferralCase::first, Order.OLDEST_FIRST);
        List<ReferralCase> before =
                cases.stream().filter(c -> Order.follows(closing, c.first())).toList();
        return cases.stream()
                .filter(c -> c.isNamedIn(closing.fact()))
                .max(newest)
                .or(() ->
                        before.stream()
                                .filter(c -> c.services().contains(closing.fact().source()))
                                .max(newest))
                .or(() -> before.stream().max(newest));
    }

    private static boolean spokenBefore(
            Child child, Optional<ReferralCase> referral, Closing closing) {
        return referral.isPresent()
                && child.entries(CareBody.ReferralDecision.class).stream()
                        .filter(e -> e.body().referrerSpokenTo())
                        .filter(e -> Order.follows(closing.entry(), e))
                        .anyMatch(e -> concerns(e, referral.get(), closing));
    }

    /** It names the referral; or, naming none, comes after it from the service that closed it. */
    private static boolean concerns(Entry<?> decision, ReferralCase referral, Closing closing) {
        return referral.isNamedIn(decision.fact())
                || (decision.fact().references().regarding().isEmpty()
                        && decision.fact().source().equals(closing.entry().fact().source())
                        && Order.follows(decision, referral.first()));
    }

    private static boolean seenBefore(
            Child child, Optional<ReferralCase> referral, Closing closing) {
        return referral.isPresent()
                && Sightings.of(child).stream()
                        .filter(s -> s.answers(referral.get().first(), ofInjury(referral.get())))
                        .anyMatch(s -> !Order.follows(s.entry(), closing.entry()));
    }

    /** After a report of an injury only who looked at the marks has seen the child. */
    private static boolean ofInjury(ReferralCase referral) {
        return referral.entries().stream()
                .anyMatch(e ->
                        NotSeenReasons.ofInjury(e)
                                || (e.body() instanceof SharedBody.PublicReport r
                                        && (r.harm() == CareBody.Harm.INJURY
                                                || r.harm() == CareBody.Harm.ASSAULT)));
    }

    private Finding finding(
            Child child,
            Closing closing,
            Optional<ReferralCase> referral,
            boolean spoken,
            boolean seen,
            Instant since) {
        String matter =
                referral.map(ReferralCase::key).orElseGet(() -> Found.id(closing.entry()).text());
        Found found = Found.of(this, child, matter, Found.id(closing.entry()).text());
        referral.ifPresent(r -> found.entry(r.first(), "The referral"));
        found.entry(closing.entry(), reasons(closing));
        if (!spoken) {
            found.follows("That anybody spoke to the referrer is not recorded", since);
        }
        if (!seen) {
            found.follows("That the child was seen is not recorded", since);
        }
        return found.tell(manager(child, closing.entry()))
                .notShown("What is true of the report.")
                .notShown("Talks and visits that nobody wrote down.")
                .finding(since, headline(spoken, seen), Told.ofCase());
    }

    private static String reasons(Closing closing) {
        return closing.reasons().size() == 1
                ? "Closed as malicious"
                : "Closed as malicious, with other reasons: "
                        + closing.reasons().stream()
                                .filter(r -> r != CloseReason.MALICIOUS)
                                .map(Found::words)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("");
    }

    private static String headline(boolean spoken, boolean seen) {
        String without = "the referrer was not spoken to and the child not seen";
        if (spoken) {
            without = "the child was not seen";
        } else if (seen) {
            without = "the referrer was not spoken to";
        }
        return "A referral was closed as malicious although " + without;
    }

    private static Set<Recipient> manager(Child child, Entry<?> closing) {
        return child.isFromSocialCare(closing)
                ? Set.of(new Recipient(closing.fact().source(), Role.DUTY_MANAGER))
                : Told.socialCareManager(child);
    }
}
