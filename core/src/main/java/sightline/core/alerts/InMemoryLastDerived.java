package sightline.core.alerts;

import org.jspecify.annotations.Nullable;

import sightline.core.facts.KindSet;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What follows, as last derived, in memory. For one thread. */
public final class InMemoryLastDerived implements LastDerived {

    /** What is compared: everything of which a keeper says that it is the same as before. */
    private record Content(
            Derived derived,
            Set<SourceRecord> own,
            Map<SourceRecord, KindSet> records,
            Set<PlaceId> places) {
        static Content of(Saved saved) {
            return new Content(
                    saved.derived(),
                    Set.copyOf(saved.own()),
                    Map.copyOf(saved.records()),
                    Set.copyOf(saved.places()));
        }
    }

    /**
     * @param looked how often everybody was to be looked at again by then
     */
    private record Held(Content content, String digest, long looked) {}

    private final Map<PersonId, Held> held = new TreeMap<>(Comparator.comparing(PersonId::value));
    private final Map<SourceRecord, PersonId> whose = new HashMap<>();
    private long lookAgain;
    private Instant since = Instant.MIN;
    private long versions;

    @Override
    public Map<PersonId, Before> before(Map<PersonId, Collection<SourceRecord>> records) {
        Map<PersonId, Before> found = new HashMap<>();
        records.forEach((person, own) -> {
            for (SourceRecord record : own) {
                PersonId was = whose.get(record);
                Held kept = was == null ? null : held.get(was);
                if (was != null && kept != null) {
                    Known known = Known.of(kept.content().derived());
                    String digest = kept.looked() < lookAgain ? "" : kept.digest();
                    found.merge(
                            person,
                            Before.NOTHING.and(was, known, digest),
                            (before, _) -> before.and(was, known, digest));
                }
            }
        });
        return found;
    }

    @Override
    public List<PersonId> due(Instant now, int limit) {
        Comparator<PersonId> earliest =
                Comparator.<PersonId, Instant>comparing(p -> recheck(p).orElse(Instant.MAX))
                        .thenComparing(PersonId::value);
        Stream<PersonId> rechecks =
                held.keySet().stream()
                        .filter(p -> recheck(p).filter(at -> !at.isAfter(now)).isPresent())
                        .sorted(earliest);
        return Stream.concat(rechecks, stale()).distinct().limit(limit).toList();
    }

    private Optional<Instant> recheck(PersonId person) {
        return Optional.ofNullable(held.get(person))
                .flatMap(h -> h.content().derived().recheckAt());
    }

    private Stream<PersonId> stale() {
        return held.entrySet().stream()
                .filter(e -> e.getValue().looked() < lookAgain)
                .sorted(Comparator.comparingLong(e -> e.getValue().looked()))
                .map(Map.Entry::getKey);
    }

    @Override
    public void everybodyIsDue(Instant now) {
        lookAgain++;
        since = now;
    }

    @Override
    public Optional<Instant> nextRecheck() {
        return Stream.concat(
                        held.keySet().stream().flatMap(p -> recheck(p).stream()),
                        stale().limit(1).map(_ -> since))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Set<PersonId> dependents(
            Map<SourceRecord, KindSet> records, Collection<PlaceId> places) {
        Set<PersonId> found = new LinkedHashSet<>();
        held.forEach((person, each) -> {
            boolean record =
                    records.entrySet().stream()
                            .anyMatch(e ->
                                    looked(each.content().records().get(e.getKey()), e.getValue()));
            if (record || places.stream().anyMatch(each.content().places()::contains)) {
                found.add(person);
            }
        });
        return found;
    }

    /** Whoever looked at a record at all sees everything of it that changes. */
    private static boolean looked(@Nullable KindSet at, KindSet changed) {
        return at != null && (changed.equals(KindSet.ALL) || at.meets(changed));
    }

    @Override
    public Set<PersonId> neverEvaluated(Collection<PersonId> people) {
        Set<PersonId> never = new LinkedHashSet<>(people);
        never.removeAll(held.keySet());
        return never;
    }

    @Override
    public List<PersonId> subjects() {
        return List.copyOf(held.keySet());
    }

    @Override
    public void forget(Collection<PersonId> gone) {
        held.keySet().removeAll(new HashSet<>(gone));
    }

    @Override
    public void save(Collection<Saved> derived, Instant now) {
        for (Saved saved : derived) {
            PersonId subject = saved.derived().subject();
            Content content = Content.of(saved);
            Held before = held.get(subject);
            boolean same =
                    before != null
                            && before.digest().equals(saved.digest())
                            && before.content().equals(content);
            if (!same) {
                held.put(subject, new Held(content, "version " + ++versions, lookAgain));
                new TreeSet<>(content.own()).forEach(r -> whose.put(r, subject));
            }
        }
    }
}
