package sightline.feeds;

import sightline.access.UserId;
import sightline.core.kernel.AgencyId;

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
}
