package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.directory.ContactRoute;
import sightline.core.directory.ContactRoute.Channel;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Leave;
import sightline.core.directory.Rota;
import sightline.core.directory.StaffId;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Sensitive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is sent about an alert, by which way, and what becomes of it when a receiver fails. */
final class CourierTest {
    private static final Duration WAIT = Duration.ofMillis(400);
    private static final String SUNDAY_NIGHT = "2026-03-08T03:00:00Z";

    private Northton world = new Northton("2026-03-02T10:00:00Z");
    private final Sinks.Mail mail = new Sinks.Mail(Sinks.Manner.TAKES);
    private final Sinks.Web callback = new Sinks.Web();
    private final Sinks.Web texts = new Sinks.Web();
    private final CallbackKey key = CallbackKey.of(world.secrets);

    @AfterEach
    void close() {
        mail.close();
        callback.close();
        texts.close();
        world.close();
    }

    @Test
    void aReferenceGoesOutByEachWayAndNothingElse() {
        raised(
                Northton.staffed()
                        .add(route(Northton.DUTY, Channel.EMAIL, "dana@council.example"))
                        .add(route(Northton.DUTY, Channel.CALLBACK, callback.address()))
                        .add(route(Northton.DUTY, Channel.SMS, "+441632960001")));

        courier().run();

        List<String> everything = new ArrayList<>(mail.messages());
        everything.addAll(callback.bodies().values());
        everything.addAll(texts.bodies().values());
        assertThat(mail.messages()).isNotEmpty();
        assertThat(callback.bodies()).isNotEmpty();
        assertThat(texts.bodies()).isNotEmpty();
        assertThat(everything)
                .allMatch(m -> m.contains("SL-"))
                .noneMatch(m -> m.contains("Robin") || m.contains("Vale"))
                .noneMatch(m -> m.contains("AL-") || m.contains("ALR") || m.contains("c1"));
        assertThat(texts.bodies().values()).allMatch(m -> m.contains("+441632960001"));
        assertThat(attempts()).containsOnly("sent");
        world.run();
        assertThat(world.count("facts.fact WHERE kind = 'delivery'"))
                .isEqualTo(world.count("alerts.delivery"));
        assertThat(courier().run()).isZero();
    }

    @Test
    void aCallIsSignedSoThatTheAgencysSystemKnowsWhoseItIs() {
        raised(Northton.staffed().add(route(Northton.DUTY, Channel.CALLBACK, callback.address())));
        courier().run();

        byte[] signature = Base64.getDecoder().decode(callback.header("X-signature"));
        byte[] publicKey = Base64.getDecoder().decode(key.publicKey());
        byte[] body =
                Objects.requireNonNull(callback.bodies().get(callback.calls().getLast()))
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(Ed25519.verify(signature, 0, publicKey, 0, body, 0, body.length)).isTrue();
        body[5]++;
        assertThat(Ed25519.verify(signature, 0, publicKey, 0, body, 0, body.length)).isFalse();
    }

    @Test
    void aReceiverThatIsDownIsTriedAgainAfterAPause() {
        callback.answers(503);
        raised(Northton.staffed().add(route(Northton.DUTY, Channel.CALLBACK, callback.address())));
        courier().run();
        assertThat(attempts()).containsOnly("failed");
        assertThat(courier().run()).isZero();

        callback.answers(204);
        world.clock.moveTo(world.clock.instant().plusSeconds(5));
        courier().run();

        assertThat(attempts()).contains("failed", "sent");
        assertThat(world.count("alerts.delivery WHERE state <> 'sent'")).isZero();
        assertThat(new HashSet<>(callback.calls())).hasSameSizeAs(callback.bodies().keySet());
    }

