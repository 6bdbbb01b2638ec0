package sightline.console.demo;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.NhsNumber;
import sightline.core.kernel.Parsed;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Storylines of the demonstration: the shipped cases, up to the day before the worst, their
 * ordinary twins, and somebody on a register, told by the partnership's own agencies and moved so
 * that they end yesterday.
 */
final class Storylines {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DATE = Pattern.compile("\\b(19|20)\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\"(999\\d{7})\"");
    private static final int LAST_NUMBER = 9_999_999;

    /** More than any storyline has. */
    private static final int PEOPLE = 100;

    private static final String TOLD = "messages.ndjson";

    /**
     * One storyline.
     *
     * @param name of the shipped case
     * @param file its messages
     * @param renamed what its people are called here instead of what the case calls them: a family
     *     that another storyline tells of as well would otherwise be taken for that one
     */
    private record Story(String name, String file, Map<String, String> renamed) {
        private Story(String name) {
            this(name, TOLD, Map.of());
        }

        String people(String text) {
            String people = text;
            for (Map.Entry<String, String> name : renamed.entrySet()) {
                people = people.replaceAll("\\b" + name.getKey() + "\\b", name.getValue());
            }
            return people;
        }
    }

    private static final List<Story> STORIES =
            List.of(
                    new Story("haringey"),
                    new Story("southampton"),
                    new Story("birmingham"),
                    new Story("suffolk"),
                    new Story(
                            "haringey",
                            "messages-twin.ndjson",
                            Map.of(
                                    "Garside", "Penhale",
                                    "Theo", "Hugo",
                                    "Leanne", "Corinne",
                                    "Mark", "Stuart",
                                    "Ruby", "Martha",
                                    "Isla", "Edie")),
                    new Story(
                            "suffolk",
                            "messages-twin.ndjson",
                            Map.of(
                                    "Linfield", "Tremlow",
                                    "Prewett", "Ashdale",
                                    "Callum", "Joel",
                                    "Ellis", "Rory",
                                    "Jamie", "Kit",
                                    "Tara", "Becca")),
                    new Story("southampton", "messages-register.ndjson", Map.of()));

    /**
     * What an agency of a storyline asks another before it ends, so that those who seldom speak
     * have something to answer.
     *
     * @param about the local id, in the shipped case, of whom it is about
     */
    private record Asked(
            String story,
            AgencyType asker,
            String about,
            AgencyType of,
            String what,
            String words) {}

    private static final List<Asked> ASKED =
            List.of(
                    new Asked(
                            "haringey",
                            AgencyType.CHILDRENS_SOCIAL_CARE,
                            "C-62821",
                            AgencyType.GP,
                            "health-history",
                            "Each time that he was brought, what was seen, and what was said about it."),
                    new Asked(
                            "birmingham",
                            AgencyType.CHILDRENS_SOCIAL_CARE,
                            "C-74270",
                            AgencyType.SCHOOL,
                            "history",
                            "Attendance, meals, and what the class teacher noticed before home education."),
                    new Asked(
                            "southampton",
                            AgencyType.HOUSING,
                            "T-80414",
                            AgencyType.PROBATION,
                            "history",
                            "Is there anything in his supervision that bears on a tenancy?"));

    /** Takes one message of a storyline. */
    interface Sink {
        void message(Instant at, AgencyId sender, String body);
    }

    private final List<Agency> agencies;
    private final LocalDate today;

    Storylines(List<Agency> agencies, LocalDate today) {
        this.agencies = agencies;
        this.today = today;
    }

    void messages(Sink sink) {
        for (int i = 0; i < STORIES.size(); i++) {
            story(STORIES.get(i), i, sink);
        }
    }

