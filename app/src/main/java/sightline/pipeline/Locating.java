package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.Derived;
import sightline.core.alerts.OwnFacts;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.EntryAskedAbout;
import sightline.core.facts.SystemBody.EntryHeldElsewhere;
import sightline.core.facts.SystemBody.EntryTakenOver;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.locator.Elsewhere;
import sightline.core.screening.Situation;
import sightline.database.RecordKey;
import sightline.facts.PostgresLedger;
import sightline.identity.IdentityStore;
import sightline.locator.LocatorStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes of whom other installations are asked and whom they may ask about, and takes up what they
 * said. While none is linked it costs one short query a batch.
 */
final class Locating {
    private static final int AT_ONCE = 100;

    private final LocatorStore store;
    private Optional<Boolean> linked = Optional.empty();

    Locating(JdbcClient sql) {
        this.store = new LocatorStore(sql);
    }

    /** Somebody who was looked at. */
    record Looked(Derived derived, Situation situation) {}

    private boolean linked() {
        boolean known = linked.orElseGet(store::linked);
        linked = Optional.of(known);
        return known;
    }

    /**
     * Notes them.
     *
     * @param gone people who are nobody now: nobody is asked about, or found, as them
     */
    void note(Collection<Looked> looked, Collection<PersonId> gone, Instant now) {
        if ((looked.isEmpty() && gone.isEmpty()) || !linked()) {
            return;
        }
        Map<PersonId, Set<SourceRecord>> around = new HashMap<>();
        Map<PersonId, Instant> between = new HashMap<>();
        Map<PersonId, AgencyId> kept = new HashMap<>();
        Set<PersonId> answers = new HashSet<>();
        for (Looked each : looked) {
            PersonId who = each.derived().subject();
            Set<SourceRecord> adults = new LinkedHashSet<>();
            each.situation().around().attend();
            for (Individual adult : Elsewhere.toAsk(each.situation(), each.derived().registers())) {
                adult.records().stream().min(Comparator.naturalOrder()).ifPresent(adults::add);
            }
            if (!adults.isEmpty()) {
                around.put(who, adults);
            }
            each.derived().registers().stream()
                    .filter(e -> e.state().under())
                    .findFirst()
                    .ifPresent(e -> kept.put(who, e.keeper()));
            Elsewhere.since(each.situation()).ifPresent(since -> between.put(who, since));
            if (Elsewhere.answeredHere(each.situation())) {
                answers.add(who);
            }
        }
        store.note(
                Stream.concat(looked.stream().map(l -> l.derived().subject()), gone.stream())
                        .toList(),
                around,
                between,
                kept,
                answers,
                now);
    }

    /** What was answered or asked since the last batch, appended as facts. */
    List<Fact> take(PostgresLedger ledger, IdentityStore identity, Instant now) {
        if (!linked()) {
            return List.of();
        }
        store.finished(now);
        List<LocatorStore.Held> held = store.takeHeld(AT_ONCE);
        List<LocatorStore.AskedAbout> asked = store.takeAsked(AT_ONCE);
        if (held.isEmpty() && asked.isEmpty()) {
            return List.of();
        }
        Map<UUID, SourceRecord> records = records(identity, held, asked);
        List<Fact> facts = new ArrayList<>();
        held.forEach(h ->
                Optional.ofNullable(records.get(h.record()))
                        .map(r -> OwnFacts.of(r, said(h), now))
                        .ifPresent(facts::add));
        asked.forEach(a ->
                Optional.ofNullable(records.get(a.record()))
                        .map(r ->
                                OwnFacts.of(
                                        r,
                                        new EntryAskedAbout(a.peer().value(), a.ring(), a.at()),
                                        now))
                        .ifPresent(facts::add));
        return ledger.append(facts);
    }

    private static SystemBody said(LocatorStore.Held held) {
        String peer = held.peer().value();
        return held.takenOver()
                ? new EntryTakenOver(peer, held.ring())
                : new EntryHeldElsewhere(peer, held.ring());
    }

    private static Map<UUID, SourceRecord> records(
            IdentityStore identity,
            List<LocatorStore.Held> held,
            List<LocatorStore.AskedAbout> asked) {
        Set<UUID> keys =
                Stream.concat(
                                held.stream().map(LocatorStore.Held::record),
                                asked.stream().map(LocatorStore.AskedAbout::record))
                        .collect(Collectors.toSet());
        return identity.withKeys(keys).stream().collect(Collectors.toMap(RecordKey::of, r -> r));
    }
}
