package sightline.register;

import sightline.database.Hmac;
import sightline.database.Secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals the pieces of uploaded files, and names what stands in them by keyed hashes. */
final class ImportSeal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HASH_LETTERS = 32;

    private final SecretKeySpec sealing;
    private final byte[] naming;
    private final SecureRandom random = new SecureRandom();

    ImportSeal(Secrets secrets) {
        this.sealing = new SecretKeySpec(secrets.key("register import", KEY_BYTES), "AES");
        this.naming = secrets.key("register import names", KEY_BYTES);
    }

    /** Seals a piece; bound to its file and place, so that none can be put in another's place. */
    byte[] seal(String file, int piece, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, file, piece, nonce, plain);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    byte[] open(String file, int piece, byte[] sealed) {
        return run(
                Cipher.DECRYPT_MODE,
                file,
                piece,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] run(int mode, String file, int piece, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((file + "|" + piece).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "A piece of a file cannot be opened.\nIs this the master key it was sealed with?",
                    broken);
        }
    }

    /** The keyed hash of a text: nobody without the key can try out who it may be. */
    String name(String text) {
        return HexFormat.of()
                .formatHex(Hmac.sign(naming, text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, HASH_LETTERS);
    }
}
