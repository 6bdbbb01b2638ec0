package sightline.feeds;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

import sightline.database.DatabaseException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Messages posted one by one at the same time share one transaction, and so one wait for the disk.
 * Whoever finds nobody committing commits for all who wait; there is no thread of its own.
 */
final class GroupCommit {
    private static final int MOST_TOGETHER = 256;
    private static final int MOST_WAITING = 2048;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private record Waiting(Arrival arrival, CompletableFuture<Answer> answer) {}

    private final Function<List<Arrival>, List<Answer>> commit;
    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ReentrantLock committing = new ReentrantLock();

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
        var mine = new Waiting(arrival, new CompletableFuture<>());
        if (!queue.offer(mine)) {
            throw new IntakeBusy();
        }
        while (!mine.answer().isDone()) {
            committing.lock();
            try {
                if (!mine.answer().isDone()) {
                    commitThoseWaiting();
                }
            } finally {
                committing.unlock();
            }
        }
        return result(mine.answer());
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
            together.forEach(waiting ->
                    waiting.answer()
                            .completeExceptionally(
                                    new IllegalStateException(
                                            "the commit ended without an answer")));
        }
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
