package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import sightline.feeds.SenderCredentials;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every route and every form gets what it does not expect: none fails, none shows how it is made,
 * each says what to do, and nothing that was sent is in the log.
 */
final class HostileInputTest {
    private static final String STRANGER = "Zqxvorn";
    private static final Pattern FORM =
            Pattern.compile(
                    "<form method=\"post\" action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK =
            Pattern.compile("href=\"(/(?:alerts|duties|matches)/[^\"#?]+)");

    /** What a field gets: nothing, much, no text, text that turns round, another's id. */
    private static final List<String> VALUES =
            List.of(
                    "",
                    STRANGER + "x".repeat(20_000),
                    STRANGER + "\u0000\u0007",
                    STRANGER + "\u202e\u2066\ud83d\ude00\u0301",
                    STRANGER + "'; DROP TABLE facts.fact; --<script>alert(1)</script>",
                    "../../etc/passwd");

    private static Westmarsh world;
    private static ListAppender<ILoggingEvent> log;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        world = Westmarsh.start();
        world.maybeRowan(Westmarsh.HOSPITAL, "Jago", "Pell", 941);
        log = new ListAppender<>();
        log.start();
        root().addAppender(log);
    }

    @AfterAll
    static void stop() {
        root().detachAppender(log);
        world.close();
    }

    @Test
    void everyFormOfEveryPageAnswersWhateverIsPosted() throws Exception {
        signIn();
        Map<String, List<String>> forms = forms();
        assertThat(forms.keySet())
                .anyMatch(a -> a.endsWith("/acknowledge"))
                .anyMatch(a -> a.endsWith("/record"))
                .anyMatch(a -> a.startsWith("/matches/"))
                .anyMatch(a -> a.startsWith("/duties/"));
        for (var form : forms.entrySet()) {
            for (String value : VALUES) {
                answers(post(form.getKey(), fields(form.getValue(), value, 1)), form.getKey());
            }
            answers(post(form.getKey(), fields(form.getValue(), STRANGER, 3)), form.getKey());
            answers(typed(form.getKey(), "application/json", "{\"a\":1}"), form.getKey());
            answers(typed(form.getKey(), "multipart/form-data; boundary=x", "--x"), form.getKey());
            answers(typed(form.getKey(), "text/" + "x".repeat(2_000), STRANGER), form.getKey());
        }
        nothingIsLogged();
    }

    @Test
    void everyAddressAnswersWhateverStandsInIt() throws Exception {
        signIn();
        for (String route : routes()) {
            for (String value :
                    List.of("x", "%00", "%E2%80%AE" + STRANGER, "9".repeat(400), "-1")) {
                String address = route.replaceAll("\\{[^}]*}", value);
                String query =
                        "?page=" + value + "&known=" + value + "&before=" + value + "&before=2";
                answers(get(address + query), address);
                answers(send(request(address).method("DELETE", BodyPublishers.noBody())), address);
            }
        }
        nothingIsLogged();
    }

    @Test
    void theApiAnswersAsAProblemWhateverIsSent() throws Exception {
        SenderCredentials sender = world.credentials(Westmarsh.HEALTH);
        List<String> bodies =
                List.of(
                        "",
                        "null",
                        "\u0000",
                        "[" + "[".repeat(50_000),
                        "{\"a\":".repeat(20_000),
                        "{\"kind\":{\"kind\":[]},\"people\":\"" + STRANGER + "\"}",
                        "{\"kind\":\"note\",\"kind\":\"birth\",\"id\":\"\u202e" + STRANGER + "\"}",
                        "{\"sentAt\":\"" + "9".repeat(100_000) + "\"}");
        for (String route : routes()) {
            if (!route.startsWith("/api/")) {
                continue;
            }
            String address = route.replaceAll("\\{[^}]*}", "../" + STRANGER);
            for (String body : bodies) {
                for (String type :
                        List.of("application/json", "application/x-ndjson", "text/html")) {
                    problem(signed(sender, address, body, type), address);
                }
            }
            problem(unsigned(sender, address + "?before=" + STRANGER), address);
        }
        problem(unsigned(sender, "/api/no-such-route"), "/api/no-such-route");
        nothingIsLogged();
    }

