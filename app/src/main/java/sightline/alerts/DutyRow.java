package sightline.alerts;

import sightline.core.kernel.PersonId;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;

/**
 * A duty as it stands.
 *
 * @param hash names it in an address of a page: its key, and whose it is, since twins have duties
 *     of one key
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

    /** How a query writes {@link #hash}. */
    static final String HASH = "md5(key) || '-' || left(md5(subject), 8)";

    private static final int KEY = 32;

    /** The part of an address that names the key; an address from before has this part alone. */
    static String keyOf(String address) {
        return address.substring(0, Math.min(KEY, address.length()));
    }

    /**
     * Whether an address leads here, of all the duties about one person. Whose it is stays out of
     * account: a link from before two records were joined leads to whoever they are now.
     */
    public boolean namedBy(String address) {
        return keyOf(hash).equals(keyOf(address));
    }

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
