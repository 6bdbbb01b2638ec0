package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.console.demo.ReviewStory;
import sightline.core.TestSize;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewEntry;
import sightline.feeds.SenderCredentials;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every route and every form gets what it does not expect: none fails, none shows how it is made,
 * each says what to do, and nothing that was sent is in the log.
 */
@Tag("ci")
final class HostileInputTest {
    private static final String STRANGER = "Zqxvorn";
    private static final Pattern ANY_LINK = Pattern.compile("href=\"(/[^\"#?]+)");
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

    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");

    private static Westmarsh world;
    private static SenderCredentials hospital;
    private static ReviewId review;
    private static ListAppender<ILoggingEvent> log;

    /** The same, written as no browser would, and coded already. */
    private static final List<String> CODED =
            List.of(
                    "",
                    STRANGER + "%00",
                    STRANGER + "%ED%A0%80",
                    STRANGER + "%C3%28%FF",
                    "-1",
                    "9".repeat(40),
                    "0000-01-01",
                    "31%2F12%2F9999",
                    "%2B1000000000-01-01",
                    "%00%0D%0A",
                    STRANGER + "x".repeat(200_000),
                    "NaN");

    private static final List<String> AREAS =
            List.of(
                    "/reviews",
                    "/library",
                    "/register",
                    "/referrals",
                    "/children/[^/]+/assessments",
                    "/children/[^/]+/meetings",
                    "/children/[^/]+/referral");

    private static final int PAGES = 30;

    @BeforeAll
    static void start() {
        world = Westmarsh.start();
        world.maybeRowan(Westmarsh.HOSPITAL, "Jago", "Pell", 941);
        world.register();
        world.reviewers(BOARD);
        hospital = world.credentials(Westmarsh.HOSPITAL);
        review = review();
        log = new ListAppender<>();
        log.start();
        root().addAppender(log);
    }

    @AfterAll
    static void stop() {
        root().detachAppender(log);
        world.close();
    }

    private PlainVisitor visitor;

    @BeforeEach
    void enter() {
        visitor = new PlainVisitor(world);
    }

