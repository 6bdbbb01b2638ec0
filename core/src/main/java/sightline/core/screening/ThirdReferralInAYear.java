package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.SharedBody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AL-07: a third referral within 12 months from at least two sources, earlier ones closed. */
public final class ThirdReferralInAYear extends ChildRule {
    static final RuleId ID = new RuleId("AL-07");
    static final int REFERRALS = 3;
    private static final int SOURCES = 2;
    private static final int MONTHS = 12;
    private static final RuleCard CARD =
            new RuleCard(
                    "A third referral in a year, the earlier ones closed",
                    "Birmingham 2010: people who did not know of each other reported the same"
                            + " child; each report was closed as if it were the first.",
                    Set.of(
                            CareBody.Referral.class,
                            CareBody.ReferralDecision.class,
                            CareBody.CaseClosed.class,
                            SharedBody.PublicReport.class),
                    "Social care's duty manager. While an earlier referral is open, its owner is"
                            + " shown the count.",
                    "That several referrals came, from how many sources, and how each ended.",
                    "Three referrals to social care within 12 months from two or more distinct"
                            + " sources, all earlier ones closed; an undecided one counts as closed"
                            + " when its clock has run out.",
                    "One closed referral says little; three from different people say that the"
                            + " reasons for closing must be looked at again.",
                    List.of(
                            "One chain of calls from one source is one unresolved referral"
                                    + " (AL-19).",
                            "Entries that relay one report are one source.",
                            Counted.SENT_TWICE,
                            "Unnamed callers to one agency cannot be told apart and count as one"
                                    + " source.",
                            "A referral to another service is not counted."),
                    "INF");

    public ThirdReferralInAYear() {
        super(ID, CARD);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "months", "Months in which three referrals count together", MONTHS, 1, 36));
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        List<ReferralCase> cases = Referrals.of(child);
        for (ReferralCase referral : cases) {
            List<ReferralCase> counted = within(child, cases, referral);
            if (counted.size() >= REFERRALS && sources(counted) >= SOURCES) {
                earlierClosed(counted, referral)
                        .filter(child::under18At)
                        .ifPresent(at -> found.from(at, t -> finding(child, counted, t)));
                stillOpen(child, counted, referral)
                        .ifPresent(m ->
                                found.from(referral.received(), t -> count(child, counted, m, t)));
            }
        }
        return found.evaluation();
    }

    /** The referral and those that came before it within the months, as received. */
    static List<ReferralCase> within(Child child, List<ReferralCase> cases, ReferralCase last) {
        int months = child.situation().parameters().number(ID, "months", MONTHS);
        LocalDate from = Order.day(last.first()).minusMonths(months);
        return cases.subList(0, cases.indexOf(last) + 1).stream()
                .filter(c -> !Order.day(c.first()).isBefore(from))
                .toList();
    }

    private static long sources(List<ReferralCase> counted) {
        return counted.stream().map(ReferralCase::source).distinct().count();
    }

    /** The first moment, once the last had come, at which every earlier one was closed. */
    private static Optional<Instant> earlierClosed(List<ReferralCase> counted, ReferralCase last) {
        List<ReferralCase> earlier = counted.subList(0, counted.size() - 1);
        List<Instant> moments = new ArrayList<>(List.of(last.received()));
        for (ReferralCase one : earlier) {
            moments.add(one.decideBy());
            one.closed().ifPresent(moments::add);
        }
        return moments.stream()
                .filter(m -> !m.isBefore(last.received()))
                .sorted()
                .filter(m -> earlier.stream().allMatch(e -> e.closedForCountingAt(m)))
                .findFirst();
    }

    /** The matter of an earlier referral that was open when the last one came. */
    private static Optional<Matter> stillOpen(
            Child child, List<ReferralCase> counted, ReferralCase last) {
        Instant moment = last.received();
        boolean open =
                child.under18At(moment)
                        && counted.subList(0, counted.size() - 1).stream()
                                .anyMatch(c -> !c.closedForCountingAt(moment));
        return open
                ? Matters.of(child).all().stream()
                        .filter(m -> !m.key().equals(last.key()) && m.beside(moment).isPresent())
                        .min(Comparator.comparing(Matter::opened))
                : Optional.empty();
    }

    /** Raises nothing: the owner of what is open sees how many have come. */
    private Finding count(Child child, List<ReferralCase> counted, Matter open, Instant since) {
        Found found = Found.of(this, child, counted.getLast().key(), "count");
        counted.stream()
                .sorted(Comparator.comparing(ReferralCase::received))
                .forEach(c -> found.entry(c.first(), step(c, since)));
        return found.shownOnly()
                .tell(Owners.of(open, child))
                .notShown("Whether they are about one thing.")
                .finding(
                        since,
                        "Referral number %d in 12 months, from %d sources, while an earlier one is"
                                        .formatted(counted.size(), sources(counted))
                                + " open",
                        Told.ofOwner());
    }

    private Finding finding(Child child, List<ReferralCase> counted, Instant since) {
        ReferralCase last = counted.getLast();
        Found found = Found.of(this, child, last.key(), last.key());
        counted.stream()
                .sorted(Comparator.comparing(ReferralCase::received))
                .forEach(c -> found.entry(c.first(), step(c, since)));
        return found.tell(Told.socialCareManager(child))
                .notShown("Why each was closed, where no reason was recorded.")
                .finding(
                        since,
                        "Referral number %d in 12 months, from %d sources; the earlier ones are"
                                        .formatted(counted.size(), sources(counted))
                                + " closed",
                        Told.ofCase());
    }

    private static String step(ReferralCase referral, Instant at) {
        String contacts =
                referral.entries().size() > 1
                        ? " (" + referral.entries().size() + " contacts)"
                        : "";
        if (referral.undecidedAt(at)) {
            return "Referred to social care" + contacts + "; no decision recorded";
        }
        boolean closed = referral.closed().filter(c -> !c.isAfter(at)).isPresent();
        return "Referred to social care" + contacts + (closed ? "; closed" : "; accepted");
    }
}
