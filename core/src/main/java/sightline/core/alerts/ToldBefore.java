package sightline.core.alerts;

import sightline.core.duties.ClockKey;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.facts.SystemBody.AlertTold.Manner;
import sightline.core.facts.SystemBody.AlertUndeliverable;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was told of a subject's alerts before. An alert that was withdrawn and stands again is told
 * again, but to nobody who still owes opening the last telling.
 */
final class ToldBefore {
    private final Collection<Duty> duties;
    private final Situation situation;

    /** Before these duties, as they stand now, change. */
    ToldBefore(Collection<Duty> duties, Situation situation) {
        this.duties = duties;
        this.situation = situation;
    }

    /**
     * Whether somebody still owes opening what they were told of all of it; of a rule that sets no
     * clock for that, whether they have not opened it. What was left to the lead, who has seen to
     * it, waits for nobody any more.
     *
     * @param findings the items of the findings that are theirs
     */
    boolean unopened(String alert, Recipient to, Collection<String> findings) {
        return of(
                        AlertTold.class,
                        f -> owes(Tellings.OPEN, f).orElseGet(() -> !seen(f)) && !seenToByLead(f))
                .filter(t -> t.manner() == Manner.FIRST && t.alert().equals(alert))
                .filter(t -> is(to, t.agency(), t.role()))
                .flatMap(t -> t.findings().stream())
                .collect(Collectors.toSet())
                .containsAll(findings);
    }

    /** Whether it was left to the lead, unopened or unsent, and the lead owes nothing of it. */
    private boolean seenToByLead(Fact telling) {
        AlertTold told = (AlertTold) telling.body();
        List<Entry<AlertUndeliverable>> left =
                situation.subject().entries(AlertUndeliverable.class).stream()
                        .filter(e -> e.fact().position() > telling.position())
                        .filter(e -> e.body().alert().equals(told.alert()))
                        .filter(e -> e.body().agency().equals(told.agency()))
                        .filter(e -> e.body().role().equals(told.role()))
                        .toList();
        return !left.isEmpty()
                && left.stream().noneMatch(e -> owes(Tellings.DELIVER, e.fact()).orElse(false));
    }

    /** Whether somebody still owes seeing to it that all of it, which reached nobody, does. */
    boolean undelivered(String alert, Recipient to, Collection<String> findings) {
        return of(AlertUndeliverable.class, f -> owes(Tellings.DELIVER, f).orElse(false))
                .filter(u -> u.alert().equals(alert) && is(to, u.agency(), u.role()))
                .flatMap(u -> u.findings().stream())
                .collect(Collectors.toSet())
                .containsAll(findings);
    }

    private <B extends SystemBody> Stream<B> of(Class<B> kind, Predicate<Fact> waits) {
        return situation.subject().entries(kind).stream()
                .filter(e -> waits.test(e.fact()))
                .map(Entry::body);
    }

    /** Whether anybody still owes what a telling started; empty where it started nothing. */
    private Optional<Boolean> owes(ClockKey clock, Fact telling) {
        return duties.stream()
                .filter(d -> d.clock().equals(clock) && d.evidence().contains(telling.id()))
                .map(d -> d.state().open())
                .reduce(Boolean::logicalOr);
    }

    private boolean seen(Fact telling) {
        return situation.subject().entries(AlertSeen.class).stream()
                .anyMatch(s -> s.fact().references().regarding().contains(telling.id().message()));
    }

    private static boolean is(Recipient to, AgencyId agency, String role) {
        return to.agency().equals(agency) && to.role().slug().equals(role);
    }

    /** The telling whose every delivery failed, as that says; itself where it is not there. */
    Fact sent(Fact failed) {
        return situation.subject().facts().stream()
                .filter(f -> failed.references().regarding().contains(f.id().message()))
                .findFirst()
                .orElse(failed);
    }

    /** Whether the same was said since a telling, and so of the same standing of the alert. */
    boolean said(SystemBody body, Fact telling) {
        return situation.subject().facts().stream()
                .anyMatch(f -> f.position() > telling.position() && f.body().equals(body));
    }

    /** What was said before in the very same words, as said once more. */
    Fact anew(Fact said) {
        Set<FactId> before =
                situation.subject().facts().stream()
                        .filter(f -> f.body().equals(said.body()))
                        .map(Fact::id)
                        .collect(Collectors.toSet());
        Fact anew = said;
        while (before.contains(anew.id())) {
            anew = OwnFacts.again(anew);
        }
        return anew;
    }
}
