package sightline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TestSizeTest {

    @Test
    void eachSizeTakesItsOwnNumber() {
        assertThat(TestSize.named("everyday").of(1, 2, 3)).isEqualTo(1);
        assertThat(TestSize.named("ci").of(1, 2, 3)).isEqualTo(2);
        assertThat(TestSize.named("full").of(1, 2, 3)).isEqualTo(3);
    }

    @Test
    void anUnknownSizeIsRefusedAndNeverTakenForTheSmallest() {
        assertThatThrownBy(() -> TestSize.named("huge"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
