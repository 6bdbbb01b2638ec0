package sightline.console.demo;

import sightline.population.Address;
import sightline.population.AgencyRecord;
import sightline.population.Detail;
import sightline.population.LifeEvent;
import sightline.population.Participant;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the events of an invented population into the messages that its agencies would send, each
 * sender numbering its own. Not for use by several threads.
 */
public final class LifeEventMessages {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Counts a message of an agency that is lost on its way: a gap in its numbers. */
    void lose(String agency) {
        numbers.merge(agency, 1, Integer::sum);
    }

    /** The next message: that of an event, as JSON. */
    public String message(LifeEvent event) {
        int number = numbers.merge(event.agencyId(), 1, Integer::sum);
        ObjectNode message = JSON.createObjectNode();
        message.put("sender", event.agencyId());
        message.put("id", "life-" + event.number());
        message.put("number", number);
        message.put("sentAt", sentAt(event).toString());
        message.put("kind", event.kind());
        if (!event.kind().equals("person")) {
            message.put("when", when(event));
        }
        ArrayNode people = message.putArray("people");
        event.people().forEach(p -> people.add(person(p, event)));
        Optional.ofNullable(event.place()).ifPresent(place -> message.set("place", address(place)));
        ArrayNode to = message.putArray("to");
        code(event, "to").ifPresent(to::add);
        message.set("body", body(event));
        return message.toString();
    }

    private static Instant sentAt(LifeEvent event) {
        Instant happened = moment(event).orElse(Instant.MIN);
        return event.recordedAt().isBefore(happened) ? happened : event.recordedAt();
    }

    private static Optional<Instant> moment(LifeEvent event) {
        return Optional.ofNullable(event.happenedAt())
                .map(time -> event.happenedOn().atTime(time).atZone(LONDON).toInstant());
    }

    private static String when(LifeEvent event) {
        return moment(event).map(Instant::toString).orElseGet(() -> event.happenedOn().toString());
    }

    private static ObjectNode person(Participant participant, LifeEvent event) {
        AgencyRecord record = participant.record();
        ObjectNode person = JSON.createObjectNode();
        person.put("role", role(participant.role(), event.kind()));
        person.put("localId", record.id().localId());
        if (!record.forename().isBlank() || !record.surname().isBlank()) {
            ObjectNode name = person.putArray("names").addObject();
            ArrayNode given = name.putArray("given");
            for (String part :
                    (record.forename() + " " + record.middleNames()).strip().split("\\s+", -1)) {
                given.add(part);
            }
            name.put("family", record.surname());
        }
        put(person, "dateOfBirth", record.dateOfBirth());
        put(person, "sex", record.sex());
        identifiers(person, record);
        Optional.ofNullable(record.address()).ifPresent(a -> person.set("address", address(a)));
        return person;
    }

    private static String role(String role, String kind) {
        return kind.equals("pregnancy-booked") && role.equals("partner") ? "father" : role;
    }

    private static void identifiers(ObjectNode person, AgencyRecord record) {
        ArrayNode identifiers = person.putArray("identifiers");
        record.identifiers()
                .forEach((scheme, value) -> {
                    switch (scheme) {
                        case "phone" -> person.putArray("phones").add(value);
                        case "email" -> person.putArray("emails").add(value);
                        default -> identifiers.addObject().put("type", scheme).put("value", value);
                    }
                });
    }

