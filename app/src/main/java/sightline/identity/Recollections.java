package sightline.identity;

import java.util.Optional;

/**
 * What this process recollects from one transaction of the pipeline to its next. Whoever writes
 * facts or identities holds the ledger's head and leaves a mark there: as long as it is the mark of
 * this process, nobody else wrote. A transaction takes the recollection with it and gives it back
 * only once it is committed, so that one that fails takes it to its grave.
 */
public final class Recollections {
    private Optional<Kept> kept = Optional.empty();

    private record Kept(String mark, Recollection recollection) {}

    /** What was kept under the mark found at the head; else nothing is recollected yet. */
    public synchronized Recollection take(String mark) {
        Optional<Recollection> found =
                kept.filter(k -> k.mark().equals(mark))
                        .map(Kept::recollection)
                        .filter(r -> !r.full());
        kept = Optional.empty();
        return found.orElseGet(Recollection::new);
    }

    /** Keeps it for the next transaction: this one, which left the mark, is committed. */
    public synchronized void keep(String mark, Recollection recollection) {
        recollection.shrink();
        kept = Optional.of(new Kept(mark, recollection));
    }
}
