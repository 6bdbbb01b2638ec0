package sightline.core.identity;

import sightline.core.identity.Explanation.Reason;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes people of records in three steps: what persons decided, what identifiers say, what scores
 * say. Each step works on the groups of the one before as if each were a single record with all
 * their details, so that what is settled counts when the next is judged. Everything is done in a
 * fixed order of its own, never in the order of arrival.
 */
final class Resolver {
    /** No automatic step makes a person of more groups than this. */
    static final int GROUPS_MAX = 500;

    private final List<SourceRecord> records;
    private final Map<SourceRecord, Integer> numbers = new HashMap<>();
    private final List<PersonLink> links;
    private final List<Decision> decisions;
    private final List<PersonLink> used = new ArrayList<>();
    private final Map<PersonLink, Held> held = new HashMap<>();
    private final List<Decision> overruled = new ArrayList<>();
    private final List<Decision> separations = new ArrayList<>();
    private int[] groups;
    private List<Prepared> details = new ArrayList<>();
    private final List<Prepared> ownDetails;

    /**
     * @param links the links among these records; others are left out
     * @param decisions decisions about these records; those about others are left out
     */
    Resolver(
            Map<SourceRecord, Prepared> details,
            Collection<PersonLink> links,
            Collection<Decision> decisions) {
        records = List.copyOf(new TreeSet<>(details.keySet()));
        groups = new int[records.size()];
        for (var record : records) {
            groups[numbers.size()] = numbers.size();
            numbers.put(record, numbers.size());
            this.details.add(details.get(record));
        }
        ownDetails = List.copyOf(this.details);
        this.links =
                links.stream()
                        .filter(link -> link.joins() && known(link.first(), link.second()))
                        .distinct()
                        .sorted(PersonLink.STRONGEST_FIRST)
                        .toList();
        this.decisions =
                Decisions.inForce(decisions).stream()
                        .filter(decision -> known(decision.first(), decision.second()))
                        .toList();
    }

    /** Resolves once; call before any of the questions below. */
    void resolve() {
        decide();
        link(Certainty.CONFIRMED, Contradictions::absolute);
        link(Certainty.LIKELY, Contradictions::anyOf);
    }

    /** The records of each person, by their smallest record. */
    List<List<SourceRecord>> people() {
        var members = new ArrayList<List<SourceRecord>>();
        for (var i = 0; i < details.size(); i++) {
            members.add(new ArrayList<>());
        }
        for (var record : records) {
            members.get(groupOf(record)).add(record);
        }
        return members;
    }

    /** The people, with what holds each together. */
    List<ResolvedPerson> people(PersonIds ids) {
        var heldBy = new HashMap<Integer, List<PersonLink>>();
        for (var link : used) {
            heldBy.computeIfAbsent(groupOf(link.first()), group -> new ArrayList<>()).add(link);
        }
        return people().stream()
                .map(members ->
                        ResolvedPerson.of(
                                ids,
                                members,
                                heldBy.getOrDefault(groupOf(members.getFirst()), List.of())))
                .toList();
    }

    /** Why links strong enough to join did not. */
    Map<PersonLink, Held> held() {
        return held;
    }

    /** Decisions that newer ones contradict. */
    List<Decision> overruled() {
        return overruled;
    }

    private void decide() {
        var people = new Agglomeration(records.size());
        for (var decision : decisions) {
            var a = number(decision.first());
            var b = number(decision.second());
            if (!people.follow(decision.verdict(), a, b)) {
                overruled.add(decision);
            }
        }
        for (var decision : decisions) {
            if (decision.verdict() != Verdict.JOIN
                    && !people.together(number(decision.first()), number(decision.second()))) {
                separations.add(decision);
            }
        }
        regroup(people);
    }

    private interface Contradiction {
        Optional<Reason> between(Prepared a, Prepared b);
    }

