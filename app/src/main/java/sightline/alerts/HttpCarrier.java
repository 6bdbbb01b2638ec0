package sightline.alerts;

import sightline.core.kernel.Sensitive;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Calls over HTTP that carry a reference only: an agency's own system, or a text gateway. */
final class HttpCarrier implements Carrier {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOO_SLOW = 408;
    private static final int TOO_MANY = 429;

    private final HttpClient client;
    private final Form form;
    private final Duration wait;

    /** What is called, and how. */
    private sealed interface Form {
        /** The agency's system at the parcel's address, signed by this installation's key. */
        record Callback(CallbackKey key, boolean plain) implements Form {}

        /** The gateway, which texts the parcel's address. */
        record Gateway(URI gateway, Sensitive<String> key) implements Form {}
    }

    private HttpCarrier(Form form, Duration wait) {
        this.form = form;
        this.wait = wait;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(wait)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /** Calls agencies' own systems, over TLS only. */
    static HttpCarrier callback(CallbackKey key, Duration wait) {
        return new HttpCarrier(new Form.Callback(key, false), wait);
    }

    /** The same for a system on this very machine. */
    static HttpCarrier callbackOnThisMachine(CallbackKey key, Duration wait) {
        return new HttpCarrier(new Form.Callback(key, true), wait);
    }

    /** Texts through a gateway. */
    static HttpCarrier text(URI gateway, Sensitive<String> key, Duration wait) {
        return new HttpCarrier(new Form.Gateway(gateway, key), wait);
    }

    @Override
    public Outcome carry(Parcel parcel) {
        Optional<HttpRequest> request = request(parcel);
        if (request.isEmpty()) {
            return Outcome.REFUSED;
        }
        try {
            return outcome(client.send(request.get(), BodyHandlers.discarding()).statusCode());
        } catch (IOException failed) {
            return Outcome.FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Outcome.FAILED;
        }
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.SENT;
        }
        boolean refused = status >= 400 && status < 500 && status != TOO_SLOW && status != TOO_MANY;
        return refused ? Outcome.REFUSED : Outcome.FAILED;
    }

    private Optional<HttpRequest> request(Parcel parcel) {
        return switch (form) {
            case Form.Callback(var key, var plain) ->
                    address(parcel.address().value(), plain).map(to -> call(to, key, parcel));
            case Form.Gateway(var gateway, var key) -> Optional.of(text(gateway, key, parcel));
        };
    }

    private static Optional<URI> address(String text, boolean plain) {
        try {
            URI address = URI.create(text);
            boolean fits =
                    "https".equals(address.getScheme())
                            || (plain && "http".equals(address.getScheme()));
            return fits && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private HttpRequest call(URI to, CallbackKey key, Parcel parcel) {
        ObjectNode body = JSON.createObjectNode();
        body.put("delivery", parcel.delivery().toString());
        body.put("reference", parcel.reference());
        body.put("urgent", parcel.urgent());
        body.put("fetch", "/api/alerts");
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return post(to, parcel, bytes)
                .header("X-Signature", Base64.getEncoder().encodeToString(key.sign(bytes)))
                .build();
    }

    private HttpRequest text(URI gateway, Sensitive<String> key, Parcel parcel) {
        ObjectNode body = JSON.createObjectNode();
        body.put("to", parcel.address().value());
        body.put(
                "text",
                "Sightline: something needs you now. Reference %s. Sign in to read it."
                        .formatted(parcel.reference()));
        return post(gateway, parcel, body.toString().getBytes(StandardCharsets.UTF_8))
                .header("Authorization", "Bearer " + key.value())
                .build();
    }

    private HttpRequest.Builder post(URI to, Parcel parcel, byte[] body) {
        return HttpRequest.newBuilder(to)
                .timeout(wait)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", parcel.delivery().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
}
