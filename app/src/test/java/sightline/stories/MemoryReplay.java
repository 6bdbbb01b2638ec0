package sightline.stories;

import sightline.core.alerts.Attendance;
import sightline.core.alerts.Change;
import sightline.core.alerts.Changes;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.alerts.Known;
import sightline.core.alerts.Tellings;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryEntries;
import sightline.core.directory.FixedDirectory;
import sightline.core.duties.Clocks;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Participant;
import sightline.core.household.Bounds;
import sightline.core.household.InMemoryKnownFacts;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.IdentityChange;
import sightline.core.identity.InMemoryIdentityIndex;
import sightline.core.identity.InMemoryPlaces;
import sightline.core.identity.LiveIdentity;
import sightline.core.identity.PersonIds;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Finding;
import sightline.core.screening.Parameters;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;
import sightline.core.screening.Step;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Reading;
import sightline.pipeline.ReplayedDirectory;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replays messages in memory, through the same reader, identity, places, rules and clocks as the
 * pipeline: a second or less a case. Everybody is looked at again at every message.
 */
final class MemoryReplay {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BEYOND = Duration.ofDays(30);
    private static final byte[] KEY =
            "for tests only, and no secret...".getBytes(StandardCharsets.UTF_8);
    private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

    private final Map<String, AgencyType> types;
    private final Directory directory;
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());
    private final Tellings tellings = new Tellings(derivation.clocks(), Attendance.everybody());
    private final MessageReader reader = new MessageReader();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryIdentityIndex index = new InMemoryIdentityIndex();
    private final LiveIdentity identity = new LiveIdentity(index, new PersonIds(KEY));
    private final InMemoryPlaces places = new InMemoryPlaces(new PersonIds(KEY));
    private final InMemoryKnownFacts known =
            new InMemoryKnownFacts(
                            ledger,
                            this::personOf,
                            address -> places.placeOf(address).orElseThrow(),
                            _ -> Certainty.CONFIRMED,
                            this::undecided)
                    .placing(address -> places.placeOf(address).isPresent());
    private final Map<SourceRecord, Known> before = new HashMap<>();
    private final List<SourceRecord> first = new ArrayList<>();
    private final TreeMap<PersonId, Instant> rechecks = new TreeMap<>(BY_ID);
    private final Set<SourceRecord> records = new TreeSet<>();
    private final List<Said> said = new ArrayList<>();
    private Instant end = Instant.EPOCH;

    private MemoryReplay(DirectoryEntries agencies) {
        this.directory = FixedDirectory.of(agencies);
        this.types =
                agencies.agencies().stream()
                        .collect(Collectors.toMap(a -> a.id().value(), Agency::type));
    }

    /** What is said when these messages of a case arrive, and in the 30 days after the last. */
    static List<Said> of(CaseFolder folder, List<String> messages) {
        return of(directory(folder), messages.stream().map(List::of).toList());
    }

    /**
     * The same.
     *
     * @param batches messages that are taken up together, when the last of them arrives
     */
    static List<Said> of(DirectoryEntries agencies, List<List<String>> batches) {
        return new MemoryReplay(agencies).run(batches, _ -> false);
    }

    /** What stands in the end, when everybody is looked at once more. */
    static Standing standing(DirectoryEntries agencies, List<List<String>> batches) {
        MemoryReplay replay = new MemoryReplay(agencies);
        replay.run(batches, _ -> false);
        return replay.standing(replay.end);
    }

    /** Whether anything like it is said; stops at the first. */
    static boolean says(CaseFolder folder, List<String> messages, Predicate<Said> wanted) {
        return new MemoryReplay(directory(folder))
                .run(messages.stream().map(List::of).toList(), wanted).stream().anyMatch(wanted);
    }

    /** The agencies of a case as a replay knows them. */
    static DirectoryEntries directory(CaseFolder folder) {
        List<String> all = new ArrayList<>(folder.messages());
        all.addAll(folder.twin());
        return ReplayedDirectory.of(all, folder.agencies());
    }

    private List<Said> run(List<List<String>> batches, Predicate<Said> enough) {
        Instant last = Instant.EPOCH;
        for (List<String> batch : batches) {
            if (said.stream().anyMatch(enough)) {
                return List.copyOf(said);
            }
            Instant at = Instant.parse(JSON.readTree(batch.getLast()).path("sentAt").asString());
            passTo(at);
            take(batch, at);
            last = at;
        }
        end = last.plus(BEYOND);
        passTo(end);
        return List.copyOf(said);
    }

    private Standing standing(Instant now) {
        Set<PersonId> everybody = new TreeSet<>(BY_ID);
        records.forEach(r -> everybody.add(personOf(r)));
        Standing standing = new Standing();
        new NeighbourhoodReader(known, Bounds.DEFAULT)
                .read(everybody)
                .forEach((_, around) ->
                        standing.add(
                                around.subject().records(),
                                derivation.derive(
                                        new Situation(
                                                around, now, directory, Parameters.DEFAULT))));
        return standing;
    }

    private void passTo(Instant until) {
        Optional<Instant> next = next();
        while (next.filter(n -> n.isBefore(until)).isPresent()) {
            Instant now = next.get();
            Set<PersonId> due = new TreeSet<>(BY_ID);
            rechecks.forEach((person, at) -> {
                if (!at.isAfter(now)) {
                    due.add(person);
                }
            });
            evaluate(due, now);
            next = next();
        }
    }

    private Optional<Instant> next() {
        return rechecks.values().stream().min(Comparator.naturalOrder());
    }

    private void take(List<String> batch, Instant now) {
        Set<SourceRecord> named = new LinkedHashSet<>();
        for (String message : batch) {
            List<Fact> facts = ledger.append(read(message, now));
            places.learn(facts.stream().flatMap(f -> f.place().stream()).toList());
            facts.stream()
                    .flatMap(f -> f.participants().stream())
                    .map(Participant::record)
                    .sorted()
                    .forEach(named::add);
        }
        named.stream().filter(records::add).forEach(first::add);
        identify(named);
        Set<PersonId> subjects = new TreeSet<>(BY_ID);
        named.forEach(r -> subjects.add(personOf(r)));
        records.forEach(r -> subjects.add(personOf(r)));
        evaluate(subjects, now);
    }

    private List<Fact> read(String message, Instant now) {
        String sender = JSON.readTree(message).path("sender").asString();
        Reading reading =
                reader.read(
                        message.getBytes(StandardCharsets.UTF_8),
                        new AgencyId(sender),
                        types.getOrDefault(sender, AgencyType.OTHER),
                        now);
        if (!(reading instanceof Reading.Read read)) {
            throw new IllegalArgumentException(
                    CaseFolder.id(message) + " cannot be read: " + reading);
        }
        return read.facts();
    }

    private void identify(Set<SourceRecord> named) {
        DetailsOf details = new DetailsOf(ledger.after(0, Integer.MAX_VALUE), _ -> true);
        identity.apply(
                named.stream().map(r -> new IdentityChange.Recorded(details.of(r))).toList());
    }

    /** The record by which a person was first heard of: it stays theirs when others join. */
    private SourceRecord keyOf(Neighbourhood around) {
        return first.stream().filter(around.subject()::has).findFirst().orElseThrow();
    }

    private PersonId personOf(SourceRecord record) {
        PersonId person = index.peopleOf(Set.of(record)).get(record);
        return person == null ? new PersonId("unknown") : person;
    }

    private Set<PersonId> undecided(PersonId person) {
        Set<SourceRecord> theirs =
                records.stream()
                        .filter(r -> personOf(r).equals(person))
                        .collect(Collectors.toSet());
        return index.undecided(theirs).stream()
                .flatMap(p -> Stream.of(p.first(), p.second()))
                .map(this::personOf)
                .filter(p -> !p.equals(person))
                .collect(Collectors.toSet());
    }

    private void evaluate(Collection<PersonId> subjects, Instant now) {
        List<PersonId> sorted = subjects.stream().sorted(BY_ID).toList();
        sorted.forEach(rechecks::remove);
        Map<PersonId, Neighbourhood> read =
                new NeighbourhoodReader(known, Bounds.DEFAULT).read(sorted);
        Set<PersonId> again = new TreeSet<>(BY_ID);
        read.forEach((person, around) -> {
            Situation situation = new Situation(around, now, directory, Parameters.DEFAULT);
            Derived derived = derivation.derive(situation);
            Set<String> about =
                    around.subject().records().stream()
                            .map(SourceRecord::text)
                            .collect(Collectors.toCollection(TreeSet::new));
            SourceRecord key = keyOf(around);
            List<Change> changes =
                    Changes.between(before.getOrDefault(key, Known.NOTHING), derived);
            changes.forEach(c -> said.addAll(said(now, about, c).toList()));
            SourceRecord own =
                    around.subject().records().stream().sorted().findFirst().orElseThrow();
            List<Fact> told = tellings.of(changes, derived.duties(), situation, own);
            if (!told.isEmpty()) {
                ledger.append(told);
                again.add(person);
            }
            before.put(key, Known.of(derived));
            derived.recheckAt()
                    .filter(at -> at.isAfter(now))
                    .ifPresent(at -> rechecks.put(person, at));
        });
        if (!again.isEmpty()) {
            evaluate(again, now);
        }
    }

    private static Stream<Said> said(Instant now, Set<String> about, Change change) {
        return switch (change) {
            case Change.Raised(var alert) ->
                    alert.findings().stream().map(f -> finding(now, "alert", about, f));
            case Change.Grew(var _, var added) ->
                    added.stream().map(f -> finding(now, "alert-grew", about, f));
            case Change.Withdrawn(var _, var rule, var _) ->
                    Stream.of(
                            new Said(
                                    now, "withdrawn", rule, about, Set.of(), "", Optional.empty()));
            case Change.Started(var duty) -> duty(now, "duty-due", about, duty, duty.owedBy());
            case Change.Overdue(var duty) -> duty(now, "duty-overdue", about, duty, duty.owedBy());
            case Change.Escalated(var duty, var told) ->
                    duty(now, "escalation", about, duty, told.to());
            case Change.Lapsed lapsed ->
                    Stream.of(
                            new Said(
                                    now,
                                    "withdrawn",
                                    lapsed.clock(),
                                    about,
                                    Set.of(),
                                    "",
                                    Optional.empty()));
            case Change.Answered _, Change.Discharged _, Change.Ended _ -> Stream.empty();
        };
    }

    private static Said finding(Instant now, String type, Set<String> about, Finding finding) {
        String words =
                finding.headline().value()
                        + finding.path().stream()
                                .map(Step::text)
                                .map(t -> t.value())
                                .collect(Collectors.joining(" ", " ", ""));
        return new Said(
                now,
                type,
                finding.rule().value(),
                about,
                texts(finding.first()),
                words,
                Optional.empty());
    }

    private static Stream<Said> duty(
            Instant now, String type, Set<String> about, Duty duty, Collection<Recipient> to) {
        Stream<String> names =
                Stream.concat(
                        Stream.of(duty.clock().value()), duty.rule().map(r -> r.value()).stream());
        return names.map(n ->
                new Said(now, type, n, about, texts(to), duty.title(), Optional.of(duty.due())));
    }

    private static Set<String> texts(Collection<Recipient> to) {
        return to.stream().map(Recipient::text).collect(Collectors.toCollection(TreeSet::new));
    }
}