    private void link(Certainty certainty, Contradiction contradiction) {
        var people = new Agglomeration(details.size());
        for (var decision : separations) {
            people.part(groupOf(decision.first()), groupOf(decision.second()));
        }
        Agglomeration.Apart surelyApart =
                (a, b) ->
                        people.areParted(a, b)
                                || Contradictions.absolute(details.get(a), details.get(b))
                                        .isPresent();
        Agglomeration.Apart contradict =
                (a, b) -> contradiction.between(details.get(a), details.get(b)).isPresent();
        var manifold = manifold();
        Agglomeration.Apart apart =
                (a, b) ->
                        surelyApart.apart(a, b)
                                || (contradict.apart(a, b)
                                        && !bridged(people, contradict, manifold, a, b));
        var chosen =
                links.stream()
                        .filter(link -> link.explanation().certainty() == certainty)
                        .filter(link -> groupOf(link.first()) != groupOf(link.second()))
                        .toList();
        var fitsSeveral =
                Rivals.among(
                        chosen,
                        this::groupOf,
                        (group, a, b) ->
                                surelyApart.apart(a, b)
                                        || (contradict.apart(a, b) && !manifold.get(group)));
        for (var link : chosen) {
            if (fitsSeveral.contains(link)) {
                held.put(link, Held.FITS_SEVERAL);
                continue;
            }
            var a = groupOf(link.first());
            var b = groupOf(link.second());
            if (people.together(a, b)) {
                continue;
            }
            if (people.joinUnless(apart, a, b, GROUPS_MAX)) {
                used.add(link);
            } else {
                held.put(link, heldWhy(people, a, b));
            }
        }
        regroup(people);
    }

    /**
     * The groups whose own records contradict each other, and were yet settled to be one: a child
     * under two names. Records that contradict each other may both be of such a person.
     */
    private BitSet manifold() {
        var members = new HashMap<Integer, List<Prepared>>();
        for (var i = 0; i < groups.length; i++) {
            members.computeIfAbsent(groups[i], group -> new ArrayList<>()).add(ownDetails.get(i));
        }
        var manifold = new BitSet(details.size());
        members.forEach((group, own) -> manifold.set(group, anyContradict(own)));
        return manifold;
    }

    private static boolean anyContradict(List<Prepared> records) {
        for (var i = 0; i < records.size(); i++) {
            for (var j = i + 1; j < records.size(); j++) {
                if (Contradictions.byDetails(records.get(i), records.get(j)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether both fit a person among them who is known to be described in several ways. */
    private static boolean bridged(
            Agglomeration people, Agglomeration.Apart contradict, BitSet manifold, int a, int b) {
        return Stream.concat(people.membersOf(a).stream(), people.membersOf(b).stream())
                .anyMatch(bridge ->
                        manifold.get(bridge)
                                && bridge != a
                                && bridge != b
                                && !contradict.apart(a, bridge)
                                && !contradict.apart(b, bridge));
    }

    private static Held heldWhy(Agglomeration people, int a, int b) {
        return people.membersOf(a).size() + people.membersOf(b).size() > GROUPS_MAX
                ? Held.TOO_MANY_RECORDS
                : Held.CONTRADICTED;
    }

    /** Makes each group of the step just done one thing for the next. */
    private void regroup(Agglomeration people) {
        var firsts = people.firsts();
        var renumbered = new HashMap<Integer, Integer>();
        var merged = new ArrayList<Prepared>();
        for (var first : firsts) {
            renumbered.put(people.groupOf(first), merged.size());
            var members = new TreeSet<>(people.membersOf(first));
            merged.add(Prepared.merged(members.stream().map(details::get).toList()));
        }
        var next = new int[groups.length];
        for (var i = 0; i < groups.length; i++) {
            next[i] = renumbered.getOrDefault(people.groupOf(groups[i]), -1);
        }
        groups = next;
        details = merged;
    }

    private boolean known(SourceRecord a, SourceRecord b) {
        return numbers.containsKey(a) && numbers.containsKey(b);
    }

    private int number(SourceRecord record) {
        return numbers.getOrDefault(record, -1);
    }

    private int groupOf(SourceRecord record) {
        return groups[number(record)];
    }
}
