package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Northton.HOSPITAL;
import static sightline.pipeline.Northton.correcting;
import static sightline.pipeline.Northton.injury;
import static sightline.pipeline.Northton.retraction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/**
 * What a sender said last of an entry counts, in whichever order it comes: by the moment at which
 * it was sent, live, in bulk and derived again.
 */
final class LateCorrectionTest {
    private static final String STANDING = "alerts.alert WHERE rule = 'AL-01' AND state = 'open'";

    private final Northton northton = new Northton();
    private final Instant nine = northton.clock().instant();

    @AfterEach
    void close() {
        northton.close();
    }

    @Test
    void aCorrectionThatWasSentBeforeTheEntryWasTakenBackComesTooLate() {
        tell(0, 0, injury("c1"));
        assertThat(northton.count(STANDING)).isEqualTo(1);

        tell(5, 6, retraction("m1"));
        tell(0, 10, correcting("m1", injury("c1")));

        assertThat(northton.count(STANDING)).isZero();
        assertThat(takenBack()).isEqualTo(2);
        assertThat(northton.rebuilt()).isEmpty();
    }

    @Test
    void aboutAnotherChildAsWell() {
        tell(0, 0, injury("c1"));
        tell(5, 6, retraction("m1"));

        tell(2, 10, correcting("m1", injury("c2")));

        assertThat(northton.count(STANDING)).isZero();
        assertThat(takenBack()).isEqualTo(2);
        assertThat(northton.count("identity.withdrawn"))
                .as("m1, m3, and that m1 is spoken of")
                .isEqualTo(3);
        assertThat(northton.rebuilt()).isEmpty();
    }

    @Test
    void aCorrectionOfACorrectionThatComesBeforeThatIsTakenBackOnceItIsThere() {
        tell(0, 0, injury("c1"));
        tell(3, 4, correcting("m3-of-later", injury("c3")));
        assertThat(northton.count(STANDING)).isEqualTo(2);
        tell(5, 6, retraction("m1"));
        assertThat(northton.count(STANDING)).isEqualTo(1);

        northton.clock().moveTo(nine.plus(Duration.ofMinutes(10)));
        northton.intake()
                .receive(
                        HOSPITAL,
                        "{\"sender\":\"northton-hospital\",\"id\":\"m3-of-later\",\"sentAt\":\"%s\",%s}"
                                .formatted(
                                        nine.plus(Duration.ofMinutes(2)),
                                        correcting("m1", injury("c2")))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        northton.run();

        assertThat(northton.count(STANDING)).isZero();
        assertThat(northton.rebuilt()).isEmpty();
    }

    @Test
    void aCorrectionThatWasSentAfterwardsStandsThoughItCameFirst() {
        tell(0, 0, injury("c1"));
        tell(5, 6, correcting("m1", injury("c1")));

        tell(3, 10, retraction("m1"));

        assertThat(northton.count(STANDING)).isEqualTo(1);
        assertThat(takenBack()).isEqualTo(1);
        assertThat(northton.rebuilt()).isEmpty();
    }

    @Test
    void ofTwoCorrectionsTheOneThatWasSentLaterStandsThoughItCameFirst() {
        tell(0, 0, injury("c1"));
        tell(5, 6, correcting("m1", older("c1")));
        assertThat(northton.count(STANDING)).isZero();

        tell(3, 10, correcting("m1", injury("c1")));

        assertThat(northton.count(STANDING)).isZero();
        assertThat(northton.rebuilt()).isEmpty();
    }

    @Test
    void ofTwoSentAtOneMomentTheOneThatCameLaterCounts() {
        tell(0, 0, injury("c1"));
        tell(5, 6, retraction("m1"));

        tell(5, 10, correcting("m1", injury("c1")));

        assertThat(northton.count(STANDING)).isEqualTo(1);
    }

    @Test
    void loadedAsHistoryTheSameCounts() {
        send(0, 0, injury("c1"));
        send(5, 6, retraction("m1"));
        send(2, 10, correcting("m1", injury("c2")));
        send(0, 11, injury("c3"));
        send(5, 12, correcting("m4", injury("c4")));
        send(3, 13, retraction("m4"));

        while (northton.pipeline().takeHistory().full()) {}
        northton.pipeline().catchUp(0);

        assertThat(northton.count(STANDING)).isEqualTo(1);
        assertThat(takenBack()).isEqualTo(3);
        assertThat(northton.rebuilt()).isEmpty();
    }

    /** A child of an age at which a bruise is nothing that an alert is raised for by itself. */
    private static String older(String child) {
        return injury(child).replace("2025-11-01", "2016-11-01");
    }

    private long takenBack() {
        return northton.count("facts.withdrawn WHERE taken_back");
    }

    /** Sent so many minutes after nine, and read later. */
    private void tell(int sent, int comes, String rest) {
        send(sent, comes, rest);
        northton.run();
    }

    private void send(int sent, int comes, String rest) {
        northton.clock().moveTo(nine.plus(Duration.ofMinutes(comes)));
        northton.send(HOSPITAL, nine.plus(Duration.ofMinutes(sent)), rest);
    }
}
