package sightline.core.identity;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What identity remembers between changes: details, keys, links, decisions, people, and the review
 * queue. Every question is about a set, so that a database answers a whole batch in one query.
 * Results may be read-only, and leave out what is not known.
 *
 * <p>Every implementation passes {@code IdentityIndexContract}.
 */
public interface IdentityIndex {

    /**
     * The records under one key: all of them, or none when too many share it.
     *
     * @param size how many; of a key over its limit no more than that it is over
     */
    record Block(int size, Set<SourceRecord> records) {
        public Block {
            records = Set.copyOf(records);
        }
    }

    /** The newest details of these records. */
    Map<SourceRecord, RecordDetails> details(Set<SourceRecord> records);

    /** The records whose details name one of these as the mother's. */
    Set<SourceRecord> childrenOf(Set<SourceRecord> mothers);

    /** Replaces details and keys of the records. */
    void put(Map<RecordDetails, Set<BlockingKey>> details);

    /** Forgets details, keys, links and person of these records; decisions stay. */
    void remove(Set<SourceRecord> records);

    /** The keys of these records. */
    Map<SourceRecord, Set<BlockingKey>> keys(Set<SourceRecord> records);

    /** The records under these keys; of a key over its limit only that it is. */
    Map<BlockingKey, Block> blocks(Set<BlockingKey> keys);

    /** The links of which at least one end is among these records. */
    Set<PersonLink> links(Set<SourceRecord> records);

    /** Replaces all links that touch these records. */
    void replaceLinks(Set<SourceRecord> records, Collection<PersonLink> links);

    /** The decisions that touch these records. */
    Set<Decision> decisions(Set<SourceRecord> records);

    /** Adds a decision; adding it again changes nothing. */
    void add(Decision decision);

    /** Removes a decision that was undone. */
    void remove(Decision decision);

    /**
     * The records that can be reached from these over {@linkplain PersonLink#joins() joining} links
     * and decisions of any verdict, these included, whether or not their details are known.
     */
    Set<SourceRecord> component(Set<SourceRecord> records);

    /** Whose these records are. */
    Map<SourceRecord, PersonId> peopleOf(Set<SourceRecord> records);

    /** The records of these people. */
    Map<PersonId, Set<SourceRecord>> records(Set<PersonId> people);

    /** Says whose these people's records are from now on, and keeps the anchors of their ids. */
    void assign(Collection<ResolvedPerson> people);

    /**
     * The record after which a person id was once made; kept for ever, so that an old id leads to
     * whoever holds that record now.
     */
    Optional<SourceRecord> anchor(PersonId person);

    /** The pairs of the review queue that touch these records. */
    List<UndecidedPair> undecided(Set<SourceRecord> records);

    /** Replaces the pairs of the review queue that touch these records. */
    void replaceUndecided(Set<SourceRecord> records, Collection<UndecidedPair> pairs);

    /** Who holds the record now after which this id was made. */
    default Optional<PersonId> current(PersonId person) {
        return anchor(person)
                .flatMap(record -> Optional.ofNullable(peopleOf(Set.of(record)).get(record)));
    }
}
