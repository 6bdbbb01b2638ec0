package sightline.facts.wire;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.Kinds;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.facts.wire.ShapeReader.Hearing;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one message into facts, or says everything that is wrong with it. It trusts nothing: the
 * sender is who signed in, kinds are asserted only by those who may, dates are no later than now.
 */
public final class MessageReader {
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** By these harm is told: whatever they may leave out sets none of them aside. */
    static final Set<Class<? extends Body>> HEARD =
            Set.of(
                    CareBody.Referral.class,
                    CareBody.SeriousIncident.class,
                    HealthBody.InjuryObserved.class,
                    PoliceBody.PoliceIncident.class,
                    SchoolBody.Concern.class,
                    SharedBody.PublicReport.class);

    /** A death and a birth to come: where a message says no more than who people are, its news. */
    private static final Pattern OF_A_LIFE = Pattern.compile("\\.people\\[\\d+]\\.(died|expected)");

    private final boolean hearing;

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** One that reads all of a message or nothing. */
    public MessageReader() {
        this(false);
    }

    private MessageReader(boolean hearing) {
        this.hearing = hearing;
    }

    /**
     * One for whom it is worse to hear nothing than to miss a detail: what is said besides and
     * cannot be read is set aside and noted, and the rest is read.
     */
    public static MessageReader hearing() {
        return new MessageReader(true);
    }

    /**
     * Reads a message.
     *
     * @param raw the bytes as received
     * @param sender who signed in
     * @param type what that agency is
     * @param received when it was received
     */
    public Reading read(byte[] raw, AgencyId sender, AgencyType type, Instant received) {
        Problems problems = new Problems();
        JsonNode node;
        try {
            node = json.readTree(raw);
        } catch (JacksonException malformed) {
            problems.add(
                    "message", "it is no JSON that can be read", "send one JSON object in UTF-8");
            return new Reading.Unreadable(problems.all(), List.of());
        }
        if (!node.isObject()) {
            problems.add("message", "it is no object", "send one JSON object a message");
            return new Reading.Unreadable(problems.all(), List.of());
        }
        return read(node, sender, type, received, problems);
    }

    private Reading read(
            JsonNode node, AgencyId sender, AgencyType type, Instant received, Problems problems) {
        Problems said = new Problems();
        Optional<Envelope> envelope = envelope(node, said, problems);
        Optional<Kinds.Kind> kind = kind(node, type, problems);
        Optional<Body> body = kind.flatMap(k -> body(k, node, problems));
        envelope.ifPresent(e -> check(e, sender, received, problems));
        if (problems.none() && envelope.isPresent() && kind.isPresent() && body.isPresent()) {
            List<Fact> facts =
                    new Splitting(
                                    sender,
                                    envelope.get(),
                                    PlaceAside.of(said.asides(), node),
                                    received,
                                    problems)
                            .facts(kind.get(), body.get());
            if (problems.none()) {
                return new Reading.Read(facts, problems.notes());
            }
        }
        return new Reading.Unreadable(problems.all(), concerns(node, sender));
    }

    private Optional<Envelope> envelope(JsonNode node, Problems found, Problems problems) {
        Shape.Obj shape = Shapes.of(Envelope.class);
        Optional<Envelope> envelope =
                ShapeReader.ofMessage(found, hears(node) ? Hearing.HEARD : Hearing.STRICT)
                        .object(shape, node, "")
                        .map(Envelope.class::cast);
        boolean tellsOfPeople =
                Kinds.named(node.path("kind").asString(""))
                        .filter(k -> k.body() == PersonBody.Person.class)
                        .isPresent();
        Stream.concat(
                        found.all().stream(),
                        found.asides().stream()
                                .filter(p ->
                                        tellsOfPeople && OF_A_LIFE.matcher(p.field()).matches()))
                .forEach(p -> problems.add(unrooted(p.field()), p.message(), p.fix()));
        found.notes().stream()
                .filter(n -> !n.startsWith(" has"))
                .forEach(n -> problems.note(unrooted(n)));
        return envelope;
    }

    /**
     * Whether something in it may be set aside alone. Whatever a correction does not say is taken
     * back of what it corrects, so that one with anything odd is set aside whole: what was known
     * stays, and somebody is told.
     */
    private boolean hears(JsonNode node) {
        return hearing && node.path("corrects").asString("").isBlank();
    }

    private static String unrooted(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static Optional<Kinds.Kind> kind(JsonNode node, AgencyType type, Problems problems) {
        String slug = node.path("kind").asString("");
        Optional<Kinds.Kind> kind = Kinds.named(slug);
        if (kind.isEmpty()) {
            problems.add("kind", "it is no known kind", "send one of the kinds at /api/kinds");
            return kind;
        }
        if (!kind.get().mayBeAssertedBy(type)) {
            problems.add(
                    "kind",
                    "this sender may not assert " + slug,
                    "leave it to "
                            + kind.get().senders().toString().toLowerCase(java.util.Locale.ROOT));
            return Optional.empty();
        }
        return kind;
    }

    /** A message of kind person says everything in its people; its body is theirs. */
    private Optional<Body> body(Kinds.Kind kind, JsonNode node, Problems problems) {
        if (kind.body() == PersonBody.Person.class) {
            return Optional.of(Splitting.NOBODY);
        }
        Hearing how =
                hears(node) && HEARD.contains(kind.body()) ? Hearing.HEARD_ANYHOW : Hearing.STRICT;
        return BodyJson.read(kind, node.path("body"), problems, how);
    }

    private static void check(
            Envelope envelope, AgencyId sender, Instant received, Problems problems) {
        if (!envelope.sender().equals(sender)) {
            problems.add("sender", "it is not who signed in", "send as yourself");
        }
        try {
            new MessageId(envelope.id());
        } catch (IllegalArgumentException malformed) {
            problems.add("id", "it is no message id", "send 1 to 128 printable characters");
        }
        Instant recorded = envelope.recordedAt().orElse(envelope.sentAt());
        if (envelope.sentAt().isAfter(received.plus(SKEW))) {
            problems.add("sentAt", "it is in the future", "check the clock of the sending system");
        }
        if (recorded.isAfter(envelope.sentAt().plus(SKEW))) {
            problems.add("recordedAt", "it is after sentAt", "send when it was written down");
        }
        if (envelope.when().earliest().filter(d -> d.isAfter(London.day(recorded))).isPresent()) {
            problems.add(
                    "when",
                    "it is after the day on which it was recorded",
                    "send when it happened; what is planned goes into the body");
        }
    }

    /** Whom an unreadable message may be about, so that their chronology can say so. */
    private static List<SourceRecord> concerns(JsonNode node, AgencyId sender) {
        List<SourceRecord> records = new ArrayList<>();
        for (JsonNode person : node.path("people")) {
            record(sender, person.path("localId").asString("")).ifPresent(records::add);
        }
        return records;
    }

    private static Optional<SourceRecord> record(AgencyId sender, String localId) {
        try {
            return Optional.of(new SourceRecord(sender, localId));
        } catch (IllegalArgumentException namesNobody) {
            return Optional.empty();
        }
    }

    /** A reference as senders write it: an id of their own, or sender/id. */
    static Optional<MessageRef> reference(String text, AgencyId sender) {
        try {
            int slash = text.indexOf('/');
            return Optional.of(
                    slash > 0
                            ? MessageRef.parse(text)
                            : new MessageRef(sender, new MessageId(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
