package sightline.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import sightline.alerts.AgencyAlerts;
import sightline.alerts.CallbackKey;
import sightline.database.DatabaseException;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.UUID;

/** What an agency's own system fetches of what its posts were told, and confirms. */
@RestController
@ConditionalOnProperty("sightline.data")
final class AlertsController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AgencyAlerts alerts;
    private final CallbackKey key;

    AlertsController(AgencyAlerts alerts, CallbackKey key) {
        this.alerts = alerts;
        this.key = key;
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
