package sightline.stories;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** What senders may do otherwise with the same messages, by chance. */
enum Variant {
    /**
     * The messages of each day arrive in another order, some hours late; those of one sender keep
     * theirs, and what each says of when it was written down.
     */
    OTHER_ORDER {
        @Override
        List<ObjectNode> of(List<ObjectNode> messages, Random random) {
            Map<LocalDate, Instant> ends = new HashMap<>();
            messages.forEach(m -> ends.merge(day(m), sentAt(m), (a, b) -> a.isAfter(b) ? a : b));
            Map<String, Instant> last = new HashMap<>();
            messages.forEach(m -> {
                Instant end = ends.getOrDefault(day(m), sentAt(m));
                long seconds = Duration.between(sentAt(m), end).toSeconds();
                Instant at = sentAt(m).plusSeconds(random.nextLong(seconds + 1));
                Instant before = last.getOrDefault(m.path("sender").asString(), at);
                Instant then = before.isAfter(at) ? before : at;
                last.put(m.path("sender").asString(), then);
                recorded(m).put("sentAt", then.toString());
            });
            return messages;
        }
    },
    /**
     * Some entries are sent once more under another id, a minute later. Somebody whom no number and
     * no date tells, reported in both, may be two people: what is owed to each is then counted once
     * here, under the message that was sent first.
     */
    SENT_TWICE {
        @Override
        List<ObjectNode> of(List<ObjectNode> messages, Random random) {
            List<ObjectNode> all = new ArrayList<>();
            for (ObjectNode message : messages) {
                all.add(message);
                if (random.nextBoolean() && !takenBack(messages, message)) {
                    all.add(later(message.deepCopy().put("id", id(message) + "-again"), 1));
                }
            }
            return all;
        }
    },
    /** All that came within an hour is taken up at once. */
    IN_BATCHES {
        @Override
        List<List<String>> batches(List<ObjectNode> messages) {
            List<List<String>> batches = new ArrayList<>();
            Instant start = Instant.MIN;
            for (ObjectNode message : messages) {
                if (batches.isEmpty() || sentAt(message).isAfter(start.plus(Duration.ofHours(1)))) {
                    batches.add(new ArrayList<>());
                    start = sentAt(message);
                }
                batches.getLast().add(message.toString());
            }
            return batches;
        }
    },
    /** Some entries are corrected to what they were, a minute later. */
    CORRECTED {
        @Override
        List<ObjectNode> of(List<ObjectNode> messages, Random random) {
            List<ObjectNode> all = new ArrayList<>();
            for (ObjectNode message : messages) {
                all.add(message);
                if (random.nextBoolean() && !isRetraction(message)) {
                    all.add(
                            later(
                                    message.deepCopy()
                                            .put("id", id(message) + "-right")
                                            .put("corrects", id(message)),
                                    1));
                }
            }
            return all;
        }
    },
    /** Each entry is taken back and sent again, and later ones name the one that stands. */
    TAKEN_BACK_AND_SENT_AGAIN {
        @Override
        List<ObjectNode> of(List<ObjectNode> messages, Random random) {
            Map<String, String> stands = new HashMap<>();
            List<ObjectNode> all = new ArrayList<>();
            for (ObjectNode message : messages) {
                ObjectNode named = naming(message, stands);
                all.add(named);
                String sender = message.path("sender").asString();
                ObjectNode back = later(named.deepCopy(), 1);
                back.put("id", id(message) + "-back").put("kind", "retraction").remove("to");
                back.putObject("body").put("reason", "sent too early");
                back.putArray("regarding").add(id(message));
                all.add(back);
                all.add(later(named.deepCopy().put("id", id(message) + "-anew"), 2));
                stands.put(id(message), id(message) + "-anew");
                stands.put(sender + "/" + id(message), sender + "/" + id(message) + "-anew");
            }
            return all;
        }
    },
    /** Every name is written in capitals. */
    IN_CAPITALS {
        @Override
        List<ObjectNode> of(List<ObjectNode> messages, Random random) {
            messages.forEach(m ->
                    m.path("people")
                            .forEach(p ->
                                    p.path("names")
                                            .forEach(n -> {
                                                ObjectNode name = (ObjectNode) n;
                                                for (String part : List.of("given", "family")) {
                                                    if (name.has(part)) {
                                                        name.put(
                                                                part,
                                                                name.path(part)
                                                                        .asString()
                                                                        .toUpperCase(Locale.ROOT));
                                                    }
                                                }
                                            })));
            return messages;
        }
    },
    /** Some entries come three weeks after they were written down. */
    SOME_LATE {
        @Override
        boolean onItsDay() {
            return false;
        }

        @Override
        List<ObjectNode> of(List<ObjectNode> messages, Random random) {
            messages.forEach(m -> {
                recorded(m);
                if (random.nextInt(ONE_LATE_IN) == 0) {
                    m.put("sentAt", sentAt(m).plus(LATE_BY).toString());
                }
            });
            return messages;
        }
    };

