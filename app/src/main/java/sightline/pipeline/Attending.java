package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DeliveryQueue;
import sightline.alerts.TellingStore;
import sightline.core.alerts.Change;
import sightline.core.alerts.Deliveries;
import sightline.core.alerts.OwnFacts;
import sightline.core.alerts.Tellings;
import sightline.core.alerts.ToldAlerts;
import sightline.core.alerts.Ways;
import sightline.core.directory.Directory;
import sightline.core.directory.Role;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.facts.SystemBody.AlertTold.Manner;
import sightline.core.facts.SystemBody.Delivery;
import sightline.core.facts.SystemBody.DeliveryChannel;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;
import sightline.core.screening.Situation;
import sightline.facts.PostgresLedger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts alerts before people, and takes up what they did about them: both are facts, from which the
 * clocks of opening and acknowledging start and by which they are discharged.
 */
final class Attending {
    private static final int AT_ONCE = 200;

    private final Optional<Tellings> tellings;

    private Attending(Optional<Tellings> tellings) {
        this.tellings = tellings;
    }

    /** Tells whom these tellings name. */
    static Attending by(Tellings tellings) {
        return new Attending(Optional.of(tellings));
    }

    /** Tells nobody: whom somebody was told is taken from the facts that say so. */
    static Attending silent() {
        return new Attending(Optional.empty());
    }

    /** Somebody more is told of a late duty; what was to be done within a day wakes them. */
    private record Rung(String name, Duty duty, Duty.Told told) {
        private static final Duration A_DAY = Duration.ofDays(1);

        void add(DeliveryQueue queue, Directory who, Instant now) {
            boolean urgent = Duration.between(duty.startedAt(), duty.due()).compareTo(A_DAY) <= 0;
            // Of a duty that is owed anew it is reached once more.
            String reached = name + "|" + told.rung() + "|" + now;
            for (Recipient to : told.to()) {
                Ways.to(to, who, now, urgent)
                        .ifPresent(w -> queue.add(Optional.empty(), reached, w, urgent));
            }
        }
    }

    /** What changes ask to be told, about each subject of one evaluation. */
    final class Round {
        private final List<Fact> facts = new ArrayList<>();
        private final Map<SourceRecord, PersonId> subjects = new LinkedHashMap<>();
        private final List<Rung> rungs = new ArrayList<>();

        void changed(
                List<Change> changes,
                Collection<Duty> duties,
                Situation situation,
                SourceRecord about) {
            List<Fact> told = new ArrayList<>();
            tellings.ifPresent(t -> {
                told.addAll(t.of(changes, duties, situation, about));
                told.addAll(t.abandoned(duties, changes, situation, about));
            });
            for (Change change : changes) {
                if (change instanceof Change.Escalated(var duty, var at)) {
                    rungs.add(new Rung(about.text() + "|" + duty.key(), duty, at));
                }
            }
            if (!told.isEmpty()) {
                facts.addAll(told);
                subjects.put(about, situation.subject().id());
            }
        }

        /** Records it; gives the facts that say so, by whom they concern: clocks have started. */
        Map<PersonId, List<Fact>> record(
                JdbcClient sql,
                PostgresLedger ledger,
                Publishing publishing,
                Directory who,
                Instant now) {
            Map<PersonId, List<Fact>> told =
                    facts.isEmpty() ? Map.of() : told(sql, ledger, publishing);
            tellings.filter(t -> !t.sendsNothing(now)).ifPresent(t -> send(t, sql, who, now));
            return told;
        }

        private void send(Tellings by, JdbcClient sql, Directory who, Instant now) {
            DeliveryQueue queue = new DeliveryQueue(sql);
            for (Fact fact : facts) {
                if (fact.body() instanceof AlertTold told && told.manner() != Manner.NOBODY_THERE) {
                    boolean urgent = by.atAnyHour(new RuleId(told.rule()));
                    Recipient to = new Recipient(told.agency(), new Role(told.role()));
                    String id = fact.id().message().id().value();
                    Ways.to(to, who, now, urgent)
                            .ifPresent(w ->
                                    queue.add(Optional.of(UUID.fromString(id)), id, w, urgent));
                }
            }
            rungs.forEach(rung -> rung.add(queue, who, now));
            queue.keep(now);
        }

