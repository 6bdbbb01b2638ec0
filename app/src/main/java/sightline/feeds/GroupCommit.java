package sightline.feeds;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

import sightline.database.DatabaseException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Messages posted one by one at the same time share one transaction, and so one wait for the disk.
 * Whoever finds nobody committing commits for all who wait; there is no thread of its own.
 */
final class GroupCommit {
    private static final int MOST_TOGETHER = 256;
    private static final int MOST_WAITING = 2048;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /**
     * A message that waits, and its thread.
     *
     * @param wake given when it is answered, or when its thread is to commit for those who wait
     */
    private record Waiting(Arrival arrival, CompletableFuture<Answer> answer, Semaphore wake) {}

    private final Function<List<Arrival>, List<Answer>> commit;
    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean committing = new AtomicBoolean();

    /**
     * @param commit stores all of them in one transaction, or none
     */
    GroupCommit(Function<List<Arrival>, List<Answer>> commit) {
        this.commit = commit;
    }

    /**
     * Stores one, with whoever else is waiting.
     *
     * @throws IntakeBusy when too many are waiting
     * @throws DataAccessException or {@link DatabaseException} when it is not known to be stored
     */
    Answer submit(Arrival arrival) {
        var mine = new Waiting(arrival, new CompletableFuture<>(), new Semaphore(0));
        if (!queue.offer(mine)) {
            throw new IntakeBusy();
        }
        if (committing.compareAndSet(false, true)) {
            commitUntilAnswered(mine);
        }
        while (!mine.answer().isDone()) {
            mine.wake().acquireUninterruptibly();
            if (!mine.answer().isDone()) {
                commitUntilAnswered(mine);
            }
        }
        return result(mine.answer());
    }

    private void commitUntilAnswered(Waiting mine) {
        try {
            while (!mine.answer().isDone()) {
                commitThoseWaiting();
            }
        } finally {
            handOn();
        }
    }

    /** To the first of those who wait by now; to whoever comes next when nobody does. */
    private void handOn() {
        while (true) {
            var next = queue.peek();
            if (next != null) {
                next.wake().release();
                return;
            }
            committing.set(false);
            // Somebody may have come in between, and found us still committing.
            if (queue.isEmpty() || !committing.compareAndSet(false, true)) {
                return;
            }
        }
    }

    private void commitThoseWaiting() {
        var together = new ArrayList<Waiting>();
        var bytes = 0L;
        while (together.size() < MOST_TOGETHER && bytes < MOST_BYTES) {
            var next = queue.poll();
            if (next == null) {
                break;
            }
            together.add(next);
            bytes += next.arrival().body().length;
        }
        try {
            var answers = commit.apply(together.stream().map(Waiting::arrival).toList());
            for (var i = 0; i < together.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
            }
        } catch (DataAccessException | DatabaseException failed) {
            alone(together, failed);
        } finally {
            together.forEach(GroupCommit::wakeUp);
        }
    }

    private static void wakeUp(Waiting waiting) {
        if (!waiting.answer().isDone()) {
            waiting.answer()
                    .completeExceptionally(
                            new IllegalStateException("the commit ended without an answer"));
        }
        waiting.wake().release();
    }

    /** One message that cannot be stored must not keep the others out. */
    private void alone(List<Waiting> together, RuntimeException failed) {
        if (together.size() == 1) {
            together.getFirst().answer().completeExceptionally(failed);
            return;
        }
        for (var waiting : together) {
            try {
                waiting.answer().complete(commit.apply(List.of(waiting.arrival())).getFirst());
            } catch (DataAccessException | DatabaseException cause) {
                waiting.answer().completeExceptionally(cause);
            }
        }
    }

    private static Answer result(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            @Nullable Throwable cause = failed.getCause();
            throw cause instanceof RuntimeException expected ? expected : failed;
        }
    }
}
