package sightline.facts;

import sightline.core.facts.Address;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How an address as written is named in the database: a hash of its words, so that equality finds
 * the same writing again. Which writings are one place is decided by {@code identity}.
 */
public final class AddressKey {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}/-]+");

    private AddressKey() {}

    /** The key of an address as written; spelling, not place. */
    public static UUID of(Address address) {
        String text =
                address.uprn().orElse("")
                        + "|"
                        + squeezed(address.line().value())
                        + "|"
                        + squeezed(address.postcode().orElse(""));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer buffer = ByteBuffer.wrap(hash);
            return new UUID(buffer.getLong(), buffer.getLong());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    private static String squeezed(String text) {
        return BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
