package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import sightline.core.TestSize;
import sightline.feeds.SenderCredentials;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Sends to every route, as several people and as nobody, what {@link HostileRequests} makes up.
 * Every day each route gets some of it, at the larger sizes all.
 */
final class HostileRoutes {
    private static final long SEED = Long.getLong("seed", 20_261_127L);
    private static final int SLOW_MILLIS = 1_000;
    private static final int AGAIN = 4;

    private static final List<String> HEADERS =
            List.of(
                    "X-Content-Type-Options",
                    "Cache-Control",
                    "Content-Security-Policy",
                    "Referrer-Policy");

    /**
     * Rows that no request asks for: what was read and when, who was refused, and what the server
     * works out by itself every few seconds.
     */
    private static final List<String> BESIDES =
            List.of(
                    "audit.",
                    "access.session",
                    "access.context",
                    "chronology.",
                    "feeds.stranger",
                    "reviews.owes",
                    "upkeep.");

    private static final String TOKEN = " with a token";

    /** What a page shows again to whoever wrote it, up to the next mark of the page. */
    private static final Pattern WRITTEN = Pattern.compile("You wrote: [^<]*");

    private static final Predicate<String> PROBLEM =
            type -> type.startsWith("application/problem+json");

    private final Westmarsh world;
    private final List<String> routes;
    private final Random random = new Random(SEED);
    private final HostileRequests requests = new HostileRequests(random);
    private final Map<String, List<String>> visitors = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    HostileRoutes(Westmarsh world, List<String> routes, SenderCredentials sender) throws Exception {
        this.world = world;
        this.routes = routes;
        visitors.put("nobody", List.of());
        visitors.put("somebody’s cookie", List.of("Cookie: SIGHTLINE=bm90LWEtc2Vzc2lvbg=="));
        for (var who :
                Map.of("priya", "s47", "amy", "register", "ola", "administration").entrySet()) {
            var visitor = new PlainVisitor(world);
            visitor.signIn(who.getKey(), who.getValue());
            visitors.put(who.getKey(), visitor.session(false));
            visitors.put(who.getKey() + TOKEN, visitor.session(true));
        }
        visitors.put("a sender", List.of("Authorization: " + sender.authorization()));
    }

