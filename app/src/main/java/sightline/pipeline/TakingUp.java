package sightline.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import sightline.facts.NewerRules;
import sightline.pipeline.Pipeline.Batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came in before something followed from it is taken up some at a time, before a batch and in
 * a transaction of its own: a failure of it is no message's, keeps none back, and is tried again
 * later, at first soon and then four times a day.
 */
final class TakingUp {
    private static final Logger LOG = LoggerFactory.getLogger(TakingUp.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final String undone;
    private boolean done;
    private Instant next = Instant.MIN;
    private Duration wait = FIRST;

    /**
     * @param undone what is not so while it is not taken up, as the log says it
     */
    TakingUp(String undone) {
        this.undone = undone;
    }

    /**
     * Takes up the next ones, unless all were or a failure is too fresh.
     *
     * @param some takes them up; nothing once there are no more
     * @param failure notes that they could not be, so that somebody owes it
     * @return what followed, if anything was left to be taken up
     */
    synchronized Optional<Batch> once(
            Instant now, Supplier<Optional<Batch>> some, Runnable failure) {
        if (done || now.isBefore(next)) {
            return Optional.empty();
        }
        try {
            Optional<Batch> taken = some.get();
            done = taken.isEmpty();
            wait = FIRST;
            return taken;
        } catch (NewerRules newer) {
            throw newer;
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.error("{}; tried again in {}: {}", undone, wait, Faults.inWords(failed));
            note(failure);
            next = now.plus(wait);
            Duration twice = wait.multipliedBy(2);
            wait = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
            return Optional.empty();
        }
    }

    /** A database that takes no note is no message's fault either. */
    private static void note(Runnable failure) {
        try {
            failure.run();
        } catch (RuntimeException unnoted) {
            LOG.error("the failure could not be noted: {}", Faults.inWords(unnoted));
        }
    }
}