    @Test
    void aReceiverThatDoesNotAnswerHoldsUpNobodyForLong() {
        mail.now(Sinks.Manner.SILENT);
        raised(
                Northton.staffed()
                        .add(route(Northton.DUTY, Channel.EMAIL, "dana@council.example"))
                        .add(route(Northton.DUTY, Channel.CALLBACK, callback.address())));

        courier().run();

        assertThat(attempts()).containsOnly("failed", "sent");
        assertThat(callback.bodies()).isNotEmpty();
        mail.now(Sinks.Manner.TAKES);
        world.clock.moveTo(world.clock.instant().plusSeconds(5));
        courier().run();
        assertThat(mail.messages()).isNotEmpty();
    }

    @Test
    void whatIsRefusedInEveryWayIsTheNamedLeads() {
        mail.now(Sinks.Manner.REFUSES);
        raised(Northton.staffed().add(route(Northton.DUTY, Channel.EMAIL, "gone@council.example")));
        courier().run();
        assertThat(attempts()).containsOnly("refused");

        world.run();

        assertThat(world.count("facts.fact WHERE kind = 'alert-undeliverable'")).isPositive();
        assertThat(owed("alert.deliver")).containsExactly("northton-csc/area-lead");
        assertThat(world.count("alerts.telling WHERE manner = 'in-place'")).isPositive();
    }

    @Test
    void whatASenderLeavesWhenItIsKilledIsSentAgainUnderTheSameId() {
        raised(Northton.staffed().add(route(Northton.DUTY, Channel.CALLBACK, callback.address())));
        long all = world.count("alerts.delivery");
        // It was claimed and sent, and its process was killed before it could say so.
        world.database
                .owner()
                .sql("UPDATE alerts.delivery SET tries = 1, claimed_until = '2026-03-02T10:02:00Z'")
                .update();
        for (String id : world.texts("SELECT delivery_id::text FROM alerts.delivery")) {
            Carrier.Parcel parcel =
                    new Carrier.Parcel(UUID.fromString(id), Sensitive.of(callback.address()), true);
            assertThat(Objects.requireNonNull(carriers().get(Channel.CALLBACK)).carry(parcel))
                    .isEqualTo(Carrier.Outcome.SENT);
        }
        assertThat(courier().run()).isZero();

        world.clock.moveTo(world.clock.instant().plus(Duration.ofMinutes(3)));
        courier().run();

        assertThat(callback.calls()).hasSize((int) (2 * all));
        assertThat(callback.bodies()).hasSize((int) all);
        assertThat(world.count("alerts.delivery WHERE state = 'sent'")).isEqualTo(all);
    }

