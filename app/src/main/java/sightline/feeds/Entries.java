package sightline.feeds;

import sightline.access.UserId;
import sightline.core.kernel.AgencyId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What practitioners enter on pages: the same messages, kept the same way, under their agency's
 * name. The form makes a message id of its own once, so that pressing a button twice enters once.
 */
public final class Entries {
    private final Intake intake;

    /** Entries that go into this intake. */
    public Entries(Intake intake) {
        this.intake = intake;
    }

    /**
     * Submits an entry.
     *
     * @param agency for which they work; it must also be the sender that the message names
     * @param by whose account
     * @param body one message as JSON
     */
    public Answer submit(AgencyId agency, UserId by, byte[] body) {
        return intake.enter(agency, by, body);
    }

    /**
     * Submits several entries in one transaction; the answers in their order.
     *
     * @param bodies one message each, at most {@link Intake#BATCH_MAX}
     */
    public List<Answer> submitAll(AgencyId agency, UserId by, List<byte[]> bodies) {
        return intake.enterAll(agency, by, bodies);
    }

    /** Which of these message ids the agency has sent before, with the number of each's receipt. */
    public Map<String, Long> sentBefore(AgencyId agency, Collection<String> ids) {
        return intake.known(agency, ids);
    }

    /**
     * A message that was sent.
     *
     * @param hash of its bytes, in hexadecimal
     * @param waits whether it is kept and still to be read
     * @param by who entered it on a page; empty where a system sent it
     */
    public record Sent(String hash, boolean waits, Optional<UserId> by) {
        /** Whether it is that message, byte for byte. */
        public boolean is(byte[] body) {
            return hash.equals(Bytes.hex(Bytes.sha256(body)));
        }
    }

    /** What the agency sent under that id. */
    public Optional<Sent> sent(AgencyId agency, String id) {
        return intake.sent(agency, id);
    }

    /** How many messages, whoever sent them, wait to be read from one receipt to another. */
    public long unread(long first, long last) {
        return intake.unread(first, last);
    }
}