    private void story(Story story, int index, Sink sink) {
        String name = story.name();
        Map<String, Integer> areas = new LinkedHashMap<>();
        Map<String, AgencyId> who = cast(name, index, areas);
        Map<String, String> towns = towns(areas, index);
        List<JsonNode> kept = new ArrayList<>();
        for (String line :
                resource(name, story.file()).lines().filter(l -> !l.isBlank()).toList()) {
            JsonNode message = JSON.readTree(line);
            String kind = message.path("kind").asString("");
            if (kind.startsWith("serious-incident") || line.contains("\"died\"")) {
                break;
            }
            kept.add(message);
        }
        if (kept.isEmpty()) {
            return;
        }
        LocalDate last = day(kept.getLast());
        if (story.file().equals(TOLD)) {
            kept.addAll(casework(name));
            kept.addAll(
                    requests(name, OffsetDateTime.parse(kept.getLast().path("sentAt").asString())));
        }
        Map<String, String> numbers = new HashMap<>();
        String prefix = "story" + index + "-";
        long weeks = ChronoUnit.DAYS.between(last, today.minusDays(1)) / 7;
        for (JsonNode message : kept) {
            String text = moved(message.toString(), weeks * 7);
            for (Map.Entry<String, AgencyId> agency : who.entrySet()) {
                text =
                        text.replace(
                                        "\"" + agency.getKey() + "\"",
                                        "\"" + agency.getValue().value() + "\"")
                                .replace(
                                        "\"" + agency.getKey() + "/",
                                        "\"" + agency.getValue().value() + "/")
                                .replace(
                                        "\"" + agency.getKey() + ":",
                                        "\"" + agency.getValue().value() + ":" + prefix);
            }
            text = placed(story.people(text), towns);
            text = renumbered(prefixed(text, prefix), index, numbers);
            JsonNode moved = JSON.readTree(text);
            // Their agencies number what they send themselves.
            ((ObjectNode) moved).remove("number");
            sink.message(
                    OffsetDateTime.parse(moved.path("sentAt").asString()).toInstant(),
                    new AgencyId(moved.path("sender").asString()),
                    moved.toString());
        }
    }

