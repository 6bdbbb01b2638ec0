package sightline.locator;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What crosses between two installations, in JSON: nothing else does. */
final class Wire {
    /** How many hashes each question has, of whatever person. */
    static final int HASHES = sightline.core.locator.PersonForms.MOST;

    /** How long each answer is, in bytes, whatever it says. */
    static final int ANSWER_BYTES = 1_024;

    /** The longest body that is read. */
    static final int MOST_BYTES = 8 * 1_024;

    /** How old what was said may be, and how far ahead a clock. */
    static final Duration STALE = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VERSION = 1;

    private Wire() {}

    /**
     * A question.
     *
     * @param from what the asking installation is called by whoever reads it
     * @param why what the asking installation wants to know
     * @param hashes of the forms of one person, and of nothing, mixed
     */
    record Question(
            PeerName from, UUID nonce, Instant at, long epoch, Why why, List<String> hashes) {
        Question {
            hashes = List.copyOf(hashes);
        }

        /** One about a person of these hashes: filled up, so that their number says nothing. */
        static Question about(
                PeerName from, UUID nonce, Instant at, long epoch, Why why, List<String> hashes) {
            List<String> all = new ArrayList<>(hashes);
            while (all.size() < HASHES) {
                byte[] nothing = new byte[sightline.core.locator.PairKey.HASH_LETTERS / 2];
                RANDOM.nextBytes(nothing);
                all.add(HexFormat.of().formatHex(nothing));
            }
            Collections.sort(all);
            return new Question(from, nonce, at, epoch, why, all);
        }

        byte[] bytes() {
            ObjectNode node = head(from, nonce, at).put("epoch", epoch).put("why", why.code);
            var list = node.putArray("hashes");
            hashes.forEach(list::add);
            return bytes(node);
        }

        private static byte[] bytes(ObjectNode node) {
            return JSON.writeValueAsBytes(node);
        }

        static Optional<Question> read(byte[] body) {
            return Wire.read(body)
                    .flatMap(n -> {
                        List<String> hashes =
                                n.path("hashes").valueStream().map(h -> h.asString("")).toList();
                        boolean whole =
                                hashes.size() == HASHES
                                        && hashes.stream().allMatch(Wire::isHash)
                                        && n.path("epoch").isIntegralNumber();
                        return whole
                                ? Optional.of(
                                        new Question(
                                                new PeerName(n.path("from").asString("")),
                                                UUID.fromString(n.path("nonce").asString("")),
                                                Instant.parse(n.path("at").asString("")),
                                                n.path("epoch").asLong(),
                                                Why.of(n.path("why").asString("")),
                                                hashes))
                                : Optional.empty();
                    });
        }
    }

    /** What a question asks; of one length, so that a question's length says nothing. */
    enum Why {
        /** Whether an entry is held. */
        HELD("held"),
        /** Whether somebody answers for the person there: the entry of the asking one was ended. */
        TAKEN_OVER("over");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        /** An installation that says nothing of it asks whether an entry is held. */
        static Why of(String code) {
            return code.equals(TAKEN_OVER.code) ? TAKEN_OVER : HELD;
        }
    }

    /** That an answer has come. */
    record Acknowledgement(PeerName from, UUID nonce, Instant at) {
        byte[] bytes() {
            return JSON.writeValueAsBytes(head(from, nonce, at).put("acknowledged", true));
        }

        static Optional<Acknowledgement> read(byte[] body) {
            return Wire.read(body)
                    .filter(n -> n.path("acknowledged").asBoolean(false))
                    .map(n ->
                            new Acknowledgement(
                                    new PeerName(n.path("from").asString("")),
                                    UUID.fromString(n.path("nonce").asString("")),
                                    Instant.parse(n.path("at").asString(""))));
        }
    }

    /**
     * An answer.
     *
     * @param ring whom to ring, where an entry is held
     * @param completeUpTo up to when the other's registers stand
     */
    record Answer(UUID nonce, Instant at, Optional<String> ring, Instant completeUpTo) {
        byte[] bytes() {
            ObjectNode node = JSON.createObjectNode();
            node.put("v", VERSION).put("nonce", nonce.toString()).put("at", at.toString());
            node.put("answer", ring.isPresent() ? "held" : "none");
            node.put("ring", ring.orElse(""));
            node.put("completeUpTo", completeUpTo.toString()).put("pad", "");
            int missing = ANSWER_BYTES - JSON.writeValueAsBytes(node).length;
            return JSON.writeValueAsBytes(node.put("pad", ".".repeat(Math.max(0, missing))));
        }

        static Optional<Answer> read(byte[] body) {
            return Wire.read(body)
                    .map(n ->
                            new Answer(
                                    UUID.fromString(n.path("nonce").asString("")),
                                    Instant.parse(n.path("at").asString("")),
                                    n.path("answer").asString("").equals("held")
                                            ? Optional.of(n.path("ring").asString(""))
                                            : Optional.empty(),
                                    Instant.parse(n.path("completeUpTo").asString(""))));
        }
    }

    private static ObjectNode head(PeerName from, UUID nonce, Instant at) {
        return JSON.createObjectNode()
                .put("v", VERSION)
                .put("from", from.value())
                .put("nonce", nonce.toString())
                .put("at", at.toString());
    }

    /** Whether a moment that somebody wrote is of now. */
    static boolean fresh(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(STALE) <= 0;
    }

    private static boolean isHash(String text) {
        return text.length() == sightline.core.locator.PairKey.HASH_LETTERS
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            JsonNode node = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return Optional.of(node).filter(n -> n.path("v").asInt(0) == VERSION);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** What a reader makes of a body; nothing of one that is not whole. */
    static <T> Optional<T> whole(byte[] body, java.util.function.Function<byte[], Optional<T>> by) {
        try {
            return by.apply(body);
        } catch (IllegalArgumentException | DateTimeException | JacksonException malformed) {
            return Optional.empty();
        }
    }
}