    void all() throws Exception {
        System.out.println("seed " + SEED);
        Map<String, String> before = rows();
        int sent = all(visitors.keySet().stream().filter(w -> !w.endsWith(TOKEN)).toList());
        assertThat(rows()).as("seed %d", SEED).isEqualTo(before);
        sent += all(visitors.keySet().stream().filter(w -> w.endsWith(TOKEN)).toList());
        System.out.println(sent + " requests to " + routes.size() + " routes");
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    /** Each way to send a file wrongly, to each address that takes files. */
    void files(String who, List<String> addresses) throws Exception {
        for (String address : addresses) {
            for (HostileRequest request : requests.parted(address)) {
                sent(as(who, request));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What the server answers by itself, since no page and no route of the interface is asked. */
    void byTheServer() throws Exception {
        sent(new HostileRequest("options of the server", "OPTIONS", "*", List.of(), ""));
        for (String start : List.of("/api/messages/", "/reviews/")) {
            String endless = start + "x".repeat(20_000);
            HostileRequest request =
                    new HostileRequest("an address without end", "GET", endless, List.of(), "");
            assertThat(sent(request).status()).as(start).isEqualTo(414);
        }
        assertThat(wrong).isEmpty();
    }

    /** The same visitor, with what lets a form be sent. */
    static String withToken(String who) {
        return who + TOKEN;
    }

    private int all(List<String> whom) throws Exception {
        int sent = 0;
        for (String route : routes) {
            String known = world.rowan().value();
            List<HostileRequest> refused = requests.refused(route, known);
            List<HostileRequest> answered = requests.answered(route, known);
            for (String who : some(whom, 1)) {
                for (HostileRequest request : some(refused, 4)) {
                    sent += refused(as(who, request));
                }
                for (HostileRequest request : some(answered, 4)) {
                    if (!who.endsWith(TOKEN) || harmless(route)) {
                        sent += answered(as(who, request), who);
                    }
                }
            }
        }
        return sent;
    }

    /** What ends or changes the session itself is sent by those without a token alone. */
    private static boolean harmless(String route) {
        return !route.equals("/sign-in") && !route.equals("/start");
    }

    private HostileRequest as(String who, HostileRequest request) {
        return request.with(who, visitors.getOrDefault(who, List.of()).toArray(String[]::new));
    }

    private <T> List<T> some(List<T> of, int everyday) {
        List<T> mixed = new ArrayList<>(of);
        Collections.shuffle(mixed, random);
        int most = TestSize.chosen().of(everyday, mixed.size(), mixed.size());
        return mixed.subList(0, Math.min(most, mixed.size()));
    }

    private int refused(HostileRequest request) throws Exception {
        HostileRequest.Answer answer = sent(request);
        boolean led = answer.status() / 100 == 3 && !request.target().startsWith("/api/");
        if (answer.status() / 100 != 4 && !led) {
            wrong.add(answer.status() + " where 4xx should be: " + request);
        }
        return 1;
    }

    private int answered(HostileRequest request, String who) throws Exception {
        HostileRequest.Answer answer = sent(request);
        boolean stranger = visitors.getOrDefault(who, List.of()).isEmpty();
        if (stranger && (answer.body().contains("Rowan") || answer.body().contains("Ashdown"))) {
            wrong.add("somebody is named to nobody: " + request);
        }
        return 1;
    }

    /** Sends it; a slow one again, since the machine may have been busy with something else. */
    private HostileRequest.Answer sent(HostileRequest request) throws Exception {
        HostileRequest.Answer answer = request.send(world.port());
        for (int i = 0; answer.millis() > SLOW_MILLIS && i < AGAIN; i++) {
            answer = request.send(world.port());
        }
        if (answer.millis() > SLOW_MILLIS) {
            wrong.add(answer.millis() + " ms: " + request);
        }
        look(request, answer);
        return answer;
    }

    private void look(HostileRequest request, HostileRequest.Answer answer) {
        if (answer.status() >= 500 || answer.status() < 200) {
            wrong.add(answer.status() + ": " + request);
        }
        for (String inside : List.of("Exception", "at sightline.", "org.spring", "Apache Tomcat")) {
            if (answer.body().contains(inside)) {
                wrong.add("it shows " + inside + ": " + request);
            }
        }
        String to = answer.header("Location").orElse("/");
        if (!to.matches("(http://(localhost|127\\.0\\.0\\.1)(:\\d+)?)?/([^/\\\\].*)?")) {
            wrong.add("it leads to " + to + ": " + request);
        }
        HEADERS.stream()
                .filter(name -> answer.header(name).isEmpty())
                .forEach(name -> wrong.add(answer.status() + " without " + name + ": " + request));
        if (answer.status() >= 400 && !request.method().equals("HEAD")) {
            boolean words =
                    answer.body().contains("<h1")
                            || answer.body().contains("\"detail\"")
                            || request.target().startsWith("/drafts/");
            if (!words) {
                wrong.add(answer.status() + " without words: " + request);
            }
            if (isOfApi(request) && answer.header("Content-Type").stream().noneMatch(PROBLEM)) {
                wrong.add(answer.status() + " as a page: " + request);
            }
            if (answer.body().contains(HostileRequests.STRANGER)
                    && answer.status() != 422
                    && !keepsWords(request, answer)) {
                wrong.add(answer.status() + " says it again: " + request);
            }
        }
    }

    /** Whoever may send a form that cannot be kept is shown what they wrote, lest it be lost. */
    private static boolean keepsWords(HostileRequest request, HostileRequest.Answer answer) {
        return request.toString().contains(TOKEN)
                && !WRITTEN.matcher(answer.body())
                        .replaceAll("")
                        .contains(HostileRequests.STRANGER);
    }

    /** What is no address at all is not known to be one of the interface. */
    private static boolean isOfApi(HostileRequest request) {
        return request.method().matches("\\w+") && request.target().matches("/api/[\\w/?&=%.;-]*");
    }

    /** How many rows each table has. */
    private Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        world
                .stored(
                        """
                        SELECT schemaname || '.' || tablename FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        """)
                .stream()
                .filter(t -> BESIDES.stream().noneMatch(t::startsWith))
                .forEach(t -> rows.put(t, world.stored("SELECT count(*) FROM " + t).getFirst()));
        return rows;
    }
}
