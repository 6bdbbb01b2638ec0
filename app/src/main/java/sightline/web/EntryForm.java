package sightline.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.feeds.Answer;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody enters on a page, as the message that their agency sends. A form names its message
 * once, when it is shown, so that pressing its button twice enters once.
 */
final class EntryForm {
    /** The hidden field that names the message. */
    static final String ONCE = "once";

    /** The most characters that one field of an entry holds. */
    static final int LONGEST = 20_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.(\\d{10})");

    private EntryForm() {}

    /** The hidden field of a fresh form. */
    static Field once(Instant now) {
        return new Field.Hidden(ONCE, UUID.randomUUID() + "." + now.getEpochSecond());
    }

    /**
     * The start of a message: sender, id, time and kind.
     *
     * @param once as the form had it; a fresh one where somebody changed it
     */
    static ObjectNode message(AgencyId sender, String once, String kind, Instant now) {
        Matcher known = FORM.matcher(once);
        boolean usable = known.matches() && !epoch(known.group(2)).isAfter(now);
        String id = usable ? known.group(1) : UUID.randomUUID().toString();
        Instant at = usable ? epoch(known.group(2)) : Instant.ofEpochSecond(now.getEpochSecond());
        ObjectNode message = JSON.createObjectNode();
        message.put("sender", sender.value());
        message.put("id", "page-" + id);
        message.put("sentAt", at.toString());
        message.put("kind", kind);
        message.put("when", at.toString());
        return message;
    }

    private static Instant epoch(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    /** Which showing of a form that was; empty where somebody changed it. */
    static Optional<Drafts.Window> window(String once) {
        Matcher known = FORM.matcher(once);
        return known.matches()
                ? Optional.of(new Drafts.Window(known.group(1), epoch(known.group(2))))
                : Optional.empty();
    }

    /** Another message of the same form: each has its own end of the same id. */
    static ObjectNode another(ObjectNode first, String end, String kind) {
        ObjectNode message = first.objectNode();
        message.put("sender", first.path("sender").asString(""));
        message.put("id", first.path("id").asString("") + "-" + end);
        message.put("sentAt", first.path("sentAt").asString(""));
        message.put("kind", kind);
        message.put("when", first.path("when").asString(""));
        return message;
    }

    /** The name of a form's message for a day that may be later than the form itself. */
    static String onceFor(String once, java.time.LocalDate day, Instant now) {
        Matcher known = FORM.matcher(once);
        boolean later =
                known.matches()
                        && sightline.core.kernel.London.day(epoch(known.group(2))).isBefore(day);
        return later ? UUID.randomUUID() + "." + now.getEpochSecond() : once;
    }

    /** Says which messages it is about: its people are theirs. */
    static ObjectNode regarding(ObjectNode message, List<String> messages) {
        var list = message.putArray("regarding");
        messages.forEach(list::add);
        return message;
    }

    /** Says whom it is about, by the sender's own record. */
    static ObjectNode about(ObjectNode message, String localId) {
        message.putArray("people").addObject().put("role", "subject").put("localId", localId);
        return message;
    }

    /**
     * Says that it is about a child: by the agency's own record, else as others told of the child.
     */
    static ObjectNode about(ObjectNode message, Visit visit, Child child) {
        return about(message, visit, child.family().subject().records(), newest(child));
    }

    /**
     * Says that it is about somebody: by the agency's own record of them, else as others told of
     * them.
     */
    static ObjectNode about(
            ObjectNode message,
            Visit visit,
            Collection<SourceRecord> records,
            List<String> messages) {
        Optional<SourceRecord> own =
                records.stream()
                        .filter(r -> r.agency().equals(visit.account().agency()))
                        .findFirst();
        return own.isPresent() ? about(message, own.get().localId()) : regarding(message, messages);
    }

    /** The newest message that is about the child alone: the entry is about whom it is about. */
    static List<String> newest(Child child) {
        return child.family().around().subject().facts().stream()
                .filter(f -> f.participants().size() == 1 && !(f.body() instanceof SystemBody))
                .reduce((_, later) -> later)
                .map(Fact::id)
                .map(id -> List.of(id.message().text()))
                .orElse(List.of());
    }

    /** What is wrong with one field; empty when nothing is. */
    static String error(List<FormError> errors, String fieldId) {
        return errors.stream()
                .filter(e -> e.fieldId().equals(fieldId))
                .map(FormError::text)
                .findFirst()
                .orElse("");
    }

    /** Sends it in the name of the visitor's agency. */
    static Answer submit(Entries entries, Visit visit, ObjectNode message) {
        return entries.submit(visit.account().agency(), visit.account().id(), bytes(message));
    }

    /**
     * As it is sent.
     *
     * @throws ResponseStatusException if a text is longer than any message may have: what is kept
     *     and cannot be read would be set aside, and nobody would have said so
     */
    static byte[] bytes(ObjectNode message) {
        if (tooLong(message)) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return JSON.writeValueAsBytes(message);
    }

    private static boolean tooLong(JsonNode node) {
        return node.isString()
                ? node.stringValue().length() > LONGEST
                : node.valueStream().anyMatch(EntryForm::tooLong);
    }

    /** What was typed, without blanks around; empty when nothing was. */
    static Optional<String> typed(Optional<String> field) {
        return field.map(String::strip).filter(t -> !t.isEmpty());
    }
}
