package sightline.api;

import sightline.core.facts.Codes;
import sightline.core.facts.SharedBody.AlertAnswered.AlertAnswer;
import sightline.core.kernel.AgencyId;
import sightline.feeds.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody at an agency did about an alert, as their own system says it, and the message that
 * the agency sends by it. The same words give the same message, so that saying it twice says it
 * once.
 *
 * @param problems what is wrong with it, field by field
 */
record SaidOfAlert(Act act, JsonNode said, List<Problem> problems) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int WORDS_MAX = 20_000;
    private static final int NAME_MAX = 200;

    /** What they did. */
    enum Act {
        /** They have it, and say what happens next. */
        ACKNOWLEDGED,
        /** They end it, with a reason. */
        ANSWERED
    }

    SaidOfAlert {
        problems = List.copyOf(problems);
    }

    /** Reads what was said, and all that is wrong with it. */
    static SaidOfAlert read(byte[] body, Act act, Instant now) {
        List<Problem> problems = new ArrayList<>();
        JsonNode said = json(body);
        if (!said.isObject()) {
            problems.add(new Problem("body", "it is no JSON object", "send one JSON object"));
            return new SaidOfAlert(act, said, problems);
        }
        words(problems, said, "by", NAME_MAX, "name the person and their post");
        moment(problems, said, now);
        switch (act) {
            case ACKNOWLEDGED -> words(problems, said, "next", WORDS_MAX, "say what happens next");
            case ANSWERED -> {
                words(problems, said, "reason", WORDS_MAX, "say why");
                if (!answers().contains(said.path("answer").asString(""))) {
                    problems.add(
                            new Problem(
                                    "answer",
                                    "it is none of the answers",
                                    "send one of " + String.join(", ", answers())));
                }
            }
        }
        return new SaidOfAlert(act, said, problems);
    }

    /** The six ways in which an alert ends. */
    private static List<String> answers() {
        return Arrays.stream(AlertAnswer.values()).map(Codes::kebab).collect(Collectors.toList());
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            return JSON.missingNode();
        }
    }

    private static void words(
            List<Problem> problems, JsonNode said, String field, int most, String fix) {
        String words = said.path(field).asString("").strip();
        if (words.isEmpty()) {
            problems.add(new Problem(field, "it is missing", fix));
        } else if (words.length() > most) {
            problems.add(
                    new Problem(field, "it is too long", "use at most " + most + " characters"));
        }
    }

    private static void moment(List<Problem> problems, JsonNode said, Instant now) {
        Optional<Instant> at = at(said);
        if (at.isEmpty()) {
            problems.add(new Problem("at", "it is no moment", "send it like 2026-03-01T09:00:00Z"));
        } else if (at.get().isAfter(now.plus(SKEW))) {
            problems.add(new Problem("at", "it is in the future", "check your system's clock"));
        }
    }

    private static Optional<Instant> at(JsonNode said) {
        try {
            return Optional.of(Instant.parse(said.path("at").asString("")));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The message that says it; it is about whom the telling was about.
     *
     * @param telling the id under which the agency was told
     * @param alert the alert's reference
     */
    byte[] message(AgencyId sender, String telling, String alert) {
        String at = at(said).orElseThrow().toString();
        ObjectNode message = JSON.createObjectNode();
        message.put("sender", sender.value());
        message.put("id", "alert-" + telling + "-" + Codes.kebab(act));
        message.put("sentAt", at);
        message.put("kind", "alert-" + Codes.kebab(act));
        message.put("when", at);
        message.putArray("regarding").add("sightline/" + telling);
        ObjectNode body = message.putObject("body");
        body.put("alert", alert);
        for (String field :
                act == Act.ANSWERED ? List.of("answer", "reason", "by") : List.of("next", "by")) {
            body.put(field, said.path(field).asString().strip());
        }
        return JSON.writeValueAsBytes(message);
    }

    @Override
    public String toString() {
        return "SaidOfAlert[" + act + ", redacted]";
    }
}
