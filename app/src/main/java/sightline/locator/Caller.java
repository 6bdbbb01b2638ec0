package sightline.locator;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Calls linked installations: each body is signed, and an answer counts only if it is. */
final class Caller {
    private static final String SIGNATURE = "X-Signature";
    private static final int OK = 200;

    private final HttpClient client;
    private final Duration wait;

    Caller(Duration wait) {
        this.wait = wait;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(wait)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /** What it said; nothing where it did not answer, refused, or somebody else answered. */
    Optional<byte[]> call(Peer peer, String path, byte[] body, LocatorKey key) {
        URI to = URI.create(peer.url().toString().replaceFirst("/+$", "") + path);
        HttpRequest request =
                HttpRequest.newBuilder(to)
                        .timeout(wait)
                        .header("Content-Type", "application/json")
                        .header(SIGNATURE, key.sign(body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream said = response.body()) {
                byte[] bytes = said.readNBytes(Wire.MOST_BYTES);
                String signature = response.headers().firstValue(SIGNATURE).orElse("");
                return response.statusCode() == OK && peer.publicKey().signed(bytes, signature)
                        ? Optional.of(bytes)
                        : Optional.empty();
            }
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
