package sightline.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Kinds;
import sightline.facts.wire.Schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Publishes what may be sent. */
@RestController
final class KindsController {
    private static final MediaType SCHEMA = new MediaType("application", "schema+json");

    /**
     * One kind.
     *
     * @param senders the types of agency that may send it; none means any
     */
    record Listed(String kind, String schema, List<String> senders) {}

    /** All kinds, with the address of each one's schema. */
    @GetMapping("/api/kinds")
    List<Listed> kinds() {
        var listed = new ArrayList<Listed>();
        listed.add(new Listed(HeartbeatSchema.KIND, path(HeartbeatSchema.KIND), List.of()));
        for (var kind : Kinds.all()) {
            if (isSent(kind)) {
                var senders = kind.senders().stream().map(AgencyType::slug).sorted().toList();
                listed.add(new Listed(kind.slug(), path(kind.slug()), senders));
            }
        }
        return listed;
    }

    /** The JSON Schema (draft 2020-12) of a whole message of one kind. */
    @GetMapping("/api/kinds/{kind}")
    ResponseEntity<Object> schema(@PathVariable("kind") String kind) {
        if (kind.equals(HeartbeatSchema.KIND)) {
            return ResponseEntity.ok().contentType(SCHEMA).body(HeartbeatSchema.JSON);
        }
        return Kinds.named(kind)
                .filter(KindsController::isSent)
                .map(known ->
                        ResponseEntity.ok()
                                .contentType(SCHEMA)
                                .<Object>body(Schemas.of(known).toString()))
                .orElseGet(() -> ApiProblem.unknownKind().response());
    }

    /** What Sightline itself records is no message of anybody's. */
    private static boolean isSent(Kinds.Kind kind) {
        return !kind.senders().equals(Set.of(AgencyType.SIGHTLINE));
    }

    private static String path(String kind) {
        return "/api/kinds/" + kind;
    }
}
