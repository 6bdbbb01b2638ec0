package sightline.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryEntries;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.directory.PostgresDirectory;
import sightline.feeds.Sender;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Checks over HTTP, as an agency's system sends them. Nobody here has sent a heartbeat. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChecksControllerTest {
    private static final AgencyId HOMES = new AgencyId("westmarsh-homes");
    private static final AgencyId HOSPITAL = new AgencyId("westmarsh-hospital");
    private static final AreaId WESTMARSH = new AreaId("westmarsh");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiServer server = new ApiServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Senders senders = new Senders(server.database().transactions());
    private SenderCredentials homes;
    private SenderCredentials hospital;
    private int sent;

    @BeforeAll
    void agencies() {
        new PostgresDirectory(server.database().transactions()).replace(entries());
        homes = credentials(HOMES);
        hospital = credentials(HOSPITAL);
    }

    private static DirectoryEntries entries() {
        return new sightline.core.directory.DirectoryBuilder()
                .add(new Area(WESTMARSH, "Westmarsh", Nation.ENGLAND))
                .add(new Agency(HOMES, "Westmarsh Homes", AgencyType.HOUSING, WESTMARSH))
                .add(new Agency(HOSPITAL, "Westmarsh Hospital", AgencyType.HOSPITAL, WESTMARSH))
                .entries();
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void theExampleOfTheDescriptionIsAnswered() throws Exception {
        HttpResponse<String> answer = post("/api/checks", example("/api/checks").toString(), homes);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode said = JSON.readTree(answer.body());
        assertThat(said.path("answer").asString()).isEqualTo("could-not-check");
        assertThat(said.has("outcome") || said.has("explanation")).isFalse();
        assertThat(said.path("coverage").size()).isEqualTo(7);
        assertThat(said.path("ring").path("telephone").asString()).isNotBlank();
        String number = said.path("check").asString();
        assertThat(JSON.readTree(get("/api/checks/" + number, homes).body())).isEqualTo(said);
        assertThat(get("/api/checks/" + number, hospital).statusCode()).isEqualTo(404);
    }

    @Test
    void theSameCheckIsAnsweredOnceAndAnotherUnderItsIdIsRefused() throws Exception {
        ObjectNode check = check("WH-1");

        String first = post("/api/checks", check.toString(), homes).body();
        String again = post("/api/checks", check.toString(), homes).body();
        ((ObjectNode) check.path("message").path("body")).put("reference", "WH-2");
        HttpResponse<String> other = post("/api/checks", check.toString(), homes);

        assertThat(again).isEqualTo(first);
        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void whatCannotBeUnderstoodIsSaidFieldByFieldAndNothingIsKept() throws Exception {
        long before = kept();

        assertThat(fields("no JSON")).containsExactly("body");
        assertThat(fields("[]")).containsExactly("body");
        assertThat(fields("{}")).containsExactly("message", "reference");
        ObjectNode more = check("WH-3");
        more.put("score", 1);
        assertThat(fields(more.toString())).containsExactly("body");
        assertThat(fields(check("").toString())).containsExactly("reference");
        ObjectNode nameAlone = check("WH-4");
        ((ObjectNode) nameAlone.path("message").path("people").path(0)).remove("dateOfBirth");
        assertThat(fields(nameAlone.toString())).containsExactly("message.people[0]");
        ObjectNode hostile = check("WH-5");
        ((ObjectNode) hostile.path("message")).put("kind", "conviction");
        assertThat(post("/api/checks", hostile.toString(), homes).statusCode()).isEqualTo(400);
        ObjectNode list = check("WH-6");
        var people = (tools.jackson.databind.node.ArrayNode) list.path("message").path("people");
        for (int i = 0; i < 30; i++) {
            people.addObject()
                    .put("role", "occupant")
                    .put("localId", "p" + i)
                    .put("dateOfBirth", "1990-01-01")
                    .putArray("names")
                    .addObject()
                    .put("given", "Ida")
                    .put("family", "Orr");
        }
        assertThat(fields(list.toString())).containsExactly("message.people");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void nobodyAsksWithoutAKeyOrASignature() throws Exception {
        HttpRequest unsigned =
                HttpRequest.newBuilder(uri("/api/checks"))
                        .header("Authorization", homes.authorization())
                        .POST(BodyPublishers.ofString(check("WH-7").toString()))
                        .build();
        HttpRequest stranger =
                HttpRequest.newBuilder(uri("/api/checks"))
                        .POST(BodyPublishers.ofString(check("WH-8").toString()))
                        .build();

        for (HttpRequest request : List.of(unsigned, stranger)) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void integratorsGetEveryAnswerThatTheirTouchpointGives() throws Exception {
        for (String answer : List.of("carry-on", "carry-on-ring", "could-not-check")) {
            HttpResponse<String> said =
                    post("/api/checks/simulated/" + answer, check("WH-9").toString(), homes);
            assertThat(said.statusCode()).isEqualTo(200);
            JsonNode body = JSON.readTree(said.body());
            assertThat(body.path("simulated").asBoolean()).isTrue();
            assertThat(body.path("answer").asString()).isEqualTo(answer);
        }
        assertThat(
                        post("/api/checks/simulated/alert-raised", check("WH-9").toString(), homes)
                                .statusCode())
                .isEqualTo(404);
        assertThat(fields("/api/checks/simulated/carry-on", "{}"))
                .containsExactly("message", "reference");
    }

    private ObjectNode check(String reference) {
        ObjectNode check = (ObjectNode) example("/api/checks").deepCopy();
        check.put("reference", reference);
        ((ObjectNode) check.path("message")).put("id", "check-" + ++sent);
        return check;
    }

    private JsonNode example(String path) {
        try {
            return JSON.readTree(get("/api/openapi.json", homes).body())
                    .path("paths")
                    .path(path)
                    .path("post")
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("example");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> fields(String body) throws IOException, InterruptedException {
        return fields("/api/checks", body);
    }

    private List<String> fields(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, body, homes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return JSON.readTree(answer.body())
                .path("errors")
                .valueStream()
                .map(e -> e.path("field").asString())
                .sorted()
                .toList();
    }

    private long kept() {
        return server.database()
                .owner()
                .sql("SELECT count(*) FROM feeds.receipt")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> post(String path, String body, SenderCredentials as)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", as.authorization())
                        .header("X-Signature", as.signature(body.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, SenderCredentials as)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", as.authorization())
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(server.url() + path);
    }

    private SenderCredentials credentials(AgencyId sender) {
        senders.register(Sender.of(sender, LocalDate.of(2020, 1, 1), Duration.ofHours(1)));
        return senders.issue(sender);
    }
}
