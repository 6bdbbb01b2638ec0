package sightline.api;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import sightline.checks.Asker;
import sightline.checks.CheckResult;
import sightline.checks.Checks;
import sightline.checks.SteadyTime;
import sightline.core.checks.Touchpoint;
import sightline.database.DatabaseException;
import sightline.feeds.Admitted;
import sightline.feeds.Answer;
import sightline.feeds.Intake;
import sightline.feeds.IntakeBusy;
import sightline.feeds.SenderGate;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Checks at the touchpoint: the message that an agency's system sends anyway, answered at once.
 * Where words alone are said, all answers take the same time.
 */
@RestController
@ConditionalOnProperty("sightline.data")
final class ChecksController {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Checks checks;
    private final Intake intake;
    private final SenderGate gate;
    private final CheckJson answers;
    private final SendingLimits limits = new SendingLimits();

    ChecksController(
            Checks checks,
            Intake intake,
            SenderGate gate,
            @Value("${sightline.desk.name:the safeguarding desk}") String deskName,
            @Value("${sightline.desk.telephone:01632 960 104}") String deskTelephone) {
        this.checks = checks;
        this.intake = intake;
        this.gate = gate;
        this.answers = new CheckJson(deskName, deskTelephone);
    }

    /** What is asked: the sender's own case reference, and the message as it is sent anyway. */
    private record Question(String reference, JsonNode message, List<CheckProblem> problems) {
        Question {
            problems = List.copyOf(problems);
        }

        byte[] bytes() {
            return JSON.writeValueAsBytes(message);
        }
    }

    /** Asks; 200 with what is said. Asking the same again gives what was said then. */
    @PostMapping("/api/checks")
    ResponseEntity<Object> ask(HttpServletRequest request, SenderFilter.SignedIn signedIn)
            throws IOException {
        SteadyTime time = SteadyTime.begin();
        Admitted sender = signedIn.getPrincipal();
        try (var pass = limits.message(sender.sender())) {
            if (!pass.granted()) {
                return ApiProblem.tooMany().response();
            }
            Optional<byte[]> body = BodyLimit.read(request, Intake.MESSAGE_BYTES_MAX);
            if (body.isEmpty()) {
                return ApiProblem.tooLarge(new Answer.TooLarge(Intake.MESSAGE_BYTES_MAX + 1L))
                        .response();
            }
            if (!sender.hasSigned(signature(request), body.get())) {
                gate.countStranger();
                return ApiProblem.notSignedIn().response();
            }
            return ask(sender, body.get(), time);
        } catch (IntakeBusy busy) {
            return ApiProblem.tooMany().response();
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }

    private ResponseEntity<Object> ask(Admitted sender, byte[] body, SteadyTime time) {
        Question question = read(body);
        if (!question.problems().isEmpty()) {
            return CheckProblem.response(question.problems());
        }
        byte[] message = question.bytes();
        CheckResult result =
                checks.check(
                        new Asker.AgencySystem(sender.sender()),
                        question.reference(),
                        message,
                        () -> intake.receive(sender.sender(), message));
        return switch (result) {
            case CheckResult.NotUnderstood(var problems) ->
                    CheckProblem.response(problems.stream().map(CheckProblem::of).toList());
            case CheckResult.NotKept(Answer.Conflicting(var first)) ->
                    ApiProblem.conflict(first).response();
            case CheckResult.NotKept(Answer.TooLarge large) ->
                    ApiProblem.tooLarge(large).response();
            case CheckResult.NotKept _ -> ApiProblem.notStored().response();
            case CheckResult.Answered(var asked) -> {
                if (asked.said().isEmpty()) {
                    time.even();
                }
                yield ResponseEntity.ok(answers.of(asked));
            }
        };
    }

    /** What was said before, and whether anybody has rung. */
    @GetMapping("/api/checks/{number}")
    ResponseEntity<Object> before(
            @PathVariable("number") String number, SenderFilter.SignedIn signedIn) {
        try {
            return checks.of(signedIn.getPrincipal().sender(), number)
                    .map(asked -> ResponseEntity.ok().<Object>body(answers.of(asked)))
                    .orElseGet(() -> ApiProblem.unknownCheck().response());
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
    }

    /** For integrators: the answer that is asked for, to a message that would be answered. */
    @PostMapping("/api/checks/simulated/{answer}")
    ResponseEntity<Object> simulated(
            HttpServletRequest request,
            @PathVariable("answer") String answer,
            SenderFilter.SignedIn signedIn)
            throws IOException {
        Admitted sender = signedIn.getPrincipal();
        Optional<byte[]> body = BodyLimit.read(request, Intake.MESSAGE_BYTES_MAX);
        if (body.isEmpty()) {
            return ApiProblem.tooLarge(new Answer.TooLarge(Intake.MESSAGE_BYTES_MAX + 1L))
                    .response();
        }
        if (!sender.hasSigned(signature(request), body.get())) {
            gate.countStranger();
            return ApiProblem.notSignedIn().response();
        }
        Question question = read(body.get());
        if (!question.problems().isEmpty()) {
            return CheckProblem.response(question.problems());
        }
        try {
            var problems = checks.problems(sender.sender(), question.reference(), question.bytes());
            if (!problems.isEmpty()) {
                return CheckProblem.response(problems.stream().map(CheckProblem::of).toList());
            }
        } catch (DataAccessException | DatabaseException failed) {
            return ApiProblem.notStored().response();
        }
        String kind = question.message().path("kind").asString("");
        return checks.pack()
                .of(kind)
                .flatMap(t -> simulated(t, answer, question.reference()))
                .map(found -> ResponseEntity.ok().<Object>body(found))
                .orElseGet(() -> ApiProblem.unknownAnswer().response());
    }

    private Optional<ObjectNode> simulated(Touchpoint at, String answer, String reference) {
        return answers.simulated(at, answer, reference);
    }

    private static Question read(byte[] body) {
        JsonNode said;
        try {
            said = JSON.readTree(body);
        } catch (JacksonException malformed) {
            said = JSON.missingNode();
        }
        List<CheckProblem> problems = CheckProblem.of(said);
        return new Question(said.path("reference").asString(""), said.path("message"), problems);
    }

    private static String signature(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Signature")).orElse("");
    }
}
