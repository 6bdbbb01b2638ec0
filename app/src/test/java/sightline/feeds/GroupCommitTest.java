package sightline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static sightline.feeds.Post.POLICE;

import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

final class GroupCommitTest {
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger under = new AtomicInteger();

    @Test
    void answersEveryMessageOnceAndNeverCommitsTwiceAtATime() throws Exception {
        var group = new GroupCommit(this::commit);

        var answers = submit(group, 2000);

        for (var i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(new Answer.TooLarge(sizeOf(i)));
        }
        assertThat(commits.get()).isBetween(1, 2000);
    }

    @Test
    void oneThatCannotBeStoredKeepsNoOtherOut() throws Exception {
        var group =
                new GroupCommit(arrivals -> {
                    if (arrivals.stream().anyMatch(a -> a.body().length == sizeOf(7))) {
                        throw new QueryTimeoutException("no");
                    }
                    return commit(arrivals);
                });

        var answers = submit(group, 50);

        for (var i = 0; i < 50; i++) {
            var answer = answers.get(i);
            if (i == 7) {
                assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(QueryTimeoutException.class);
            } else {
                assertThat(answer.get()).isEqualTo(new Answer.TooLarge(sizeOf(i)));
            }
        }
    }

    @Test
    void goesOnAfterAFaultOfItsOwn() throws Exception {
        var faulty = new AtomicInteger();
        var group =
                new GroupCommit(arrivals -> {
                    if (faulty.getAndIncrement() == 0) {
                        throw new IllegalStateException("a fault");
                    }
                    return commit(arrivals);
                });

        assertThatThrownBy(() -> group.submit(arrival(0))).hasMessage("a fault");

        assertThat(group.submit(arrival(1))).isEqualTo(new Answer.TooLarge(sizeOf(1)));
    }

    private List<Answer> commit(List<Arrival> arrivals) {
        assertThat(under.incrementAndGet()).isEqualTo(1);
        commits.incrementAndGet();
        var answers = new ArrayList<Answer>();
        arrivals.forEach(arrival -> answers.add(new Answer.TooLarge(arrival.body().length)));
        under.decrementAndGet();
        return answers;
    }

    private static List<Future<Answer>> submit(GroupCommit group, int count) {
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                var arrival = arrival(i);
                answers.add(threads.submit(() -> group.submit(arrival)));
            }
        }
        return answers;
    }

    private static Arrival arrival(int index) {
        return Arrival.bySystem(POLICE, Post.message("m", "x".repeat(index)));
    }

    private static int sizeOf(int index) {
        return Post.message("m", "").length + index;
    }
}
