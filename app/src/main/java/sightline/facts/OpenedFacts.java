package sightline.facts;

import sightline.core.facts.Fact;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Facts that this process has opened lately, so that they are not deciphered and parsed for each
 * neighbour anew. Each is given only for the row that it was read from, seed and sealed body alike:
 * whether a reader may have it, and whether it was erased since, the database has said by then.
 */
final class OpenedFacts {
    /** Some 100 MB at the most. */
    private static final int MOST = 50_000;

    private record Opened(int seed, int body, Fact fact) {}

    private static final class Newest extends LinkedHashMap<Long, Opened> {
        private static final long serialVersionUID = 1;

        Newest() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Opened> eldest) {
            return size() > MOST;
        }
    }

    private final Newest newest = new Newest();

    synchronized Optional<Fact> fact(long position, byte[] seed, byte[] body) {
        return Optional.ofNullable(newest.get(position))
                .filter(o -> o.seed() == Arrays.hashCode(seed) && o.body() == Arrays.hashCode(body))
                .map(Opened::fact);
    }

    synchronized void keep(long position, byte[] seed, byte[] body, Fact fact) {
        newest.put(position, new Opened(Arrays.hashCode(seed), Arrays.hashCode(body), fact));
    }
}
