package sightline.api;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import sightline.database.DatabaseException;
import sightline.feeds.SenderGate;
import sightline.locator.Answering;
import sightline.locator.Reply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/** What linked installations ask: whether a register entry is held, and that an answer came. */
@RestController
@ConditionalOnProperty("sightline.data")
final class LocatorController {
    private static final int BYTES_MOST = 8 * 1_024;
    private static final int AT_ONCE = 8;
    private static final int UNAUTHORIZED = 401;
    private static final String SIGNATURE = "X-Signature";

    private final Answering answering;
    private final SenderGate gate;
    private final Semaphore places = new Semaphore(AT_ONCE);

    LocatorController(Answering answering, SenderGate gate) {
        this.answering = answering;
        this.gate = gate;
    }

    /** Answers whether a register entry is held, and whom to ring. */
    @PostMapping("/api/locator")
    ResponseEntity<Object> ask(HttpServletRequest request) throws IOException {
        return take(request, answering::answer);
    }

    /** Takes note that an answer came. */
    @PostMapping("/api/locator/acknowledged")
    ResponseEntity<Object> acknowledged(HttpServletRequest request) throws IOException {
        return take(request, answering::acknowledged);
    }

    private ResponseEntity<Object> take(
            HttpServletRequest request, BiFunction<String, byte[], Reply> by) throws IOException {
        Optional<byte[]> body = BodyLimit.read(request, BYTES_MOST);
        if (body.isEmpty()) {
            return ApiProblem.streamTooLarge(BYTES_MOST).response();
        }
        if (!places.tryAcquire()) {
            return ApiProblem.tooMany().response();
        }
        try {
            String signature = Optional.ofNullable(request.getHeader(SIGNATURE)).orElse("");
            return answer(by.apply(signature, body.get()));
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        } finally {
            places.release();
        }
    }

    private ResponseEntity<Object> answer(Reply reply) {
        if (reply.status() == UNAUTHORIZED) {
            gate.countStranger();
        }
        if (reply.signature().isEmpty()) {
            return ApiProblem.notLinked(
                            reply.status(), new String(reply.body(), StandardCharsets.UTF_8))
                    .response();
        }
        var response =
                ResponseEntity.status(reply.status()).contentType(MediaType.APPLICATION_JSON);
        reply.signature().ifPresent(s -> response.header(SIGNATURE, s));
        return response.body(reply.body());
    }
}
