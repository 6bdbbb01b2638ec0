package sightline.facts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Kinds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Whatever is odd in a message of whatever kind: it is read, or it is set aside and the field is
 * named; and what is only beside the point sets no harm aside.
 */
@Tag("ci")
final class MutatedMessagesTest {
    private static final long SEED = Long.getLong("seed", 20_261_127L);

    private final Random random = new Random(SEED);
    private final MutatedMessages messages = new MutatedMessages(random);

    @Test
    void aMessageOfEveryKindAsItsSchemaHasItIsRead() {
        for (Kinds.Kind kind : kinds()) {
            assertThat(messages.valid(kind, "m1").path("kind").asString("")).isEqualTo(kind.slug());
        }
    }

    @Test
    void whatIsOddIsReadOrNamedAndNeverRepeated() {
        List<String> wrong = new ArrayList<>();
        int each = TestSize.chosen().of(60, 1_000, 10_000);
        for (Kinds.Kind kind : kinds()) {
            for (int i = 0; i < each; i++) {
                MutatedMessages.Mutated odd = messages.mutated(kind, "m" + i);
                switch (MutatedMessages.read(odd.json(), odd.sender())) {
                    case Reading.Read read -> {
                        if (read.facts().isEmpty()) {
                            wrong.add("read as nothing: " + odd);
                        }
                        read.notes().stream()
                                .filter(n -> n.contains(MutatedMessages.ODD))
                                .forEach(n -> wrong.add("repeats what was sent: " + odd));
                    }
                    case Reading.Unreadable unreadable -> {
                        if (!named(odd, unreadable)) {
                            wrong.add("named as " + unreadable.problems() + ": " + odd);
                        }
                        if (odd.optional() && heard(kind)) {
                            wrong.add("set aside for what is optional: " + odd);
                        }
                    }
                }
            }
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    /** Kinds by which harm is told. */
    private static boolean heard(Kinds.Kind kind) {
        return MessageReader.HEARD.contains(kind.body());
    }

    /** Under its own name, or that of what holds it. */
    private static boolean named(MutatedMessages.Mutated odd, Reading.Unreadable unreadable) {
        return !unreadable.problems().isEmpty()
                && unreadable.problems().stream()
                        .allMatch(p ->
                                !p.fix().isBlank() && !p.toString().contains(MutatedMessages.ODD))
                && unreadable.problems().stream()
                        .map(p -> p.field().replaceFirst("^\\.", ""))
                        .anyMatch(f ->
                                !f.isBlank()
                                        && (odd.path().startsWith(f)
                                                || f.startsWith(odd.path())
                                                || beside(odd, f)));
    }

    /** Dates are held against each other; without its people or its place it is about nobody. */
    private static boolean beside(MutatedMessages.Mutated odd, String field) {
        return (odd.path().matches("sentAt|recordedAt|when")
                        && field.matches("sentAt|recordedAt|when|body\\..*"))
                || (odd.path().matches("people.*|place.*|regarding.*")
                        && field.matches("people|place"));
    }

    private static List<Kinds.Kind> kinds() {
        return Kinds.all().stream()
                .filter(k -> Arrays.stream(AgencyType.values()).anyMatch(k::mayBeAssertedBy))
                .toList();
    }
}