    private static ReviewId review() {
        Instant now = Instant.now();
        ReaderContext lead =
                new ReaderContext(
                        "session-helen",
                        new UserId("helen"),
                        BOARD,
                        Set.of(AccessRole.REVIEW_PUBLISHER),
                        Set.of(),
                        Set.of(),
                        Purpose.REVIEW);
        return world.part("reviews", Reviews.class)
                .open(
                        lead,
                        new ReviewEntry.Opened(
                                ReviewStory.by(lead),
                                now,
                                "practice-review",
                                "Child M",
                                ReviewEntry.Trigger.DIED,
                                London.day(now)));
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
                answers(
                        visitor.post(form.getKey(), fields(form.getValue(), value, 1)),
                        form.getKey());
            }
            answers(
                    visitor.post(form.getKey(), fields(form.getValue(), STRANGER, 3)),
                    form.getKey());
            answers(visitor.typed(form.getKey(), "application/json", "{\"a\":1}"), form.getKey());
            answers(
                    visitor.typed(form.getKey(), "multipart/form-data; boundary=x", "--x"),
                    form.getKey());
            answers(
                    visitor.typed(form.getKey(), "text/" + "x".repeat(2_000), STRANGER),
                    form.getKey());
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
                answers(visitor.get(address + query), address);
                answers(
                        visitor.send(
                                visitor.request(address).method("DELETE", BodyPublishers.noBody())),
                        address);
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
                        List.of(
                                "application/json",
                                "application/x-ndjson",
                                "text/html",
                                "multipart/form-data; boundary=x",
                                "application/x-www-form-urlencoded")) {
                    problem(signed(sender, address, body, type), address);
                }
            }
            problem(unsigned(sender, address + "?before=" + STRANGER), address);
        }
        problem(unsigned(sender, "/api/no-such-route"), "/api/no-such-route");
        nothingIsLogged();
    }

    @Test
    void formsOfAssessmentsMeetingsAndReferralsAnswerWhateverIsPosted() throws Exception {
        String child = "/children/" + world.rowan().value();
        hostile(
                "priya",
                "s47",
                child + "/assessments",
                child + "/meetings",
                child + "/referral",
                "/referrals");
    }

    @Test
    void formsOfReviewsAndTheLibraryAnswerWhateverIsPosted() throws Exception {
        hostile("helen", "review", "/reviews", "/reviews/" + review.value(), "/library");
    }

    @Test
    void formsOfTheRegisterAnswerWhateverIsPosted() throws Exception {
        hostile("amy", "register", "/register", "/register/" + world.marlow().value());
    }

    @Test
    void everyRouteRefusesInWordsWhateverIsSentAndChangesNothing() throws Exception {
        new HostileRoutes(world, routes(), hospital).all();
        nothingIsLogged();
    }

    @Test
    void whatTheServerAnswersByItselfIsAnsweredLikeTheRest() throws Exception {
        new HostileRoutes(world, routes(), hospital).byTheServer();
        nothingIsLogged();
    }

    /** Signing in leads to nothing there. */
    @Test
    void whatTheLibraryHasNotGotIsNotFoundByAnybody() throws Exception {
        List<String> nowhere =
                List.of("/library/", "/library/a/b/c/d", "/library/a/recommendations/1/x");
        for (String address : nowhere) {
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(404);
        }
        signIn();
        for (String address : nowhere) {
            answers(visitor.get(address), address);
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    /** Also the name of a file may be a child's, and is in no log. */
    @Test
    void everyAddressThatTakesFilesRefusesInWordsWhatIsNoFormWithAFile() throws Exception {
        String child = "/children/" + world.rowan().value();
        new HostileRoutes(world, routes(), hospital)
                .files(
                        HostileRoutes.withToken("priya"),
                        List.of(
                                child + "/photographs",
                                child + "/record",
                                "/api/messages",
                                "/library",
                                "/assets/app.css"));
        nothingIsLogged();
    }

    /** Every day each field gets some of the values, at the larger sizes all. */
    private void hostile(String name, String purpose, String... from) throws Exception {
        visitor.signIn(name, purpose);
        Set<String> pages = reached(from);
        Map<String, List<String>> forms = new LinkedHashMap<>();
        for (String page : pages) {
            visitor.forms(page).forEach(forms::putIfAbsent);
        }
        assertThat(forms).as("forms of %s", pages).hasSizeGreaterThan(2);
        int times = TestSize.chosen().of(2, CODED.size(), CODED.size());
        for (var form : forms.entrySet()) {
            for (int turn = 0; turn < times; turn++) {
                answers(visitor.post(form.getKey(), turned(form.getValue(), turn)), form.getKey());
            }
            String twice = turned(form.getValue(), 1) + "&" + turned(form.getValue(), 2);
            answers(visitor.post(form.getKey(), twice), form.getKey());
            for (String type : List.of("application/json", "text/html", "multipart/form-data")) {
                answers(
                        visitor.typed(form.getKey(), type, "{\"a\":[".repeat(5_000)),
                        form.getKey());
            }
        }
        for (String page : pages) {
            for (String value : List.of("-1", "9".repeat(30), "0000-00-00", "%ED%A0%80")) {
                String query =
                        "?page=%1$s&page=2&year=%1$s&from=%1$s&area=%1$s&q=%1$s".formatted(value);
                answers(visitor.get(page + query), page);
            }
        }
        nothingIsLogged();
    }

    private static String turned(List<String> names, int turn) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int value = (i + turn * 5) % CODED.size();
            fields.add(PlainVisitor.coded(names.get(i)) + "=" + CODED.get(value));
        }
        return String.join("&", fields);
    }

    /** The pages of these areas that links lead to. */
    private Set<String> reached(String... from) throws Exception {
        Set<String> pages = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty() && pages.size() < PAGES) {
            String page = waiting.removeFirst();
            if (!pages.add(page)) {
                continue;
            }
            HttpResponse<String> answer = visitor.get(page);
            answers(answer, page);
            var links = ANY_LINK.matcher(answer.body());
            while (links.find()) {
                String link = links.group(1);
                if (AREAS.stream().anyMatch(a -> link.matches(a + "(/.*)?"))) {
                    waiting.add(link);
                }
            }
        }
        return pages;
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
            var links = LINK.matcher(visitor.get(page).body());
            while (links.find() && pages.size() < 24) {
                pages.add(links.group(1));
            }
        }
        Map<String, List<String>> forms = new LinkedHashMap<>();
        for (String page : pages) {
            visitor.forms(page).forEach(forms::putIfAbsent);
        }
        return forms;
    }

    private static String fields(List<String> names, String value, int times) {
        String one =
                names.stream()
                        .map(n -> PlainVisitor.coded(n) + "=" + PlainVisitor.coded(value))
                        .collect(Collectors.joining("&"));
        return String.join("&", java.util.Collections.nCopies(times, one));
    }

    private HttpResponse<String> signed(
            SenderCredentials sender, String address, String body, String type) throws Exception {
        return visitor.send(
                visitor.request(address)
                        .header("Content-Type", type)
                        .header("Authorization", sender.authorization())
                        .header(
                                "X-Signature",
                                sender.signature(body.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> unsigned(SenderCredentials sender, String address)
            throws Exception {
        return visitor.send(
                visitor.request(address).header("Authorization", sender.authorization()).GET());
    }

    /** A browser need not have the form any more when its writer goes back. */
    @Test
    void wordsThatNoDraftCanKeepAreShownAgain() throws Exception {
        signIn();

        HttpResponse<String> answer =
                visitor.post(
                        "/children/" + "0".repeat(32) + "/record",
                        "words=" + PlainVisitor.coded("She said <b>not again</b>"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("What you sent was not kept")
                .contains("You wrote: She said &lt;b&gt;not again&lt;/b&gt;");
    }

    private void signIn() throws Exception {
        visitor.signIn("priya", "s47");
        assertThat(visitor.get("/work").statusCode()).isEqualTo(200);
    }
}
