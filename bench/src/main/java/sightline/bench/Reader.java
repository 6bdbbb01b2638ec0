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
import java.time.Duration;
import java.util.LinkedHashMap;
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
    private static final Pattern ONCE = Pattern.compile("name=\"once\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\"[^>]*value=\"([^\"]+)\"");
    private static final int OK = 200;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    /** The answer to a form, without the page that it leads to. */
    private final HttpClient sender = HttpClient.newBuilder().cookieHandler(cookies).build();

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
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", found(TOKEN, get(path), path));
        send(post(path, all));
    }

    /**
     * Fills a form of a page and sends it.
     *
     * @param page where the form stands
     * @param action where it goes
     * @return how long the server took to answer that it is kept
     */
    Duration keep(String page, String action, Map<String, String> fields) {
        String shown = get(page);
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", found(TOKEN, shown, page));
        all.put("once", found(ONCE, form(shown, action), page));
        all.put("draft", found(DRAFT, form(shown, action), page));
        HttpRequest request = post(action, all);
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = sender.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 3) {
                throw new IllegalStateException(action + " answered " + answer.statusCode());
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (IOException lost) {
            throw new UncheckedIOException("no answer", lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static String form(String page, String action) {
        int at = page.indexOf(" action=\"" + action + "\"");
        return at < 0 ? page : page.substring(at);
    }

    private static String found(Pattern pattern, String page, String path) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("no form at " + path);
        }
        return matcher.group(1);
    }

    private HttpRequest post(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        BodyPublishers.ofString(
                                fields.entrySet().stream()
                                        .map(f -> f.getKey() + "=" + encoded(f.getValue()))
                                        .collect(Collectors.joining("&"))))
                .build();
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
        sender.shutdownNow();
    }
}
