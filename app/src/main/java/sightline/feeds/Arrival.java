package sightline.feeds;

import sightline.access.UserId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;

import java.util.Optional;

/**
 * A message before it is stored: its bytes, what was peeked at, and the key under which it goes.
 */
final class Arrival {
    /**
     * The natural key.
     *
     * @param text the sender's id, or the hash in hexadecimal where it gave none
     */
    record Key(AgencyId sender, String text, boolean byHash) {}

    private final AgencyId sender;
    private final Channel channel;
    private final Optional<UserId> enteredBy;
    private final byte[] body;
    private final byte[] hash;
    private final Peek peek;
    private final Key key;

    private Arrival(AgencyId sender, Channel channel, Optional<UserId> enteredBy, byte[] body) {
        this.sender = sender;
        this.channel = channel;
        this.enteredBy = enteredBy;
        this.body = body;
        this.hash = Bytes.sha256(body);
        this.peek = Peek.at(body);
        this.key =
                peek.id()
                        .map(MessageId::value)
                        .map(id -> new Key(sender, id, false))
                        .orElseGet(() -> new Key(sender, Bytes.hex(hash), true));
    }

    static Arrival bySystem(AgencyId sender, byte[] body) {
        return new Arrival(sender, Channel.API, Optional.empty(), body);
    }

    static Arrival onPage(AgencyId sender, UserId by, byte[] body) {
        return new Arrival(sender, Channel.PAGE, Optional.of(by), body);
    }

    AgencyId sender() {
        return sender;
    }

    Channel channel() {
        return channel;
    }

    Optional<UserId> enteredBy() {
        return enteredBy;
    }

    byte[] body() {
        return body;
    }

    byte[] hash() {
        return hash;
    }

    Peek peek() {
        return peek;
    }

    Key key() {
        return key;
    }
}
