package sightline.core.identity;

import sightline.core.identity.AddressComparison.Answer;
import sightline.core.identity.AddressComparison.Reason;
import sightline.core.kernel.Certainty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which addresses are one place: a deterministic function of addresses and human decisions, in any
 * order. What persons decided comes first, then UPRNs and equal wording, then wording that is the
 * same but for spelling. Addresses that share no {@linkplain #keys key}, directly or through
 * others, never touch each other, so that a running system resolves the addresses that it can reach
 * from a new one over keys and decisions, and gets what it would get from all.
 */
public final class Places {
    /** More addresses than this under one key are left out of it for all alike. */
    public static final int KEY_LIMIT = 500;

    /** Where a person could not tell either, or could for every house of a street. */
    private static final Set<Reason> NOT_WORTH_ASKING =
            Set.of(
                    Reason.NO_HOUSE,
                    Reason.NO_PLACE,
                    Reason.NO_COMMON_LOCATION,
                    Reason.NAME_OR_NUMBER);

    private final PersonIds ids;

    /** Names places by these ids. */
    public Places(PersonIds ids) {
        this.ids = ids;
    }

    /** The keys under which an address is found by those with which it should be compared. */
    public static Set<BlockingKey> keys(PlaceKey place) {
        return PlaceKeys.of(place);
    }

    /** The places of these addresses; the same address twice is one. */
    public PlaceResolution resolve(
            Collection<PlaceKey> addresses, Collection<PlaceDecision> decisions) {
        var byText = new TreeMap<String, PlaceKey>();
        addresses.forEach(address -> byText.put(address.text(), address));
        return new Resolving(List.copyOf(byText.values()), decisions).resolve(ids);
    }

    /** A comparison of two addresses by their numbers in order of text. */
    private record Compared(int first, int second, AddressComparison.Result result) {}

    private static final class Resolving {
        private final List<PlaceKey> places;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Compared> compared;
        private final Agglomeration groups;
        private final List<PlaceDecision> decisions;
        private final List<PlaceDecision> overruled = new ArrayList<>();
        private final Set<Integer> bySpelling = new HashSet<>();

        Resolving(List<PlaceKey> places, Collection<PlaceDecision> decisions) {
            this.places = places;
            for (var place : places) {
                numbers.put(place.text(), numbers.size());
            }
            this.groups = new Agglomeration(places.size());
            this.compared = compareAll();
            this.decisions = inForce(decisions);
        }

        PlaceResolution resolve(PersonIds ids) {
            decide();
            join(Set.of(Reason.SAME_UPRN), this::uprnsDiffer);
            joinEqualWording();
            join(Set.of(Reason.SAME_ADDRESS), this::apart);
            join(Set.of(Reason.SPELLING), this::apart);
            return new PlaceResolution(resolved(ids), undecided(), overruled);
        }

        private List<PlaceDecision> inForce(Collection<PlaceDecision> all) {
            var seen = new HashSet<List<String>>();
            return all.stream()
                    .sorted(PlaceDecision.NEWEST_FIRST)
                    .filter(decision ->
                            numbers.containsKey(decision.first().text())
                                    && numbers.containsKey(decision.second().text()))
                    .filter(decision ->
                            seen.add(List.of(decision.first().text(), decision.second().text())))
                    .toList();
        }

        private void decide() {
            for (var decision : decisions) {
                var a = number(decision.first());
                var b = number(decision.second());
                if (!groups.follow(decision.verdict(), a, b)) {
                    overruled.add(decision);
                }
            }
            for (var decision : decisions) {
                var a = number(decision.first());
                var b = number(decision.second());
                if (decision.verdict() == Verdict.CANNOT_TELL && !groups.together(a, b)) {
                    groups.part(a, b);
                }
            }
        }

        /** One wording is one place, unless it was sent with several UPRNs: then nobody knows. */
        private void joinEqualWording() {
            var byWording = new TreeMap<String, List<Integer>>();
            for (var i = 0; i < places.size(); i++) {
                if (AddressComparison.isOnePlace(places.get(i))) {
                    byWording
                            .computeIfAbsent(places.get(i).wording(), it -> new ArrayList<>())
                            .add(i);
                }
            }
            for (var equal : byWording.values()) {
                var uprns = equal.stream().flatMap(i -> places.get(i).uprn().stream()).distinct();
                if (uprns.count() < 2) {
                    for (var other : equal) {
                        groups.joinUnless(this::uprnsDiffer, equal.getFirst(), other, KEY_LIMIT);
                    }
                }
            }
        }

        private void join(Set<Reason> reasons, Agglomeration.Apart apart) {
            var links =
                    compared.stream()
                            .filter(pair -> pair.result().answer() == Answer.SAME)
                            .filter(pair -> reasons.contains(pair.result().reason()))
                            .toList();
            var fitsSeveral = fitsSeveral(links, apart);
            for (var link : links) {
                if (fitsSeveral.contains(link) || groups.together(link.first(), link.second())) {
                    continue;
                }
                var joined = groups.joinUnless(apart, link.first(), link.second(), KEY_LIMIT);
                if (joined && !reasons.contains(Reason.SAME_UPRN)) {
                    bySpelling.add(link.first());
                }
            }
        }

        /** Links of an address to two places that are not one. */
        private Set<Compared> fitsSeveral(List<Compared> links, Agglomeration.Apart apart) {
            var byEnd = new HashMap<Integer, List<Compared>>();
            for (var link : links) {
                byEnd.computeIfAbsent(link.first(), end -> new ArrayList<>()).add(link);
                byEnd.computeIfAbsent(link.second(), end -> new ArrayList<>()).add(link);
            }
            var found = new HashSet<Compared>();
            byEnd.forEach((end, own) -> {
                for (var x : own) {
                    for (var y : own) {
                        var a = x.first() == end ? x.second() : x.first();
                        var b = y.first() == end ? y.second() : y.first();
                        if (a != b && apart.apart(a, b)) {
                            found.add(x);
                            found.add(y);
                        }
                    }
                }
            });
            return found;
        }

        /** Known to be two, unless a UPRN or a person already settled that they are one. */
        private boolean apart(int a, int b) {
            if (groups.together(a, b)) {
                return false;
            }
            return AddressComparison.compare(places.get(a), places.get(b)).answer()
                    == Answer.DIFFERENT;
        }

        private boolean uprnsDiffer(int a, int b) {
            var one = places.get(a).uprn();
            var other = places.get(b).uprn();
            return one.isPresent() && other.isPresent() && !one.equals(other);
        }

        private List<ResolvedPlace> resolved(PersonIds ids) {
            var spelled =
                    bySpelling.stream()
                            .map(groups::groupOf)
                            .collect(Collectors.toUnmodifiableSet());
            var resolved = new ArrayList<ResolvedPlace>();
            for (var first : groups.firsts()) {
                var members = new TreeSet<>(groups.membersOf(first));
                var addresses = members.stream().map(places::get).toList();
                var placed = addresses.stream().anyMatch(AddressComparison::isOnePlace);
                var certainty =
                        spelled.contains(groups.groupOf(first))
                                ? Certainty.LIKELY
                                : Certainty.CONFIRMED;
                resolved.add(
                        new ResolvedPlace(
                                ids.ofPlace(addresses.getFirst().text()),
                                addresses,
                                placed ? certainty : Certainty.NOT_KNOWN));
            }
            return resolved;
        }

        /** Open questions between places; what a person could not tell stays among them. */
        private List<PlaceResolution.OpenPair> undecided() {
            var open = new ArrayList<PlaceResolution.OpenPair>();
            for (var pair : compared) {
                var decided = groups.areParted(pair.first(), pair.second());
                var question =
                        pair.result().answer() != Answer.DIFFERENT
                                && !NOT_WORTH_ASKING.contains(pair.result().reason());
                if (!groups.together(pair.first(), pair.second())
                        && (decided ? couldNotTell(pair) : question)) {
                    open.add(
                            new PlaceResolution.OpenPair(
                                    places.get(pair.first()),
                                    places.get(pair.second()),
                                    pair.result()));
                }
            }
            return open;
        }

        private boolean couldNotTell(Compared pair) {
            return decisions.stream()
                    .anyMatch(decision ->
                            decision.verdict() == Verdict.CANNOT_TELL
                                    && number(decision.first()) == pair.first()
                                    && number(decision.second()) == pair.second());
        }

        /** All pairs that share a key which is not crowded, in order. */
        private List<Compared> compareAll() {
            var blocks = new HashMap<BlockingKey, List<Integer>>();
            for (var i = 0; i < places.size(); i++) {
                for (var key : PlaceKeys.of(places.get(i))) {
                    blocks.computeIfAbsent(key, it -> new ArrayList<>()).add(i);
                }
            }
            var pairs = new TreeMap<Long, Compared>();
            blocks.forEach((key, block) -> {
                if (block.size() <= key.limit()) {
                    compareBlock(block, pairs);
                }
            });
            return List.copyOf(pairs.values());
        }

        private void compareBlock(List<Integer> block, Map<Long, Compared> pairs) {
            for (var i = 0; i < block.size(); i++) {
                for (var j = i + 1; j < block.size(); j++) {
                    var a = block.get(i);
                    var b = block.get(j);
                    pairs.computeIfAbsent(
                            ((long) a << 32) | b,
                            pair ->
                                    new Compared(
                                            a,
                                            b,
                                            AddressComparison.compare(
                                                    places.get(a), places.get(b))));
                }
            }
        }

        private int number(PlaceKey place) {
            return numbers.getOrDefault(place.text(), -1);
        }
    }
}
