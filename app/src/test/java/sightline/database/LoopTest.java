package sightline.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class LoopTest {
    private final LinkedBlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    private int times;

    @Test
    void goesOnAtOnceWhileMoreWaitsAndAfterAFailure() throws InterruptedException {
        Loop loop = new Loop("counting", Duration.ofMillis(10), this::count);
        loop.start();
        loop.start();
        for (int i = 1; i <= 6; i++) {
            assertThat(done.poll(30, TimeUnit.SECONDS)).isEqualTo(i);
        }
        assertThat(loop.isRunning()).isTrue();

        loop.stop();

        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void isDoneOnceMoreWhenItIsStopped() throws InterruptedException {
        Loop loop = new Loop("waiting", Duration.ofHours(1), this::count);
        loop.start();
        for (int i = 1; i <= 3; i++) {
            assertThat(done.poll(30, TimeUnit.SECONDS)).isEqualTo(i);
        }

        loop.stop();

        assertThat(done.poll(30, TimeUnit.SECONDS)).isEqualTo(4);
    }

    /** More waits after the first two; the fifth fails. */
    private boolean count() {
        times++;
        done.add(times);
        if (times == 5) {
            throw new IllegalStateException("the fifth");
        }
        return times < 3;
    }
}
