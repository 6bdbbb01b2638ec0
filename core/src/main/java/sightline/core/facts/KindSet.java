package sightline.core.facts;

import sightline.core.kernel.MessageRef;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A set of kinds of fact in 127 marks, one a kind by its slug: kinds may share a mark, so the set
 * may say yes where it should say no, and never the other way about. One mark more stands for who
 * is who to whom and where, which facts of any kind may change.
 *
 * @param low the marks 0 to 63
 * @param high the marks 64 to 127; the last is {@link #STRUCTURE}
 */
public record KindSet(long low, long high) {
    /** No kind. */
    public static final KindSet NONE = new KindSet(0, 0);

    /** Every kind. */
    public static final KindSet ALL = new KindSet(-1, -1);

    /** Who somebody is to whom, and where they live or stay. */
    public static final KindSet STRUCTURE = new KindSet(0, Long.MIN_VALUE);

    private static final int KIND_MARKS = 127;
    private static final Map<Class<?>, KindSet> BY_CLASS = new ConcurrentHashMap<>();
    private static final Map<String, KindSet> BY_NAME =
            Kinds.all().stream().collect(Collectors.toMap(Kinds.Kind::slug, k -> mark(k.slug())));

    /** The kind of that record, or every kind of that group. */
    public static KindSet of(Class<? extends Body> kind) {
        return BY_CLASS.computeIfAbsent(kind, KindSet::marks);
    }

    /** A kind by its name on the wire. */
    public static KindSet of(String slug) {
        KindSet known = BY_NAME.get(slug);
        return known == null ? mark(slug) : known;
    }

    private static KindSet mark(String slug) {
        CRC32 checksum = new CRC32();
        checksum.update(slug.getBytes(StandardCharsets.UTF_8));
        int mark = (int) (checksum.getValue() % KIND_MARKS);
        return mark < Long.SIZE
                ? new KindSet(1L << mark, 0)
                : new KindSet(0, 1L << (mark - Long.SIZE));
    }

    private static KindSet marks(Class<?> kind) {
        KindSet set = NONE;
        for (Kinds.Kind one : Kinds.all()) {
            if (kind.isAssignableFrom(one.body())) {
                set = set.and(of(one.slug()));
            }
        }
        return set;
    }

    /**
     * What a fact changes for whoever looks at those whom it names: its kind; who is who and where,
     * if it names two people, a role or a home; everything, if it speaks of other messages.
     */
    public static KindSet changedBy(Fact fact) {
        if (!messages(fact).isEmpty()) {
            return ALL;
        }
        KindSet kind = of(fact.kind());
        boolean structure =
                fact.participants().size() != 1
                        || fact.participants().getFirst().role() != PersonRole.SUBJECT
                        || Occupancy.of(fact.body()).isPresent();
        return structure ? kind.and(STRUCTURE) : kind;
    }

    /** The messages whose standing a fact may change. */
    public static Set<MessageRef> messages(Fact fact) {
        Set<MessageRef> messages = new HashSet<>(fact.references().regarding());
        fact.references().corrects().ifPresent(messages::add);
        return messages;
    }

    /** Both sets together. */
    public KindSet and(KindSet more) {
        if ((more.low & ~low) == 0 && (more.high & ~high) == 0) {
            return this;
        }
        return new KindSet(low | more.low, high | more.high);
    }

    /** This set without who is who to whom and where; every kind stays every kind. */
    public KindSet withoutStructure() {
        return equals(ALL) ? this : new KindSet(low, high & Long.MAX_VALUE);
    }

    /** Whether the sets have anything in common. */
    public boolean meets(KindSet other) {
        return (low & other.low) != 0 || (high & other.high) != 0;
    }
}