        private Map<PersonId, List<Fact>> told(
                JdbcClient sql, PostgresLedger ledger, Publishing publishing) {
            List<Fact> placed = ledger.append(facts);
            new TellingStore(sql).keep(placed, subjects);
            publishing.told(sql, placed);
            Map<PersonId, List<Fact>> bySubject = new LinkedHashMap<>();
            placed.forEach(f ->
                    f.subject()
                            .map(subjects::get)
                            .ifPresent(s ->
                                    bySubject.computeIfAbsent(s, _ -> new ArrayList<>()).add(f)));
            return bySubject;
        }
    }

    Round round() {
        return new Round();
    }

    /** What recipients did since the last batch, and what came of what was sent, as facts. */
    List<Fact> seen(JdbcClient sql, PostgresLedger ledger, Instant now) {
        List<ToldAlerts.Seen> seen = new TellingStore(sql).take(AT_ONCE);
        List<Deliveries.Finished> finished = new DeliveryQueue(sql).finished(AT_ONCE);
        List<Fact> facts = new ArrayList<>(TouchpointFacts.of(sql, ledger, now));
        Map<MessageRef, Fact> told = told(ledger, seen, finished);
        for (ToldAlerts.Seen each : seen) {
            of(told, each.telling()).ifPresent(t -> facts.add(fact(each, t, now)));
        }
        for (Deliveries.Finished each : finished) {
            of(told, each.telling()).ifPresent(t -> facts.addAll(facts(each, t, now)));
        }
        return ledger.append(facts);
    }

    private static Optional<Fact> of(Map<MessageRef, Fact> told, UUID telling) {
        return Optional.ofNullable(told.get(OwnFacts.message(telling.toString())));
    }

    private static Map<MessageRef, Fact> told(
            PostgresLedger ledger, List<ToldAlerts.Seen> seen, List<Deliveries.Finished> finished) {
        Set<MessageRef> messages = new LinkedHashSet<>();
        seen.forEach(s -> messages.add(OwnFacts.message(s.telling().toString())));
        finished.forEach(f -> messages.add(OwnFacts.message(f.telling().toString())));
        return ledger.ofMessages(messages).stream()
                .filter(f -> f.body() instanceof AlertTold)
                .collect(Collectors.toMap(f -> f.id().message(), Function.identity()));
    }

    private static List<Fact> facts(Deliveries.Finished finished, Fact telling, Instant now) {
        AlertTold told = (AlertTold) telling.body();
        SourceRecord about = telling.subject().orElseThrow();
        Delivery delivery =
                new Delivery(
                        told.alert(),
                        finished.post(),
                        way(finished.channel()),
                        finished.sent()
                                ? Delivery.DeliveryOutcome.SENT
                                : Delivery.DeliveryOutcome.UNDELIVERABLE);
        List<MessageRef> regarding = List.of(telling.id().message());
        List<Fact> facts = new ArrayList<>();
        facts.add(OwnFacts.of(about, delivery, regarding, now));
        if (finished.last()) {
            facts.add(OwnFacts.of(about, Tellings.failed(told), regarding, now));
        }
        return facts;
    }

    private static DeliveryChannel way(String channel) {
        return switch (channel) {
            case "email" -> DeliveryChannel.EMAIL;
            case "callback" -> DeliveryChannel.CALLBACK;
            default -> DeliveryChannel.TEXT;
        };
    }

    private static Fact fact(ToldAlerts.Seen seen, Fact telling, Instant now) {
        return OwnFacts.of(
                telling.subject().orElseThrow(),
                Tellings.seen((AlertTold) telling.body(), seen.step(), seen.way(), seen.by()),
                List.of(telling.id().message()),
                now);
    }
}
