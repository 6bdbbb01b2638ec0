package sightline.core.identity;

/**
 * Something that two records of one person are likely to share. Personal until {@link
 * PersonIds#sealed sealed}; a store is only ever given sealed keys.
 *
 * @param value a kind, a bar, and what is compared by equality only
 * @param limit records that may share the key; a more crowded key says too little to compare by,
 *     and is left out for all its records alike
 */
public record BlockingKey(String value, int limit) implements Comparable<BlockingKey> {
    @Override
    public int compareTo(BlockingKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "BlockingKey[redacted]";
    }
}