    /** Plans and assessments of a story, which its inquiry does not tell: invented. */
    private static List<JsonNode> casework(String story) {
        return text("/demo/" + story + "-casework.ndjson")
                .lines()
                .filter(l -> !l.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    /** What is asked in a story, two days before it ends. */
    private static List<JsonNode> requests(String story, OffsetDateTime end) {
        OffsetDateTime at = end.minusDays(2).withHour(10).withMinute(0);
        return ASKED.stream()
                .filter(a -> a.story().equals(story))
                .<JsonNode>map(a -> {
                    ObjectNode message = JSON.createObjectNode();
                    message.put("sender", declared(story, a.asker()))
                            .put("id", "asked-" + a.of().slug())
                            .put("sentAt", at.toInstant().toString())
                            .put("kind", "information-request")
                            .put("when", at.toLocalDate().toString());
                    message.putArray("people")
                            .addObject()
                            .put("role", "subject")
                            .put("localId", a.about());
                    message.putArray("to").add(declared(story, a.of()));
                    message.putObject("body").put("asked", a.what()).put("words", a.words());
                    return message;
                })
                .toList();
    }

    /** The first agency of a type that a story declares. */
    private static String declared(String story, AgencyType type) {
        return resource(story, "agencies.ndjson")
                .lines()
                .filter(l -> !l.isBlank())
                .map(JSON::readTree)
                .filter(a -> a.path("type").asString().equals(type.slug()))
                .map(a -> a.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** The partnership's agency that a storyline asks for something, where one of a type is. */
    static Optional<AgencyId> asked(List<Agency> agencies, AgencyType type) {
        Storylines storylines = new Storylines(agencies, LocalDate.EPOCH);
        return IntStream.range(0, STORIES.size())
                .boxed()
                .flatMap(i ->
                        ASKED.stream()
                                .filter(a ->
                                        a.of() == type && a.story().equals(STORIES.get(i).name()))
                                .map(a ->
                                        storylines
                                                .cast(a.story(), i, new LinkedHashMap<>())
                                                .get(declared(a.story(), type))))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static LocalDate day(JsonNode message) {
        return OffsetDateTime.parse(message.path("sentAt").asString())
                .toInstant()
                .plus(Duration.ZERO)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    /** Own ids for own records and messages, so that no storyline meets another. */
    private static String prefixed(String text, String prefix) {
        String ids = text.replaceAll("\"(id|localId|corrects)\":\"", "\"$1\":\"" + prefix);
        Matcher matcher = Pattern.compile("\"regarding\":\\[([^\\]]*)\\]").matcher(ids);
        return matcher.replaceAll(m ->
                Matcher.quoteReplacement(
                        "\"regarding\":["
                                + m.group(1)
                                        .replaceAll(
                                                "\"([^\"/]+)/([^\"]+)\"", "\"$1/" + prefix + "$2\"")
                                        .replaceAll("\"([^\"/]+)\"", "\"" + prefix + "$1\"")
                                + "]"));
    }

    /** The postcode area of each of the story's towns: that of the area whose agencies speak. */
    private Map<String, String> towns(Map<String, Integer> areas, int index) {
        Map<String, String> towns = new HashMap<>();
        areas.forEach((town, number) ->
                stand(AgencyType.CHILDRENS_SOCIAL_CARE, index + number).stream()
                        .flatMap(id -> agencies.stream().filter(a -> a.id().equals(id)))
                        .flatMap(a ->
                                DemoDirectory.POSTCODES
                                        .getOrDefault(a.area().value(), List.of())
                                        .stream())
                        .findFirst()
                        .ifPresent(letters -> towns.put(town, letters)));
        return towns;
    }

    private static String placed(String text, Map<String, String> towns) {
        String placed = text;
        for (var town : towns.entrySet()) {
            placed =
                    placed.replaceAll(
                            "(?i)(, " + town.getKey() + "\",\"postcode\":\")[A-Z]{2}",
                            "$1" + town.getValue());
        }
        return placed;
    }

    /** Own NHS numbers, of those that nobody has: the shipped cases share a few. */
    private static String renumbered(String text, int index, Map<String, String> numbers) {
        return NUMBER.matcher(text)
                .replaceAll(m ->
                        "\""
                                + numbers.computeIfAbsent(
                                        m.group(1), _ -> number(index * PEOPLE + numbers.size()))
                                + "\"");
    }

    private static String number(int nth) {
        return IntStream.iterate(LAST_NUMBER, n -> n - 1)
                .mapToObj(n -> "999" + n)
                .filter(n -> NhsNumber.parse(n) instanceof Parsed.Valid)
                .skip(nth)
                .findFirst()
                .orElseThrow();
    }

    private static String moved(String text, long days) {
        return DATE.matcher(text)
                .replaceAll(m -> LocalDate.parse(m.group()).plusDays(days).toString());
    }

    /** Which of the partnership's agencies speaks for each of the story's. */
    private Map<String, AgencyId> cast(String name, int index, Map<String, Integer> areas) {
        Map<String, AgencyId> cast = new HashMap<>();
        for (String line :
                resource(name, "agencies.ndjson").lines().filter(l -> !l.isBlank()).toList()) {
            JsonNode declared = JSON.readTree(line);
            AgencyType type =
                    AgencyType.valueOf(
                            declared.path("type")
                                    .asString()
                                    .toUpperCase(Locale.ROOT)
                                    .replace('-', '_'));
            int area = areas.computeIfAbsent(declared.path("area").asString(), _ -> areas.size());
            stand(type, index + area).ifPresent(a -> cast.put(declared.path("id").asString(), a));
        }
        return cast;
    }

    private Optional<AgencyId> stand(AgencyType type, int index) {
        List<AgencyId> fitting =
                agencies.stream().filter(a -> a.type() == type).map(Agency::id).toList();
        return fitting.isEmpty()
                ? agencies.stream()
                        .filter(a -> a.type() == AgencyType.POLICE)
                        .map(Agency::id)
                        .findFirst()
                : Optional.of(fitting.get(index == 0 ? 0 : index % fitting.size()));
    }

    private static String resource(String name, String file) {
        return text("/cases/" + name + "/" + file);
    }

    private static String text(String resource) {
        try (InputStream in = Storylines.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource, unreadable);
        }
    }
}
