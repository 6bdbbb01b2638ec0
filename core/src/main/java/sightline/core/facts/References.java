package sightline.core.facts;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageRef;

import java.util.List;
import java.util.Optional;

/**
 * What a fact says of other messages.
 *
 * @param addressees the agencies that it was sent to (a referral, a request), by their sender ids
 * @param regarding earlier messages that it answers, decides, ends or cites
 * @param corrects the message of the same sender that it replaces
 */
public record References(
        List<AgencyId> addressees, List<MessageRef> regarding, Optional<MessageRef> corrects) {

    /** Refers to nothing. */
    public static final References NONE = new References(List.of(), List.of(), Optional.empty());

    public References {
        addressees = List.copyOf(addressees);
        regarding = List.copyOf(regarding);
    }
}
