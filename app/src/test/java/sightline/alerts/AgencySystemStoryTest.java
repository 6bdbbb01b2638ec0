package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.api.ApiServer;
import sightline.core.kernel.AgencyId;
import sightline.feeds.SenderCredentials;
import sightline.feeds.Senders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An agency whose people work in a system of their own: what it fetches, confirms and says. */
final class AgencySystemStoryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACKNOWLEDGED =
            """
            {"by":"Ana Lee, duty manager","at":"2026-03-02T09:20:00Z","next":"Strategy discussion at two."}
            """;
    private static final String ANSWERED =
            """
            {"by":"Ana Lee, duty manager","at":"2026-03-02T09:40:00Z","answer":"right-acted-on",
             "reason":"Seen by the paediatrician."}
            """;

    private final Northton world = new Northton("2026-03-02T10:00:00Z");
    private final ApiServer server = new ApiServer(world.database, world.secrets);
    private final HttpClient client = HttpClient.newHttpClient();
    private final SenderCredentials care = credentials(Northton.CARE);
    private final SenderCredentials hospital = credentials(Northton.HOSPITAL);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void whatItFetchesAndConfirmsIsDeliveredWithoutAWordOfTheChild() throws Exception {
        List<String> ids = all();

        HttpResponse<String> fetched = get("/api/alerts", care);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body())
                .doesNotContain("Robin", "Vale", "bruise", "9990001235", "hospital");
        assertThat(JSON.readTree(fetched.body()).path("alerts").path(0).path("role").asString())
                .isEqualTo("duty-manager");
        assertThat(open("northton-csc/duty-manager")).contains("alert.open");

        for (String id : ids) {
            assertThat(post(id, "confirmed", "", care).statusCode()).isEqualTo(204);
            assertThat(post(id, "confirmed", "", care).statusCode()).isEqualTo(204);
        }
        world.run();

        assertThat(get("/api/alerts", care).body()).doesNotContain(ids);
        assertThat(open("northton-csc/duty-manager"))
                .contains("alert.ack")
                .doesNotContain("alert.open");
        assertThat(world.count("facts.fact WHERE kind = 'alert-seen'")).isEqualTo(ids.size());
        assertThat(open("northton-hospital/paediatrician-on-call")).contains("alert.open");
    }

    @Test
    void itAcknowledgesAndAnswersAndTheAlertEnds() throws Exception {
        for (String id : all()) {
            HttpResponse<String> first = post(id, "acknowledged", ACKNOWLEDGED, care);
            world.run();
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(state(first)).isEqualTo("read");
            HttpResponse<String> again = post(id, "acknowledged", ACKNOWLEDGED, care);
            assertThat(again.statusCode()).isEqualTo(200);
            String other = ACKNOWLEDGED.replace("two", "three");
            assertThat(post(id, "acknowledged", other, care).statusCode()).isEqualTo(409);
        }
        assertThat(open("northton-csc/duty-manager")).doesNotContain("alert.open", "alert.ack");
        assertThat(alerts()).containsExactly("open");

        for (String id : all()) {
            HttpResponse<String> answer = post(id, "answered", ANSWERED, care);
            world.run();
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(state(answer)).isEqualTo("read");
        }
        assertThat(alerts()).containsExactly("answered");
        assertThat(open("northton-hospital/paediatrician-on-call")).doesNotContain("alert.open");
    }

    @Test
    void nobodySaysAnythingOfWhatAnotherAgencyWasTold() throws Exception {
        String id = raised();

        for (String act : List.of("confirmed", "acknowledged", "answered")) {
            String body = act.equals("acknowledged") ? ACKNOWLEDGED : ANSWERED;
            assertThat(post(id, act, body, hospital).statusCode()).as(act).isEqualTo(404);
        }
        assertThat(post("no-id", "answered", ANSWERED, care).statusCode()).isEqualTo(404);
        HttpRequest unsigned =
                HttpRequest.newBuilder(uri("/api/alerts/" + id + "/answered"))
                        .header("Authorization", care.authorization())
                        .POST(BodyPublishers.ofString(ANSWERED))
                        .build();
        assertThat(client.send(unsigned, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        world.run();
        assertThat(alerts()).containsExactly("open");
        assertThat(world.count("alerts.seen")).isZero();
    }

    @Test
    void whatCannotBeUnderstoodIsSaidFieldByFieldAndNothingIsKept() throws Exception {
        String id = raised();

        HttpResponse<String> empty = post(id, "answered", "{}", care);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(fields(empty)).containsExactly("answer", "at", "by", "reason");
        assertThat(fields(post(id, "acknowledged", "no JSON", care))).containsExactly("body");
        String late = ACKNOWLEDGED.replace("2026-03-02", "2999-03-02");
        assertThat(fields(post(id, "acknowledged", late, care))).containsExactly("at");
        assertThat(world.count("alerts.seen")).isZero();
    }

    @Test
    void theDescriptionNamesEachRouteAndItsExamplesAreTaken() throws Exception {
        JsonNode description = JSON.readTree(get("/api/openapi.json", care).body());
        Set<String> described = new TreeSet<>();
        description
                .path("paths")
                .propertyStream()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method -> described.add(method + " " + path.getKey())));
        assertThat(described).isEqualTo(server.routes());

        for (String act : List.of("acknowledged", "answered")) {
            JsonNode example =
                    description
                            .path("paths")
                            .path("/api/alerts/{id}/" + act)
                            .path("post")
                            .path("requestBody")
                            .path("content")
                            .path("application/json")
                            .path("example");
            ObjectNode then = (ObjectNode) example.deepCopy();
            then.put("at", "2026-03-02T09:30:00Z");
            assertThat(post(raised(), act, then.toString(), care).statusCode()).isEqualTo(201);
        }
    }

    /** An alert; the id under which the council was told. */
    private String raised() {
        return all().getFirst();
    }

    private List<String> all() {
        if (world.count("alerts.alert") == 0) {
            world.with(Northton.staffed()).injury("c1");
            world.run();
        }
        return world.texts(
                """
                SELECT telling_id::text FROM alerts.telling WHERE recipient = 'northton-csc/duty-manager'
                 ORDER BY 1
                """);
    }

    private List<String> alerts() {
        return world.texts("SELECT DISTINCT state FROM alerts.alert ORDER BY 1");
    }

    private List<String> open(String recipient) {
        return world.texts(
                """
                SELECT DISTINCT clock FROM alerts.duty WHERE state IN ('running', 'overdue')
                   AND content -> 'owedBy' @> '["%s"]' ORDER BY 1
                """
                        .formatted(recipient));
    }

    private String state(HttpResponse<String> receipt) throws IOException, InterruptedException {
        String location = receipt.headers().firstValue("Location").orElseThrow();
        return JSON.readTree(get(location, care).body()).path("state").asString();
    }

    private static List<String> fields(HttpResponse<String> problem) {
        return JSON.readTree(problem.body())
                .path("errors")
                .valueStream()
                .map(e -> e.path("field").asString())
                .sorted()
                .toList();
    }

    private SenderCredentials credentials(AgencyId agency) {
        return new Senders(world.database.transactions()).issue(agency);
    }

    private URI uri(String path) {
        return URI.create(server.url() + path);
    }

    private HttpResponse<String> get(String path, SenderCredentials as)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", as.authorization())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String id, String act, String body, SenderCredentials as)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri("/api/alerts/" + id + "/" + act))
                        .header("Authorization", as.authorization())
                        .header("X-Signature", as.signature(body.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
