package sightline.core.identity;

/**
 * Something that two records of one person are likely to share. Personal: a store keeps a keyed
 * hash of the value and compares by equality only.
 *
 * @param value opaque; equal for records worth comparing
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
