package sightline.core.alerts;

import sightline.core.directory.ContactRoute.Channel;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.facts.SystemBody.DeliveryChannel;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tellings, what was seen of them and their deliveries, in memory. For one thread. */
public final class InMemoryToldAlerts implements ToldAlerts, Deliveries {
    private enum State {
        WAITING,
        SENT,
        DEAD
    }

    private record Step(UUID telling, AlertSeen.Step step) {}

    private record Delivery(Optional<UUID> telling, String post, Channel channel, State state) {
        Delivery ended(boolean sent) {
            return new Delivery(telling, post, channel, sent ? State.SENT : State.DEAD);
        }
    }

    private final Map<UUID, PersonId> told = new LinkedHashMap<>();
    private final Map<Step, Seen> seen = new LinkedHashMap<>();
    private final Set<Step> taken = new HashSet<>();
    private final Map<String, Delivery> added = new LinkedHashMap<>();
    private final Map<String, Delivery> queue = new LinkedHashMap<>();
    private final Set<String> reported = new HashSet<>();

    @Override
    public void keep(Collection<Fact> facts, Map<SourceRecord, PersonId> subjects) {
        for (Fact fact : facts) {
            switch (fact.body()) {
                case AlertTold _ ->
                        told.putIfAbsent(
                                UUID.fromString(fact.id().message().id().value()),
                                Objects.requireNonNull(subjects.get(fact.subject().orElseThrow())));
                case AlertSeen s -> fact(fact, s);
                default -> {}
            }
        }
    }

    private void fact(Fact fact, AlertSeen said) {
        UUID telling = UUID.fromString(fact.references().regarding().getFirst().id().value());
        Step step = new Step(telling, said.step());
        Seen found = new Seen(telling, said.step(), said.way(), said.by(), fact.times().received());
        if (seen.putIfAbsent(step, found) == null) {
            taken.add(step);
        }
    }

    /** A recipient did a step; doing it again changes nothing, and what nobody was told is none. */
    public void see(UUID telling, AlertSeen.Step step, DeliveryChannel way, String by, Instant at) {
        if (told.containsKey(telling)) {
            seen.putIfAbsent(new Step(telling, step), new Seen(telling, step, way, by, at));
        }
    }

    @Override
    public List<Seen> take(int most) {
        List<Seen> found =
                seen.entrySet().stream()
                        .filter(e -> !taken.contains(e.getKey()))
                        .map(Map.Entry::getValue)
                        .sorted(
                                Comparator.comparing(Seen::at)
                                        .thenComparing(Seen::step)
                                        .thenComparing(Seen::telling))
                        .limit(most)
                        .toList();
        found.forEach(s -> taken.add(new Step(s.telling(), s.step())));
        return found;
    }

    @Override
    public void add(Optional<UUID> telling, String what, Ways ways, boolean urgent) {
        for (Channel channel : ways.sentBy(urgent)) {
            String name = what + "|" + ways.post() + "|" + channel;
            added.putIfAbsent(
                    name, new Delivery(telling, ways.post().value(), channel, State.WAITING));
        }
    }

    @Override
    public void keep(Instant now) {
        added.forEach(queue::putIfAbsent);
        added.clear();
    }

    /** What came of sending about a telling by one way. */
    public void ended(UUID telling, Channel channel, boolean sent) {
        queue.replaceAll((_, d) ->
                d.telling().equals(Optional.of(telling)) && d.channel() == channel
                        ? d.ended(sent)
                        : d);
    }

    @Override
    public List<Finished> finished(int most) {
        List<Finished> found = new ArrayList<>();
        for (Map.Entry<String, Delivery> each : queue.entrySet()) {
            Delivery delivery = each.getValue();
            boolean over = delivery.state() != State.WAITING && !reported.contains(each.getKey());
            if (over && found.size() < most) {
                reported.add(each.getKey());
                delivery.telling().ifPresent(t -> found.add(finished(t, delivery)));
            }
        }
        return List.copyOf(found);
    }

    private Finished finished(UUID telling, Delivery delivery) {
        boolean dead = delivery.state() == State.DEAD;
        boolean others =
                queue.values().stream()
                        .filter(d -> d.telling().equals(Optional.of(telling)))
                        .anyMatch(d -> d.state() != State.DEAD);
        boolean opened = seen.keySet().stream().anyMatch(s -> s.telling().equals(telling));
        return new Finished(
                telling,
                delivery.post(),
                delivery.channel().slug(),
                delivery.state() == State.SENT,
                dead && !others && !opened);
    }
}
