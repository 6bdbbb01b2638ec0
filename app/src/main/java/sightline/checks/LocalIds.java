package sightline.checks;

import sightline.database.Hmac;
import sightline.database.Secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Names records that exist only because somebody was checked: keyed hashes of what was typed. */
public final class LocalIds {
    private static final int BYTES = 12;

    private final byte[] key;

    /** Ids of the installation with these keys. */
    public LocalIds(Secrets secrets) {
        this.key = secrets.key("check records", 32);
    }

    String hash(String words) {
        byte[] digest = Hmac.sign(key, words.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    }
}
