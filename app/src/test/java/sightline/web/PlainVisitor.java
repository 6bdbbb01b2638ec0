package sightline.web;

import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who visits pages without a browser, and sends what no browser would. */
final class PlainVisitor {
    private static final Pattern FORM =
            Pattern.compile(
                    "<form[^>]* method=\"post\"[^>]* action=\"([^\"]+)\"[^>]*>(.*?)</form>",
                    Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Westmarsh world;

    PlainVisitor(Westmarsh world) {
        this.world = world;
    }

    /** Signs in with a reason for access. */
    void signIn(String name, String purpose) throws Exception {
        typed(
                "/sign-in",
                FORM_TYPE,
                "_csrf=%s&name=%s&password=%s"
                        .formatted(coded(token("/sign-in")), name, coded(Westmarsh.PASSWORD)));
        typed(
                "/start",
                FORM_TYPE,
                "_csrf=%s&purpose=%s".formatted(coded(token("/start")), purpose));
    }

    /** The forms of a page, each with the names of its fields, by its address. */
    Map<String, List<String>> forms(String page) throws Exception {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        var found = FORM.matcher(get(page).body());
        while (found.find()) {
            List<String> names =
                    NAME.matcher(found.group(2))
                            .results()
                            .map(r -> r.group(1))
                            .filter(n -> !n.equals("_csrf"))
                            .distinct()
                            .toList();
            forms.putIfAbsent(found.group(1), names);
        }
        forms.remove("/sign-out");
        return forms;
    }

    /** Posts fields that are coded already. */
    HttpResponse<String> post(String address, String fields) throws Exception {
        return typed(address, FORM_TYPE, "_csrf=" + coded(token("/start")) + "&" + fields);
    }

    HttpResponse<String> typed(String address, String type, String body) throws Exception {
        return send(
                request(address).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String address) throws Exception {
        return send(request(address).GET());
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(world.address(address)))
                .timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The header lines of the visitor's session, and of its right to send forms. */
    List<String> session(boolean sends) throws Exception {
        String all =
                cookies.getCookieStore().getCookies().stream()
                        .map(c -> c.getName() + "=" + c.getValue())
                        .collect(Collectors.joining("; "));
        String cookie = "Cookie: " + all;
        return sends ? List.of(cookie, "X-CSRF-TOKEN: " + token("/start")) : List.of(cookie);
    }

    private String token(String page) throws Exception {
        var found = TOKEN.matcher(get(page).body());
        return found.find() ? found.group(1) : "";
    }
}
