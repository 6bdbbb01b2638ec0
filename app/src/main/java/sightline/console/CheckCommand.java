package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.feeds.SenderCredentials;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Checks at a touchpoint as an agency's system would, and prints what is said. */
@Command(
        name = "check",
        description = {
            "Check people at a touchpoint: before a tenancy, at a booking, a registration, an attendance.",
            "The details are one message as JSON; what it does not say of itself is filled in."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    @Option(
            names = "--reason",
            required = true,
            description = "The touchpoint: housing-application, health-contact, ...")
    private String reason = "";

    @Option(
            names = "--file",
            defaultValue = "-",
            description = "The details; - for standard input, the default.")
    private String file = "-";

    @Option(names = "--sender", required = true, description = "Agency id as which to check.")
    private String sender = "";

    @Option(
            names = "--reference",
            description = "Your own case reference; default is body.reference of the details.")
    private @Nullable String reference;

    @Option(
            names = "--to",
            defaultValue = "http://localhost:8080",
            description = "Address of the server; default ${DEFAULT-VALUE}.")
    private URI server = URI.create("http://localhost:8080");

    @Option(
            names = "--keys",
            description = "File of the sender's keys; default .sightline/data/senders/SENDER.keys.")
    private @Nullable Path keys;

    @Option(names = "--json", description = "Print the whole answer as one JSON object.")
    private boolean json;

    @Spec private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() {
        try {
            SenderCredentials credentials = SenderKeys.of(sender, keys);
            byte[] question = JSON.writeValueAsBytes(question(details()));
            return tell(post(question, credentials)).code();
        } catch (IOException lost) {
            say(server + " did not answer.\nIs it running? Run the same command again.");
            return Outcome.UNAVAILABLE.code();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.FAILED.code();
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private ObjectNode details() throws IOException {
        byte[] bytes;
        if (file.equals("-")) {
            try (InputStream in = System.in) {
                bytes = in.readAllBytes();
            }
        } else if (Files.isReadable(Path.of(file))) {
            bytes = Files.readAllBytes(Path.of(file));
        } else {
            throw new IllegalArgumentException(
                    "There is no file "
                            + file
                            + ".\nName one, or give the details on standard input.");
        }
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode details) {
                return details;
            }
        } catch (JacksonException malformed) {
            // Said below, whatever is wrong with it.
        }
        throw new IllegalArgumentException(
                "The details are no JSON object.\nGive one message, as docs/messages.md shows.");
    }

    /** The question as the server takes it; the same details are the same message. */
    private ObjectNode question(ObjectNode details) {
        ObjectNode question = JSON.createObjectNode();
        JsonNode inner = details.path("message");
        ObjectNode message = inner instanceof ObjectNode whole ? whole : details;
        String known =
                inner.isObject()
                        ? details.path("reference").asString("")
                        : message.path("body").path("reference").asString("");
        question.put("reference", reference == null ? known : reference);
        UUID id = UUID.nameUUIDFromBytes(JSON.writeValueAsBytes(message));
        absent(message, "sender", sender);
        absent(message, "id", "check-" + id);
        absent(message, "sentAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        absent(message, "when", message.path("sentAt").asString(""));
        absent(message, "kind", reason);
        if (!message.path("kind").asString("").equals(reason)) {
            throw new IllegalArgumentException(
                    "The details are of the kind %s, and the reason is %s.\nSay the same in both."
                            .formatted(message.path("kind").asString(""), reason));
        }
        if (!message.has("body")) {
            message.putObject("body");
        }
        question.set("message", message);
        return question;
    }

    private static void absent(ObjectNode message, String field, String value) {
        if (!message.has(field)) {
            message.put(field, value);
        }
    }

    private HttpResponse<String> post(byte[] question, SenderCredentials credentials)
            throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            return client.send(
                    HttpRequest.newBuilder(server.resolve("/api/checks"))
                            .timeout(ANSWER_WITHIN)
                            .header("Content-Type", "application/json")
                            .header("Authorization", credentials.authorization())
                            .header("X-Signature", credentials.signature(question))
                            .POST(BodyPublishers.ofByteArray(question))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private Outcome tell(HttpResponse<String> response) {
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (JacksonException other) {
            answer = JSON.missingNode();
        }
        return switch (response.statusCode()) {
            case 200 -> {
                print(answer);
                yield answer.path("answer").asString("").equals("could-not-check")
                        ? Outcome.UNAVAILABLE
                        : Outcome.OK;
            }
            case 400 -> {
                answer.path("errors")
                        .forEach(e ->
                                say(
                                        "%s: %s; %s"
                                                .formatted(
                                                        e.path("field").asString(""),
                                                        e.path("message").asString(""),
                                                        e.path("fix").asString(""))));
                yield Outcome.DATA_PROBLEM;
            }
            case 401 -> {
                say(server + " does not know this key.\nAsk Sightline's operator for new keys.");
                yield Outcome.NOT_ALLOWED;
            }
            default -> {
                say(answer.path("detail").asString(server + " answered " + response.statusCode()));
                yield Again.isAskedBy(response.statusCode()) ? Outcome.UNAVAILABLE : Outcome.FAILED;
            }
        };
    }

    private void print(JsonNode answer) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(answer);
        } else {
            String said = answer.path("answer").asString(answer.path("outcome").asString(""));
            out.println(
                    "%s  %s  ring %s"
                            .formatted(
                                    answer.path("check").asString(""),
                                    said,
                                    answer.path("ring").path("telephone").asString("")));
            answer.path("explanation")
                    .forEach(s ->
                            out.println(
                                    "  %s (%s, %s)"
                                            .formatted(
                                                    s.path("text").asString(""),
                                                    s.path("source").asString(""),
                                                    s.path("certainty").asString(""))));
            answer.path("coverage")
                    .forEach(s ->
                            out.println(
                                    "  %s: %s %s"
                                            .formatted(
                                                    s.path("source").asString(""),
                                                    s.path("state").asString(""),
                                                    s.path("completeUpTo").asString(""))));
        }
        out.flush();
    }

    private void say(String words) {
        var err = spec.commandLine().getErr();
        err.println(words);
        err.flush();
    }
}
