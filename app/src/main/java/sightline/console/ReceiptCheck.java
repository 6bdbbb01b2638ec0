package sightline.console;

import sightline.core.kernel.AgencyId;
import sightline.feeds.ReceiptKey;
import sightline.feeds.SignedReceipt;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Verifies receipts: that they are for the very bytes that were sent, and that the installation
 * signed them.
 */
final class ReceiptCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /** Where the installation's public keys come from. */
    private interface Source {
        List<ReceiptKey> keys() throws IOException, MessagePoster.Refused;
    }

    private final Source source;
    private List<ReceiptKey> known = List.of();

    private ReceiptCheck(Source source) {
        this.source = source;
    }

    /** By the keys that the server itself publishes, asked for when a receipt names a new one. */
    static ReceiptCheck asking(HttpClient client, URI server) {
        return new ReceiptCheck(() -> published(client, server.resolve("/api/receipt-keys")));
    }

    /** By keys that came another way: a file of what {@code /api/receipt-keys} answers. */
    static ReceiptCheck by(Path file) {
        return new ReceiptCheck(() -> keys(Files.readString(file)));
    }

    /**
     * Returns when a receipt is good.
     *
     * @param sent the bytes of the message
     * @throws MessagePoster.Refused when it is not; whether the message is kept is then not known
     */
    void require(AgencyId sender, byte[] sent, JsonNode receipt)
            throws IOException, MessagePoster.Refused {
        var signed = signed(receipt);
        if (!signed.sender().equals(sender.value()) || !signed.sha256().equals(sha256(sent))) {
            throw refused(signed, "is not for the message that was sent");
        }
        var key = key(signed.generation());
        if (key.filter(k -> k.hasSigned(signed)).isEmpty()) {
            throw refused(signed, "is not signed by this installation");
        }
    }

    private Optional<ReceiptKey> key(int generation) throws IOException, MessagePoster.Refused {
        var found = find(generation);
        if (found.isEmpty()) {
            known = source.keys();
            found = find(generation);
        }
        return found;
    }

    private Optional<ReceiptKey> find(int generation) {
        return known.stream().filter(key -> key.generation() == generation).findFirst();
    }

    private static SignedReceipt signed(JsonNode receipt) {
        return new SignedReceipt(
                receipt.path("receipt").asString(""),
                receipt.path("sender").asString(""),
                receipt.path("id").asString(""),
                receipt.path("sha256").asString(""),
                receipt.path("received").asString(""),
                receipt.path("key").asInt(0),
                receipt.path("signature").asString(""));
    }

    private static MessagePoster.Refused refused(SignedReceipt receipt, String what) {
        return new MessagePoster.Refused(
                Outcome.DATA_PROBLEM,
                "Receipt %s %s.\nStop sending, and tell Sightline's operator by another way."
                        .formatted(receipt.receipt(), what));
    }

    private static List<ReceiptKey> published(HttpClient client, URI address)
            throws IOException, MessagePoster.Refused {
        try {
            var request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).build();
            return keys(client.send(request, BodyHandlers.ofString()).body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MessagePoster.Refused(Outcome.FAILED, "stopped");
        }
    }

    private static List<ReceiptKey> keys(String json) throws IOException {
        try {
            var keys = new ArrayList<ReceiptKey>();
            for (var key : JSON.readTree(json)) {
                keys.add(
                        new ReceiptKey(
                                key.path("key").asInt(0),
                                key.path("publicKey").asString(""),
                                Instant.parse(key.path("since").asString("")),
                                key.path("retired").asStringOpt().map(Instant::parse)));
            }
            return keys;
        } catch (JacksonException | java.time.DateTimeException malformed) {
            throw new IOException(
                    "the keys of receipts: they are not what was expected", malformed);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
