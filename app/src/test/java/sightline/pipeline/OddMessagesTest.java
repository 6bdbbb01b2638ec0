package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Northton.CARE;
import static sightline.pipeline.Northton.HOSPITAL;
import static sightline.pipeline.Northton.POLICE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Kinds;
import sightline.core.kernel.AgencyId;
import sightline.facts.wire.MutatedMessages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Whatever is odd in a message, it is stored as it is read, and keeps no other back. */
@Tag("ci")
final class OddMessagesTest {
    private static final long SEED = Long.getLong("seed", 20_261_127L);
    private static final Map<AgencyType, AgencyId> SENDERS =
            Map.of(
                    AgencyType.HOSPITAL, HOSPITAL,
                    AgencyType.CHILDRENS_SOCIAL_CARE, CARE,
                    AgencyType.POLICE, POLICE);

    private static final int FEW = 25;
    private static final Duration PAUSE = Duration.ofMinutes(11);

    private final Northton northton = new Northton();

    @AfterEach
    void close() {
        northton.close();
    }

    @Test
    void eachIsReadOrInQuarantineWithItsReasonAndNoneIsLost() {
        Random random = new Random(SEED);
        var messages = new MutatedMessages(random);
        List<Kinds.Kind> kinds = new ArrayList<>();
        Kinds.all().stream().filter(k -> sender(k).isPresent()).forEach(kinds::add);
        int most = TestSize.chosen().of(250, 3_000, 20_000);
        for (int i = 0; i < most; i++) {
            Kinds.Kind kind = kinds.get(random.nextInt(kinds.size()));
            AgencyId sender = sender(kind).orElseThrow();
            String json =
                    messages.mutated(kind, "m" + i)
                            .json()
                            .replace("westmarsh-gp", sender.value())
                            .replace("2026-03-02T09:5", "2026-03-02T08:5");
            northton.intake().receive(sender, json.getBytes(StandardCharsets.UTF_8));
            if (i % FEW == 0) {
                // A sender of whom too much is set aside at once is paused.
                northton.run();
                northton.clock().moveTo(northton.clock().instant().plus(PAUSE));
            }
        }
        northton.run();

        assertThat(northton.count("feeds.receipt WHERE state = 'received'"))
                .as("seed %d", SEED)
                .isZero();
        assertThat(northton.count("feeds.receipt WHERE state = 'read'")).isGreaterThan(most / 5);
        assertThat(
                        northton.count(
                                """
                                feeds.receipt r WHERE state = 'quarantined' AND NOT EXISTS (
                                  SELECT FROM feeds.quarantine q WHERE q.receipt_id = r.receipt_id
                                     AND jsonb_array_length(q.problems) > 0)
                                """))
                .as("seed %d", SEED)
                .isZero();
    }

    private static Optional<AgencyId> sender(Kinds.Kind kind) {
        return SENDERS.entrySet().stream()
                .filter(e -> kind.mayBeAssertedBy(e.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }
}
