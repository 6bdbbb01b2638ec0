package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

/** Messages first, and nobody who is due waits for ever. */
final class DueShareTest {
    private final DueShare share = new DueShare();

    @Test
    void besideMessagesNoMoreComeThanThereAreMessages() {
        assertThat(IntStream.of(1, 7, 20, 64).map(share::beside)).containsExactly(1, 7, 20, 20);
    }

    @Test
    void whileNoMessageComesMoreAreTakenFromBatchToBatch() {
        assertThat(IntStream.range(0, 6).map(_ -> share.beside(0)))
                .containsExactly(10, 20, 40, 80, 100, 100);
        assertThat(IntStream.of(3, 0, 0).map(share::beside))
                .as("a message came: the next one waits for few again")
                .containsExactly(3, 10, 20);
    }
}
