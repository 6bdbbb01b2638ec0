package sightline.bench;

import sightline.access.AccessRole;
import sightline.access.Accounts;
import sightline.access.NewAccount;
import sightline.access.UserId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;
import sightline.database.Database;
import sightline.database.Transactions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A social worker at their browser: signs in, says why, reads pages. */
final class Reader implements AutoCloseable {
    private static final String NAME = "bench-reader";
    private static final String PASSWORD = "four plain words here";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int OK = 200;

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final URI server;

    private Reader(URI server) {
        this.server = server;
    }

    /** Opens the account that {@link #signedIn} uses. */
    static void register(Installation installation, AgencyId agency) {
        try (Database database = installation.open()) {
            new Accounts(new Transactions(database), installation.secrets())
                    .create(
                            new NewAccount(
                                    new UserId(NAME),
                                    NAME,
                                    agency,
                                    new Sensitive<>("Robin Reader"),
                                    new Sensitive<>(PASSWORD),
                                    Set.of(AccessRole.SOCIAL_WORKER),
                                    Set.of(),
                                    new UserId("bench-set-up")));
        }
    }

    /** Signs in and chooses a purpose. */
    static Reader signedIn(URI server) {
        Reader reader = new Reader(server);
        reader.submit("/sign-in", Map.of("name", NAME, "password", PASSWORD));
        reader.submit("/start", Map.of("purpose", "s47"));
        return reader;
    }

    private void submit(String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(path));
        if (!token.find()) {
            throw new IllegalStateException("no form at " + path);
        }
        String body =
                fields.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&"))
                        + "&_csrf="
                        + encoded(token.group(1));
        send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** The page at an address. */
    String get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET().build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(
                        request.uri().getPath() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException lost) {
            throw new UncheckedIOException("no page", lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        browser.shutdownNow();
    }
}
