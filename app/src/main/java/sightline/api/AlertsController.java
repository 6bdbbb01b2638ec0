package sightline.api;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import sightline.alerts.AgencyAlerts;
import sightline.alerts.CallbackKey;
import sightline.database.DatabaseException;
import sightline.feeds.Admitted;
import sightline.feeds.Answer;
import sightline.feeds.Intake;
import sightline.feeds.IntakeBusy;
import sightline.feeds.Receipt;
import sightline.feeds.SenderGate;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * What an agency's own system fetches of what its posts were told, confirms, and says of what
 * somebody there did about it.
 */
@RestController
@ConditionalOnProperty("sightline.data")
final class AlertsController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AgencyAlerts alerts;
    private final CallbackKey key;
    private final Intake intake;
    private final SenderGate gate;
    private final InstantSource clock = InstantSource.system();

    AlertsController(AgencyAlerts alerts, CallbackKey key, Intake intake, SenderGate gate) {
        this.alerts = alerts;
        this.key = key;
        this.intake = intake;
        this.gate = gate;
    }

    /** What nobody at the sender's agency has opened, the oldest first; at most 200. */
    @GetMapping("/api/alerts")
    ResponseEntity<Object> waiting(SenderFilter.SignedIn signedIn) {
        try {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode rows = answer.putArray("alerts");
            for (AgencyAlerts.Waiting waiting : alerts.of(signedIn.getPrincipal().sender())) {
                rows.addObject()
                        .put("id", waiting.id().toString())
                        .put("role", waiting.role())
                        .put("alert", waiting.alert())
                        .put("toldAt", waiting.toldAt().toString())
                        .put("page", "/alerts/" + waiting.alert());
            }
            return ResponseEntity.ok(answer);
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }

    /** The agency's system has put it before a person: it counts as opened. */
    @PostMapping("/api/alerts/{id}/confirmed")
    ResponseEntity<Object> confirmed(
            @PathVariable("id") String id, SenderFilter.SignedIn signedIn) {
        try {
            boolean known =
                    uuid(id).map(u -> alerts.confirm(signedIn.getPrincipal().sender(), u))
                            .orElse(false);
            return known
                    ? ResponseEntity.noContent().build()
                    : ApiProblem.unknownAlert().response();
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }

    /** Somebody at the agency acknowledged it in their own system, and said what happens next. */
    @PostMapping("/api/alerts/{id}/acknowledged")
    ResponseEntity<Object> acknowledged(
            HttpServletRequest request,
            @PathVariable("id") String id,
            SenderFilter.SignedIn signedIn)
            throws IOException {
        return said(request, id, SaidOfAlert.Act.ACKNOWLEDGED, signedIn.getPrincipal());
    }

    /** Somebody at the agency answered it in their own system: that ends the alert. */
    @PostMapping("/api/alerts/{id}/answered")
    ResponseEntity<Object> answered(
            HttpServletRequest request,
            @PathVariable("id") String id,
            SenderFilter.SignedIn signedIn)
            throws IOException {
        return said(request, id, SaidOfAlert.Act.ANSWERED, signedIn.getPrincipal());
    }

    private ResponseEntity<Object> said(
            HttpServletRequest request, String id, SaidOfAlert.Act act, Admitted sender)
            throws IOException {
        try {
            Optional<byte[]> body = BodyLimit.read(request, Intake.MESSAGE_BYTES_MAX);
            if (body.isEmpty()) {
                return answer(
                        intake.refuse(sender.sender(), Intake.MESSAGE_BYTES_MAX + 1L), sender, id);
            }
            if (!sender.hasSigned(signature(request), body.get())) {
                gate.countStranger();
                return ApiProblem.notSignedIn().response();
            }
            Optional<String> alert = uuid(id).flatMap(u -> alerts.told(sender.sender(), u));
            if (alert.isEmpty()) {
                return ApiProblem.unknownAlert().response();
            }
            SaidOfAlert said = SaidOfAlert.read(body.get(), act, clock.instant());
            return said.problems().isEmpty()
                    ? answer(
                            intake.receive(
                                    sender.sender(),
                                    said.message(sender.sender(), id, alert.get())),
                            sender,
                            id)
                    : ApiProblem.notUnderstood(said.problems()).response();
        } catch (IntakeBusy busy) {
            return ApiProblem.tooMany().response();
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }

    /** Kept first, noted afterwards: who is cut off in between says it again. */
    private ResponseEntity<Object> answer(Answer answer, Admitted sender, String id) {
        return switch (answer) {
            case Answer.Kept(var receipt) -> noted(receipt, HttpStatus.CREATED, sender, id);
            case Answer.KeptBefore(var receipt) -> noted(receipt, HttpStatus.OK, sender, id);
            case Answer.Conflicting(var first) -> ApiProblem.answeredBefore(first).response();
            case Answer.TooLarge tooLarge -> ApiProblem.tooLarge(tooLarge).response();
        };
    }

    private ResponseEntity<Object> noted(
            Receipt receipt, HttpStatus status, Admitted sender, String id) {
        alerts.acknowledge(sender.sender(), UUID.fromString(id));
        return ResponseEntity.status(status)
                .location(URI.create(ReceiptJson.path(receipt)))
                .body(ReceiptJson.of(receipt, intake.signed(receipt)));
    }

    private static String signature(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Signature")).orElse("");
    }

    /** The key by which an agency's system knows that a call is this installation's. */
    @GetMapping("/api/callback-key")
    ObjectNode key() {
        return JSON.createObjectNode().put("type", "Ed25519").put("publicKey", key.publicKey());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
