package sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import sightline.feeds.Answer;
import sightline.feeds.Intake;
import sightline.feeds.Problem;
import sightline.feeds.Receipt;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param type a name of ours; there is no page behind it
 * @param errors field by field what is wrong and what to send instead
 * @param receipt of the message that stands, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ApiProblem(
        String type,
        String title,
        int status,
        String detail,
        List<Problem> errors,
        String receipt) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECONDS_UNTIL_RETRY = "2";

    /** The same words whoever it is and whatever was wrong. */
    static ApiProblem notSignedIn() {
        return of(
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                "Nobody is signed in",
                "Send 'Authorization: Bearer' with your key and 'X-Signature: ed25519=' with the"
                        + " signature of the whole body, in base64.");
    }

    static ApiProblem conflict(Receipt first) {
        var error =
                new Problem(
                        "id",
                        "you have used it for a message with other content",
                        "send this one under a new id; to replace the other, name that one in"
                                + " 'corrects'");
        return new ApiProblem(
                "urn:sightline:problem:id-used-before",
                "Other content under this id",
                HttpStatus.CONFLICT.value(),
                "Both are kept. The first one stands; this one is not read, and both sides are told.",
                List.of(error),
                first.id().toString());
    }

    static ApiProblem tooLarge(Answer.TooLarge refused) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The message is too large",
                "It has %d bytes; a message has at most %d. Its size was recorded, its content was not."
                        .formatted(refused.size(), Intake.MESSAGE_BYTES_MAX));
    }

    static ApiProblem streamTooLarge(long most) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The stream is too large",
                "Nothing was kept. Send at most %d bytes at once.".formatted(most));
    }

    static ApiProblem unknownReceipt() {
        return of(
                HttpStatus.NOT_FOUND,
                "no-such-receipt",
                "There is no such receipt of yours",
                "Use the receipt that you were given.");
    }

    static ApiProblem unknownAlert() {
        return of(
                HttpStatus.NOT_FOUND,
                "no-such-alert",
                "Your agency was told nothing under that id",
                "Use an id that GET /api/alerts gave you.");
    }

    static ApiProblem unknownCheck() {
        return of(
                HttpStatus.NOT_FOUND,
                "no-such-check",
                "Your agency asked no check of that number",
                "Use a number that POST /api/checks gave you.");
    }

    static ApiProblem unknownAnswer() {
        return of(
                HttpStatus.NOT_FOUND,
                "no-such-answer",
                "This touchpoint never gives that answer",
                "Ask for carry-on, carry-on-ring or could-not-check where words alone are said, else for"
                        + " no-known-risk-recorded, needs-checking or alert-raised.");
    }

    static ApiProblem notUnderstood(List<Problem> errors) {
        return new ApiProblem(
                "urn:sightline:problem:not-understood",
                "It could not be understood",
                HttpStatus.BAD_REQUEST.value(),
                "Nothing was kept. Send it again as 'errors' says.",
                errors,
                "");
    }

    static ApiProblem answeredBefore(Receipt first) {
        return new ApiProblem(
                "urn:sightline:problem:said-before",
                "Your agency said something else about this before",
                HttpStatus.CONFLICT.value(),
                "What was said first stands. If it was wrong, send a message that corrects it.",
                List.of(),
                first.id().toString());
    }

    static ApiProblem unknownKind() {
        return of(
                HttpStatus.NOT_FOUND,
                "no-such-kind",
                "There is no such kind",
                "Use one that /api/kinds lists.");
    }

    static ApiProblem noSuchMethod() {
        return of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "no-such-method",
                "This route is not asked so",
                "Use the method that /api/openapi.json names.");
    }

    /** A linked installation's question was refused; of a stranger's nothing more is said. */
    static ApiProblem notLinked(int status, String why) {
        return new ApiProblem(
                "urn:sightline:problem:locator-refused",
                "The question was refused",
                status,
                "Reason: %s. docs/operations.md says how installations ask one another."
                        .formatted(why),
                List.of(),
                "");
    }

    static ApiProblem noSuchRoute(int status) {
        return new ApiProblem(
                "urn:sightline:problem:no-such-route",
                "There is nothing for you here",
                status,
                "Use a route that /api/openapi.json lists, with a method that it names.",
                List.of(),
                "");
    }

    static ApiProblem wrongType() {
        return of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "wrong-type",
                "This is no type of message",
                "Send application/json, or application/x-ndjson with one message a line.");
    }

    static ApiProblem coded() {
        return of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "coded-body",
                "The body is compressed or coded",
                "Nothing was kept. Send it as it is, without Content-Encoding, and sign what you send.");
    }

    static ApiProblem tooMany() {
        return of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-at-once",
                "Too many at once",
                "Nothing was kept. Send it again in a few seconds, fewer at a time.");
    }

    static ApiProblem notStored() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not-stored",
                "It could not be stored",
                "Send it again in a few seconds; sending the same message twice does no harm.");
    }

    ResponseEntity<Object> response() {
        var response =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS.value()
                || status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY);
        }
        return response.body(this);
    }

    /** Writes it where no controller answers. */
    void writeTo(HttpServletResponse response) throws IOException {
        var answer = response();
        response.setStatus(status);
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.getOutputStream().write(JSON.writeValueAsBytes(this));
    }

    private static ApiProblem of(HttpStatus status, String name, String title, String detail) {
        return new ApiProblem(
                "urn:sightline:problem:" + name, title, status.value(), detail, List.of(), "");
    }
}
