package sightline.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;

/** Over HTTP, whoever is not linked learns nothing; what is said to who is stands in a story. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocatorControllerTest {
    private static final String WHOLE =
            """
            {"v":1,"from":"nobody","nonce":"2f839c9e-cee6-486b-b6d6-f807d7d65c46","at":"2026-04-01T14:00:10Z",
             "epoch":2934,"hashes":[%s]}
            """
                    .formatted(
                            "\"1c80976fb7962296ed366876be4e4097\","
                                    .repeat(16)
                                    .replaceFirst(",$", ""));

    private final ApiServer server = new ApiServer();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void whoeverIsNotLinkedIsAnsweredAlikeWhateverTheySend() throws Exception {
        Set<String> bodies = new HashSet<>();
        for (String body : new String[] {WHOLE, "{}", "no JSON", "", "[1]", "{\"v\":1}"}) {
            for (String path : new String[] {"/api/locator", "/api/locator/acknowledged"}) {
                var answer = post(path, body);
                assertThat(answer.statusCode()).as(body).isEqualTo(401);
                assertThat(answer.body()).contains("Reason: unknown.");
                bodies.add(answer.body());
            }
        }
        assertThat(bodies).hasSize(1);
    }

    @Test
    void whatIsLongerThanAnyQuestionIsNotRead() throws Exception {
        assertThat(post("/api/locator", "x".repeat(9_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void itIsNoPageToOpen() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(URI.create(server.url() + "/api/locator")).build();
        assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header("Content-Type", "application/json")
                        .header("X-Signature", "bm8=")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
