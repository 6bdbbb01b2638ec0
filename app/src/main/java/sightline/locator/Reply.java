package sightline.locator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What another installation is answered: a status of HTTP, a body, and its signature. */
public final class Reply {
    private final int status;
    private final byte[] body;
    private final Optional<String> signature;

    private Reply(int status, byte[] body, Optional<String> signature) {
        this.status = status;
        this.body = body;
        this.signature = signature;
    }

    static Reply signed(byte[] body, LocatorKey key) {
        return new Reply(200, body, Optional.of(key.sign(body)));
    }

    static Reply refused(int status, String words) {
        return new Reply(status, words.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    public int status() {
        return status;
    }

    /** In JSON; of a refusal why, in words. */
    public byte[] body() {
        return body.clone();
    }

    /** Of the body, in base64; none of a refusal. */
    public Optional<String> signature() {
        return signature;
    }
}
