package sightline.pipeline;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case to replay: messages in the order in which they were recorded, and who sent them. What a
 * replay says comes from the messages, never from the name.
 */
public final class ReplayCase {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MESSAGES = "messages.ndjson";
    private static final String AGENCIES = "agencies.ndjson";

    private final String name;
    private final List<Message> messages;
    private final List<Refused> refused;
    private final List<ReplayDirectory.Declared> agencies;

    private ReplayCase(
            String name,
            List<Message> messages,
            List<Refused> refused,
            List<ReplayDirectory.Declared> agencies) {
        this.name = name;
        this.messages = messages;
        this.refused = refused;
        this.agencies = agencies;
    }

    /**
     * A line that is no message.
     *
     * @param at when the message before it was sent
     * @param why where it stands, what is wrong with it, and what to write
     */
    record Refused(Instant at, String why) {}

    /** One line of a case. */
    record Message(String raw, AgencyId sender, Instant sentAt, List<AgencyId> addressees) {}

    /**
     * A shipped case by its name, or a folder, or an NDJSON file. Lines that are no message are set
     * aside, and later ones go on.
     *
     * @throws IllegalArgumentException naming what cannot be replayed and what to write
     */
    public static ReplayCase open(String nameOrPath) {
        Path path = Path.of(nameOrPath);
        try {
            if (Files.isDirectory(path)) {
                Path declared = path.resolve(AGENCIES);
                String agencies = Files.exists(declared) ? Files.readString(declared) : "";
                return of(
                        path.getFileName().toString(), Files.readString(messages(path)), agencies);
            }
            if (Files.exists(path)) {
                return of(path.getFileName().toString(), Files.readString(path), "");
            }
            return of(nameOrPath, resource(nameOrPath, MESSAGES), resource(nameOrPath, AGENCIES));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + nameOrPath, unreadable);
        }
    }

    private static Path messages(Path folder) throws IOException {
        if (Files.exists(folder.resolve(MESSAGES))) {
            return folder.resolve(MESSAGES);
        }
        try (var files = Files.list(folder)) {
            return files.filter(f ->
                            f.toString().endsWith(".ndjson") || f.toString().endsWith(".jsonl"))
                    .filter(f -> !f.getFileName().toString().equals(AGENCIES))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    folder
                                            + " has no "
                                            + MESSAGES
                                            + ".\nPut the messages there, one a line."));
        }
    }

    private static String resource(String name, String file) throws IOException {
        boolean plain = name.matches("[a-z0-9-]+");
        try (InputStream in =
                plain
                        ? ReplayCase.class.getResourceAsStream("/cases/" + name + "/" + file)
                        : null) {
            if (in == null) {
                if (file.equals(AGENCIES)) {
                    return "";
                }
                throw new IllegalArgumentException(
                        "There is no case '%s'.\nGive a folder, an NDJSON file, or one of: suffolk, haringey, southampton, birmingham."
                                .formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static ReplayCase of(String name, String messages, String agencies) {
        List<Message> read = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        List<String> lines = withoutMark(messages).lines().toList();
        Instant last = firstTime(messages);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    Message message = message(lines.get(i), name + ":" + (i + 1), last);
                    read.add(message);
                    last = message.sentAt();
                } catch (IllegalArgumentException noMessage) {
                    refused.add(new Refused(last, String.valueOf(noMessage.getMessage())));
                }
            }
        }
        List<ReplayDirectory.Declared> declared =
                withoutMark(agencies)
                        .lines()
                        .filter(l -> !l.isBlank())
                        .map(ReplayCase::declared)
                        .toList();
        return new ReplayCase(name, read, refused, declared);
    }

    /** Of the first line that says one. */
    private static Instant firstTime(String messages) {
        return withoutMark(messages)
                .lines()
                .flatMap(line -> {
                    try {
                        return sentAt(JSON.readTree(line)).stream();
                    } catch (JacksonException malformed) {
                        return Stream.empty();
                    }
                })
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> sentAt(JsonNode node) {
        return time(node.path("sentAt").asString(""))
                .or(() -> time(node.path("recordedAt").asString("")));
    }

    /** Some programs begin a file with a mark of its byte order. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A line without a time that can be read comes right after the one before it. */
    private static Message message(String line, String where, Instant last) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    where + " is no JSON.\nWrite one message a line, as one JSON object.",
                    malformed);
        }
        AgencyId sender =
                AgencyId.typed(node.path("sender").asString(""))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        where
                                                + " names no sender.\nWrite a sender id like northton-police."));
        Instant sent = sentAt(node).orElse(last);
        List<AgencyId> addressees = new ArrayList<>();
        for (JsonNode to : node.path("to")) {
            AgencyId.typed(to.asString("")).ifPresent(addressees::add);
        }
        return new Message(line, sender, sent, addressees);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static ReplayDirectory.Declared declared(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    AGENCIES + " has a line that is no JSON.\nWrite one agency a line.", malformed);
        }
        String type = node.path("type").asString("other");
        List<String> postcodes = new ArrayList<>();
        node.path("postcodes").forEach(p -> postcodes.add(p.asString("")));
        return new ReplayDirectory.Declared(
                node.path("id").asString(""),
                Optional.of(node.path("name").asString("")).filter(n -> !n.isBlank()),
                AgencyType.of(type.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "agencies.ndjson names a type of agency that is not known.\n"
                                                + "Use one of those in docs/messages.md.")),
                node.path("area").asString("area"),
                postcodes,
                nation(node.path("nation").asString("")),
                node.path("serves").valueStream().map(ReplayCase::service).toList());
    }

    /** An area by its id alone, or with the days on which it is served. */
    private static Agency.Service service(JsonNode served) {
        String area = served.isString() ? served.asString() : served.path("area").asString("");
        try {
            return new Agency.Service(
                    new AreaId(area), new Period(day(served, "from"), day(served, "until")));
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new IllegalArgumentException(
                    AGENCIES
                            + " has a “serves” that cannot be read.\nWrite the id of an area, or"
                            + " {\"area\": \"eastlea\", \"from\": \"2020-04-01\", \"until\":"
                            + " \"2026-03-31\"}.",
                    wrong);
        }
    }

    private static Optional<LocalDate> day(JsonNode served, String name) {
        return Optional.of(served.path(name).asString(""))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
    }

    private static Optional<Nation> nation(String said) {
        if (said.isBlank()) {
            return Optional.empty();
        }
        return Nation.of(said.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-"))
                .or(() -> {
                    throw new IllegalArgumentException(
                            "agencies.ndjson names a nation that is not known.\nUse england, wales,"
                                    + " scotland or northern-ireland.");
                });
    }

    /** Its name, for headings only. */
    public String name() {
        return name;
    }

    List<Message> messages() {
        return messages;
    }

    List<Refused> refused() {
        return refused;
    }

    List<ReplayDirectory.Declared> agencies() {
        return agencies;
    }
}
