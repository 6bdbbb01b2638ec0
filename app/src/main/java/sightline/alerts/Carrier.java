package sightline.alerts;

import sightline.core.kernel.Sensitive;

import java.util.UUID;

/** One way out of the house: e-mail, a call of an agency's system, a text. */
public interface Carrier {
    /**
     * What is carried: that something waits, and nothing of what it is.
     *
     * @param delivery carried to the receiver, who knows by it what came twice
     * @param address mailbox, number or callback address
     * @param urgent whether it cannot wait until somebody is back at the desk
     */
    record Parcel(UUID delivery, Sensitive<String> address, boolean urgent) {
        /** A short reference that names nobody and no rule. */
        public String reference() {
            return "SL-" + delivery.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        }
    }

    /** What came of one try. */
    enum Outcome {
        /** The receiver has it. */
        SENT,
        /** The receiver will not have it: trying again does not help. */
        REFUSED,
        /** It may not have arrived: it is tried again. */
        FAILED
    }

    /** Carries it; waits at most some seconds. */
    Outcome carry(Parcel parcel);
}
