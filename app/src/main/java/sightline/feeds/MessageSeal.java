package sightline.feeds;

import sightline.database.Secrets;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals each message under a key of its own (AES-256-GCM), which is itself sealed under the
 * installation's key. Without the wrapped key the bytes are gone, whoever holds them. Sender and
 * hash are bound in: sealed bytes cannot be moved to another receipt.
 */
final class MessageSeal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A message and the key that opens it, both unreadable. */
    static final class Sealed {
        private final byte[] message;
        private final byte[] wrappedKey;

        Sealed(byte[] message, byte[] wrappedKey) {
            this.message = message;
            this.wrappedKey = wrappedKey;
        }

        byte[] message() {
            return message;
        }

        byte[] wrappedKey() {
            return wrappedKey;
        }
    }

    private final SecretKeySpec wrapping;

    MessageSeal(Secrets secrets) {
        this.wrapping = new SecretKeySpec(secrets.key("feeds raw messages", KEY_BYTES), "AES");
    }

    Sealed seal(byte[] message, String sender, byte[] hash) {
        var key = random(KEY_BYTES);
        var nonce = random(NONCE_BYTES);
        var bound = bound(sender, hash);
        // The key is used once, so that its nonce may be the same for all messages.
        var sealed = crypt(Cipher.ENCRYPT_MODE, key(key), zero(), bound, deflated(message));
        var wrapped = crypt(Cipher.ENCRYPT_MODE, wrapping, nonce, bound, key);
        var together = ByteBuffer.allocate(NONCE_BYTES + wrapped.length).put(nonce).put(wrapped);
        return new Sealed(sealed, together.array());
    }

    /** What was sealed; empty where its bytes are damaged, or no longer belong to their receipt. */
    Optional<byte[]> opened(byte[] sealed, byte[] wrappedKey, String sender, byte[] hash) {
        try {
            return Optional.of(open(sealed, wrappedKey, sender, hash));
        } catch (IllegalStateException damaged) {
            return Optional.empty();
        }
    }

    byte[] open(byte[] sealed, byte[] wrappedKey, String sender, byte[] hash) {
        var bound = bound(sender, hash);
        var buffer = ByteBuffer.wrap(wrappedKey);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var wrapped = new byte[buffer.remaining()];
        buffer.get(wrapped);
        var key = crypt(Cipher.DECRYPT_MODE, wrapping, nonce, bound, wrapped);
        return inflated(crypt(Cipher.DECRYPT_MODE, key(key), zero(), bound, sealed));
    }

    private static byte[] crypt(
            int mode, SecretKeySpec key, byte[] nonce, byte[] bound, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a stored message cannot be opened or sealed\n"
                            + "Check that this installation's master key belongs to its database",
                    e);
        }
    }

    private static byte[] deflated(byte[] message) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(message);
            deflater.finish();
            var out = new ByteArrayOutputStream(message.length / 2 + 64);
            var buffer = new byte[Math.clamp(message.length, 64, 8192)];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] inflated(byte[] deflated) {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(deflated);
            var out = new ByteArrayOutputStream(deflated.length * 3);
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalStateException("a stored message ends too early");
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("a stored message is not what was stored", e);
        }
    }

    private static SecretKeySpec key(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    private static byte[] bound(String sender, byte[] hash) {
        var name = sender.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + hash.length).put(name).put(hash).array();
    }

    private static byte[] zero() {
        return new byte[NONCE_BYTES];
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
