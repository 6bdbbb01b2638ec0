package sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import sightline.database.DatabaseException;
import sightline.feeds.Intake;
import sightline.feeds.ReceiptKey;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Publishes the keys with which receipts are signed, for whoever verifies one, whenever. */
@RestController
@ConditionalOnProperty("sightline.data")
final class ReceiptKeysController {
    /** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Intake intake;

    ReceiptKeysController(Intake intake) {
        this.intake = intake;
    }

    /**
     * One key.
     *
     * @param key its number, as receipts name it
     * @param publicKey the 32 bytes of RFC 8032, in base64
     * @param pem the same as a file for openssl
     * @param since since when it is published; it signs once the one before is retired
     * @param retired since when it signs no more
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Published(
            int key,
            String algorithm,
            String publicKey,
            String pem,
            String since,
            Optional<String> retired) {
        static Published of(ReceiptKey key) {
            return new Published(
                    key.generation(),
                    "Ed25519",
                    key.publicKey(),
                    pem(Base64.getDecoder().decode(key.publicKey())),
                    key.since().toString(),
                    key.retired().map(Object::toString));
        }

        private static String pem(byte[] raw) {
            var encoded = new byte[SPKI.length + raw.length];
            System.arraycopy(SPKI, 0, encoded, 0, SPKI.length);
            System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
            return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                    .formatted(Base64.getEncoder().encodeToString(encoded));
        }
    }

    /** All of them, oldest first: an old receipt stays verifiable after a new key was begun. */
    @GetMapping("/api/receipt-keys")
    ResponseEntity<Object> keys() {
        try {
            List<Published> keys = intake.signing().keys().stream().map(Published::of).toList();
            return ResponseEntity.ok(keys);
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }
}
