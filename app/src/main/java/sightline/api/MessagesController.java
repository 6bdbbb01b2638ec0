package sightline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import sightline.database.DatabaseException;
import sightline.feeds.Admitted;
import sightline.feeds.Answer;
import sightline.feeds.Intake;
import sightline.feeds.IntakeBusy;
import sightline.feeds.MessageState;
import sightline.feeds.Receipt;
import sightline.feeds.ReceiptId;
import sightline.feeds.SenderGate;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Messages in, and what became of them. */
@RestController
@ConditionalOnProperty("sightline.data")
final class MessagesController {
    private static final String SIGNATURE = "X-Signature";
    private static final MediaType NDJSON = MediaType.APPLICATION_NDJSON;
    private static final MediaType NDJSON_OLD = new MediaType("application", "x-ndjson");

    private final Intake intake;
    private final SenderGate gate;
    private final SendingLimits limits = new SendingLimits();

    MessagesController(Intake intake, SenderGate gate) {
        this.intake = intake;
        this.gate = gate;
    }

    /**
     * Takes one message (application/json): 201 with its receipt, 200 with the receipt of then if
     * it came before. Takes many, one a line (application/x-ndjson, at most 64 MiB): 200 with one
     * answer a line.
     */
    @PostMapping("/api/messages")
    @Nullable ResponseEntity<Object> receive(
            HttpServletRequest request,
            HttpServletResponse response,
            SenderFilter.SignedIn signedIn)
            throws IOException {
        var sender = signedIn.getPrincipal();
        var type = type(request);
        if (type.filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype).isPresent()) {
            return receiveOne(request, sender);
        }
        if (type.filter(t -> NDJSON.equalsTypeAndSubtype(t) || NDJSON_OLD.equalsTypeAndSubtype(t))
                .isPresent()) {
            return receiveMany(request, response, sender);
        }
        return ApiProblem.wrongType().response();
    }

    /** What became of a message, for its sender. */
    @GetMapping("/api/messages/{receipt}")
    ResponseEntity<Object> state(
            @PathVariable("receipt") String receipt, SenderFilter.SignedIn signedIn) {
        try {
            return receiptId(receipt)
                    .flatMap(id -> intake.state(signedIn.getPrincipal().sender(), id))
                    .map(state -> ResponseEntity.ok().<Object>body(state(state)))
                    .orElseGet(() -> ApiProblem.unknownReceipt().response());
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }

    private ResponseEntity<Object> receiveOne(HttpServletRequest request, Admitted sender)
            throws IOException {
        try (var pass = limits.message(sender.sender())) {
            if (!pass.granted()) {
                return ApiProblem.tooMany().response();
            }
            var body = BodyLimit.read(request, Intake.MESSAGE_BYTES_MAX);
            if (body.isEmpty()) {
                return answer(intake.refuse(sender.sender(), sizeAtLeast(request)));
            }
            if (!sender.hasSigned(signature(request), body.get())) {
                return stranger();
            }
            return answer(intake.receive(sender.sender(), body.get()));
        } catch (IntakeBusy busy) {
            return ApiProblem.tooMany().response();
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }

    private @Nullable ResponseEntity<Object> receiveMany(
            HttpServletRequest request, HttpServletResponse response, Admitted sender)
            throws IOException {
        try (var pass = limits.stream()) {
            if (!pass.granted()) {
                return ApiProblem.tooMany().response();
            }
            var body = BodyLimit.read(request, SendingLimits.STREAM_BYTES);
            if (body.isEmpty()) {
                return ApiProblem.streamTooLarge(SendingLimits.STREAM_BYTES).response();
            }
            if (!sender.hasSigned(signature(request), body.get())) {
                return stranger();
            }
            response.setStatus(HttpStatus.OK.value());
            response.setContentType(NDJSON_OLD.toString());
            new MessageStream(intake, sender.sender(), response.getOutputStream())
                    .receive(body.get());
            return null;
        }
    }

    private ReceiptJson.State state(MessageState state) {
        return ReceiptJson.State.of(state, intake.signed(state.receipt()));
    }

    private ReceiptJson receipt(Receipt receipt) {
        return ReceiptJson.of(receipt, intake.signed(receipt));
    }

    private ResponseEntity<Object> answer(Answer answer) {
        return switch (answer) {
            case Answer.Kept(var receipt) ->
                    ResponseEntity.created(URI.create(ReceiptJson.path(receipt)))
                            .body(receipt(receipt));
            case Answer.KeptBefore(var receipt) -> ResponseEntity.ok(receipt(receipt));
            case Answer.Conflicting(var first) -> ApiProblem.conflict(first).response();
            case Answer.TooLarge tooLarge -> ApiProblem.tooLarge(tooLarge).response();
        };
    }

    private ResponseEntity<Object> stranger() {
        gate.countStranger();
        return ApiProblem.notSignedIn().response();
    }

    /** As declared; of a body that did not say, it is only known that it is larger. */
    private static long sizeAtLeast(HttpServletRequest request) {
        return Math.max(request.getContentLengthLong(), Intake.MESSAGE_BYTES_MAX + 1L);
    }

    private static String signature(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(SIGNATURE)).orElse("");
    }

    private static Optional<MediaType> type(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getContentType()).map(MediaType::parseMediaType);
        } catch (org.springframework.http.InvalidMediaTypeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<ReceiptId> receiptId(String text) {
        try {
            return Optional.of(new ReceiptId(Long.parseLong(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
