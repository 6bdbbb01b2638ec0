package sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import sightline.database.DatabaseException;
import sightline.feeds.Refusals;
import sightline.feeds.Refused;

import java.util.List;

/** Tells a sender what it sent and was not taken as it meant it. */
@RestController
@ConditionalOnProperty("sightline.data")
final class RefusedController {
    private final Refusals refusals;

    RefusedController(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Other content under a used id.
     *
     * @param receipt of the message that stands
     * @param fix what to do
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ConflictJson(
            long number,
            String receipt,
            String id,
            String keptSha256,
            String refusedSha256,
            String since,
            String last,
            long times,
            String fix) {
        static ConflictJson of(Refused.Conflict conflict) {
            return new ConflictJson(
                    conflict.number(),
                    conflict.first().toString(),
                    conflict.message().map(id -> id.value()).orElse(""),
                    conflict.firstSha256().orElse(""),
                    conflict.sha256(),
                    conflict.since().toString(),
                    conflict.last().toString(),
                    conflict.times(),
                    "if it was meant to replace the other, send it under a new id that names the"
                            + " other one in 'corrects'");
        }
    }

    /** A message that was refused for its size. */
    record TooLargeJson(long number, long bytes, String at, String fix) {
        static TooLargeJson of(Refused.TooLarge refused) {
            return new TooLargeJson(
                    refused.number(),
                    refused.size(),
                    refused.at().toString(),
                    "send it in messages of at most 1 MiB");
        }
    }

    /** Both lists, the newest first. */
    record RefusedJson(List<ConflictJson> conflicts, List<TooLargeJson> tooLarge) {}

    /** Lists both; {@code before} goes on below a number of the page before. */
    @GetMapping("/api/refused")
    ResponseEntity<Object> refused(
            @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
            SenderFilter.SignedIn signedIn) {
        try {
            var refused = refusals.of(signedIn.getPrincipal().sender(), before);
            return ResponseEntity.ok(
                    new RefusedJson(
                            refused.conflicts().stream().map(ConflictJson::of).toList(),
                            refused.tooLarge().stream().map(TooLargeJson::of).toList()));
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }
}
