package sightline.alerts;

import sightline.core.kernel.PersonId;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** What follows a key's start where each addressee of it owes their own. */
    private static final Pattern ONE_OF = Pattern.compile("(?<=#\\d{1,4})@[^@#]+$");

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

    /** What it has in common with what other addressees of the same start owe; else its key. */
    String shared() {
        return ONE_OF.matcher(key).replaceFirst("");
    }

    /** Whether another addressee owes the other, because of the same start. */
    public boolean besides(DutyRow other) {
        return subject.equals(other.subject)
                && !key.equals(other.key)
                && shared().equals(other.shared());
    }

    /** Whether it was done. */
    public boolean done() {
        return state.equals("discharged");
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
