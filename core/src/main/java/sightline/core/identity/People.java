package sightline.core.identity;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is who, all at once: a deterministic function of records, human decisions and the frozen
 * model. The order of the arguments' elements means nothing.
 */
public final class People {
    private final PersonIds ids;
    private final int detailLimit;

    /** Resolves with the frozen model, naming people by these ids. */
    public People(PersonIds ids) {
        this(ids, BlockingKeys.DETAIL_LIMIT);
    }

    People(PersonIds ids, int detailLimit) {
        this.ids = ids;
        this.detailLimit = detailLimit;
    }

    /**
     * The people of these records. A decision about a record that is not among them has no effect
     * but that of two mothers who are one.
     *
     * @throws IllegalArgumentException if a record is given twice
     */
    public Resolution resolve(Collection<RecordDetails> records, Collection<Decision> decisions) {
        var prepared = new TreeMap<SourceRecord, Prepared>();
        var mothers = new SameMothers(decisions);
        for (var details : records) {
            if (prepared.put(details.record(), Prepared.of(details, mothers)) != null) {
                throw new IllegalArgumentException(
                        "The record %s was given twice.\nGive each record's newest details once."
                                .formatted(details.record()));
            }
        }
        var blocks = blocks(prepared);
        prepared.replaceAll((record, detail) ->
                detail.withoutContacts(key -> crowded(blocks, key), detailLimit));
        var links = links(blocks, prepared);
        var resolver = new Resolver(prepared, links, decisions);
        resolver.resolve();
        var people = resolver.people(ids);
        var personOf = new HashMap<SourceRecord, PersonId>();
        people.forEach(
                person -> person.records().forEach(record -> personOf.put(record, person.id())));
        var review =
                new ReviewPairs(record -> Optional.ofNullable(personOf.get(record)), decisions);
        var undecided =
                review.among(
                        links, resolver.held(), (a, b) -> PersonComparison.compare(prepared, a, b));
        return new Resolution(people, undecided, resolver.overruled());
    }

    private Map<BlockingKey, List<SourceRecord>> blocks(Map<SourceRecord, Prepared> prepared) {
        var blocks = new HashMap<BlockingKey, List<SourceRecord>>();
        prepared.forEach((record, detail) -> {
            for (var key : BlockingKeys.of(detail, detailLimit)) {
                blocks.computeIfAbsent(key, it -> new ArrayList<>()).add(record);
            }
        });
        return blocks;
    }

    private static boolean crowded(Map<BlockingKey, List<SourceRecord>> blocks, BlockingKey key) {
        return blocks.getOrDefault(key, List.of()).size() > key.limit();
    }

    private static List<PersonLink> links(
            Map<BlockingKey, List<SourceRecord>> blocks, Map<SourceRecord, Prepared> prepared) {
        var pairs = new HashSet<List<SourceRecord>>();
        blocks.forEach((key, block) -> {
            if (block.size() <= key.limit()) {
                addPairs(block, pairs);
            }
        });
        var links = new ArrayList<PersonLink>();
        for (var pair : pairs) {
            var explanation = PersonComparison.compare(prepared, pair.getFirst(), pair.getLast());
            if (explanation.certainty() != Certainty.NOT_KNOWN) {
                links.add(new PersonLink(pair.getFirst(), pair.getLast(), explanation));
            }
        }
        return links;
    }

    private static void addPairs(List<SourceRecord> block, Set<List<SourceRecord>> pairs) {
        block.sort(null);
        for (var i = 0; i < block.size(); i++) {
            for (var j = i + 1; j < block.size(); j++) {
                pairs.add(List.of(block.get(i), block.get(j)));
            }
        }
    }
}
