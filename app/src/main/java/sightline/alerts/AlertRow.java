package sightline.alerts;

import sightline.core.kernel.PersonId;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * An alert as it stands.
 *
 * @param state {@code open}, {@code answered}, {@code passed} or {@code withdrawn}
 * @param content as {@link Content} wrote it
 */
public record AlertRow(
        PersonId subject,
        String reference,
        String rule,
        Instant raisedAt,
        Instant grewAt,
        String state,
        String certainty,
        JsonNode content) {

    /** Whether nobody has answered it yet. */
    public boolean open() {
        return state.equals("open");
    }

    @Override
    public String toString() {
        return "AlertRow[" + reference + ", " + state + "]";
    }
}
