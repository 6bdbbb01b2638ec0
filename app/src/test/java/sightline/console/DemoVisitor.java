package sightline.console;

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
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody who opens the demonstration's pages without a browser. */
final class DemoVisitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern REASON = Pattern.compile("name=\"purpose\" value=\"([^\"]+)\"");
    private static final Pattern MAIN = Pattern.compile("<main.*</main>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)[^>]*>([^<]*)");

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    DemoVisitor(String address) {
        this.address = address;
    }

    /** Signs in, with the first reason that the visitor may have. */
    void signIn(String name, String password) throws IOException, InterruptedException {
        post("/sign-in", "name=" + coded(name) + "&password=" + coded(password));
        var reason = REASON.matcher(get("/start").body());
        if (reason.find()) {
            post("/start", "purpose=" + coded(reason.group(1)));
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(),
                BodyHandlers.ofString());
    }

    /** A link of a page: where it leads, and what it says before anything hidden. */
    record Link(String to, String words) {}

    /** The links in the body of a page. */
    static List<Link> links(String page) {
        return MAIN.matcher(page)
                .results()
                .map(MatchResult::group)
                .flatMap(main -> LINK.matcher(main).results())
                .map(link -> new Link(link.group(1).replace("&amp;", "&"), link.group(2).strip()))
                .distinct()
                .toList();
    }

    private void post(String path, String fields) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(path).body());
        String csrf = token.find() ? token.group(1) : "";
        client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + coded(csrf) + "&" + fields))
                        .build(),
                BodyHandlers.discarding());
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
