package sightline.bench;

import sightline.feeds.SenderCredentials;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends single messages as an agency's system does: signed, and told whether they are kept. */
final class Poster implements AutoCloseable {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Duration patience;

    /**
     * @param patience how long an answer is waited for
     */
    Poster(Duration patience) {
        this.patience = patience;
    }

    /** Whether the server said that it keeps this message; it may keep it without saying so. */
    boolean post(URI server, SenderCredentials sender, byte[] body) {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/api/messages"))
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .header("Authorization", sender.authorization())
                        .header("X-Signature", sender.signature(body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status == CREATED || status == OK;
        } catch (IOException lost) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