    private static ObjectNode address(Address written) {
        ObjectNode address = JSON.createObjectNode();
        address.put("line", written.line());
        put(address, "postcode", written.postcode());
        Optional.ofNullable(written.uprn()).ifPresent(u -> address.put("uprn", u));
        return address;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isBlank()) {
            node.put(name, value);
        }
    }

    private static ObjectNode body(LifeEvent event) {
        ObjectNode body = JSON.createObjectNode();
        switch (event.kind()) {
            case "gp-registration" ->
                    code(event, "previous").ifPresent(p -> body.put("previous", p));
            case "gp-record-transfer" -> {
                body.put("stage", code(event, "stage").orElse("requested"));
                code(event, "previous").ifPresent(p -> body.put("from", p));
            }
            case "health-contact" -> {
                String setting = code(event, "setting").orElse("other");
                body.put("setting", setting);
                body.put(
                        "unscheduled",
                        setting.equals("emergency-department") || setting.equals("walk-in"));
                text(event, "reason").ifPresent(r -> body.put("reason", r));
                code(event, "outcome").ifPresent(o -> body.put("outcome", o));
            }
            case "injury-observed" -> injury(event, body);
            case "appointment" ->
                    body.put("outcome", code(event, "outcome").orElse("kept"))
                            .put("service", text(event, "service").orElse("clinic"));
            case "pregnancy-booked" -> {
                day(event, "due").ifPresent(d -> body.put("expected", d.toString()));
                body.put("children", 1);
            }
            case "birth" -> birth(event, body);
            case "developmental-stage" ->
                    body.put("stage", code(event, "stage").orElse("rolling")).put("reached", true);
            case "relationship" -> relationship(event, body);
            case "residence" -> body.put("stay", code(event, "stay").orElse("home"));
            case "tenancy" ->
                    body.put("ended", code(event, "status").filter("ended"::equals).isPresent());
            case "occupant-reported" -> body.put("named", true);
            case "school-roll" ->
                    body.put("joined", code(event, "status").filter("joined"::equals).isPresent());
            case "school-absence" -> {
                body.put("explained", true);
                count(event, "days").ifPresent(d -> body.put("days", d.intValue()));
            }
            case "concern" ->
                    body.put(
                            "topic",
                            code(event, "topic").filter(CONCERNS::contains).orElse("other"));
            case "home-education" -> body.put("started", true);
            case "police-incident" -> incident(event, body);
            case "missing" -> body.put("stage", code(event, "stage").orElse("missing"));
            case "conviction" -> {
                ObjectNode offence = body.putObject("offence");
                offence.put("wording", text(event, "offence").orElse("offence"));
                offence.put("group", "other");
            }
            case "supervision" ->
                    body.put("type", code(event, "type").orElse("community-order"))
                            .put("stage", code(event, "stage").orElse("started"));
            case "referral" -> {
                body.put("service", "social-care").put("channel", "written");
                body.putArray("harms").add("not-stated");
                text(event, "need").ifPresent(n -> body.put("words", n));
            }
            case "referral-decision" ->
                    body.put("outcome", code(event, "outcome").orElse("no-further-action"))
                            .put("childSeen", flag(event, "child-seen-alone"));
            case "household-member-seen" -> body.put("stay", code(event, "stay").orElse("home"));
            case "visit" ->
                    body.put("outcome", code(event, "outcome").orElse("seen"))
                            .put("reason", "referral");
            case "case-allocated" -> body.put("post", code(event, "post").orElse("social-worker"));
            case "case-closed" -> body.put("childSeenAlone", flag(event, "child-seen-alone"));
            default -> text(event, "words").ifPresent(w -> body.put("words", w));
        }
        return body;
    }

    private static final java.util.Set<String> CONCERNS =
            java.util.Set.of(
                    "hunger",
                    "cold",
                    "unkempt",
                    "left-alone",
                    "injury",
                    "behaviour",
                    "disclosure",
                    "carer",
                    "emotional",
                    "other");

    private static void injury(LifeEvent event, ObjectNode body) {
        ObjectNode mark = body.putArray("marks").addObject();
        mark.put("kind", code(event, "injury").orElse("mark"));
        mark.put("site", code(event, "site").orElse("not-recorded"));
        mark.put("side", code(event, "side").orElse("not-recorded"));
        mark.put("count", 1);
        count(event, "size-mm").ifPresent(s -> mark.put("sizeMillimetres", s.intValue()));
        ObjectNode account = body.putArray("accounts").addObject();
        text(event, "mechanism")
                .ifPresent(m -> account.put("mechanism", MECHANISMS.getOrDefault(m, "other")));
        code(event, "account-by")
                .ifPresent(b -> account.put("givenBy", b.equals("child") ? "subject" : b));
        count(event, "presented-after-hours")
                .flatMap(h -> moment(event).map(m -> m.minusSeconds(h * 3600)))
                .ifPresent(at -> body.put("occurred", at.toString()));
    }

    private static final Map<String, String> MECHANISMS =
            Map.of(
                    "fall",
                    "fall",
                    "stairs",
                    "fall-down-stairs",
                    "furniture",
                    "fall-from-furniture",
                    "trip",
                    "fall",
                    "play",
                    "rough-play",
                    "door",
                    "trapped",
                    "hot-drink",
                    "hot-liquid",
                    "collision",
                    "knocked-against-object");

    private static void birth(LifeEvent event, ObjectNode body) {
        ArrayNode marks = body.putArray("marks");
        code(event, "mark")
                .ifPresent(kind ->
                        marks.addObject()
                                .put("kind", kind)
                                .put("site", code(event, "mark-site").orElse("not-recorded"))
                                .put("side", "not-recorded")
                                .put("count", 1));
    }

    private static void relationship(LifeEvent event, ObjectNode body) {
        body.put(
                "tie",
                code(event, "status").filter("ended"::equals).isPresent()
                        ? "ex-partner"
                        : "partner");
    }

    private static void incident(LifeEvent event, ObjectNode body) {
        body.put("logClass", code(event, "class").orElse("other"));
        body.put("domestic", flag(event, "domestic-flag"));
        body.put("childPresent", flag(event, "children-present"));
        text(event, "narrative").ifPresent(n -> body.put("narrative", n));
    }

    private static Optional<String> code(LifeEvent event, String name) {
        return event.details().get(name) instanceof Detail.Code(String value)
                ? Optional.of(value.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<String> text(LifeEvent event, String name) {
        return switch (event.details().get(name)) {
            case Detail.Code(String value) -> Optional.of(value);
            case Detail.Words(String value) -> Optional.of(value);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Long> count(LifeEvent event, String name) {
        return event.details().get(name) instanceof Detail.Count(long value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(LifeEvent event, String name) {
        return event.details().get(name) instanceof Detail.Day(LocalDate value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static boolean flag(LifeEvent event, String name) {
        return event.details().get(name) instanceof Detail.Flag(boolean value) && value;
    }
}
