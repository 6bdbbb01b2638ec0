package sightline.core.facts;

import sightline.core.kernel.MessageRef;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What messages lead to that speak of each other, one after the other. */
final class Reached {
    private Reached() {}

    /** The given messages, and all that are reached from them; the nearest first. */
    static Set<MessageRef> from(
            Collection<MessageRef> messages, Function<MessageRef, Stream<MessageRef>> next) {
        Set<MessageRef> reached = new LinkedHashSet<>(messages);
        Deque<MessageRef> left = new ArrayDeque<>(reached);
        while (!left.isEmpty()) {
            next.apply(left.pop()).filter(reached::add).forEach(left::add);
        }
        return reached;
    }
}
