package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import sightline.api.ApiServer;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.screening.Catalogue;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteLimits;
import sightline.database.JobName;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.BreakerLimits;
import sightline.feeds.FeedHealths;
import sightline.feeds.Pauses;
import sightline.feeds.Sender;
import sightline.feeds.SenderCredentials;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;
import sightline.pipeline.Pipeline;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;
import sightline.upkeep.SiteWatch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Everything that a sender can do wrong, through HTTP and the pipeline: a clear answer that says
 * what to do, and nothing lost that was acknowledged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputStoryTest {
    private static final AgencyId SCHOOL = new AgencyId("westmarsh-brook-school");
    private static final AgencyId POLICE = new AgencyId("westmarsh-police");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CHILD =
            "{'role':'child','localId':'S-1','names':[{'given':['Rowan'],'family':'Ashdown'}],"
                    + "'dateOfBirth':'2018-08-01'}";

    private final ApiServer server = new ApiServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Senders senders = new Senders(server.database().transactions());
    private final PostgresDirectory directory =
            new PostgresDirectory(server.database().transactions());
    private final SenderCredentials school = register(SCHOOL);
    private final SenderCredentials police = register(POLICE);
    private final Pipeline pipeline = pipeline();

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void malformedJsonIsKeptAndAnsweredWithWhatToSend() throws Exception {
        var state = afterReading(post("{\"kind\":\"concern\",", school));

        assertThat(state.path("state").asString()).isEqualTo("quarantined");
        assertThat(fixes(state)).anyMatch(fix -> fix.contains("one JSON object"));
    }

    @Test
    void anUnknownKindIsAnsweredWithWhereTheKindsAre() throws Exception {
        var state = afterReading(post(concern("kind-1").replace("concern", "worry"), school));

        assertThat(fixes(state)).contains("send one of the kinds at /api/kinds");
    }

    @Test
    void whoNamesAnotherAsItsSenderIsToldToSendAsItself() throws Exception {
        var state =
                afterReading(post(concern("as-police").replace("brook-school", "police"), school));

        assertThat(state.path("state").asString()).isEqualTo("quarantined");
        assertThat(fixes(state)).contains("send as yourself");
    }

    @Test
    void strangersWrongTokensAndWrongSignaturesAllGetTheSameAnswerThatSaysWhatToSend()
            throws Exception {
        var body = concern("stranger");
        var answers =
                List.of(
                        send(request(body)),
                        send(request(body).header("Authorization", "Bearer slk_nobody")),
                        send(request(body).header("Authorization", school.authorization())),
                        send(
                                request(body)
                                        .header("Authorization", school.authorization())
                                        .header("X-Signature", police.signature(bytes(body)))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(answers.stream().map(HttpResponse::body).distinct())
                .singleElement()
                .asString()
                .contains("Authorization", "X-Signature");
    }

    @Test
    void aWrongCheckDigitIsSetAsideAndNotedAndTheRestIsRead() throws Exception {
        var wrong =
                CHILD.replace("'S-1'", "'S-2'")
                        .replace("}],", "}],'identifiers':[{'type':'nhs','value':'9990012378'}],");
        var state = afterReading(post(concern("digit", wrong), school));

        assertThat(state.path("state").asString()).isEqualTo("read");
        assertThat(state.path("notes").toString()).contains("check");
    }

    @Test
    void impossibleAndFutureDatesAreNamedFieldByField() throws Exception {
        var impossible =
                afterReading(post(concern("when-1").replace("2026-03-02", "2026-13-40"), school));
        var future =
                afterReading(
                        post(
                                concern("when-2")
                                        .replace("'when':'2026-03-02'", "'when':'2090-01-01'"),
                                school));
        var born =
                afterReading(
                        post(concern("when-3", CHILD.replace("2018-08-01", "2018-02-30")), school));

        assertThat(fields(impossible)).contains("when");
        assertThat(fields(future)).contains("when");
        assertThat(fields(born)).anyMatch(field -> field.contains("dateOfBirth"));
        assertThat(List.of(impossible, future, born))
                .allSatisfy(state -> assertThat(fixes(state)).isNotEmpty().doesNotContain(""));
    }

    @Test
    void aBodyOverOneMebibyteIsRefusedWithItsSizeAndListedToItsSender() throws Exception {
        var answer = post("{\"id\":\"big\",\"words\":\"" + "x".repeat(1 << 20) + "\"}", school);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("detail").asString()).contains("1048576");
        var listed = json(get("/api/refused", school)).path("tooLarge").path(0);
        assertThat(listed.path("bytes").asLong()).isGreaterThan(1 << 20);
        assertThat(listed.path("fix").asString()).contains("1 MiB");
        assertThat(json(get("/api/refused", police)).path("tooLarge")).isEmpty();
    }

    @Test
    void aSenderThatAssertsAnotherAgencysKindIsToldWhoseItIs() throws Exception {
        var state =
                afterReading(
                        post(
                                concern("conviction")
                                        .replace("'kind':'concern'", "'kind':'conviction'"),
                                school));

        assertThat(state.path("state").asString()).isEqualTo("quarantined");
        assertThat(fields(state)).containsExactly("kind");
        assertThat(fixes(state)).allMatch(fix -> fix.startsWith("leave it to"));
        assertThat(count("facts.fact WHERE kind = 'conviction'")).isZero();
    }

    @Test
    void otherContentUnderAUsedIdIsRefusedKeptAndListedToBothSides() throws Exception {
        var first = post(concern("used"), school);
        var other = post(concern("used").replace("hunger", "cold"), school);

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).path("errors").path(0).path("fix").asString()).contains("new id");
        var listed = json(get("/api/refused", school)).path("conflicts").path(0);
        assertThat(listed.path("id").asString()).isEqualTo("used");
        assertThat(listed.path("receipt")).isEqualTo(json(first).path("receipt"));
        assertThat(listed.path("keptSha256")).isEqualTo(json(first).path("sha256"));
        assertThat(json(get("/api/refused", police)).path("conflicts")).isEmpty();
        assertThat(afterReading(first).path("state").asString()).isEqualTo("read");
    }

    @Test
    void aPersonWithNoUsableDetailIsAnsweredWithWhatToName() throws Exception {
        var person =
                concern("nobody", "{'role':'subject'}")
                        .replace("'kind':'concern'", "'kind':'person'");
        var nobody = afterReading(post(person, school));
        var beside = afterReading(post(concern("beside", CHILD + ",{'role':'friend'}"), school));

        assertThat(nobody.path("state").asString()).isEqualTo("quarantined");
        assertThat(fields(nobody)).containsExactly("people");
        assertThat(fixes(nobody)).containsExactly("send a name, a date of birth or an identifier");
        assertThat(beside.path("state").asString()).isEqualTo("read");
        assertThat(beside.path("notes").toString())
                .contains("people[1] has no usable detail", "Send a localId");
    }

    @Test
    void aMessageAboutSomebodyNotYetKnownIsReadAndJoinedWhenTheyAre() throws Exception {
        var unknown =
                afterReading(post(concern("early", "{'role':'child','localId':'S-77'}"), school));
        assertThat(unknown.path("state").asString()).isEqualTo("read");

        var known = afterReading(post(concern("late", CHILD.replace("S-1", "S-77")), school));

        assertThat(known.path("state").asString()).isEqualTo("read");
        assertThat(count("identity.record WHERE local_id = 'S-77'")).isEqualTo(1);
    }

    @Test
    void messagesOutOfOrderLeaveNoGapOnceAllHaveCome() throws Exception {
        for (var number : List.of(3, 1, 2)) {
            var numbered =
                    concern("order-" + number)
                            .replace("brook-school", "police")
                            .replace("'kind'", "'number':" + number + ",'kind'");
            assertThat(afterReading(post(numbered, police)).path("state").asString())
                    .isEqualTo("read");
        }

        assertThat(missing(POLICE)).isZero();
    }

    @Test
    void aCorrectionThatComesBeforeWhatItCorrectsIsRead() throws Exception {
        var correction =
                afterReading(
                        post(
                                concern("second").replace("'kind'", "'corrects':'first','kind'"),
                                school));
        var corrected = afterReading(post(concern("first"), school));

        assertThat(List.of(correction, corrected))
                .extracting(state -> state.path("state").asString())
                .containsOnly("read");
    }

    @Test
    void theSameMessageSixtyFourTimesAtOnceIsOneFactWithOneReceipt() throws Exception {
        var body = concern("sixty-four");
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> post(body, school)));
            }
        }
        var receipts = new ArrayList<String>();
        for (var answer : answers) {
            receipts.add(answer.get().body());
        }
        run();

        assertThat(receipts.stream().distinct()).hasSize(1);
        assertThat(count("feeds.receipt WHERE message_id = 'sixty-four'")).isEqualTo(1);
        assertThat(count("feeds.receipt WHERE message_id = 'sixty-four' AND state = 'read'"))
                .isEqualTo(1);
    }

    @Test
    void aLostNumberIsShownAndOwedUntilItComes() throws Exception {
        for (var number : List.of(1, 3)) {
            post(
                    concern("lost-" + number).replace("'kind'", "'number':" + number + ",'kind'"),
                    school);
        }
        run();
        assertThat(missing(SCHOOL)).isEqualTo(1);
        assertThat(owed()).anyMatch(d -> d.words().equals("1 message is missing: 2."));

        post(concern("lost-2").replace("'kind'", "'number':2,'kind'"), school);
        run();

        assertThat(missing(SCHOOL)).isZero();
        assertThat(owed()).noneMatch(d -> d.words().contains("missing"));
    }

    @Test
    void everythingThatWasAcknowledgedIsFoundReadOrInQuarantine() throws Exception {
        for (var body : List.of("nonsense", "[]", "{}", concern("kept"), concern("kept-2", "{}"))) {
            assertThat(post(body, school).statusCode()).isIn(200, 201);
        }
        run();

        assertThat(count("feeds.receipt WHERE state NOT IN ('read', 'quarantined')")).isZero();
        assertThat(
                        count(
                                "feeds.receipt r WHERE NOT EXISTS"
                                        + " (SELECT FROM feeds.raw_message m WHERE m.receipt_id = r.receipt_id)"))
                .isZero();
    }

    private List<OpenSiteDuty> owed() {
        var transactions = server.database().transactions();
        new SiteWatch(
                        transactions,
                        new FeedHealths(),
                        new Pauses(transactions, BreakerLimits.DEFAULT),
                        directory::now,
                        new SiteClocks(SiteLimits.DEFAULT))
                .look(InstantSource.system().instant());
        return transactions.asJob(JobName.WATCH, SiteDuties::open);
    }

    private long missing(AgencyId sender) {
        return server.database()
                .transactions()
                .asJob(JobName.WATCH, sql -> new FeedHealths().of(sql, sender))
                .orElseThrow()
                .missing();
    }

    private JsonNode afterReading(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        run();
        return json(
                get("/api/messages/" + json(answer).path("receipt").asString(), school, police));
    }

    private void run() {
        var more = true;
        while (more) {
            var batch = pipeline.run();
            more = batch.messages() > 0 || batch.full();
        }
    }

    private Pipeline pipeline() {
        var area = new AreaId("westmarsh");
        directory.replace(
                new DirectoryBuilder()
                        .add(new Area(area, "Westmarsh", Nation.ENGLAND))
                        .add(new Agency(SCHOOL, "Brook School", AgencyType.SCHOOL, area))
                        .add(new Agency(POLICE, "Police", AgencyType.POLICE, area))
                        .entries());
        var facts = new Facts(server.secrets());
        return new Pipeline(
                server.database().transactions(),
                new Unread(server.secrets()),
                facts,
                new Identities(server.secrets(), facts),
                directory::now,
                new Derivation(Catalogue.screening(), Clocks.shipped()),
                InstantSource.system());
    }

    private SenderCredentials register(AgencyId sender) {
        senders.register(Sender.of(sender, LocalDate.of(2026, 1, 1), Duration.ofDays(300)));
        return senders.issue(sender);
    }

    private static String concern(String id) {
        return concern(id, CHILD);
    }

    private static String concern(String id, String person) {
        return ("{'sender':'westmarsh-brook-school','id':'%s','kind':'concern',"
                        + "'sentAt':'2026-03-02T09:30:00Z','when':'2026-03-02','people':[%s],"
                        + "'body':{'topic':'hunger'}}")
                .formatted(id, person);
    }

    private HttpResponse<String> post(String body, SenderCredentials as)
            throws IOException, InterruptedException {
        return send(
                request(body)
                        .header("Authorization", as.authorization())
                        .header("X-Signature", as.signature(bytes(body))));
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/messages"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes(body)));
    }

    /** As the first of these to whom it is told. */
    private HttpResponse<String> get(String path, SenderCredentials... as)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = null;
        for (var who : as) {
            answer =
                    send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .header("Authorization", who.authorization()));
            if (answer.statusCode() == 200) {
                return answer;
            }
        }
        throw new AssertionError("nobody was told: " + answer);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private long count(String table) {
        return server.database()
                .owner()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private static List<String> fixes(JsonNode state) {
        return state.path("errors").valueStream().map(e -> e.path("fix").asString("")).toList();
    }

    private static List<String> fields(JsonNode state) {
        return state.path("errors").valueStream().map(e -> e.path("field").asString("")).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
