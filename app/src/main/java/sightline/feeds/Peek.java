package sightline.feeds;

import org.jspecify.annotations.Nullable;

import sightline.core.kernel.MessageId;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The few fields of a message that this room looks at, as far as they can be read. Everything else
 * about it, and whether these fields are right, is for its reader to say.
 *
 * @param fault why it cannot even be filed under an id of its sender's
 */
record Peek(
        Optional<MessageId> id,
        Optional<String> kind,
        OptionalLong number,
        Optional<String> corrects,
        Optional<Problem> fault) {
    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,15}");
    private static final int KIND_LENGTH = 64;

    static Peek at(byte[] body) {
        try (var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), body)) {
            return new Reading(parser).object();
        } catch (JacksonException notJson) {
            return unfiled("message", "it is no JSON", "send one JSON object in UTF-8");
        }
    }

    private static Peek unfiled(String field, String message, String fix) {
        return new Peek(
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(new Problem(field, message, fix)));
    }

    private static Peek withoutId(String message) {
        return unfiled(
                "id",
                message,
                "give each message an id of your own: text, 1 to 128 printable characters");
    }

    private static final class Reading {
        private final JsonParser parser;
        private @Nullable String id;
        private int ids;
        private @Nullable String kind;
        private @Nullable String corrects;
        private long number;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Peek object() {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return unfiled("message", "it is no JSON object", "send one JSON object a message");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                field(parser.currentName(), parser.nextToken());
            }
            if (parser.nextToken() != null) {
                return unfiled(
                        "message", "something follows the object", "send one object a message");
            }
            return filed();
        }

        private void field(String name, JsonToken value) {
            switch (name) {
                case "id" -> {
                    ids++;
                    id = text(value);
                }
                case "kind" -> kind = text(value);
                case "corrects" -> corrects = text(value);
                case "number" -> number = whole(value);
                default -> {}
            }
            parser.skipChildren();
        }

        private @Nullable String text(JsonToken value) {
            return value == JsonToken.VALUE_STRING ? parser.getString() : null;
        }

        private long whole(JsonToken value) {
            if (value != JsonToken.VALUE_NUMBER_INT
                    || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                return 0;
            }
            return parser.getLongValue();
        }

        private Peek filed() {
            if (id == null) {
                return withoutId("there is none that is text");
            }
            if (ids > 1) {
                return withoutId("there are several");
            }
            var valid = messageId(id);
            if (valid.isEmpty()) {
                return withoutId("it is blank, too long or not printable");
            }
            return new Peek(
                    valid,
                    Optional.ofNullable(kind)
                            .filter(k -> k.length() <= KIND_LENGTH && KIND.matcher(k).matches()),
                    number > 0 ? OptionalLong.of(number) : OptionalLong.empty(),
                    Optional.ofNullable(corrects).flatMap(Reading::messageId).map(MessageId::value),
                    Optional.empty());
        }

        private static Optional<MessageId> messageId(String text) {
            try {
                var storable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
                return storable ? Optional.of(new MessageId(text)) : Optional.empty();
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    }
}