    private static void answers(HttpResponse<String> answer, String address) {
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        assertThat(answer.body())
                .as(address)
                .doesNotContain("Exception")
                .doesNotContain("at sightline.")
                .doesNotContain("org.springframework");
        if (answer.statusCode() >= 400
                && !address.startsWith("/api/")
                && !address.startsWith("/drafts/")) {
            assertThat(answer.body()).as(address).contains("<h1");
        }
    }

    /** A refusal says in one form what was wrong and what to do. */
    private static void problem(HttpResponse<String> answer, String address) {
        answers(answer, address);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("content-type"))
                    .as(address + " " + answer.statusCode())
                    .contains("application/problem+json");
            assertThat(answer.body()).contains("\"detail\"").doesNotContain(STRANGER);
        }
    }

    /** A pool of connections belongs to no request: another test may just be ending its server. */
    private static void nothingIsLogged() {
        assertThat(List.copyOf(log.list))
                .noneMatch(event -> event.getFormattedMessage().contains(STRANGER))
                .filteredOn(event -> !event.getLoggerName().startsWith("com.zaxxer.hikari"))
                .allMatch(event -> event.getThrowableProxy() == null);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static List<String> routes() {
        return List.copyOf(
                world
                        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()
                        .stream()
                        .flatMap(m -> m.getPatternValues().stream())
                        .filter(p -> !p.equals("/sign-out"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The fields of each form of the pages that a social worker reaches, by its address. */
    private Map<String, List<String>> forms() throws Exception {
        String child = "/children/" + world.rowan().value();
        List<String> pages =
                new ArrayList<>(
                        List.of(
                                "/work",
                                "/start",
                                "/feeds",
                                "/people",
                                "/matches",
                                child,
                                child + "/record"));
        pages.add("/emergency/" + world.rowan().value() + "/reason");
        for (String page : List.of(child, "/matches", "/work")) {
            var links = LINK.matcher(get(page).body());
            while (links.find() && pages.size() < 24) {
                pages.add(links.group(1));
            }
        }
        Map<String, List<String>> forms = new LinkedHashMap<>();
        for (String page : pages) {
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
        }
        forms.remove("/sign-out");
        return forms;
    }

    private static String fields(List<String> names, String value, int times) {
        String one =
                names.stream()
                        .map(n -> coded(n) + "=" + coded(value))
                        .collect(Collectors.joining("&"));
        return String.join("&", java.util.Collections.nCopies(times, one));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String address, String fields) throws Exception {
        return typed(
                address,
                "application/x-www-form-urlencoded",
                "_csrf=" + coded(token("/start")) + "&" + fields);
    }

    private String token(String page) throws Exception {
        var found = TOKEN.matcher(get(page).body());
        return found.find() ? found.group(1) : "";
    }

    private HttpResponse<String> typed(String address, String type, String body) throws Exception {
        return send(
                request(address).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return send(request(address).GET());
    }

    private HttpResponse<String> signed(
            SenderCredentials sender, String address, String body, String type) throws Exception {
        return send(
                request(address)
                        .header("Content-Type", type)
                        .header("Authorization", sender.authorization())
                        .header(
                                "X-Signature",
                                sender.signature(body.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> unsigned(SenderCredentials sender, String address)
            throws Exception {
        return send(request(address).header("Authorization", sender.authorization()).GET());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(world.address(address)))
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void signIn() throws Exception {
        typed(
                "/sign-in",
                "application/x-www-form-urlencoded",
                "_csrf=%s&name=priya&password=%s"
                        .formatted(coded(token("/sign-in")), coded(Westmarsh.PASSWORD)));
        typed(
                "/start",
                "application/x-www-form-urlencoded",
                "_csrf=%s&purpose=s47".formatted(coded(token("/start"))));
        assertThat(get("/work").statusCode()).isEqualTo(200);
    }
}