    /** Whether its sender takes it back later: of two copies one would stand. */
    private static boolean takenBack(List<ObjectNode> messages, ObjectNode message) {
        return messages.stream()
                .filter(Variant::isRetraction)
                .flatMap(m -> m.path("regarding").valueStream())
                .anyMatch(r -> r.asString().equals(id(message)));
    }

    private static boolean isRetraction(ObjectNode message) {
        return message.path("kind").asString().equals("retraction");
    }

    private static final Pattern AGAIN = Pattern.compile("-(again|right|anew)(?=-\\d+$)");
    private static final Duration LATE_BY = Duration.ofDays(21);
    private static final int ONE_LATE_IN = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The name of a record that is called by its message, as by the message sent first. */
    static String asSentFirst(String record) {
        return AGAIN.matcher(record).replaceFirst("");
    }

    /** Whether everything that stands is then raised and due on the days on which it was. */
    boolean onItsDay() {
        return true;
    }

    /** The messages as they come then, in batches that are taken up together. */
    final List<List<String>> of(List<String> lines, long seed) {
        List<ObjectNode> messages = lines.stream().map(l -> (ObjectNode) JSON.readTree(l)).toList();
        List<ObjectNode> all = new ArrayList<>(of(new ArrayList<>(messages), new Random(seed)));
        all.sort(Comparator.comparing(Variant::sentAt));
        number(all);
        return batches(all);
    }

    List<ObjectNode> of(List<ObjectNode> messages, Random random) {
        return messages;
    }

    List<List<String>> batches(List<ObjectNode> messages) {
        return messages.stream().map(m -> List.of(m.toString())).toList();
    }

    private static void number(List<ObjectNode> messages) {
        Map<String, Integer> last = new HashMap<>();
        messages.forEach(m -> {
            int number = last.merge(m.path("sender").asString(), 1, Integer::sum);
            if (m.has("number")) {
                m.put("number", number);
            }
        });
    }

    private static LocalDate day(ObjectNode message) {
        return LocalDate.ofInstant(sentAt(message), ZoneOffset.UTC);
    }

    /** The same, with when it was written down. */
    private static ObjectNode recorded(ObjectNode message) {
        if (!message.has("recordedAt")) {
            message.put("recordedAt", message.path("sentAt").asString());
        }
        return message;
    }

    private static ObjectNode naming(ObjectNode message, Map<String, String> stands) {
        if (!message.has("regarding")) {
            return message;
        }
        ArrayNode named = JSON.createArrayNode();
        for (JsonNode one : message.path("regarding")) {
            named.add(stands.getOrDefault(one.asString(), one.asString()));
        }
        message.set("regarding", named);
        return message;
    }

    private static ObjectNode later(ObjectNode message, int minutes) {
        return message.put("sentAt", sentAt(message).plus(Duration.ofMinutes(minutes)).toString());
    }

    private static Instant sentAt(ObjectNode message) {
        return Instant.parse(message.path("sentAt").asString());
    }

    private static String id(ObjectNode message) {
        return message.path("id").asString();
    }
}
