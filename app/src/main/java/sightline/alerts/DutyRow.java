package sightline.alerts;

import sightline.core.kernel.PersonId;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;

/**
 * A duty as it stands.
 *
 * @param hash names it in an address of a page
 * @param state {@code running}, {@code overdue}, {@code discharged} or {@code ended}
 * @param rung the rung of the ladder that it has reached; 0 before the first
 * @param nextAt when somebody is told next
 * @param content as {@link Content} wrote it
 */
public record DutyRow(
        PersonId subject,
        String key,
        String hash,
        String clock,
        String title,
        Instant startedAt,
        Instant dueAt,
        String state,
        int rung,
        Optional<Instant> nextAt,
        JsonNode content) {

    /** Whether somebody still owes it. */
    public boolean open() {
        return state.equals("running") || state.equals("overdue");
    }

    /** Whether it ran out before its source went live, and nobody has looked at it yet. */
    public boolean review() {
        return state.equals("ended") && content.path("review").asBoolean(false);
    }

    @Override
    public String toString() {
        return "DutyRow[" + clock + ", " + state + "]";
    }
}