    @Test
    void severalCouriersSendEachOnce() throws Exception {
        world.with(
                Northton.staffed().add(route(Northton.DUTY, Channel.CALLBACK, callback.address())));
        for (int i = 2; i < 22; i++) {
            world.injury("c" + i);
        }
        world.run();
        List<Future<Integer>> sent = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                sent.add(pool.submit(this::drain));
            }
        }
        int total = 0;
        for (Future<Integer> each : sent) {
            total += each.get();
        }

        assertThat(total).isEqualTo((int) world.count("alerts.delivery")).isPositive();
        assertThat(callback.calls()).doesNotHaveDuplicates().hasSize(total);
    }

    @Test
    void atThreeOnASundayMorningTheRotasHolderIsTextedAndRung() {
        night(rota(Northton.staffed()));

        courier().run();

        assertThat(texts.bodies().values()).isNotEmpty().allMatch(m -> m.contains("+441632960002"));
        assertThat(owed("alert.ring")).containsExactly("northton-csc/alert-desk");
        assertThat(
                        world.texts(
                                "SELECT DISTINCT to_char(due_at AT TIME ZONE 'UTC', 'Dy HH24:MI')"
                                        + " FROM alerts.duty WHERE clock = 'alert.open'"))
                .containsExactly("Sun 05:00");
    }

    @Test
    void whereTheRotasHolderIsAwayTheLeadIsTextedAndThenTheLadderIsClimbed() {
        night(
                rota(Northton.staffed())
                        .add(new Leave(new StaffId("oli"), Period.always()))
                        .add(route(Northton.LEAD, Channel.SMS, "+441632960003")));

        courier().run();

        assertThat(texts.bodies().values()).isNotEmpty().allMatch(m -> m.contains("+441632960003"));
        assertThat(owed("alert.deliver")).containsExactly("northton-csc/area-lead");

        world.pass(Duration.ofHours(4));

        assertThat(
                        world.texts(
                                """
                                SELECT DISTINCT t.recipient FROM alerts.told t JOIN alerts.duty d
                                    ON d.subject = t.subject AND d.key = t.reference
                                 WHERE t.what = 'rung' AND d.clock = 'alert.deliver'
                                """))
                .contains(
                        "northton-csc/director",
                        "northton-partnership/partnership-lead",
                        "northton-hospital/safeguarding-lead");
    }

    @Test
    void anAgencysSystemFetchesAndConfirmsForItsOwnAgencyOnly() {
        raised(Northton.staffed());
        var alerts = new AgencyAlerts(world.database.transactions());
        List<AgencyAlerts.Waiting> waiting = alerts.of(Northton.HOSPITAL);
        assertThat(waiting).isNotEmpty().allMatch(w -> w.role().equals("paediatrician-on-call"));

        UUID id = waiting.getFirst().id();
        assertThat(alerts.confirm(Northton.CARE, id)).isFalse();
        waiting.forEach(w -> assertThat(alerts.confirm(Northton.HOSPITAL, w.id())).isTrue());
        assertThat(alerts.confirm(Northton.HOSPITAL, id)).isTrue();
        world.run();

        assertThat(alerts.of(Northton.HOSPITAL)).isEmpty();
        assertThat(owed("alert.open")).containsExactly("northton-csc/duty-manager");
        assertThat(owed("alert.ack")).contains("northton-hospital/paediatrician-on-call");
    }

    private void raised(DirectoryBuilder directory) {
        world.with(directory).injury("c1");
        world.run();
    }

    private void night(DirectoryBuilder directory) {
        world.close();
        world = new Northton(SUNDAY_NIGHT);
        raised(directory);
    }

    private static DirectoryBuilder rota(DirectoryBuilder builder) {
        return builder.add(Rota.always(Northton.DUTY, Northton.NIGHT))
                .add(route(Northton.DUTY, Channel.SMS, "+441632960001"))
                .add(route(Northton.NIGHT, Channel.SMS, "+441632960002"))
                .add(route(Northton.NIGHT, Channel.PHONE, "+441632960002"));
    }

    private static ContactRoute route(PostId post, Channel channel, String address) {
        return new ContactRoute(post, channel, Sensitive.of(address), Period.always());
    }

    private Courier courier() {
        return new Courier(
                world.database.transactions(), world.directory::now, carriers(), world.clock);
    }

    private Map<Channel, Carrier> carriers() {
        Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
        carriers.put(
                Channel.EMAIL,
                new EmailCarrier(
                        new EmailCarrier.Server(
                                "localhost",
                                mail.port(),
                                "sightline@northton.example",
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                WAIT),
                        "https://sightline.example"));
        carriers.put(Channel.CALLBACK, HttpCarrier.callbackOnThisMachine(key, WAIT));
        carriers.put(
                Channel.SMS,
                HttpCarrier.text(URI.create(texts.address()), Sensitive.of("key"), WAIT));
        return carriers;
    }

    private int drain() {
        Courier own = courier();
        int all = 0;
        for (int sent = own.run(); sent > 0; sent = own.run()) {
            all += sent;
        }
        return all;
    }

    private List<String> attempts() {
        return world.texts("SELECT outcome FROM alerts.attempt");
    }

    private List<String> owed(String clock) {
        return world.texts(
                """
                SELECT DISTINCT jsonb_array_elements_text(content -> 'owedBy') FROM alerts.duty
                 WHERE clock = '%s' AND state IN ('running', 'overdue') ORDER BY 1
                """
                        .formatted(clock));
    }
}
