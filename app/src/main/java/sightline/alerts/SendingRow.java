package sightline.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was sent about a telling by one way, and what came of each try.
 *
 * @param channel {@code email}, {@code callback} or {@code sms}
 * @param state {@code waiting}, {@code sent} or {@code dead}
 * @param nextAt when it is tried next, while it waits
 * @param attempts the earliest first
 */
public record SendingRow(
        UUID telling, String channel, String state, Instant nextAt, List<Attempt> attempts) {

    /**
     * One try.
     *
     * @param outcome {@code sent}, {@code refused}, {@code failed} or {@code no-route}
     */
    public record Attempt(Instant at, String outcome) {}

    public SendingRow {
        attempts = List.copyOf(attempts);
    }
}
