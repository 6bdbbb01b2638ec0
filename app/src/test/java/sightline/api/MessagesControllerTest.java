package sightline.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import sightline.core.kernel.AgencyId;
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
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessagesControllerTest {
    private static final AgencyId POLICE = new AgencyId("westmarsh-police");
    private static final AgencyId SCHOOL = new AgencyId("westmarsh-brook-school");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiServer server = new ApiServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Senders senders = new Senders(server.database().transactions());
    private final SenderCredentials police = credentials(POLICE);
    private final SenderCredentials school = credentials(SCHOOL);

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void answersANewMessageWithAReceiptAndTellsWhatBecameOfIt() throws Exception {
        var answer = post(message("new-1"));

        assertThat(answer.statusCode()).isEqualTo(201);
        var receipt = json(answer);
        assertThat(receipt.path("reads").asString()).isEqualTo("received, not yet read");
        assertThat(receipt.path("id").asString()).isEqualTo("new-1");
        assertThat(receipt.path("sha256").asString()).hasSize(64);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(receipt.path("state").asString());
        assertThat(json(get(location, police)).path("state").asString()).isEqualTo("received");
    }

    @Test
    void signsReceiptsSoThatAnybodyCanVerifyThemForEver() throws Exception {
        var before = json(post(message("signed-1")));
        var stream = json(stream(message("signed-2"))).path("receipt");
        var signing = server.intake().signing();
        signing.make();
        var between = json(post(message("signed-between")));
        assertThat(json(open("/api/receipt-keys")).path(1).has("retired")).isFalse();
        signing.retire(before.path("key").asInt());
        var after = json(post(message("signed-3")));
        var again = json(post(message("signed-1")));

        assertThat(List.of(before, stream, between, after)).allMatch(this::isSigned);
        assertThat(between.path("key")).isEqualTo(before.path("key"));
        assertThat(json(open("/api/receipt-keys")).path(0).path("retired").asString()).isNotEmpty();
        assertThat(again).isEqualTo(before);
        assertThat(after.path("key").asInt()).isEqualTo(before.path("key").asInt() + 1);
        var state = json(get(before.path("state").asString(), police));
        assertThat(state.path("signature")).isEqualTo(before.path("signature"));
        assertThat(isSigned(state)).isTrue();
        ((ObjectNode) after).put("received", before.path("received").asString());
        assertThat(isSigned(after)).isFalse();
    }

    /** As docs/sending-messages.md says it, by the JDK's own signatures. */
    private boolean isSigned(JsonNode receipt) {
        try {
            var lines = new StringBuilder("sightline-receipt-1\n");
            for (var name : List.of("receipt", "sender", "id", "sha256", "received", "key")) {
                lines.append(receipt.path(name).asString("")).append('\n');
            }
            var keys = json(open("/api/receipt-keys"));
            var pem = keys.path(receipt.path("key").asInt() - 1).path("pem").asString();
            var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            signature.update(lines.toString().getBytes(StandardCharsets.UTF_8));
            return signature.verify(
                    Base64.getDecoder().decode(receipt.path("signature").asString()));
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsNobodyElseWhatBecameOfAMessage() throws Exception {
        var location = json(post(message("mine"))).path("state").asString();

        assertThat(get(location, school).statusCode()).isEqualTo(404);
        assertThat(get("/api/messages/nonsense", police).statusCode()).isEqualTo(404);
        assertThat(get("/api/messages/-1", police).statusCode()).isEqualTo(404);
    }

    @Test
    void givesTheSameReceiptToTheSameMessageSentSixtyFourTimesAtOnce() throws Exception {
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> post(message("sixty-four"))));
            }
        }

        var bodies = new HashSet<String>();
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            bodies.add(answer.get().body());
            statuses.add(answer.get().statusCode());
        }
        assertThat(bodies).hasSize(1);
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    }

    @Test
    void refusesOtherContentUnderAUsedId() throws Exception {
        post(message("used"));

        var answer = post("{\"id\":\"used\",\"kind\":\"other\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        var error = json(answer).path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("id");
        assertThat(error.path("fix").asString()).contains("new id");
        assertThat(json(answer).path("receipt").asString()).isNotEmpty();
    }

    @Test
    void acceptsWhatIsNoJsonAndSaysWhy() throws Exception {
        var answer = post("neither json nor xml");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("reads").asString()).isEqualTo("quarantined");
        var state = json(get(json(answer).path("state").asString(), police));
        assertThat(state.path("state").asString()).isEqualTo("quarantined");
        assertThat(state.path("errors").path(0).path("fix").asString()).contains("JSON");
    }

    @Test
    void cannotTellAnUnknownSenderFromAWrongKeyOrAWrongSignature() throws Exception {
        var body = message("stranger");
        var refused =
                List.of(
                        send(request(body)),
                        send(request(body).header("Authorization", "Bearer nonsense")),
                        send(request(body).header("Authorization", "Basic nonsense")),
                        send(request(body).header("Authorization", police.authorization())),
                        send(
                                request(body)
                                        .header("Authorization", police.authorization())
                                        .header("X-Signature", "ed25519=AAAA")),
                        send(
                                request(body)
                                        .header("Authorization", police.authorization())
                                        .header("X-Signature", "ed25519=%%%")),
                        send(
                                request(body)
                                        .header("Authorization", police.authorization())
                                        .header("X-Signature", school.signature(bytes(body)))),
                        send(
                                request(body)
                                        .header("Authorization", police.authorization())
                                        .header("X-Signature", police.signature(bytes("other")))));

        assertThat(refused)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(401);
                    assertThat(type(answer)).isEqualTo("application/problem+json");
                    assertThat(answer.body()).isEqualTo(refused.getFirst().body());
                    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                });
        server.gate().flush();
        assertThat(count("SELECT coalesce(sum(times), 0) FROM feeds.stranger"))
                .isGreaterThanOrEqualTo(8);
        assertThat(count("SELECT count(*) FROM feeds.receipt WHERE message_id = 'stranger'"))
                .isZero();
    }

    @Test
    void refusesAMessageThatIsTooLargeAndRecordsItsSize() throws Exception {
        var large = "{\"id\":\"large\",\"x\":\"" + "y".repeat(1024 * 1024) + "\"}";

        var declared = post(large);
        var streamed =
                send(
                        signed(
                                HttpRequest.newBuilder(URI.create(server.url() + "/api/messages"))
                                        .POST(
                                                BodyPublishers.ofInputStream(() ->
                                                        new java.io.ByteArrayInputStream(
                                                                bytes(large)))),
                                large,
                                police));

        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(json(declared).path("detail").asString()).contains("at most 1048576");
        assertThat(streamed.statusCode()).isEqualTo(413);
        assertThat(
                        count(
                                "SELECT count(*) FROM feeds.refusal WHERE sender = 'westmarsh-police' AND size > 1048576"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void answersAStreamLineByLine() throws Exception {
        post(message("stream-1"));
        var stream =
                String.join(
                        "\n",
                        message("stream-1"),
                        "",
                        message("stream-2"),
                        "no json",
                        "{\"id\":\"stream-2\"}",
                        "{\"id\":\"big\",\"x\":\"" + "y".repeat(1024 * 1024) + "\"}");

        var answer = stream(stream);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo("application/x-ndjson");
        var lines = answer.body().lines().map(JSON::readTree).toList();
        assertThat(lines)
                .extracting(line -> line.path("line").asInt())
                .containsExactly(1, 3, 4, 5, 6);
        assertThat(lines)
                .extracting(line -> line.path("status").asInt())
                .containsExactly(200, 201, 201, 409, 413);
        assertThat(lines.get(2).path("receipt").path("reads").asString()).isEqualTo("quarantined");
    }

    @Test
    void givesTheSameReceiptsToAStreamThatIsSentAgain() throws Exception {
        var stream = new StringBuilder();
        for (var i = 0; i < 1200; i++) {
            stream.append(message("again-" + i)).append('\n');
        }

        var first = receipts(stream(stream.toString()));
        var second = receipts(stream(stream.toString()));

        assertThat(first).hasSize(1200).doesNotHaveDuplicates();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesAnUnsignedStream() throws Exception {
        var answer =
                send(
                        request(message("s-1"), "application/x-ndjson")
                                .header("Authorization", police.authorization()));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void saysWhichTypesItTakes() throws Exception {
        var answer = send(signed(request(message("t-1"), "text/xml"), message("t-1"), police));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("detail").asString()).contains("application/x-ndjson");
    }

    /** What was packed is refused as packed, and not as something else that it is not. */
    @Test
    void saysThatItUnpacksNothing() throws Exception {
        for (String coding : List.of("gzip", "identity, GZip", "no-such")) {
            var answer =
                    send(
                            signed(request(message("z-1")), message("z-1"), police)
                                    .header("Content-Encoding", coding));
            assertThat(answer.statusCode()).as(coding).isEqualTo(415);
            assertThat(type(answer)).isEqualTo("application/problem+json");
            assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
            assertThat(json(answer).path("detail").asString()).contains("without Content-Encoding");
        }
        assertThat(count("SELECT count(*) FROM feeds.receipt WHERE message_id = 'z-1'")).isZero();
        var plain =
                send(
                        signed(request(message("z-1")), message("z-1"), police)
                                .header("Content-Encoding", "identity"));
        assertThat(plain.statusCode()).isEqualTo(201);
        var stranger = send(request(message("z-2")).header("Content-Encoding", "gzip"));
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    @Test
    void letsTwoKeysInDuringARotationAndNeverThree() throws Exception {
        var clinic = new AgencyId("westmarsh-clinic");
        var old = credentials(clinic);
        var fresh = senders.issue(clinic);
        assertThat(post(message("r-1"), old).statusCode()).isEqualTo(201);
        assertThat(post(message("r-2"), fresh).statusCode()).isEqualTo(201);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> senders.issue(clinic))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("End one first");
        for (var key : senders.keys(clinic).subList(0, 2)) {
            assertThat(senders.end(clinic, key.id())).isTrue();
        }

        var restarted = new sightline.feeds.SenderGate(server.database().transactions());
        assertThat(restarted.admit(old.authorization())).isEmpty();
        assertThat(restarted.admit(fresh.authorization()).orElseThrow().sender()).isEqualTo(clinic);
    }

    @Test
    void publishesEveryKindWithItsSchema() throws Exception {
        var listed = json(open("/api/kinds"));

        assertThat(listed.size()).isGreaterThan(80);
        for (var kind : listed) {
            var schema = open(kind.path("schema").asString());
            assertThat(schema.statusCode()).isEqualTo(200);
            assertThat(json(schema).path("properties").path("kind").path("const").asString())
                    .isEqualTo(kind.path("kind").asString());
        }
        assertThat(open("/api/kinds/no-such-kind").statusCode()).isEqualTo(404);
        assertThat(open("/api/kinds/alert-changed").statusCode()).isEqualTo(404);
    }

    @Test
    void hasNoOtherRoutes() throws Exception {
        assertThat(open("/api/anything").statusCode()).isEqualTo(401);
        assertThat(open("/api/messages").statusCode()).isEqualTo(401);
    }

    /** A key that is right is not called wrong, and its owner is counted as no stranger. */
    @Test
    void tellsASenderWhatThereIsNotApartFromWhoIsNotSignedIn() throws Exception {
        long before = count("SELECT coalesce(sum(times), 0) FROM feeds.stranger");

        for (var address : List.of("/api/anything", "/api/messages", "/api/checks/1/2")) {
            var answer = get(address, police);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(json(answer).path("detail").asString()).contains("/api/openapi.json");
        }

        assertThat(count("SELECT coalesce(sum(times), 0) FROM feeds.stranger")).isEqualTo(before);
    }

    private SenderCredentials credentials(AgencyId agency) {
        senders.register(Sender.of(agency, LocalDate.of(2026, 1, 1), Duration.ofHours(1)));
        return senders.issue(agency);
    }

    private long count(String sql) {
        return server.database().owner().sql(sql).query(Long.class).single();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(body, police);
    }

    private HttpResponse<String> post(String body, SenderCredentials as)
            throws IOException, InterruptedException {
        return send(signed(request(body), body, as));
    }

    private HttpResponse<String> stream(String body) throws IOException, InterruptedException {
        return send(signed(request(body, "application/x-ndjson"), body, police));
    }

    private HttpResponse<String> get(String path, SenderCredentials as)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header("Authorization", as.authorization()));
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)));
    }

    private HttpRequest.Builder request(String body) {
        return request(body, "application/json");
    }

    private HttpRequest.Builder request(String body, String type) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/messages"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(bytes(body)));
    }

    private static HttpRequest.Builder signed(
            HttpRequest.Builder request, String body, SenderCredentials as) {
        if (request.copy().GET().build().headers().firstValue("Content-Type").isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.header("Authorization", as.authorization())
                .header("X-Signature", as.signature(bytes(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> receipts(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .map(line -> JSON.readTree(line).path("receipt").path("receipt").asString())
                .toList();
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String message(String id) {
        return "{\"sender\":\"westmarsh-police\",\"id\":\"" + id + "\",\"kind\":\"note\"}";
    }
}
