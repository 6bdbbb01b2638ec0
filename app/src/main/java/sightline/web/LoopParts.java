package sightline.web;

import sightline.alerts.DutyRow;
import sightline.alerts.OwedToUs.Proof;
import sightline.core.chronology.Plainly;
import sightline.core.chronology.ReferralLoop;
import sightline.core.facts.Fact;
import sightline.web.view.part.Loop;
import sightline.web.view.part.Loop.State;
import sightline.web.view.part.Loop.Step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A referral's loop as a strip: sent, delivered, opened, decided, told, and what stands beside. */
final class LoopParts {
    private static final int MOST = 3;
    private static final String DECISION = "ref.decision|";

    private final Visit visit;

    LoopParts(Visit visit) {
        this.visit = visit;
    }

    /** The newest referrals among the facts. */
    List<Loop> of(Collection<Fact> facts, Collection<DutyRow> duties, List<Proof> proofs) {
        return ReferralLoop.of(facts).stream()
                .limit(MOST)
                .map(l -> loop(l, duties, proofs))
                .toList();
    }

    /** The one that started a duty. */
    List<Loop> of(Collection<Fact> facts, DutyRow duty, List<Proof> proofs) {
        return ReferralLoop.of(facts).stream()
                .filter(l -> decides(duty, l))
                .map(l -> loop(l, List.of(duty), proofs))
                .toList();
    }

    private static boolean decides(DutyRow duty, ReferralLoop loop) {
        return duty.key().startsWith(DECISION + loop.referral().id().text());
    }

    private Loop loop(ReferralLoop loop, Collection<DutyRow> duties, List<Proof> proofs) {
        Fact referral = loop.referral();
        Optional<DutyRow> duty = duties.stream().filter(d -> decides(d, loop)).findFirst();
        boolean late = duty.filter(d -> d.open() && !d.dueAt().isAfter(visit.now())).isPresent();
        List<Step> steps = new ArrayList<>();
        steps.add(done("Sent", visit.agency(referral.source()), referral.times().recorded()));
        steps.add(done("Delivered", to(referral), loop.delivered()));
        steps.add(opened(loop, duty, proofs));
        steps.add(
                loop.decided()
                        .map(d -> done("Decided", Plainly.said(d), d.times().received()))
                        .orElseGet(() ->
                                new Step(
                                        "Decided",
                                        duty.map(d -> "due " + new DutyParts(visit).due(d).date())
                                                .orElse(""),
                                        late ? State.LATE : State.WAITS)));
        steps.add(
                loop.told()
                        .map(t -> done("Referrer told", "", t.times().received()))
                        .orElse(
                                new Step(
                                        "Referrer told",
                                        "",
                                        loop.decided().isPresent() ? State.WAITS : State.NOT_YET)));
        loop.challenged()
                .ifPresent(c ->
                        steps.add(
                                new Step(
                                        "Challenged",
                                        visit.agency(c.source()) + moment(c.times().received()),
                                        State.WAITS)));
        duty.filter(d -> d.rung() > 0)
                .ifPresent(d ->
                        steps.add(
                                new Step(
                                        "Escalated",
                                        new DutyParts(visit).toldInShort(d),
                                        State.LATE)));
        return new Loop(
                "Referral of "
                        + visit.agency(referral.source())
                        + moment(referral.times().received()),
                steps);
    }

    private Step opened(ReferralLoop loop, Optional<DutyRow> duty, List<Proof> proofs) {
        Optional<Instant> opened =
                proofs.stream()
                        .filter(p -> duty.filter(p::of).isPresent())
                        .flatMap(p -> p.opened().stream())
                        .min(Comparator.naturalOrder());
        if (opened.isPresent()) {
            return done("Opened", "a named person", opened.get());
        }
        return loop.acknowledged()
                .map(a -> done("Opened", visit.agency(a.source()), a.times().received()))
                .orElse(new Step("Opened", "no named person yet", State.WAITS));
    }

    private String to(Fact referral) {
        return referral.references().addressees().stream()
                .map(visit::agency)
                .reduce((one, more) -> one + ", " + more)
                .orElse("the front door of the area");
    }

    private Step done(String words, String who, Instant at) {
        return new Step(words, who.isEmpty() ? moment(at).strip() : who + moment(at), State.DONE);
    }

    private String moment(Instant at) {
        return " " + Wording.moment(at, visit.today());
    }
}
