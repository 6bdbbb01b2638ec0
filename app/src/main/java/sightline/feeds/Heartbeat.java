package sightline.feeds;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sender's word that it is complete: everything that it had recorded up to a time has been sent.
 *
 * @param completeUpTo that time
 * @param lastNumber the highest number that it has given to a message so far
 * @param count how many messages it has sent so far, heartbeats not counted
 */
record Heartbeat(Instant completeUpTo, OptionalLong lastNumber, OptionalLong count) {
    /** The kind of such a message. */
    static final String KIND = "heartbeat";

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What came of reading one. */
    sealed interface Reading {
        /** It says what it should. */
        record Good(Heartbeat heartbeat) implements Reading {}

        /** It cannot be believed or read. */
        record Bad(List<Problem> problems) implements Reading {}
    }

    static Reading read(RawMessage message) {
        try {
            return read(JSON.readTree(message.body()), message);
        } catch (JacksonException malformed) {
            var problem = new Problem("message", "it is no JSON", "send one JSON object in UTF-8");
            return new Reading.Bad(List.of(problem));
        }
    }

    private static Reading read(JsonNode node, RawMessage message) {
        var problems = new ArrayList<Problem>();
        if (!node.path("sender").asString("").equals(message.sender().value())) {
            problems.add(new Problem("sender", "it is not who signed in", "send as yourself"));
        }
        var body = node.path("body");
        var completeUpTo = instant(body.path("completeUpTo").asString(""));
        if (completeUpTo.isEmpty()) {
            problems.add(
                    new Problem(
                            "body.completeUpTo",
                            "it is no time",
                            "send a date and time with its offset, like 2026-03-01T09:00:00Z"));
        }
        if (completeUpTo.filter(t -> t.isAfter(message.received().plus(SKEW))).isPresent()) {
            problems.add(
                    new Problem(
                            "body.completeUpTo",
                            "it is in the future",
                            "check the clock of the sending system"));
        }
        var lastNumber = whole(body, "lastNumber", problems);
        var count = whole(body, "count", problems);
        return problems.isEmpty()
                ? new Reading.Good(new Heartbeat(completeUpTo.orElseThrow(), lastNumber, count))
                : new Reading.Bad(problems);
    }

    private static OptionalLong whole(JsonNode body, String name, List<Problem> problems) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            problems.add(
                    new Problem(
                            "body." + name,
                            "it is no whole number",
                            "send 0 or more, or leave out"));
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.asLong());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
