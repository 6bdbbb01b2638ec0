package sightline.console;

import sightline.feeds.SenderCredentials;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Posts messages as lines, signed; tries again while the other side cannot take them. */
final class MessagePoster implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    private static final int TRIES = 6;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_FAILURE = 500;

    /** It ends here, with what the shell is told. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Outcome outcome;
        private final String words;

        Refused(Outcome outcome, String words) {
            super(words);
            this.outcome = outcome;
            this.words = words;
        }

        String words() {
            return words;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final SenderCredentials credentials;
    private final Duration firstWait;
    private final ReceiptCheck check;

    /**
     * @param firstWait before the second try; doubled before each further one
     * @param receiptKeys a file of the keys that sign receipts; none to ask the server for them
     */
    MessagePoster(
            URI server,
            SenderCredentials credentials,
            Duration firstWait,
            Optional<Path> receiptKeys) {
        this.address = server.resolve("/api/messages");
        this.check =
                receiptKeys
                        .map(ReceiptCheck::by)
                        .orElseGet(() -> ReceiptCheck.asking(client, server));
        this.credentials = credentials;
        this.firstWait = firstWait;
    }

    /** The answers, one for each message in order, their receipts verified. */
    List<JsonNode> post(List<FileMessages.Item.Message> messages) throws Refused {
        var body = lines(messages);
        var wait = firstWait;
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            var answers = attempt(body, messages.size());
            if (answers.isPresent()) {
                verify(messages, answers.get());
                return answers.get();
            }
            if (attempt < TRIES) {
                pause(wait);
                wait = wait.multipliedBy(2);
            }
        }
        throw new Refused(
                Outcome.UNAVAILABLE,
                address
                        + " did not take the messages, "
                        + TRIES
                        + " times.\nRun the same command again: it goes on where it stopped.");
    }

    private void verify(List<FileMessages.Item.Message> messages, List<JsonNode> answers)
            throws Refused {
        try {
            for (var i = 0; i < answers.size(); i++) {
                if (answers.get(i).path("receipt").isObject()) {
                    check.require(
                            credentials.sender(),
                            messages.get(i).bytes(),
                            answers.get(i).path("receipt"));
                }
            }
        } catch (IOException unknown) {
            throw new Refused(
                    Outcome.UNAVAILABLE,
                    "cannot read the keys that sign receipts: "
                            + unknown.getMessage()
                            + "\nRun the same command again, or name them with --receipt-keys.");
        }
    }

    private static byte[] lines(List<FileMessages.Item.Message> messages) {
        var body = new ByteArrayOutputStream();
        for (var message : messages) {
            body.writeBytes(message.bytes());
            body.write('\n');
        }
        return body.toByteArray();
    }

    private Optional<List<JsonNode>> attempt(byte[] body, int count) throws Refused {
        try {
            var request =
                    HttpRequest.newBuilder(address)
                            .timeout(ANSWER_WITHIN)
                            .header("Content-Type", "application/x-ndjson")
                            .header("Authorization", credentials.authorization())
                            .header("X-Signature", credentials.signature(body))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build();
            return answers(client.send(request, BodyHandlers.ofString()), count);
        } catch (IOException | JacksonException lost) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Outcome.FAILED, "stopped");
        }
    }

    private Optional<List<JsonNode>> answers(HttpResponse<String> response, int count)
            throws Refused {
        if (response.statusCode() == UNAUTHORIZED) {
            throw new Refused(
                    Outcome.NOT_ALLOWED,
                    address
                            + " does not know this key or its signature.\n"
                            + "Ask Sightline's operator for new keys.");
        }
        if (Again.isAskedBy(response.statusCode())) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new Refused(
                    Outcome.FAILED,
                    address
                            + " answered "
                            + response.statusCode()
                            + ".\nIs this the address of a Sightline server?");
        }
        var answers = response.body().lines().map(JSON::readTree).toList();
        var complete =
                answers.size() == count
                        && answers.stream()
                                .allMatch(a -> a.path("status").asInt(0) < SERVER_FAILURE);
        return complete ? Optional.of(answers) : Optional.empty();
    }

    private static void pause(Duration wait) throws Refused {
        try {
            var never = new CountDownLatch(1);
            if (never.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Outcome.FAILED, "stopped");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
